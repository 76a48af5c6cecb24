"""Words that are one slip of the keys away from a misspelt one, found without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterable

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
