"""What dates are: points with the precision they are printed with, their first and last days, and how EDTF writes them.

Nothing here looks at text. Years run from 1000 to 2099; centuries, and years that are printed as such (`966年`), from the first;
anything else is no date of a fact sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(slots=True, eq=False)
class Point:
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
    year, month, day = point.year, point.month, point.day
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return month is None and 0 < year < FIRST_YEAR
    if month is None:
        return day is None
    return 1 <= month <= 12 and (day is None or 1 <= day <= 28 or 28 < day <= days_in(year, month))


def days_in(year: int, month: int) -> int:
    """How many days a month has.

    >>> days_in(1900, 2), days_in(2000, 2)
    (28, 29)
    """
    if month == _FEBRUARY and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _DAYS[month]


def begins(point: Point) -> tuple[int, int, int]:
    """Year, month and day with which a point begins, to tell which of two is earlier."""
    return point.year, point.month or 1, point.day or 1


def bounds(point: Point, fiscal_start: int) -> tuple[str, str, str, str]:
    """How EDTF writes the two ends of a point, and its first and last possible day.

    >>> bounds(Point(2012, 2), 4)
    ('2012-02', '2012-02', '2012-02-01', '2012-02-29')
    >>> bounds(Point(2017, fiscal=True), 4)
    ('2017-04', '2018-03', '2017-04-01', '2018-03-31')
    """
    year, month, day = point.year, point.month, point.day
    if month:
        text = f"{_four(year)}-{_TWO[month]}"
        if not day:
            return text, text, f"{text}-01", f"{text}-{days_in(year, month)}"
        text = f"{text}-{_TWO[day]}"
        return text, text, text, text
    last = point.last_year or year
    if point.fiscal and fiscal_start != 1:
        text, end = f"{_four(year)}-{_TWO[fiscal_start]}", f"{_four(last + 1)}-{_TWO[fiscal_start - 1]}"
        return text, end, f"{text}-01", f"{end}-{days_in(last + 1, fiscal_start - 1)}"
    if point.season == WINTER:
        return _four(year), _four(year), f"{_four(year)}-01-01", f"{_four(year + 1)}-02-{days_in(year + 1, 2)}"
    text, end = _four(year), _four(last)
    return text, end, f"{text}-01-01", f"{end}-12-31"


def _four(year: int) -> str:
    """A year in the four digits that EDTF wants: `966年度` of a text is `0966`."""
    return str(year) if year >= FIRST_YEAR else str(year).zfill(4)


def precision(point: Point, fiscal_start: int) -> str:
    """How exactly one point is told: `day month year range`; a season and a fiscal year that is no calendar year are ranges.

    >>> precision(Point(year=2013, month=5), 4), precision(Point(year=2013, fiscal=True), 4)
    ('month', 'range')
    """
    if point.day:
        return "day"
    if point.month:
        return "month"
    if point.last_year or point.season or (point.fiscal and fiscal_start != 1):
        return "range"
    return "year"


def edtf_point(point: Point, first: str, last: str, *, about: bool = False) -> str:
    """One point alone in EDTF, whose two ends are written so.

    >>> edtf_point(Point(1990, last_year=1999), "1990", "1999"), edtf_point(Point(1501, last_year=1600), "1501", "1600")
    ('199X', '1501/1600')
    """
    if point.season:
        return f"{point.year}-{point.season}" + "~" * about
    if first == last:
        return first + "~" * about
    if point.last_year and not (point.fiscal or about) and first[:3] == last[:3] and not first.endswith("1"):
        return f"{first[:3]}X"
    if point.last_year and not about and first.endswith("00") and last.endswith("99"):
        return f"{first[:2]}XX"
    return f"{first}~/{last}~" if about else f"{first}/{last}"
