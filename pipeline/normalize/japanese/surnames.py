"""Surnames by what is known of them: two in katakana, of lands where people bear the father's and the mother's behind it, and
those of Japan before a given name without a space."""

from __future__ import annotations

import re
from functools import cache

from pipeline.normalize.data import facts
from pipeline.normalize.japanese.titles import KATAKANA
from pipeline.normalize.visit.lexicon import NAME_ORDER
from pipeline.normalize.visit.visitor import Visitor

DOT = "・"
WRITTEN = re.compile("[一-鿿々ヶ]{3,6}")
LONGEST_SURNAME, LONGEST_GIVEN = 4, 3


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


def with_given_apart(visitor: Visitor, area: str | None) -> Visitor:
    """A visitor whose Japanese surname and given name are printed without a space, with each for itself where the surname is
    known and no other land is (`林` is a surname of China too); one given name of one sign must be known too, since it may
    end a longer surname (`久保田`).

    >>> from pipeline.normalize.visit.visitor import NOBODY
    >>> named = [NOBODY._replace(main_name=name, name_printed=name) for name in ("小渕恵三", "長谷川", "森喜朗", "久保田")]
    >>> [(one.main_name, one.other_names) for one in (with_given_apart(each, "JPN") for each in named)]
    [('小渕', '恵三'), ('長谷川', None), ('森', '喜朗'), ('久保田', None)]
    >>> with_given_apart(named[2], "CHN").main_name, with_given_apart(named[2], "FRA").main_name
    ('森喜朗', '森喜朗')
    """
    name, is_there = visitor.main_name or "", area is None or NAME_ORDER.areas.get(area, {}).get("custom") == "japanese"
    cut = given_at(name) if is_there and not visitor.other_names else 0
    return visitor._replace(main_name=name[:cut], other_names=name[cut:]) if cut else visitor


def given_at(name: str) -> int:
    """Where the given name begins behind a known surname of Japan, the longest one; 0 where nobody can tell, or there is none.

    >>> given_at("小野寺五典"), given_at("外務省")
    (3, 0)
    """
    if not WRITTEN.fullmatch(name) or name in _written()[0]:
        return 0
    return max((n for n in range(1, LONGEST_SURNAME + 1) if _is_cut(name[:n], name[n:])), default=0)


def _is_cut(surname: str, given: str) -> bool:
    surnames, given_names = _written()
    return surname in surnames and (given in given_names or 1 < len(given) <= LONGEST_GIVEN)


@cache
def _written() -> tuple[frozenset[str], frozenset[str]]:
    data = facts("japanese_offices.toml")
    return frozenset(data["written_surnames"].split()), frozenset(data["written_given_names"].split())


@cache
def _surnames() -> frozenset[str]:
    return frozenset(facts("japanese_offices.toml")["spanish_surnames"])
