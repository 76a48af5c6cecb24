"""Visit tables: which way they go, whose date is whose, and what is one visitor."""

from __future__ import annotations

import pytest

from pipeline.records import Visit
from tests.each import each
from tests.helpers import facts_of, notes_of

FRONT = "Japan-Kenya Relations\n\nMay 5, 2018\n\nVIP Visits\n\n"
OURS = ["2004 Prime Minister Junichiro Koizumi", "2010 Senior Vice-Minister for Foreign Affairs Tetsuro Fukuyama"]
THEIRS = ["1999 President Mwai Kibaki (State guest)", "2006 Foreign Minister Raphael Tuju"]
WAYS = [("JPN", "KEN")] * 2 + [("KEN", "JPN")] * 2


def _pipes(rows: list[str]) -> str:
    return "Year | Name |\n---|---|\n" + "".join(row.replace(" ", " | ", 1) + " |\n" for row in rows)


def _lines(rows: list[str]) -> str:
    return "".join(f"{row}\n" for row in rows)


def _html(body: str) -> list[Visit]:
    page = f"<html><body><h1>Japan-Kenya Relations</h1><h2>VIP Visits</h2>{body}</body></html>"
    return facts_of(page, "sheet.html").visits


BASES = [
    ("no caption", _pipes(OURS) + _pipes(THEIRS), ["inferred"] * 4),
    ("the first caption only", "From Japan to Kenya\n" + _pipes(OURS) + _pipes(THEIRS), ["inherited"] * 2 + ["inferred"] * 2),
    ("the second caption only", _pipes(OURS) + "From Kenya to Japan\n" + _pipes(THEIRS), ["inferred"] * 2 + ["inherited"] * 2),
    ("no caption, no header", _lines(OURS) + "\n" + _lines(THEIRS), ["inferred"] * 4),
    ("nothing between the tables", _lines(OURS + THEIRS), ["inferred"] * 4),
    ("no second caption, no header", "From Japan to Kenya\n" + _lines(OURS + THEIRS), ["inherited"] * 2 + ["inferred"] * 2),
    ("loose captions", "Japanese visitors to Kenya\n" + _lines(OURS) + "Kenyan VIPs visiting Japan\n" + _lines(THEIRS), ["inherited"] * 4),
    ("arrows", "(Japan → Kenya)\n" + _lines(OURS) + "(Kenya → Japan)\n" + _lines(THEIRS), ["inherited"] * 4),
    ("glued headers", "From Japan to KenyaYearName\n" + _lines(OURS) + "From Kenya to JapanYearName\n" + _lines(THEIRS), ["inherited"] * 4),
    ("bullets", "From Japan to Kenya\n\n" + "".join(f"  • {row}\n" for row in OURS) + "\nFrom Kenya to Japan\n\n" + "".join(f"  • {row}\n" for row in THEIRS), ["inherited"] * 4),
]  # fmt: skip


@each(("text", "bases"), [case[1:] for case in BASES])
def test_which_way(text: str, bases: list[str]) -> None:
    facts = facts_of(FRONT + text)
    assert [(row.from_area, row.to_area) for row in facts.visits] == WAYS
    assert [row.direction_basis for row in facts.visits] == bases
    tables = len({row.from_area for row in facts.visits if row.direction_basis == "inferred"})
    assert [note.rule for note in facts.notes].count("direction_inferred") == tables


def test_no_clear_majority_decides_nothing() -> None:
    facts = facts_of(FRONT + _pipes(["2006 Minister of Trade Amata Note", "2008 Minister of Finance Kessai Mana"]))
    assert [(row.from_area, row.direction_basis) for row in facts.visits] == [(None, "unknown")] * 2
    assert len(notes_of(facts, "direction_undecided")) == 2
    mixed = facts_of(
        FRONT + _pipes([OURS[0], THEIRS[1], "2008 Prime Minister Yasuo Fukuda", "2012 President Mwai Kibaki"])
    )
    assert {row.from_area for row in mixed.visits} == {None}


