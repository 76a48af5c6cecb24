"""Where rows of tables start in running text."""

import pytest

from pipeline.outline.rows import header_at, inner_rows, row_at
from tests.each import each
from tests.helpers import facts_of

STARTS = [
    ("1989.10 Minister for Foreign Affairs S. UNO", "1989.10", "Minister for Foreign Affairs S. UNO"),
    ("2018 Jan. Prime Minister A", "2018 Jan.", "Prime Minister A"),
    ("June 2006 Minister of Health", "June 2006", "Minister of Health"),
    ("Aug. 2006 Minister of Justice, SUGIURA", "Aug. 2006", "Minister of Justice, SUGIURA"),
    ("2010 March Speaker B", "2010 March", "Speaker B"),
    ("1999 Jun.Mr. Taro Yamada", "1999 Jun.", "Mr. Taro Yamada"),
    ("November 2003Foreign Minister Kono", "November 2003", "Foreign Minister Kono"),
    ("2006 Prime Minister Shinzo Abe", "2006", "Prime Minister Shinzo Abe"),
    ("1981, 1982, 1983 Prime Minister Mintoff", "1981, 1982, 1983", "Prime Minister Mintoff"),
    ("1995 Oct.-1996 Jun. Mission", "1995 Oct.-1996 Jun.", "Mission"),
    ("May 3-4, 2013 Governor X", "May 3-4, 2013", "Governor X"),
    ("May 31-June 3, 2013 Governor X", "May 31-June 3, 2013", "Governor X"),
    ("2014 Apr. 29-May 2 State Minister X", "2014 Apr. 29-May 2", "State Minister X"),
    ("2014 Apr. 29-30 State Minister X", "2014 Apr. 29-30", "State Minister X"),
    ("2014 Dec. 30-2015 Jan. 2 Governor X", "2014 Dec. 30-2015 Jan. 2", "Governor X"),
    ("29 April-2 May 2014 Governor X", "29 April-2 May 2014", "Governor X"),
    ("1991---Friendship League", "1991", "Friendship League"),
]


@each(("text", "date", "words"), STARTS)
def test_row_at(text: str, date: str, words: str) -> None:
    start = row_at(text, 0, len(text))
    assert start is not None
    assert (text[start.date.start : start.date.end], text[start.words :]) == (date, words)


@each("text", ["Minister of Trade 2006", "2000 students went", "2,019 people", "May be", "20000 yen"])
def test_no_row(text: str) -> None:
    assert row_at(text, 0, len(text)) is None


def test_rows_run_together() -> None:
    text = "1999 Jun.Minister A. AMARI2000 Feb. Minister B (Summit of 2001)2002 May Minister C, born in 1950 May Day"
    first = row_at(text, 0, len(text))
    assert first is not None
    starts = inner_rows(text, 0, len(text), first.style)
    assert [text[row.date.start : row.date.end] for row in starts] == ["2000 Feb.", "2002 May"]


@each(
    "text",
    ["Year Name", "YearName", "Year | Name |", "Date Name (from 2002)", "Year History", "Year Diplomatic Relations:"],
)
def test_header(text: str) -> None:
    assert header_at(text, 0, len(text)) == len(text)


@pytest.mark.parametrize("text", ["Yearly report", "Names of places", "Date of birth"])
def test_no_header(text: str) -> None:
    assert header_at(text, 0, len(text)) is None


HEADED = "Japan-Kenya Relations\n\nMay 2014\n\nVIP Visits\n\nFrom Kenya to Japan\n\n"


@pytest.mark.parametrize("heading", ["Cultural Exchanges", "Trade with Japan", "Recent Trends"])
def test_a_heading_right_below_rows_run_together(heading: str) -> None:
    rows = "Date Name 2005 Jun. Minister of Trade, OTIENO 2006 Mar. Second Vice-President of the Republic, MOODY"
    facts = facts_of(
        f"{HEADED}{rows}\nMinister of Justice, KARUA2006 Nov. Minister of Agriculture, KADEGE\n{heading}\nOct. 1984 Karate Mission\n"
    )
    assert [row.name_printed for row in facts.visits] == ["OTIENO", "MOODY", "KARUA", "KADEGE"]
    assert facts.outline.lines[-1].section.heading == heading


def test_what_a_row_goes_on_with_is_no_heading() -> None:
    facts = facts_of(f"{HEADED}2009 H.E. Mr. Ali Mahmudi, Minister for Economic Relations and\n     Investment\n")
    assert [row.office for row in facts.visits] == ["Minister for Economic Relations and Investment"]
