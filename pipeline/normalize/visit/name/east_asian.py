"""East Asian names that show by themselves that the family name stands first, or that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.normalize.visit.lexicon import NAME_ORDER
from pipeline.normalize.visit.text.words import Word

_LONGEST_SYLLABLE = 6


def japanese(words: Sequence[Word], *, is_certain: bool) -> tuple[int, int] | None:
    """Two words whose first is a listed surname and whose second is none: the family name stands first.

    Of who `is_certain` to be Japanese it does before a listed given name too, where no list knows the first word.
    """
    if len(words) != 2:
        return None
    first, second = words[0].fold, words[1].fold
    order = NAME_ORDER
    if first in order.japanese_surnames and _reads_reversed(first, second, is_certain):
        return 0, 1
    if first in order.japanese_given:
        return (1, 2) if second in order.japanese_surnames else None
    is_given = second in order.japanese_given and second not in order.japanese_surnames
    return (0, 1) if is_certain and is_given and first not in order.japanese_surnames else None


def _reads_reversed(first: str, second: str, certain: bool) -> bool:
    """The given name behind a listed surname is none of the words that are both, or no surname at least."""
    order = NAME_ORDER
    if second in order.japanese_surnames and first in order.japanese_given:
        return False
    if second in order.japanese_given:
        return second not in order.japanese_surnames or first not in order.japanese_given
    return certain and first not in order.japanese_given and second not in order.japanese_surnames


def east_asian(words: Sequence[Word]) -> tuple[int, int] | None:
    """A usual surname before a given name of the same custom: the surname stands first.

    >>> from pipeline.normalize.visit.text.tokens import words
    >>> [east_asian(words(name)[0]) for name in ("Lee Kuan Yew", "Aung San Suu Kyi", "Ann Lee")]
    [(0, 1), (0, 4), None]
    """
    folded = [word.fold for word in words]
    if len(words) == 2:
        found = _two(folded[0], folded[1], words[1].printed)
    else:
        found = _more(folded[0], folded[1:], words[1:])
    if found is None and NAME_ORDER.given["burmese"].issuperset(folded):
        return 0, len(words)
    return found


def _two(first: str, second: str, given: str) -> tuple[int, int] | None:
    order = NAME_ORDER
    chinese = first in order.surnames["chinese"]
    if (chinese or first in order.surnames["korean"]) and _is_joined(given):
        return 0, 1
    if chinese and second not in order.given["common"] and _is_pinyin(second, first):
        return 0, 1
    if first in order.surnames["vietnamese"] and second not in order.given["common"] and _is_two_syllables(second):
        return 0, 1  # `Le Yucheng`, a surname of China as well
    return (0, 1) if first in order.surnames["khmer"] and second in order.given["khmer"] else None


def _more(first: str, rest: list[str], given_names: Sequence[Word]) -> tuple[int, int] | None:
    order = NAME_ORDER
    if len(rest) == 2:
        for custom, given in (("korean", "korean"), ("chinese", "chinese_abroad")):
            if first in order.surnames[custom] and all(part in order.given[given] for part in rest):
                return 0, 1
    if len(rest) in (2, 3) and first in order.surnames["vietnamese"] and rest[0] in order.given["vietnamese"]:
        return (0, 1) if all(_is_short(word.printed) for word in given_names) else None
    return None


def _is_joined(part: str) -> bool:
    """`Dae-jung`, `Kai-shek`: the second syllable in lower case, or all in capitals and no known name (`ANNE-MARIE`)."""
    first, _, second = part.partition("-")
    joins = second.islower() or (part.isupper() and first.lower() not in NAME_ORDER.given_names)
    return joins and first.isalpha() and second.isalpha() and len(second) <= _LONGEST_SYLLABLE


def _is_short(part: str) -> bool:
    return part.isalpha() and part[0].isupper() and len(part) <= _LONGEST_SYLLABLE


@lru_cache(maxsize=4096)
def _is_pinyin(given: str, surname: str) -> bool:
    """Two syllables, or one: behind a surname that is nothing else (`Li Peng`), or that is none itself."""
    order = NAME_ORDER
    if given in order.given["chinese"] and given not in order.not_pinyin:
        return surname in order.clear_surnames or not any(given in listed for listed in order.surnames.values())
    return _is_two_syllables(given)


def _is_two_syllables(given: str) -> bool:
    """`enlai`; what reads as another people's surname (`hansen`) is none."""
    order = NAME_ORDER
    if given in order.not_pinyin:
        return False
    syllables = order.given["chinese"]
    halves = ((given[:cut], given[cut:]) for cut in range(1, len(given)))
    return len(given) > 4 and any(first in syllables and second in syllables for first, second in halves)
