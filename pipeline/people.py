"""Who is who in a run, area by area: nobody is from two, so that only one area's visitors are ever in memory."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pipeline.collection import Collection
from pipeline.engine.garbage import garbage_waits
from pipeline.engine.packing import pack, unpack
from pipeline.normalize.people import Decision, GivenId, Join, Person, Resolution, resolve
from pipeline.normalize.spelling import slug

_TABLES: Final = """
CREATE TABLE given (area TEXT, packed BLOB);
CREATE INDEX given_area ON given (area);
CREATE TABLE told (number INTEGER, area TEXT, packed BLOB, PRIMARY KEY (number, area)) WITHOUT ROWID;
CREATE TABLE people (packed BLOB);
CREATE TABLE ids (packed BLOB);
BEGIN;
"""
PART: Final = 1 << 14
"""How many persons make a part of their table."""
SOME: Final = 1 << 10
"""How many rows are packed together."""


class People:
    """The persons of a run, on its desk. `given` are the ids that persons had in earlier runs."""

    def __init__(self, desk: sqlite3.Connection, given: Iterable[GivenId] = ()) -> None:
        self.desk = desk
        self.problems: list[str] = []
        desk.executescript(_TABLES)
        desk.executemany("INSERT INTO given VALUES (?, ?)", ((one.area, pack(one)) for one in given))

    def settle(self, collection: Collection, decisions: Sequence[Decision]) -> None:
        """Tell persons apart in all areas, in the order of their ids; `problems` are the decisions that fit nothing."""
        given = {area for (area,) in self.desk.execute("SELECT DISTINCT area FROM given")}
        areas = {*collection.areas(), *given, *(decision.area for decision in decisions)}
        for area in sorted(areas, key=lambda area: (f"{slug(area)}/", area)):
            self._settle(collection, area, [decision for decision in decisions if decision.area == area])
        self.problems.sort(key=lambda problem: (not problem.startswith("decision join"), problem))

    @garbage_waits()
    def _settle(self, collection: Collection, area: str, decisions: Sequence[Decision]) -> None:
        known = self.desk.execute("SELECT packed FROM given WHERE area = ? ORDER BY rowid", [area])
        given = [unpack(packed) for (packed,) in known]
        mentions = list(collection.mentions(area))
        found = resolve([row for _, rows in mentions for row in rows], decisions, given)
        self.problems += found.problems
        joins = _by_document(found)
        told = (
            (
                number,
                area,
                pack(({row.row_id: found.person_of[row.row_id] for row in rows}, joins[rows[0].document_id])),
            )
            for number, rows in mentions
        )
        self.desk.executemany("INSERT INTO told VALUES (?, ?, ?)", told)
        self.desk.executemany("INSERT INTO people VALUES (?)", ([pack(part)] for part in _some(found.people)))
        self.desk.executemany("INSERT INTO ids VALUES (?)", ([pack(part)] for part in _some(found.ids)))

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
        for (packed,) in self.desk.execute("SELECT packed FROM people ORDER BY rowid"):
            waiting += unpack(packed)
            while len(waiting) > PART:
                yield tuple(waiting[:PART])
                waiting = waiting[PART:]
        yield tuple(waiting)

    def ids(self) -> Iterator[GivenId]:
        """All ids that were ever given, in order."""
        for (packed,) in self.desk.execute("SELECT packed FROM ids ORDER BY rowid"):
            yield from unpack(packed)


def _some(rows: Sequence[object]) -> Iterator[Sequence[object]]:
    return (rows[start : start + SOME] for start in range(0, len(rows), SOME))


def _by_document(found: Resolution) -> defaultdict[str, list[Join]]:
    joins: defaultdict[str, list[Join]] = defaultdict(list)
    for join in [*found.joins, *found.suspects]:
        joins[join.row_id.rpartition("#")[0]].append(join)
    return joins
