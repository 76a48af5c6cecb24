"""Names of programmes and institutions that a print misses by one word, itself often an English one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pipeline.check.slips.page import Page, Slip, like
from pipeline.check.slips.vocabulary import kept

SHORTEST, LONG_WORD = 4, 6
CAPITAL = re.compile(r"[A-Z]")


class Known(NamedTuple):
    """A known name, with its words in lower case; a fixed one takes no other number."""

    name: str
    words: tuple[str, ...]
    is_fixed: bool


@cache
def _known() -> tuple[Known, ...]:
    lists = ((kept()["fixed_names"], True), (kept()["names"], False))
    return tuple(Known(name, tuple(name.lower().split()), fixed) for names, fixed in lists for name in names)


@cache
def _spelt_right() -> frozenset[tuple[str, ...]]:
    return frozenset(known.words for known in _known())


def missed_names(page: Page) -> Iterator[Slip]:
    """A known name with one word off: `Japan Oversees Cooperation Volunteers`."""
    for word in page.words:
        for known, index in _missed_by(word):
            if page.words.issuperset(known.words[:index] + known.words[index + 1 :]):
                yield from _misses(page, word, known, index)


def _misses(page: Page, word: str, known: Known, index: int) -> Iterator[Slip]:
    reach = len(known.name) + len(known.words)
    for start, end in page.places(word):
        for match in _pattern(known, index, word).finditer(page.lowered, max(0, start - reach), end + reach):
            if match.start(1) == start and CAPITAL.search(page.text, *match.span()):
                right = like(page.text[start:end], known.words[index])
                yield Slip(start, end, right, f"the name is {known.name}")


@lru_cache(1024)
def _pattern(known: Known, index: int, word: str) -> re.Pattern[str]:
    """The name with another word at its place; words are parted by one space, comma, hyphen or line break."""
    words = [f"({word})" if n == index else own for n, own in enumerate(known.words)]
    return re.compile(r"(?<![a-z])" + r"(?:[ -]|, |\n)".join(words) + r"(?![a-z])")


@lru_cache(16384)
def _missed_by(word: str) -> tuple[tuple[Known, int], ...]:
    """The names, and which word of theirs, that a word comes near to without being it."""
    if len(word) < SHORTEST:
        return ()
    near = process.extract_iter(word, list(_places()), scorer=OSA.distance, score_cutoff=2)
    places = sorted(place for own, edits, _ in near if edits for place in _places()[own])
    return tuple((_known()[at], n) for at, n in places if _is_miss(word, _known()[at], n))


@cache
def _places() -> dict[str, list[tuple[int, int]]]:
    """The words that names are made of -> in which name, and as which of its words."""
    places: dict[str, list[tuple[int, int]]] = {}
    for at, known in enumerate(_known()):
        for n, own in enumerate(known.words):
            places.setdefault(own, []).append((at, n))
    return places


def _is_miss(word: str, known: Known, n: int) -> bool:
    """Whether a word is one or two edits off a name's; in a name of two words two edits must lie inside the word.

    Another number is a miss only at the end of a fixed name (`House of Representative`).
    """
    own = known.words[n]
    if min(len(word), len(own)) < SHORTEST or (*known.words[:n], word, *known.words[n + 1 :]) in _spelt_right():
        return False
    if own in (word + "s", word + "es") or word in (own + "s", own + "es"):
        return known.is_fixed and n == len(known.words) - 1
    edits = OSA.distance(word, own, score_cutoff=2)
    if edits == 2 and len(known.words) == 2:
        return len(own) >= LONG_WORD and (word[0], word[-1]) == (own[0], own[-1])
    return edits == 1 or (edits == 2 and len(own) >= LONG_WORD)
