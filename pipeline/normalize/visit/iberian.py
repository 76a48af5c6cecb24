"""Spanish and Portuguese names: given names, then the father's and the mother's surname, both of which make the main name."""

from __future__ import annotations

from functools import cache

from pipeline.normalize.visit.title_lexicon import name_order
from pipeline.normalize.visit.words import fold

_ACCENTED = frozenset("áéíóúñÁÉÍÓÚÑ")
_OTHER_TONGUES = frozenset("ãõçêôàèâîûäëïöüÃÕÇÊÔÀÈÂÎÛÄËÏÖÜ")
_SHORTEST = 3
_CAPITAL = frozenset({"De", "Del", "La", "Las", "Los"})
"""Particles as many write them (`Dulcidio De La Guardia`)."""


def two_surnames(parts: list[str]) -> tuple[int, int] | None:
    """The surnames of a name by Spanish custom; None where the last word, with its particles, is the one.

    Listed given names, initials and `de los Ángeles` are passed; of what remains at most two words count.

    >>> two_surnames(["Enrique", "Peña", "Nieto"]), two_surnames(["Carlos", "Saúl", "Menem"])
    ((1, 3), (2, 3))
    >>> two_surnames(["Miguel", "de", "la", "Madrid", "Hurtado"]), two_surnames(["Ollanta", "Humala"])
    ((1, 5), None)
    >>> two_surnames(["Dulcidio", "De", "La", "Guardia"])
    (1, 4)
    """
    end = len(parts)
    if end == 2:
        return (0, 2) if _both_surnames(parts) else None
    start = 1
    while (behind := _past_given(parts, start)) < end and behind > start:
        start = behind
    words, first = 0, end
    while first > start and words < 2:
        first -= 1
        words += not _is_particle(parts[first])
        while first > start and _is_particle(parts[first - 1]):
            first -= 1
    return first, end


def marked_spanish(parts: list[str]) -> tuple[int, int] | None:
    """The two surnames of a name that shows without its area that it is Spanish.

    It does by a Spanish given name before a Spanish surname, or one with an accent, and a further surname, or before
    `X de Y`; letters of other tongues say that it is none.

    >>> marked_spanish(["Felipe", "González", "Márquez"]), marked_spanish(["Fernando", "Henrique", "Cardoso"])
    ((1, 3), None)
    """
    order = name_order()
    if len(parts) == 2:
        return (0, 2) if _both_surnames(parts) else None
    if fold(parts[0]) not in order.given["spanish"] or any(_OTHER_TONGUES.intersection(part) for part in parts):
        return None
    found = two_surnames(parts)
    if found is None:
        return None
    names = [part for part in parts[found[0] : found[1]] if not _is_particle(part)]
    if len(names) < 2 or not all(_is_given(part) for part in parts[: found[0]]):
        return None
    listed = fold(names[0]) in order.surnames["spanish"]
    linked = not _is_particle(parts[found[0]]) and fold(parts[found[0] + 1]) in ("de", "del")
    return found if listed or _ACCENTED.intersection(names[0]) or linked else None


def _both_surnames(parts: list[str]) -> bool:
    surnames, first = _surnames(), fold(parts[0])
    return first in surnames and fold(parts[1]) in surnames and first not in _given()


def _past_given(parts: list[str], at: int) -> int:
    """Behind the given name at `at`, which may begin with particles (`de los Ángeles`)."""
    place = at
    while place < len(parts) - 1 and _is_particle(parts[place]):
        place += 1
    return place + 1 if _is_given(parts[place]) and place < len(parts) - 1 else at


def _is_given(part: str) -> bool:
    return len(part) < _SHORTEST or part.endswith(".") or fold(part) in _given()


@cache
def _given() -> frozenset[str]:
    return name_order().given["spanish"] | name_order().given["portuguese"]


@cache
def _surnames() -> frozenset[str]:
    return name_order().surnames["spanish"] | name_order().surnames["portuguese"]


def _is_particle(part: str) -> bool:
    return (part.islower() or part in _CAPITAL) and fold(part) in name_order().particles
