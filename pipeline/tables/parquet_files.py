"""Frames → Parquet: typed, descriptions and units in the metadata of the fields. The same bytes on every run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

import schemas
from schemas.dtypes import arrow_type, frame_dtype

if TYPE_CHECKING:
    import pandas as pd

ROW_GROUP: Final = 1 << 14
"""Rows of a row group: however a table is cut into parts, its file has the same ones. What waits for one is in memory."""
_TOLD: Final = 1 << 10
"""How many rows are told row by row at a time."""


def arrow_table(table: schemas.Table, frame: pd.DataFrame) -> pa.Table:
    """A frame as Arrow, with the schema that its file has."""
    columns = [pa.array(frame[column.name]).cast(arrow_type(column.type)) for column in table.columns]
    return pa.table(columns, schema=arrow_schema(table))


class ParquetFile:
    """One Parquet file that is written in parts. Everything that a newer library might choose otherwise is stated."""

    def __init__(self, table: schemas.Table, path: Path) -> None:
        self.waiting = pa.Table.from_batches([], arrow_schema(table))
        self.writer = pq.ParquetWriter(
            path,
            arrow_schema(table),
            version="2.6",
            compression="zstd",
            compression_level=3,
            data_page_version="1.0",
            data_page_size=1 << 20,
            use_dictionary=True,
            write_statistics=True,
            store_schema=True,
        )

    def add(self, rows: pa.Table) -> None:
        """Add rows; whole row groups are written at once, the rest waits."""
        self.waiting = pa.concat_tables([self.waiting, rows])
        while len(self.waiting) >= ROW_GROUP:
            self._write(ROW_GROUP)

    def close(self) -> None:
        """Write what waits, and the end of the file."""
        self._write(len(self.waiting))
        self.writer.close()

    def release(self) -> None:
        """Let go of the file, whatever it holds."""
        with suppress(OSError, pa.ArrowException):
            self.writer.close()

    def _write(self, count: int) -> None:
        if count:
            self.writer.write_table(self.waiting.slice(0, count).combine_chunks(), row_group_size=ROW_GROUP)
        self.waiting = self.waiting.slice(count)


def frame_of_arrow(table: schemas.Table, stored: pa.Table) -> pd.DataFrame:
    """The frame that an Arrow table was made from."""
    import pandas as pd

    cells = {
        column.name: stored[column.name].cast(pa.string()) if column.type == "date" else stored[column.name]
        for column in table.columns
    }
    data = {
        column.name: pd.Series(frame_dtype(column.type).__from_arrow__(cells[column.name])) for column in table.columns
    }
    return pd.DataFrame(data, columns=list(table.names))


def stored_values(path: Path, columns: list[str] | None = None) -> Iterator[dict[str, Any]]:
    """A Parquet file row by row, or some columns of it."""
    with pq.ParquetFile(path) as stored:
        for batch in stored.iter_batches(_TOLD, columns=columns):
            yield from batch.to_pylist()


def read_frame(table: schemas.Table, path: Path) -> pd.DataFrame:
    """The frame that a Parquet file was written from."""
    return frame_of_arrow(table, pq.read_table(path, partitioning=None))


def arrow_schema(table: schemas.Table) -> pa.Schema:
    """The Arrow schema of a table.

    >>> arrow_schema(schemas.tables()["documents"]).field("size_bytes").metadata[b"unit"]
    b'bytes'
    """
    return pa.schema([_field(column, table) for column in table.columns], metadata={"description": table.description})


def _field(column: schemas.Column, table: schemas.Table) -> pa.Field:
    metadata = {"description": column.description, "type": column.type, "unit": column.unit, "list": column.enum}
    stated = {key: value for key, value in metadata.items() if value}
    return pa.field(column.name, arrow_type(column.type), nullable=column.name in table.nullable, metadata=stated)
