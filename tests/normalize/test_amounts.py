"""Amounts as sheets print them, one line a case; and properties that hold for any text."""

from __future__ import annotations

import time
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engine.garbage import garbage_waits
from pipeline.normalize.amounts import Amount, UnitContext, find_amounts, parse_unit, why_no_amount
from pipeline.normalize.amounts.atoms import REACH
from pipeline.normalize.amounts.lexicon import lexicon
from pipeline.normalize.amounts.numbers import NUMBER, Number, fold, parse_number, scaled
from tests.each import each

UNITS = Path(__file__).parents[2] / "schemas" / "units.toml"
YEN_BILLION = UnitContext("JPY", 9)
PERSONS = UnitContext("persons")
NO_CONTEXT = UnitContext()
NO_SIGNS = UnitContext(yen_sign=None, dollar_sign=None)

# printed text -> value, unit, status
ONE = [
    # money, currency after
    ("31.1 billion yen.", "31100000000", "JPY", "exact"),
    ("216,262 million yen", "216262000000", "JPY", "exact"),
    ("1.14 trillion yen", "1140000000000", "JPY", "exact"),
    ("239.2 billion JPY", "239200000000", "JPY", "exact"),
    ("3.41billion yen", "3410000000", "JPY", "exact"),
    ("3.782 billion USD", "3782000000", "USD", "exact"),
    ("155.2 million dollars", "155200000", "USD", "exact"),
    ("2 million U.S. dollars", "2000000", "USD", "exact"),
    ("5 million US$", "5000000", "USD", "exact"),
    ("59.9 billion €", "59900000000", "EUR", "exact"),
    ("64.22 (million euros)", "64220000", "EUR", "exact"),
    ("19.60 (million euros) -Main import items", "19600000", "EUR", "exact"),
    ("441 (Billion Yen)", "441000000000", "JPY", "exact"),
    ("5 billion won", "5000000000", "KRW", "exact"),
    ("12 million Swiss francs", "12000000", "CHF", "exact"),
    ("3 million Australian dollars", "3000000", "AUD", "exact"),
    ("7.5 billion Kenyan shillings", "7500000000", "KES", "exact"),
    ("40 crore Indian rupees", "400000000", "INR", "exact"),
    ("100 thousand pounds sterling", "100000", "GBP", "exact"),
    ("a 29.3-billion-yen loan", "29300000000", "JPY", "exact"),
    ("30 billion yen loan", "30000000000", "JPY", "exact"),
    ("500 hundred million yen", "50000000000", "JPY", "exact"),
    ("two million three hundred thousand yen", "2300000", "JPY", "exact"),
    ("two hundred and five million euros", "205000000", "EUR", "exact"),
    ("31.1 billion\nyen", "31100000000", "JPY", "exact"),
    ("17.06 billion yen*2", "17060000000", "JPY", "exact"),
    ("5 persons*1", "5", "persons", "exact"),
    ("21.55\n       billion yen", "21550000000", "JPY", "exact"),
    ("21.55 billion\n            yen", "21550000000", "JPY", "exact"),
    ("2 million U.S.\n         dollars", "2000000", "USD", "exact"),
    ("more\n          than 300 persons", "300", "persons", "at_least"),
    ("US$\n          34.24 million", "34240000", "USD", "exact"),
    ("JPY 1,878\n                    billion", "1878000000000", "JPY", "exact"),
    ("1,234\n                persons", "1234", "persons", "exact"),
    ("31.1\xa0billion\u2009yen", "31100000000", "JPY", "exact"),
    # money, currency before
    ("JPY 1,878 billion", "1878000000000", "JPY", "exact"),
    ("¥1.25 billion", "1250000000", "JPY", "exact"),
    ("¥ 441 billion", "441000000000", "JPY", "exact"),
    ("￥0.8 billion", "800000000", "JPY", "exact"),
    ("US$ 34.24 million", "34240000", "USD", "exact"),
    ("US $ 34.24 million", "34240000", "USD", "exact"),
    ("U.S.$34.24 million", "34240000", "USD", "exact"),
    ("$206.2billion", "206200000000", "USD", "exact"),
    ("$ 44.0 billion", "44000000000", "USD", "exact"),
    ("USD 887 million", "887000000", "USD", "exact"),
    ("€59.9 billion", "59900000000", "EUR", "exact"),
    ("Euro 5 million", "5000000", "EUR", "exact"),
    ("Yen 5 billion", "5000000000", "JPY", "exact"),
    ("$5m", "5000000", "USD", "exact"),
    ("£2bn", "2000000000", "GBP", "exact"),
    ("A$1.5 billion", "1500000000", "AUD", "exact"),
    ("NZ$ 20 mil.", "20000000", "NZD", "exact"),
    ("NT$3 billion", "3000000000", "TWD", "exact"),
    ("HK$1,000", "1000", "HKD", "exact"),
    ("CHF 12 million", "12000000", "CHF", "exact"),
    ("RMB 8 billion", "8000000000", "CNY", "exact"),
    ("US$ million 34.24", "34240000", "USD", "exact"),
    ("Exports31.1 billion yen", "31100000000", "JPY", "exact"),
    ("Exports:¥6.34 billion", "6340000000", "JPY", "exact"),
    ("USD 2013 million", "2013000000", "USD", "exact"),
    ("2013 million yen", "2013000000", "JPY", "exact"),
    # no currency, or none that is clear
    ("12.3 billion", "12300000000", None, "exact"),
    ("26.9 billion (Nickel, Cobalt)", "26900000000", None, "exact"),
    ("5 million rupees", "5000000", None, "exact"),
    ("Rs. 500", "500", None, "exact"),
    ("5 million pesos", "5000000", None, "exact"),
    ("100 million francs", "100000000", None, "exact"),
    # signs, slips, separators
    ("-18,581", "-18581", None, "exact"),
    ("−27.9", "-27.9", None, "exact"),
    ("–27.9", "-27.9", None, "exact"),
    ("△27.9", "-27.9", None, "exact"),
    ("▲ 27.9", "-27.9", None, "exact"),
    ("-¥27.9 billion", "-27900000000", "JPY", "exact"),
    ("¥-27.9 billion", "-27900000000", "JPY", "exact"),
    ("negative 5.2%", "-5.2", "percent", "exact"),
    ("minus 5.2%", "-5.2", "percent", "exact"),
    ("+5.2%", "5.2", "percent", "exact"),
    ("- 420", "420", None, "exact"),
    ("105,5", "105.5", None, "exact"),
    ("1,23", "1.23", None, "exact"),
    ("0,234 billion yen", "234000000", "JPY", "exact"),
    ("rate: 110.218 (2019)", "110.218", None, "exact"),
    ("0.923", "0.923", None, "exact"),
    ("5%+", "5", "percent", "at_least"),
    ("5 million yen+", "5000000", "JPY", "at_least"),
    ("8,848 m", "8848", "metres", "exact"),
    ("5 Brazilian real estate firms", "5", "companies", "exact"),
    ("GDP (current US$): 4,535", "4535", "USD", "exact"),
    ("KWD 1.234", "1.234", "KWD", "exact"),
    ("US$ 1.234 billion", "1234000000", "USD", "exact"),
    ("CHF 2'345,60", "2345.60", "CHF", "exact"),
    ("12\u066b34", "12.34", None, "exact"),
    ("(-) 3.4%", "-3.4", "percent", "exact"),
    ("(+) 3.4%", "3.4", "percent", "exact"),
    ("7.5 GWh", "7.5", None, "exact"),
    ("two and a half million dollars", "2500000", "USD", "exact"),
    ("one and a half billion yen", "1500000000", "JPY", "exact"),
    # currencies with their country, and those of former times
    ("8 million Belgian francs", "8000000", "BEF", "exact"),
    ("8 million Rwandan francs", "8000000", "RWF", "exact"),
    ("8 million Nigerian naira", "8000000", "NGN", "exact"),
    ("8 million Bulgarian leva", "8000000", "BGN", "exact"),
    ("8 million Omani riyals", "8000000", "OMR", "exact"),
    ("8 million Nicaraguan cordobas", "8000000", "NIO", "exact"),
    ("8 Trinidadian and Tobagonian", "8", None, "exact"),
    ("8 million Swiss dinars", "8000000", None, "exact"),
    ("DM 30 million", "30000000", "DEM", "exact"),
    ("30 dm", "30", None, "exact"),
    ("60 million Deutsche Marks", "60000000", "DEM", "exact"),
    ("ITL 200 billion", "200000000000", "ITL", "exact"),
    ("AU $75.50", "75.50", "AUD", "exact"),
    ("BZ$ 2 million", "2000000", "BZD", "exact"),
    ("3 $U", "3", None, "exact"),
    # a measure behind another word is another measure, and not every noun of a nationality is people
    ("30 billion cubic metres", "30000000000", None, "exact"),
    ("7 Japanese restaurants", "7", None, "exact"),
    ("9,000 British thermal units", "9000", None, "exact"),
    ("5 人民币", "5", "CNY", "exact"),
    ("7 per 100 inhabitants", "7", None, "exact"),
    ("1.234.567", "1234567", None, "exact"),
    ("1.234,56 euros", "1234.56", "EUR", "exact"),
    ("1 234 567", "1234567", None, "exact"),
    ("114\u202f899", "114899", None, "exact"),
    ("114 899 persons", "114899", "persons", "exact"),
    ("1'234'567", "1234567", None, "exact"),
    ("1,23,456", "123456", None, "exact"),
    ("(27.9)", "27.9", None, "exact"),
    # bounds and approximations
    ("around 300", "300", None, "approximate"),
    ("approx. 3 billion yen", "3000000000", "JPY", "approximate"),
    ("approx.300", "300", None, "approximate"),
    ("About 23,693", "23693", None, "approximate"),
    ("approximately 2.17 million", "2170000", None, "approximate"),
    ("roughly 40 companies", "40", "companies", "approximate"),
    ("some 300 students", "300", "students", "approximate"),
    ("nearly US$ 5 million", "5000000", "USD", "approximate"),
    ("almost 90%", "90", "percent", "approximate"),
    ("300 or so", "300", None, "approximate"),
    ("約3,801万人", "38010000", "persons", "approximate"),
    ("over 80", "80", None, "at_least"),
    ("more than 100", "100", None, "at_least"),
    ("at least about 300", "300", None, "at_least"),
    ("not less than 5 million yen", "5000000", "JPY", "at_least"),
    ("100 or more", "100", None, "at_least"),
    ("100 persons or more", "100", "persons", "at_least"),
    ("100 or more persons", "100", "persons", "at_least"),
    ("100+", "100", None, "at_least"),
    ("100人以上", "100", "persons", "at_least"),
    ("less than 10 companies", "10", "companies", "at_most"),
    ("under 50", "50", None, "at_most"),
    ("up to 50 persons", "50", "persons", "at_most"),
    ("at most 3 billion yen", "3000000000", "JPY", "at_most"),
    ("no more than 5", "5", None, "at_most"),
    ("100人未満", "100", "persons", "at_most"),
    ("1億円以下", "100000000", "JPY", "at_most"),
    # counts
    ("420", "420", None, "exact"),
    ("5,789", "5789", None, "exact"),
    ("114,899 persons", "114899", "persons", "exact"),
    ("Japan:8", "8", None, "exact"),
    ("125 Japanese residing in Kenya", "125", "persons", "exact"),
    ("110 Japanese", "110", "persons", "exact"),
    ("12 Japanese affiliated companies", "12", "companies", "exact"),
    ("362 investments", "362", "cases", "exact"),
    ("14 cases", "14", "cases", "exact"),
    ("16 projects of general cultural grant assistance", "16", "projects", "exact"),
    ("(1 project: Dry Port)", "1", "projects", "exact"),
    ("3 Cultural Grassroots Projects", "3", "projects", "exact"),
    ("5 Yen Loan Projects", "5", "projects", "exact"),
    ("(=1 person each in 2006)", "1", "persons", "exact"),
    ("(=2 persons in 2011 and 2013)", "2", "persons", "exact"),
    ("12 rounds of negotiations", "12", "times", "exact"),
    ("12 years", "12", "years", "exact"),
    ("2.17 million Japanese visitors", "2170000", "persons", "exact"),
    ("1988 students", "1988", "persons", "exact"),
    ("3.7%", "3.7", "percent", "exact"),
    ("3.7 percent", "3.7", "percent", "exact"),
    ("3.7 per cent", "3.7", "percent", "exact"),
    ("3.7％", "3.7", "percent", "exact"),
    ("5,000 m2", "5000", "square_metres", "exact"),
    ("1.56 million square kilometers", "1560000", "square_kilometres", "exact"),
    ("783 (as of October 2016)", "783", None, "exact"),
    ("63,659(October 2021, Ministry of Foreign Affairs)", "63659", None, "exact"),
    ("5,789 (as of June 2013)", "5789", None, "exact"),
    ("1,552 (as of June 2013, 11th in nationality rankings)", "1552", None, "exact"),
    ("Japanese residents: 1988", "1988", None, "exact"),
    ("1988", "1988", None, "exact"),
    ("102.1 billion yen ('05)", "102100000000", "JPY", "exact"),
    ("Japanin October 2012: 5 persons", "5", "persons", "exact"),
    ("5 million kina", "5000000", "PGK", "exact"),
    ("8.6 billions of dollars", "8600000000", "USD", "exact"),
    ("8.6 billion U.S.dollars", "8600000000", "USD", "exact"),
    ("31.1 bln. yen", "31100000000", "JPY", "exact"),
    ("31.1 B yen", "31100000000", "JPY", "exact"),
    ("Exports (US$ million): 34.2", "34200000", "USD", "exact"),
    ("Area (sq. km) (thousands) 1,564.1", "1564100", "square_kilometres", "exact"),
    ("Imports (2013, million yen) 27", "27000000", "JPY", "exact"),
    ("Remittances (received) (millions) 449", "449000000", None, "exact"),
    ("Growth (annual) (%) 1.6", "1.6", "percent", "exact"),
    ("Exports (Nickel) 27.4", "27.4", None, "exact"),
    ("US$ 8.6 (billion)", "8600000000", "USD", "exact"),
    ("JPY 8.6 (billion yen)", "8600000000", "JPY", "exact"),
    ("JPY 8.6 (million euros)", "8.6", "JPY", "exact"),
    ("the total—32 companies", "32", "companies", "exact"),
    ("8.6 [billion yen]", "8600000000", "JPY", "exact"),
    ("$5 million (AUD)", "5000000", "AUD", "exact"),
    ("US$ around 5 million", "5000000", "USD", "approximate"),
    ("5 million (approx.)", "5000000", None, "approximate"),
    ("300-odd students", "300", "students", "approximate"),
    ("approximately 1500 Japanese nationals", "1500", "persons", "approximate"),
    ("5 million yen or more", "5000000", "JPY", "at_least"),
    ("5 m²", "5", "square_metres", "exact"),
    ("1万2,345人", "12345", "persons", "exact"),
    ("計5件", "5", "cases", "exact"),
    ("12 Kenyans", "12", "persons", "exact"),
    ("Rs. 1,23,45,678", "12345678", None, "exact"),
    ("INR 5 crore", "50000000", "INR", "exact"),
    ("AUD $25", "25", "AUD", "exact"),
    ("RM 2.5 million", "2500000", "MYR", "exact"),
    ("100 CAD", "100", "CAD", "exact"),
    ("199 Kč", "199", "CZK", "exact"),
    ("5 million French francs", "5000000", "FRF", "exact"),
    ("1 trillion 200 billion yen", "1200000000000", "JPY", "exact"),
    ("highest point: 2,606 m", "2606", "metres", "exact"),
    (".5%", "0.5", "percent", "exact"),
    ("512millionyen", "512000000", "JPY", "exact"),
    ("two billion dollars", "2000000000", "USD", "exact"),
    ("about half a million yen", "500000", "JPY", "approximate"),
    ("約三千五百億円", "350000000000", "JPY", "approximate"),
    ("Total 300", "300", None, "exact"),
    # zero
    ("0 million yen", "0", "JPY", "zero"),
    ("0", "0", None, "zero"),
    ("-0.0", "0.0", None, "zero"),
    # Japanese
    ("150.86億円", "15086000000", "JPY", "exact"),
    ("282.7万人", "2827000", "persons", "exact"),
    ("32.2万平方キロメートル", "322000", "square_kilometres", "exact"),
    ("1兆2,345億円", "1234500000000", "JPY", "exact"),
    ("2兆7,842.22億円", "2784222000000", "JPY", "exact"),
    ("1億2,345.6万人", "123456000", "persons", "exact"),
    ("3億5,000万ドル", "350000000", "USD", "exact"),
    ("３，８０１人", "3801", "persons", "exact"),
    ("約７割", "70", "percent", "approximate"),
    ("8割以上", "80", "percent", "at_least"),
    ("5千人", "5000", "persons", "exact"),
    ("20百万円", "20000000", "JPY", "exact"),
    ("12億米ドル", "1200000000", "USD", "exact"),
    ("5万ユーロ", "50000", "EUR", "exact"),
    ("在留邦人数：1,234人", "1234", "persons", "exact"),
    # words
    ("none", None, None, "none"),
    ("None in FY 2017", None, None, "none"),
    ("Loans: None", None, None, "none"),
    ("nil", None, None, "none"),
    ("N/A", None, None, "not_available"),
    ("n.a.", None, None, "not_available"),
    ("not available", None, None, "not_available"),
    ("-", None, None, "not_available"),
    ("…", None, None, "not_available"),
    ("Grants: -", None, None, "not_available"),
    ("Figures currently being compiled", None, None, "being_compiled"),
    ("集計中", None, None, "being_compiled"),
    ("なし", None, None, "none"),
    ("zero", "0", None, "zero"),
    # a dash behind words for people is no minus, brackets beside another value are none
    ("Population, thousands - 63.5", "63500", None, "exact"),
    ("Imports in EUR million – 63.5", "63500000", "EUR", "exact"),
    ("Balance (US$ 2.4 billion)", "2400000000", "USD", "exact"),
    # hundredths of a pound, and money of Bosnia and Herzegovina as well as kilometres
    ("64 GBp", "64", None, "exact"), ("64 GBP", "64", "GBP", "exact"),
    # the last letters of a word are no label of numbers that name something
    ("Companies in ASEAN: 310", "310", None, "exact"), ("Crank: 310", "310", None, "exact"),
    ("310 KM", "310", None, "exact"), ("310 km", "310", "kilometres", "exact"),
]  # fmt: skip

