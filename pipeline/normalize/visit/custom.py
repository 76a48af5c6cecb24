"""The order of names by the custom of an area, or by what a name without marks shows of its custom itself."""

from __future__ import annotations

from pipeline.normalize.visit.east_asian import east_asian, japanese
from pipeline.normalize.visit.iberian import marked_spanish, two_surnames
from pipeline.normalize.visit.title_lexicon import name_order
from pipeline.normalize.visit.words import fold

_WITH_PATRONYMIC = 3
_FATHERS = frozenset(["bin", "binti", "bint", "ibn"])
"""Names with them are no Chinese ones."""


def by_custom(parts: list[str], area: str | None, family_first: bool | None) -> tuple[int, int] | None:
    """The main name as the area's people write it, as a range of parts, or None where the last word is it.

    `family_first` overrules the custom. Without an area only names that show their custom themselves are told.

    >>> by_custom(["Zhou", "Enlai"], None, None), by_custom(["Kim", "Campbell"], None, None)
    ((0, 1), None)
    """
    if family_first is not None:
        return (0, 1) if family_first else None
    if area is None:
        return japanese(parts, area) or east_asian(parts) or marked_spanish(parts) or _father_last(parts)
    if area == "JPN":
        return japanese(parts, area)
    order = name_order()
    custom = order.areas.get(area)
    kind = custom.get("custom") if custom else None
    if kind == "whole":
        return 0, len(parts)
    if kind == "own_name_first":
        return 0, 1
    if kind == "two_surnames":
        return two_surnames(parts)
    if kind == "given_marks":
        given = order.given["hungarian"]
        return (0, 1) if fold(parts[-1]) in given and fold(parts[0]) not in given else None
    if kind == "linked_surname":
        return _linked(parts)
    if custom and kind in ("family_first", "listed_first") and not any(fold(part) in _FATHERS for part in parts):
        return _listed(parts, order.surnames[custom["surnames"]], kind == "family_first")
    return _father_last(parts)


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


def _linked(parts: list[str]) -> tuple[int, int] | None:
    """Two surnames with `de` between them (`Couve de Murville`), of which the first is no known given name.

    >>> _linked(["Maurice", "Couve", "de", "Murville"]), _linked(["Dominique", "de", "Villepin"])
    ((1, 4), None)
    """
    first = len(parts) - 3
    if first < 0 or parts[-2] != "de" or "-" in parts[first] or parts[first][1:2] in ("", "."):
        return None
    return None if fold(parts[first]) in name_order().given_names else (first, len(parts))


def _father_last(parts: list[str]) -> tuple[int, int] | None:
    """Three words of which the last names the father (`Ivanov Ivan Ivanovich`): the surname stands first.

    `... oglu`, `... kyzy` do the same behind four.
    """
    if len(parts) < _WITH_PATRONYMIC:
        return None
    order, last = name_order(), fold(parts[-1])
    if last in order.child_of:
        return (0, 1) if len(parts) == _WITH_PATRONYMIC + 1 else None
    if len(parts) > _WITH_PATRONYMIC or not last.endswith(order.patronymic_endings):
        return None
    return None if fold(parts[1]).endswith(order.patronymic_endings) else (0, 1)


def has_last_surname(area: str) -> bool:
    """Of several surnames the last counts there, whatever particle stands before (`Pedro de Verona Rodrigues Pires`)."""
    return name_order().areas.get(area, {}).get("custom") == "last_surname"
