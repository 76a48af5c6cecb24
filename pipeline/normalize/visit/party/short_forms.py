"""Abbreviations in a bracket behind a visitor: of the body that the office belongs to, or of a party."""

from __future__ import annotations

import re

from pipeline.normalize.visit.lexicon import GROUPS
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.words import CAPITALS, Word, fold

_LONGEST_SHORT = 8
_WORDS = re.compile(r"[^\W\d_]++")


def is_short_for(short: Word, title: str) -> bool:
    """A word in capitals that beginnings of a title's words make up in their order is its body's abbreviation.

    >>> is_short_for(Cell("AFRECO").tokens[0], "President of the African Economic Committee")
    True
    >>> is_short_for(Cell("ABE").tokens[0], "Minister of Agriculture")
    False
    """
    letters = short.fold
    if short.kind != CAPITALS or not 3 <= len(letters) <= _LONGEST_SHORT:
        return False
    reached = {0}
    for word in _WORDS.findall(fold(title)):
        reached |= {end for start in reached for end in _ends_with(letters, start, word)}
    return len(letters) in reached


def _ends_with(letters: str, start: int, word: str) -> list[int]:
    """Where a beginning of `word` that stands in `letters` at `start` may end; not all of them at once."""
    ends = range(start + 1, min(len(letters), start + len(word)) + 1)
    return [end for end in ends if word.startswith(letters[start:end]) and end - start < len(letters)]


def is_affiliation(inner: Cell) -> bool:
    """A lone abbreviation of no event or body that meets behind a person is the party (`Nelson Mandela (ANC)`)."""
    token = inner.tokens[0]
    if inner.count != 1 or token.kind != CAPITALS or not 2 <= len(token.fold) <= 5:
        return False
    return token.fold.isalpha() and token.fold not in GROUPS.events
