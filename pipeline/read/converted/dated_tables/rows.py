"""The rows of a table whose lines come from top to bottom, the date of each row beside one of its lines or between two.

Dates stand beside the first line of their row, or in the middle of its height, in all rows of a text alike. What way it is, and
which lines are whose, is sure where only one choice lets all lines be rows; a line between two rows may be one without a date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from pipeline.read.converted.cells import GOES_ON, Part, hangs
from pipeline.read.converted.dated_tables.date_lines import DateLine, Kind

HIGHEST, MOST_LINES = 14, 400
"""No row has more lines; more lines are not tried."""
PAIR, PAIRS = 2, {("month", "year"), ("open", "year"), ("month", "open"), ("open", "whole")}
"""The kinds of the two lines of a broken date, in the order of the alphabet."""
UNDATED = 1000
"""What a row without a date costs: of two choices the one with fewer of them is taken."""


class Span(NamedTuple):
    """The lines of a row, and of those without a date below it, which begin at `own`."""

    begin: int
    end: int
    own: int


class Rows(NamedTuple):
    """The rows that lines make when dates stand in the middle, and when they stand on top; None where that is not sure."""

    centred: list[Span] | None
    on_top: list[Span] | None

    @property
    def lacks_dates(self) -> bool:
        """Whether dates cannot stand in the middle, or not unless rows lack them."""
        return self.centred is None or any(row.own < row.end for row in self.centred)

    @property
    def is_same(self) -> bool:
        """Whether both ways have the same lines in each row."""
        return [row[:2] for row in self.centred or []] == [row[:2] for row in self.on_top or []]

    def chosen(self, *, is_centred: bool, is_on_top: bool) -> list[Span] | None:
        """The one way, or the one that another table of the text shows."""
        if self.on_top is None or self.is_same:
            return self.on_top or self.centred
        if self.centred is None or (is_on_top and not is_centred):
            return self.on_top
        return self.centred if is_centred and not is_on_top else None


def pieces(lines: Sequence[DateLine]) -> Iterator[list[DateLine]]:
    """Lines parted where one row surely ends: between two that have dates and words both, of which neither lacks a part.

    >>> from pipeline.read.converted.dated_tables.date_lines import date_line
    >>> [len(piece) for piece in pieces([*map(date_line, ("2001 May Ms. Doi", "2004 Mr. Ito", "Mr. Oe"))])]
    [1, 2]
    """
    alone = ("whole",) if any(line.kind == "month" for line in lines) else ("whole", "year")
    piece: list[DateLine] = []
    for line in lines:
        if piece and all(one.kind in alone and one.words for one in (piece[-1], line)):
            yield piece
            piece = []
        piece.append(line)
    yield from [piece] if piece else []


def rows_of(lines: Sequence[DateLine], *, has_months: bool) -> Rows:
    """The rows of lines; `has_months`: a month is the whole date of a row, and its year stands elsewhere."""
    if not lines or len(lines) > MOST_LINES:
        return Rows(None, None)
    centred, on_top = (partial(way, alone=_alone(has_months)) for way in (_is_centred, _is_on_top))
    return Rows(_rows(lines, centred, may_lack=True), _rows(lines, on_top))


def _alone(has_months: bool) -> tuple[Kind, ...]:
    """The kinds of dates that a row may have alone."""
    return ("whole", "month") if has_months else ("whole", "year")


def _rows(
    lines: Sequence[DateLine], is_row: Callable[[Sequence[DateLine]], bool], *, may_lack: bool = False
) -> list[Span] | None:
    """The only way to make rows of all lines, or the only one with the fewest that lack a date."""
    ways: list[tuple[int, int, int]] = [(0, 1, 0)]
    for end in range(1, len(lines) + 1):
        found: list[tuple[int, int, int]] = []
        for at in range(max(0, end - HIGHEST), end):
            cost, count, _ = ways[at]
            if not count or not _begins(lines, at):
                continue
            if is_row(lines[at:end]):
                found.append((cost, count, at))
            elif may_lack and at and end - at == 1 and not lines[at].date:
                found.append((cost + UNDATED, count, at))
        least = min((cost for cost, _, _ in found), default=0)
        best = [one for one in found if one[0] == least]
        ways.append((least, sum(count for _, count, _ in best), best[0][2] if best else 0))
    if ways[-1][1] != 1:
        return None
    rows: list[Span] = []
    end = below = len(lines)
    while end:
        begin = ways[end][2]
        if any(line.date for line in lines[begin:end]):
            rows.insert(0, Span(begin, below, end))
            below = begin
        end = begin
    return rows if rows and not below else None


def _begins(lines: Sequence[DateLine], at: int) -> bool:
    """Whether the first words at a line or below may begin a row."""
    above = [Part(0, line.words) for line in lines[:at] if line.words][-1:]
    below = next((line.words for line in lines[at:] if line.words), "")
    return bool(below) and not (hangs(above, Part(0, below)) if above else GOES_ON.match(below))


def _dated(row: Sequence[DateLine], alone: Sequence[Kind]) -> tuple[int, int] | None:
    """Where the date of a row begins and ends: one that may stand alone, or a year and a month."""
    dated = [n for n, line in enumerate(row) if line.date]
    kinds = sorted(row[n].kind for n in dated)
    if not any(line.words for line in row):
        return None
    is_pair = len(kinds) == PAIR and tuple(kinds) in PAIRS and ("year" in alone or "open" in kinds)
    if is_pair or (len(kinds) == 1 and kinds[0] in alone):
        return dated[0], dated[-1]
    return None


def _is_centred(row: Sequence[DateLine], *, alone: Sequence[Kind]) -> bool:
    dated = _dated(row, alone)
    if dated is None:
        return False
    first, last = dated
    above, between, below = first, max(0, last - first - 1), len(row) - 1 - last
    if between > 1 or (between and (row[first].words or row[last].words)):
        return False
    if last == first + 1 and row[first].words and row[last].words:
        return abs(above - below) <= row[last].is_apart
    may_be_beside = not row[last].is_apart and not row[last].words and (first == last or between)
    return above == below or (bool(may_be_beside) and below == above + 1)


def _is_on_top(row: Sequence[DateLine], *, alone: Sequence[Kind]) -> bool:
    dated = _dated(row, alone)
    if dated is None or dated[0]:
        return False
    if dated[1] > 1 or (dated[1] and not row[0].words):
        return dated[1] == PAIR and not row[0].words and not row[0].is_apart
    return bool(row[0].words) or not row[0].is_apart
