"""Whole numbers in English words, exactly: `two million, three hundred and forty-five thousand and six`.

Every power stands once and they fall; what is longer than that, or no number (`sixty fifteen`), is refused.
"""

from __future__ import annotations

import re

ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
VALUES = {word: i for i, word in enumerate([*ONES, *TEENS], 1)} | {word: 10 * i for i, word in enumerate(TENS, 2)}
_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15, "quintillion": 18}
_GAP = r"[ \xa0-]"
_SCALE = rf"{_GAP}(?:{'|'.join(_POWERS)})"
_UNDER_100 = rf"(?:(?:{'|'.join(TENS)})(?:{_GAP}(?:{'|'.join(ONES)}))?|{'|'.join([*TEENS, *ONES])})"
_UNDER_1000 = rf"(?:(?:{'|'.join(ONES)}){_GAP}hundred(?:{_GAP}(?:and{_GAP})?{_UNDER_100})?|{_UNDER_100})(?![\w'])"
_NUMBER = rf"{_UNDER_1000}(?:(?:{_SCALE},?{_GAP}(?:and{_GAP})?{_UNDER_1000})+(?:{_SCALE}(?![\w']))?)?"
CARDINAL = re.compile(rf"(?<![\w'-]){_NUMBER}")
"""A scale behind one number below a thousand is none of its words: it is read as behind figures."""


def parse_cardinal(printed: str) -> int | None:
    """The number that a cardinal prints, `None` where its powers do not fall.

    >>> parse_cardinal("two thousand, three hundred and forty-five"), parse_cardinal("five million six thousand")
    (2345, 5006000)
    >>> parse_cardinal("two thousand three million") is None
    True
    """
    total, part, last = 0, 0, 99
    for word in re.findall("[a-z]+", printed):
        if word == "hundred":
            part *= 100
        elif word in _POWERS:
            if _POWERS[word] >= last:
                return None
            last = _POWERS[word]
            total, part = total + part * 10**last, 0
        elif word != "and":
            part += VALUES[word]
    return total + part
