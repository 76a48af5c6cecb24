"""Words: those that sheets use, those that English has, and which word is probably a slip for which.

Nothing here knows of a page; words come in lower case. The general dictionary is read only when a word is one edit off
the sheets' own vocabulary, which few words of a page are.
"""

from __future__ import annotations

import gzip
import re
import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA

from pipeline.normalize.visit.lexicon import TITLES, phrases_of
from pipeline.publishers import Publisher

SHORTEST, LONGEST = 6, 24
WORD = re.compile(r"[a-z]{6,}")
ENDINGS = (("ies", "y"), ("es", ""), ("ed", ""), ("er", ""), ("ing", ""), ("ing", "e"), ("ly", ""))


@cache
def kept() -> dict[str, Any]:
    """What `spelling.toml` keeps."""
    contents: dict[str, Any] = tomllib.loads(Path(__file__).parents[1].joinpath("spelling.toml").read_text("utf-8"))
    return contents


@cache
def english() -> Dictionary:
    """The general dictionary: pyspellchecker's, read without its class, which counts all letters and words once more."""
    packed = files("spellchecker").joinpath("resources", "en.json.gz").read_bytes()
    return Dictionary(gzip.decompress(packed))


class Dictionary:
    """Every word of a JSON object with one on each line, in American spelling, with how often it is used.

    Few are ever looked up, so the lines are kept as they are: to parse them takes as long as to read four sheets.

    >>> words = Dictionary(b'{\\n"rail": 70,\\n"railway": 50\\n}')
    >>> "railway" in words, "rai" in words, words.often("rail"), words.often("rails")
    (True, False, 70, 0)
    """

    def __init__(self, contents: bytes) -> None:
        opened, *self._lines, closed = contents.split(b"\n")
        if (opened, closed) != (b"{", b"}"):
            raise ValueError("the general dictionary is no object with one word on each line")
        self._lines.sort()

    def __contains__(self, word: str) -> bool:
        return self.often(word) > 0

    def often(self, word: str) -> int:
        """How often a word is used; 0 for one that is none."""
        key = f'"{word}": '.encode("utf-8", "replace")
        place = bisect_left(self._lines, key)
        line = self._lines[place] if place < len(self._lines) else b""
        return int(line[len(key) :].rstrip(b",")) if line.startswith(key) else 0


class Vocabulary:
    """The words of six letters and more that a publisher's sheets use; `titled` are those often printed with a capital."""

    def __init__(self, titled: Iterable[str], others: Iterable[str]) -> None:
        self.titled = frozenset(titled)
        self.words = self.titled | frozenset(others)
        self._by_shortened: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.words):
            for short in _shortened(word):
                self._by_shortened[short].append(word)

    def near(self, word: str) -> set[str]:
        """The words one edit away: a letter left out, added or changed, or two neighbours exchanged."""
        found = {one for short in _shortened(word) for one in self._by_shortened.get(short, ())}
        return {one for one in found if OSA.distance(one, word, score_cutoff=1) == 1}


def _shortened(word: str) -> set[str]:
    """A word, and what is left of it without one letter: words one edit apart share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


_VOCABULARIES: dict[str, Vocabulary] = {}


def vocabulary_of(publisher: Publisher) -> Vocabulary:
    """The vocabulary of a publisher's sheets: headings, goods, offices, and the words kept in `spelling.toml`."""
    if publisher.id not in _VOCABULARIES:
        lexicon = TITLES
        titled = [*publisher.phrases, *lexicon.domain, *lexicon.qualifiers, *phrases_of(lexicon.heads)]
        titled += [*kept()["names"], *kept()["fixed_names"], kept()["titled_words"]]
        others = [*publisher.goods, kept()["words"], kept()["treated"]]
        _VOCABULARIES[publisher.id] = Vocabulary(_words(titled), _words(others))
    return _VOCABULARIES[publisher.id]


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from WORD.findall(text.lower())


@lru_cache(16384)
def slip_of(vocabulary: Vocabulary, word: str) -> str | None:
    """What a word is probably a slip for; `None` where it is a word, or unlike any, shorter than 6 or longer than 24.

    >>> from pipeline.publishers import load
    >>> [slip_of(vocabulary_of(load()), word) for word in ("partnarship", "goverments", "machineries", "labour")]
    ['partnership', 'governments', None, None]
    """
    if not SHORTEST <= len(word) <= LONGEST or word in vocabulary.words:
        return None
    near = vocabulary.near(word)
    if not near and word.endswith("s"):
        near = {one + "s" for one in vocabulary.near(word[:-1]) if not one.endswith(("s", "x", "h", "y"))}
    if not near or is_word(vocabulary, word):
        return None
    return max(near, key=lambda one: (one[0] == word[0], english().often(one), one))


@lru_cache(16384)
def is_word(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a word, or what it is an inflection or British spelling of, is English or the sheets' own."""
    return any(one in vocabulary.words or one in english() for one in _readings(word))


def _readings(word: str) -> Iterator[str]:
    for base in (word, *_bases(word)):
        yield base
        for british, american in _variants():
            changed = british.sub(american, base)
            if changed != base:
                yield changed


@cache
def _variants() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(british), american) for british, american in kept()["variants"].items())


def _bases(word: str) -> Iterator[str]:
    """What a word may be an inflection of."""
    if word.endswith(("ed", "er", "an")) or (word.endswith("s") and not word.endswith("ss")):
        yield word[:-1]
    for ending, base in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            yield word.removesuffix(ending) + base