def test_the_words_of_the_row_decide() -> None:
    rows = ["2004.6 Prime Minister Koizumi's visit to Kenya", " .9 Foreign Minister Tuju's visit to Japan"]
    facts = facts_of(FRONT + _lines(rows))
    assert [(row.from_area, row.date, row.direction_basis, row.date_basis) for row in facts.visits] == [
        ("JPN", "2004-06", "stated", "stated"),
        ("KEN", "2004-09", "stated", "inherited"),
    ]


def test_a_column_a_direction() -> None:
    head = "<table><tr><th>Year<th>From Japan to Kenya<th>From Kenya to Japan"
    rows = "<tr><td>2004<td>Prime Minister Taro Aso<td>Foreign Minister Tuju<tr><td>2006<td><td>President Kibaki"
    found = _html(f"{head}{rows}</table>")
    assert [(row.from_area, row.date, row.main_name) for row in found] == [
        ("JPN", "2004", "Aso"), ("KEN", "2004", "Tuju"), ("KEN", "2006", "Kibaki"),
    ]  # fmt: skip


SHARED = [
    ("2013 Minister of Trade A. Tuju, Minister of Health B. Odinga (June)", ["2013-06", "2013-06"]),
    ("2013 Prime Minister R. Odinga and Foreign Minister M. Wetangula (TICAD V) (June)", ["2013-06", "2013-06"]),
    ("2013 Minister of Trade A. Tuju (May), Minister of Health B. Odinga (June)", ["2013-05", "2013-06"]),
    ("2013 Minister of Trade A. Tuju (TICAD V), Minister of Health B. Odinga (June)", ["2013", "2013-06"]),
    ("2013 Minister of Trade A. Tuju\nMinister of Health B. Odinga (June)", ["2013", "2013-06"]),
    ("2013 Minister of Trade A. Tuju (June)\nAccompanied by: Mr. B. Odinga, Director", ["2013-06", "2013-06"]),
]


@each(("row", "dates"), SHARED)
def test_whose_month(row: str, dates: list[str]) -> None:
    found = facts_of(f"{FRONT}From Kenya to Japan\nYear Name\n{row}\n").visits
    assert [visit.date for visit in found] == dates


def test_a_line_break_in_a_cell_parts_people_and_dates_them_by_the_row() -> None:
    found = _html(
        "<table><tr><th>Year<th>Name<tr><td>2013<td>Prime Minister R. Odinga<br>Foreign Minister A. Tuju</table>"
    )
    assert [(row.main_name, row.date_basis) for row in found] == [("Odinga", "stated"), ("Tuju", "inherited")]


WRAPPED = [
    ("2005 Minister of Trade and International\nDevelopment, Mr. Omar Tuju", ("Minister of Trade and International Development", "Tuju")),
    ("2005 Minister of Trade and International\n     Development, Mr. Omar Tuju", ("Minister of Trade and International Development", "Tuju")),
    ("2005 Special Envoy of the President Omar\n     Tuju", ("Special Envoy of the President", "Tuju")),
    ("2005 Minister Coordinator of Security Omar Tuju", ("Minister Coordinator of Security", "Tuju")),
    ("2005 Members of the Japan-Kenya Parliamentary\nFriendship League", (None, None)),
]  # fmt: skip


@each(("row", "told"), WRAPPED)
def test_one_visitor(row: str, told: tuple[str | None, str | None]) -> None:
    found = facts_of(f"{FRONT}From Kenya to Japan\n{row}\n2006 President Kibaki\n").visits
    assert [(visit.office, visit.main_name) for visit in found] == [told, ("President", "Kibaki")]


@pytest.mark.parametrize(
    "row",
    [
        "2005\tFeb\tOmar Tuju, Prime Minister\n\t\tAnn Oyo, Minister of Foreign Affairs",
        "2005\tFeb\tOmar Tuju, Prime\n\t\tMinister\n\t\tAnn Oyo, Minister of Foreign\n\t\tAffairs",
        "2005 Feb  Omar Tuju, Prime Minister\n          Ann Oyo, Minister of Foreign Affairs",
    ],
)
def test_lines_of_running_text_that_are_whole_are_people_apart(row: str) -> None:
    found = facts_of(f"{FRONT}From Kenya to Japan\n{row}\n2006\tMar\tPresident Kibaki\n").visits
    assert [(visit.date, visit.main_name, visit.office) for visit in found] == [
        ("2005-02", "Tuju", "Prime Minister"),
        ("2005-02", "Oyo", "Minister of Foreign Affairs"),
        ("2006-03", "Kibaki", "President"),
    ]


