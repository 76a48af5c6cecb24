"""Cells of visit tables against what a careful reader takes from them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.normalize.visit.office.titles import scan_titles
from pipeline.normalize.visit.party.party import read_party
from pipeline.normalize.visit.party.reading import Reading
from pipeline.normalize.visit.plain import plain_visitor
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visitors import Visitor, parse_visitors
from tests.each import each

CELLS = [Path(__file__).with_name(name) for name in ("visit_cells.txt", "visit_cells_of_lands.txt")]
LABELS = (("occasion", "occasion"), ("guest_status", "status"), ("date_printed", "date"), ("destination", "to"))
PIECES = """Prime Minister of for the and , ( ) / Foreign Affairs President H.E. Mr. ABE Shinzo K. Prince Princess Mrs. his
wife Head: delegation Mission TICAD May 's visit to Japan Vice-Minister Affiars Parliament Their Majesties Emperor led by
accompanied with al- de ' " [ ] 2010 Nguyen State guest"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])


def cells() -> Iterator[tuple[str, str | None, list[str]]]:
    """The cells of the data files: text, area, expected lines."""
    text, area, expected = "", None, list[str]()
    for line in (line for file in CELLS for line in file.read_text("utf-8").splitlines()):
        if line.startswith("#"):
            continue
        if line.startswith("    "):
            expected.append(line.strip())
            continue
        if text:
            yield text, area, expected
        text, _, code = line.partition(" @")
        text, area, expected = text.replace("⏎", "\n"), code or None, []
    yield text, area, expected


def told(visitor: Visitor) -> str:
    """One visitor as a line of the data file."""
    role = "" if visitor.party_role == "principal" else f", {visitor.party_role}"
    fields = (visitor.honorific, visitor.office, visitor.office_class, visitor.main_name, visitor.other_names)
    if visitor.visitor_kind == "group":
        fields = (visitor.name_printed,)
    more = [f"{label}={value}" for field, label in LABELS if (value := getattr(visitor, field))]
    typos = [f"typo={printed}>{corrected}" for printed, corrected in visitor.typos]
    return " | ".join([visitor.visitor_kind + role, *(field or "" for field in fields), *more, *typos]).strip()


def test_the_short_way_leads_where_the_long_one_does() -> None:
    """A cell of a title and a name says the same where all that cells may be is looked for."""
    plain = 0
    for text, area, _ in cells():
        cell = Cell(text)
        title = scan_titles(cell, 0)
        alone = plain_visitor(cell, title, area) if title else None
        if alone:
            plain += 1
            assert [alone] == read_party(Reading(cell, area), title)
    assert plain > 100


@each(("text", "area", "expected"), cells())
def test_cell(text: str, area: str | None, expected: list[str]) -> None:
    found = parse_visitors(text, area=area)
    lines = [told(visitor) for visitor in found.visitors] or [f"refused: {found.refused}"]
    assert lines == expected


def test_there_are_many_cells() -> None:
    assert sum(1 for _ in cells()) > 600


def test_every_visitor_knows_its_place() -> None:
    text = "Minister for Foreign Affairs, KISHIDA (TICAD Ministerial Meeting)Senior Vice-Minister of Agriculture, ETO"
    first, second = parse_visitors(text, area="JPN").visitors
    assert text[first.start : first.end] == "Minister for Foreign Affairs, KISHIDA (TICAD Ministerial Meeting)"
    assert text[second.start : second.end] == "Senior Vice-Minister of Agriculture, ETO"


def test_the_head_of_a_group_is_found_inside_its_bracket() -> None:
    text = "Friendship League delegation (Head: Mr. Taro Yamada, Chairman)"
    group, head = parse_visitors(text, area="JPN").visitors
    assert text[group.start : group.end] == text
    assert text[head.start : head.end] == "Mr. Taro Yamada, Chairman"


@each("text", ["", " ", "-", "—", "None", "none.", "N/A", "(", "\n", "...", "§§§", "12", "(May)"])
def test_nothing_is_refused(text: str) -> None:
    found = parse_visitors(text)
    assert found.refused
    assert not found.visitors


@each(
    "text",
    [
        "Opening of the Embassy of Japan", "Trade arrangements (signed)", "Establishment of diplomatic relations",
        "Agreement on Commerce between Japan and New Zealand", "Foreign Ministers' Meeting", "Japan-EU Summit",
        "Signing of the Economic Partnership Agreement", "Independence of Kenya (official recognition)",
        "First Political Consultations", "Visa exemption started", "Legation upgraded to Embassy", "Cultural Agreement",
        "Technical cooperation", "Loans: none", "12.3 billion yen", "Treaty of Amity and Commerce",
        "Northern Textiles LLC", "Lindqvist Shipping GmbH", "Baker Hill & Company", "Major Tools, Inc.", "Captain Foods LLC", "Berg Olsen & Sons",
        "Governor Wickham Tower", "King Street Mills", "Queen Astrid 2", "Bishop Library", "Siegel Tower", "General Ortega City", "Judge Road", "Count Basil Orchestra", "Admiral Yards PLC", "Judge Academy",
        "Lloyd Harris, Andrew", "JOHN HARRIS, PAUL PhD", "Mr. and Mrs. Paul and Anna Harris",
    ],
)  # fmt: skip
def test_what_is_no_visitor_is_refused(text: str) -> None:
    assert parse_visitors(text).refused


def test_a_common_bracket_is_the_cells() -> None:
    found = parse_visitors("President PIRES,\nMinister of Foreign Affairs BORGES (TICAD IV) (State guest)")
    assert (found.occasion, found.guest_status) == ("TICAD IV", "State guest")
    assert [visitor.occasion for visitor in found.visitors] == [None, "TICAD IV"]


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=12).map("".join), st.text()))
@example("Prime Minister (" * 50)
@example("Delegation (Head: Delegation (Head: Delegation (Head: Delegation (Head: Mr. Abe))))")
@example("President and Mrs. ")
@example("Prince and Princess")
def test_never_raises_and_spans_lie_within(text: str) -> None:
    found = parse_visitors(text, area="JPN")
    assert bool(found.visitors) != bool(found.refused)
    for visitor in found.visitors:
        assert 0 <= visitor.start < visitor.end <= len(text)
        assert visitor.visitor_kind in ("person", "office_holder", "group")
        assert (visitor.visitor_kind == "person") == (visitor.main_name is not None)


@pytest.mark.parametrize(
    "piece",
    ["a", "A", "(", ")", ",", " ", "\n", "'", "-", "A-", "A'", "A. ", "and ", "Minister of ", "Affiars ", "Foreign, ",
     "Prime Minister and ", "(Head: ", "Prince and Princess ", "\u0301", "é", "Mr. ", "visit to ", '"', "al-"],
)  # fmt: skip
def test_hostile_text_takes_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    parse_visitors(text)
    began = time.perf_counter()
    parse_visitors(text)
    assert time.perf_counter() - began < 0.25
