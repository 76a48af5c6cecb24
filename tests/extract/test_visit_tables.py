"""Tables of visits beyond date and name: several dates, other columns, lists, other headings, captions that err."""

from __future__ import annotations

import pytest

from pipeline.extract.facts import Facts
from pipeline.extract.visits.columns import role_of
from pipeline.extract.visits.tables import table
from pipeline.extract.visits.tables.dates_above import print_months
from tests.each import each
from tests.helpers import facts_of, notes_of

FRONT = "Japan-Kenya Relations\n\nMay 5, 2018\n\n"
TABLE = f"{FRONT}VIP Visits\n\nFrom Kenya to Japan\nYear | Name |\n---|---|\n"
THREE = "President Mwai Kibaki\nPrime Minister Raila Odinga\nForeign Minister Raphael Tuju |"

DATES = [
    ("1997, 2000, 2003 | President Mwai Kibaki |", [("Kibaki", "1997"), ("Kibaki", "2000"), ("Kibaki", "2003")], False),
    (f"1997, 2000, 2003 | {THREE}", [("Kibaki", "1997"), ("Odinga", "2000"), ("Tuju", "2003")], True),
    (f"1997, 2000 | {THREE}", [("Kibaki", None), ("Odinga", None), ("Tuju", None)], True),
    ("2007, 2008 | President Mwai Kibaki and Mrs. Kibaki |", [("Kibaki", "2007"), ("Kibaki", "2007"), ("Kibaki", "2008"), ("Kibaki", "2008")], False),
    ("2010.3, 2011.5 | Foreign Minister Raphael Tuju |", [("Tuju", "2010-03"), ("Tuju", "2011-05")], False),
    ("June 2012 and May 2013 | Foreign Minister Raphael Tuju |", [("Tuju", "2012-06"), ("Tuju", "2013-05")], False),
    ("2010 | Foreign Minister Raphael Tuju (January and November) |", [("Tuju", "2010-01"), ("Tuju", "2010-11")], False),
    ("2010 | Foreign Minister Raphael Tuju (May 3-4) |", [("Tuju", "2010-05-03/2010-05-04")], False),
]  # fmt: skip


@each(("row", "told", "is_odd"), DATES)
def test_who_came_when(row: str, told: list[tuple[str, str | None]], is_odd: bool) -> None:
    facts = facts_of(f"{TABLE}{row}\n")
    assert [(visit.main_name, visit.date) for visit in facts.visits] == told
    assert bool(notes_of(facts, "ambiguous_attachment")) is is_odd


def test_dates_taken_in_order_are_inferred() -> None:
    facts = facts_of(f"{TABLE}1997, 2000, 2003 | {THREE}\n")
    assert {visit.date_basis for visit in facts.visits} == {"inferred"}
    assert len({visit.visit_group for visit in facts.visits}) == 3


def test_columns_by_their_words() -> None:
    facts = facts_of(
        f"{FRONT}VIP Visits\n\nFrom Kenya to Japan\nDate | Name | Title | Purpose | Place |\n---|---|---|---|---|\n"
        "2015.3 | Mr. Omar Tuju | Minister of Trade | Conference on Water | Sendai |\n"
        "2016 | Mr. Raphael Tuju | Foreign Minister | Working visit | Tokyo |\n"
        " | Mr. Raila Odinga | Prime Minister | May, TICAD VI | - |\n"
    )
    assert [(v.main_name, v.office, v.date, v.occasion, v.guest_status) for v in facts.visits] == [
        ("Tuju", "Minister of Trade", "2015-03", "Conference on Water", None),
        ("Tuju", "Foreign Minister", "2016", None, "Working visit"),
        ("Odinga", "Prime Minister", "2016-05", "TICAD VI", None),
    ]
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == ["Place"]


@pytest.mark.parametrize("head", ["Name | Title", "Visitor | Office", "Visitors | Position at that time"])
def test_a_name_before_its_office_in_cells_of_their_own(head: str) -> None:
    row = "2015 | Mr. Omar Tuju | Minister of Finance, and Minister for Sport |\n"
    facts = facts_of(f"{FRONT}VIP Visits\n\nFrom Kenya to Japan\nYear | {head} |\n---|---|---|\n{row}")
    assert [(v.name_printed, v.office) for v in facts.visits] == [
        ("Omar Tuju", "Minister of Finance, and Minister for Sport")
    ]


