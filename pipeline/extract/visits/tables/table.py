"""Rows of visit tables → visits: one row per visitor, with the date and direction that the table gives them."""

from __future__ import annotations

import re

from pipeline.extract.direction import UNDECIDED, Flow
from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.extract.visits.columns import NO_COLUMNS, read_columns, remarks_of
from pipeline.extract.visits.dates import (
    SAME,
    Attached,
    attach,
    cell_dates,
    cell_words,
    each_occasion,
    own_dates,
    same_date,
    year_over,
)
from pipeline.extract.visits.directions import caption_flow, column_flows, stated_flow
from pipeline.extract.visits.in_japanese import in_english, is_ditto, is_japanese, visitors_in_japanese
from pipeline.extract.visits.tables.by_person import by_person
from pipeline.extract.visits.tables.date_cells import row_cells, with_month
from pipeline.extract.visits.tables.directions import table_directions
from pipeline.extract.visits.tables.fellows import Fellow, fellows, own_words, with_remarks
from pipeline.extract.visits.tables.rows import NOTHING, dating_rows, visit_rows
from pipeline.extract.visits.tables.words import row_words, unbroken
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import DateValue, slips
from pipeline.normalize.visitors import Visitor, parse_visitors
from pipeline.outline import Line
from pipeline.records import Span, Visit

UNDONE = re.compile(
    r"(?:was )?(?:cancell?ed|postponed|called off|not reali[sz]ed|planned|scheduled)"
    r"|(?:訪[問日])?(?:は)?(?:中止|延期|取りやめ|取り止め|見送り|キャンセル|予定)",
    re.I,
)
AS_ABOVE = "同上"
SOME_YEAR = DateValue("2000", "2000-01-01", "2000-12-31", "year", "date", False)
FOUR_DIGITS = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
"""A year, or a slip for one: the rows below it are not of the year above."""
OWN_COUNTRY = re.compile(r"\bof (?:the )?(?:(?:Republic|Kingdom|State) of )?\Z")
INSTITUTION = re.compile(
    r"(?:Government|Parliament|Assembly|Bank|Diet|Council|Congress|Senate|Forces|Court|University|Party|Academy|Institute"
    r"|Association|Society|Princess|Prince|Duke|Queen|King) of\b"
)


