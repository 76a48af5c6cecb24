"""A word of a visit cell: one token per word, number, sign or whole bracket, with its place in the text.

Only what offices, names and visitors need to look at; `tokens` cuts a text into them, meaning is theirs. `fold` is the
word as data files spell it: lower case, no accents, no dots, straight apostrophe. A word that ends in `'s` is folded
without it and says so in `owner`.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

LIMIT = 2000
"""Characters of a cell that are looked at."""

CAPITALS, TITLE, INITIAL, LOWER, SIGN, NUMBER, BRACKET = "C", "T", "I", "l", "s", "n", "b"
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`´ʻ′", "'"))
_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ł": "l", "ə": "a",
})  # fmt: skip


class Word(NamedTuple):
    """One token. `kind` is `C` all capitals, `T` other capitalised word, `I` initial, `l` lower case, `s` sign
    (`fold` is the sign, `\\n` for a line break), `n` number, `b` a whole bracket; `start`/`end` are its span, without
    the `'s` of an `owner`. `dot` says that an abbreviating dot belongs to it. `marks` are what the lexicons know of the
    word (the bits of `marks`)."""

    start: int
    end: int
    kind: str
    fold: str
    owner: bool = False
    dot: bool = False
    marks: int = 0


END = Word(0, 0, "s", "")
"""What stands behind the last word."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, no accents, straight apostrophes; at most 200 characters.

    >>> fold("Affaires Étrangères"), fold("PEOPLE’S")
    ('affaires etrangeres', "people's")
    """
    lowered = text[:200].translate(_APOSTROPHES).lower()
    if lowered.isascii():
        return lowered
    marked = unicodedata.normalize("NFKD", lowered.translate(_LETTERS))
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


def shape(word: str) -> str:
    """How a word is printed: `C`, `T`, `l`, or `n` when it starts with a digit.

    >>> [shape(word) for word in ("GENBA", "O'KEEFFE", "McKAY", "Koike", "al-Sabah", "of", "2010")]
    ['C', 'C', 'C', 'T', 'T', 'l', 'n']
    """
    if word[0].isdigit():
        return NUMBER
    if word.isupper():
        return CAPITALS
    if word.isalpha() and word[1:].islower():
        return LOWER if word[0].islower() else TITLE
    upper = sum(1 for letter in word if letter.isupper())
    if not upper:
        return LOWER if word[0].islower() else TITLE
    lower = sum(1 for letter in word if letter.islower())
    if not lower or (word[:2] in ("Mc", "Di", "De", "La") and lower == 1 and upper > 2):
        return CAPITALS
    return TITLE
