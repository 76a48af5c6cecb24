"""Rows of visit tables → visits: one row per visitor, with the date and direction that the table gives them."""

from __future__ import annotations

import re

from pipeline.extract.direction import UNDECIDED, Flow
from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.extract.row_visitors import Fellow, fellows, own_words
from pipeline.extract.visit_rows import row_cells, row_words, stated_flow
from pipeline.extract.visit_tables import column_flows, table_directions
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.visitors import Visitor, parse_visitors
from pipeline.outline import Line
from pipeline.records import Span, Visit

YEARS_SPLIT = re.compile(r"\s*[,、&]\s*|\s+and\s+")
SEVERAL_YEARS = re.compile(rf"[12][0-9]{{3}}(?:(?:{YEARS_SPLIT.pattern})[12][0-9]{{3}})+\Z")
NOTHING = re.compile(r"(?:none|nil|n/a|not available|[-–—―…]+)\.?\Z", re.I)
MONTH_NUMBER = re.compile(r"\.?\s?(1[0-2]|0?[1-9])\.?")
"""A month below a row's year: `.9` under `2003.6`."""
YEAR_AND_MONTH = re.compile(r"([12][0-9]{3})\s++(1[0-2]|0?[1-9])\.?\Z")
NO_BRACKETS = str.maketrans("", "", "()（）")
DATE_CELL = re.compile(r"[0-9A-Za-z.,'’~～()–—/年月日 -]{0,40}\Z")
OWN_COUNTRY = re.compile(r"\bof (?:the )?(?:(?:Republic|Kingdom|State) of )?\Z")
INSTITUTION = re.compile(
    r"(?:Parliament|Assembly|Bank|Diet|Council|Congress|Senate|Forces|Court|University|Princess|Prince|Duke|Queen|King) of\b"
)


Direction = Flow
"""Who goes where, and how that is known."""


class VisitTable:
    """Reads the rows of visit tables in order; remembers the date above for the cells left blank."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.directions = table_directions(facts)
        self.above: dict[str, DateValue | None] = {"date": None}
        self.section: object = None
        self.columns: dict[int, Flow] = {}

    def open(self, header: Line) -> None:
        """Remember a header whose columns are directions; no date of the table before reaches below it."""
        self.above["date"] = None
        self.columns = column_flows(self.facts, header)

    def take(self, line: Line) -> bool:
        """Add the visits of one row. Returns whether the row told any, or says that there were none."""
        if line.section is not self.section:
            self.section, self.above["date"] = line.section, None
            self.columns = self.columns if line.block.cells else {}
        date_cell, name_cell = row_cells(self.facts.text, line)
        columns = {n: flow for n, flow in self.columns.items() if n < len(line.block.cells)}
        if columns:
            dates = self._dates(line, Span(line.block.cells[0].start, line.block.cells[min(columns) - 1].end))
            told = [self._take_cell(line, line.block.cells[n], dates, flow) for n, flow in columns.items()]
            return any(told)
        direction = self.directions.get(line.block.start, UNDECIDED)
        return self._take_cell(line, name_cell, self._dates(line, date_cell), direction)

    def _take_cell(self, line: Line, cell: Span, dates: list[Dated], direction: Direction) -> bool:
        words = row_words(self.facts, line, cell)
        if not words or NOTHING.match(words):
            return bool(words)
        direction = stated_flow(self.facts, words) or direction
        read = parse_visitors(words, area=direction.from_area)
        if read.refused or not read.visitors:
            return False
        for dated in dates:
            self._add(line, cell, fellows(read.visitors, words), dated, direction)
        return True

    def dated(self, line: Line) -> Dated:
        """The date of a row that turned out to tell no visitor."""
        return self._dates(line, row_cells(self.facts.text, line)[0])[0]

    def words(self, line: Line) -> Span:
        """The span of a row without its date cell."""
        return row_cells(self.facts.text, line)[1]

    def _dates(self, line: Line, cell: Span) -> list[Dated]:
        """The dates of a row: usually one, the one above where the cell is blank, several where it lists years."""
        words = self.facts.text[cell.start : cell.end].replace("|", " ").translate(NO_BRACKETS).strip(" :：-–—\n")
        above = self.above["date"]
        if not words:
            return [Dated(above, "inherited") if above else UNDATED]
        if SEVERAL_YEARS.match(words):
            found = [parse_date(year) for year in YEARS_SPLIT.split(words)]
            return [Dated(date, "stated") for date in found if isinstance(date, DateValue)]
        words = YEAR_AND_MONTH.sub(r"\1.\2", words)
        date = parse_date(words)
        basis = "stated"
        if above and above.start and (month := MONTH_NUMBER.fullmatch(words)):
            words = f"{above.start[:4]}.{month[1]}"
            date, basis = parse_date(words), "inherited"
        if not isinstance(date, DateValue) and above and above.start:
            date, basis = parse_date(words, year=int(above.start[:4])), "inherited"
        if not isinstance(date, DateValue):
            message = f"the date of this row could not be read: {words}"
            self.facts.note("unrecognised_date", line, cell.start, cell.end, message, found=words)
            return [UNDATED]
        self.above["date"] = date
        return [Dated(date, basis)]

    def _add(self, line: Line, cell: Span, visitors: list[Fellow], dated: Dated, direction: Direction) -> None:
        group = self.facts.new_id("visit")
        for n, fellow in enumerate(visitors):
            words = own_words(visitors, n)
            start = line.block.body if words.start == visitors[0].visitor.start else cell.start + words.start
            span = Span(start, cell.start + words.end)
            add_visit(self.facts, line, span, fellow.visitor, _own_date(fellow, dated), direction, "table", group)


def _own_date(fellow: Fellow, dated: Dated) -> Dated:
    """The visitor's date: a month in brackets after the name refines the year of the row."""
    printed, basis = fellow.visitor.date_printed, dated.basis
    if dated.value is None or dated.value.start is None:
        return dated
    basis = "inherited" if fellow.inherits else basis
    date = parse_date(printed, year=int(dated.value.start[:4])) if printed else None
    return Dated(date if isinstance(date, DateValue) else dated.value, basis)


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
