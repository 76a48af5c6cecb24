"""Tables whose columns are years: one figure a column, the direction by the label of the line, the unit by the caption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.facts import Facts
from pipeline.extract.figures.brackets import bracket_spans
from pipeline.extract.figures.context import heading_frame
from pipeline.extract.figures.counted import things_counted
from pipeline.extract.figures.donors.columns import years_over
from pipeline.extract.figures.donors.donor import Donor, add, add_all
from pipeline.extract.figures.each_year import EACH_YEAR, on_day
from pipeline.extract.figures.flows import WHOSE_TRADE
from pipeline.extract.figures.good_named import may_be_good
from pipeline.extract.figures.lines.beside import MEASURE_WORDS, is_joined
from pipeline.extract.figures.lines.goods_headings import goods_heading
from pipeline.extract.figures.periods import CUMULATIVE, UNSTATED, Period
from pipeline.extract.figures.shapes import without_brackets
from pipeline.extract.figures.tables.cells import add_cell
from pipeline.extract.figures.tables.corner import unit_apart
from pipeline.extract.figures.tables.year_columns import CHANGE, CHANGES, year_under
from pipeline.extract.figures.tables.year_rows import YEAR_WORD
from pipeline.extract.figures.topics import topic_of_label
from pipeline.normalize.amounts import find_amounts, parse_unit
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import DateValue
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Line, Section
from pipeline.outline.captions import is_way
from pipeline.outline.headings import AMOUNTS, SHARED_LABELS, likely_topic, read_head
from pipeline.publishers import Topic
from pipeline.records import Span

FEWEST = 2
ONE_WAY = frozenset({"trade_exports", "trade_imports"})
BETWEEN = re.compile(r"[|\t]")
"""What the print parts cells by."""
UNIT_HEAD = re.compile(r"(?:(?<=[|\t ])|\A)(?:units?|単位)\Z", re.I)
OF_FISCAL_YEARS = re.compile(
    r"[(（](?:(?:by|in|japanese|japan['’]s) )*(?:fiscal years?|FY|会計年度|年度)[)）]|\b(?:by|per) (?:fiscal year|FY)\b",
    re.I,
)
"""What the label of a line says of the years above its figures, whatever they are for other lines: `Trainees (fiscal year)`."""
FISCAL_HEAD = "Fiscal year"
SOURCE_HEAD = re.compile(r"(?:data )?sources?|出典|出所", re.I)
DONORS = re.compile(r"(?:donors?|donor countr(?:y|ies)|countr(?:y|ies)|援助国|ドナー国?|国名)", re.I)
"""What heads the names of those who gave aid."""


class SeriesReader:
    """Reads the lines below a header of years."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.years: list[tuple[DateValue | Refusal, str]] = []
        self.corner = ""
        self.has_units, self.has_source = False, False
        """Whether the last label of a line is the unit of its figures, and its last cell names who counted them."""
        self.total_in: object = None
        """The section in which a line of totals stood last."""
        self.side = _Side(None, "", 0)
        self.way = NO_WAY
        self.counted = NOTHING

    def open(self, line: Line) -> None:
        """Remember the years that head the columns of the lines below, and what stands before them, which may be a unit; none
        for a header of other words."""
        self.way = NO_WAY
        first = line.block.cells[0].start if line.block.cells else line.block.start
        corner = self.facts.text[line.block.start : first].strip(" |\t")
        units = UNIT_HEAD.search(corner)
        self.has_units = units is not None
        label, unit = unit_apart(corner[: units.start()].rstrip(" |\t") if units else corner)
        self.corner = " ".join(filter(None, (label, unit)))
        words = self._over_years(line) or label or self.facts.words(line)
        cells = [" ".join(self.facts.text[start:end].split()) for start, end in line.block.cells]
        day = EACH_YEAR.search(line.section.heading or "")
        self.years = [(on_day(day, cell) or year_under(words, cell), cell) for cell in cells]
        last = line.block.cells[-1].end if line.block.cells else line.block.end
        self.has_source = SOURCE_HEAD.fullmatch(self.facts.text[last : line.block.end].strip(" |\t")) is not None

    def _over_years(self, header: Line) -> str:
        """What stands over the years in the line above their own: `Fiscal year`; empty where no one cell there does."""
        upper = self.facts.upper_headers.get(id(header.section))
        cells = [self.facts.text[a:b].strip() for a, b in upper.cells] if upper else []
        found = [cell for cell in cells if YEAR_WORD.fullmatch(cell)]
        return found[0] if len(found) == 1 else ""

    def take(self, line: Line) -> bool:
        """Add a line of figures, one row a column; remarks behind them are said of each. Returns whether its label is known."""
        text, (label, *cells) = self.facts.text, line.block.cells
        if line.section.group == "oda" and DONORS.fullmatch(self.corner) and not self._are_recipients(line):
            return self._take_gifts(line, label, cells)
        label, unit = self._unit_apart(label)
        side, words = self._below_corner(*self._labels(line, label))
        topic = topic_of_label(self.facts, words, line.section, None) or self._topic_of_corner(words)
        side = side or (self._way_above(line, words, cells) if topic is None else "")
        if read_head(words).key in SHARED_LABELS:
            self.total_in = line.section
        are_goods = bool(side) or goods_heading(line.section) is not None or self.total_in is line.section
        is_good = are_goods and words != side and (topic is None or topic.indicator is None)
        if is_good:
            topic = topic_of_label(self.facts, side, line.section, None) if side else line.section.nearest_topic
        above, self.counted = self.counted.label if self.counted.section is line.section else "", NOTHING
        if above and not is_good and CHANGE.fullmatch(words):
            topic, words = CHANGES, f"{above} {words}"
        if (
            topic is None
            or topic.indicator is None
            or (is_good and not (topic.name in WHOSE_TRADE or self._is_way(side)))
        ):
            return False
        if topic is not CHANGES:
            self.counted = _Counted(line.section, " ".join(without_brackets(words).split()))
        if not is_good and topic is not CHANGES:
            is_one = topic.name in ONE_WAY and not side
            self.way = _Way(line.section, words, self._figures(cells)) if is_one else NO_WAY
        told = words if is_good else " ".join(text[cell.start : cell.end] for cell in cells[len(self.years) :])
        source = told.strip() if self.has_source and not is_good else ""
        told = "" if source else told
        day = EACH_YEAR.search(words)
        is_fiscal = OF_FISCAL_YEARS.search(words) is not None
        for (of_head, head), cell in zip(self.years, cells, strict=False):
            of_head = year_under(FISCAL_HEAD, head) if is_fiscal else of_head
            year = of_head if isinstance(of_head, DateValue) and of_head.fiscal else on_day(day, head) or of_head
            if isinstance(year, DateValue):
                period = Period(year, "inherited", head)
            elif CUMULATIVE.search(head):
                period = UNSTATED._replace(words=head)
            else:
                message = f"the time that this figure is for was not understood: {head}"
                self.facts.note("unrecognised_text", line, *cell, message, found=text[slice(*cell)])
                continue
            of_whom = f"{side if is_good and side else words} {unit}".strip()
            corner = "(%)" if topic is CHANGES else self.corner
            is_added = add_cell(self.facts, line, cell, of_whom, topic, period, told, corner)
            if is_added and (of_whom != words or source):
                row = self.facts.observations[-1]
                self.facts.observations[-1] = row._replace(label=words, data_source=source or row.data_source)
            elif not is_added and any(map(str.isdigit, text[slice(*cell)])):
                message = f"what this figure counts was not understood: {words}"
                self.facts.note("unrecognised_text", line, *cell, message, found=text[slice(*cell)])
        return True

    def _is_way(self, words: str) -> bool:
        """Whether words say of trade which way it goes, and so not of which goods."""
        topic = likely_topic(read_head(words), self.facts.outline.publisher) if words else None
        return (topic is not None and topic.name in WHOSE_TRADE) or is_way(read_head(words), self.facts.pair[0])

    def _are_recipients(self, line: Line) -> bool:
        """Whether a heading names the publisher's country and not the partner: then the rows may be those to whom it gave."""
        home, partner = self.facts.pair
        lands = {one.area for one in find_areas(line.section.heading or "")}
        return home in lands and partner not in lands

    def _take_gifts(self, line: Line, label: Span, cells: Sequence[Span]) -> bool:
        """Add what a country gave in each year, or all donors: `Australia | 144.37 | 136.71` below `Donor | 2014 | 2015`."""
        facts, name = self.facts, self.facts.text[slice(*label)].strip(" |")
        frame, told = heading_frame(facts, line.section, line.section.nearest_topic), False
        for (year, head), cell in zip(self.years, cells, strict=False):
            amounts = find_amounts(facts.text[slice(*cell)], context=frame.unit)
            if len(amounts) == 1 and isinstance(year, DateValue):
                own = frame._replace(period=Period(year, "inherited", head))
                is_one = add(facts, line, cell, Donor(name, None, amounts[0]), own)
                told |= is_one or add_all(facts, line, cell, name, amounts[0], own)
        return told

    def _topic_of_corner(self, label: str) -> Topic | None:
        """What the words before the years count, where a label only says how: `Direct investment (million yen)` over `Net flow`."""
        if not self.corner or not is_joined(MEASURE_WORDS.sub(" ", without_brackets(label))):
            return None
        return likely_topic(read_head(self.corner), self.facts.outline.publisher)

    def _unit_apart(self, label: Span) -> tuple[Span, str]:
        """The labels of a line without the last one, and that in a bracket, where it stands in a column of units and is one:
        `GDP | billion US$`."""
        text = self.facts.text
        cuts = list(BETWEEN.finditer(text, *label)) if self.has_units else []
        unit = f"({text[cuts[-1].end() : label.end].strip()})" if cuts else ""
        if not unit or parse_unit(unit) is None:
            return label, ""
        return Span(label.start, label.start + len(text[label.start : cuts[-1].start()].rstrip())), unit

    def _way_above(self, line: Line, words: str, cells: list[Span]) -> str:
        """The label of what goes one way, where a line that nobody knows stands below it and holds no more in any year: its goods,
        `Exports to Fiji | 1,032`, `Motor vehicles | 612`. Empty for what may be a rate, or a country."""
        if self.way.section is not line.section or not may_be_good(words):
            return ""
        pairs = list(zip(self._figures(cells), self.way.figures, strict=False))
        is_part = bool(pairs) and all(one is None or (all_ is not None and one <= all_) for one, all_ in pairs)
        is_part = is_part and any(one is not None for one, _ in pairs)
        return self.way.label if is_part else ""

    def _below_corner(self, side: str, words: str) -> tuple[str, str]:
        """The labels of a line, where a way before the years is that of all lines that are goods, or their total:
        `Exports to Fiji | 2016 | 2017`."""
        if side or not self._is_way(self.corner):
            return side, words
        if read_head(words).key in SHARED_LABELS:
            return self.corner, self.corner
        return (self.corner if may_be_good(words) else ""), words

    def _figures(self, cells: list[Span]) -> list[Decimal | None]:
        """The figure of each column, whatever it counts; `None` where there is none."""
        found = [find_amounts(self.facts.text[a:b]) for a, b in cells[: len(self.years)]]
        return [one[0].value if len(one) == 1 else None for one in found]

    def _labels(self, line: Line, label: Span) -> tuple[str, str]:
        """The label that a line shares with others, if any, and its own, which is the shared one where it is their total."""
        text = self.facts.text
        first, *more = (part.strip() for part in BETWEEN.split(text[label.start : label.end], maxsplit=1))
        second = more[0] if more else ""
        start = min(line.block.start, text.rfind("\n", 0, label.start) + 1)
        indent = len(BETWEEN.findall(text, start, label.start))
        if first and second:
            self.side = _Side(line.section, first, indent)
        elif self.side.section is line.section and indent == self.side.indent + 1:
            second = first
        side = self.side.label if second else ""
        own = second or first
        return side, side if side and read_head(own).key in SHARED_LABELS else own


