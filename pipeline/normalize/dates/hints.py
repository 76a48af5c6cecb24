"""Whether and how far a text may hold dates, told by a look at its signs: most texts of a sheet hold none.

What belongs here: what is cheap to see and cannot miss a date. What is one is the business of the grammar.
"""

from __future__ import annotations

import re

from pipeline.normalize.dates.pieces import APOSTROPHES

_DIGIT = re.compile("[0-9]")
_YEAR = re.compile("[0-9](?:[0-9][0-9][0-9]|[sX]|'[sX])")
_SHORT_YEAR = re.compile("'[0-9]")
_OTHER_SIGNS = re.compile(f"[年月日世！-～{APOSTROPHES}](?:(?<![{APOSTROPHES}])|(?=[0-9]))")
"""What a text that is not ASCII may have instead: a year of Japan, or signs that may fold to any other."""
_LAST_FIGURE = re.compile("(?s:.*)[0-9]")
_FAR = 60
"""Within how many characters behind a figure words may belong to its date."""
MONTHS = re.compile(r"J[aAuU][nNlL]|F[eE][bB]|M[aA][rRyY]|A[pPuU][rRgG]|S[eE][pP]|O[cC][tT]|N[oO][vV]|D[eE][cC]")


def may_tell_year(text: str) -> bool:
    """Whether a text may hold a year, a decade or a century.

    >>> may_tell_year("in FY 12"), may_tell_year("in May"), may_tell_year("12 students")
    (True, False, False)
    """
    if _YEAR.search(text) or ("'" in text and _SHORT_YEAR.search(text)):
        return True
    lower = text.lower()
    if ("fy" in lower or "iscal" in lower or "inancial" in lower) and _DIGIT.search(text):
        return True
    if _may_tell_century(text):
        return True
    return not text.isascii() and _OTHER_SIGNS.search(text) is not None


def may_tell_month(text: str) -> bool:
    """Whether a text may hold a month in Latin letters."""
    return MONTHS.search(text) is not None


def tells_nothing(text: str) -> bool:
    """Whether a text can hold no date, not even one whose year is printed elsewhere."""
    return text.isascii() and not (_DIGIT.search(text) or MONTHS.search(text) or _may_tell_century(text))


def _may_tell_century(text: str) -> bool:
    return "entur" in text or "ENTUR" in text


def last_end(text: str) -> int:
    """Where the last date of a text must have ended: words far behind the last figure and month tell none."""
    if len(text) <= _FAR or not text.isascii():
        return len(text)
    last = _LAST_FIGURE.match(text)
    if last is None or len(text) - last.end() <= _FAR:
        return len(text)
    if MONTHS.search(text, last.end()) or _may_tell_century(text):
        return len(text)
    space = text.find(" ", last.end() + _FAR)
    return len(text) if space < 0 else space
