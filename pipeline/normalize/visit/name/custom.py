"""The order of names by the custom of an area, or by what a name without marks shows of its custom itself."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.normalize.visit.lexicon import NAME_ORDER
from pipeline.normalize.visit.name.east_asian import east_asian, japanese
from pipeline.normalize.visit.name.iberian import marked_spanish, two_surnames
from pipeline.normalize.visit.text.words import Word

_WITH_PATRONYMIC = 3
FATHERS = frozenset(["bin", "binti", "bint", "ibn"])
"""Names with them are no Chinese ones."""
_SERVANT = frozenset(["abdul", "abdel", "abdal", "abdoul", "abd"])
"""They make one name with the word behind them (`Abdul Aziz`)."""


def by_custom(words: Sequence[Word], area: str | None) -> tuple[int, int] | None:
    """The main name as the area's people write it, as a range of words, or None where the last word is it.

    Without an area only names that show their custom themselves are told.

    >>> from pipeline.normalize.visit.text.tokens import words
    >>> by_custom(words("Zhou Enlai")[0], None), by_custom(words("Kim Campbell")[0], None)
    ((0, 1), None)
    """
    if area is None:
        known = japanese(words, is_certain=False) or east_asian(words) or marked_spanish(words)
        return known or (_of_father(words, None) if len(words) > 2 else None)
    custom = NAME_ORDER.areas.get(area)
    kind = custom.get("custom") if custom else None
    if kind == "japanese":
        return japanese(words, is_certain=True)
    if kind == "whole":
        return 0, len(words)
    if kind == "own_name_first":
        return 0, 1
    if kind == "two_surnames":
        return two_surnames(words)
    if kind == "given_marks":
        given = NAME_ORDER.given["hungarian"]
        return (0, 1) if words[-1].fold in given and words[0].fold not in given else None
    if kind == "linked_surname":
        return _linked(words)
    if custom and kind in ("family_first", "listed_first") and FATHERS.isdisjoint([word.fold for word in words]):
        return _listed(words, NAME_ORDER.surnames[custom["surnames"]], kind == "family_first")
    return _of_father(words, custom)


def _of_father(words: Sequence[Word], custom: dict[str, str] | None) -> tuple[int, int] | None:
    return _before_father(words, custom) or _father_last(words)


def _before_father(words: Sequence[Word], custom: dict[str, str] | None) -> tuple[int, int] | None:
    """The own name before `bin`, where no family name stands behind the father's: `Yusuf` of `Yusuf bin Alawi`.

    Malays have none, whatever stands there (`Mohd Najib` of `Mohd Najib bin Tun Abdul Razak`).

    >>> from pipeline.normalize.visit.text.tokens import words
    >>> _before_father(words("Yusuf bin Alawi")[0], None), _before_father(words("Hamad bin Jassim Al Thani")[0], None)
    ((0, 1), None)
    """
    sons = [place for place in range(1, len(words) - 1) if words[place].fold in FATHERS]
    if not sons:
        return None
    ends = [*sons[1:], len(words)]
    has_no_surname = custom is not None and custom.get("behind_bin") == "father"
    if has_no_surname or all(_is_one_name(words[son + 1 : end]) for son, end in zip(sons, ends, strict=True)):
        return 0, sons[0]
    return None


def _is_one_name(words: Sequence[Word]) -> bool:
    """One own name; with an article it may be a house (`bin al-Thani`)."""
    if len(words) == 1:
        return not words[0].fold.startswith(("al-", "el-"))
    return [word.fold in _SERVANT for word in words] == [True, False]


def _listed(words: Sequence[Word], surnames: frozenset[str], first: bool) -> tuple[int, int] | None:
    """A listed surname at the beginning, at the end, or before two given names; unlisted ones follow the custom."""
    folded = [word.fold for word in words]
    if folded[0] in surnames:
        return 0, 1
    if folded[-1] in surnames and ("-" in folded[0] or len(words) == 2 or not first):
        return len(words) - 1, len(words)
    for place in range(1, len(words) - 1):
        if folded[place] in surnames and not first:
            return place, place + 1
    return (0, 1) if first else None


def _linked(words: Sequence[Word]) -> tuple[int, int] | None:
    """Two surnames with `de` between them (`Couve de Murville`), of which the first is no known given name.

    >>> from pipeline.normalize.visit.text.tokens import words
    >>> _linked(words("Maurice Couve de Murville")[0]), _linked(words("Dominique de Villepin")[0])
    ((1, 4), None)
    """
    first = len(words) - 3
    if first < 0 or words[-2].printed != "de" or "-" in words[first].printed or words[first].printed[1:2] in ("", "."):
        return None
    return None if words[first].fold in NAME_ORDER.given_names else (first, len(words))


def _father_last(words: Sequence[Word]) -> tuple[int, int] | None:
    """Three words of which the last names the father (`Ivanov Ivan Ivanovich`): the surname stands first.

    `... oglu`, `... kyzy` do the same behind four.
    """
    if len(words) < _WITH_PATRONYMIC:
        return None
    last = words[-1].fold
    if last in NAME_ORDER.child_of:
        return (0, 1) if len(words) == _WITH_PATRONYMIC + 1 else None
    if len(words) > _WITH_PATRONYMIC or not last.endswith(NAME_ORDER.patronymic_endings):
        return None
    return None if words[1].fold.endswith(NAME_ORDER.patronymic_endings) else (0, 1)


def has_last_surname(area: str) -> bool:
    """Of several surnames the last counts there, whatever particle stands before (`Pedro de Verona Rodrigues Pires`)."""
    return NAME_ORDER.areas.get(area, {}).get("custom") == "last_surname"
