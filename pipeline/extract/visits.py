"""Rows of visit tables → visits: one row per visitor, with the date and direction that the table gives them."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.visitors import Visitor, parse_visitors
from pipeline.outline import Line
from pipeline.outline.headings import caption_direction
from pipeline.records import Span, Visit

YEARS_SPLIT = re.compile(r"\s*[,、&]\s*|\s+and\s+")
SEVERAL_YEARS = re.compile(rf"[12][0-9]{{3}}(?:(?:{YEARS_SPLIT.pattern})[12][0-9]{{3}})+\Z")
NOTHING = re.compile(r"(?:none|nil|n/a|not available|[-–—―…]+)\.?\Z", re.I)
NO_BRACKETS = str.maketrans("", "", "()（）")
DATE_CELL = re.compile(r"[0-9A-Za-z.,'’~～()–—/年月日 -]{0,40}\Z")
OWN_COUNTRY = re.compile(r"\bof (?:the )?(?:(?:Republic|Kingdom|State) of )?\Z")
INSTITUTION = re.compile(
    r"(?:Parliament|Assembly|Bank|Diet|Council|Congress|Senate|Forces|Court|University|Princess|Prince|Duke|Queen|King) of\b"
)


class Direction(NamedTuple):
    """Who goes where, and how that is known."""

    from_area: str | None
    to_area: str | None
    basis: str


class VisitTable:
    """Reads the rows of visit tables in order; remembers the date above for the cells left blank."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.above: dict[str, DateValue | None] = {"date": None}
        self.section: object = None

    def take(self, line: Line) -> bool:
        """Add the visits of one row. Returns whether the row told any, or says that there were none."""
        if line.section is not self.section:
            self.section, self.above["date"] = line.section, None
        date_cell, name_cell = self._cells(line)
        words = self.facts.text[name_cell.start : name_cell.end]
        if not words or NOTHING.match(words):
            self._dates(line, date_cell)
            return bool(words)
        direction = table_direction(self.facts, line)
        read = parse_visitors(words, area=direction.from_area)
        dates = self._dates(line, date_cell)
        if read.refused or not read.visitors:
            return False
        for dated in dates:
            self._add(line, name_cell, read.visitors, dated, direction)
        return True

    def dated(self, line: Line) -> Dated:
        """The date of a row that turned out to tell no visitor."""
        return self._dates(line, self._cells(line)[0])[0]

    def words(self, line: Line) -> Span:
        """The span of a row without its date cell."""
        return self._cells(line)[1]

    def _cells(self, line: Line) -> tuple[Span, Span]:
        """The date cells and the rest of a row. Year and month may stand in cells of their own."""
        cells, text = line.block.cells, self.facts.text
        if not cells:
            return Span(line.block.body, line.block.body), Span(line.block.body, line.block.end)
        if len(cells) == 1:
            return Span(cells[0].start, cells[0].start), cells[0]
        dates = 1
        while dates < len(cells) - 1 and self._is_date(text[cells[dates].start : cells[dates].end]):
            dates += 1
        return Span(cells[0].start, cells[dates - 1].end), Span(cells[dates].start, cells[-1].end)

    def _is_date(self, words: str) -> bool:
        return not words or isinstance(parse_date(words, year=2000), DateValue)

    def _dates(self, line: Line, cell: Span) -> list[Dated]:
        """The dates of a row: usually one, the one above where the cell is blank, several where it lists years."""
        words = self.facts.text[cell.start : cell.end].replace("|", " ").translate(NO_BRACKETS).strip(" :：-–—\n")
        above = self.above["date"]
        if not words:
            return [Dated(above, "inherited") if above else UNDATED]
        if SEVERAL_YEARS.match(words):
            found = [parse_date(year) for year in YEARS_SPLIT.split(words)]
            return [Dated(date, "stated") for date in found if isinstance(date, DateValue)]
        date = parse_date(words)
        basis = "stated"
        if not isinstance(date, DateValue) and above and above.start:
            date, basis = parse_date(words, year=int(above.start[:4])), "inherited"
        if not isinstance(date, DateValue):
            message = f"the date of this row could not be read: {words}"
            self.facts.note("unrecognised_date", line, cell.start, cell.end, message, found=words)
            return [UNDATED]
        self.above["date"] = date
        return [Dated(date, basis)]

    def _add(self, line: Line, cell: Span, visitors: tuple[Visitor, ...], dated: Dated, direction: Direction) -> None:
        group = self.facts.new_id("visit")
        for n, visitor in enumerate(_share_in_couples(visitors)):
            own = _own_date(visitor, dated)
            words = _couple_span(visitors, n)
            start = line.block.body if words.start == visitors[0].start else cell.start + words.start
            add_visit(self.facts, line, Span(start, cell.start + words.end), visitor, own, direction, "table", group)


