"""What programs put into a text for themselves is read away; what only looks like it stays."""

import pytest

from pipeline.read.converted import plain
from pipeline.read.text.text import read_blocks
from tests.each import each

MARKED = "# Japan-Peru Relations\n\n**Grants:** none\n\n"


@each(
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


@each(
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


SAVED = [
    ("*Grants:*\n\n  * Port: none\n      o Pier: 8 yen\n", "Grants:\n\n  * Port: none\n      • Pier: 8 yen\n"),
    ("*Trade* (unit: yen)\n\n3\n\n*_Aid_*\n\n4\n", "Trade (unit: yen)\n\n3\n\nAid\n\n4\n"),
    ("Home <http://a.jp/> > Asia\n<http://a.jp/b_c>\n  * A\n    o B\n", "Home > Asia\n  * A\n    • B\n"),
    ("* Loans*: none\n* Grants: none\n\n*1 E/N basis *2 JICA basis\n", None),
    ("Trade\n\n*as of 2010*\n\nExports: none\n", None),
    ("    o Pier: none\n    o Road: none\n", None),
]


@each(("printed", "told"), SAVED)
def test_what_browsers_save_as_text(printed: str, told: str | None) -> None:
    assert plain(printed) == (told or printed)


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


@each(
    ("printed", "read"),
    [
        (
            "1. Peru   15.8\n2. Japan   3.1\n3. Chad   -0.4\n",
            ["| 1. Peru | 15.8 |", "| 2. Japan | 3.1 |", "| 3. Chad | -0.4 |"],
        ),
        (
            "Loans  None  US$ 3 million\nGrants in all  4  5\n",
            ["| Loans | None | US$ 3 million |", "| Grants in all | 4 | 5 |"],
        ),
        ("Cars   5\n", ["Cars   5"]),
        ("Cars   5\nTools and parts     6\n", ["Cars   5", "Tools and parts     6"]),
        ("1999   5 cars\n2000 May   6 cars\n", ["1999   5 cars", "2000 May   6 cars"]),
    ],
)
def test_cells_the_same_few_spaces_apart(printed: str, read: list[str]) -> None:
    assert plain(printed).splitlines() == read


@each(
    ("printed", "read"),
    [
        ("Loans ..... 0\nGrants .... 1,226\n", ["| Loans | 0 |", "| Grants | 1,226 |"]),
        ("Loans .....................     0         0\nTechnical Cooperation ..... 1,115       962\n", ["| Loans | 0 | 0 |", "| Technical Cooperation | 1,115 | 962 |"]),
        ("Loans (E/N basis)....64.65 billion yen\nGrants (E/N basis) ..29.11 billion yen\n", ["| Loans (E/N basis) | 64.65 billion yen |", "| Grants (E/N basis) | 29.11 billion yen |"]),
        ("Wood . . . . . . US$ 3\nIron and steel . . . 12\n", ["| Wood | US$ 3 |", "| Iron and steel | 12 |"]),
        ("Wood ...... 7    Tires ..... 5\nFish ..... 12    Steel .... 16\n", ["| Wood | 7 | Tires | 5 |", "| Fish | 12 | Steel | 16 |"]),
        ("FY 2004 ....... 12\nFY 2005 ....... 3\n", ["| FY 2004 | 12 |", "| FY 2005 | 3 |"]),
        ("木材……………12\n", ["木材     12"]),
        ("They agreed in 2003 ... 5 years later.\n", ["They agreed in 2003 ... 5 years later."]),
        ("Wood, etc... 5\n", ["Wood, etc... 5"]),
        ("To be continued ......\n", ["To be continued ......"]),
    ],
)  # fmt: skip
def test_points_that_lead_to_a_figure(printed: str, read: list[str]) -> None:
    assert plain(printed).splitlines() == read


@each(
    ("above", "units", "heads"),
    [
        ("Year    GNI             GNI per capita", "        (US$ million)   (US$)", ["Year", "GNI (US$ million)", "GNI per capita (US$)"]),
        ("Year    Exports         Imports       ", "        (million yen)   (million yen)", ["Year", "Exports (million yen)", "Imports (million yen)"]),
        ("Year    Exports         Cases         ", "        (million yen)", ["Year", "Exports (million yen)", "Cases"]),
    ],
)  # fmt: skip
def test_units_in_brackets_below_a_head_are_its_own(above: str, units: str, heads: list[str]) -> None:
    rows = "2002    2,833           510\n2003    2,823           500\n"
    assert plain(f"{above}\n{units}\n{rows}").splitlines() == [
        f"| {' | '.join(heads)} |",
        "|---|",
        "| 2002 | 2,833 | 510 |",
        "| 2003 | 2,823 | 500 |",
    ]


def test_goods_that_begin_like_months_are_no_dates() -> None:
    text = "Exports to Peru\n  Octopus          16,207\n  Marine products     984\n"
    assert plain(text).splitlines()[1:] == ["| Octopus | 16,207 |", "| Marine products | 984 |"]


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


TABLE = "  Year   Name\n  ------ --------\n  2004   Mr. Ito\n"
ROWS = ["| Year | Name |", "|---|", "| 2004 | Mr. Ito |"]


@each(
    ("printed", "read"),
    [
        (f"{TABLE}\n  : A\n  and B\n\n{TABLE}\n: C\n", ["A and B", *ROWS, "C", *ROWS]),
        (f"Table: A\n\n{TABLE}\n: B\n\n{TABLE}", ["A", *ROWS, "B", *ROWS]),
        (f"{TABLE}\nTerm\n\n: B\n", [*ROWS, "Term", ": B"]),
        (f": A\n\nTerm\n\n{TABLE}", [": A", "Term", *ROWS]),
    ],
)
def test_captions_belong_to_their_own_tables(printed: str, read: list[str]) -> None:
    assert [line for line in plain(printed).splitlines() if line] == read


def test_the_last_column_is_as_wide_as_its_rule() -> None:
    text = "  Year   Name\n  ------ --------------------\n  2004   Head of the Japan\n         League\n\n  2005   Mr. Ito\n         Mr. Abe\n"
    framed = f"  {'-' * 27}\n{text}  {'-' * 27}\n"
    assert plain(framed).splitlines()[2:] == ["| 2004 | Head of the Japan League |", "| 2005 | Mr. Ito", "Mr. Abe |"]


def test_a_bracket_goes_on_with_its_year() -> None:
    assert len(read_blocks("-   Grants: 2 million yen (cumulative total until FY\n    2016)\n")) == 1


SPANNED = """┌────┬──────────────────┐
│    │  Name and Title  │
│Year├────────┬─────────┤
│    │ Name   │  Title  │
├────┼────────┼─────────┤
│    │Mr. Omar│Minister │
│2003│Tuju    │of Trade │
│    ├────────┼─────────┤
│Jun.│Ms. Oyo │President│
├────┼────────┴─────────┤
│2004│None, but a long  │
│    │remark on the year│
└────┴──────────────────┘
"""
SPANNED_ROWS = [
    "| Year | Name and Title |  |",
    "|---|",
    "|  | Name | Title |",
    "|---|",
    "| 2003 Jun. | Mr. Omar Tuju | Minister of Trade |",
    "|  | Ms. Oyo | President |",
    "| 2004 | None, but a long remark on the year |  |",
]
WITHOUT_CORNERS = """+---------------------+
|        |2011 |2012  |
|--------+-----+------|
|Exports |3,205|611   |
|---------------------|
|Source: MOF          |
+---------------------+
"""
WIDE = "┌────┬────────┐\n│年  │要人名  │\n├────┼────────┤\n│2001│森総理大│\n│    │臣（首脳│\n│    │会談）  │\n└────┴────────┘\n"

NESTED = "┌───────┬─┐\n│out    │1│\n│┌──┬──┐│ │\n││A │1 ││ │\n│└──┴──┘│ │\n├───────┼─┤\n│B      │2│\n└───────┴─┘"


@each(
    ("printed", "read"),
    [
        (SPANNED, SPANNED_ROWS),
        (WITHOUT_CORNERS, ["|  | 2011 | 2012 |", "|---|", "| Exports | 3,205 | 611 |", "| Source: MOF |  |  |"]),
        (WIDE, ["| 年 | 要人名 |", "|---|", "| 2001 | 森総理大臣（首脳会談） |"]),
        (f"A\n{SPANNED}B\n{SPANNED}", ["A", *SPANNED_ROWS, "B", *SPANNED_ROWS]),
        (NESTED, NESTED.splitlines()),
    ],
)
def test_tables_in_frames(printed: str, read: list[str]) -> None:
    assert [line for line in plain(printed).splitlines() if line] == read


def test_an_empty_frame_is_no_table() -> None:
    frame = "+----+----+\n|    |    |\n+====+====+\n|    |    |\n+----+----+\n"
    assert plain(frame) == frame


def test_a_framed_row_ends_with_its_last_cell() -> None:
    text = "| Date | Name | Title |\n| 2001 | Mr. A\nMs. B | President\nMinister |\n| 2002 | Mr. C | None |\n"
    assert [len(block.cells) for block in read_blocks(text)] == [3, 3, 3]


SHEET = [
    "Japan-Kenya Relations\t\t\t",
    "Africa\t\t\tMay 5, 2018",
    "\t\t\t",
    'Relations\t"Opened in 1963',
    'Embassy of ""Japan"" in 1964"\t\t',
    "Residents\tin Kenya\t71\t",
    "\tin Japan\t24\t",
    "Visits\t\t\t",
    "Date\tVisitor\tTitle\t",
    'Jan-10\t"Mr. Ito',
    'Ms. Abe"\t"Premier',
    'Minister"\t',
    '21-Mar-90\tMr. Oyo\t"Minister',
    'of Trade"\t',
]
PAGE = [
    "Japan-Kenya Relations",
    "Africa",
    "May 5, 2018",
    "| Relations | Opened in 1963",
    'Embassy of "Japan" in 1964 |  |',
    "Residents",
    "| in Kenya | 71 |",
    "| in Japan | 24 |",
    "Visits",
    "| Date | Visitor | Title |",
    "|---|",
    "| Jan-'10 | Mr. Ito",
    "Ms. Abe | Premier",
    "Minister |",
    "| 21-Mar-'90 | Mr. Oyo | Minister of Trade |",
]


def test_the_clipboard_of_a_spreadsheet() -> None:
    assert [line for line in plain("\n".join(SHEET)).splitlines() if line] == PAGE


@pytest.mark.parametrize(
    "text",
    ["\n".join([*SHEET, "Back to Africa"]), "A\tB\nC\tD\nE\tF\n", "A\t\nB\t\n"],
    ids=["a line without tabs", "a table and nothing else", "too few"],
)
def test_what_no_spreadsheet_left(text: str) -> None:
    assert {"'", "|"}.isdisjoint(plain(text))


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


def test_the_number_of_a_page_stands_before_a_form_feed() -> None:
    pages = "Visits\n\nFrom Japan\n\nYear\n\n2001 Mr. A\n\n{}\n\n\f2002 Mr. B\n\n{}\n\n\f"
    read = ["Visits", "From", "Japan", "Year", "2001", "Mr.", "A", "2002", "Mr.", "B"]
    assert plain(pages.format("1/2", "2/2")).split() == read
    assert plain(pages.format("Page 1 of 2", "Page 2 of 2")).split() == read
    assert "12" in plain(pages.format("12", "1,904"))


def test_a_browser_of_text_spells_its_captions() -> None:
    assert plain("   CAPTION: From Japan to Oman (since 2000)\n\n   2001 Mr. A\n").splitlines()[0].strip() == (
        "From Japan to Oman (since 2000)"
    )


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


def test_a_japanese_cell_that_the_width_of_the_page_breaks() -> None:
    wide = "二国間関係は千九百五十三年の外交関係の樹立から今日まで良好に推移している。"
    row = "2012年4月    フン・セン首相（日メコン首脳会議）、ホー・ナムホン副首相兼外務"
    rest = "国際協力大臣"
    assert plain(f"{wide}\n{row}\n{' ' * 11}{rest}\n").splitlines() == [wide, row + rest]
    short = "2012年4月    フン・セン首相"
    assert plain(f"{wide}\n{wide}\n{short}\n{' ' * 11}{rest}\n").splitlines()[2:] == [short, " " * 11 + rest]


@pytest.mark.parametrize(
    "text",
    [
        "Apr.   Mr. Ito, Minister\n2009   of Justice\n       Mr. Kato\nMay    Ms. Doi, Mayor\n2012   of Kobe\n       Ms. Kai\n",
        "       Mr. Ito, Minister\nApr.   of Justice and\n2009   Culture\n",
        "Apr.   Mr. Ito, Minister of\n2009   Justice and\nMay    of Culture\n2012\n",
    ],
)
def test_a_month_stays_apart_from_its_year_where_cells_may_be_set_in_the_middle(text: str) -> None:
    assert not {"Apr. 2009", "May 2012"} & {line[:9].strip() for line in plain(text).splitlines()}


def test_a_year_above_its_months_is_no_rest_of_the_month_before_it() -> None:
    text = "2015\nMay    Mr. Ito, Minister\n2016\nAug.   Ms. Doi, Mayor\n"
    assert plain(text) == text


STARRED = """****** Japan-Togo ******
***** VIP Visits *****
      From Japan to Togo
Year     Name
         Mr. Ito (Inauguration of the
2007 Sep President)
         Ms. Doi
2009 May Mr. Ueno
      From Togo to Japan
Year Name
1996 Mr. Kai
"""


def test_headings_between_stars_and_tables_right_below_each_other() -> None:
    assert [line for line in plain(STARRED).splitlines() if line] == [
        "# Japan-Togo",
        "## VIP Visits",
        "      From Japan to Togo",
        "| Year | Name |",
        "|---|",
        "| 2007 Sep | Mr. Ito (Inauguration of the President)",
        "Ms. Doi |",
        "| 2009 May | Mr. Ueno |",
        "      From Togo to Japan",
        "| Year | Name |",
        "|---|",
        "| 1996 | Mr. Kai |",
    ]


@pytest.mark.parametrize("text", ["** a note **\nYear Name\n1996 Mr. Kai\n", "*** 2001 ***\nThey met.\n"])
def test_stars_that_are_no_headings(text: str) -> None:
    assert "#" not in plain(text)


def test_a_line_that_ends_one_cell_of_a_frame_and_goes_on_in_another() -> None:
    sure = " _________\n|2001|Mr. |\n|____|Ito_|\n|2002|Abe_|\n"
    assert plain(f"{sure}\n").split() == ["|", "2001", "|", "Mr.", "Ito", "|", "|", "2002", "|", "Abe", "|"]
    text = " _________\n|2001|Mr. |\n|    |Ito_|\n|____|Abe_|\n"
    assert plain(text).split("\n")[1:3] == ["| 2001 | Mr. Ito |", "|  | Abe |"]


@each(
    "lines",
    [
        "|2001|Mr. |____|\n|2002|Ito_|___|\n",
        "|2001|Mr. |\n|____|Ito |\n",
        "|2001|Mr. |_____|\n|2002|Ito_|_____|\n",
    ],
)
def test_a_frame_whose_lines_end_no_cell_for_certain_stays(lines: str) -> None:
    assert "2001 |" not in plain(f" _________\n{lines}\n")


def test_what_a_browser_prints_around_pages() -> None:
    """In the middle of a table, and only where the feet count all pages."""
    head, foot = "2026/11/28 22:08          Oman - MOFA", "https://a.jp/oman.html                    {}"
    page = f"{head}\n\nYear  Name\n\n2001  Mr. A\n{foot}\n\f{head}\n\n2002  Mr. B\n\n{foot}\n"
    assert plain(page.format("1/2", "2/2")).split("\n")[2:4] == ["| 2001 | Mr. A |", "| 2002 | Mr. B |"]
    assert "oman.html" in plain(page.format("1/3", "2/3"))


YEARS = "Trade (million yen)\n\n                    1998     1999\n{rule}Japan's exports   14,870   11,052\nJapan's imports    4,308    8,961\n"


@pytest.mark.parametrize(
    "rule",
    ["", "  ------------------------------\n", "  ==============================\n", "____________________________\n"],
)
def test_a_rule_parts_the_years_from_the_rows_that_they_head(rule: str) -> None:
    rows = [row.strip("| ") for row in plain(YEARS.format(rule=rule)).splitlines() if row.startswith("|")]
    assert [row for row in rows if not row.startswith("-")] == [
        "1998 | 1999",
        "Japan's exports | 14,870 | 11,052",
        "Japan's imports | 4,308 | 8,961",
    ]


def test_a_rule_below_a_line_that_is_no_head_stays() -> None:
    text = "Trade with Fiji\n---------------------\nExports: 2   Imports: 3\n"
    assert plain(text) == text


@pytest.mark.parametrize(
    "text",
    [
        " Exports        Imports\n Cars  9 (2.5)  Fish     6 (1.5)\n Total 12 (3.5)\n",
        "   Exports                 Imports\n Cars  9   Fish  6   Tea  4   Nuts  2\n Ships 9   Wood  6   Tea  4   Figs  2\n",
        " Exports        Imports\n Cars  9 (2.5)  Fish     6 (1.5)\n",
    ],
)
def test_lists_that_no_head_stands_over_each_are_not_side_by_side(text: str) -> None:
    assert "| Exports |  | Imports |  |" not in plain(text)
