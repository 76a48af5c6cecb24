"""Tables whose columns are years: one figure a column, the direction by the label of the line, the unit by the caption."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.figures.periods import CUMULATIVE, UNSTATED, Period
from pipeline.extract.figures.tables.cells import add_cell
from pipeline.extract.figures.tables.year_rows import year_under
from pipeline.extract.figures.topics import topic_of_label
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Line

EACH_YEAR = re.compile(
    r"\bas of ([A-Z][a-z]+ [0-9]{1,2}),? (?:of )?(?:each|every) year\b|[毎各]年([0-9]{1,2}月[0-9]{1,2}日)現在"
)
"""The day of every column: `(as of October 1 of each year)`."""


class SeriesReader:
    """Reads the lines below a header of years."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.years: list[tuple[DateValue | Refusal, str]] = []
        self.corner = ""

    def open(self, line: Line) -> None:
        """Remember the years that head the columns of the lines below, and what stands before them, which may be a unit; none
        for a header of other words."""
        words = self.facts.words(line)
        cells = [self.facts.text[start:end] for start, end in line.block.cells]
        day = EACH_YEAR.search(line.section.heading or "")
        self.years = [(_on(day, cell) or year_under(words, cell), cell) for cell in cells]
        first = line.block.cells[0].start if line.block.cells else line.block.start
        self.corner = self.facts.text[line.block.start : first].strip(" |")

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
            add_cell(self.facts, line, cell, words, topic, period, told, self.corner)
        return True


def _on(day: re.Match[str] | None, year: str) -> DateValue | None:
    """The day of a year that a caption states for all of them."""
    if day is None or not year.strip().isdigit():
        return None
    found = parse_date(f"{day[1]}, {year.strip()}" if day[1] else f"{year.strip()}年{day[2]}")
    return found if isinstance(found, DateValue) else None