NOTHING = [
    "3割5分",
    "", "no number at all", "in 2013", "since 1999", "FY 2017", "FY2015", "(2019)", "2018.8",
    "1989.10 Minister for Foreign Affairs S. UNO", "May 3-4, 2013", "24 February 1972", "February 24, 1972",
    "28th April, 1952", "Oct. 2013", "Oct.2009", "2018 Jan.", "2010 March", "May 3 and 4, 2013", "2018-08-12",
    "2018/8/12", "12.05.2018", "1998-99", "(1998-99)", "from 1951 to 98", "from 2016 to 2017", "2013~", "(1997-)",
    "2018/2019", "('05)", "fiscal 1975-2016", "40th anniversary", "12th largest amount", "third", "the 1990s",
    "2022年1月", "令和5年10月20日", "98年", "第3回",
    "(1)", "(1) Political relations", "1. Overview", "2.Economic Ties", "(i)",
    "①", "No. 5", "No.5", "Article 9", "G7", "G-20", "Expo 2025", "JENESYS 2.0", "TICAD7", "TICAD 7", "PALM8",
    "COVID-19", "COVID-19 cases", "Loans※1", "Loans†2", "TPP11", "A380", "ASEAN+3", "Tel: 03-3580-3311", "+81-3-3580-3311", "Phase 2",
    "10:30", "5 p.m.", "24/7", "1/3", "2 ½", "½", "1e9", "1e999999999", "٣", "1,2345", "007", "1,23,45", "9" * 31,
    "1" + ",000" * 11, "two countries", "four grand champions", "40-year history", "12-day visit", "3D",
    "2006 Prime Minister Nguyen Tan Dung", "2008 Members of Parliament delegation",
    "(1)2010: Visit of the Foreign Minister", "in 2012 students came", "None of the members came",
    "zero-emission vehicles", "1.1 Trade", "https://www.mofa.go.jp/page3_001234.html", "Group of 77", "35°C",
    "1981, 1982, 1983", "5 m", "2千5百万円", "1億2兆円", "420 530 610", "Heisei 25", "H1N1", "of2017", "Main items",
    "ranked 5", "2012 Ha Noi", "1989 Ton Duc Thang", "2002.06 T.I.H. Prince", "Euro 2012", "in 2013 yen appreciated",
    "2013 yen loan agreement", "2010-2015", "in 2013-2014 students", "7:00 a.m.", "5 1/2 years", "3回目", "3度", "1位",
    "--1", "5 million billion", "M7", "5.5.5", "±5", "300/400", "1_000", "35°", "1st", "1 st", "22-25 May 2013",
    "2-2-1 Kasumigaseki", "〒100-8919", "100-8919", "1..5", "1,,000", "3%-2%", "1 trillion 200 billion", "Windows 95", "Rank: 5",
    "country comparison to the world: 141", "数千万円", "二、三千万円", "3千五百万円", "two or three billion dollars", "1.5k", ".5",
    "two thousand three million yen", "two million five thousand million yen", "eighty eleven yen", "point five million yen",
    "Imports (yen) (US$ million) 27", "scale 1:250,000", "47°55'N", "Coordinates: 46 00 N, 105 00 E", "on flight 501", "US$(1,234)",
    "1-2-3-4-5", "—27.9", "Balance: ―27.9", "ー27.9", "5)",
    "2 x 500 g", "ages 15-24", "1.727 Ft", "$119. 95", "118, 99 TL", "$ 5 -10 million", "5. 12 billion yen", "+976", "(+81)", "country code - 81", "21 世紀", "5 G", "US$ 5%", "H.M.S. 3",
    "15-24 years:", "15 years and over:",
    "1.234", "Rp 25.750", "€ 3.100", "25.750 persons", "2.468,-", "± 5%", "+/- 5%", "26-09", "SARS−19", "several million 34",
    "Million US$ 34.24", "45€ 90", "1350€700", "the flight of Voyager 2 in 1979", "the course “English 101” is", "three million", "B-2", "#5", "Windows NT4", "1,234¹",
    "7 million and a half", "2 and a quarter", "Capital account (million US$) - 4 175", "Current account, in million euros - 63.5",
    "Balance: (US$ 2.4 billion)", "a net result of (€35 million)", "48. 75", "GMT +3 hours", "UTC -4.5 hours", "ISO numeric 392", "SKU: 80417",
    "Serial number: 55902", "Part number 8841", "64 GBp million", "64 ABC million", "Loans: 64 GBp thousand in 2012", "310 KM billion",
]  # fmt: skip


