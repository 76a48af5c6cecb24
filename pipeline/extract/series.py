"""Tables whose columns are years: one figure a column, the direction by the label of the line, the unit by the caption."""

from __future__ import annotations

from pipeline.extract.brackets import basis_of
from pipeline.extract.cells import add_cell
from pipeline.extract.facts import Facts
from pipeline.extract.label_topics import topic_of_label
from pipeline.extract.periods import CUMULATIVE, UNSTATED, Period
from pipeline.extract.year_rows import year_under
from pipeline.normalize.dates import DateValue
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Line


class SeriesReader:
    """Reads the lines below a header of years."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.years: list[tuple[DateValue | Refusal, str]] = []

    def open(self, line: Line) -> None:
        """Remember the years that head the columns of the lines below; none for a header of other words."""
        words = self.facts.words(line)
        cells = [self.facts.text[start:end] for start, end in line.block.cells]
        self.years = [(year_under(words, cell), cell) for cell in cells]

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
            add_cell(self.facts, line, cell, words, topic, period, basis_of(told))
        return True
