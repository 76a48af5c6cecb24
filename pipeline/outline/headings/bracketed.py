"""What a heading says of the figures in brackets below it."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.patterns import quick

OF_BRACKETS = quick(
    r"\b(?:in|within) (?:the )?(?:brackets|parenthes[ei]s)\b|(?:括弧|カッコ|[（(][ \u3000]?[)）])内", re.I
)
PART_SIGNS = re.compile("[()（）;,、；]")


@lru_cache(4096)
def part_of_brackets(heading: str) -> tuple[int, int]:
    """Where the part of a heading stands that says what the figures in brackets below it are; `(0, 0)` where none does.

    >>> heading = "Aid (FY 2021; in brackets the total up to FY 2022)"
    >>> heading[slice(*part_of_brackets(heading))]
    ' in brackets the total up to FY 2022'
    """
    found = OF_BRACKETS.search(heading)
    if found is None:
        return 0, 0
    start = max((sign.end() for sign in PART_SIGNS.finditer(heading, 0, found.start())), default=0)
    end = PART_SIGNS.search(heading, found.end())
    return start, end.start() if end else len(heading)


def without_bracketed(heading: str) -> str:
    """A heading without what it says of the figures in brackets.

    >>> without_bracketed("Aid (FY 2021; in brackets the total up to FY 2022)")
    'Aid (FY 2021;)'
    """
    start, end = part_of_brackets(heading)
    return heading[:start] + heading[end:]
