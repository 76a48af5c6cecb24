"""Tables of dates and words in the text of a PDF: what the lines say for certain becomes rows, what they do not gets no date."""

from itertools import takewhile

import pytest

from pipeline.read.converted.dated_tables.tables import read_dated_tables
from tests.each import each


def rows_of(lines: str, head: str = "Year\nName") -> list[str]:
    """The rows of a table below its head and rule."""
    printed = read_dated_tables(f"{head}\n{lines}\n\f").split("\n")
    return list(takewhile(str.strip, printed[2:])) if printed[1:2] == ["|---|"] else []


@each(
    ("lines", "rows"),
    [
        ("1993\nMr. Ito\nMay\n1995 Jan Mr. Oe", ["| 1993 May | Mr. Ito |", "| 1995 Jan | Mr. Oe |"]),
        (
            "1995 Sep Mr. Oe\nMr. Abe (Summit)\n2007 Sep\nMr. Doi (Summit)\n2008 Jul Ms. Ueno",
            ["| 1995 Sep | Mr. Oe |", "| 2007 Sep | Mr. Abe (Summit)", "Mr. Doi (Summit) |", "| 2008 Jul | Ms. Ueno |"],
        ),
        (
            "Oct.\n1962\nMar.\n1972\n\nMr. Ito, Minister of Trade\nMs. Doi, Minister of Trade",
            ["| Oct. 1962 | Mr. Ito, Minister of Trade |", "| Mar. 1972 | Ms. Doi, Minister of Trade |"],
        ),
        (
            "Oct. 2002 Mr. Ito\nMs. Doi\nSep. 2004 Mr. Oe\nDec. 2006 Mr. Abe",
            ["| Oct. 2002 | Mr. Ito", "Ms. Doi |", "| Sep. 2004 | Mr. Oe |", "| Dec. 2006 | Mr. Abe |"],
        ),
        (
            "2010 Mr. Ito\n2014 Apr. 29-\nMs. Doi\nMay 2\n2016 Mr. Oe",
            ["| 2010 | Mr. Ito |", "| 2014 Apr. 29- May 2 | Ms. Doi |", "| 2016 | Mr. Oe |"],
        ),
    ],
)
def test_rows_without_layout(lines: str, rows: list[str]) -> None:
    assert rows_of(lines) == rows


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            "1996 May Mr. Ito\n         Ms. Doi (Summit)\n1999 Jul.\n         Mr. Oe (Summit)\n2001 Sep. Mr. Abe",
            [
                "| 1996 May | Mr. Ito |",
                "| 1999 Jul. | Ms. Doi (Summit)",
                "Mr. Oe (Summit) |",
                "| 2001 Sep. | Mr. Abe |",
            ],
        ),
        (
            "Oct.\n         Mr. Ito\n1962\nNov.     Ms. Doi (Meeting of\n1995     Ministers)",
            ["| Oct. 1962 | Mr. Ito |", "| Nov. 1995 | Ms. Doi (Meeting of Ministers) |"],
        ),
        (
            "2005年4月 ウリベ大統領\n          バルコ外務大臣\n2008年11月 ガルソン副大統領",
            ["| 2005年4月 | ウリベ大統領", "バルコ外務大臣 |", "| 2008年11月 | ガルソン副大統領 |"],
        ),
    ],
    ids=["between two", "broken date", "Japanese"],
)
def test_rows_with_layout(lines: str, rows: list[str]) -> None:
    assert rows_of(lines, "  Year                Name") == rows


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            "August Mr. Ito\n2003\nOctober Ms. Doi\n2005 July Mr. Oe",
            ["| 2003 August | Mr. Ito |", "| 2003 October | Ms. Doi |", "| 2005 July | Mr. Oe |"],
        ),
        (
            "1990 May Mr. Ito\nNov. Ms. Doi\n1992 Nov. Mr. Oe",
            ["| 1990 May | Mr. Ito |", "| 1990 Nov. | Ms. Doi |", "| 1992 Nov. | Mr. Oe |"],
        ),
        (
            "May Mr. Ito\nJuly Ms. Doi\n2003\n2005 July Mr. Oe",
            ["|  | Mr. Ito |", "|  | Ms. Doi |", "|  | Mr. Oe |", "| May |  |", "| July 2003 |  |", "| 2005 July |  |"],
        ),
    ],
    ids=["in the middle", "on top", "neither"],
)
def test_years_of_a_column_of_their_own(lines: str, rows: list[str]) -> None:
    assert rows_of(lines, "Year Month\nName") == rows