PAIRED = [
    ("Mr. Omar Tuju\nMs. Ann Oyo | President\nMinister of Trade", [("Tuju", "President"), ("Oyo", "Minister of Trade")]),
    ("Mr. Omar Tuju | Senior Vice-Minister of\nTrade and Industry", [("Tuju", "Senior Vice-Minister of Trade and Industry")]),
    ("Mr. Omar Tuju | Prime Minister\nMinister of Trade", [("Tuju", "Prime Minister, Minister of Trade")]),
    ("Mr. Omar Tuju Ms. Ann Oyo | President Minister of Trade", [("Tuju", "President"), ("Oyo", "Minister of Trade")]),
    ("Mr. Omar Tuju\nMs. Ann Oyo | President\nMinister of\nTrade", [("Tuju", "President"), ("Oyo", "Minister of Trade")]),
]  # fmt: skip


@each(("row", "told"), PAIRED)
def test_a_line_of_names_goes_with_the_one_of_offices(row: str, told: list[tuple[str, str]]) -> None:
    table = "From Kenya to Japan\n| Date | Visitor | Title | Occasion |\n|---|---|---|---|\n| 2015.3"
    facts = facts_of(f"{FRONT}VIP Visits\n\n{table} | {row} | TICAD V |\n")
    assert [(visit.main_name, visit.office) for visit in facts.visits] == told
    assert {(visit.date, visit.occasion) for visit in facts.visits} == {("2015-03", "TICAD V")}


def test_offices_that_nobody_knows_whose_they_are() -> None:
    row = "Mr. Omar Tuju\nMs. Ann Oyo\nMr. Raila Odinga | President\nMinister of Trade"
    facts = facts_of(
        f"{FRONT}VIP Visits\n\nFrom Kenya to Japan\n| Date | Visitor | Title |\n|---|\n| 2015.3 | {row} |\n"
    )
    assert [(visit.main_name, visit.office) for visit in facts.visits] == [
        ("Tuju", None),
        ("Oyo", None),
        ("Odinga", None),
    ]
    assert len(notes_of(facts, "ambiguous_attachment")) == 1


def test_remarks_are_said_of_all_of_a_row() -> None:
    facts = facts_of(
        "<html><body><h1>Japan-Kenya Relations</h1><h2>VIP Visits</h2><table><caption>From Kenya to Japan</caption>"
        "<tr><th>Year<th>Visitor<th>Remarks<tr><td>2013<td>Prime Minister R. Odinga<br>Foreign Minister A. Tuju<td>TICAD V"
        "<tr><td>2014<td>Minister of Trade O. Tuju<td>&nbsp;</table></body></html>",
        "sheet.html",
    )
    assert [visit.occasion for visit in facts.visits] == ["TICAD V", "TICAD V", None]


ROLES = [
    ("Year", "date"), ("Year / Month", "date"), ("Date of visit", "date"), ("Name", "name"), ("Name of Visitor", "name"),
    ("Title", "office"), ("Year (since 2000)", "date"), ("Name and Title", "people"), ("Remarks", "occasion"), ("Purpose of the visit", "occasion"),
    ("Place", "other"), ("Main Events in Kenya", None), ("From Japan to Kenya", None),
]  # fmt: skip


@each(("words", "role"), ROLES)
def test_what_a_header_heads(words: str, role: str | None) -> None:
    assert role_of(words) == role


def test_lists_below_headings_that_say_the_way() -> None:
    facts = facts_of(
        f"{FRONT}High-level visits from Japan to Kenya\n\nPrime Minister Shinzo Abe (August 2016)\n\n"
        "High-level visits from Kenya to Japan\n\nPresident Mwai Kibaki (2002, 2004)\n"
    )
    assert [(visit.from_area, visit.date, visit.section) for visit in facts.visits] == [
        ("JPN", "2016-08", "High-level visits from Japan to Kenya"),
        ("KEN", "2002", "High-level visits from Kenya to Japan"),
        ("KEN", "2004", "High-level visits from Kenya to Japan"),
    ]


