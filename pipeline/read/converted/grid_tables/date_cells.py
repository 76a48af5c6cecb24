"""The dates that a column of a table holds, whole where the column was too narrow for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.patterns import has_japanese
from pipeline.read.converted.cells import Line, Part
from pipeline.read.converted.wide import narrowed
from pipeline.read.text.dates import MONTH, YEAR

OPEN = re.compile(r"(?:[,&/~–-]|\b(?:and|to|until))\Z")
GOES_ON = re.compile(r"[-–~(&/]|(?:and|to|until)\b")


class Dated(NamedTuple):
    """A date: its words, the line it begins in and the one behind it."""

    words: str
    start: int
    end: int


def have_years(dates: Sequence[Dated]) -> bool:
    """Whether all dates have a year, or none has, as in a column of months."""
    return len({YEAR.search(date.words) is None for date in dates if not has_japanese(date.words)}) < 2


def dates_in(lines: Sequence[Line], column: int, room: int) -> Iterator[Dated]:
    """The dates of a column that ends where `room` says; what had no room beside the first words of one stands below them."""
    first = next((narrowed(line[column].words) for line in lines if column in line), "")
    is_year_last, n = YEAR.match(first) is None, 0
    while n < len(lines):
        end = n + 1
        if column in lines[n]:
            words = narrowed(lines[n][column].words)
            while end < len(lines) and column in lines[end]:
                below = narrowed(lines[end][column].words)
                is_below = _is_below(lines[end - 1][column], lines[end][column], room)
                if not is_below or not _is_rest(words, below, is_year_last=is_year_last):
                    break
                words, end = f"{words} {below}", end + 1
            yield Dated(words, n, end)
        n = end


def _is_below(above: Part, below: Part, room: int) -> bool:
    """Whether words stand right below others, at their beginning or in their middle, since there was no room beside them."""
    has_room = above.end + 1 + len(below.words.split(" ", 1)[0]) <= room
    return not has_room and (above.start == below.start or abs(above.start + above.end - below.start - below.end) <= 1)


def _is_rest(above: str, below: str, *, is_year_last: bool) -> bool:
    """Whether words in a column of dates go on with the date above them, for which there was no room."""
    if OPEN.search(above) or GOES_ON.match(below):
        return True
    has_year, is_year = YEAR.search(above) is not None, YEAR.search(below) is not None
    if has_year == is_year:
        return False
    return is_year == is_year_last or (has_year and not MONTH.match(below))
