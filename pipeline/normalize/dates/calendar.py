"""What dates are: points with the precision they are printed with, their first and last days, and how EDTF writes them.

Nothing here looks at text. Years run from 1000 to 2099; anything else is no date of a fact sheet.
"""

from __future__ import annotations

from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1000, 2099
WINTER = 24
"""EDTF's number of the season that reaches into the next year."""


_TWO = [f"{number:02d}" for number in range(100)]
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2


class DateValue(NamedTuple):
    """A date or period as it is printed.

    `edtf` is the EDTF text. `start` and `end` are the first and last possible day (ISO 8601, inclusive), `None` where
    the period is open. `precision` is one of `day month year range open`; a single fiscal year is a `range`. `role` is
    one of `date as_of since until cumulative fiscal_year`; `fiscal` tells that it is stated in fiscal years.
    """

    edtf: str
    start: str | None
    end: str | None
    precision: str
    role: str
    fiscal: bool


class Point(NamedTuple):
    """One date as printed; `None` where nothing is, 0 for a year that is printed elsewhere.

    `last_year` ends a decade or century, `season` is EDTF's number.
    """

    year: int
    month: int | None = None
    day: int | None = None
    last_year: int | None = None
    season: int | None = None
    fiscal: bool = False


def is_real(point: Point) -> bool:
    """Whether there is such a day, month or year.

    >>> is_real(Point(2012, 2, 29)), is_real(Point(2013, 2, 29)), is_real(Point(2012, 13))
    (True, False, False)
    """
    if not FIRST_YEAR <= point.year <= LAST_YEAR:
        return False
    if point.month is None:
        return point.day is None
    if not 1 <= point.month <= 12:
        return False
    return point.day is None or 1 <= point.day <= days_in(point.year, point.month)


def days_in(year: int, month: int) -> int:
    """How many days a month has.

    >>> days_in(1900, 2), days_in(2000, 2)
    (28, 29)
    """
    if month == _FEBRUARY and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _DAYS[month]


def first_day(point: Point, fiscal_start: int) -> str:
    """The first possible day."""
    month = fiscal_start if point.fiscal else point.month or 1
    return f"{point.year}-{_TWO[month]}-{_TWO[point.day or 1]}"


def last_day(point: Point, fiscal_start: int) -> str:
    """The last possible day.

    >>> last_day(Point(2017, fiscal=True), 4)
    '2018-03-31'
    """
    year, month = point.last_year or point.year, point.month or 12
    if point.fiscal:
        year, month = _fiscal_end(year, fiscal_start)
    elif point.season == WINTER:
        year, month = year + 1, 2
    return f"{year}-{_TWO[month]}-{_TWO[point.day or days_in(year, month)]}"


def _fiscal_end(year: int, fiscal_start: int) -> tuple[int, int]:
    return (year, 12) if fiscal_start == 1 else (year + 1, fiscal_start - 1)


def precision(point: Point, fiscal_start: int) -> str:
    """`day month year range` of one point."""
    if point.day:
        return "day"
    if point.month:
        return "month"
    if point.last_year or point.season or (point.fiscal and fiscal_start != 1):
        return "range"
    return "year"


def edtf_point(point: Point, fiscal_start: int, *, about: bool = False) -> str:
    """One point alone in EDTF.

    >>> [edtf_point(p, 4) for p in (Point(1990, last_year=1999), Point(1501, last_year=1600), Point(2017, fiscal=True))]
    ['199X', '1501/1600', '2017-04/2018-03']
    """
    if point.season:
        return f"{point.year}-{point.season}" + "~" * about
    first, last = edtf_edges(point, fiscal_start)
    if first == last:
        return first + "~" * about
    if point.last_year and not (point.fiscal or about) and first[:3] == last[:3] and not first.endswith("1"):
        return f"{first[:3]}X"
    if point.last_year and not about and first.endswith("00") and last.endswith("99"):
        return f"{first[:2]}XX"
    return f"{first}~/{last}~" if about else f"{first}/{last}"


def edtf_edges(point: Point, fiscal_start: int) -> tuple[str, str]:
    """How EDTF writes the two ends of a point that bounds a range; they differ for fiscal years and decades."""
    if point.fiscal and fiscal_start != 1:
        year, month = _fiscal_end(point.last_year or point.year, fiscal_start)
        return f"{point.year}-{_TWO[fiscal_start]}", f"{year}-{_TWO[month]}"
    if point.day:
        text = f"{point.year}-{_TWO[point.month or 0]}-{_TWO[point.day]}"
    elif point.month:
        text = f"{point.year}-{_TWO[point.month]}"
    else:
        return str(point.year), str(point.last_year or point.year)
    return text, text