def test_visitors_below_a_heading_of_something_else() -> None:
    rows = "1999 President Mwai Kibaki\n2006 Foreign Minister Raphael Tuju\n"
    facts = facts_of(f"{FRONT}Recent Relations\n\nYear Name\n{rows}")
    assert [(visit.from_area, visit.direction_basis) for visit in facts.visits] == [("KEN", "inferred")] * 2
    told = facts_of(f"{FRONT}Recent Relations\n\nYear Name\n{rows}2010 Opening of the Embassy of Kenya\n")
    assert told.visits == []
    assert [event.date for event in told.events] == ["1999", "2006", "2010"]


def test_nobody_goes_against_his_own_name() -> None:
    rows = "1997 Prime Minister Ryutaro Hashimoto\n1999 President Mwai Kibaki\n2006 President Daniel Moi\n"
    facts = facts_of(f"{FRONT}VIP Visits\n\nYear Name\n{rows}")
    assert [visit.from_area for visit in facts.visits] == [None, "KEN", "KEN"]


def test_a_caption_against_all_its_visitors() -> None:
    ours = "1997 Prime Minister Ryutaro Hashimoto\n1999 Prime Minister Keizo Obuchi\n"
    facts = facts_of(f"{FRONT}VIP Visits\n\nFrom Kenya to Japan\nYear Name\n{ours}")
    assert [visit.from_area for visit in facts.visits] == ["KEN", "KEN"]
    assert len(notes_of(facts, "contradiction")) == 1
    right = facts_of(f"{FRONT}VIP Visits\n\nFrom Japan to Kenya\nYear Name\n{ours}")
    assert notes_of(right, "contradiction") == []


def test_a_year_above_its_months() -> None:
    facts = facts_of(
        f"{FRONT}VIP Visits\n\n2003\n  .6 Visit of Prime Minister Koizumi to Kenya\n  .9 President Kibaki's visit to Japan\n"
    )
    assert [(visit.from_area, visit.date) for visit in facts.visits] == [("JPN", "2003-06"), ("KEN", "2003-09")]
    assert notes_of(facts, "unrecognised_text") == []


def test_a_scope_apart_from_its_heading() -> None:
    facts = facts_of(
        f"{FRONT}VIP Visits\n\n(since 2000)\n\nFrom Kenya to Japan\n\nYear Name\n2006 Foreign Minister Raphael Tuju\n"
    )
    assert [visit.section for visit in facts.visits] == ["VIP Visits (since 2000) > From Kenya to Japan"]
    assert facts.events == []


def test_a_header_that_says_the_way() -> None:
    rows = "2006.7 | Prime Minister Junichiro Koizumi |\n"
    back = "2009.4 | President Mwai Kibaki |\n"
    facts = facts_of(
        f"{FRONT}VIP Visits\n\nDate | Japan to Kenya |\n---|---|\n{rows}Date | Kenya to Japan |\n---|---|\n{back}"
    )
    assert [(visit.from_area, visit.direction_basis) for visit in facts.visits] == [
        ("JPN", "inherited"),
        ("KEN", "inherited"),
    ]


OCCASIONS = [
    ("2000, 2003 | President Mwai Kibaki (PALM2, PALM3) |", ["PALM2", "PALM3"], False),
    ("2000, 2003 | President Mwai Kibaki (Inauguration) |", ["Inauguration", "Inauguration"], True),
    ("2000, 2003 | President Mwai Kibaki |", [None, None], False),
]


@pytest.mark.parametrize(("row", "told", "is_odd"), OCCASIONS, ids=[row for row, _, _ in OCCASIONS])
def test_which_occasion_was_when(row: str, told: list[str | None], is_odd: bool) -> None:
    facts = facts_of(f"{TABLE}{row}\n")
    assert [visit.occasion for visit in facts.visits] == told
    assert bool(notes_of(facts, "ambiguous_attachment")) is is_odd


def test_what_visits_do_not_understand_is_told() -> None:
    facts = facts_of(
        f"{FRONT}VIP Visits\n\nFrom Japan to Kenya\n\nName Title Year\n\nTaro Aso Minister for Foreign Affairs 2006\n"
    )
    assert (facts.visits, facts.events) == ([], [])
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == [
        "Taro Aso Minister for Foreign Affairs 2006"
    ]
    named = facts_of(f"{FRONT}VIP Visits\n\nFrom Japan to Kenya\n\nMinister for Foreign Affairs Taro Aso, 2006\n")
    assert [(visit.main_name, visit.date) for visit in named.visits] == [("Aso", "2006")]


