"""Persons of different spelling: joined where one slip of the pen in a long name explains them, or told to a reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from pipeline.normalize.people.cluster import Cluster
from pipeline.normalize.people.pairs import ANOTHER_ORDER, Pair, may_unite
from pipeline.normalize.people.records import Mention, in_order


class Variant(NamedTuple):
    """Two sets of rows and why they were joined, or why they may be one person's; the rarer spelling first."""

    rows: tuple[Mention, ...]
    related: tuple[Mention, ...]
    reason: str


def join_variants(
    persons: Sequence[Cluster], found: Iterable[Pair]
) -> tuple[list[Cluster], list[Variant], list[Variant]]:
    """The persons of one area after the joins across spellings, what was joined, and what a reader should look at. `found`
    are all pairs among them that may be one."""
    place = {id(person): at for at, person in enumerate(persons)}
    pairs = sorted(found, key=lambda pair: (not pair.basis, place[id(pair.one)], place[id(pair.other)], pair.reason))
    told = [_variant(pair) for pair in pairs]
    doubtful = _with_rivals(pairs)
    home = {id(person): person for person in persons}
    joined: list[Variant] = []
    suspects: list[Variant] = []
    for pair, variant in zip(pairs, told, strict=True):
        one, other = _home(home, pair.one), _home(home, pair.other)
        if one is other:
            continue
        if pair.basis and not doubtful & {id(pair.one), id(pair.other)} and may_unite(one, other):
            one.absorb(other, pair.basis)
            home[id(other)] = one
            joined += [variant] if pair.basis != ANOTHER_ORDER else []
        else:
            suspects.append(variant)
    return [person for person in persons if home[id(person)] is person], joined, suspects


def _home(home: dict[int, Cluster], person: Cluster) -> Cluster:
    while home[id(person)] is not person:
        person = home[id(person)]
    return person


def _with_rivals(pairs: Iterable[Pair]) -> set[int]:
    """Persons whose spelling would join them to two persons that are not one."""
    partners: dict[int, list[Cluster]] = defaultdict(list)
    for pair in pairs:
        if pair.basis:
            partners[id(pair.one)].append(pair.other)
            partners[id(pair.other)].append(pair.one)
    return {who for who, them in partners.items() if not all(may_unite(*two) for two in combinations(them, 2))}


def _variant(pair: Pair) -> Variant:
    few, many = sorted((pair.one, pair.other), key=_weight)
    return Variant(tuple(few.mentions), tuple(many.mentions), pair.reason)


def _weight(person: Cluster) -> tuple[int, int, str]:
    """Fewer rows first; of two as rare the shorter spelling, which more often lost a letter than gained one."""
    first = min(person.mentions, key=in_order)
    return len(person.mentions), len(first.main_name), first.row_id
