"""Names in katakana of lands where people bear two surnames: the father's, and the mother's behind it."""

from __future__ import annotations

from functools import cache

from pipeline.normalize.data import facts
from pipeline.normalize.japanese.titles import KATAKANA
from pipeline.normalize.visit.lexicon import NAME_ORDER
from pipeline.normalize.visit.visitor import Visitor

DOT = "・"


def with_both_surnames(visitor: Visitor, area: str | None) -> Visitor:
    """A visitor with all that begins at a known surname as the main name, where an area has the custom of two surnames.

    Without a known surname before the last name, that one is the main name as everywhere.

    >>> from pipeline.normalize.visit.visitor import NOBODY
    >>> named = NOBODY._replace(main_name="リネラ", other_names="ガルシア", name_printed="ガルシア・リネラ")
    >>> [(one.main_name, one.other_names) for one in (with_both_surnames(named, area) for area in ("BOL", "BRA"))]
    [('ガルシア・リネラ', None), ('リネラ', 'ガルシア')]
    """
    others, main = visitor.other_names, visitor.main_name
    custom = NAME_ORDER.areas.get(area or "", {}).get("custom")
    if custom != "two_surnames" or not others or not main or not KATAKANA.match(others):
        return visitor
    names = [*others.split(DOT), main]
    first = next((n for n, name in enumerate(names[:-1]) if name in _surnames()), len(names) - 1)
    return visitor._replace(main_name=DOT.join(names[first:]), other_names=DOT.join(names[:first]) or None)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(facts("japanese_offices.toml")["spanish_surnames"])
