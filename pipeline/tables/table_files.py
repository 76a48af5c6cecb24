"""The two files of one table, CSV and Parquet, as they grow."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

import schemas
from pipeline.tables.csv_files import csv_header
from pipeline.tables.generation import Generation
from pipeline.tables.package import File
from pipeline.tables.parquet_files import ParquetFile

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]


class TableFiles:
    """The two files of one table."""

    def __init__(self, table: schemas.Table, new: Generation) -> None:
        self.new = new
        self.name, self.parquet_name = _csv_path(table.name), f"parquet/{table.name}.parquet"
        self.csv = new.path(self.name).open("xb")
        self.parquet = ParquetFile(table, new.path(self.parquet_name))
        self.digest, self.size = hashlib.sha256(), 0
        self._write(csv_header(table))

    def add(self, rows: pa.Table, csv: bytes) -> None:
        """Append rows, which are the same in both forms."""
        self._write(csv)
        self.parquet.add(rows)

    def close(self) -> File:
        """End both files."""
        self.csv.close()
        self.parquet.close()
        self.new.adopt(self.name, self.digest.hexdigest())
        self.new.adopt(self.parquet_name)
        return File(self.name, self.size, self.digest.hexdigest())

    def release(self) -> None:
        """Let go of both files, whatever they hold."""
        with suppress(OSError, ValueError):
            self.csv.close()
        self.parquet.release()

    def _write(self, data: bytes) -> None:
        self.csv.write(data)
        self.digest.update(data)
        self.size += len(data)


def _csv_path(name: str) -> str:
    """The refused rows stand apart from the tables.

    >>> _csv_path("visits"), _csv_path("refused")
    ('csv/visits.csv', 'refused.csv')
    """
    return "refused.csv" if name == "refused" else f"csv/{name}.csv"
