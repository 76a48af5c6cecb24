"""Months with a slip of the pen: `Setember 2004` is September 2004. No reader doubts them; the print is told as a slip."""

from __future__ import annotations

import re
from calendar import month_name
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

WORD: Final = re.compile(
    r"(?<![^\W\d_])[A-Z][a-z]{3,10}(?=,?\s+(?:[0-3]?[0-9](?:st|nd|rd|th)?,?\s+)?(?:1[6-9]|20)[0-9]{2}(?![0-9]))"
)
"""A word that stands where a month does: before a year, or a day and a year."""
_LONG: Final = tuple(name for name in month_name if len(name) > len("April"))
"""Short names are one letter away from other words: `July` from `Jury`."""


@lru_cache(maxsize=1024)
def month_of(word: str) -> str | None:
    """The month that a word is meant to be: one letter more, less or other, or two that changed places; `None` for a
    month's own name and for any other word.

    >>> month_of("Novmber"), month_of("Septmeber"), month_of("September"), month_of("Member")
    ('November', 'September', None, None)
    """
    if word in month_name:
        return None
    found = [name for name in _LONG if OSA.distance(word, name, score_cutoff=1) == 1]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def found(words: str) -> tuple[tuple[int, str, str], ...]:
    """Where such months stand, as they are printed and as they are meant.

    >>> found("Setember 2004")
    ((0, 'Setember', 'September'),)
    """
    return tuple((one.start(), one[0], month) for one in WORD.finditer(words) if (month := month_of(one[0])))


def mended(words: str) -> str:
    """Words with such months spelt right.

    >>> mended("Setember 2004"), mended("Summer 2004")
    ('September 2004', 'Summer 2004')
    """
    return WORD.sub(lambda match: month_of(match[0]) or match[0], words)
