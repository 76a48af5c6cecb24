"""An area's visitors in parts, by the first letters of their main names, so that no more than a part is ever in memory.

Whatever joins persons leaves the first letter of the main name as it is, but for two: the same names in another order, and
what a person decided. Whoever may be joined so, and all who may be joined with them, are held back from every part and told
apart together, with what was found of them in their parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple
from zlib import crc32

from pipeline.normalize.people.blocks import cluster_block
from pipeline.normalize.people.cluster import Cluster, form_of
from pipeline.normalize.people.decisions import apply_decisions, are_apart, names_of, wanted_names
from pipeline.normalize.people.pairs import (
    Names,
    Pair,
    full_names,
    held_sounds,
    near_given,
    near_mains,
    near_names,
    reordered,
    slips,
    transliterated,
)
from pipeline.normalize.people.records import Decision, Join, Mention, in_order
from pipeline.normalize.people.table import Made, make_person
from pipeline.normalize.people.variants import Variant, join_variants
from pipeline.normalize.spelling import fold


class Found(NamedTuple):
    """Persons of an area in the order of their main names, before spellings join any, and all pairs that may be one."""

    persons: list[Cluster]
    pairs: list[Pair]


class Told(NamedTuple):
    """Persons told apart; see `Resolution` for the rest."""

    made: list[Made]
    joins: tuple[Join, ...]
    suspects: tuple[Join, ...]
    problems: tuple[str, ...]


def initial(mention: Mention) -> int:
    """By what an area is parted: the code point of the first letter of the main name as folded."""
    return ord(fold(mention.main_name, mention.area)[:1] or "\0")


def links_of(rows: Iterable[Mention]) -> set[int]:
    """A number for the names of each row, in whatever order; none where they are not printed in full."""
    return set(map(_number, full_names(map(form_of, rows))))


def find(area: str, rows: Iterable[Mention], linked: Collection[int] = ()) -> Found:
    """The persons of one part, from all its rows. `linked` are the names that occur in other parts too."""
    blocks: dict[str, list[Mention]] = defaultdict(list)
    for row in rows:
        blocks[fold(row.main_name, area)].append(row)
    of_main = {main: cluster_block(area, blocks[main]) for main in sorted(blocks)}
    persons = list(chain.from_iterable(of_main.values()))
    others = reordered(persons, (lambda names: _number(names) not in linked) if linked else bool)
    near = near_mains(of_main)
    spelt = slips(of_main, near), held_sounds(of_main), transliterated(of_main)
    pairs = chain(*spelt, others, near_names(of_main, near), near_given(of_main))
    return Found(persons, list(pairs))


def held_back(found: Found, linked: Collection[int], decisions: Sequence[Decision] = ()) -> tuple[Found, Found]:
    """The persons of a part that are told apart in it, and those that have to wait for other parts."""
    if not linked and not decisions:
        return found, Found([], [])
    decided = wanted_names(decisions)
    held = {id(one) for one in found.persons if _is_linked(one, linked) or (decided and _is_decided(one, decided))}
    beside: dict[int, list[int]] = defaultdict(list)
    for pair in found.pairs:
        beside[id(pair.one)].append(id(pair.other))
        beside[id(pair.other)].append(id(pair.one))
    waiting = list(held)
    while waiting:
        more = set(beside[waiting.pop()]) - held
        held |= more
        waiting += more
    return _only(found, held, False), _only(found, held, True)


def rejoined(parts: Iterable[Found], linked: Collection[int]) -> Found:
    """What all parts held back, in the order of the parts, with the pairs that only now are found."""
    some = list(parts)
    persons = list(chain.from_iterable(one.persons for one in some))
    others = reordered(persons, lambda names: _number(names) in linked)
    return Found(persons, [*chain.from_iterable(one.pairs for one in some), *others])


def tell(found: Found, decisions: Sequence[Decision] = ()) -> Told:
    """Who is who among persons that nobody else can be joined with."""
    clusters, joined, doubted = join_variants(found.persons, found.pairs)
    clusters, problems = apply_decisions(clusters, decisions)
    made = list(map(make_person, clusters))
    who = {row.row_id: n for n, one in enumerate(made) for row in one.rows} if joined or doubted else {}
    return Told(
        made=made,
        joins=tuple(sorted({one for one in _tell(joined) if who[one.row_id] == who[one.related_id]})),
        suspects=tuple(sorted({one for one in _tell(doubted, decisions) if who[one.row_id] != who[one.related_id]})),
        problems=problems,
    )


def _number(names: Names) -> int:
    return crc32("\0".join(names).encode("utf-8", "surrogatepass"))


def _is_linked(person: Cluster, linked: Collection[int]) -> bool:
    return bool(linked) and any(_number(names) in linked for names in full_names(person.forms))


def _is_decided(person: Cluster, decided: Collection[Names]) -> bool:
    return any(name in decided for name in names_of(person))


def _only(found: Found, held: Collection[int], is_held: bool) -> Found:
    return Found(
        [one for one in found.persons if (id(one) in held) == is_held],
        [pair for pair in found.pairs if (id(pair.one) in held) == is_held],
    )


def _tell(variants: Sequence[Variant], decisions: Sequence[Decision] = ()) -> Iterator[Join]:
    """One line for each document and printed spelling of the rarer side, pointing into the same document if it can."""
    for variant in variants:
        rows = sorted(variant.rows, key=in_order)
        related = sorted(variant.related, key=in_order, reverse=True)
        in_document = {row.document_id: row for row in related}
        first = {(row.document_id, row.spelling): row for row in reversed(rows)}
        for row in first.values():
            other = in_document.get(row.document_id, related[-1])
            if not are_apart(row, other, decisions):
                yield Join(row.row_id, other.row_id, row.spelling, other.spelling, variant.reason)