def test_a_visit_that_was_cancelled_is_no_row() -> None:
    facts = facts_of(f"{TABLE}2009 | President Mwai Kibaki (cancelled) |\n2010 | Foreign Minister Raphael Tuju |\n")
    assert [visit.main_name for visit in facts.visits] == ["Tuju"]
    assert [note.found for note in notes_of(facts, "misplaced_item")] == ["cancelled"]


YEARS_ABOVE = [
    ("sheet.html", "<h1>Japan-Kenya Relations</h1><h2>VIP Visits</h2><h3>2003</h3><h4>To Japan</h4><table><tr><th>Month<th>Name"
     "<tr><td>Aug.<td>President M. KIBAKI</table><h3>2006</h3><h4>To Japan</h4><table border=1>"
     "<tr><td>May<td>Minister of Trade O. TUJU<tr><td><td>Minister of Health R. ODINGA</table>"),
    ("sheet.html", "<h1>Japan-Kenya Relations</h1><h2>VIP Visits</h2><h3>To Japan</h3><h4>2003</h4><table border=1>"
     "<tr><td>Aug.<td>President M. KIBAKI</table><h4>2006</h4><ul><li>May: Minister of Trade O. TUJU"
     "<li>May: Minister of Health R. ODINGA</ul>"),
    ("sheet.html", "<h1>Japan-Kenya Relations</h1><h2>VIP Visits</h2><h3>To Japan</h3><table><tr><th colspan=2>2003"
     "<tr><td>Aug.<td>President M. KIBAKI<tr><th colspan=2>2006<tr><td>May<td>Minister of Trade O. TUJU"
     "<tr><td>&nbsp;<td>Minister of Health R. ODINGA</table>"),
    ("sheet.html", "<h1>Japan-Kenya Relations</h1><h2>VIP Visits</h2><h3>To Japan</h3><table border=1><tr><td colspan=2>2003"
     "<tr><td>Aug.<td>President M. KIBAKI<tr><td colspan=2>2006<tr><td>May<td>Minister of Trade O. TUJU"
     "<tr><td>&nbsp;<td>Minister of Health R. ODINGA</table>"),
    ("sheet.txt", f"{FRONT}VIP Visits\n\nTo Japan\n2003 |\nAug. | President M. KIBAKI |\n2006 |\n"
     "May | Minister of Trade O. TUJU |\n | Minister of Health R. ODINGA |\n"),
    ("sheet.txt", f"{FRONT}VIP Visits\n\nTo Japan\n2003\nAug. President M. KIBAKI\n2006\n"
     "May Minister of Trade O. TUJU\nMinister of Health R. ODINGA\n"),
]  # fmt: skip


@each(("path", "text"), YEARS_ABOVE)
def test_years_in_rows_of_their_own(path: str, text: str) -> None:
    facts = facts_of(text, path)
    assert [(v.main_name, v.date, v.from_area, v.direction_basis) for v in facts.visits] == [
        ("Kibaki", "2003-08", "KEN", "inherited"),
        ("Tuju", "2006-05", "KEN", "inherited"),
        ("Odinga", "2006-05", "KEN", "inherited"),
    ]
    assert not notes_of(facts, "unrecognised_text")


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><th colspan=2>2012<tr><td>Jan.<td>President M. KIBAKI<tr><th colspan=2>2103<tr><td>Jan.<td>Minister O. TUJU",
        "<tr><td>2012 Jan.<td>President M. KIBAKI<tr><td>2103<td>Minister O. TUJU<tr><td>&nbsp;<td>Minister A. OBI",
    ],
)
def test_a_year_that_is_none_reaches_no_row_and_takes_no_earlier_one(rows: str) -> None:
    text = f"<h1>Japan-Kenya Relations</h1><h2>VIP Visits</h2><h3>To Japan</h3><table border=1>{rows}</table>"
    facts = facts_of(text, "sheet.html")
    assert [(visit.date, visit.direction_basis) for visit in facts.visits][:2] == [
        ("2012-01", "inherited"),
        (None, "inherited"),
    ]
    assert [visit.date for visit in facts.visits][2:] in ([], [None])
    assert "2103" in [note.found for note in notes_of(facts, "unrecognised_date")]


