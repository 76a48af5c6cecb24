"""Who is who in a run, area by area: nobody is from two, so that only one area's visitors are ever in a worker's memory."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from pipeline.collection import Collection, Seen
from pipeline.engine import Engine, Failure
from pipeline.engine.garbage import garbage_waits
from pipeline.engine.here import Here
from pipeline.engine.packing import pack, unpack
from pipeline.normalize.people import Decision, GivenId, Join, Person, Resolution, resolve
from pipeline.normalize.spelling import slug
from pipeline.tables import OutputError

_TABLES: Final = """
CREATE TABLE given (area TEXT, packed BLOB);
CREATE INDEX given_area ON given (area);
CREATE TABLE told (number INTEGER, area TEXT, packed BLOB, PRIMARY KEY (number, area)) WITHOUT ROWID;
CREATE TABLE people (place INTEGER, part INTEGER, packed BLOB, PRIMARY KEY (place, part)) WITHOUT ROWID;
CREATE TABLE ids (place INTEGER, part INTEGER, packed BLOB, PRIMARY KEY (place, part)) WITHOUT ROWID;
BEGIN;
"""
PART: Final = 1 << 14
"""How many persons make a part of their table."""
SOME: Final = 1 << 10
"""How many rows are packed together."""


class Area(NamedTuple):
    """What is to be known to tell the persons of an area apart; `given` are the packed ids that they had before."""

    area: str
    sheets: tuple[Seen, ...]
    decisions: tuple[Decision, ...]
    given: tuple[bytes, ...]


class Settled(NamedTuple):
    """The persons of an area, packed: those of each sheet's rows, by number; all of them and all ids, in parts in order."""

    told: list[tuple[int, bytes]]
    people: list[bytes]
    ids: list[bytes]
    problems: tuple[str, ...]


class People:
    """The persons of a run, on its desk. `given` are the ids that persons had in earlier runs."""

    def __init__(self, desk: sqlite3.Connection, given: Iterable[GivenId] = (), engine: Engine | None = None) -> None:
        self.desk = desk
        self.engine = engine or Here()
        self.problems: list[str] = []
        desk.executescript(_TABLES)
        desk.executemany("INSERT INTO given VALUES (?, ?)", ((one.area, pack(one)) for one in given))

    def settle(self, collection: Collection, decisions: Sequence[Decision]) -> None:
        """Tell persons apart in all areas; `problems` are the decisions that fit nothing."""
        areas = self._areas(collection, decisions)
        orders = (self._area(collection, area, decisions) for area, _ in areas)
        for (area, place), found in zip(areas, self.engine.map(settle, orders), strict=True):
            if isinstance(found, Failure):
                raise OutputError(f"the persons of {area} could not be told apart ({found.reason})")
            self._put(area, place, found)
        self.problems.sort(key=lambda problem: (not problem.startswith("decision join"), problem))

    def _areas(self, collection: Collection, decisions: Iterable[Decision]) -> list[tuple[str, int]]:
        """All areas with their places in the order of ids, the largest first: what follows is done beside it."""
        given = dict.fromkeys((area for (area,) in self.desk.execute("SELECT DISTINCT area FROM given")), 0)
        sizes = given | dict.fromkeys((one.area for one in decisions), 0) | collection.areas()
        places = {area: n for n, area in enumerate(sorted(sizes, key=lambda area: (f"{slug(area)}/", area)))}
        return sorted(places.items(), key=lambda one: (-sizes[one[0]], one[1]))

    def _area(self, collection: Collection, area: str, decisions: Iterable[Decision]) -> Area:
        known = self.desk.execute("SELECT packed FROM given WHERE area = ? ORDER BY rowid", [area])
        given = tuple(packed for (packed,) in known)
        decided = tuple(decision for decision in decisions if decision.area == area)
        return Area(area, tuple(collection.mentions(area)), decided, given)

    def _put(self, area: str, place: int, found: Settled) -> None:
        self.problems += found.problems
        told = ((number, area, packed) for number, packed in found.told)
        self.desk.executemany("INSERT INTO told VALUES (?, ?, ?)", told)
        for table, parts in (("people", found.people), ("ids", found.ids)):
            rows = ((place, part, packed) for part, packed in enumerate(parts))
            self.desk.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", rows)

    def told_of(self, number: int) -> tuple[dict[str, str], list[Join]]:
        """The persons of a sheet's rows, and what is to be told of their spellings."""
        persons: dict[str, str] = {}
        joins: list[Join] = []
        for (packed,) in self.desk.execute("SELECT packed FROM told WHERE number = ?", [number]):
            some, others = unpack(packed)
            persons |= some
            joins += others
        return persons, joins

    def rows(self) -> Iterator[tuple[Person, ...]]:
        """All persons in the order of their ids, in parts, one of which costs as much for no person as for hundreds."""
        waiting: list[Person] = []
        for (packed,) in self.desk.execute("SELECT packed FROM people ORDER BY place, part"):
            waiting += unpack(packed)
            while len(waiting) > PART:
                yield tuple(waiting[:PART])
                waiting = waiting[PART:]
        yield tuple(waiting)

    def ids(self) -> Iterator[GivenId]:
        """All ids that were ever given, in order."""
        for (packed,) in self.desk.execute("SELECT packed FROM ids ORDER BY place, part"):
            yield from unpack(packed)


@garbage_waits()
def settle(area: Area) -> Settled:
    """Who is who in one area, wherever it is done."""
    rows = [sheet.mentions() for sheet in area.sheets]
    found = resolve([row for some in rows for row in some], area.decisions, [unpack(packed) for packed in area.given])
    joins = _by_document(found)
    told = (
        ({row.row_id: found.person_of[row.row_id] for row in some}, joins[sheet.document_id])
        for sheet, some in zip(area.sheets, rows, strict=True)
    )
    return Settled(
        told=[(sheet.number, pack(one)) for sheet, one in zip(area.sheets, told, strict=True)],
        people=list(_packed(found.people)),
        ids=list(_packed(found.ids)),
        problems=found.problems,
    )


def _packed(rows: Sequence[object]) -> Iterator[bytes]:
    return (pack(rows[start : start + SOME]) for start in range(0, len(rows), SOME))


def _by_document(found: Resolution) -> defaultdict[str, list[Join]]:
    joins: defaultdict[str, list[Join]] = defaultdict(list)
    for join in [*found.joins, *found.suspects]:
        joins[join.row_id.rpartition("#")[0]].append(join)
    return joins
