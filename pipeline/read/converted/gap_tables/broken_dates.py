"""Dates that a narrow column breaks before their year, as `pdftotext -layout` prints them → whole ones, what stands beside them
set in by as much more.

The month stands beside the first line of a cell and the year below it, in a table whose cells begin on top of their rows. Where
the cells may as well be set in the middle of them, nobody knows which line is whose, and the lines stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.read.converted.cells import Part, hangs
from pipeline.read.converted.placed import NEW_PAGE, indent
from pipeline.read.text.dates import MONTH, YEAR

MONTH_LINE = re.compile(rf"\A([ \f]*+)({MONTH.pattern})( {{2,40}})(?=\S)")
YEAR_LINE = re.compile(rf"\A( *+)({YEAR.pattern})(?: {{2,40}}(?=\S)| *+\Z)")
NUMBER = re.compile(r"[\W0-9]*+")
"""A line without words, or with the number of a page."""
WIDER = 5
"""The room that a year takes behind its month."""


class Row:
    """The lines of a row, the first two with the month and the year, and where its words begin."""

    def __init__(self, month: re.Match[str], year: re.Match[str]) -> None:
        self.words, self.lines = month.end(), [month.string, year.string]
        self.printed = [f"{month[1]}{month[2]} {year[2]}{month[3]}{month.string[month.end() :]}"]
        if below := year.string[self.words :]:
            self.printed.append(" " * (self.words + WIDER) + below)

    def add(self, line: str) -> None:
        """Add a line of the cell, or an empty one."""
        self.lines.append(line)
        self.printed.append(" " * WIDER + line if line.strip() else line)

    @property
    def cell(self) -> list[Part]:
        """The lines of the cell."""
        return [Part(self.words, line[self.words :]) for line in self.lines if line[self.words :].strip()]

    @property
    def more(self) -> int:
        """How many lines of the cell stand below the date."""
        return sum(bool(line.strip()) for line in self.lines[2:])


def join_dates(text: str) -> str:
    r"""A text with such dates whole.

    >>> print(join_dates("Apr.   Mr. Ito, Minister\n2009   of Justice\nMay    Ms. Doi, Mayor\n2012"))
    Apr. 2009   Mr. Ito, Minister
                of Justice
    May 2012    Ms. Doi, Mayor
    """
    if "  " not in text:
        return text
    lines, printed, at = text.split("\n"), list[str](), 0
    while at < len(lines):
        rows, end = list[Row](), at
        while end < len(lines) and (row := _row(lines[end], lines[min(end + 1, len(lines) - 1)])):
            rows.append(row)
            end += 2
            while end < len(lines) and _is_more(row, lines[end]):
                row.add(lines[end])
                end += 1
        if rows:
            around = [lines[max(0, at - 1)], lines[min(end, len(lines) - 1)]]
            is_apart = not any(indent(line) > indent(lines[at]) and not NUMBER.fullmatch(line) for line in around)
            is_headed = YEAR.fullmatch(around[0].strip()) is not None  # a year stands above its months
            is_one = is_apart and not is_headed and _begin_on_top(rows)
            printed += [line for row in rows for line in (row.printed if is_one else row.lines)]
        else:
            printed.append(lines[at])
            end = at + 1
        at = end
    return "\n".join(printed)


def _row(line: str, below: str) -> Row | None:
    """A row that begins with a month, and with its year below."""
    month = MONTH_LINE.match(line)
    year = YEAR_LINE.match(below) if month else None
    if not month or not year or len(month[1].replace(NEW_PAGE, "")) != len(year[1]):
        return None
    return Row(month, year) if year.end() in (month.end(), len(below)) else None


def _is_more(row: Row, line: str) -> bool:
    """Whether a line stands below the words of a row, or is empty."""
    return not line.strip() or indent(line) == row.words


def _begin_on_top(rows: Sequence[Row]) -> bool:
    """Whether the cells of rows begin beside their dates: none there goes on with the one above, and the same lines could not
    stand as many above each date as below it."""
    if any(hangs(above.cell, below.cell[0]) for above, below in pairwise(rows)):
        return False
    below, could_be_middle = 0, True
    for row in rows[:-1]:
        below = row.more - below
        could_be_middle = could_be_middle and below >= 0
    return not (could_be_middle and below == rows[-1].more and any(row.more for row in rows))