class _Counted(NamedTuple):
    """What the figures of the line above count, of which a line may say how they changed: `Change from the previous year (%)`."""

    section: Section | None
    label: str


NOTHING = _Counted(None, "")


class _Way(NamedTuple):
    """A line of what goes one way, below which its goods may stand, and its figure in each column."""

    section: Section | None
    label: str
    figures: list[Decimal | None]


NO_WAY = _Way(None, "", [])


class _Side(NamedTuple):
    """The first label of a line that has two: it is that of the lines below too, where its cell is empty. `indent` counts the
    cells before it."""

    section: Section | None
    label: str
    indent: int


def add_grouped(facts: Facts, line: Line) -> bool:
    """Add a row below a header of two storeys, years above and what is counted below: `Type | FY 2004 | | FY 2005 |` over
    `Number | Amount | Number | Amount`, or by how much it changed. Returns whether it is one; figures that nobody understands are
    told."""
    header = facts.header_above(line)
    upper = facts.upper_headers.get(id(line.section))
    years = years_over(facts, line, header) if header is not None and upper is not None else []
    if header is None or all(len(cells) < FEWEST for _, cells in years) or len(header.cells) != len(line.block.cells):
        return False
    label = facts.text[slice(*line.block.cells[0])].strip()
    topic = topic_of_label(facts, label, line.section, None)
    heads = iter([facts.text[a:b].strip() for a, b in header.cells[1:]])
    for period, cells in years:
        for cell, head in zip(cells, heads, strict=False):
            if (
                topic is not None
                and topic.indicator is not None
                and _add_under(facts, line, cell, head, label, topic, period)
            ):
                own = f"{label} {head}" if CHANGE.fullmatch(head) else label
                facts.observations[-1] = facts.observations[-1]._replace(label=own)
            elif cell.start < cell.end:
                message = f"what this figure counts was not understood: {head}"
                facts.note("unrecognised_text", line, cell.start, cell.end, message, found=facts.text[slice(*cell)])
    return True


def _add_under(facts: Facts, line: Line, cell: Span, head: str, label: str, topic: Topic, period: Period) -> bool:
    """Add a figure below the word for a count, for a change, or for an amount with its unit."""
    if CHANGE.fullmatch(head):
        return add_cell(facts, line, cell, f"{label} {head}", CHANGES, period, corner="(%)")
    if things_counted(head) is not None:
        return add_cell(facts, line, cell, head, topic, period)
    unit = " ".join(head[a:b] for a, b in bracket_spans(head))
    return read_head(head).key in AMOUNTS and add_cell(facts, line, cell, f"{label} {unit}".strip(), topic, period)
