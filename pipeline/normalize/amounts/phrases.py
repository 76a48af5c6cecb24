"""Phrases looked for at one place of a text: found by their first two characters, so that most places cost a look.

The pattern of the phrases that begin alike is made when the first text begins so, not when the lexicon is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

SPACES = " \xa0\n"
_GAP = re.compile(r"[ \xa0]{0,3}+\n?+[ \xa0]{0,3}+")


class Found(NamedTuple):
    """A phrase found at a place: its kind, itself with single spaces, and its span."""

    kind: str
    phrase: str
    start: int
    end: int


class Phrases:
    """Phrases of several kinds that may stand at a place, each with the pattern of what must hold behind it.

    >>> words = Phrases({"yen": ("money", "(?![a-z])"), "us $": ("money", ""), "million": ("scale", "(?![a-z])")})
    >>> words.match("5 us  $", 2), words.match("millions", 0)
    (Found(kind='money', phrase='us $', start=2, end=7), None)
    """

    __slots__ = ("_bunches", "_kinds")

    def __init__(self, phrases: Mapping[str, tuple[str, str]]) -> None:
        bunches: dict[str, dict[str, str]] = {}
        for phrase, (_, edge) in phrases.items():
            for start in [phrase[0] + space for space in SPACES] if phrase[1:2] == " " else [phrase[:2]]:
                bunches.setdefault(start, {})[phrase] = edge
        for start, bunch in bunches.items():
            bunch.update(bunches.get(start[0], {}))
        self._bunches = {start: _Bunch(bunch) for start, bunch in bunches.items()}
        self._kinds = {phrase: kind for phrase, (kind, _) in phrases.items()}

    def match(self, text: str, place: int) -> Found | None:
        """The longest phrase that begins at a place, which may print other spaces between its words."""
        bunch = self._bunches.get(text[place : place + 2]) or self._bunches.get(text[place : place + 1])
        found = bunch.match(text, place) if bunch else None
        if found is None:
            return None
        phrase = plain(found[0])
        return Found(self._kinds[phrase], phrase, place, found.end())


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
            step = r"[ \xa0\n]{1,3}" if char == " " else re.escape(char)
            arms.append(step + _trie_source(child))
    if "" in node:
        arms.append(node[""])
    return arms[0] if len(arms) == 1 else f"(?:{'|'.join(arms)})"


def behind_gap(text: str, place: int) -> int:
    """The place behind the spaces at a place: a few, with one line break among them.

    >>> behind_gap("5 yen", 1), behind_gap("5yen", 1), behind_gap("5 \\n yen", 1)
    (2, 1, 4)
    """
    if text[place : place + 1] not in SPACES:
        return place
    if text[place + 1 : place + 2] not in SPACES:
        return place + 1
    found = _GAP.match(text, place)
    return found.end() if found else place


def behind_link(text: str, place: int) -> int:
    """The place behind the hyphen or the spaces that join a word to the number before it."""
    return place + 1 if text[place : place + 1] == "-" else behind_gap(text, place)


def plain(printed: str) -> str:
    """A phrase as printed, with single spaces."""
    return printed if printed.isalpha() else " ".join(printed.split())
