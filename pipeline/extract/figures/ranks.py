"""Ranks in words: `3rd`, `the second largest`, `第2位`."""

from __future__ import annotations

import re

from pipeline.outline.ranks import RANK_WORDS
from pipeline.patterns import quick

RANK = re.compile(
    r"\b([0-9]{1,3})(?:st|nd|rd|th)\b(?! (?:century|anniversary|meeting|round|session|edition))|第([0-9]{1,3})位"
)
LARGEST = quick(r"(?:^|\bthe )largest (?:recipient|donor|amount|partner|share)", re.I)
RANK_WORD = quick(r"\b(" + "|".join(RANK_WORDS) + r")[- ](?:largest|biggest|place|rank)", re.I)


def rank_of(words: str) -> int | None:
    """The rank that words give.

    >>> rank_of("12th largest amount")
    12
    """
    match = RANK.search(words)
    if match:
        return int(match[1] or match[2]) or None
    if LARGEST.search(words):
        return 1
    word = RANK_WORD.search(words)
    return RANK_WORDS.index(word[1].lower()) + 1 if word else None
