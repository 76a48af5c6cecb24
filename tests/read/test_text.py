"""Plain text → blocks in the forms that sheets reach people in."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.text.text import read_blocks
from tests.each import each


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.body : block.end]) for block in read_blocks(text)]


def cells(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in block.cells] for block in read_blocks(text) if block.cells]


def test_bullets_and_paragraphs() -> None:
    text = "Asia\n\n  • One\n    - Two\nThree\n"
    assert kinds(text) == [("paragraph", "Asia"), ("item", "One"), ("item", "Two"), ("paragraph", "Three")]


def test_items_lie_as_deep_as_they_are_set_in() -> None:
    text = "Trade\n- 2017\n  - Exports: 1\n  - Imports: 2\n- 2018\n      - Exports: 3\nAid\n    - Loans: 4\n"
    levels = [block.level for block in read_blocks(text) if block.kind == "item"]
    assert levels == [1, 2, 2, 1, 2, 2]


HANGING = [
    ("(1) Diplomatic relations\n    Normalized on September 29, 1972\n", 2),
    ("(1) Japanese nationals in China: 125,417 (as of 2006,\n    Hong Kong excluded)\n", 1),
    ("(1) Minister of Education, Culture, Sports, Science and\n    Technology Haruko ARIMURA\n", 1),
    ("(1) Speaker WATANUKI\n    Tamisuke\n", 1),
]


@each(("text", "count"), HANGING)
def test_a_short_numbered_line_of_plain_words_heads_what_is_set_in_below(text: str, count: int) -> None:
    assert len(read_blocks(text)) == count


@each("bullet", ["·", "○", "►", "・"])
def test_any_sign_of_a_list_is_a_bullet(bullet: str) -> None:
    assert kinds(f"Trade\n\n{bullet} Exports: none\n") == [("paragraph", "Trade"), ("item", "Exports: none")]


@each("mark", ["- 1 -", "– 12 –", "Page 3", "Page 3 of 9"])
def test_the_number_of_a_page_is_no_text(mark: str) -> None:
    assert kinds(f"Grants: none\n{mark}\nVisits\n") == [
        ("paragraph", "Grants: none"),
        ("furniture", mark),
        ("paragraph", "Visits"),
    ]


@each(
    "text",
    [
        "Nationals in Japan: 33 (as of December\n2010)",
        "The Republic of Cyprus became independent on August 16,\n1960, and Japan recognized it.",
        "Prime Minister Vajpayee paid a visit to Japan in\nDecember 2001, when a declaration was issued.",
        "Both sides agreed to hold the next consultations in\n2004 in Tokyo.",
        "In 2009, both countries celebrated the historic\n90th anniversary of their diplomatic relations.",
        "Concerts were held in Tokyo and Helsinki to mark the\n90th Anniversary of diplomatic relations.",
        "Japan has dispatched to the country a total number of\n1,250 volunteers since 1990.",
    ],
)
def test_a_date_that_is_broken_off_is_one(text: str) -> None:
    assert kinds(text + "\n") == [("paragraph", text)]


@pytest.mark.parametrize(
    "text",
    ["Exports to Japan: 252.3 billion yen (jewelry, iron ore,\nmarine products)", "(Memorial service,\nDecorations)"],
)
def test_a_word_that_begins_like_a_month_begins_no_row(text: str) -> None:
    assert kinds(text + "\n") == [("paragraph", text)]


@pytest.mark.parametrize(
    "text",
    [
        "The two countries keep up a dialogue at a high level\n1st Summit: May 2004\n",
        "2004 President of the House of Councillors Hiroyuki Kurata and\n2005 Prime Minister A\n",
        "Exports to Fiji: the\n1990 Agreement\n",
    ],
)
def test_a_number_that_begins_a_line_of_its_own(text: str) -> None:
    assert len(kinds(text)) == 2


def test_a_row_below_a_month_is_no_broken_date() -> None:
    assert len(kinds("May\n1990 Prime Minister A\n")) == 2


def test_pipes() -> None:
    text = "Year | Name |\n---|---|\n2006 | Prime Minister A |\n | Minister B\nMinister C |\n"
    assert [block.kind for block in read_blocks(text)] == ["header", "furniture", "row", "row"]
    assert cells(text) == [["Year", "Name"], ["2006", "Prime Minister A"], ["", "Minister B\nMinister C"]]


def test_one_cell_a_line() -> None:
    text = "From Japan to Fiji\nYear |\nName |\nJune 2006 |\nMinister A |\nMay 2013 |\nMinister B |\nFrom Fiji\nYear |\nName |\n"
    assert cells(text) == [["Year", "Name"], ["June 2006", "Minister A"], ["May 2013", "Minister B"], ["Year", "Name"]]
    assert kinds(text)[0] == ("paragraph", "From Japan to Fiji")


@pytest.mark.parametrize("head", [" |\n2012 |\n2013 |\n", "Year |\n2012 |\n2013 |\n", "|\nFY2012 |\nFY2013 |\n"])
def test_one_cell_a_line_below_years(head: str) -> None:
    text = f"Trade\n{head}Exports |\n9,412 |\n8,633 |\nImports |\n5 |\n6 |\n(Note 1) Ships are not included.\nYear |\nName |\n"
    assert cells(text)[1:] == [["Exports", "9,412", "8,633"], ["Imports", "5", "6"], ["Year", "Name"]]
    assert [cell[-4:] for cell in cells(text)[0][1:]] == ["2012", "2013"]
    assert ("paragraph", "(Note 1) Ships are not included.") in kinds(text)


@pytest.mark.parametrize("end", ["", "(Source: JETRO)\n"])
def test_one_cell_a_line_below_labels_up_to_the_first_year(end: str) -> None:
    text = f"Trade\nYear |\nExports to Japan |\nImports from Japan |\n2012 |\n9 |\n2 |\n{end}"
    assert cells(text) == [["Year", "Exports to Japan", "Imports from Japan"], ["2012", "9", "2"]]
    assert [kind for kind, _ in kinds(text)][1:3] == ["header", "row"]


def test_a_first_row_that_begins_with_year_heads_its_table() -> None:
    text = "Year | Exports to Japan |\n2012 | 9 |\nYear | 2013 |\n"
    assert [block.kind for block in read_blocks(text)] == ["header", "row", "row"]


def test_hard_wrapped_prose_is_one_paragraph() -> None:
    text = (
        "Japan and Fiji have kept good relations for many years and\nthey go on. Trade grows.\nExports: 1 billion yen\n"
    )
    assert [words for _, words in kinds(text)] == [text.split("\nExports")[0], "Exports: 1 billion yen"]


WRAPPED = """Contacts between the two countries go back to a time when the traveller
arrived on his way. Exchanges between the families used to be one of
pillars of the relationship, which was a good one in all the years in
between, and nobody thought it would ever be worse than it had been a
century before.

