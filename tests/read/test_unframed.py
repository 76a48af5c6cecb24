"""Tables as browsers of text dump them, columns below a head with one space between."""

from __future__ import annotations

import pytest

from pipeline.read.converted import plain
from pipeline.read.converted.grid_tables.figure_rows import read_figure_rows
from pipeline.read.converted.grid_tables.tables import read_unframed
from tests.each import each


def _rows(text: str) -> list[str]:
    return [line for line in read_unframed(text).splitlines() if line.startswith("|") and line != "|---|"]


def _filled(text: str) -> str:
    """A text whose lines are filled up to one width."""
    lines = text.splitlines()
    return "\n".join(line.ljust(max(map(len, lines)) + 1) for line in lines)


@each(
    ("first", "second", "date"),
    [
        ("1993", "May", "1993 May"),
        ("Oct.", "1962", "Oct. 1962"),
        ("1994", "(Jul.)", "1994 (Jul.)"),
        ("2003", "Sep.-Oct.", "2003 Sep.-Oct."),
        ("2000, 2003 and", "2006", "2000, 2003 and 2006"),
    ],
)
def test_a_date_goes_on_below_where_it_had_no_room(first: str, second: str, date: str) -> None:
    name = "Mr. Goro Hasegawa, Adviser"
    width = max(len(first), len(second)) + 1
    head = " " * ((width - len("Year")) // 2) + "Year"
    text = f"{head.ljust(width)} {' ' * ((len(name) - len('Name')) // 2)}Name\n{first.ljust(width)} {name}\n{second}\n"
    assert _rows(text) == ["| Year | Name |", f"| {date} | Mr. Goro Hasegawa, Adviser |"]


def test_words_on_top_of_columns_of_lines_with_one_width() -> None:
    text = _filled("   Year Month Name\n   1999 05    Ms. Chie Doi\n   2001 12    Mr. Ueno\n")
    assert _rows(text) == ["| Year | Month | Name |", "| 1999 | 05 | Ms. Chie Doi |", "| 2001 | 12 | Mr. Ueno |"]


@pytest.mark.parametrize(
    "text", ["   Year Name\n   1993 May Mr. Ito\n   2001 Jun. Ms. Doi\n", "Year   Name\n1993 May Mr. Ito\n"]
)
def test_words_that_may_stand_above_a_column_by_chance(text: str) -> None:
    assert read_unframed(text) == text


YEARS = """   Year Month Name
   2005 July  Mr. Hiroyuki Ono
        Aug.  Mr. Hiromi Yoshida, Adviser on
   2006       Transport
        Nov.  Mr. Ichiro Aisawa
"""


def test_a_year_stands_in_the_middle_of_its_months() -> None:
    assert _rows(_filled(YEARS))[1:] == [
        "| 2005 | July | Mr. Hiroyuki Ono |",
        "| 2006 | Aug. | Mr. Hiromi Yoshida, Adviser on Transport |",
        "| 2006 | Nov. | Mr. Ichiro Aisawa |",
    ]


def test_a_year_without_months_is_one() -> None:
    text = "   Year Month Name\n   2019 Oct.  Mr. Ito\n   2020       Ms. Doi\n   2021 July  Mr. Ueno\n"
    assert _rows(_filled(text))[1:] == [
        "| 2019 | Oct. | Mr. Ito |",
        "| 2020 |  | Ms. Doi |",
        "| 2021 | July | Mr. Ueno |",
    ]


EITHER = "   Year Name\n   2012 Mr. Ito\n        Ms. Doi\n   2013 Mr. Ueno\n        Mr. Kai\n"
MIDDLE = "   Year Name\n        Mr. Abe\n   2001 Ms. Kato\n        Mr. Oda\n"
TOP = "   Year Name\n   2001 Mr. Abe\n        Ms. Kato\n        Mr. Oda\n"


def test_what_two_dates_could_own_has_none() -> None:
    rows = read_unframed(_filled(EITHER)).splitlines()[2:]
    assert rows == ["|  | Ms. Doi |", "| 2012 | Mr. Ito |", "| 2013 | Mr. Ueno", "Mr. Kai |"]


def test_all_tables_of_a_text_are_set_in_one_way() -> None:
    assert "| 2012 | Mr. Ito\nMs. Doi |" in read_unframed(f"{_filled(TOP)}\n\n{_filled(EITHER)}")
    assert "|  | Ms. Doi |" in read_unframed(f"{_filled(MIDDLE)}\n\n{_filled(EITHER)}")


def test_cells_that_have_nothing_to_do_with_the_dates_beside_them_have_none() -> None:
    text = "   Year Name\n   2001 Mr. Ito (Inauguration of the\n   2006 President)\n   2008 Ms. Doi\n"
    assert _rows(_filled(text))[1:] == [
        "|  | Mr. Ito (Inauguration of the President) |",
        "|  | Ms. Doi |",
        "| 2001 |  |",
        "| 2006 |  |",
        "| 2008 |  |",
    ]


def test_a_head_over_two_lines_and_a_caption_below_it() -> None:
    text = """ Month/                    Name
  Year
                   From Japan
February  Minister of External Relations Mr. Ito
1989
May 1991  Minister of Finance Ms. Doi
"""
    assert read_unframed(text).splitlines() == [
        "From Japan",
        "| Month/Year | Name |",
        "|---|",
        "| February 1989 | Minister of External Relations Mr. Ito |",
        "| May 1991 | Minister of Finance Ms. Doi |",
    ]


def test_a_line_fills_the_page_or_ends_a_cell() -> None:
    text = "Year               Name\n2014 Minister of Education Shimomura\n     State Minister Kishi\n"
    assert "| 2014 | Minister of Education Shimomura State Minister Kishi |" in _rows(text)
    prose = "\n".join(["words that a browser broke at a much greater width than that"] * 3)
    assert "| 2014 | Minister of Education Shimomura\nState Minister Kishi |" in read_unframed(f"{text}\n{prose}")


def test_wide_signs_take_two_columns() -> None:
    text = "   年月                要人名\n2004年5月  小泉総理大臣（首脳会議）\n           町村外務大臣\n2005年10月 逢沢外務副大臣\n"
    assert read_unframed(text).splitlines()[2:] == [
        "| 2004年5月 | 小泉総理大臣（首脳会議）",
        "町村外務大臣 |",
        "| 2005年10月 | 逢沢外務副大臣 |",
    ]


@each(
    ("text", "rows"),
    [
        (
            "   Year             Loans Grants\n   FY 2015          -     9.6\n   Total up to 2005 2,001 3\n",
            ["| Year | Loans | Grants |", "|---|", "| FY 2015 | - | 9.6 |", "| Total up to 2005 | 2,001 | 3 |"],
        ),
        (
            "  暦年    1位      2位    合計\n2009年 米国 26.5 英国 4.5 74.9\n2010年 米国 20.4 ドイツ 3.5 27.3\n",
            ["| 暦年 | 1位 | 2位 | 合計 |", "|---|", "| 2009年 | 米国 26.5 | 英国 4.5 | 74.9 |", "| 2010年 | 米国 20.4 | ドイツ 3.5 | 27.3 |"],
        ),
        (
            "Rank       2016           2017\n1    Italy (4.3)    France (5.1)\n2    Japan (2.9)    Italy (2.6)\n",
            ["| Rank | 2016 | 2017 |", "|---|", "| 1 | Italy (4.3) | France (5.1) |", "| 2 | Japan (2.9) | Italy (2.6) |"],
        ),
    ],
)  # fmt: skip
def test_figures_tell_their_columns_by_counting(text: str, rows: list[str]) -> None:
    assert plain(text).splitlines() == rows


@each(
    "text",
    [
        "Year Loans Grants Total\n2015 2.5 9.6\n2016 3.5 7.6\n",
        "Exports        Imports\n  2015   2016   2015   2016\nCars 1 2 3 4\nFish 5 6 7 8\n",
        "  2015   2016   2015   2016\nCars 1 2 3 4\nFish 5 6 7 8\n",
        "Year  Loans  Grants\n2015 2.5 9.6\n2016 3.5\n2017 1.5 7.6\n",
        "Aid       Amount      Until\nLoans     12.4 yen    2010\nGrants    88.3 yen    2011\n",
        "   A   B\n \xa0  1 2\n \xa0  3 4\n",
        "Trade (Billion Yen)\nYear 2010 2011 2012\nExports 92.4 88.1 94.6\n",
    ],
)
def test_figures_under_heads_that_are_not_as_many_stay(text: str) -> None:
    assert read_figure_rows(text) == text


def test_a_dash_for_no_figure_opens_nothing() -> None:
    text = "Year        Loan Aid    Grants\n\n2008        -           13.10\n2009        -            7.36\nTotal       -           20.46\n"
    assert plain(text).splitlines()[2:] == ["| 2008 | - | 13.10 |", "| 2009 | - | 7.36 |", "| Total | - | 20.46 |"]