def only(text: str, context: UnitContext = NO_CONTEXT) -> Amount:
    found = find_amounts(text, context=context)
    assert len(found) == 1, found
    return found[0]


def values(text: str, context: UnitContext = NO_CONTEXT) -> list[tuple[str | None, str | None]]:
    return [(None if a.value is None else str(a.value), a.unit) for a in find_amounts(text, context=context)]


@each(("text", "value", "unit", "status"), ONE)
def test_one_amount(text: str, value: str | None, unit: str | None, status: str) -> None:
    found = only(text)
    assert (None if found.value is None else str(found.value), found.status) == (value, status)
    assert found.unit == ("persons" if unit == "students" else unit)
    assert text[found.start : found.end] == found.printed


@each("text", NOTHING)
def test_no_amount(text: str) -> None:
    assert find_amounts(text) == []


RANGES = [
    ("up to 300-400 persons", "300", "400", "persons"),
    ("300 to about 400 persons", "300", "400", "persons"),
    ("5～10人", "5", "10", "persons"),
    ("-5 to 5%", "-5", "5", "percent"),
    ("2%-3%", "2", "3", "percent"),
    ("€1,000–€1,500", "1000", "1500", "EUR"),
    ("€2bn-€3bn", "2000000000", "3000000000", "EUR"),
    ("25-30 million yen", "25000000", "30000000", "JPY"),
    ("US$ 25 to 30 million", "25000000", "30000000", "USD"),
    ("US$ 25 million to US$ 30 million", "25000000", "30000000", "USD"),
    ("between 20 and 30 million dollars", "20000000", "30000000", "USD"),
    ("800,000 to 1.2 million persons", "800000", "1200000", "persons"),
    ("100~200人", "100", "200", "persons"),
    ("3-5%", "3", "5", "percent"),
    ("1500-2000 persons", "1500", "2000", "persons"),
    ("ranging from 20 to 30 projects", "20", "30", "projects"),
    ("25 – 30 persons", "25", "30", "persons"),
    ("from 200 to 300 persons", "200", "300", "persons"),
    ("Cost: from 5 to 6 million yen", "5000000", "6000000", "JPY"),
]


