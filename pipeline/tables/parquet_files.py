"""Frames → Parquet: typed, descriptions and units in the metadata of the fields. The same bytes on every run."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

import schemas
from schemas.dtypes import arrow_type, frame_dtype


def parquet_bytes(table: schemas.Table, frame: pd.DataFrame) -> bytes:
    """A whole Parquet file. Everything that a newer library might choose otherwise is stated."""
    sink = pa.BufferOutputStream()
    pq.write_table(
        arrow_table(table, frame),
        sink,
        version="2.6",
        compression="zstd",
        compression_level=3,
        data_page_version="1.0",
        data_page_size=1 << 20,
        row_group_size=1 << 17,
        use_dictionary=True,
        write_statistics=True,
        store_schema=True,
    )
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]


def arrow_table(table: schemas.Table, frame: pd.DataFrame) -> pa.Table:
    """The Arrow table of a frame, typed as Parquet and the database have it."""
    columns = [pa.array(frame[column.name]).cast(arrow_type(column.type)) for column in table.columns]
    return pa.table(columns, schema=arrow_schema(table))


def read_frame(table: schemas.Table, path: Path) -> pd.DataFrame:
    """The frame that a Parquet file was written from."""
    stored = pq.read_table(path, partitioning=None)
    cells = {
        column.name: stored[column.name].cast(pa.string()) if column.type == "date" else stored[column.name]
        for column in table.columns
    }
    data = {
        column.name: pd.Series(frame_dtype(column.type).__from_arrow__(cells[column.name])) for column in table.columns
    }
    return pd.DataFrame(data, columns=list(table.names))


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
