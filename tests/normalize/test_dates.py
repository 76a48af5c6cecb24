"""Dates and periods: tables of printed forms with what they mean, and properties that hold for any text."""

from __future__ import annotations

import time
import warnings
from calendar import month_abbr, month_name
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalize.dates import DateValue, FoundDate, find_dates, grammar, parse_date, running
from pipeline.normalize.dates.hints import may_tell_year
from pipeline.normalize.dates.lone import lone_date
from pipeline.normalize.refusal import Refusal
from tests.each import each

with warnings.catch_warnings():  # its parser uses names that pyparsing renames
    warnings.simplefilter("ignore", DeprecationWarning)
    from edtf_validate.valid_edtf import is_valid

# printed, EDTF, role
WHOLE = [
    ("February 24, 1972", "1972-02-24", "date"),
    ("28th April, 1952", "1952-04-28", "date"),
    ("13 August, 1960", "1960-08-13", "date"),
    ("11 July 1975", "1975-07-11", "date"),
    ("on July 24, 2006", "2006-07-24", "date"),
    ("September 1st, 2009", "2009-09-01", "date"),
    ("2014 Dec. 30-Jan. 2", "2014-12-30/2015-01-02", "date"),
    ("the 5th of May 2013", "2013-05-05", "date"),
    ("Tuesday, 3 May 2011", "2011-05-03", "date"),
    ("Sun., Nov. 2, 2014", "2014-11-02", "date"),
    ("2018 Jan. 5", "2018-01-05", "date"),
    ("24February1972", "1972-02-24", "date"),
    ("2010.10.23", "2010-10-23", "date"),
    ("2010/10/23", "2010-10-23", "date"),
    ("2010-10-23", "2010-10-23", "date"),
    ("24/02/1972", "1972-02-24", "date"),
    ("05/13/2012", "2012-05-13", "date"),
    ("13.5.2012", "2012-05-13", "date"),
    ("5/5/2012", "2012-05-05", "date"),
    ("29 February 2012", "2012-02-29", "date"),
    ("May 3-4, 2013", "2013-05-03/2013-05-04", "date"),
    ("3-4 May 2013", "2013-05-03/2013-05-04", "date"),
    ("3 and 4 May 2013", "2013-05-03/2013-05-04", "date"),
    ("April 30 and May 1, 2005", "2005-04-30/2005-05-01", "date"),
    ("30 April and 1 May 2005", "2005-04-30/2005-05-01", "date"),
    ("February 29 and March 1, 2004", "2004-02-29/2004-03-01", "date"),
    ("May 3 and May 4, 2013", "2013-05-03/2013-05-04", "date"),
    ("between 3 and 8 May 2013", "2013-05-03/2013-05-08", "date"),
    ("September 15 to 25, 2019", "2019-09-15/2019-09-25", "date"),
    ("from May 22 to September 30, 2005", "2005-05-22/2005-09-30", "date"),
    ("22 May - 3 June 2005", "2005-05-22/2005-06-03", "date"),
    ("2014 Apr. 29-May 2", "2014-04-29/2014-05-02", "date"),
    ("2013 May 31 - Jun. 3", "2013-05-31/2013-06-03", "date"),
    ("2014, Apr. 29th to May 2nd", "2014-04-29/2014-05-02", "date"),
    ("28 December 2011 - 5 January 2012", "2011-12-28/2012-01-05", "date"),
    ("2012-05-03/2012-05-04", "2012-05-03/2012-05-04", "date"),
    ("2010.10.23-25", "2010-10-23/2010-10-25", "date"),
    ("in May, 2008", "2008-05", "date"),
    ("June 2017", "2017-06", "date"),
    ("Oct. 2019", "2019-10", "date"),
    ("Oct.2009", "2009-10", "date"),
    ("Sept 2013", "2013-09", "date"),
    ("SEPTEMBER 2012", "2012-09", "date"),
    ("october 2012", "2012-10", "date"),
    ("2018 Jan.", "2018-01", "date"),
    ("2010, March", "2010-03", "date"),
    ("Oct. '05", "2005-10", "date"),
    ("1989.10", "1989-10", "date"),
    ("1994.1", "1994-01", "date"),
    ("2002.06", "2002-06", "date"),
    ("2018/8", "2018-08", "date"),
    ("2013-05", "2013-05", "date"),
    ("1989-10", "1989-10", "date"),
    ("Apr-May 2014", "2014-04/2014-05", "date"),
    ("May/June 2012", "2012-05/2012-06", "date"),
    ("2012 Oct.-Nov.", "2012-10/2012-11", "date"),
    ("1995 Oct.-1996 Jun.", "1995-10/1996-06", "date"),
    ("December 2011 - January 2012", "2011-12/2012-01", "date"),
    ("2010.4-5", "2010-04/2010-05", "date"),
    ("1989.10-1990.3", "1989-10/1990-03", "date"),
    ("(October 2022 survey)", "2022-10", "date"),
    ("(December 2006 Ministry of Justice Statistics)", "2006-12", "date"),
    ("October 2021, Ministry of Foreign Affairs, Bureau of Consular Affairs Statistics", "2021-10", "date"),
    ("2012", "2012", "date"),
    ("(2019):", "2019", "date"),
    ("in 1868", "1868", "date"),
    ("the year 2019", "2019", "date"),
    ("('05)", "2005", "date"),
    ("’98", "1998", "date"),
    ("２０１２", "2012", "date"),
    ("2009年（平成21年）", "2009", "date"),
    ("平成21（2009）年", "2009", "date"),
    ("2009年5月（平成21年）", "2009-05", "date"),
    ("2018/2019", "2018/2019", "date"),
    ("from 2016 to 2017", "2016/2017", "date"),
    ("1988 to January 2007", "1988/2007-01", "date"),
    ("between 1996 and 2013", "1996/2013", "date"),
    ("from 1951 to 98", "1951/1998", "date"),
    ("(1998-99)", "1998/1999", "date"),
    ("1999-00", "1999/2000", "date"),
    ("2004/05", "2004/2005", "date"),
    ("2004–05", "2004/2005", "date"),
    ("2003 - 2005", "2003/2005", "date"),
    ("early 1997", "1997", "date"),
    ("calendar year 2012", "2012", "date"),
    ("in the year 2012", "2012", "date"),
    ("early in 2012", "2012", "date"),
    ("15-Oct-2012", "2012-10-15", "date"),
    ("2012 (May-June)", "2012-05/2012-06", "date"),
    ("May (2012)", "2012-05", "date"),
    ("(May 3, 4, 2013)", "2013-05-03/2013-05-04", "date"),
    ("FYs 2010-2012", "2010-04/2013-03", "fiscal_year"),
    ("(total from FY 1969 to FY 2012)", "1969-04/2013-03", "cumulative"),
    ("2012年度までの累計", "2012-04/2013-03", "cumulative"),
    ("累計（2012年度まで）", "2012-04/2013-03", "cumulative"),
    ("2013年5月3-4日", "2013-05-03/2013-05-04", "date"),
    ("(as of Oct 2013)", "2013-10", "as_of"),
    ("(as of December, 2022)", "2022-12", "as_of"),
    ("as of the October 2018", "2018-10", "as_of"),
    ("as of March 31, 2012", "2012-03-31", "as_of"),
    ("as of2017", "2017", "as_of"),
    ("as of the end of 2015", "2015", "as_of"),
    ("at the end of March 2012", "2012-03", "as_of"),
    ("end-2012", "2012", "as_of"),
    ("number as of Feb. 2021", "2021-02", "as_of"),
    ("stock, as of 2021", "2021", "as_of"),
    ("as of the end of fiscal year 2015", "2015-04/2016-03", "as_of"),
    ("end of fiscal year 2017", "2017-04/2018-03", "as_of"),
    ("FY 2017", "2017-04/2018-03", "fiscal_year"),
    ("FY2015", "2015-04/2016-03", "fiscal_year"),
    ("FY2015/16", "2015-04/2016-03", "fiscal_year"),
    ("FY15", "2015-04/2016-03", "fiscal_year"),
    ("fiscal 2007", "2007-04/2008-03", "fiscal_year"),
    ("the fiscal year 2017", "2017-04/2018-03", "fiscal_year"),
    ("JFY 2012", "2012-04/2013-03", "fiscal_year"),
    ("2012 FY", "2012-04/2013-03", "fiscal_year"),
    ("fiscal year ending March 2012", "2011-04/2012-03", "fiscal_year"),
    ("fiscal 1975-2016", "1975-04/2017-03", "fiscal_year"),
    ("FY 2010 to FY 2012", "2010-04/2013-03", "fiscal_year"),
    ("FY 1998-99", "1998-04/2000-03", "fiscal_year"),
    ("until FY 2004", "2004-04/2005-03", "until"),
    ("until 2006", "2006", "until"),
    ("up to 2010", "2010", "until"),
    ("by the end of 2012", "2012", "until"),
    ("through May 2012", "2012-05", "until"),
    ("(-2005)", "../2005", "until"),
    ("Cumulative (-FY 2003)", "2003-04/2004-03", "cumulative"),
    ("Cumulative total (～2003)", "2003", "cumulative"),
    ("accumulated to FY 2003", "2003-04/2004-03", "cumulative"),
    ("累計（～2003年度）", "2003-04/2004-03", "cumulative"),
    ("(to FY 2003)", "2003-04/2004-03", "until"),
    ("2013~", "2013/..", "since"),
    ("(1997-)", "1997/..", "since"),
    ("FY2010~", "2010-04/..", "since"),
    ("(since 2011)", "2011/..", "since"),
    ("(from 2002)", "2002/..", "since"),
    ("from 2013 onwards", "2013/..", "since"),
    ("2013 and after", "2013/..", "since"),
    ("2013 to the present", "2013/..", "since"),
    ("since May 3, 2010", "2010-05-03/..", "since"),
    ("since about 1990", "1990~/..", "since"),
    ("cumulative total as of FY 2015", "2015-04/2016-03", "cumulative"),
    ("accumulated total as of 2012", "2012", "cumulative"),
    ("total as of 2012", "2012", "cumulative"),
    ("cumulative total until fiscal 2020", "2020-04/2021-03", "cumulative"),
    ("cumulative total fiscal 1951-1998", "1951-04/1999-03", "cumulative"),
    ("(cumulative total for 2000 to 2008)", "2000/2008", "cumulative"),
    ("2012 (cumulative)", "2012", "cumulative"),
    ("total in 2012", "2012", "date"),
    ("1990s", "199X", "date"),
    ("the mid-1990s", "199X", "date"),
    ("the late '90s", "199X", "date"),
    ("1900s", "19XX", "date"),
    ("1980s-1990s", "1980/1999", "date"),
    ("late 16th century", "1501/1600", "date"),
    ("the nineteenth century", "1801/1900", "date"),
    ("circa 1850", "1850~", "date"),
    ("c. 1850", "1850~", "date"),
    ("around 2012", "2012~", "date"),
    ("spring 2012", "2012-21", "date"),
    ("令和5年10月20日", "2023-10-20", "date"),
    ("平成元年", "1989", "date"),
    ("昭和64年1月7日", "1989-01-07", "date"),
    ("大正15年", "1926", "date"),
    ("明治元年", "1868", "date"),
    ("1962年8月", "1962-08", "date"),
    ("２００７年１月１日", "2007-01-01", "date"),
    ("二〇一二年三月", "2012-03", "date"),
    ("平成二十四年", "2012", "date"),
    ("98年", "1998", "date"),
    ("64年10月", "1964-10", "date"),
    ("2012年度", "2012-04/2013-03", "fiscal_year"),
    ("平成24年度", "2012-04/2013-03", "fiscal_year"),
    ("平成31年度", "2019-04/2020-03", "fiscal_year"),
    ("2023年3月現在", "2023-03", "as_of"),
    ("2015年末現在", "2015", "as_of"),
    ("2022年1月～", "2022-01/..", "since"),
    ("2012年以降", "2012/..", "since"),
    ("2012年まで", "2012", "until"),
    ("2010年から2012年まで", "2010/2012", "date"),
    ("2012年～2015年", "2012/2015", "date"),
    ("2019年5月3日～4日", "2019-05-03/2019-05-04", "date"),
    ("2022年1月～3月", "2022-01/2022-03", "date"),
    ("1990年代", "199X", "date"),
    ("16世紀", "1501/1600", "date"),
    ("April 28, 1952–May 3, 1953", "1952-04-28/1953-05-03", "date"),
    ("15-Oct-2012 - 17-Nov-2012", "2012-10-15/2012-11-17", "date"),
    ("Mon 28 April - Fri 2 May 2014", "2014-04-28/2014-05-02", "date"),
    ("Wed, 3 - Fri, 5 April 2013", "2013-04-03/2013-04-05", "date"),
    ("4 -- 6 June 2011", "2011-06-04/2011-06-06", "date"),
    ("may 6, 2012", "2012-05-06", "date"),
    ("2011 august 9", "2011-08-09", "date"),
    ("the 4 th of June, 2011", "2011-06-04", "date"),
    ("May the 5th, 2012", "2012-05-05", "date"),
    ("1961-Aug-09", "1961-08-09", "date"),
    ("1961/Aug/09", "1961-08-09", "date"),
    ("1961.Aug.9", "1961-08-09", "date"),
    ("Aug-09-1961", "1961-08-09", "date"),
    ("2011-Aug", "2011-08", "date"),
    ("2011.Aug", "2011-08", "date"),
    ("8/2011", "2011-08", "date"),
    ("08-2011", "2011-08", "date"),
    ("9-Aug-61", "1961-08-09", "date"),
    ("9 Aug 61", "1961-08-09", "date"),
    ("Aug-61", "1961-08", "date"),
    ("'61-67", "1961/1967", "date"),
    ("2011-08/2012-02", "2011-08/2012-02", "date"),
    ("2011-08-09/2012-02", "2011-08-09/2012-02", "date"),
    ("2011/..", "2011/..", "since"),
    ("2011-08-09/..", "2011-08-09/..", "since"),
    ("../2011", "../2011", "until"),
    ("from May 2011 until now", "2011-05/..", "since"),
    ("1871?", "1871?", "date"),
    ("May 1871?", "1871-05?", "date"),
    ("187X", "187X", "date"),
    ("18XX", "18XX", "date"),
    ("ca. 1870s", "1870~/1879~", "date"),
    ("around spring 1871", "1871-21~", "date"),
    ("as ofAugust 2011", "2011-08", "as_of"),
    ("as of: August 2011", "2011-08", "as_of"),
    ("2011年8～10月", "2011-08/2011-10", "date"),
    ("2011年8月30～9月2日", "2011-08-30/2011-09-02", "date"),
    ("FY ended March 2011", "2010-04/2011-03", "fiscal_year"),
    ("F.Y. 2010", "2010-04/2011-03", "fiscal_year"),
    ("2010/11 FY", "2010-04/2011-03", "fiscal_year"),
    ("FY 2010/2011", "2010-04/2011-03", "fiscal_year"),
    ("FY10-FY12", "2010-04/2013-03", "fiscal_year"),
    ("'97 Nov.", "1997-11", "date"),
    ("'97 Nov. 5", "1997-11-05", "date"),
    ("'89.10", "1989-10", "date"),
    ("1989. 10.", "1989-10", "date"),
    ("1989. 10. 3", "1989-10-03", "date"),
    ("1989. 10 - 1990. 3", "1989-10/1990-03", "date"),
    ("1989.10. -", "1989-10/..", "since"),
    ("3-aug-2011", "2011-08-03", "date"),
    ("16th-17th centuries", "1501/1700", "date"),
    ("the eighteenth and nineteenth centuries", "1701/1900", "date"),
    ("aug-2011", "2011-08", "date"),
    ("平成20～24年度", "2008-04/2013-03", "fiscal_year"),
    ("平成20年度～24年度", "2008-04/2013-03", "fiscal_year"),
    ("平成30～令和2年", "2018/2020", "date"),
    ("昭和63年～平成2年", "1988/1990", "date"),
    ("2008～12年度", "2008-04/2013-03", "fiscal_year"),
    ("2000年（平成12年）1月", "2000-01", "date"),
    ("平成12年（2000年）", "2000", "date"),
    ("2000（平成12）年1月5日", "2000-01-05", "date"),
    ("2014年度（平成26年度）", "2014-04/2015-03", "fiscal_year"),
    ("平成26（2014年度）", "2014-04/2015-03", "fiscal_year"),
    ("平成21年5月（2009年5月）", "2009-05", "date"),
    ("二〇〇九年（平成二十一年）", "2009", "date"),
    ("966年", "0966", "date"),
    ("0130年度", "0130-04/0131-03", "fiscal_year"),
    ("69年8月", "1969-08", "date"),
]
REFUSED = [
    ("2009年（平成22年）", "more than one way"),
    ("2009年（平成21年5月）", "more than one way"), ("2000年5月（平成12年）3月", "more than one way"),
    ("", "no date"), ("Akira Amari", "no date"), ("Abe (May)", "no date"), ("2006 Prime Minister Shinzo Abe", "no date"),
    ("420", "no date"), ("5,789", "no date"), ("2,019", "no date"), ("31.1 billion yen", "no date"), ("2000 yen", "no date"),
    ("US$ 2000", "no date"), ("2000 persons", "no date"), ("999", "no date"), ("2100", "no date"), ("12.50", "no date"),
    ("198.10", "no date"), ("2012.13", "no date"), ("No. 2000", "no date"), ("Expo 2025", "no date"), ("Mon. YYYY", "no date"),
    ("over the past four years", "no date"), ("in 12 years", "no date"), ("for 150 years", "no date"),
    ("40th anniversary", "no date"), ("JENESYS 2.0", "no date"), ("Mars 2012", "no date"), ("~2012", "no date"),
    ("31 February 2012", "no such day"), ("29 February 2013", "no such day"), ("32 May 2012", "no such day"),
    ("Jan. 32, 2012", "no such day"), ("2012/2/30", "no such day"), ("2013-13", "no such day"), ("昭和70年", "no such day"),
    ("平成31年5月1日", "no such day"), ("03/04/2012", "more than one way"), ("2004-05", "more than one way"),
    ("2004-5", "more than one way"), ("12年", "more than one way"), ("57年3月", "more than one way"), ("966年4月", "no date"), ("約500年", "no date"), ("500年間", "no date"), ("明治5年8月", "more than one way"),
    ("May", "year is missing"), ("Apr-May", "year is missing"), ("from May 22 to September 30", "year is missing"),
    ("5月", "year is missing"), ("2010-2005", "ends before"), ("28 December - 5 January 2012", "ends before"),
    ("3 and 7 May 2013", "more than one date"), ("31/2011", "no such day"), ("1871-22", "more than one way"),
    ("2011-08~", "more than one way"), ("187X~", "more than one way"), ("2003-04/2004-05", "no date"),
    ("in 1871?", "no date"), ("2005=100", "no date"), ("'90-04", "more than one way"), ("'98/9", "more than one way"),
    ("1989. 13", "no such day"), ("平成30～32年度", "no such day"), ("平成24～20年度", "ends before"), ("2008～5年", "no such day"),
    ("2000年（平成13年）1月", "more than one way"),
    ("2013年3月期", "a half, a quarter or a week"), ("FYE June 2018", "a half, a quarter or a week"), ("as of 2009/10", "more than one way"), ("2011年8～9月2日", "more than one way"), ("2011年8～9日", "no such day"), ("10-Aug-11", "no date"), ("2000人", "no date"), ("2000円", "no date"), ("1200 MW", "no date"),
    *((text, "a half, a quarter or a week") for text in (
        "Q2 2011", "2011Q2", "2Q2011", "H1 2011", "2011: Q3", "second half of 2011", "the third quarter of FY2011", "2011年上半期",
        "2011年度第2四半期", "2011年春", "2011年8月上旬", "week 12 of 2011", "first six months of 2011", "9 months of 2011",
    )), ("x" * 300 + " 2012", "no date"),
]  # fmt: skip
WITH_YEAR = [
    ("May", "2014-05"), ("(Oct)", "2014-10"), ("(Apr-May)", "2014-04/2014-05"), ("(August-September)", "2014-08/2014-09"),
    ("March:", "2014-03"), ("in May", "2014-05"), ("September 15 to 25", "2014-09-15/2014-09-25"), ("May 3", "2014-05-03"),
    ("the 5th of May", "2014-05-05"), ("5月", "2014-05"), ("5月3日", "2014-05-03"), ("2012", "2012"), ("(August, 2017)", "2017-08"),
]  # fmt: skip
# text, context year, the dates as (EDTF, printed, inherited)
RUNNING = [
    ("2006年9月、冬柴国土交通大臣が来訪", None, [("2006-09", "2006年9月", False)]),
    ("In January 2007 it was agreed, and the first round was held in May.", None,
     [("2007-01", "January 2007", False), ("2007-05", "May", True)]),
    ("held in May, and in Tokyo", None, []),
    ("held in May, and in Tokyo", 2014, [("2014-05", "May", True)]),
    ("In 2010 he came. The following year, in May, he left.", None, [("2010", "2010", False)]),
    ("From 1996 to 2013 they served. In May they left", None, [("1996/2013", "From 1996 to 2013", False)]),
    ("In FY 2017 it rose. In January it fell", None, [("2017-04/2018-03", "FY 2017", False)]),
    ("in April, May, and November 1996.", None,
     [("1996-04", "April", True), ("1996-05", "May", True), ("1996-11", "November 1996", False)]),
    ("(1)2010:Building", None, [("2010", "2010", False)]),
    ("visit to Japanin October 2012.", None, [("2012-10", "October 2012", False)]),
    ("November 2003Foreign Minister", None, [("2003-11", "November 2003", False)]),
    ("1999 Jun.Mr. Koumura", None, [("1999-06", "1999 Jun.", False)]),
    ("Minister SUGIURANov. 2002 Minister", None, [("2002-11", "Nov. 2002", False)]),
    ("Akira Amari2000 Prime Minister", None, [("2000", "2000", False)]),
    ("(Napoli Summit)1995 Their Majesties", None, [("1995", "1995", False)]),
    ("K. METE1997 Nov. Minister", None, [("1997-11", "1997 Nov.", False)]),
    ("1992 Foreign Affairs Vice-Minister, Mr. Koji Kakizawa", None, [("1992", "1992", False)]),
    ("1989.10 Minister for Foreign Affairs S. UNO", None, [("1989-10", "1989.10", False)]),
    ("index of 1989.10", None, []),
    ("1981, 1982, 1983", None, [("1981", "1981", False), ("1982", "1982", False), ("1983", "1983", False)]),
    ("fiscal 2010 and 2011", None,
     [("2010-04/2011-03", "fiscal 2010", False), ("2011-04/2012-03", "2011", True)]),
    ("3 and 7 May 2013", None, [("2013-05-03", "3", True), ("2013-05-07", "7 May 2013", False)]),
    ("May 3 and June 4, 2013", None, [("2013-05-03", "May 3", True), ("2013-06-04", "June 4, 2013", False)]),
    ("February 28 and March 1, 2004", None,
     [("2004-02-28", "February 28", True), ("2004-03-01", "March 1, 2004", False)]),
    ("1,552 (as of the end of June 2013, 11th)", None, [("2013-06", "as of the end of June 2013", False)]),
    ("Total trade (as of 2013, the Ministry)31.1 billion yen", None, [("2013", "as of 2013", False)]),
    ("Between 1996 and 2013, members", None, [("1996/2013", "Between 1996 and 2013", False)]),
    ("Since Mongolia's democratization in 1990, Japan", None, [("1990/..", "1990", False)]),
    ("Up to 1989, when democratization", None, [("1989", "Up to 1989", False)]),
    ("Suspended from 1939, they were taken up in 1957.", None, [("1939/..", "from 1939", False), ("1957", "1957", False)]),
    ("the Treaty of 1864 opened relations", None, [("1864", "1864", False)]),
    ("Parliamentary groups founded: 1996", None, [("1996", "1996", False)]),
    ("Japanese nationals: 1996", None, []),
    ("Major Donors (2016 OECD/DAC)", None, [("2016", "2016", False)]),
    ("(Exports and Imports, 2016)", None, [("2016", "2016", False)]),
    ("102.1 billion yen ('05)", None, [("2005", "'05", False)]),
    ("in the late 16th century and the 1990s", None,
     [("1501/1600", "late 16th century", False), ("199X", "1990s", False)]),
    ("Expo 2025 Osaka", None, []),
    ("Minister MATSUMOTO Takaaki (May)", 2011, [("2011-05", "May", True)]),
    ("Prime Minister May (2017)", 2011, [("2017", "2017", False)]),
    ("In 2017 May visited Japan", None, [("2017", "2017", False)]),
    ("In May 12 students came", 2014, [("2014-05", "May", True)]),
    ("He may march in august company with June", 2014, []),
    ("by May Smith, of June Lee", 2014, []),
    ("Sun Ra and Jan Kubis", 2014, []),
    ("March: Visit of the Minister", 2014, [("2014-03", "March", True)]),
    ("travelled from September 15 to 25, her first", 2019,
     [("2019-09-15/2019-09-25", "from September 15 to 25", True)]),
    ("Oct, 15, 2012 and 2012/04 - 2013/03", None, []), ("prior to 2005, levels of 2000 volunteers", None, []),
    ("the first 2000 copies, up to 2000 people", None, []),
    ("31 February 2012", 2014, []), ("on 32 May 2012", 2014, []), ("May 35, 2012", 2014, []), ("03/04/2012", 2014, []),
    ("2,019 people", None, []), ("2000 students came", None, []), ("US$ 2000", None, []), ("No. 2000", None, []),
    ("2012 people", None, []), ("JENESYS 2.0, JENESYS2015", None, []), ("1.8 billion and 29.3 billion yen", None, []),
    ("Tel: 03-3580-3311, 1998-5678", None, []), ("16,568", None, []), ("rose from 1950 to 2012", None, []),
    ("from 1500 to 2000 persons", None, []), ("around 2000 participants", None, []), ("COVID-19, G20 2019", None, []),
    ("over the past four years, in 12 years, for 150 years, 40th anniversary", 2014, []),
    ("in 2012 May 2013 was fixed", None, [("2012", "2012", False), ("2013-05", "May 2013", False)]),
    ("on 24\nFebruary 1972 and in October\n2012", None,
     [("1972-02-24", "24\nFebruary 1972", False), ("2012-10", "October\n2012", False)]),
    ("Number: 10\nMay 2012 Minister", None, [("2012-05", "May 2012", False)]),
    ("2023年3月に訪日し、5月に会談した", None, [("2023-03", "2023年3月", False), ("2023-05", "5月", True)]),
    ("2020年の訪日者は約3年間で12万人", None, [("2020", "2020年", False)]),
    ("rose in the first half of 2011, fell in 2012", None, [("2012", "2012", False)]),
    ("in Q1 2011, 2Q2011 and 2011 H2; 2011年上半期; 2011年度第1四半期", None, []),
    ("the last quarter of FY2011, week 3 of 2011, six months of 2011", None, []),
    ("In 2011, half of them came", None, [("2011", "2011", False)]),
    ("outlets as ofMay 2011", None, [("2011-05", "as ofMay 2011", False)]),
    ("tel 1998-2012, Law 1998, 2011.Jan", None, []), ("2000 to 3000 tons", None, []), ("year 2000A", None, []),
    ("2010=100, 1990 = 100, GDP=2010, A/2011/5 and S/2011/5", None, []),
    ("in the 16th and 17th centuries", None, [("1501/1700", "16th and 17th centuries", False)]),
    ("'97 Nov. Minister", None, [("1997-11", "'97 Nov.", False)]),
    ("平成20～24年度の累計", None, [("2008-04/2013-03", "平成20～24年度", False)]),
    ("2012年5～2013年6月", None, []), ("from 2013 to May", None, []),
    ("in 2011 it rose " + "and so on " * 30, None, [("2011", "2011", False)]),
    ("In 2011 it was agreed " + "and so on " * 30 + "until in May it was signed", None,
     [("2011", "2011", False), ("2011-05", "May", True)]),
    ("2003 Japanese", None, []),
    ("2003 Japanese in Mongolia, 1998 Mongolians", None, []),
    ("2003 Japanese Prime Minister Koizumi", None, [("2003", "2003", False)]),
    ("1945 Koreans, 1990 Congolese in Japan", None, []),
    ("2011 JOCVs were sent", None, []),
    ("2001 sq km", None, []),
    ("In 2008 financial crisis hit", None, [("2008", "2008", False)]),
    ("the 2008 financial crisis; (2012-13 fiscal years), in 2012-14 (FY)", None, []),
    ("2012 financial results", None, []),
    ("In 2012 Financial Services Minister Jones came", None, [("2012", "2012", False)]),
    ("In the 2012 financial year, in April 2012 Financial Minister Jones", None,
     [("2012-04/2013-03", "2012 financial year", False), ("2012-04", "April 2012", False)]),
    ("2003 Swiss President visits Japan", None, [("2003", "2003", False)]),
    ("2003 Japanese and Mongolian leaders met", None, [("2003", "2003", False)]),
    ("In 2003 Japanese.", None, [("2003", "2003", False)]),
    ("since 1420 AH, in 1420 A.H., 1200 B.C.", None, []),
    ("1993 B.S. YELTSIN", None, [("1993", "1993", False)]),
    ("in the 12th century BC, the 11th-12th centuries B.C., the 3rd century bce", None, []),
    ("in the 12th century B.S. YELTSIN", None, [("1101/1200", "12th century", False)]),
    ("after 2000 years, in 1000 years of history, a 1300-year temple", None, []),
    ("in 2000 year, in 2001-year", None, [("2000", "2000", False)]),
    ("元禄05年3月4日に", 2014, []),
    ("2000年の歴史を持ち、1200年の伝統、2012年の歴史的訪問", None, [("2012", "2012年", False)]),
    ("the year ended March 2012", None, [("2011-04/2012-03", "year ended March 2012", False)]),
    ("the two years ended March 2012", None, []),
    ("the year to March 2014", None, []),
    ("the 12 months ended 30 June 2014, the quarter to March 2014", None, []),
    ("three years ending FY2010", None, []),
    ("Japan’s exports: 785,966 million yen", None, []),
    ("Ｍay ２０１２, ’97", None, [("2012-05", "Ｍay ２０１２", False), ("1997", "’97", False)]),
]  # fmt: skip


