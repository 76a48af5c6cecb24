"""Tables as they stand in an output folder: as CSV rows for what needs words, as typed frames for what needs values."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import schemas

if TYPE_CHECKING:
    import pandas as pd


def stored_rows(out: Path, table: str) -> Iterator[dict[str, str]]:
    """The rows of a table as they are printed, column → cell, empty where a value is missing; none where it is not there.

    >>> list(stored_rows(Path("nowhere"), "visits"))
    []
    """
    path = out / "csv" / f"{table}.csv"
    csv.field_size_limit(sys.maxsize)
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)


class StoredTables(Mapping[str, "pd.DataFrame"]):
    """The typed frames of an output folder, each read when it is first asked for; equal to those that were written."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self._read: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in schemas.tables():
            raise KeyError(name)
        if name not in self._read:
            from pipeline.tables.parquet_files import read_frame

            self._read[name] = read_frame(schemas.tables()[name], self.out / "parquet" / f"{name}.parquet")
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(schemas.tables())

    def __len__(self) -> int:
        return len(schemas.tables())