SLIPS = {
    "pipes": "Year | Name |\n---|---|\n2010 | President M. KIBAKI |\n2103 | Minister O. TUJU |\n | Minister A. OBI |\n",
    "months": "Year | Month | Name |\n---|---|---|\n2010 | May | President M. KIBAKI |\n2103 | Feb. | Minister O. TUJU |\n"
    " | Mar. | Minister A. OBI |\n",
    "years in rows": "Year | Name |\n---|---|\n2010 | |\nMay | President M. KIBAKI |\n2103 | |\nFeb. | Minister O. TUJU |\n"
    "Mar. | Minister A. OBI |\n",
    "years in lines": "2010\nMay: President M. KIBAKI\n2103\nFeb.: Minister O. TUJU\nMar.: Minister A. OBI\n",
    "lines": "Year Name\n2010.5 President M. KIBAKI\n2103.2 Minister O. TUJU\n.3 Minister A. OBI\n",
}


@each("rows", SLIPS.values())
def test_a_slip_in_a_year_is_told_once_and_no_row_below_is_of_the_year_above(rows: str) -> None:
    facts = facts_of(f"Japan-Kenya Relations\n\nMay 5, 2018\n\nVIP Visits\n\nFrom Kenya to Japan\n{rows}")
    assert [(row.main_name, (row.date or "")[:4]) for row in facts.visits] == [
        ("Kibaki", "2010"),
        ("Tuju", ""),
        ("Obi", ""),
    ]
    assert len(notes_of(facts, "unrecognised_date")) == 1


def test_a_cell_a_line_with_the_month_in_one_of_its_own() -> None:
    facts = facts_of(
        f"{FRONT}VIP Visits\nFrom Kenya to Japan\nYear |\nMonth |\nName |\n2012 |\nMay |\nPresident M. KIBAKI |\n"
        " |\nJune |\nForeign Minister T. TUJU\nMinister of Defence O. OBI |\n"
    )
    assert [(visit.main_name, visit.date) for visit in facts.visits] == [
        ("Kibaki", "2012-05"),
        ("Tuju", "2012-06"),
        ("Obi", "2012-06"),
    ]


@pytest.mark.parametrize(
    "note", ["(Note) Since 2000.", "(Note 3) Only visits of Ministers since 2000 are listed.", "Note 2: Titles of 2010"]
)
def test_a_numbered_note_below_a_table_is_no_row(note: str) -> None:
    facts = facts_of(f"{FRONT}VIP Visits\n\nFrom Kenya to Japan\nYear Name\n2006 President Mwai Kibaki\n{note}\n")
    assert (len(facts.visits), facts.events) == (1, [])


def test_a_month_behind_a_semicolon_is_not_shared() -> None:
    facts = facts_of(f"{TABLE}2009 | President Mwai Kibaki; Foreign Minister Raphael Tuju (May) |\n")
    assert [visit.date for visit in facts.visits] == ["2009", "2009-05"]


def test_columns_that_the_print_does_not_part() -> None:
    facts = facts_of(
        f"{FRONT}VIP Visits\n\nFrom Kenya to Japan\n\nYear Name Remarks\n2006 President Mwai Kibaki TICAD\n"
    )
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == ["Remarks"]


def test_visitors_of_two_sides_in_columns() -> None:
    facts = facts_of(
        f"{FRONT}VIP Visits\n\nYear | Visitors from Japan | Visitors from Kenya |\n---|---|---|\n"
        "2000 | | President Daniel Moi |\n2003 | Prime Minister Junichiro Koizumi | None |\n"
    )
    assert [(visit.from_area, visit.date) for visit in facts.visits] == [("KEN", "2000"), ("JPN", "2003")]


def test_rows_run_together_with_their_headings_are_told_and_not_dated() -> None:
    words = "VIP VisitsFrom Japan to KenyaYearName1997HIH Prince Akishino2010State Secretary Koichi Takemasa (May)"
    facts = facts_of(f"Japan-Kenya Relations\n\n{words}\n")
    assert (facts.visits, facts.events) == ([], [])
    assert len(notes_of(facts, "unrecognised_text")) == 1


