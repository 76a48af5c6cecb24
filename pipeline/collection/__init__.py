"""The sheets of one run together, by their cards: which are the same, what each is called, which tell the same facts.

The cards lie on the run's desk and not in memory, in the order in which they came; everything else is asked of them there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from pipeline.engine.packing import unpack
from pipeline.engine.spool import Ref
from pipeline.normalize.people.records import Mention
from pipeline.records import Refused
from pipeline.sheet import Card
from pipeline.sheet.card import renamed_mentions

_CARDS: Final = """
CREATE TABLE cards (
    number INTEGER PRIMARY KEY, document_id TEXT, series_id TEXT, source_path BLOB, sha256 TEXT, published TEXT,
    captured_at TEXT, facts BLOB, path TEXT, start INTEGER, size INTEGER
);
CREATE TABLE mentions (
    area TEXT, initial INTEGER, number INTEGER, packed BLOB, PRIMARY KEY (area, initial, number)
) WITHOUT ROWID;
BEGIN;
"""
_SHEETS: Final = """
CREATE TABLE sheets AS
WITH
    copies AS (
        SELECT
            *, row_number() OVER (PARTITION BY sha256 ORDER BY source_path, number) AS copy,
            count(*) OVER (PARTITION BY sha256) AS copies
        FROM cards
    ),
    firsts AS (
        SELECT *, row_number() OVER (PARTITION BY document_id ORDER BY source_path, sha256) AS nth
        FROM copies WHERE copy = 1
    ),
    named AS (SELECT *, document_id || CASE nth WHEN 1 THEN '' ELSE '+' || substr(sha256, 1, 8) END AS name FROM firsts)
SELECT
    number, name, series_id, source_path, sha256, published, captured_at, copies, path, start, size,
    CASE WHEN length(facts) THEN nullif(first_value(name) OVER (PARTITION BY facts ORDER BY name), name) END AS twin
FROM named ORDER BY name;
CREATE UNIQUE INDEX sheet ON sheets (number);
CREATE INDEX copy ON cards (sha256);
BEGIN;
"""
"""Of the same bytes the first path counts; a further sheet of one day gets its sha256 to its id, in the order of paths; of
sheets that tell the same facts the first by id is the original."""


class Entry(NamedTuple):
    """A sheet of the collection, under an id of its own. `copies` are how often its bytes came, `twin` is the id of
    another sheet of its series which tells the same facts."""

    source_path: str
    number: int
    document_id: str
    series_id: str
    sha256: str
    published: str | None
    captured_at: str | None
    copies: int
    twin: str | None
    ref: Ref


class Seen(NamedTuple):
    """Some visitors of one area in one sheet: the sheet's number and id, and their rows, packed."""

    number: int
    document_id: str
    packed: bytes

    def mentions(self) -> Sequence[Mention]:
        """The rows, under the id of their sheet."""
        return renamed_mentions(unpack(self.packed), self.document_id)


class Collection:
    """All sheets, and what was refused."""

    def __init__(self, desk: sqlite3.Connection) -> None:
        self.desk = desk
        self.refused: list[Refused] = []

    def __len__(self) -> int:
        (count,) = self.desk.execute("SELECT count(*) FROM sheets").fetchone()
        return int(count)

    def series(self) -> Iterator[list[Entry]]:
        """The sheets in the order of their ids, those of a series together."""
        for _, entries in groupby(self, key=attrgetter("series_id")):
            yield list(entries)

    def __iter__(self) -> Iterator[Entry]:
        names = "source_path, number, name, series_id, sha256, published, captured_at, copies, twin, path, start, size"
        for path, *told, file, start, size in self.desk.execute(f"SELECT {names} FROM sheets ORDER BY rowid"):
            yield Entry._make((_text(path), *told, Ref(file, start, size)))

    def inputs(self) -> Iterator[tuple[str, str]]:
        """Path and sha256 of everything that was read."""
        for path, sha256 in self.desk.execute("SELECT source_path, sha256 FROM cards ORDER BY 1, 2"):
            yield _text(path), sha256

    def further_paths(self, entry: Entry) -> list[str]:
        """The paths that hold the same bytes as a sheet."""
        if entry.copies == 1:
            return []
        paths = self.desk.execute("SELECT source_path FROM cards WHERE sha256 = ? ORDER BY 1, number", [entry.sha256])
        return [_text(path) for (path,) in paths][1:]

    def initials(self) -> Iterator[tuple[str, int, int]]:
        """The areas that visitors came from, in parts by the first letters of names, with a measure of how many came."""
        return self.desk.execute("SELECT area, initial, sum(length(packed)) FROM mentions GROUP BY 1, 2 ORDER BY 1, 2")

    def mentions(self, area: str, first: int, last: int) -> Iterator[Seen]:
        """The visitors of an area whose names begin with some letters, sheet by sheet."""
        found = self.desk.execute(
            "SELECT number, name, packed FROM mentions JOIN sheets USING (number) "
            "WHERE area = ? AND initial BETWEEN ? AND ?",
            [area, first, last],
        )
        return map(Seen._make, found)


def collect(results: Iterable[tuple[Card, Ref] | Refused], desk: sqlite3.Connection) -> Collection:
    """Sheets in any order → a collection that does not depend on it."""
    made = Collection(desk)
    desk.executescript(_CARDS)
    for number, one in enumerate(results):
        if isinstance(one, Refused):
            made.refused.append(one)
        else:
            _put(desk, number, *one)
    desk.executescript(_SHEETS)
    made.refused.sort()
    return made


def _put(desk: sqlite3.Connection, number: int, card: Card, ref: Ref) -> None:
    path = card.source_path.encode("utf-8", "surrogatepass")
    told = (card.document_id, card.series_id, path, card.sha256, card.published, card.captured_at, card.facts)
    desk.execute(f"INSERT INTO cards VALUES ({', '.join('?' * 11)})", (number, *told, *ref))
    mentions = ((some.area, some.initial, number, some.packed) for some in card.mentions)
    desk.executemany("INSERT INTO mentions VALUES (?, ?, ?, ?)", mentions)


def _text(path: bytes) -> str:
    return path.decode("utf-8", "surrogatepass")
