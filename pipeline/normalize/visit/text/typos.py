"""Misspelt words of titles: known words that are one slip of the keys away, found without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from pipeline.normalize.visit.lexicon import GROUPS, NAME_ORDER, TITLES
from pipeline.normalize.visit.text.words import CAPITALISED, Word

_SHORTEST_TYPO = 5
_SHORTEST_HEAD_TYPO = 6


class Slips:
    """Known words by what is left of each when no letter or one is taken out.

    Two words that one letter too many, too few, wrong, or two letters in the wrong order part, have such a rest in
    common; so a word is compared with the few that share one with it.

    >>> words = Slips(["affairs", "health", "industry"])
    >>> words.nearest("affiars"), words.nearest("healt"), words.nearest("indastry"), words.nearest("trade")
    ('affairs', 'health', 'industry', None)
    >>> Slips(["economy"]).nearest("ecomony")
    'economy'
    """

    __slots__ = ("_by_letters", "_by_rest", "_shapes")

    def __init__(self, known: Iterable[str]) -> None:
        self._by_rest: dict[str, list[str]] = {}
        self._by_letters: dict[str, list[str]] = {}
        self._shapes: set[tuple[str, int]] = set()
        for word in known:
            self._shapes.update((word[0], size) for size in (len(word) - 1, len(word), len(word) + 1))
            self._by_letters.setdefault("".join(sorted(word)), []).append(word)
            for rest in _rests(word):
                self._by_rest.setdefault(rest, []).append(word)

    def nearest(self, word: str) -> str | None:
        """The known word at most one slip away, the first by the alphabet; itself where it is known.

        The first letter is never the wrong one: that makes another word.
        """
        if (word[:1], len(word)) not in self._shapes:
            return None
        by_rest = self._by_rest
        found = {known for rest in _rests(word) if rest in by_rest for known in by_rest[rest] if known[0] == word[0]}
        if word in found:
            return word
        near = min((known for known in found if OSA.distance(word, known, score_cutoff=1) <= 1), default=None)
        others = self._by_letters.get("".join(sorted(word)), ())
        return near or next((known for known in others if known[0] == word[0] and _are_swapped(word, known)), None)


def _are_swapped(word: str, known: str) -> bool:
    """Two letters of the one stand in each other's place in the other, and one letter parts them."""
    places = [place for place, letter in enumerate(word) if letter != known[place]]
    return len(places) == 2 and places[1] - places[0] == 2


def _rests(word: str) -> list[str]:
    return [word, *[word[:place] + word[place + 1 :] for place in range(len(word))]]


@cache
def _portfolio_words() -> Slips:
    return Slips(sorted(word for word in TITLES.domain if len(word) >= _SHORTEST_TYPO))


@cache
def _title_words() -> Slips:
    return Slips(sorted(word for word in TITLES.starts | TITLES.compounds if len(word) >= _SHORTEST_HEAD_TYPO))


@lru_cache(maxsize=16384)
def domain_typo(folded: str) -> str | None:
    """The portfolio word that a misspelt one is one slip away from.

    >>> domain_typo("affiars"), domain_typo("indastry"), domain_typo("health"), domain_typo("tanaka")
    ('affairs', 'industry', None, None)
    """
    return _nearest(folded, _portfolio_words()) if len(folded) >= _SHORTEST_TYPO else None


@lru_cache(maxsize=16384)
def head_typo(folded: str) -> str | None:
    """The word of a title that a misspelt one is one slip away from.

    >>> head_typo("presidnet"), head_typo("minister")
    ('president', None)
    """
    return _nearest(folded, _title_words()) if len(folded) >= _SHORTEST_HEAD_TYPO else None


def _nearest(folded: str, known: Slips) -> str | None:
    if folded in TITLES.domain or folded in TITLES.weak_domain or folded in TITLES.starts:
        return None
    if folded in NAME_ORDER.japanese_surnames or folded in NAME_ORDER.japanese_given or folded in TITLES.areas:
        return None
    if folded in NAME_ORDER.given_names or folded in GROUPS.heads or folded in GROUPS.happenings:
        return None
    found = known.nearest(folded)
    return found if found and folded not in (found + "s", found + "n", found + "'") else None


def may_be_typo(token: Word) -> bool:
    """A word of a title, or a compound with one, may be meant."""
    if token.marks or token.kind not in CAPITALISED:
        return False
    return head_typo(token.fold) is not None or ("-" in token.fold and any(map(head_typo, token.fold.split("-"))))