@pytest.mark.parametrize(("caption", "year"), [("h3", "h4"), ("h2", "h3"), ("h3", "h6")])
def test_years_as_headings_below_a_caption_are_of_its_way(caption: str, year: str) -> None:
    table = "<table><thead><tr><th>Month<th>Name</thead><tr><td>May<td>{}</table>"
    page = "<html><body><h1>Japan-Kenya Relations</h1><h2>VIP Visits</h2>"
    for way, one, two in (
        ("From Japan to Kenya", "Taro Aso", "Naoto Kan"),
        ("From Kenya to Japan", "Raila Odinga", "Mwai Kibaki"),
    ):
        page += f"<{caption}>{way}</{caption}><{year}>2012</{year}>" + table.format(f"Prime Minister {one}")
        page += f"<{year}>2011</{year}>" + table.format(f"Prime Minister {two}")
    found = facts_of(f"{page}<h2>Trade</h2></body></html>", "sheet.html").visits
    assert [(row.from_area, row.date, row.direction_basis) for row in found] == [
        ("JPN", "2012-05", "inherited"),
        ("JPN", "2011-05", "inherited"),
        ("KEN", "2012-05", "inherited"),
        ("KEN", "2011-05", "inherited"),
    ]


def test_captions_below_a_year() -> None:
    page = "<html><body><h1>Japan-Kenya Relations</h1><h2>VIP Visits</h2>"
    for year in (2012, 2011):
        page += f"<h3>{year}</h3><h4>From Japan to Kenya</h4><table><thead><tr><th>Month<th>Name</thead><tr><td>May<td>Mr. Taro Aso</table>"
        page += "<h4>From Kenya to Japan</h4><table><thead><tr><th>Month<th>Name</thead><tr><td>June<td>Mr. Mwai Kibaki</table>"
    found = facts_of(f"{page}</body></html>", "sheet.html").visits
    assert [(row.from_area, row.date) for row in found] == [
        ("JPN", "2012-05"), ("KEN", "2012-06"), ("JPN", "2011-05"), ("KEN", "2011-06"),
    ]  # fmt: skip


ONE_BREATH = [
    (
        "H.I.H. Prince Akihito and H.I.H. Princess Michiko (Coronation of King Birendra)",
        ["Coronation of King Birendra"] * 2,
        False,
    ),
    ("Prince Hitachi and Princess Hanako (State visit)", [None, None], False),
    ("Crown Prince Naruhito and Prince Akishino (Funeral of King Hussein)", ["Funeral of King Hussein"] * 2, False),
    ("Prince Akihito (TICAD) and Princess Michiko (EXPO)", ["TICAD", "EXPO"], False),
    ("Prince Akihito, Foreign Minister Taro Aso (TICAD)", [None, "TICAD"], True),
    ("Prime Minister Taro Aso and Foreign Minister Taro Kono (TICAD)", [None, "TICAD"], True),
]


@each(("words", "occasions", "is_odd"), ONE_BREATH)
def test_what_a_bracket_says_of_two(words: str, occasions: list[str | None], is_odd: bool) -> None:
    facts = facts_of(f"{FRONT}VIP Visits\n\nFrom Japan to Kenya\nYear | Name |\n---|---|\n1975 | {words} |\n")
    assert [visit.occasion for visit in facts.visits] == occasions
    assert bool(notes_of(facts, "ambiguous_attachment")) is is_odd
    assert len({visit.guest_status for visit in facts.visits}) == 1


CELLS = [
    ("Year\nName", "2005 Jun.\nPrime Minister Raila Odinga (Aichi EXPO)\nMinister of Trade Omar Tuju\n2006 Nov.\nForeign Minister A. Tuju"),
    ("Date\nVisitors", "June 2005\nPrime Minister Raila Odinga\nMinister of Trade Omar Tuju\nNov. 2006\nForeign Minister A. Tuju"),
    ("", "2005 Jun.\nPrime Minister Raila Odinga\nMinister of Trade Omar Tuju\n2006 Nov.\nForeign Minister A. Tuju"),
    ("Year\nName", "2005.6\nPrime Minister Raila Odinga\nMinister of Trade Omar Tuju\n2006.11\nForeign Minister A.\nTuju"),
    ("Year\n\nName", "2005 Jun.\n\nPrime Minister Raila Odinga\nMinister of Trade Omar Tuju\n\n2006 Nov.\n\nForeign Minister A. Tuju"),
    ("Name\nYear", "Prime Minister Raila Odinga\n2005 Jun.\nMinister of Trade Omar Tuju\n2005 Jun.\nForeign Minister A. Tuju\n2006 Nov."),
]  # fmt: skip


