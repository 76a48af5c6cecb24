"""Tables that hold one cell a line: how many cells make a row, and which dates were left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.read.page.layout import heads_a_column, heads_dates
from pipeline.read.text.dates import is_date
from pipeline.records import Span

HEADER_WORD = re.compile(
    r"(?:Year|Date|Month|Period|Name|Names|Visitor|Visitors|History|Event|Events|Main events"
    r"|Title|Position|Remarks?|Purpose|Occasion|Place|Venue)\b",
    re.I,
)
YEAR_CELL = re.compile(r"(?:FY\s?)?(?:19|20)[0-9]{2}(?:\s?/\s?[0-9]{2,4})?\s*\|\Z", re.I)
MOST_COLUMNS = 20
"""Cells that a header is looked for in."""
_YEAR = re.compile(r"[0-9]{4}|年")
_SOME_DATE = re.compile(r"[0-9]|\A(?:the )?(?:same|ditto|idem)\b|\A[同〃]", re.I)
"""In any words that may stand for a date, understood or not."""


class Cell(NamedTuple):
    """A cell with lines of its own: where its first one begins, and that one's number."""

    span: Span
    start: int
    number: int


class CellRows:
    """The rows of such a table.

    As many cells as there are heads are a row. Where that leaves cells over or puts a date into another column than that of
    the dates, the dates tell the rows: where one is due and something else stands, it is the one above, printed once for
    several rows, and its place is empty.
    """

    def __init__(self, width: int, dates: int, head: int) -> None:
        self.width = width
        self.dates = dates
        self.head = head
        self.counted: list[Cell] = []
        self.dated: list[Cell] = []
        self.is_dated = dates > 0
        self.is_uneven = False

    @classmethod
    def headed_by(cls, cells: list[str]) -> CellRows:
        """The table that begins with these lines."""
        width = header_width(cells)
        heads = [words[:-1].rstrip() for words in cells[:width]]
        dates = _run(heads, heads_dates)
        if _is_year(cells[0]):
            return cls(width, 1, 0)
        return cls(
            width,
            0 if dates == width or any(map(_is_year, cells[1:width])) else dates,
            width if is_head(cells[0]) else 0,
        )

    @property
    def has_head(self) -> bool:
        """Whether a header has been taken."""
        return len(self.counted) >= self.head > 0

    @property
    def is_between(self) -> bool:
        """Whether the last row has all its cells."""
        return len(self.dated if self.is_dated and self.is_uneven else self.counted) % self.width == 0

    def add(self, cell: Cell, words: str) -> None:
        """Take the next cell."""
        is_head = len(self.counted) < self.head
        column = len(self.counted) % self.width
        self.counted.append(cell)
        if not self.is_dated:
            return
        is_date = not is_head and _is_date(words)
        self.is_uneven = self.is_uneven or (is_date if column >= self.dates else not is_head and self._is_lone(words))
        column = len(self.dated) % self.width
        while not is_head and words and column < self.dates and not (is_date and (column or self._is_first(words))):
            self.dated.append(Cell(Span(cell.span.start, cell.span.start), cell.start, cell.number))
            column += 1
        self.is_dated = column < self.dates or not is_date
        self.dated.append(cell)

    def _is_first(self, words: str) -> bool:
        """Whether a date belongs into the first column of dates: of two it is the one with years."""
        return self.dates == 1 or _YEAR.search(words) is not None

    def _is_lone(self, words: str) -> bool:
        """Whether words that stand where a date is due are those of the one column beside it."""
        has_date = not words or _is_date(words) or _SOME_DATE.search(words) is not None
        return not has_date and self.width == self.dates + 1

    def rows(self) -> Iterator[list[Cell]]:
        """Row by row, the header, too."""
        is_uneven = self.is_uneven or len(self.counted) % self.width > 0
        is_told = self.is_dated and is_uneven and len(self.dated) % self.width == 0
        cells = self.dated if is_told else self.counted
        return (cells[k : k + self.width] for k in range(0, len(cells), self.width))


def header_width(cells: list[str]) -> int:
    """How many cells the header at the top of a run has: its words, the labels up to the first year below `Year`, or the
    years that head columns beside one more cell."""
    years = _run(cells[1:], _is_year)
    if years > 1:
        return 1 + years
    words = _run(cells, is_head)
    width = words + _run(cells[words:], _is_label)
    is_labelled = words > 0 and all(_begins_row(cells, at) for at in (width, 2 * width))
    return width if is_labelled else words or 2


def _run(cells: list[str], is_one: Callable[[str], object]) -> int:
    """How many cells from the first on are of a kind."""
    return next((n for n, words in enumerate(cells) if not is_one(words)), len(cells))


def is_head(words: str) -> bool:
    """Whether words head a column: `Year`, `Name of visitor |`.

    >>> is_head("Name"), is_head("Mongolia")
    (True, False)
    """
    return HEADER_WORD.match(words) is not None or heads_a_column(words.rstrip(" |"))


def _is_year(words: str) -> bool:
    return YEAR_CELL.match(words) is not None


def _is_label(words: str) -> bool:
    return words.endswith("|") and not any(sign.isdigit() for sign in words)


def _begins_row(cells: list[str], at: int) -> bool:
    """Whether a cell is the year that a row begins with, or the run of cells has ended above it."""
    return at >= len(cells) or _is_year(cells[at]) or not cells[at].endswith("|")


def _is_date(words: str) -> bool:
    return bool(words) and (is_date(words) or YEAR_CELL.match(f"{words} |") is not None)