def _share_in_couples(visitors: tuple[Visitor, ...]) -> tuple[Visitor, ...]:
    """What a bracket behind a couple says is said of both, as the month of a delegation is its head's: `(May)`."""
    shared = list(visitors)
    for n in range(1, len(shared)):
        one, other = shared[n - 1], shared[n]
        if other.party_role in ("head", "member") and one.date_printed:
            shared[n] = other._replace(date_printed=other.date_printed or one.date_printed)
        elif other.party_role == "spouse":
            shared[n - 1] = one._replace(
                date_printed=one.date_printed or other.date_printed,
                occasion=one.occasion or other.occasion,
                guest_status=one.guest_status or other.guest_status,
            )
    return tuple(shared)


def _couple_span(visitors: tuple[Visitor, ...], n: int) -> Span:
    """The words of a visitor; a couple shares its words, since neither is whole without the other's."""
    start, end = visitors[n].start, visitors[n].end
    if visitors[n].party_role == "spouse" and n:
        start = visitors[n - 1].start
    elif n + 1 < len(visitors) and visitors[n + 1].party_role == "spouse":
        end = visitors[n + 1].end
    return Span(start, end)


def _own_date(visitor: Visitor, dated: Dated) -> Dated:
    """The visitor's date: a month in brackets after the name refines the year of the row."""
    if visitor.date_printed is None or dated.value is None or dated.value.start is None:
        return dated
    date = parse_date(visitor.date_printed, year=int(dated.value.start[:4]))
    return Dated(date, dated.basis) if isinstance(date, DateValue) else dated


def add_visit(
    facts: Facts, line: Line, span: Span, visitor: Visitor, dated: Dated, direction: Direction, origin: str, group: str
) -> str:
    """Add one visitor's row; returns its id. `group` is the id of the first row of the printed visit."""
    visit_id = facts.new_id("visit")
    office = _without_country(visitor.office, direction.from_area)
    facts.visits.append(
        Visit(
            visit_id=visit_id,
            visit_group=group,
            fact_key="",
            origin=origin,
            from_area=direction.from_area,
            to_area=direction.to_area,
            direction_basis=direction.basis,
            visitor_kind=visitor.visitor_kind,
            party_role=visitor.party_role,
            honorific=visitor.honorific,
            main_name=visitor.main_name,
            other_names=visitor.other_names,
            name_printed=visitor.name_printed,
            person_id=None,
            office=office,
            office_printed=visitor.office_printed,
            office_class=visitor.office_class,
            occasion=visitor.occasion,
            guest_status=visitor.guest_status,
            confirmed_by=None,
            **dated.columns(),
            **facts.place(line, span.start, span.end),
        )
    )
    for printed, corrected in visitor.typos:
        at = facts.text.find(printed, span.start, span.end)
        at = span.start if at < 0 else at
        facts.note(
            "likely_typo", line, at, at + len(printed), f"{printed} is probably a slip for {corrected}",
            expected=corrected, found=printed, suggestion=corrected, table="visits", row_id=visit_id,
        )  # fmt: skip
    return visit_id


def _without_country(office: str | None, area: str | None) -> str | None:
    """An office without the visitor's own country behind it: `President of Hungary` is the President."""
    if office is None or " of " not in office or area is None:
        return office
    for mention in find_areas(office):
        before = OWN_COUNTRY.search(office[: mention.start])
        own = mention.area == area and mention.end == len(office) and before
        if own and before and not INSTITUTION.search(office[: mention.start]):
            return office[: before.start()].rstrip(" ,")
    return office


def table_direction(facts: Facts, line: Line) -> Direction:
    """The direction that the caption above a row gives it; a side that is not named is the other country."""
    caption = line.section.nearest("caption")
    section = caption or line.section
    named = caption_direction(section.head, facts.pair[0]) if section.head else None
    if named is None:
        return Direction(None, None, "unknown")
    from_area, to_area = named
    return Direction(from_area or facts.other(to_area), to_area or facts.other(from_area), "inherited")
