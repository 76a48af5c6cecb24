"""Who is who in a run: nobody is from two areas, and an area of many visitors is taken in parts (`normalize.people.parts`).

Only a part's visitors are ever in a worker's memory, and none in that of the run, which keeps all on its desk.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from heapq import merge
from itertools import chain, groupby, islice
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import Any, Final, TypeVar

from pipeline.collection import Collection
from pipeline.collection.parting import Parts, parted, visiting
from pipeline.collection.settling import (
    Area,
    Met,
    Named,
    Naming,
    Settled,
    Visiting,
    Waiting,
    meet,
    name_all,
    settle,
    settle_waiting,
)
from pipeline.engine import Engine, Failure
from pipeline.engine.here import Here
from pipeline.engine.packing import pack, unpack
from pipeline.engine.spool import Spool
from pipeline.normalize.people import Decision, GivenId, Join, Person
from pipeline.normalize.people.decisions import joins_first
from pipeline.normalize.people.stable import BETWEEN, CURRENT
from pipeline.normalize.spelling import slug
from pipeline.tables import OutputError

_TABLES: Final = f"""
CREATE TABLE given (area TEXT, packed BLOB);
CREATE INDEX given_area ON given (area);
CREATE TABLE links (place INTEGER, link INTEGER, part INTEGER, PRIMARY KEY (place, link, part)) WITHOUT ROWID;
CREATE TABLE told (
    number INTEGER, place INTEGER, part INTEGER, packed BLOB, PRIMARY KEY (number, place, part)
) WITHOUT ROWID;
CREATE TABLE waiting (place INTEGER, part INTEGER, packed BLOB, PRIMARY KEY (place, part)) WITHOUT ROWID;
CREATE TABLE people (
    place INTEGER, part INTEGER, n INTEGER, moment BLOB, keys TEXT, {", ".join(Person._fields)},
    PRIMARY KEY (place, part, n)
) WITHOUT ROWID;
CREATE TABLE ids (
    place INTEGER, part INTEGER, n INTEGER, id TEXT, known TEXT, PRIMARY KEY (place, part, n)
) WITHOUT ROWID;
CREATE TABLE retired (place INTEGER, packed BLOB);
CREATE INDEX retired_place ON retired (place);
BEGIN;
"""
_NAMED: Final = "people LEFT JOIN ids USING (place, part, n) WHERE place = ?"
_ID: Final = "ifnull(id, person_id)"
"""Most persons are called what their name asks for: only other ids are kept beside them."""
_SOME: Final = f"SELECT n, {_ID} FROM {_NAMED} AND part = ? AND n IN (SELECT value FROM json_each(?))"
_LETTER: Final = "substr(person_id, instr(person_id, '/') + 1, 1)"
_SHARED: Final = """
    (person_id GLOB '*-[0-9]*' OR person_id IN (
        SELECT person_id FROM people WHERE place = ?1 GROUP BY 1 HAVING count(*) > 1
    ))
