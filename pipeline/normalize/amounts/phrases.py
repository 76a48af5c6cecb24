"""Phrases looked for at one place of a text: found by their first two characters, so that most places cost a look.

The pattern of the phrases that begin alike is made when the first text begins so, not when the lexicon is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

SPACES = frozenset(" \xa0\n")
NO_WORDS = frozenset(("", *".,;:)|"))
"""Signs behind which no word of a number stands."""
_BREAK = r"[ \xa0]{0,48}+\n[ \xa0]{0,48}+"
GAP = rf"(?:{_BREAK}|[ \xa0]{{0,6}}+)"
"""What may stand between a number and its words, read forwards or backwards: few spaces, or a line's end, the next one
indented as it may be."""

_GAP, _SPACE = re.compile(GAP), rf"(?:{_BREAK}|[ \xa0]{{1,3}})"


@dataclass(slots=True)
class Word:
    """What a phrase is: its kind, itself with single spaces, and the code or the power of ten that it stands for."""

    kind: str
    phrase: str
    code: str = ""
    power: int = 0


NO_WORD = Word("", "")


class Phrases:
    """Phrases that may stand beside a number: what each is, by the letters that are looked for, and the pattern of what
    must hold behind it.

    >>> yen, us = Word("currency", "yen", "JPY"), Word("currency", "us $", "USD")
    >>> words = Phrases({"yen": yen, "us $": us}, {"yen": "(?![a-z])"})
    >>> words.match("5 us  $", 1) == (us, 2, 7), words.match("5 yens", 1) == (NO_WORD, 2, 2)
    (True, True)
    """

    __slots__ = ("_bunches", "_joints", "_words", "word")

    def __init__(self, words: dict[str, Word], edges: Mapping[str, str], *, takes_hyphen: bool = False) -> None:
        bunches: dict[str, dict[str, str]] = {}
        for phrase in words:
            for start in [phrase[0] + space for space in SPACES] if phrase[1:2] == " " else [phrase[:2]]:
                bunches.setdefault(start, {})[phrase] = edges.get(phrase, "")
        for start, bunch in bunches.items():
            bunch.update(bunches.get(start[0], {}))
        self._bunches = {start: _Bunch(bunch) for start, bunch in bunches.items()}
        self._words = words
        alone = words | {f" {phrase}": word for phrase, word in words.items()}
        self.word: Callable[[str], Word | None] = alone.get
        """What a whole phrase is, behind one space or none; `None` where it is none."""
        self._joints = SPACES | {"-"} if takes_hyphen else SPACES

    def match(self, text: str, place: int) -> tuple[Word, int, int]:
        """The longest phrase behind the spaces, or the hyphen, at a place, and its span; `NO_WORD` where none is."""
        char = text[place : place + 1]
        if char in self._joints:
            place += 1
            if char != "-" and text[place : place + 1] in SPACES:
                place = _GAP.match(text, place - 1).end()  # type: ignore[union-attr]
        start = text[place : place + 2]
        bunch = self._bunches.get(start) or self._bunches.get(start[:1])
        found = bunch.match(text, place) if bunch else None
        if found is None:
            return NO_WORD, place, place
        printed = found[0]
        return self._words.get(printed) or self._words[plain(printed)], place, found.end()


class _Bunch:
    """The phrases with one beginning."""

    __slots__ = ("_phrases", "match")

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._phrases = phrases
        self.match: Callable[[str, int], re.Match[str] | None] = self._match_first

    def _match_first(self, text: str, place: int) -> re.Match[str] | None:
        self.match = re.compile(trie_pattern(self._phrases)).match
        return self.match(text, place)


def trie_pattern(phrases: Mapping[str, str] | Iterable[str]) -> str:
    """A regular expression of any of the phrases, longest first, that never tries the same letter twice; a mapping
    says what must hold behind each.

    >>> trie_pattern({"us$": "", "us": "(?![a-z])", "yen": ""})
    '(?:us(?:\\\\$|(?![a-z]))|yen)'
    """
    root: dict[str, Any] = {}
    for phrase in phrases:
        node = root
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = phrases[phrase] if isinstance(phrases, Mapping) else ""
    return _trie_source(root)


def _trie_source(node: dict[str, Any]) -> str:
    arms = []
    for char, child in sorted(node.items()):
        if char:
            step = _SPACE if char == " " else re.escape(char)
            arms.append(step + _trie_source(child))
    if "" in node:
        arms.append(node[""])
    return arms[0] if len(arms) == 1 else f"(?:{'|'.join(arms)})"


def plain(printed: str) -> str:
    """A phrase as printed, with single spaces."""
    return " ".join(printed.split())
