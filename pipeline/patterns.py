"""Patterns that fail early: most texts hold none of the letters that a pattern needs, and that is told fast.

`re` tries a pattern of many words at every character of a text. Which letters each match must contain is read off the
pattern itself, so that nobody has to keep a list of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final, TypeVar

Meaning = TypeVar("Meaning")

_ALIKE: Final = (("ſ", "s"), ("İ", "i"), ("ı", "i"), ("K", "k"))
"""Letters that `re.IGNORECASE` takes for ASCII ones although their small forms are others."""
_SHORTEST = 2
"""Bytes; one letter of ASCII stands in nearly every text, one ideograph does not."""
_REPEATS: Final = frozenset({kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT})


JAPANESE: Final = re.compile("[ぁ-ヿ一-鿿]")
"""A sign of Japanese: kana or an ideograph."""
ERA: Final = "[明大昭平令][治正和成]"
"""The name of an era, as a piece of a pattern: years of five of them are printed."""


def has_japanese(words: str) -> bool:
    """Whether words hold any in Japanese.

    >>> has_japanese("ODA 調査団"), has_japanese("José")
    (True, False)
    """
    return not words.isascii() and JAPANESE.search(words) is not None


class Quick:
    """A pattern with the strings, in small letters, of which every text that it is found in holds one; none: not known.

    It is compiled when a text first holds one.
    """

    def __init__(self, words: str, flags: int, needles: tuple[str, ...]) -> None:
        self._words, self._flags, self.needles = words, flags, needles

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is looked for."""
        return re.compile(self._words, self._flags)

    def may_stand_in(self, text: str) -> bool:
        """Whether a text holds any of the needles; where it does not, the pattern is not found in it.

        >>> quick("ships?|boats?").may_stand_in("A train"), quick("ships?").may_stand_in("A SHIP")
        (False, True)
        """
        lowered = text.lower() if text.isascii() else plain(text)
        for needle in self.needles:
            if needle in lowered:
                return True
        return not self.needles

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`, but told fast where nothing can be found.

        >>> quick("ships?").search("a train and a ship")[0]
        'ship'
        """
        return self.pattern.search(text) if self.may_stand_in(text) else None


def quick(words: str, flags: int = 0) -> Quick:
    """A pattern, and what it needs; one that is none is an error at once.

    >>> quick(r"\\b(?:embass(?:y|ies)|legations?)\\b", re.I).needles
    ('embass', 'legation')
    """
    needed = _sure(_needed(parser.parse(words, flags)))
    needles = sorted(one for one in needed if not any(other in one for other in needed - {one}))
    return Quick(words, flags, tuple(needles))


def plain(text: str) -> str:
    """A text in the small letters that needles are looked for in."""
    if not text.isascii():
        for odd, letter in _ALIKE:
            text = text.replace(odd, letter)
    return text.lower()


def first_meaning(entries: Iterable[tuple[Quick, Meaning]], text: str) -> Meaning | None:
    """What the first pattern stands for that is found in a text in small letters.

    >>> first_meaning([(quick("ships?"), 1), (quick("(?i:trains?)"), 2)], "A Train")
    2
    """
    lowered = plain(text)
    for entry, meaning in entries:
        if needles := entry.needles:
            for needle in needles:
                if needle in lowered:
                    break
            else:
                continue
        if entry.pattern.search(lowered):
            return meaning
    return None


def _needed(items: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The strings of which a sequence of parts needs one: those of the part with the longest; empty where none is sure."""
    found, run = [], ""
    for kind, value in [*items, (None, None)]:
        if kind is kinds.LITERAL and _is_plain(chr(value)):
            run += chr(value).lower()
            continue
        found.append(frozenset([run]))
        run = ""
        found.append(_inside(kind, value))
    return max(found, key=lambda one: min(map(len, one), default=0), default=frozenset()) if found else frozenset()


def _inside(kind: Any, value: Any) -> frozenset[str]:
    """The strings of which one part needs one."""
    if kind is kinds.SUBPATTERN:
        return _sure(_needed(value[3]))
    if kind is kinds.ATOMIC_GROUP:
        return _sure(_needed(value))
    if kind in _REPEATS and value[0] > 0:
        return _sure(_needed(value[2]))
    if kind is kinds.BRANCH:
        return _either(value[1])
    return frozenset()


def _either(branches: Sequence[Any]) -> frozenset[str]:
    needed = [_sure(_needed(branch)) for branch in branches]
    return frozenset().union(*needed) if all(needed) else frozenset()


def _sure(needed: frozenset[str]) -> frozenset[str]:
    return needed if min((len(one.encode()) for one in needed), default=0) >= _SHORTEST else frozenset()


def _is_plain(letter: str) -> bool:
    """Whether a letter has no other forms than the two of ASCII, or none at all."""
    return letter.isascii() or letter.lower() == letter.upper()
