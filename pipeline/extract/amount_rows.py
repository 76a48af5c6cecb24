"""Tables of single grants or investments: a year, what it was for, and its amount in the unit that heads its column."""

from __future__ import annotations

import re

from pipeline.extract.cells import add_cell
from pipeline.extract.facts import Facts
from pipeline.extract.periods import Period
from pipeline.extract.year_rows import YEAR_WORD, year_under
from pipeline.normalize.dates import DateValue
from pipeline.outline import Line

AMOUNT = re.compile(r"(?:amounts?|values?|grant amount|金額|供与限度額)\s*(?:[(（]|\Z)", re.I)
GROUPS = frozenset({"oda", "culture", "investment"})
CELLS = 3


class AmountRows:
    """Reads the rows below a header `Year | Project | Amount (million yen)` under a heading that says what is counted."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.label = ""
        self.header = ""
        self.section: object = None
        self.above: DateValue | None = None

    def open(self, line: Line) -> None:
        """Remember a header of three columns whose first is the year and whose last is the amount."""
        cells = [self.facts.text[a:b].strip() for a, b in line.block.cells]
        is_one = len(cells) == CELLS and YEAR_WORD.fullmatch(cells[0]) and AMOUNT.match(cells[-1])
        self.section, self.above = line.section if is_one else None, None
        if is_one:
            self.header, self.label = cells[0], cells[-1]

    def take(self, line: Line) -> bool:
        """Add the amount of a row, with what it was for as its label. Returns whether it was one."""
        if self.section is not line.section or len(line.block.cells) != CELLS:
            return False
        topic = line.section.nearest_topic
        if topic is None or topic.group not in GROUPS:
            return False
        year, what, amount = (self.facts.text[a:b].strip() for a, b in line.block.cells)
        date = year_under(self.header, year) if year else self.above
        if not isinstance(date, DateValue) or not amount:
            return False
        period = Period(date, "stated" if year else "inherited", year)
        self.above = date
        if not add_cell(self.facts, line, line.block.cells[-1], self.label, topic, period):
            return False
        self.facts.observations[-1] = self.facts.observations[-1]._replace(label=what or self.label)
        return True