def test_months_are_of_the_year_above_the_table() -> None:
    printed = read_dated_tables("2012\nMonth\nName\nJuly Mr. Ito\nMay\nMs. Doi\n\f")
    assert "| 2012 July | Mr. Ito |" in printed
    assert "| 2012 May | Ms. Doi |" in printed


@pytest.mark.parametrize(
    "lines",
    [
        "Oct. 2002 Mr. Ito\nMs. Doi\nSep. 2003 Mr. Oe\nMs. Ueno\nSep. 2004 Mr. Abe",
        "1990\n1995\n\nMr. Ito, Minister\nMs. Doi, Minister\nMr. Oe, Minister",
    ],
    ids=["either way", "three for two"],
)
def test_what_is_not_sure_has_no_date(lines: str) -> None:
    rows = rows_of(lines)
    assert rows
    assert not [row for row in rows if row.startswith("| ") and "20" in row and "M" in row.split("|")[2]]
    assert [row for row in rows if row.startswith("|  | M")]


def test_another_table_of_the_text_tells_where_dates_stand() -> None:
    either = "Oct. 2002 Mr. Ito\nMs. Doi\nSep. 2003 Mr. Oe\nMs. Ueno\nSep. 2004 Mr. Abe"
    on_top = "From Chad to Japan\nYear\nName\nMay 2001 Mr. Oyo\nMr. Obi\nJun. 2004 Mr. Tuju"
    printed = read_dated_tables(f"Year\nName\n{either}\n\n{on_top}\n\f")
    assert "| Oct. 2002 | Mr. Ito\nMs. Doi |" in printed


@each(
    ("lines", "behind"),
    [
        ("2001 Mr. Ito\nMs. Doi\n2004\nMr. Oe\nFrom Chad to Japan", "From Chad to Japan"),
        ("2001 Mr. Ito\nMs. Doi\n2004\nMr. Oe\n3. Treaties", "3. Treaties"),
        ("2001 Mr. Ito\nMs. Doi\n2004\nMr. Oe\nBack to Chad", "Back to Chad"),
        ("1990 Mr. Ito\n      Ms. Doi\n2004  Mr. Oe\nTreaties", "Treaties"),
    ],
)
def test_what_stands_below_the_last_row_is_none_of_the_table(lines: str, behind: str) -> None:
    printed = read_dated_tables(f"Year\nName\n{lines}\n\f")
    assert printed.split("\n")[-3:-1] == ["", behind]


@pytest.mark.parametrize(
    "lines",
    ["\f  Year        Name\n          Ms. Doi\nApr. 2013 Mr. Oe", "\fApr. 2013 Mr. Oe"],
    ids=["headed again", "goes on"],
)
def test_a_table_goes_on_on_the_next_page(lines: str) -> None:
    assert "| Apr. 2013 | Mr. Oe |" in rows_of(f"Jun. 2012 Mr. Ito\n          Mr. Abe\n{lines}", "  Year        Name")


@each(
    "text",
    [
        "Year\nName\n2001 Mr. Ito\nMs. Doi\n2004\nMr. Oe\n",
        "Date   Name      Title\nMay 2001   Mr. Ito   Adviser\n\f",
        "Year\nName\n| 2001 | Mr. Ito |\n\f",
        "The year\nName\n2001 Mr. Ito\n\f",
    ],
)
def test_what_is_no_such_table_stays(text: str) -> None:
    assert read_dated_tables(text) == text


def test_a_text_without_pages_has_tables_whose_rows_begin_with_no_date() -> None:
    printed = read_dated_tables(
        "  Year       Name\n           Mr. Ito\n2001 May\n           Ms. Doi (Summit)\n2004 Apr. Mr. Oe\n"
    )
    assert "| 2001 May | Mr. Ito\nMs. Doi (Summit) |" in printed
    rows = "Year    Name\n2001    Mr. Ito\n        Ms. Doi\n2004    Mr. Oe\n"
    assert read_dated_tables(rows) == rows


def test_dates_take_turns_with_words_of_which_one_choice_makes_as_many() -> None:
    lines = (
        "1999 Jun.\n\nMr. Ito\n\n2002 Jul.\n2005 May\n\nMr. Oe, Minister\nMr. Abe, Minister\n\n2008 Dec.\n\n"
        "Ms. Doi, Minister for Trade and\nIndustry\nMr. Kai, Minister\n\n2013 Jul.\n2014 Jan.\n\nMs. Ueno"
    )
    assert rows_of(lines)[3:] == [
        "| 2008 Dec. | Ms. Doi, Minister for Trade and Industry |",
        "| 2013 Jul. | Mr. Kai, Minister |",
        "| 2014 Jan. | Ms. Ueno |",
    ]