@each(("printed", "edtf", "role"), WHOLE)
def test_a_text_that_is_one_date(printed: str, edtf: str, role: str) -> None:
    value = parse_date(printed)
    assert isinstance(value, DateValue), value
    assert (value.edtf, value.role) == (edtf, role)
    check_value(value)


@each(("printed", "reason"), REFUSED)
def test_a_text_that_is_none_is_refused(printed: str, reason: str) -> None:
    refusal = parse_date(printed)
    assert isinstance(refusal, Refusal), refusal
    assert reason in refusal.reason


@each(("printed", "edtf"), WITH_YEAR)
def test_the_year_of_the_context(printed: str, edtf: str) -> None:
    value = parse_date(printed, year=2014)
    assert isinstance(value, DateValue), value
    assert value.edtf == edtf


@each(("text", "year", "expected"), RUNNING)
def test_dates_in_running_text(text: str, year: int | None, expected: list[tuple[str, str, bool]]) -> None:
    found = find_dates(text, year=year)
    assert [(date.value.edtf, text[date.start : date.end], date.inherited) for date in found] == expected
    for date_found in found:
        check_value(date_found.value)


@each(
    ("printed", "start", "end", "precision"),
    [
        ("May 3, 2013", "2013-05-03", "2013-05-03", "day"),
        ("Feb. 2012", "2012-02-01", "2012-02-29", "month"),
        ("2012", "2012-01-01", "2012-12-31", "year"),
        ("FY 2017", "2017-04-01", "2018-03-31", "range"),
        ("1998-99", "1998-01-01", "1999-12-31", "range"),
        ("since 2011", "2011-01-01", None, "open"),
        ("(-2005)", None, "2005-12-31", "open"),
        ("until FY 2004", "2004-04-01", "2005-03-31", "range"),
        ("late 16th century", "1501-01-01", "1600-12-31", "range"),
        ("winter 2011", "2011-01-01", "2012-02-29", "range"),
    ],
)
def test_first_and_last_possible_day(printed: str, start: str | None, end: str | None, precision: str) -> None:
    value = parse_date(printed)
    assert isinstance(value, DateValue)
    assert (value.start, value.end, value.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("month", "edtf", "precision"),
    [(1, "2017", "year"), (4, "2017-04/2018-03", "range"), (7, "2017-07/2018-06", "range")],
)
def test_the_fiscal_year_is_a_parameter(month: int, edtf: str, precision: str) -> None:
    value = parse_date("FY 2017", fiscal_start=month)
    assert isinstance(value, DateValue)
    assert (value.edtf, value.precision, value.role, value.fiscal) == (edtf, precision, "fiscal_year", True)