@each(("header", "rows"), CELLS)
def test_one_cell_a_line(header: str, rows: str) -> None:
    facts = facts_of(
        f"{FRONT}VIP Visits\nFrom Kenya to Japan\n{header}\n{rows}\nTreaties\n1999 Air Services Agreement\n"
    )
    assert [(v.main_name, v.date, v.from_area) for v in facts.visits] == [
        ("Odinga", "2005-06", "KEN"),
        ("Tuju", "2005-06", "KEN"),
        ("Tuju", "2006-11", "KEN"),
    ]
    assert not notes_of(facts, "unrecognised_text")


def test_a_date_below_a_line_that_is_lost_is_the_next_rows() -> None:
    rows = "2005 Jun.\nPrime Minister Raila Odinga\nSource: Embassy of Japan\nMinister of Trade Omar Tuju\n2006 Nov.\nForeign Minister A. Kosgey"
    facts = facts_of(f"{FRONT}VIP Visits\nFrom Kenya to Japan\nYear\nName\n{rows}\n")
    assert [(v.main_name, v.date) for v in facts.visits] == [("Odinga", "2005-06"), ("Kosgey", "2006-11")]


OURS = "| Year | Name |\n|---|\n| 1997 | Prime Minister Ryutaro Hashimoto |\n| 1999 | Prime Minister Keizo Obuchi |\n\n"
THEIRS = (
    "| Year | Name |\n|---|\n| 1999 | Mr. Omar Tuju, Minister of Trade |\n| 2001 | Mr. Raila Odinga, President |\n\n"
)
TO_KENYA, TO_JAPAN = "From Japan to Kenya\n\n", "From Kenya to Japan\n\n"
ORDERS = [
    ([OURS, TO_KENYA, THEIRS, TO_JAPAN], ["JPN", "JPN", "KEN", "KEN"]),
    ([THEIRS, TO_JAPAN, OURS, TO_KENYA], ["KEN", "KEN", "JPN", "JPN"]),
    ([TO_KENYA, OURS, TO_JAPAN, THEIRS], ["JPN", "JPN", "KEN", "KEN"]),
    ([OURS, TO_JAPAN, THEIRS], ["JPN", "JPN", "KEN", "KEN"]),
    ([OURS, TO_JAPAN, THEIRS, TO_KENYA], ["JPN", "JPN", "KEN", "KEN"]),
]


@each(("parts", "sides"), ORDERS)
def test_captions_above_or_below_their_tables(parts: list[str], sides: list[str]) -> None:
    facts = facts_of(f"{FRONT}VIP Visits\n\n{''.join(parts)}Back to Africa\n")
    assert [visit.from_area for visit in facts.visits] == sides


def test_captions_that_head_columns_a_cell_a_line_decide_nothing_but_people_do_one_by_one() -> None:
    rows = "Date\nFrom Japan to Kenya\nFrom Kenya to Japan\n2004 May\nPrime Minister Junichiro KOIZUMI\n2005 June\nPresident Mwai Kibaki\n2006 June\nMr. Unknown\n"
    facts = facts_of(f"Japan-Kenya Relations\nMay 2014\nVIP Visits\n{rows}")
    assert [(row.from_area, row.direction_basis) for row in facts.visits] == [
        ("JPN", "inferred"),
        ("KEN", "inferred"),
        (None, "unknown"),
    ]


