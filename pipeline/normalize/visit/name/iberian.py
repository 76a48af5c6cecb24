"""Spanish and Portuguese names: given names, then the father's and the mother's surname, both of which make the main name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.normalize.visit.lexicon import NAME_ORDER
from pipeline.normalize.visit.text.words import CAPITALS, Word

_ACCENTED = frozenset("áéíóúñÁÉÍÓÚÑ")
_OTHER_TONGUES = frozenset("ãõçêôàèâîûäëïöüÃÕÇÊÔÀÈÂÎÛÄËÏÖÜ")
_SHORTEST = 3
_CAPITAL = frozenset({"Da", "De", "Del", "Della", "Di", "Dos", "Du", "La", "Las", "Los", "Van", "Von"})
"""Particles as many write them (`Dulcidio De La Guardia`, `Torcuato Di Tella`)."""
_LINK = ("y", "Y")
"""Between the father's surname and the mother's."""
_STRESSED_END = "ó"
"""No given name of Spain ends so, though one without the accent may be listed (`Marco`)."""


def two_surnames(words: Sequence[Word]) -> tuple[int, int] | None:
    """The surnames of a name by Spanish custom; None where the last word, with its particles, is the one.

    Listed given names, initials and `de los Ángeles` are passed; of what remains at most two words count.

    >>> from pipeline.normalize.visit.text.tokens import words
    >>> [two_surnames(words(name)[0]) for name in ("Enrique Peña Nieto", "Carlos Saúl Menem", "Ollanta Humala")]
    [(1, 3), (2, 3), None]
    >>> [two_surnames(words(name)[0]) for name in ("Miguel de la Madrid Hurtado", "Dulcidio De La Guardia")]
    [(1, 5), (1, 4)]
    """
    end = len(words)
    if end == 2:
        return (0, 2) if _both_surnames(words) else None
    start = 1
    while (behind := _past_given(words, start)) < end and behind > start:
        start = behind
    surnames, first = 0, end
    while first > start and surnames < 2:
        first -= 1
        surnames += not _is_particle(words[first])
        while first > start and (_is_particle(words[first - 1]) or _links_capitals(words, first - 1)):
            first -= 1
    is_linked = first < end - 1 and words[first + 1].printed in _LINK
    if is_linked and first > 1 and words[first - 1].fold in _surnames():
        first -= 1  # `López Portillo y Pacheco`: the father's surname has two words
    return first, end


def marked_spanish(words: Sequence[Word]) -> tuple[int, int] | None:
    """The two surnames of a name that shows without its area that it is Spanish.

    It does by a Spanish given name before a Spanish surname, or one with an accent, and a further surname, or before
    `X de Y`; letters of other tongues say that it is none.

    >>> from pipeline.normalize.visit.text.tokens import words
    >>> [marked_spanish(words(name)[0]) for name in ("Felipe González Márquez", "Fernando Henrique Cardoso")]
    [(1, 3), None]
    """
    if len(words) == 2:
        return (0, 2) if _both_surnames(words) else None
    if words[0].fold not in NAME_ORDER.given["spanish"] or any(
        _OTHER_TONGUES.intersection(word.printed) for word in words
    ):
        return None
    found = two_surnames(words)
    if found is None:
        return None
    names = [word for word in words[found[0] : found[1]] if not _is_particle(word) and word.printed not in _LINK]
    if len(names) < 2 or not all(_is_given(word) for word in words[: found[0]]):
        return None
    listed = names[0].fold in NAME_ORDER.surnames["spanish"]
    linked = not _is_particle(words[found[0]]) and words[found[0] + 1].fold in ("de", "del", "y")
    return found if listed or _ACCENTED.intersection(names[0].printed) or linked else None


def _links_capitals(words: Sequence[Word], at: int) -> bool:
    return words[at].printed == "Y" and words[at + 1].kind == words[at - 1].kind == CAPITALS


def _both_surnames(words: Sequence[Word]) -> bool:
    surnames, first = _surnames(), words[0].fold
    return first in surnames and words[1].fold in surnames and first not in _given()


def _past_given(words: Sequence[Word], at: int) -> int:
    """Behind the given name at `at`, which may begin with particles (`de los Ángeles`)."""
    place = at
    while place < len(words) - 1 and _is_particle(words[place]):
        place += 1
    if place == len(words) - 1 or words[place + 1].printed in _LINK or not _is_given(words[place]):
        return at
    return place + 1


def _is_given(word: Word) -> bool:
    known = _given()
    is_known = word.fold in known and not word.printed.endswith(_STRESSED_END)
    if not is_known and "-" in word.fold:  # `María-José`
        is_known = known.issuperset(word.fold.split("-"))
    return len(word.printed) < _SHORTEST or word.dot or is_known


@cache
def _given() -> frozenset[str]:
    return NAME_ORDER.given["spanish"] | NAME_ORDER.given["portuguese"]


@cache
def _surnames() -> frozenset[str]:
    return NAME_ORDER.surnames["spanish"] | NAME_ORDER.surnames["portuguese"]


def _is_particle(word: Word) -> bool:
    dressed = word.printed.islower() or word.printed in _CAPITAL or word.kind == CAPITALS
    return dressed and word.fold in NAME_ORDER.particles
