"""A word of a visit cell: one token per word, number, sign or whole bracket.

Only what offices, names and visitors need to look at; `tokens` cuts a text into them, meaning is theirs. `fold` is the
word as data files spell it: lower case, no accents, no dots, straight apostrophe. A word that ends in `'s` is folded
without it and says so in `owner`.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from pipeline.normalize.spelling import letters_without_base

_PREFIXES = ("Mc", "Di", "De", "La", "d'", "d’")
_SHORTEST_PREFIXED = 3
_LONGEST = 200
LIMIT = 2000
"""Characters of a cell that are looked at."""

CAPITALS, TITLE, INITIAL, LOWER, SIGN, NUMBER, BRACKET = "C", "T", "I", "l", "s", "n", "b"
CAPITALISED = frozenset([TITLE, CAPITALS])
OF_NAMES = CAPITALISED | {INITIAL}
NO_WORDS = frozenset([SIGN, NUMBER, BRACKET])
STOPS = frozenset([SIGN, BRACKET])
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ‘`´ʻ′"), "'")


class Word:
    """One token, the same object wherever the word stands: nothing changes it, and a `Cell` knows its places.

    `kind` is `C` all capitals, `T` other capitalised word, `I` initial, `l` lower case, `s` sign (`fold` is the sign,
    `\\n` for a line break), `n` number, `b` a whole bracket; `printed` is it without the `'s` of an `owner`. `dot` says
    that an abbreviating dot belongs to it. `marks` are what the lexicons know of the word (the bits of `marks`).
    """

    __slots__ = ("dot", "fold", "kind", "marks", "owner", "printed")

    def __init__(
        self, printed: str, kind: str, fold: str, owner: bool = False, dot: bool = False, marks: int = 0
    ) -> None:  # fmt: skip
        self.printed, self.kind, self.fold = printed, kind, fold
        self.owner, self.dot, self.marks = owner, dot, marks

    def reading(self, fold: str, marks: int) -> Word:
        """The same token read as another word."""
        return Word(self.printed, self.kind, fold, self.owner, self.dot, marks)


END, LINE = Word("", SIGN, ""), Word("", SIGN, "\n")
"""What stands behind the last word, and a line break."""


def fold(text: str) -> str:
    """Lower case, no accents, straight apostrophes; at most 200 characters.

    >>> fold("Affaires Étrangères"), fold("PEOPLE’S"), fold("Ħamrun")
    ('affaires etrangeres', "people's", 'hamrun')
    """
    if text.isascii() and len(text) <= _LONGEST and "`" not in text:
        return text.lower()
    return _folded(text)


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    lowered = text[:_LONGEST].lower().translate(_LETTERS)
    return lowered if lowered.isascii() else _without_accents(lowered)


def _without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_LETTERS = {point: _without_accents(chr(point)) for point in _LATIN} | letters_without_base() | _APOSTROPHES


def shape(word: str) -> str:
    """How a word is printed: `C`, `T`, `l`, or `n` when it starts with a digit.

    >>> [shape(word) for word in ("GENBA", "O'KEEFFE", "McKAY", "Koike", "al-Sabah", "of", "2010")]
    ['C', 'C', 'C', 'T', 'T', 'l', 'n']
    """
    if word[0].isdigit():
        return NUMBER
    if word.isupper():
        return CAPITALS
    if word.islower():
        return LOWER if word[0].islower() else TITLE
    return CAPITALS if word[:2] in _PREFIXES and word[2:].isupper() and len(word) > _SHORTEST_PREFIXED else TITLE