@each(("text", "low", "high", "unit"), RANGES)
def test_range(text: str, low: str, high: str, unit: str) -> None:
    found = only(text)
    assert (found.value, str(found.low), str(found.high), found.unit, found.status) == (
        None,
        low,
        high,
        unit,
        "approximate",
    )


MANY = [
    ("在留邦人数 420名 6．在日邦人", [("420", "persons")]),
    ("30 million yen/US$ 300 thousand", [("30000000", "JPY"), ("300000", "USD")]),
    ("over 1,000 and under 2,000 persons", [("1000", "persons"), ("2000", "persons")]),
    ("500 yen 3 persons", [("500", "JPY"), ("3", "persons")]),
    ("420 Euro 59.9 billion", [("420", None), ("59900000000", "EUR")]),
    ("5 million (100 million yen)", [("5000000", None), ("100000000", "JPY")]),
    ("1億円以上2億円未満", [("100000000", "JPY"), ("200000000", "JPY")]),
    ("Year 2012 2013 2014 Exports 27.4 105.5 18,581", [("27.4", None), ("105.5", None), ("18581", None)]),
    ("420 companies (30%)", [("420", "companies"), ("30", "percent")]),
    ("between 2010 and 2015, 300 students", [("300", "persons")]),
    ("29.3 and 1.8 billion yen", [("29300000000", "JPY"), ("1800000000", "JPY")]),
    ("10, 20 and 30 million yen", [("10000000", "JPY"), ("20000000", "JPY"), ("30000000", "JPY")]),
    ("rose from 20 to 30 million dollars", [("20000000", "USD"), ("30000000", "USD")]),
    ("114,899 and 1.8 million yen", [("114899", "JPY"), ("1800000", "JPY")]),
    ("US$1=¥110", [("1", "USD"), ("110", "JPY")]),
    ("239.2 billion JPY 181.0 billion JPY", [("239200000000", "JPY"), ("181000000000", "JPY")]),
    ("420 USD 887 million", [("420", None), ("887000000", "USD")]),
    ("31.1 billion yen. (27.4 billion yen surplus in Japan’s favor)", [("31100000000", "JPY"), ("27400000000", "JPY")]),
    ("$6.5 million for 16 projects and $0.8 million for 3 Cultural Grassroots Projects ($ 0.4 million in 2007)",
     [("6500000", "USD"), ("16", "projects"), ("800000", "USD"), ("3", "projects"), ("400000", "USD")]),
    ("12.5 105.5 -18,581", [("12.5", None), ("105.5", None), ("-18581", None)]),
    ("(as of 2013, the Ministry of Finance, Japan)31.1 billion yen.", [("31100000000", "JPY")]),
    ("Loans: none\nGrants: 5 million yen", [(None, None), ("5000000", "JPY")]),
    ("49,90 EUR 599,00 EUR", [("49.90", "EUR"), ("599.00", "EUR")]),
    ("10 € 20 €", [("10", "EUR"), ("20", "EUR")]),
    ("Aid (100 million yen): 12.3", [("1230000000", "JPY")]),
    ("Aid (US$ million) 12.3 14.5", [("12300000", "USD"), ("14500000", "USD")]),
    ("64.22 (million euros) 12", [("64220000", "EUR"), ("12", None)]),
    ("6.2 (billion, 2013) 5.1", [("6200000000", None), ("5.1", None)]),
    ("Japan:8 Kenya:12", [("8", None), ("12", None)]),
    ("(US$ million) 2012 34.2 2013 35.1", [("34200000", "USD"), ("35100000", "USD")]),
    ("5 (US$ million) 2012 34.2", [("5000000", "USD"), ("34.2", None)]),
    ("1. 2.1 billion yen", [("2100000000", "JPY")]),
    ("1. 300 persons", [("300", "persons")]),
    ("1. USA 25.73 2. Japan 13.33", [("25.73", None), ("13.33", None)]),
    ("rose by 1. Exports 5", [("1", None), ("5", None)]),
    ("0-14 years: 26.95%", [("26.95", "percent")]),
    ("100 日本人", [("100", None)]),
]  # fmt: skip


