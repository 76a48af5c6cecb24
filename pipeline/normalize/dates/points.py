"""What the tokens of a date print: points, each with what is printed of it, and what each of two takes from the other.

Whether there are such days, and whether a range runs forward, is told by `reading`.
"""

from __future__ import annotations

from pipeline.normalize.dates.calendar import Point
from pipeline.normalize.dates.figures import full_year
from pipeline.normalize.dates.tokens import Tokens

_YEAR_FIRST = frozenset("QPJ")
_MAKING_OTHERS = frozenset("FUkI/-N.")
"""Kinds that make other dates of the numbers beside them."""
_NEVER = -1
_DECEMBER = 12


def point_of(tokens: Tokens, first: int, last: int) -> Point:
    """Gather what the tokens from `first` to before `last` print; a `day` may turn out to be a month or a year's end.

    >>> from pipeline.normalize.dates.tokens import tokenize
    >>> point = point_of(tokenize("3 May 2012"), 1, 4)
    >>> point.year, point.month, point.day
    (2012, 5, 3)
    """
    kinds, values = tokens.kinds[first:last], tokens.values
    year, month, day, last_year, season = 0, None, None, None, None
    at = first
    for kind in kinds:
        if kind in "YAU":
            year = values[at][0]
        elif kind in "Mm":
            month = values[at][0]
        elif kind in "DdB":
            day = values[at][0]
        elif kind in _YEAR_FIRST:
            year, (month, day) = values[at][0], _two(values[at][1:])
        elif kind == "j":
            month, day = _two(values[at])
        elif kind == "X":
            year, last_year = values[at]
        elif kind == "S":
            season = values[at][0]
        at += 1
    if _MAKING_OTHERS.isdisjoint(kinds):
        return Point(year, month, day, last_year, season)
    if "F" in kinds or "U" in kinds:
        return _fiscal(kinds, values[first:last], year, month)
    if kinds[-1] in "kI":
        return century(next(numbers for numbers in values[first:last] if numbers)[0])
    if kinds in ("D/Y", "D-Y"):
        return Point(year, day)
    if kinds.startswith("Y.D"):
        return Point(year, values[first + 2][0], day if "D" in kinds[3:] else None)
    if kinds[-1] == "N" and month:
        return Point(full_year(values[last - 1][0]), month, day)
    return Point(year, month, day, last_year, season)


def century(number: int) -> Point:
    """A century by its number.

    >>> century(19).year, century(19).last_year
    (1801, 1900)
    """
    return Point(number * 100 - 99, last_year=number * 100)


def _two(printed: tuple[int, ...]) -> tuple[int | None, int | None]:
    """Month and day, as far as printed."""
    return (*printed, None, None)[:2]  # type: ignore[return-value]


def _fiscal(kinds: str, values: list[tuple[int, ...]], year: int, month: int | None) -> Point:
    """A fiscal year: `FY 2017`, `FY15`, or `FY2015/16` and `FY15/16`, which are one year named by the two it touches."""
    if "z" in kinds:
        return Point(year, month)
    named = kinds.rstrip("Fy")
    tail = values[len(named) - 1]
    is_short = len(tail) == 2 and tail[1] == 2
    if not year and "/" in named:
        year = full_year(values[1][0])
    if not year:
        return Point(full_year(tail[0]) if is_short else _NEVER, fiscal=True)
    if named[-1:] in "DN" and not (is_short and (year + 1) % 100 == tail[0]):
        return Point(_NEVER, fiscal=True)
    return Point(year, fiscal=True)


def merge(left: Point, right: Point) -> None:
    """Each side takes from the other what is printed only once.

    From December to January the year turns: `2014 Dec. 30-Jan. 2` ends in 2015. Of a year at the end nobody knows
    whether it is that of the beginning.
    """
    if left.day is not None and left.month is None and right.month is not None and right.day is None:
        left.month, left.day = left.day, None
    if right.day is not None and right.month is None:
        is_month = left.month is not None and left.day is None
        right.month, right.day = (right.day, None) if is_month else (left.month, right.day)
    if left.day is not None and left.month is None:
        left.month = right.month
    right.fiscal = right.fiscal or (left.fiscal and right.month is None and right.last_year is None)
    left.fiscal = left.fiscal or (right.fiscal and left.month is None and left.last_year is None)
    if left.year and not right.year:
        turns = left.month == _DECEMBER and right.month == 1 and left.day is not None and right.day is not None
        right.year = left.year + turns
    left.year = left.year or right.year
