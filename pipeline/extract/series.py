"""Tables whose columns are years: one figure a column, the direction by the label of the line, the unit by the caption."""

from __future__ import annotations

from pipeline.extract.cells import add_cell
from pipeline.extract.context import topic_of_label
from pipeline.extract.facts import Facts
from pipeline.extract.periods import CUMULATIVE, UNSTATED, Period
from pipeline.extract.year_rows import fiscal_prefix
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Line
from pipeline.records import Span


class SeriesReader:
    """Reads the lines below a header of years; `bare` holds the rows whose `Exports` nobody's words decide."""

    def __init__(self, facts: Facts, bare: dict[int, str]) -> None:
        self.facts = facts
        self.bare = bare
        self.years: list[tuple[DateValue | Refusal, str]] = []

    def open(self, line: Line) -> None:
        """Remember the years that head the columns of the lines below; none for a header of other words."""
        prefix = fiscal_prefix(self.facts.text[line.block.body : line.block.end])
        cells = [self.facts.text[start:end] for start, end in line.block.cells]
        self.years = [(parse_date(prefix + cell if cell.isdigit() else cell), cell) for cell in cells]

    def take(self, line: Line) -> bool:
        """Add a line of figures, one row a column; remarks behind them are said of each. Returns whether its label is known."""
        text, (label, *cells) = self.facts.text, line.block.cells
        words = text[label.start : label.end]
        topic = topic_of_label(self.facts, words, line.section.nearest_topic, None)
        if topic is None or topic.indicator is None:
            return False
        told = " ".join(text[cell.start : cell.end] for cell in cells[len(self.years) :])
        for (year, head), cell in zip(self.years, cells, strict=False):
            if isinstance(year, DateValue):
                period = Period(year, "inherited", head)
            elif CUMULATIVE.search(head):
                period = UNSTATED._replace(words=head)
            else:
                continue
            if add_cell(self.facts, line, Span(cell.start, cell.end), words, topic, period, told):
                self.bare[len(self.facts.observations) - 1] = words
        return True