BEHIND = [
    ("a page", "<h1>Japan-Kenya Relations</h1><h3>Visits</h3><table><tr><td colspan=2>From Kenya to Japan<tr><td>President Mwai Kibaki<td>May 2003<tr><td>Foreign Minister Raphael Tuju<td>2004.5</table>"),
    ("pipes", "Japan-Kenya Relations\n\nMay 5, 2018\n\nVisits to Japan\n\nPresident Mwai Kibaki | May 2003 |\nForeign Minister Raphael Tuju | May 2004 |\n"),
    ("months by their numbers", "<h1>Japan-Kenya Relations</h1><table><tr><td>Trade<td>Exports: 5 yen (2003)<br>Imports: 6 yen (2003)<tr><td>Visits to Japan<td>2003/5 President Mwai Kibaki<br>2004/5 Foreign Minister Raphael Tuju</table>"),
]  # fmt: skip


@each(("name", "text"), BEHIND)
def test_dates_behind_visitors_and_months_behind_years(name: str, text: str) -> None:
    visits = facts_of(text, "sheet.html" if text.startswith("<") else "sheet.txt").visits
    told = [(visit.from_area, visit.main_name, visit.date) for visit in visits]
    assert told == [("KEN", "Kibaki", "2003-05"), ("KEN", "Tuju", "2004-05")]


def test_two_years_that_no_row_tells_to_be_a_month_stay_unread() -> None:
    facts = facts_of("Japan-Kenya Relations\n\nVisits to Japan\n\n2004/5 | President Mwai Kibaki |\n")
    assert [visit.date for visit in facts.visits] == [None]


def test_whether_months_are_numbers_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It looks at all rows: asked at each header, reading takes time that grows with the square of a long text."""
    asked: list[Facts] = []
    monkeypatch.setattr(table, "print_months", lambda facts: bool(asked.append(facts)) or print_months(facts))
    heads = "Year | Name | Year | Name |\n---|---|---|---|\n2005/7 | Foreign Minister Raphael Tuju | 2006/8 | President Mwai Kibaki |\n"
    facts = facts_of(f"{FRONT}VIP Visits\n\nFrom Kenya to Japan\n{heads * 3}")
    assert [visit.date for visit in facts.visits] == ["2005-07", "2006-08"] * 3
    assert len(asked) == 1


CAPTIONS = "From Kenya to Japan\nYear | Name |\n---|---|\n2005 | {} |\n2006 | {} |\n\n"


def test_a_caption_that_stands_twice_is_a_slip_the_second_time() -> None:
    theirs = CAPTIONS.format("Foreign Minister Raphael Tuju", "President Mwai Kibaki")
    ours = CAPTIONS.format("Prime Minister Junichiro Koizumi", "Prime Minister Shinzo Abe")
    facts = facts_of(f"{FRONT}VIP Visits\n\n{theirs}{ours}")
    assert [visit.from_area for visit in facts.visits] == ["KEN", "KEN", "JPN", "JPN"]
    assert len(notes_of(facts, "contradiction")) == 1


BY_YEAR = [
    "  • 2001\n      - Mr. Omar Tuju, Foreign Minister (May)\n      - Ms. Ann Oyo, Minister of Trade\n  • 2002\n      - Mr. Omar Tuju, Foreign Minister (April, State guest)\n",
    "* 2001\n  * Mr. Omar Tuju, Foreign Minister (May)\n  * Ms. Ann Oyo, Minister of Trade\n* 2002\n  * Mr. Omar Tuju, Foreign Minister (April, State guest)\n",
    "<ul><li>2001<ul><li>Mr. Omar Tuju, Foreign Minister (May)<li>Ms. Ann Oyo, Minister of Trade</ul><li>2002<ul><li>Mr. Omar Tuju, Foreign Minister (April, State guest)</ul></ul>",
]  # fmt: skip


@each("items", BY_YEAR)
def test_items_below_the_item_of_their_year(items: str) -> None:
    page = f"<html><body><h1>Japan-Kenya Relations</h1><h2>VIP Visits</h2><h3>From Kenya to Japan</h3>{items}</body></html>"
    is_page = items.startswith("<")
    text = page if is_page else f"{FRONT}VIP Visits\n\nFrom Kenya to Japan\n\n{items}"
    visits = facts_of(text, "sheet.html" if is_page else "sheet.txt").visits
    assert [(v.main_name, v.date, v.guest_status, v.origin) for v in visits] == [
        ("Tuju", "2001-05", None, "table"),
        ("Oyo", "2001", None, "table"),
        ("Tuju", "2002-04", "State guest", "table"),
    ]
