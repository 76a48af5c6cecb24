"""Rows whose cells are set in the middle of their height, as browsers print a table: a date of one line stands beside the
second of three lines, or between two.

No line then tells by itself which row it is of. Rows are such runs of lines that each cell stands in the middle of its own,
begins with no half of a phrase and is no half of one; they are sure where only one choice has the most of them. In a row that
the end of a page cuts, all cells begin on top, since no height of the whole is known there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.read.converted.cells import GOES_ON, SURELY, Line, Part, Row, hangs, is_broken
from pipeline.read.text.dates import MONTH, YEAR

HIGHEST, MOST_LINES = 12, 400
"""No row has more lines; a table of more is not tried."""


class Lined(NamedTuple):
    """A line by its columns, where each of them ends, and on which page of the table it stands."""

    line: Line
    room: Sequence[int]
    page: int = 0


def is_centred(lines: Sequence[Line]) -> bool:
    """Whether the first column, of dates, shows it: beside one of them a cell only goes on, or a date stands alone in its
    line between two that have none."""
    for n, line in enumerate(lines):
        if 0 not in line:
            continue
        beside = [column for column in line if column]
        above = [_last(lines, n, column) for column in beside]
        if any(part and hangs([part], line[column]) for column, part in zip(beside, above, strict=True)):
            return True
        if not beside and 0 < n < len(lines) - 1 and 0 not in lines[n - 1] and 0 not in lines[n + 1]:
            return True
    return bool(lines) and 0 not in lines[0]


def centred_rows(lines: Sequence[Lined]) -> list[Row] | None:
    """The rows of such a table, None where they are not sure."""
    if len(lines) > MOST_LINES:
        return None
    ways: list[tuple[int, int, int]] = [(0, 1, 0)]
    for end in range(1, len(lines) + 1):
        told = [
            (ways[at][0] + 1, ways[at][1], at) for at in range(max(0, end - HIGHEST), end) if _is_row(lines, at, end)
        ]
        most = max((rows for rows, count, _ in told if count), default=0)
        best = [(count, at) for rows, count, at in told if rows == most and count]
        ways.append((most, sum(count for count, _ in best), best[0][1] if best else 0))
    if ways[-1][1] != 1:
        return None
    rows: list[Row] = []
    end = len(lines)
    while end:
        row = Row(lines[ways[end][2]].room)
        for each in lines[ways[end][2] : end]:
            row.add(each.line)
        rows.insert(0, row)
        end = ways[end][2]
    return rows


def _is_row(lines: Sequence[Lined], at: int, end: int) -> bool:
    """Whether lines may be a row: it has a second cell, one date at most, and the highest of its cells fills it."""
    cells: dict[int, list[int]] = {}
    for n in range(at, end):
        for column in lines[n].line:
            cells.setdefault(column, []).append(n)
    if 1 not in cells or not _is_date(lines, cells.get(0, [])):
        return False
    is_filled = any(places[0] == at and places[-1] == end - 1 for places in cells.values())
    if lines[at].page < lines[end - 1].page:
        is_placed = all(places[0] == at for places in cells.values())
    else:
        is_placed = all(abs(places[0] + places[-1] - (at + end - 1)) <= 1 for places in cells.values())
        is_placed = is_placed and _is_between(cells)
    return (
        is_filled
        and is_placed
        and all(_is_whole(lines, column, places, 0 in cells) for column, places in cells.items())
    )


def _is_date(lines: Sequence[Lined], places: Sequence[int]) -> bool:
    """Whether a cell of dates has one at most: a month may stand above its year, and never in another row."""
    words = [lines[n].line[0].words for n in places]
    if not words:
        return True
    above = _last([each.line for each in lines], places[0], 0)
    is_rest = above is not None and MONTH.fullmatch(above.words) and YEAR.fullmatch(words[0])
    if MONTH.fullmatch(words[0]):
        return len(words) > 1 and YEAR.fullmatch("".join(words[1:])) is not None
    return len(words) == 1 and not is_rest


def _is_between(cells: Mapping[int, Sequence[int]]) -> bool:
    """Whether as many lines of the highest cell stand above the date as below it."""
    date, highest = cells.get(0, []), max(cells.values(), key=len)
    return not date or sum(n < date[0] for n in highest) == sum(n > date[-1] for n in highest)


def _is_whole(lines: Sequence[Lined], column: int, places: Sequence[int], is_dated: bool) -> bool:
    """Whether a cell begins and ends where its words do; a line that may have been full ends no row without a date, and only
    one with a date begins below it, or its cells but the second."""
    parts = [lines[n].line[column] for n in places]
    above = _last([each.line for each in lines], places[0], column)
    room = parts[0].start + int(SURELY * (lines[places[0]].room[column] - parts[0].start))
    if above is None:
        return GOES_ON.match(parts[0].words) is None
    if is_dated or column > 1:
        return not hangs([above], parts[0])
    below = next((each.line[1] for each in lines[places[-1] + 1 :] if 1 in each.line), None)
    return not is_broken([above], parts[0], room) and not (below and is_broken(parts, below, room))


def _last(lines: Sequence[Line], n: int, column: int) -> Part | None:
    """The part of a column above a line."""
    return next((lines[at][column] for at in range(n - 1, max(-1, n - HIGHEST), -1) if column in lines[at]), None)
