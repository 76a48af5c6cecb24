"""Rows of visit tables → visits: one row per visitor, with the date and direction that the table gives them."""

from __future__ import annotations

from pipeline.extract.direction import UNDECIDED, Flow
from pipeline.extract.facts import Dated, Facts
from pipeline.extract.visits.columns import NO_COLUMNS, Columns, read_columns, remarks_of
from pipeline.extract.visits.directions import Side, column_flows, sides_of
from pipeline.extract.visits.tables.attached import Attached, attach, each_occasion
from pipeline.extract.visits.tables.date_cells import month_parts, row_cells, with_month
from pipeline.extract.visits.tables.dates import cell_dates
from pipeline.extract.visits.tables.dates_above import DatesAbove, print_months
from pipeline.extract.visits.tables.directions import own_direction, table_directions
from pipeline.extract.visits.tables.elsewhere import without_elsewhere
from pipeline.extract.visits.tables.fellows import Fellow, fellows, own_words, with_remarks
from pipeline.extract.visits.tables.leftover import tell_behind, tell_rest
from pipeline.extract.visits.tables.rows import NOTHING, dating_rows, visit_rows
from pipeline.extract.visits.tables.visitors import as_above, cell_visitors, without_undone
from pipeline.extract.visits.tables.words import row_words
from pipeline.extract.visits.visit import add_visit
from pipeline.normalize.visitors import Visitor
from pipeline.outline import Line
from pipeline.records import Span


