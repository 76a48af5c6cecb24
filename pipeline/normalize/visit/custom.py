"""The order of names by the custom of an area, or by what a name without marks shows of its custom itself."""

from __future__ import annotations

from functools import lru_cache

from pipeline.normalize.visit.title_lexicon import name_order
from pipeline.normalize.visit.words import fold

_LONGEST_SYLLABLE = 6


def by_custom(parts: list[str], area: str | None, family_first: bool | None) -> tuple[int, int] | None:
    """The main name as the area's people write it, as a range of parts, or None where the last word is it.

    `family_first` overrules the custom. Without an area only names that show their custom themselves are told.

    >>> by_custom(["Zhou", "Enlai"], None, None), by_custom(["Kim", "Campbell"], None, None)
    ((0, 1), None)
    """
    if family_first is not None:
        return (0, 1) if family_first else None
    order = name_order()
    if area is None:
        return _japanese(parts, area) or _east_asian(parts)
    if area == "JPN":
        return _japanese(parts, area)
    custom = order.areas.get(area)
    if custom is None:
        return None
    kind = custom.get("custom")
    if kind == "whole":
        return 0, len(parts)
    if kind == "own_name_first":
        return 0, 1
    if kind == "two_surnames":
        return _first_of_two(parts)
    if kind in ("family_first", "listed_first"):
        return _listed(parts, order.surnames[custom["surnames"]], kind == "family_first")
    return None


def _listed(parts: list[str], surnames: frozenset[str], first: bool) -> tuple[int, int] | None:
    """A listed surname at the beginning, at the end, or before two given names; unlisted ones follow the custom."""
    folded = [fold(part) for part in parts]
    if folded[0] in surnames:
        return 0, 1
    if folded[-1] in surnames and ("-" in folded[0] or len(parts) == 2 or not first):
        return len(parts) - 1, len(parts)
    for place in range(1, len(parts) - 1):
        if folded[place] in surnames and not first:
            return place, place + 1
    return (0, 1) if first else None


@lru_cache(maxsize=4096)
def _reads_reversed(first: str, second: str, certain: bool) -> bool:
    order = name_order()
    if first not in order.japanese_surnames:
        return False
    if second in order.japanese_surnames and first in order.japanese_given:
        return False
    if second in order.japanese_given:
        return second not in order.japanese_surnames or first not in order.japanese_given
    return certain and first not in order.japanese_given and second not in order.japanese_surnames


def _japanese(parts: list[str], area: str | None) -> tuple[int, int] | None:
    """Two words whose first is a listed surname and whose second is none: the family name stands first."""
    if len(parts) != 2:
        return None
    first, second = fold(parts[0]), fold(parts[1])
    order = name_order()
    if _reads_reversed(first, second, area == "JPN"):
        return 0, 1
    if first in order.japanese_given and second in order.japanese_surnames:
        return 1, 2
    return None


def has_last_surname(area: str) -> bool:
    """Of several surnames the last counts there, whatever particle stands before (`Pedro de Verona Rodrigues Pires`)."""
    return name_order().areas.get(area, {}).get("custom") == "last_surname"


def _first_of_two(parts: list[str]) -> tuple[int, int] | None:
    """The first of two surnames at the end of three words or more, none of them a particle or an initial."""
    order = name_order()
    if len(parts) < 3 or any(not part[0].isupper() or len(part) < 3 or fold(part) in order.particles for part in parts):
        return None
    return None if fold(parts[-2]) in order.given["spanish"] else (len(parts) - 2, len(parts) - 1)


def _east_asian(parts: list[str]) -> tuple[int, int] | None:
    """A usual surname before a given name of the same custom: the surname stands first."""
    order, folded = name_order(), [fold(part) for part in parts]
    first, rest = folded[0], folded[1:]
    chinese, korean = first in order.surnames["chinese"], first in order.surnames["korean"]
    if len(rest) == 1 and (chinese or korean) and _is_joined(parts[1]):
        return 0, 1
    if len(rest) == 1 and chinese and _is_pinyin(rest[0]):
        return 0, 1
    if len(rest) == 2 and korean and all(part in order.given["korean"] for part in rest):
        return 0, 1
    if len(rest) in (2, 3) and first in order.surnames["vietnamese"] and rest[0] in order.given["vietnamese"]:
        return (0, 1) if all(_is_short(part) for part in parts[1:]) else None
    return None


def _is_joined(part: str) -> bool:
    """`Dae-jung`, `Kai-shek`: the second syllable in lower case."""
    first, _, second = part.partition("-")
    return first.isalpha() and second.isalpha() and second.islower() and len(second) <= _LONGEST_SYLLABLE


def _is_short(part: str) -> bool:
    return part.isalpha() and part[0].isupper() and len(part) <= _LONGEST_SYLLABLE


@lru_cache(maxsize=4096)
def _is_pinyin(given: str) -> bool:
    """Two syllables (`enlai`), or one that is no surname (`biao`); what reads as another people's name is none."""
    syllables = name_order().given["chinese"]
    if given in syllables:
        return not any(given in listed for listed in name_order().surnames.values())
    halves = ((given[:cut], given[cut:]) for cut in range(1, len(given)))
    return len(given) > 4 and any(first in syllables and second in syllables for first, second in halves)
