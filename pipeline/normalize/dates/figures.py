"""Figures as dates print them: what kind each is, and its numbers. The letters of the kinds are told in `tokens.py`."""

from __future__ import annotations

import re

from pipeline.normalize.dates.calendar import FIRST_YEAR, LAST_YEAR

_MONTH_BEHIND = r"(?:0[1-9]|1[0-2])(?![-0-9])"
_MIDDLE = r"(?:-[0-9]{1,2}+-|/[0-9]{1,2}+/|\.[0-9]{1,2}+\.)"
PLAIN = r"[0-9][0-9]*+(?![-./'snrtX]|,[0-9]| [snrt])"
"""Digits with nothing behind them that may make another figure of them, as most are."""
BEHIND_DIGIT = {
    "full": rf"[0-9]{{3}}{_MIDDLE}[0-9]{{1,2}}+(?![0-9])|[0-9]?+{_MIDDLE}[0-9]{{4}}+(?![0-9])",
    "month": rf"[0-9]{{3}}\.[0-9]{{1,2}}+(?![0-9]|\.[0-9])|[0-9]{{3}}-{_MONTH_BEHIND}(?<=[0-9]/[0-9]{{4}}-[0-9]{{2}})"
    rf"|[0-9]{{3}}-(?:0[1-9]|1[0-2])(?=/[0-9]{{4}}-{_MONTH_BEHIND}|/[0-9]{{4}}-[0-9]{{2}}-[0-9])",
    "decade": r"[0-9]{1,3}+'?s(?![^\W_])|[0-9]{2}X(?!\w)|[0-9]XX(?!\w)",
    "ordinal": r"[0-9]{0,2}+ ?(?:st|nd|rd|th)(?![^\W_])",
    "number": r"[0-9]*+(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]++)*+",
}
"""Shapes of figures behind their first digit, tried in this order."""
BEHIND_QUOTE = {
    "short_decade": r"[0-9]{2,4}+'?s(?![^\W_])",
    "short_month": r"[0-9]{2}\.[0-9]{1,2}(?![0-9]|\.[0-9])",
    "short": r"[0-9]{2}+(?![0-9])",
}
_BETWEEN = re.compile("[-./]")


def plain_figure(printed: str) -> tuple[str, tuple[int, ...]]:
    """Kind and numbers of a token of digits alone: a year, a day, a number of two digits, else `#`.

    >>> plain_figure("2013"), plain_figure("07"), plain_figure("45"), plain_figure("310")
    (('Y', (2013,)), ('D', (7, 2)), ('N', (45, 2)), ('#', ()))
    """
    if not printed.isdigit() or len(printed) > 4:
        return "#", ()
    number, size = int(printed), len(printed)
    if size == 4:
        return ("Y", (number,)) if FIRST_YEAR <= number <= LAST_YEAR else ("#", ())
    if size > 2:
        return "#", ()
    return ("D" if 1 <= number <= 31 else "N" if size == 2 else "#"), (number, size)


def _ordinal(printed: str) -> tuple[str, tuple[int, ...]]:
    number = int(printed[:-2])
    return ("d" if 1 <= number <= 31 else "o"), (number,)


def _short(printed: str) -> tuple[str, tuple[int, ...]]:
    return "A", (full_year(int(printed[1:])),)


def _short_month(printed: str) -> tuple[str, tuple[int, ...]]:
    """`'89.10`"""
    month = int(printed[4:])
    return ("P", (full_year(int(printed[1:3])), month)) if 1 <= month <= 12 else ("#", ())


def full_year(two_digits: int) -> int:
    """The year of two digits: 30 to 99 are of the 20th century, others of the 21st.

    >>> full_year(98), full_year(5)
    (1998, 2005)
    """
    return two_digits + (1900 if two_digits >= 30 else 2000)


def _decade(printed: str) -> tuple[str, tuple[int, ...]]:
    """First and last year. `1900s` may be a decade or a century, so it is the longer; `2000s` is the decade."""
    if printed.endswith("X"):
        year, size = int(printed.replace("X", "0")), printed.count("X")
        return ("X", (year, year + 10**size - 1)) if FIRST_YEAR <= year <= LAST_YEAR else ("#", ())
    digits = printed.strip("'s")
    if len(digits) == 3 or not digits.endswith("0"):
        return "#", ()
    year = int(digits) if len(digits) == 4 else full_year(int(digits))
    if not FIRST_YEAR <= year <= LAST_YEAR or (len(digits) == 2 and year >= 2000 and not printed.startswith("'")):
        return "#", ()
    return "X", (year, year + (99 if year % 100 == 0 and year < 2000 else 9))


def _month(printed: str) -> tuple[str, tuple[int, ...]]:
    """Year and month; `2003-04` in an interval may be two years as well."""
    year, month = int(printed[:4]), int(printed[5:])
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return "#", ()
    return ("Z", (1,)) if "-" in printed and (year + 1) % 100 == month else ("P", (year, month))


def _full(printed: str) -> tuple[str, tuple[int, ...]]:
    """A day in digits: year first, or last where the order of day and month cannot be mistaken. The value of `Z` is 1
    where it can be."""
    first, second, third = (int(part) for part in _BETWEEN.split(printed))
    if printed[:4].isdigit():
        return "Q", (first, second, third)
    if first > 12 or first == second:
        return "Q", (third, second, first)
    return ("Q", (third, first, second)) if second > 12 else ("Z", (1,))


READERS = {
    "full": _full, "month": _month, "decade": _decade, "ordinal": _ordinal,
    "short_decade": _decade, "short_month": _short_month, "short": _short,
}  # fmt: skip
"""How each shape is read."""


def plain_figures() -> dict[str, tuple[str, tuple[int, ...]]]:
    """The figures that are read most: days, months and years."""
    printed = [*map(str, range(FIRST_YEAR, LAST_YEAR + 1)), *map(str, range(10)), *(f"{n:02d}" for n in range(100))]
    return {figure: plain_figure(figure) for figure in printed}