class VisitTable:
    """Reads the rows of visit tables in order; remembers the date above for the cells left blank."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.rows = visit_rows(facts)
        self.directions = table_directions(facts, self.rows)
        self.above: DateValue | None = None
        self.last: DateValue | None = None
        """The date of the row above, of its last visitor where each has one; none where it was not read."""
        self.is_year_lost = False
        self.section: object = None
        self.flows: dict[int, Flow] = {}
        self.columns = NO_COLUMNS
        self.people: dict[Flow, tuple[Visitor, ...]] = {}
        self.dating = dating_rows(facts, self.rows)

    def open(self, header: Line) -> None:
        """Remember a header whose columns are directions or remarks; no date of the table before reaches below it."""
        self.above, self.is_year_lost, self.people = year_over(header.section), False, {}
        self.flows = column_flows(self.facts, header)
        self.columns = NO_COLUMNS if self.flows else read_columns(self.facts, header)

    def holds(self, line: Line) -> bool:
        """Whether a row is one of a table of visits."""
        return line.block.start in self.rows

    def take(self, line: Line) -> bool:
        """Add the visits of one row. Returns whether the row told any, or says that there were none."""
        self._enter(line)
        flows = {n: flow for n, flow in self.flows.items() if n < len(line.block.cells)}
        if flows:
            dates = self._dates(line, Span(line.block.cells[0].start, line.block.cells[min(flows) - 1].end))
            told = [self._take_cell(line, line.block.cells[n], dates, flow) for n, flow in flows.items()]
            return any(told)
        direction = self.directions.get(line.block.start, UNDECIDED)
        date_cell, name_cell = row_cells(self.facts, line)
        if self.columns.fits(line):
            date_cell, name_cell = self.columns.date_cell(line), self.columns.people_cell(line)
        date_cell, name_cell = with_month(self.facts.text, date_cell, name_cell)
        return self._take_cell(line, name_cell, self._dates(line, date_cell), direction)

    def _enter(self, line: Line) -> None:
        """Forget the date above where another section begins, but for the year that heads it."""
        if line.section is not self.section:
            self.section, self.above, self.is_year_lost = line.section, year_over(line.section), False
            self.last = None
            self.people = {}
            self.flows = self.flows if line.block.cells else {}

    def _take_cell(self, line: Line, cell: Span, dates: list[Dated], direction: Flow) -> bool:
        columns = self.columns if self.columns.fits(line) else NO_COLUMNS
        words = row_words(self.facts, line, cell, is_inverted=columns.is_inverted)
        if not words or NOTHING.match(words):
            return bool(words) or line.block.start in self.dating
        direction = self._own_direction(line, cell, words) or direction
        printed = self.facts.text[cell.start : cell.end]
        if is_japanese(words) or is_ditto(words):
            visitors = visitors_in_japanese(words, self.people.get(direction, ()), direction.from_area)
        else:
            visitors = tuple(map(in_english, self._visitors(line, cell, words, direction)))
        undone = [v for v in visitors if v.occasion and UNDONE.fullmatch(v.occasion)]
        if undone:
            message = f"this visit did not take place, and is no row: {undone[0].occasion}"
            self.facts.note("misplaced_item", line, line.block.body, cell.end, message, found=undone[0].occasion)
            visitors = tuple(v for v in visitors if v not in undone)
        self.people[direction] = visitors
        if not visitors:
            self.last = None
            return bool(undone)
        found = with_remarks(fellows(visitors, words, printed), remarks_of(self.facts, columns, line))
        found = self._as_above(line, found)
        parties, is_concluded = attach(found, dates)
        occasions = each_occasion(parties)
        for party in occasions or parties:
            self._add(line, cell, found, party, direction)
        if is_concluded:
            message = "several dates and several visitors: who came when is not said"
            message += ", taken in order" if parties[0].dated.value else ""
            self.facts.note("ambiguous_attachment", line, line.block.body, cell.end, message)
        elif len(parties) > 1 and not occasions and any(one.visitor.occasion for one in found):
            message = "one occasion and several dates: of which of them it is said is not clear"
            self.facts.note("ambiguous_attachment", line, line.block.body, cell.end, message)
        return True

    def _as_above(self, line: Line, found: list[Fellow]) -> list[Fellow]:
        """The visitors of a row with what the row above says, where a bracket or the cell for remarks says `同上`."""
        last = self.facts.visits[-1] if self.facts.visits else None
        if last is None or last.section != line.section.path:
            return found
        occasion, guest = last.occasion, last.guest_status
        return [
            one._replace(visitor=one.visitor._replace(occasion=occasion, guest_status=guest))
            if one.visitor.occasion == AS_ABOVE
            else one
            for one in found
        ]

    def _visitors(self, line: Line, cell: Span, words: str, direction: Flow) -> tuple[Visitor, ...]:
        """The visitors of a row, whose offices may stand in a cell of their own, and in whose words a line may end within a
        word."""
        printed, places = self.facts.text[cell.start : cell.end], list[int]()
        if self.columns.fits(line) and self.columns.is_inverted and (told := by_person(printed)):
            words, places, is_known = told
            if not is_known:
                message = "several visitors and several offices: who holds which of them is not said, and none is taken"
                self.facts.note("ambiguous_attachment", line, line.block.body, cell.end, message)
        elif "-\n" in printed:
            words, places = unbroken(words, printed)
        found = parse_visitors(words, area=direction.from_area).visitors
        if not places:
            return found
        return tuple(one._replace(start=places[one.start], end=places[one.end - 1] + 1) for one in found)

    def _own_direction(self, line: Line, cell: Span, words: str) -> Flow | None:
        """The direction that the words of a row state, which goes before the caption's: `… Abe's visit to Mongolia`."""
        stated = stated_flow(self.facts, words)
        above = caption_flow(self.facts, line.section) if stated else UNDECIDED
        if stated and above.from_area and stated.from_area != above.from_area:
            message = f"this visit went to {stated.to_area} by its own words, and stands among those to {above.to_area}"
            self.facts.note("misplaced_item", line, line.block.body, cell.end, message, found=line.section.heading)
        return stated

    def dated(self, line: Line) -> Dated:
        """The date of a row that turned out to tell no visitor."""
        self._enter(line)
        return self._dates(line, row_cells(self.facts, line)[0])[0]

    def _dates(self, line: Line, cell: Span) -> list[Dated]:
        """The dates of a row: usually one, the one above where the cell is blank, several where it lists years.

        A year that could not be read is told once: the months below it lack nothing else.
        """
        printed = self.facts.text[cell.start : cell.end]
        for at, slip, month in slips.found(printed):
            told = {"expected": month, "found": slip, "suggestion": month}
            start = cell.start + at
            message = f"{slip} is probably a slip for {month}"
            self.facts.note("likely_typo", line, start, start + len(slip), message, **told)
        words = cell_words(printed)
        dates = cell_dates(words, (words in SAME and self.last) or self.above)
        if not dates:
            is_month_of_lost = self.is_year_lost and not FOUR_DIGITS.search(words) and cell_dates(words, SOME_YEAR)
            is_label = not self.holds(line) and not any(map(str.isdigit, words))
            if not (is_month_of_lost or is_label):
                message = f"the date of this row could not be read: {words}"
                self.facts.note("unrecognised_date", line, cell.start, cell.end, message, found=words)
            if FOUR_DIGITS.search(words):
                self.above, self.is_year_lost = None, True
            self.last = None
            return [UNDATED]
        date = dates[0].value
        self.above = date if len(dates) == 1 else self.above
        may_be_same = self.last and (date is None or date.precision == "year")
        if not (may_be_same and same_date("同年", self.last) == date):  # months of it may stand with the people
            self.last = date
        self.is_year_lost = self.is_year_lost and date is None
        return dates

    def _add(self, line: Line, cell: Span, row: list[Fellow], party: Attached, direction: Flow) -> None:
        """Add the visitors of a party, whose members share a group on each of their dates."""
        dates = [self._own_dates(line, cell, fellow, party.dated) for fellow in party.fellows]
        self.last = dates[-1][-1].value
        first = next(n for n, fellow in enumerate(row) if fellow.visitor.start == party.fellows[0].visitor.start)
        for n in range(max(map(len, dates))):
            group = self.facts.new_visit_id()
            for at, (fellow, own) in enumerate(zip(party.fellows, dates, strict=True), first):
                if n < len(own):
                    words = own_words(row, at)
                    start = line.block.body if words.start == row[0].visitor.start else cell.start + words.start
                    span = Span(start, cell.start + words.end)
                    add_visit(self.facts, line, span, fellow.visitor, own[n], direction, "table", group)

    def _own_dates(self, line: Line, cell: Span, fellow: Fellow, dated: Dated) -> list[Dated]:
        found = own_dates(fellow, dated)
        if fellow.visitor.date_printed in SAME:
            found = cell_dates(fellow.visitor.date_printed, self.last)
        if not found:
            printed, visitor = fellow.visitor.date_printed, fellow.visitor
            message = f"this date of a visitor could not be read: {printed}"
            span = cell.start + visitor.start, cell.start + visitor.end
            self.facts.note("unrecognised_date", line, *span, message, found=printed)
        return found or [dated]


def add_visit(
    facts: Facts, line: Line, span: Span, visitor: Visitor, dated: Dated, direction: Flow, origin: str, group: str = ""
) -> str:
    """Add one visitor's row; returns its id. `group` is the id of the first row of a printed visit of several."""
    visit_id = facts.new_visit_id()
    office = _without_country(visitor.office, direction.from_area)
    facts.visits.append(
        Visit(  # in the order of the table; its key, who it is and what confirms it are told later
            visit_id, group or visit_id, "", origin, direction.from_area, direction.to_area, direction.basis, *dated.columns(),
            visitor.visitor_kind, visitor.party_role, visitor.honorific, visitor.main_name, visitor.other_names,
            visitor.name_printed, None, office, visitor.office_printed, visitor.office_class,
            visitor.occasion, visitor.guest_status, None, facts.document_id, *facts.place(line, span.start, span.end),
        )
    )  # fmt: skip
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