@each(("text", "expected"), MANY)
def test_many(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert values(text) == expected


@each(
    ("text", "expected"),
    [
        ("(Yen: billion)", ("JPY", 9)),
        ("(Billion Yen)", ("JPY", 9)),
        ("in Japanese Yen", ("JPY", 0)),
        ("Trade with Japan (in Japanese Yen):", ("JPY", 0)),
        ("(million euros)", ("EUR", 6)),
        ("Unit: US$ million", ("USD", 6)),
        ("(Unit: 1,000 persons)", ("persons", 3)),
        ("(US$1,000)", ("USD", 3)),
        ("(100 million yen)", ("JPY", 8)),
        ("百万円", ("JPY", 6)),
        ("（単位：億円）", ("JPY", 8)),
        ("千人", ("persons", 3)),
        ("Japan-Mongolia Trade (Yen: billion)", ("JPY", 9)),
        ("Trade with Japan (2019, million US dollars)", ("USD", 6)),
        ("(%)", ("percent", 0)),
        ("(in millions)", (None, 6)),
        ("Tourist arrivals (000)", (None, 3)),
        ("(US$ '000)", ("USD", 3)),
        ("(2005=100)", None),
        ("(million pesos)", (None, 6)),
        ("$ billion", ("USD", 9)),
        ("Yen Loans", None),
        ("Companies", None),
        ("Japanese companies in Kenya", None),
        ("Trade (2016)", None),
        ("", None),
        ("in Kenya", None),
        ("(Yen: billion) (US$ million)", None),
        ("Economic Relations (Exports and Imports, 2016)", None),
    ],
)
def test_unit_of_a_heading(text: str, expected: tuple[str | None, int] | None) -> None:
    assert parse_unit(text) == expected


def test_bare_signs_mean_what_the_publisher_says() -> None:
    assert (only("$5 million", NO_SIGNS).unit, only("¥5", NO_SIGNS).note) == (None, "a bare ¥ has no currency here")
    assert only("¥5 million", UnitContext(yen_sign="CNY")).unit == "CNY"
    assert parse_unit("($ million)", NO_SIGNS) == (None, 6)


@each(
    ("text", "context", "value", "unit", "basis"),
    [
        ("29.3", YEN_BILLION, "29300000000", "JPY", "inherited"),
        ("441 billion (2022)", UnitContext("JPY"), "441000000000", "JPY", "inherited"),
        ("29.3 million", YEN_BILLION, "29300000", "JPY", "inherited"),
        ("¥441", YEN_BILLION, "441000000000", "JPY", "stated"),
        ("¥441,000,000", YEN_BILLION, "441000000", "JPY", "stated"),
        ("USD 441", YEN_BILLION, "441", "USD", "stated"),
        ("77 persons", YEN_BILLION, "77", "persons", "stated"),
        ("3.7%", YEN_BILLION, "3.7", "percent", "stated"),
        ("420", PERSONS, "420", "persons", "inherited"),
        ("12.3 billion", UnitContext(), "12300000000", None, "unknown"),
        ("2018.8", YEN_BILLION, "2018800000000", "JPY", "inherited"),
        ("5.2", UnitContext(None, 6), "5200000", None, "unknown"),
    ],
)
def test_context(text: str, context: UnitContext, value: str, unit: str | None, basis: str) -> None:
    found = only(text, context)
    assert (str(found.value), found.unit, found.unit_basis) == (value, unit, basis)


@each(
    ("text", "printed", "noun"),
    [
        ("invitation of around 300 Mongolian youths to Japan", "around 300", "Mongolian youths"),
        ("110 Japanese residing in Estonia", "110", "Japanese"),
        ("114,899 persons in all", "114,899 persons", "persons"),
        ("1,406 Swiss nationals", "1,406", "Swiss nationals"),
        ("362 investments", "362", "investments"),
        ("12 rounds of negotiations", "12", "rounds of negotiations"),
        ("3 Cultural Grassroots Projects", "3", "Cultural Grassroots Projects"),
        ("5 elephants", "5", "elephants"),
        ("US$ 34.24 million (12th)", "US$ 34.24 million", None),
        ("64.22 (million euros)", "64.22 (million euros)", None),
        ("Exports: 26.9 billion (Nickel)", "26.9 billion", None),
        ("over US$ 5 million,", "over US$ 5 million", None),
        ("5 of 12 members", "5", None),
    ],
)
def test_span_and_noun(text: str, printed: str, noun: str | None) -> None:
    found = find_amounts(text)[0]
    assert (found.printed, found.noun) == (printed, noun)


@each(
    ("text", "decimals", "power"),
    [
        ("31.1 billion yen", 1, 9),
        ("216,262 million yen", 0, 6),
        ("420", 0, 0),
        ("181.0 billion JPY", 1, 9),
        ("1兆2,345億円", 0, 8),
    ],
)
def test_printed_precision(text: str, decimals: int, power: int) -> None:
    assert (only(text).decimals, only(text).unit_mult) == (decimals, power)


@each(
    ("text", "reason"),
    [
        ("pesos", "no number"),
        ("three thousand", "a number in words that is not read"),
        ("in 2012", "a year"),
        ("21st century", "an ordinal"),
        ("world ranking: 12", "a rank, or the number of something"),
        ("2. Trade", "an item number"),
        ("+976", "a telephone code"),
        ("Tel: 03-3580-3311", "a telephone number, an address or a chain of figures"),
        ("G7", "part of a word, a date, a rank or a longer figure"),
        ("1.234", "a point before three figures may part thousands or decimals"),
        ("1,23,45", "figures that print no single value"),
        ("$119. 95", "figures that may be one number or several"),
        ("15 years and over:", "an age or a class that labels what follows"),
    ],
)
def test_a_refusal_says_why(text: str, reason: str) -> None:
    assert (find_amounts(text), why_no_amount(text)) == ([], reason)


def test_skipped_spans_are_no_amounts() -> None:
    text = "12 March to 420 persons"
    assert [a.value for a in find_amounts(text, skip=[(0, 8)])] == [420]
    assert find_amounts("420", skip=[(0, 3)]) == []


def test_a_skipped_year_before_a_currency_is_none_unless_modern() -> None:
    assert values("1200 US dollars", NO_CONTEXT) == [("1200", "USD")]
    assert [a.unit for a in find_amounts("1200 US dollars", skip=[(0, 4)])] == ["USD"]
    assert find_amounts("2012 US dollars", skip=[(0, 4)]) == []
    assert find_amounts("1200", skip=[(0, 4)]) == []


def test_a_slip_is_noted() -> None:
    assert only("105,5").note == "decimal comma read as a decimal point"
    assert only("¥5 million euros").note is not None


def test_every_unit_of_the_lexicon_is_in_the_closed_list() -> None:
    units = tomllib.loads(UNITS.read_text("utf-8"))["unit"]
    codes = [unit["code"] for unit in units]
    assert len(codes) == len(set(codes))
    assert {unit["family"] for unit in units} <= {"money", "count", "share", "rank", "area", "other"}
    nouns = lexicon().nouns
    assert {*nouns.direct.values(), *nouns.things.values(), *nouns.singular.values()} <= set(codes)


def test_lexicon_phrases_are_folded() -> None:
    words = lexicon()
    for phrase in [
        *words.currencies,
        *words.scales,
        *words.bounds,
        *words.late_bounds,
        *words.statuses,
        *words.nouns.things,
    ]:
        assert fold(phrase) == phrase


PIECES = [
    "yen",
    "US$",
    "million",
    " ",
    "-",
    "to",
    "and",
    "12",
    "3.4",
    "1,234",
    "2013",
    "(",
    ")",
    ":",
    "%",
    "May",
    "persons",
    "約",
    "億",
    "円",
    "\n",
    ",",
    "none",
    "about",
    "１２",
    "½",
    "+",
    "/",
]
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@given(TEXTS)
def test_any_text(text: str) -> None:
    found = find_amounts(text, context=YEN_BILLION)
    place = 0
    for amount in found:
        assert text[amount.start : amount.end] == amount.printed
        assert place <= amount.start < amount.end
        assert (
            amount.status in {"none", "not_available", "being_compiled"}
            or amount.value is not None
            or amount.low is not None
        )
        place = amount.end
    assert parse_unit(text) is None or isinstance(parse_unit(text), tuple)


@given(st.text(max_size=80))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


WORDS = [st.sampled_from([*sorted(words), ""]) for words in (lexicon().bounds, lexicon().currencies, lexicon().scales)]
BOUND, CURRENCY, SCALE = WORDS
LABEL = st.sampled_from(
    [
        "",
        "Loans: ",
        "Exports (total):",
        "None: ",
        "Tel: ",
        "Aid, one million yen: ",
        "Trade (million yen): ",
        "Trade in US$ million: ",
        "world ranking: ",
        "(",
    ]
)
BRACKET = st.sampled_from(
    [
        "",
        " (wool, etc.)",
        " (million)",
        " (USD)",
        " (yen, total)",
        " (approx.)",
        " (two million)",
        " (12)",
        " (as of May 2013)",
        " (yen, 2013)",
        ")",
        " [x]",
    ]
)
FIGURE = st.sampled_from(
    ["5", "420", "2012", "1,234", "31.1", "1.234", "0", "2018.8", "-7", "100,000,000", "25-30", "3-1.5"]
)
UNIT = st.one_of(CURRENCY, st.sampled_from(sorted(lexicon().nouns.direct)))


@given(
    st.tuples(BOUND, CURRENCY, FIGURE, SCALE, UNIT),
    st.sampled_from(["", " "]),
    LABEL,
    BRACKET,
    st.sampled_from(["", "."]),
    st.booleans(),
)
def test_the_short_cut_reads_what_the_grammar_reads(
    words: tuple[str, ...], gap: str, label: str, bracket: str, end: str, in_capitals: bool
) -> None:
    text = label + gap.join(word.upper() if in_capitals else word for word in words if word) + bracket + end
    for context in (NO_CONTEXT, YEN_BILLION, PERSONS, NO_SIGNS):
        by_grammar = find_amounts(text, context=context, skip=[(0, 0)])
        assert find_amounts(text, context=context) == by_grammar


MONEY = st.sampled_from(
    [
        ("¥{}", "JPY"),
        ("{} yen", "JPY"),
        ("US$ {}", "USD"),
        ("{} million dollars", "USD"),
        ("EUR {} billion", "EUR"),
        ("{}億円", "JPY"),
    ]
)
POWER = {"¥{}": 0, "{} yen": 0, "US$ {}": 0, "{} million dollars": 6, "EUR {} billion": 9, "{}億円": 8}


@given(st.decimals(min_value=0, max_value=10**12, places=2), MONEY, st.sampled_from(["{:,}", "{}"]))
def test_what_is_printed_is_read_back(value: Decimal, money: tuple[str, str], style: str) -> None:
    form, unit = money
    found = only(form.format(style.format(value)))
    assert (found.value, found.unit) == (value.scaleb(POWER[form]), unit)


@given(st.integers(min_value=0, max_value=10**25), st.sampled_from([",", "\xa0", "\u202f"]))
def test_grouped_digits_are_read_back(value: int, separator: str) -> None:
    assert only(f"{value:,}".replace(",", separator) + " persons").value == value


@given(st.from_regex(r"[0-9., ']{1,40}", fullmatch=True))
def test_numbers_are_exact_or_refused(printed: str) -> None:
    number = parse_number(printed)
    if number is not None:
        assert scaled(number, 0) >= 0
        assert NUMBER.search(printed) is not None


def test_exact_beyond_floats() -> None:
    assert scaled(Number("9" * 30, 0), 12) == Decimal("9" * 30 + "0" * 12)


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "1 ",
        "1,",
        "1 111",
        "(",
        "¥",
        "-",
        "a ",
        "none:",
        "1-",
        "1億",
        " ",
        "\n",
        "$1",
        "1.",
        "over ",
        ":",
        "x1",
        "1 and ",
        "(1)",
        "+1 ",
        "tel 1",
        "1. a ",
        "1,000 m:",
        "1 x ",
        "from 1 to ",
        ") 2012 1 ",
    ],
    ids=repr,
)
def test_time_is_linear_on_hostile_input(text: str) -> None:
    once, four_times = (_seconds((text * n)[:n]) for n in (6_000, 24_000))
    assert four_times < 12 * once + 0.5


@garbage_waits()  # a walk over all that other tests keep takes longer than what is measured
def _seconds(text: str) -> float:
    start = time.thread_time()
    find_amounts(text)
    return time.thread_time() - start


def test_words_further_than_the_reach_do_not_matter() -> None:
    assert only("over" + " " * REACH + "300").status == "exact"