@each(
    ("text", "reason"),
    [
        ("the first of February 1990", "touches"), ("the Fourth of July, 2013", "touches"), ("eve of 1 January 2000", "touches"),
        ("2013 M5", "touches"), ("2003<", "touches"), ("2014 Apr.-May 2", "no date"),
        ("FY 2013 (April)", "a month"), ("from 2013 to May", "no date"),
        ("2011 PPP $", "prices"), ("2010 (2005=100)", "touches"), ("2005 constant prices", "prices"), ("2022年度比", "比"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_date_may_change_it(text: str, reason: str) -> None:
    value = lone_date(text)
    assert isinstance(value, Refusal)
    assert reason in value.reason


def check_value(value: DateValue) -> None:
    """What holds for every value: valid EDTF, real days, the first not behind the last."""
    assert is_valid(value.edtf), value
    for day in (value.start, value.end):
        assert day is None or date.fromisoformat(day)
    if value.start and value.end:
        assert value.start <= value.end
    assert (value.precision == "open") == (value.start is None or value.end is None)
    assert value.precision in {"day", "month", "year", "range", "open"}
    assert value.role in {"date", "as_of", "since", "until", "cumulative", "fiscal_year"}


PIECES = [
    "2012",
    "1998",
    "99",
    "05",
    "3",
    "31",
    "12",
    "2013.5",
    "2010.10.23",
    "'05",
    "May",
    "June",
    "Oct.",
    "march",
    "Tuesday",
    "FY",
    "fiscal",
    "year",
    "1990s",
    "16th",
    "5th",
    "century",
    "as",
    "of",
    "the",
    "end",
    "since",
    "from",
    "to",
    "until",
    "up",
    "between",
    "and",
    "-",
    "~",
    "/",
    ",",
    "(",
    ")",
    ":",
    ".",
    "\n",
    "early",
    "late",
    "about",
    "c.",
    "spring",
    "onwards",
    "cumulative",
    "total",
    "people",
    "yen",
    "Minister",
    "Expo",
    "in",
    "on",
    "平成",
    "令和5年",
    "2012年",
    "5月",
    "3日",
    "度",
    "現在",
    "まで",
    "から",
    "末",
    "頃",
    "年",
    "２０１２",
    "following",
    "Ä",
    "🙂",
]
MADE_TEXT = st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)
YEARS = st.none() | st.integers(-5, 3000)


def check_found(text: str, found: list[FoundDate]) -> None:
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip()
        check_value(one.value)
        end = one.end


@given(MADE_TEXT | st.text(max_size=60), YEARS, st.integers(1, 12))
def test_any_text_gives_sound_values(text: str, year: int | None, fiscal_start: int) -> None:
    whole = parse_date(text, year=year, fiscal_start=fiscal_start)
    if isinstance(whole, DateValue):
        check_value(whole)
    check_found(text, find_dates(text, year=year, fiscal_start=fiscal_start))


@given(MADE_TEXT | st.text(max_size=60))
def test_no_text_is_left_that_has_a_date(text: str) -> None:
    assert may_tell_year(text) or not running._find(text, None, 4)


JOINED = (
    "May", "May 3", "3 May", "3", "May 2012", "3 May 2012", "May 3, 2012", "2012", "2012 May 3", "2012.5", "2012-05-03", "'05",
    "FY 2012", "FY12", "2012 fiscal year", "spring 2012", "1990s", "16th", "16th century", "centuries", "2012年", "2012年5月",
    "5月", "3日", "平成24年度", "20世紀",
)  # fmt: skip


JOINERS = ("-", " to ", " and ", "~", "/", ", ", " until the ", " to the early ", " - end of the ")
LEADS = ("", "from the ", "between the ", "since ")


@pytest.mark.parametrize("joiner", JOINERS)
def test_any_two_dates_joined_give_sound_values(joiner: str) -> None:
    """Every pair with every joiner, and every lead with every joiner and either date: all four together are four times as
    many, for half a minute."""
    for (at, first), (other, last) in product(enumerate(JOINED), repeat=2):
        text = f"{LEADS[(at + other) % len(LEADS)]}{first}{joiner}{last}"
        whole = parse_date(text)
        if isinstance(whole, DateValue):
            check_value(whole)
        check_found(text, find_dates(text))


DAY_FORMS = (
    "{month} {day}, {year}", "{day} {month} {year}", "{day} {month}, {year}", "{short}. {day}, {year}", "{year} {short}. {day}",
    "{year}.{number}.{day}", "{year}-{number:02}-{day:02}", "{year}/{number}/{day}", "{year}年{number}月{day}日", "on {day} {month} {year}",
)  # fmt: skip
MONTH_FORMS = (
    "{month} {year}", "{short}. {year}", "{short} {year}", "{short}.{year}", "{month}, {year}", "{year} {month}", "{year} {short}.",
    "{year}.{number}", "{year}.{number:02}", "{year}年{number}月", "({month} {year})", "in {month} {year}",
)  # fmt: skip
DAYS = st.dates(date(1000, 1, 1), date(2099, 12, 31))


def printed_as(form: str, day: date) -> str:
    return form.format(
        year=day.year, number=day.month, day=day.day, month=month_name[day.month], short=month_abbr[day.month]
    )


@given(DAYS, st.sampled_from(DAY_FORMS))
def test_a_printed_day_is_read_back(day: date, form: str) -> None:
    value = parse_date(printed_as(form, day))
    assert isinstance(value, DateValue)
    assert value.edtf == value.start == value.end == day.isoformat()


@given(DAYS, st.sampled_from(MONTH_FORMS))
def test_a_printed_month_is_read_back(day: date, form: str) -> None:
    value = parse_date(printed_as(form, day))
    assert isinstance(value, DateValue)
    assert value.edtf == day.isoformat()[:7]


@given(DAYS, DAYS, st.sampled_from(["{} - {}", "from {} to {}", "{}~{}", "between {} and {}"]))
def test_a_printed_range_is_read_back(first: date, last: date, form: str) -> None:
    text = form.format(printed_as("{day} {month} {year}", first), printed_as("{day} {month} {year}", last))
    value = parse_date(text)
    if first < last:
        assert isinstance(value, DateValue)
        assert (value.start, value.end) == (first.isoformat(), last.isoformat())
        assert [one.value for one in find_dates(f"It ran {text}.")] == [value]
    else:
        assert isinstance(value, Refusal)


@pytest.mark.parametrize(
    "unit",
    ["1", "2012 ", "May ", "May 3, ", "May and ", "2012-", "1.", "(", "as of ", "'", "5月", "年", "\n", " ", "a", "A"],
)
def test_hostile_length_costs_little(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    taken = []
    for more in ("", " ", "  "):  # nothing is remembered; the best counts, since garbage may be collected in any
        begin = time.thread_time()
        find_dates(text + more, year=2012)
        parse_date(text + more)
        taken.append(time.thread_time() - begin)
    assert min(taken) < 1.0


@each(
    ("text", "dates"),
    [
        ("In March 2012 they met, and in May again.", ["2012-03", "2012-05"]),
        ("In May they met, and in March 2012 again.", ["1999-05", "2012-03"]),
        ("On the 3rd of May they met.", ["1999-05-03"]),
        ("５月に会い、2012年3月に再会した。", ["1999-05", "2012-03"]),
    ],
)
def test_a_year_given_is_that_of_months_before_the_first_year(text: str, dates: list[str]) -> None:
    assert [found.value.edtf for found in find_dates(text, year=1999)] == dates


def test_the_usual_shapes_are_read_like_any_other() -> None:
    for kinds, core in grammar._USUAL.items():
        assert grammar._whole_core(kinds) == core
        assert [grammar._core(found) for found in grammar.DATE.finditer(kinds)] == [core], kinds
