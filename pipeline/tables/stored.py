"""Tables as they stand in an output folder: CSV rows, column → cell, empty where a value is missing."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path


def stored_rows(out: Path, table: str) -> Iterator[dict[str, str]]:
    """The rows of a table of an output folder, none where it is not there.

    >>> list(stored_rows(Path("nowhere"), "visits"))
    []
    """
    path = out / "csv" / f"{table}.csv"
    csv.field_size_limit(sys.maxsize)
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)
