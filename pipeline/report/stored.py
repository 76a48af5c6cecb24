"""The tables of an output folder, series by series: never more than one series in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import schemas
from pipeline.tables.parquet_files import stored_values

Row = Mapping[str, Any]
SHOWN: Final = (*schemas.FACTS, "findings")
"""The tables whose rows are marked in their sheet."""
_OF_A_SHEET: Final = ("blocks", *SHOWN)


class Version(NamedTuple):
    """One sheet: its row of `documents`, its text, and its rows of every table that has some."""

    document: Row
    text: str
    rows: dict[str, list[Row]]

    @property
    def name(self) -> str:
        """What the version is called within its series: the last part of its document's id."""
        return str(self.document["document_id"]).rpartition("/")[2]


class Series(NamedTuple):
    """All versions of the sheet about one partner, the oldest first, and what changed between them."""

    id: str
    versions: tuple[Version, ...]
    changes: list[Row]

    @property
    def newest(self) -> Version:
        """The version that is read when none is named."""
        return self.versions[-1]


def rows_of(folder: Path, table: str) -> Iterator[Row]:
    """The rows of one table as they stand in a folder, in its order."""
    return stored_values(folder / "parquet" / f"{table}.parquet")


def all_series(folder: Path) -> Iterator[Series]:
    """Every series, in the order of the documents' ids."""
    streams = {table: _Stream(rows_of(folder, table)) for table in ("documents", *_OF_A_SHEET)}
    changes: dict[str, list[Row]] = {}
    for change in rows_of(folder, "changes"):
        changes.setdefault(change["series_id"], []).append(change)
    while (first := streams["documents"].next) is not None:
        series_id = str(first["series_id"])
        found = {table: stream.take(f"{series_id}/") for table, stream in streams.items()}
        yield Series(series_id, tuple(_versions(folder, found)), changes.get(series_id, []))


def _versions(folder: Path, found: Mapping[str, list[Row]]) -> Iterator[Version]:
    for document in sorted(found["documents"], key=_age):
        name = document["document_id"]
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield Version(
            document,
            text,
            {table: [row for row in found[table] if row["document_id"] == name] for table in _OF_A_SHEET},
        )


def _age(document: Row) -> tuple[str, str, str]:
    """What puts versions in order: the page's own date, else the day of its capture, else nothing: the oldest."""
    captured = document["captured_at"] or ""
    day = document["published"] or captured[:10]
    return day, captured, document["document_id"]


class _Stream:
    """Rows in the order of their documents, taken series by series; rows of no document are passed over."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self.rows = (row for row in rows if row["document_id"])
        self.next = next(self.rows, None)

    def take(self, prefix: str) -> list[Row]:
        """The rows of the documents whose id begins so, which have to be the next ones."""
        taken = []
        while self.next is not None and self.next["document_id"].startswith(prefix):
            taken.append(self.next)
            self.next = next(self.rows, None)
        return taken