"""
"""Who may not get the id that the name asks for: several ask for it, or it looks like what a further one of them gets."""
PART: Final = 1 << 12
"""How many persons make a part of their table, and are named together."""

_Order = TypeVar("_Order", Visiting, Waiting, Naming)
_Done = TypeVar("_Done", Met, Settled, Named)


class People:
    """The persons of a run, on its desk and in its folder. `given` are the ids that persons had in earlier runs."""

    def __init__(
        self, desk: sqlite3.Connection, folder: Path, given: Iterable[GivenId] = (), engine: Engine | None = None
    ) -> None:
        self.desk, self.folder = desk, folder
        self.engine = engine or Here()
        self.areas: list[Area] = []
        self.problems: list[str] = []
        desk.executescript(_TABLES)
        desk.executemany("INSERT INTO given VALUES (?, ?)", ((one.area, pack(one)) for one in given))

    def settle(self, collection: Collection, decisions: Sequence[Decision]) -> None:
        """Tell persons apart in all areas; `problems` are the decisions that fit nothing."""
        parts = parted(collection)
        areas = self._areas(parts, decisions)
        self.areas = sorted(areas, key=attrgetter("place"))
        with closing(Spool(self.folder / "visitors")) as spool:
            areas = self._linked(collection, areas, parts, spool)
            for settled in self._all(settle, visiting(collection, areas, parts, spool)):
                self._put(settled)
        for settled in self._all(settle_waiting, self._waiting(areas)):
            self._put(settled)
        for named in self._all(name_all, chain.from_iterable(map(self._namings, areas))):
            self._name(named)
        self.problems.sort(key=joins_first)

    def _all(self, function: Callable[[_Order], _Done], orders: Iterable[_Order]) -> Iterator[_Done]:
        for done in self.engine.map(function, orders):
            if isinstance(done, Failure):
                raise OutputError(f"the persons of {done.item.area.name} could not be told apart ({done.reason})")
            yield done

    def _areas(self, parts: Parts, decisions: Sequence[Decision]) -> list[Area]:
        """All areas with their places in the order of ids, the largest first: what follows is done beside it."""
        decided: dict[str, list[Decision]] = defaultdict(list)
        for one in decisions:
            decided[one.area].append(one)
        given = {area for (area,) in self.desk.execute("SELECT DISTINCT area FROM given")}
        names = sorted(given | decided.keys() | parts.keys(), key=lambda area: (f"{slug(area)}/", area))
        areas = [Area(name, place, frozenset(), tuple(decided[name])) for place, name in enumerate(names)]
        return sorted(areas, key=lambda area: (-sum(parts[area.name].values()), area.place))

    def _linked(self, collection: Collection, areas: Sequence[Area], parts: Parts, spool: Spool) -> list[Area]:
        """The areas with the names that occur in several of their parts, which are asked for where there are several."""
        several = [area for area in areas if len(parts[area.name]) > 1]
        for met in self._all(meet, visiting(collection, several, parts, spool)):
            links = ((met.area.place, link, met.part) for link in met.links)
            self.desk.executemany("INSERT INTO links VALUES (?, ?, ?)", links)
        found = "SELECT link FROM links WHERE place = ? GROUP BY link HAVING count(*) > 1"
        return [
            area._replace(links=frozenset(link for (link,) in self.desk.execute(found, [area.place]))) for area in areas
        ]

    def _waiting(self, areas: Iterable[Area]) -> Iterator[Waiting]:
        for area in areas:
            found = self.desk.execute("SELECT packed FROM waiting WHERE place = ? ORDER BY part", [area.place])
            held = tuple(packed for (packed,) in found)
            if held or area.decisions:
                yield Waiting(area, -1, held)

    def _namings(self, area: Area) -> Iterator[Naming]:
        """The persons of an area who may not get the id that their name asks for, by its first letters, which part who asks
        for the same from all others; all of them at once where ids were given before, which anybody may keep."""
        given = tuple(
            packed
            for (packed,) in self.desk.execute("SELECT packed FROM given WHERE area = ? ORDER BY rowid", [area.name])
        )
        letter, keys, asked = ("NULL", "keys", "TRUE") if given else (_LETTER, "NULL", _SHARED)
        people = self.desk.execute(
            f"SELECT {letter}, part, n, person_id, {keys} FROM people WHERE place = ?1 AND {asked} ORDER BY 1, moment",
            [area.place],
        )
        waiting: list[tuple[Any, ...]] = []
        for _, some in groupby(people, key=itemgetter(0)):
            waiting += some
            if len(waiting) >= PART and not given:
                yield _naming(area, waiting, given)
                waiting = []
        if waiting or given:
            yield _naming(area, waiting, given)

    def _put(self, found: Settled) -> None:
        self.problems += found.problems
        place, part = found.area.place, found.part
        people = ((place, part, *row) for packed in found.people for row in unpack(packed))
        marks = ", ".join("?" * (5 + len(Person._fields)))
        self.desk.executemany(f"INSERT INTO people VALUES ({marks})", people)
        told = ((number, place, part, packed) for number, packed in found.told)
        self.desk.executemany("INSERT INTO told VALUES (?, ?, ?, ?)", told)
        if found.held:
            self.desk.execute("INSERT INTO waiting VALUES (?, ?, ?)", [place, part, found.held])

    def _name(self, named: Named) -> None:
        place = named.area.place
        self.desk.executemany("INSERT INTO ids VALUES (?, ?, ?, ?, ?)", ((place, *one) for one in named.ids))
        self.desk.executemany("INSERT INTO retired VALUES (?, ?)", ((place, packed) for packed in named.retired))

    def told_of(self, number: int) -> tuple[dict[str, str], list[Join]]:
        """The persons of a sheet's rows, and what is to be told of their spellings."""
        persons: dict[str, str] = {}
        joins: list[Join] = []
        for place, part, packed in self.desk.execute("SELECT place, part, packed FROM told WHERE number = ?", [number]):
            rows, some = unpack(packed)
            ids = dict(self.desk.execute(_SOME, [place, part, json.dumps([n for _, n in rows])]).fetchall())
            persons |= {row_id: ids[n] for row_id, n in rows}
            joins += some
        return persons, joins

    def rows(self) -> Iterator[tuple[tuple[object, ...], ...]]:
        """All persons, as the cells of `Person`, in the order of their ids, in parts, one of which costs as much for one
        person as for hundreds."""
        columns = ", ".join(Person._fields[1:])
        persons = chain.from_iterable(self._in_order(columns, area) for area in self.areas)
        while some := tuple(islice(persons, PART)):
            yield some

    def ids(self) -> Iterator[GivenId]:
        """All ids that were ever given, in order."""
        for area in self.areas:
            found = self._in_order("ifnull(known, keys)", area)
            used = (GivenId(name, area.name, CURRENT, None, tuple(keys.split(BETWEEN))) for name, keys in found)
            retired = self.desk.execute("SELECT packed FROM retired WHERE place = ? ORDER BY rowid", [area.place])
            yield from merge(used, (unpack(packed) for (packed,) in retired))

    def _in_order(self, what: str, area: Area) -> sqlite3.Cursor:
        """The ids of an area with what is known of each, in order."""
        return self.desk.execute(f"SELECT {_ID}, {what} FROM {_NAMED} ORDER BY 1", [area.place])


def _naming(area: Area, people: Sequence[tuple[Any, ...]], given: tuple[bytes, ...]) -> Naming:
    _, *places, wanted, keys = zip(*people, strict=True) if people else [()] * 5
    return Naming(area, list(zip(*places, strict=True)), list(wanted), list(keys) if given else [], given)