class VisitTable:
    """Reads the rows of visit tables in order; remembers the columns, and the dates and people of the rows above."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.rows = visit_rows(facts)
        self.dating = dating_rows(facts, self.rows)
        self.directions = table_directions(facts, self.rows)
        self.are_months = print_months(facts)
        self.dates = DatesAbove(facts, are_months=self.are_months)
        self.section: object = None
        self.flows: dict[int, Flow] = {}
        self.sides: list[tuple[Side, Columns, DatesAbove]] = []
        self.columns, self.heads = NO_COLUMNS, list[str]()
        self.people: dict[Flow, tuple[Visitor, ...]] = {}

    def open(self, header: Line) -> None:
        """Remember a header whose columns are directions or remarks; no date of the table before reaches below it."""
        self.dates.begin(header.section)
        self.people = {}
        self.flows = column_flows(self.facts, header)
        sides = sides_of(self.facts, header)
        self.sides = [
            (side, read_columns(self.facts, side.of(header)), DatesAbove(self.facts, are_months=self.are_months))
            for side in sides
        ]
        self.heads = [self.facts.text[a:b].strip() for a, b in header.block.cells]
        self.columns = NO_COLUMNS if self.flows or self.sides else read_columns(self.facts, header)

    def holds(self, line: Line) -> bool:
        """Whether a row is one of a table of visits."""
        return line.block.start in self.rows

    def take(self, line: Line) -> bool:
        """Add the visits of one row. Returns whether the row told any, or says that there were none."""
        self._enter(line)
        if (self.flows or self.sides) and self._is_too_wide(line):
            return False
        flows = {n: flow for n, flow in self.flows.items() if n < len(line.block.cells)}
        if flows:
            cells = line.block.cells
            first = cells[0].start
            date_cell = Span(first, cells[min(flows) - 1].end if min(flows) else first)
            dates = self.dates.read(line, date_cell)
            told = [self._take_people(line, date_cell, cells[n], dates, flow) for n, flow in flows.items()]
            return tell_rest(self.facts, line, [cells[n] for n in flows], told)
        direction = self.directions.get(line.block.start, UNDECIDED)
        if self.sides:
            return self._take_sides(line, direction)
        return self._take_row(line, *row_cells(self.facts, line), direction)

    def _is_too_wide(self, line: Line) -> bool:
        """Whether a row has something in more cells than there are heads: which of them stands below which is not known."""
        return any(start < end for start, end in line.block.cells[len(self.heads) :])

    def _take_row(self, line: Line, date_cell: Span, name_cell: Span, direction: Flow) -> bool:
        if self.columns.fits(line):
            date_cell, name_cell = self.columns.date_cell(line), self.columns.people_cell(line)
        date_cell, name_cell = with_month(self.facts.text, date_cell, name_cell)
        return self._take_people(line, date_cell, name_cell, self.dates.read(line, date_cell), direction)

    def _take_people(self, line: Line, date_cell: Span, cell: Span, dates: list[Dated], direction: Flow) -> bool:
        """Add the visits of a cell, each of whose people may stand behind a month of the row's year."""
        if parts := month_parts(self.facts.text, date_cell, cell):
            return self._take_months(line, parts, dates[0], direction)
        return self._take_cell(line, cell, dates, direction)

    def _take_months(self, line: Line, parts: list[tuple[Span, Span]], year: Dated, direction: Flow) -> bool:
        """Add the visits of a year's row whose people stand behind a month each."""
        months = [cell_dates(self.facts.text[slice(*month)], year.value) for month, _ in parts]
        dates = [[Dated(own[0].value, year.basis)] if own else [year] for own in months]
        told = [self._take_cell(line, part[1], own, direction) for part, own in zip(parts, dates, strict=True)]
        return tell_rest(self.facts, line, [people for _, people in parts], told)

    def _take_sides(self, line: Line, direction: Flow) -> bool:
        """Add the visits of rows that stand side by side, each below dates and in columns of its own."""
        told, spans, alone = list[bool](), list[Span](), list[Span]()
        direction, kept = direction if direction.basis == "inherited" else UNDECIDED, self.dates
        for side, columns, dates in self.sides:
            part = side.of(line)
            cells = part.block.cells
            if len(cells) > 1 and part.block.start < part.block.end:
                self.columns, self.dates = columns, dates
                people = Span(cells[1].start, cells[-1].end)
                told.append(self._take_row(part, cells[0], people, side.flow if side.flow.from_area else direction))
                spans.append(people)
            else:
                alone += cells
        self.columns, self.dates = NO_COLUMNS, kept
        return tell_rest(self.facts, line, spans, told, alone)

    def dated(self, line: Line) -> Dated:
        """The date of a row that turned out to tell no visitor."""
        self._enter(line)
        return self.dates.read(line, row_cells(self.facts, line)[0], is_visit=self.holds(line))[0]

    def _enter(self, line: Line) -> None:
        """Forget the date above where another section begins, but for the year that heads it."""
        if line.section is not self.section:
            self.section, self.dates.last, self.people = line.section, None, {}
            self.dates.begin(line.section)
            self.flows = self.flows if line.block.cells else {}
            self.sides = self.sides if line.block.cells else []

    def _take_cell(self, line: Line, cell: Span, dates: list[Dated], direction: Flow) -> bool:
        columns = self.columns if self.columns.fits(line) else NO_COLUMNS
        words = row_words(self.facts, line, cell, is_inverted=columns.is_inverted)
        if not words or NOTHING.match(words):
            return bool(words) or line.block.start in self.dating
        direction = own_direction(self.facts, line, cell, words) or direction
        area, above = direction.from_area, self.people.get(direction, ())
        read = cell_visitors(self.facts, line, cell, words, area=area, above=above, is_inverted=columns.is_inverted)
        tell_behind(self.facts, line, cell, words, read)
        came = without_undone(self.facts, line, cell, read)
        visitors = without_elsewhere(self.facts, line, cell, came, columns, self.heads)
        self.people[direction] = visitors
        if not visitors:
            self.dates.last = None
            return bool(read)
        printed = self.facts.text[cell.start : cell.end]
        row = with_remarks(fellows(visitors, words, printed), remarks_of(self.facts, columns, line))
        self._attach(line, cell, as_above(self.facts, line, row), dates, direction)
        return True

    def _attach(self, line: Line, cell: Span, row: list[Fellow], dates: list[Dated], direction: Flow) -> None:
        """Add the visitors of a row, each on his dates; which of several are whose may have to be concluded, and is told."""
        parties, is_concluded = attach(row, dates)
        occasions = each_occasion(parties)
        for party in occasions or parties:
            self._add(line, cell, row, party, direction)
        if is_concluded:
            message = "several dates and several visitors: who came when is not said"
            message += ", taken in order" if parties[0].dated.value else ""
            self.facts.note("ambiguous_attachment", line, line.block.body, cell.end, message)
        elif len(parties) > 1 and not occasions and any(one.visitor.occasion for one in row):
            message = "one occasion and several dates: of which of them it is said is not clear"
            self.facts.note("ambiguous_attachment", line, line.block.body, cell.end, message)

    def _add(self, line: Line, cell: Span, row: list[Fellow], party: Attached, direction: Flow) -> None:
        """Add the visitors of a party, whose members share a group on each of their dates."""
        dates = self.dates.each_own(line, cell, party.fellows, party.dated)
        first = next(n for n, fellow in enumerate(row) if fellow.visitor.start == party.fellows[0].visitor.start)
        for n in range(max(map(len, dates))):
            group = self.facts.new_visit_id()
            for at, (fellow, own) in enumerate(zip(party.fellows, dates, strict=True), first):
                if n < len(own):
                    words = own_words(row, at)
                    start = line.block.body if words.start == row[0].visitor.start else cell.start + words.start
                    span = Span(start, cell.start + words.end)
                    add_visit(self.facts, line, span, fellow.visitor, own[n], direction, "table", group)