def test_months_in_a_column_of_their_own() -> None:
    text = "Year | Month | Name |\n---|---|---|\n2004 | 8 | Foreign Minister Tuju |\n | 9 | President Kibaki |\n"
    found = facts_of(f"{FRONT}From Kenya to Japan\n{text}").visits
    assert [(row.date, row.date_basis) for row in found] == [("2004-08", "stated"), ("2004-09", "inherited")]


def test_a_year_alone_heads_the_months_below_it() -> None:
    table = "{}\n\n| Month | Name |\n|---|\n| April | Prime Minister Junichiro Koizumi |\n\n"
    years = [table.format(year) for year in (2013, 2012)]
    facts = facts_of(f"{FRONT}From Japan to Kenya\n\n{''.join(years)}From Kenya to Japan\n\n{years[0]}")
    assert [row.date_start for row in facts.visits] == ["2013-04-01", "2012-04-01", "2013-04-01"]
    assert [row.from_area for row in facts.visits] == ["JPN", "JPN", "KEN"]


def test_no_date_is_borrowed_over_a_header() -> None:
    text = (
        _pipes(OURS) + "Year | Name |\n---|---|\n | President Mwai Kibaki |\n2006 | Foreign Minister Raphael Tuju |\n"
    )
    assert [row.date for row in facts_of(FRONT + text).visits] == ["2004", "2010", None, "2006"]


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["apart", "together"])
def test_a_year_above_a_header_dates_the_rows_below_it_and_the_caption_goes_on(between: str) -> None:
    tables = [("2013", "January\tPrime Minister Shinzo Abe"), ("2012", "April\tPrime Minister Taro Aso")]
    rows = [f"{year}{between}Month\tName\n{row}" for year, row in tables]
    facts = facts_of(between.join(["VIP Visits", "From Japan to Kenya", *rows, ""]))
    assert [(row.date, row.to_area, row.direction_basis) for row in facts.visits] == [
        ("2013-01", "KEN", "inherited"),
        ("2012-04", "KEN", "inherited"),
    ]
    assert not facts.notes


def test_years_behind_the_names_of_a_list() -> None:
    text = "From Kenya to Japan\n\n  • President Mwai Kibaki (2004)\n  • Foreign Minister Raphael Tuju (March 2006)\n"
    assert [(row.from_area, row.date) for row in facts_of(FRONT + text).visits] == [("KEN", "2004"), ("KEN", "2006-03")]


def test_an_office_and_its_holder_in_cells_of_their_own() -> None:
    text = "Date | Title | Name |\n---|---|---|\n2004 | Minister of Trade | Omar Tuju |\n2006 | Minister of Foreign\nAffairs Ali Tuju |\n"
    found = facts_of(f"{FRONT}From Kenya to Japan\n{text}").visits
    assert [(row.office, row.name_printed) for row in found] == [
        ("Minister of Trade", "Omar Tuju"),
        ("Minister of Foreign Affairs", "Ali Tuju"),
    ]


def test_a_sentence_is_no_row() -> None:
    facts = facts_of(f"{FRONT}May 2012 President Mwai Kibaki visited Japan and met Prime Minister Noda.\n")
    assert [(row.origin, row.date) for row in facts.visits] == [("prose", "2012-05")]


def test_a_caption_that_is_printed_twice_is_told_and_the_people_decide() -> None:
    caption = "From Japan to Kenya\n"
    facts = facts_of(
        FRONT + caption + _pipes(OURS) + caption + _pipes(["1998 Prime Minister of Kenya, Mr. Raila Odinga", *THEIRS])
    )
    assert [row.from_area for row in facts.visits] == ["JPN"] * 2 + ["KEN"] * 3
    assert len(notes_of(facts, "contradiction")) == 1


