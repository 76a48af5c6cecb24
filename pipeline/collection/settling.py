"""Who is who in a part of an area, and what all are called: orders → what `people` puts on its desk, wherever it is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from pipeline.collection import Seen
from pipeline.engine.garbage import garbage_waits
from pipeline.engine.packing import pack, unpack
from pipeline.engine.spool import Ref, load_all
from pipeline.normalize.people import Decision, GivenId, Join, Mention
from pipeline.normalize.people.parts import Told, find, held_back, links_of, rejoined, tell
from pipeline.normalize.people.stable import BETWEEN, RETIRED, ids_for, registered
from pipeline.normalize.people.table import Made

SOME: Final = 1 << 10
"""How many persons are packed together."""


class Area(NamedTuple):
    """An area, its `place` in the order of ids, the names that occur in several of its parts, and what is decided of it."""

    name: str
    place: int
    links: frozenset[int]
    decisions: tuple[Decision, ...]


class Visiting(NamedTuple):
    """All visitors of one part of an area, sheet by sheet, on disk."""

    area: Area
    part: int
    ref: Ref

    def sheets(self) -> list[Seen]:
        """The visitors of each sheet."""
        return [Seen._make(one) for some in load_all(self.ref) for one in some]


class Met(NamedTuple):
    """The numbers of the names that occur in a part of an area."""

    area: Area
    part: int
    links: set[int]


class Waiting(NamedTuple):
    """What all parts of an area held back, packed; it makes one more part."""

    area: Area
    part: int
    held: tuple[bytes, ...]


class Settled(NamedTuple):
    """The persons of a part, some packed together, as columns: place in the part, moment, keys of mentions, and those of
    `Person`; the persons of each sheet's rows with what is to be told of spellings, packed, by the number of the sheet; what
    has to wait for the other parts."""

    area: Area
    part: int
    people: list[bytes]
    told: list[tuple[int, bytes]]
    held: bytes | None
    problems: tuple[str, ...]


class Naming(NamedTuple):
    """Persons of an area of whom nobody else asks for the same id, those who do in the order of time: the part and the place
    in it of each, and the ids that names ask for; where ids were given before, those, and the keys of mentions of each."""

    area: Area
    places: list[tuple[int, int]]
    wanted: list[str]
    keys: list[str]
    given: tuple[bytes, ...]


class Named(NamedTuple):
    """The ids of those persons who are not just called what their name asks for: part and place in it, id, and all keys of
    mentions where it is known by more than those of this run; the ids that nobody has any more, packed."""

    area: Area
    ids: list[tuple[int, int, str, str | None]]
    retired: list[bytes]


@garbage_waits()
def meet(order: Visiting) -> Met:
    """Which names occur in one part of an area: whoever bears one that another part has too waits for all parts."""
    return Met(order.area, order.part, links_of(_rows(order.sheets())))


@garbage_waits()
def settle(order: Visiting) -> Settled:
    """Who is who among the visitors of one part of an area: its persons, and packed those who wait for the other parts."""
    area, sheets = order.area, order.sheets()
    numbers = {sheet.document_id: sheet.number for sheet in sheets}
    free, held = held_back(find(area.name, _rows(sheets), area.links), area.links, area.decisions)
    found = _settled(area, order.part, tell(free), numbers)
    if not held.persons:
        return found
    documents = {row.document_id for person in held.persons for row in person.mentions}
    return found._replace(held=pack((held, {name: numbers[name] for name in documents})))


@garbage_waits()
def settle_waiting(order: Waiting) -> Settled:
    """Who is who among those whom all parts held back."""
    parts = [unpack(packed) for packed in order.held]
    numbers = {name: number for _, some in parts for name, number in some.items()}
    found = rejoined((held for held, _ in parts), order.area.links)
    return _settled(order.area, order.part, tell(found, order.area.decisions), numbers)


@garbage_waits()
def name_all(order: Naming) -> Named:
    """The ids of all persons of an area: a person keeps the id of the earlier run that has the mention; an id whose person is gone is
    retired, and never given to another.
    """
    given: list[GivenId] = [unpack(packed) for packed in order.given]
    persons: list[tuple[str, tuple[str, ...]]] = [(order.area.name, tuple(keys.split(BETWEEN))) for keys in order.keys]
    ids = ids_for(order.wanted, persons, given)
    by_id = dict(zip(ids, persons, strict=True)) if given else {}
    all_ids = registered(by_id, given)
    known = {
        one.person_id: BETWEEN.join(one.mentions)
        for one in all_ids
        if one.status != RETIRED and one.mentions != by_id[one.person_id][1]
    }
    told = zip(order.places, order.wanted, ids, strict=True)
    return Named(
        area=order.area,
        ids=[(*place, name, known.get(name)) for place, wish, name in told if name != wish or name in known],
        retired=[pack(one) for one in all_ids if one.status == RETIRED],
    )


def _rows(sheets: Iterable[Seen]) -> Iterator[Mention]:
    return chain.from_iterable(sheet.mentions() for sheet in sheets)


def _settled(area: Area, part: int, told: Told, numbers: Mapping[str, int]) -> Settled:
    of_sheet: dict[int, tuple[list[tuple[str, int]], list[Join]]] = defaultdict(lambda: ([], []))
    for n, one in enumerate(told.made):
        for row in one.rows:
            of_sheet[numbers[row.document_id]][0].append((row.row_id, n))
    for join in [*told.joins, *told.suspects]:
        of_sheet[numbers[join.row_id.rpartition("#")[0]]][1].append(join)
    return Settled(
        area=area,
        part=part,
        people=[pack(_columns(told.made, start)) for start in range(0, len(told.made), SOME)],
        told=[(number, pack(one)) for number, one in sorted(of_sheet.items())],
        held=None,
        problems=told.problems,
    )


def _columns(made: Sequence[Made], start: int) -> list[tuple[object, ...]]:
    return [
        (n, one.moment.encode("utf-8", "surrogatepass"), BETWEEN.join(one.keys), *one.person)
        for n, one in enumerate(made[start : start + SOME], start)
    ]
