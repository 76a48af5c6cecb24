"""What programs put into a text for themselves is read away; what only looks like it stays."""

import pytest

from pipeline.read.converted import plain
from pipeline.read.text import read_blocks

MARKED = "# Japan-Peru Relations\n\n**Grants:** none\n\n"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Mr. Shozo **AZUMA**", "Mr. Shozo AZUMA"),
        ("***Grants*** and _loans_", "Grants and loans"),
        (r"the [\"V4\" Summit](https://a.jp/b_(c).html)", 'the "V4" Summit'),
        (r"US\$ 5, 3 \* 4", "US$ 5, 3 * 4"),
        ("[ABE]{.underline} [site][1]", "ABE site"),
        ("Japan--Peru, the 90^th^ year", "Japan–Peru, the 90th year"),
        ("| 12*1 | 13*2 |", "| 12*1 | 13*2 |"),
        ("3*4*5 and 10^6^ yen, 420<sup>1</sup> km^2^", "3*4*5 and 10^6 yen, 420^1 km2"),
        ("snake_case_words * and * stars", "snake_case_words * and * stars"),
    ],
)
def test_marks_of_markdown(printed: str, read: str) -> None:
    assert plain(MARKED + printed).splitlines()[-1] == read


def test_headings_of_markdown() -> None:
    blocks = read_blocks(plain("Japan\n=====\n\nVisits\n------\n\n**A** visited.\n"))
    assert [(block.kind, block.level) for block in blocks] == [("heading", 1), ("heading", 2), ("paragraph", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "** Excluding ODA\n* as of 2010\n",
        "Year | Name |\n-----|------|\n2006 | Taro Aso |\n",
        "> Home\nTrade\nExports: none\n",
        "The sum [1] was paid.  It was small.\nThe rest [2] was not.  It was more.\n",
        "1.  Exports:  none\n2.  Imports:  none\n",
        "1994 May     Special Envoy Mr. Kaifu\n2001 Jan.    Prime Minister Mr. Mori\n",
        "Vice-\nMinister and co-\noperation\n",
        "平成30年    安倍総理（首脳会談）\n平成31年    河野外務大臣\n",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert plain(text) == text


def test_a_rule_below_a_blank_line_heads_no_table() -> None:
    text = "Year | Name |\n2006 | Taro Aso |\n\n--------\n"
    assert [block.kind for block in read_blocks(text)] == ["header", "row", "furniture"]


def test_columns_by_the_room_between_them() -> None:
    text = "Trade (million yen)       2011     2012\n  Exports                3,205      611\n  Imports                  114   71,225\n"
    assert plain(text).splitlines() == [
        "Trade (million yen)",
        "|  | 2011 | 2012 |",
        "|---|",
        "| Exports | 3,205 | 611 |",
        "| Imports | 114 | 71,225 |",
    ]


WRAPPED = """The two countries opened relations in 1960 and have kept friendly ties
since then, and a number of treaties were concluded in the years that
followed, among them one on fisheries, one on trade, and one on what
else the two sides had been talking about for a long time, which was
given a solemn frame by the state visit of a president. President
Macky Sall visited Japan in 2013.
"""


def test_a_line_goes_on_where_the_next_word_had_no_room() -> None:
    rows = "- Mar. 2015: Minister of the Interior and Public Security, Mr.\nAbdoulaye Diallo\n- Jun. 2013: A\n"
    assert len(read_blocks(WRAPPED)) == 1
    assert [block.kind for block in read_blocks(WRAPPED + "\n" + rows)] == [
        "paragraph",
        "item",
        "item",
    ]


def test_what_stands_on_top_of_a_page_only_once_is_no_running_head() -> None:
    front, room = "Japan-Peru Relations\n\nMay 2012\n\nLoans\nJICA\nNone\n\n", " " * 20
    page = f"{front}{room}1\nNone\nGrants\n5\n\n{room}2\nJapan-Peru Relations\n7\n"
    assert plain(page) == f"{front}None\nGrants\n5\n\n7\n"


PAGES = """Date        Name               Title
May 2001    Mr. Goro Hasegawa  Minister for
                               Foreign Affairs
Jun. 2001   Ms. Chie Doi       Minister of
\f{}                          Agriculture
       Mr. Ichiro Ueno    Head
Jul.   Mr. B              Adviser
"""


@pytest.mark.parametrize("head", ["", "Date   Name               Title\n"], ids=["goes on", "headed again"])
def test_a_table_goes_on_on_the_next_page(head: str) -> None:
    assert plain(PAGES.format(head)).splitlines() == [
        "| Date | Name | Title |",
        "|---|",
        "| May 2001 | Mr. Goro Hasegawa | Minister for Foreign Affairs |",
        "| Jun. 2001 | Ms. Chie Doi | Minister of Agriculture |",
        "|  | Mr. Ichiro Ueno | Head |",
        "| Jul. | Mr. B | Adviser |",
    ]


TURNS = "Year\n2001 Jun.\n\n2002 Jul.\n2005 May\n\nName\n{}\n\n2. Trade\nNone\n"


def test_dates_before_their_visitors_are_told_by_their_number() -> None:
    rows = plain(TURNS.format("Mr. Goro Hasegawa, Adviser\nMs. Chie Doi\nMr. Ueno")).splitlines()
    assert rows[2:5] == [
        "| 2001 Jun. | Mr. Goro Hasegawa, Adviser |",
        "| 2002 Jul. | Ms. Chie Doi |",
        "| 2005 May | Mr. Ueno |",
    ]


@pytest.mark.parametrize("visitors", [["Mr. A", "Mr. B"], ["Mr. A", "Mr. B", "Mr. C", "Mr. D"]])
def test_no_visitor_gets_a_date_where_the_numbers_differ(visitors: list[str]) -> None:
    assert plain(TURNS.format("\n".join(visitors))).splitlines()[2:-3] == [
        *(f"|  | {visitor} |" for visitor in visitors),
        "| 2001 Jun. |  |",
        "| 2002 Jul. |  |",
        "| 2005 May |  |",
    ]


def test_cells_in_the_middle_of_their_rows_have_no_date_where_the_rows_are_not_sure() -> None:
    text = "Date        Name\n            Mr. Goro Hasegawa,\n            Adviser,\n            Member,\nMay 2001\n            Doctor\n"
    assert plain(text).splitlines()[-1] == "| May 2001 |  |"
    sure = "Date        Name\n            Mr. Goro Hasegawa,\nMay 2001\n            Adviser\nJul. 2002   Ms. Chie Doi\n"
    assert plain(sure).splitlines()[2:] == ["| May 2001 | Mr. Goro Hasegawa, Adviser |", "| Jul. 2002 | Ms. Chie Doi |"]