def test_a_caption_that_is_printed_twice_over_people_of_one_side_stands() -> None:
    facts = facts_of(FRONT + ("From Japan to Kenya\n" + _pipes(OURS)) * 2)
    assert {row.from_area for row in facts.visits} == {"JPN"}
    assert notes_of(facts, "contradiction") == []


def test_a_row_that_tells_its_own_way_among_others_is_told() -> None:
    rows = [*OURS, "2012.10   President Mwai Kibaki's visit to\n          Japan"]
    facts = facts_of(FRONT + "From Japan to Kenya\n" + _lines(rows))
    assert [row.from_area for row in facts.visits] == ["JPN", "JPN", "KEN"]
    assert len(notes_of(facts, "misplaced_item")) == 1


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2005 President of Kenya Mwai Kibaki", 1),
        ("2005 Special Envoy Kenji Kosaka (Inauguration of President Kibaki)", 0),
    ],
)
def test_a_head_of_state_under_the_wrong_caption_is_told(row: str, told: int) -> None:
    facts = facts_of(FRONT + "From Japan to Kenya\n" + _lines([OURS[0], row, OURS[1]]))
    assert len(notes_of(facts, "contradiction")) == told


def test_a_misspelt_month_begins_a_row_and_is_a_date() -> None:
    facts = facts_of(
        FRONT
        + "From Kenya to Japan\n\nSetember 2004   President Mwai Kibaki\nNovmber 2006    Foreign Minister Raphael Tuju\n"
    )
    assert [row.date for row in facts.visits] == ["2004-09", "2006-11"]
    assert [(note.found, note.suggestion) for note in notes_of(facts, "likely_typo")] == [
        ("Setember", "September"),
        ("Novmber", "November"),
    ]


def test_a_second_visitor_below_the_first_has_no_date_printed() -> None:
    facts = facts_of(
        FRONT
        + "From Kenya to Japan\n\nJuly 2007   Mr. A. Tuju, Member of Parliament\n            Mr. B. Kosgei, Member of Parliament\n"
    )
    assert [row.date_basis for row in facts.visits] == ["stated", "inherited"]


def test_rows_in_english_with_japanese_beside() -> None:
    facts = facts_of(
        FRONT
        + "（１）往訪 From Japan to Kenya\n2004年8月　Minister for Foreign Affairs Yoriko Kawaguchi（川口外務大臣）\n"
    )
    (row,) = facts.visits
    assert (row.main_name, row.other_names, row.occasion, row.from_area, row.date) == (
        "Kawaguchi",
        "Yoriko",
        None,
        "JPN",
        "2004-08",
    )


def test_a_word_that_is_broken_at_the_end_of_a_line_is_whole() -> None:
    text = "From Kenya to Japan\nDate Name\nApr. 1999 Minister of Foreign Affairs Ioannis Kasou-\nlides\nMay 2011 Parliamentary Vice-\nMinister for Foreign Affairs Raphael Tuju\n"
    facts = facts_of(FRONT + text)
    assert [(row.main_name, row.office) for row in facts.visits] == [
        ("Kasoulides", "Minister of Foreign Affairs"),
        ("Tuju", "Parliamentary Vice-Minister for Foreign Affairs"),
    ]
    assert [row.quote[-6:] for row in facts.visits] == ["\nlides", "l Tuju"]


def test_an_office_below_a_bare_name_is_his_and_each_line_of_remarks_is_of_one_visitor() -> None:
    people = "Eduard Shevardnadze\nPresident\nIrakli Menagarishvili\nMinister of Foreign Affairs"
    table = f"| Date | Name | Purpose |\n|---|\n| 1999 | {people} | Official working visit\nAPEC |\n"
    told = [
        (row.office, row.main_name, row.guest_status, row.occasion)
        for row in facts_of(f"{FRONT}From Kenya to Japan\n{table}").visits
    ]
    assert told == [
        ("President", "Shevardnadze", "Official working visit", None),
        ("Minister of Foreign Affairs", "Menagarishvili", None, "APEC"),
    ]