"""
FULL = "Deputy Prime Minister and Minister for Foreign Affairs Ram Chandra Lal"
NEXT = [
    (f"Apr. 2001\n{FULL}\nMar. 2003\nMinister for Finance A. Shrestha", 4),
    (f"2001, April\n{FULL}\n2003, March 3-5\nMinister for Finance A. Shrestha", 4),
    (f"2001\n{FULL}\n2003\nMinister for Finance A. Shrestha", 4),
    (f"{FULL}\nMarch 2003\nMinister for Finance A. Shrestha\nApril 2004", 4),
    ("The two leaders met again when the House of the People opened on the in\nMarch 2003", 1),
    ("The Prime Minister came to see the pavilion of his country at the Expo\n1970", 1),
]


@each(("text", "count"), NEXT)
def test_a_date_alone_goes_on_with_no_line_that_is_full_by_chance(text: str, count: int) -> None:
    assert len(read_blocks(WRAPPED + text)) == 1 + count


def test_running_text_goes_on_with_a_name() -> None:
    text = "Japan recognized it on the same day. In April 2009, the two\nGovernments exchanged notes on the status of the Self-Defense\nForces.\n"
    assert len(kinds(text)) == 1


def test_a_row_with_an_abbreviated_month_is_no_running_text() -> None:
    text = "2016 Sep. Speaker of the House of Councillors Chuichi Date\nFrom Serbia to Japan\n"
    assert len(kinds(text)) == 2


@given(st.text(alphabet="ab A1.|-•\n\t:(", max_size=200))
def test_every_character_lies_in_one_block(text: str) -> None:
    blocks = read_blocks(text)
    covered = [n for block in blocks for n in range(block.start, block.end)]
    assert len(covered) == len(set(covered))
    assert {n for n, sign in enumerate(text) if not sign.isspace()} <= set(covered)
    assert all(block.start <= block.body <= block.end for block in blocks)
    assert all(text.count("\n", 0, block.start) + 1 == block.line for block in blocks)


def test_labels_set_in_below_a_numbered_heading() -> None:
    text = "1. Diplomatic Relations\n    Recognition: October 4, 1966\n    Diplomatic relations established: July 1971\n2. Residents (2013)\n    Japanese nationals: 8\n"
    assert [text[block.start : block.end] for block in read_blocks(text)] == [
        line.strip() for line in text.splitlines()
    ]


def test_the_frame_of_a_row_is_known_from_the_row_above() -> None:
    """Else reading would go back to the first row from each: four times the rows would take sixteen times as long."""
    rows = "| a | b |\n" * 8_000
    begun = time.process_time()
    blocks = read_blocks(f"| Year | Name |\n{rows} | c |\n")
    assert time.process_time() - begun < 1
    assert {len(block.cells) for block in blocks[:-1]} == {2}
    assert len(read_blocks("Year | Name |\n | a |\n | b |\n")[-1].cells) == 2
