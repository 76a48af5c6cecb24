"""Words that are one slip of the keys away from a misspelt one, found without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA


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

    __slots__ = ("_by_rest",)

    def __init__(self, known: Iterable[str]) -> None:
        self._by_rest: dict[str, list[str]] = {}
        for word in known:
            for rest in _rests(word):
                self._by_rest.setdefault(rest, []).append(word)

    def nearest(self, word: str) -> str | None:
        """The known word at most one slip away, the first by the alphabet; itself where it is known."""
        found = {known for rest in _rests(word) for known in self._by_rest.get(rest, ())}
        if word in found:
            return word
        near = min((known for known in found if OSA.distance(word, known, score_cutoff=1) <= 1), default=None)
        return near or next((other for other in _swapped(word) if other in self._by_rest.get(other, ())), None)


def _swapped(word: str) -> Iterator[str]:
    """The word with two letters in each other's place that one letter parts."""
    for place in range(len(word) - 2):
        yield word[:place] + word[place + 2] + word[place + 1] + word[place] + word[place + 3 :]


def _rests(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
