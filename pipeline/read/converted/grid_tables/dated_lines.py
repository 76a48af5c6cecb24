"""Which lines of a table belong to which of its dates, where these stand in one column or in two, years before months.

It is told twice, for cells that begin on top of their row and for cells that stand in its middle, which is one or the other in
all tables of a text. What the two date otherwise, or what more than one choice could date, has no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from pipeline.read.converted.cells import Line, hangs, is_broken, whole
from pipeline.read.converted.grid_tables.date_cells import Dated, dates_in, have_years
from pipeline.read.text.dates import is_date

REST = re.compile("[A-Za-z\u00c0-\u024f][!-\u024f]*(?: \\(.*)?")
"""One word in Latin letters, with a bracket behind it or not."""
HIGHEST = 12
"""No row has more lines."""
Style = Literal["top", "middle"]
Owners = list[int]
"""The date of each line by its number, -1 where it is not sure."""
Span = tuple[int, int]


class DatedLines:
    """The lines of a table whose first columns, as many as there are `levels`, hold dates; `room` tells where each ends."""

    def __init__(self, lines: Sequence[Line], room: Sequence[int], levels: int) -> None:
        self.lines, self.room, self.levels = lines, room, levels
        self.dates = [list(dates_in(lines, n, room[n])) for n in range(levels)]
        self.are_dates = all(self.dates) and all(is_date(date.words) for dates in self.dates for date in dates)
        self.are_dates = self.are_dates and have_years(self.dates[0])
        self.owners: dict[Style, list[Owners]] = {}
        if self.are_dates and not self._own() and levels > 1:
            alone = (n for n, line in enumerate(lines) if 0 in line and levels - 1 not in line)
            self.dates[-1] = sorted(
                [*self.dates[-1], *(Dated("", n, n + 1) for n in alone)], key=lambda date: date.start
            )
            self._own()

    def _own(self) -> bool:
        """Tell the owners; whether there are some."""
        top = [[sum(date.start <= n for date in dates) - 1 for n in range(len(self.lines))] for dates in self.dates]
        begun = [[dates[n].start for n in some] for dates, some in zip(self.dates, top, strict=True)]
        are_nested = all(list(some) == sorted(some) for some in zip(*begun, strict=True))
        if are_nested and all(map(self._is_on_top, range(self.levels))):
            self.owners["top"] = top
        middle = list[Owners]()
        cuts = set(range(len(self.lines) + 1))
        for n in reversed(range(self.levels)):
            room = self.room if n + 1 == self.levels else None
            owners, cuts = _middle(self.lines, self.dates[n], n, room, cuts)
            middle.insert(0, owners)
        if all(middle):
            self.owners["middle"] = middle
        return bool(self.owners)

    def _is_on_top(self, column: int) -> bool:
        """Whether each cell begins beside its date, as where cells stand on top of their rows."""
        starts = [date.start for date in self.dates[column]]
        for start, below in pairwise([*starts, len(self.lines)]):
            first, *rest = self.lines[start:below]
            begun = {n for line in rest for n in line if n > column}
            may_begin = not any(_goes_on(self.lines, start, n, self.room) for n in first if n >= self.levels)
            if not may_begin or not begun <= first.keys():
                return False
        return starts[0] == 0

    def rows(self, style: Style | None) -> list[list[str]]:
        """The rows of the table, those without a sure date first; if none has one, the dates stand below them. None where its
        first columns hold something else."""
        if not self.are_dates:
            return []
        told = [self.owners[style]] if style in self.owners else list(self.owners.values())
        owners = [
            [some[0] if len(set(some)) == 1 else -1 for some in zip(*levels, strict=True)]
            for levels in zip(*told, strict=True)
        ] or [[-1] * len(self.lines)] * self.levels
        self._loosen(owners[-1])
        rows = list[list[str]]()
        for start, end in _runs(list(zip(*owners, strict=True))):
            dates = [
                some[one[start]].words if one[start] >= 0 else "" for some, one in zip(self.dates, owners, strict=True)
            ]
            for own in self._parted(start, end, is_dated=bool(dates[0])):
                rows.append([*(dates if dates[0] else [""] * self.levels), *self._words(own)])
        loose = [] if told else [date.words for dates in self.dates for date in dates]
        width = len(self.room) - 1
        return [
            *sorted((row for row in rows if any(row[self.levels :])), key=lambda row: row[0] != ""),
            *([one, *[""] * width] for one in loose),
        ]

    def _parted(self, start: int, end: int, *, is_dated: bool) -> Iterator[Sequence[Line]]:
        """The lines of one date: each that begins something by itself, where they have no date or a cell in each of several
        columns."""
        columns = range(self.levels, len(self.room))
        if not is_dated or (len(columns) > 1 and all(n in line for line in self.lines[start:end] for n in columns)):
            for n in range(start + 1, end):
                if not self._may_go_on(n):
                    yield self.lines[start:n]
                    start = n
        yield self.lines[start:end]

    def _loosen(self, owners: Owners) -> None:
        """Leave no line a date that may be one with a line without a date."""
        for n in range(1, len(owners)):
            if owners[n - 1] < 0 <= owners[n] and self._may_go_on(n):
                owners[n] = -1
        for n in range(len(owners) - 1, 0, -1):
            if owners[n] < 0 <= owners[n - 1] and self._may_go_on(n):
                owners[n - 1] = -1

    def _may_go_on(self, n: int) -> bool:
        """Whether a line may go on with the one above it."""
        above, line = self.lines[n - 1], self.lines[n]
        columns = [column for column in line if column >= self.levels and column in above]
        return any(is_broken([above[column]], line[column], self.room[column]) for column in columns)

    def _words(self, lines: Sequence[Line]) -> Iterator[str]:
        """The words of lines, column by column."""
        for n in range(self.levels, len(self.room)):
            parts = [line[n] for line in lines if n in line]
            yield whole(parts, self.room[n], is_label=False) if parts else ""


def _runs(owners: Sequence[tuple[int, ...]]) -> Iterator[Span]:
    """The lines that the same dates own."""
    start = 0
    for n, owner in enumerate(owners, 1):
        if n == len(owners) or owners[n] != owner:
            yield start, n
            start = n


def _middle(
    lines: Sequence[Line], dates: Sequence[Dated], column: int, room: Sequence[int] | None, cuts: set[int]
) -> tuple[Owners, set[int]]:
    """The owners where dates stand in the middle of their rows, and where rows may begin, which they do at `cuts` alone; none
    where there is no choice."""
    edges: list[list[Span]] = []
    starts = {0}
    for date in dates:
        spans = [(start, end) for start in starts for end in _ends(start, date) if end in cuts]
        edges.append([span for span in spans if _is_row(lines, *span, date, column, room)])
        starts = {end for _, end in edges[-1]}
    owners: list[set[int]] = [set() for _ in lines]
    ends, found = {len(lines)}, {len(lines)}
    for n in range(len(dates) - 1, -1, -1):
        spans = [span for span in edges[n] if span[1] in ends]
        for start, end in spans:
            for line in range(start, end):
                owners[line].add(n)
        ends = {start for start, _ in spans}
        found |= ends
    return ([max(some) if len(some) == 1 else -1 for some in owners] if all(owners) else []), found


def _ends(start: int, date: Dated) -> Span:
    """Where a row may end whose middle a date is."""
    least = start + 2 * (date.start - start) + date.end - date.start
    return least, least + 1


def _is_row(lines: Sequence[Line], start: int, end: int, date: Dated, column: int, room: Sequence[int] | None) -> bool:
    """Whether lines may be a row: it has one date, and of its other cells, if their `room` is told, each stands in the middle
    and begins in no phrase, and one fills it."""
    dated = [n for n in range(start, min(end, len(lines))) if column in lines[n]]
    if (
        end > len(lines)
        or (date.words and (dated[0], dated[-1] + 1) != (date.start, date.end))
        or (dated and not date.words)
    ):
        return False
    if room is None:
        return True
    heights = set()
    for other in {n for line in lines[start:end] for n in line if n >= column}:
        places = [n for n in range(start, end) if other in lines[n]]
        height = places[-1] - places[0] + 1
        heights.add(height)
        is_middle = places[0] - start == (end - start - height) // 2
        if not is_middle or (other > column and _goes_on(lines, places[0], other, room)):
            return False
    return end - start in heights and end - start <= HIGHEST


def _goes_on(lines: Sequence[Line], n: int, column: int, room: Sequence[int]) -> bool:
    """Whether a line of a cell cannot be its first one: below a full line one word alone is the rest of it."""
    above, part = lines[n - 1].get(column) if n else None, lines[n][column]
    if above and REST.fullmatch(part.words) and is_broken([above], part, room[column]):
        return True
    return hangs([above] if above else [], part)
