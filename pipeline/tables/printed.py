"""Accepted frames → Arrow and lines of CSV, which can be sent and appended to what was printed before."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import schemas

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa  # type: ignore[import-untyped]


class Printed(NamedTuple):
    """A part of one table: how many rows, as Arrow, and as lines of CSV without the header."""

    rows: int
    arrow: pa.Table
    csv: bytes


def print_tables(frames: Mapping[str, pd.DataFrame]) -> dict[str, Printed]:
    """Every table of the schemas as CSV and Arrow, in order; one that `frames` has without rows is made empty."""
    return {name: _printed(name, frames[name]) if len(frames[name]) else _empty(name) for name in schemas.tables()}


def _printed(name: str, frame: pd.DataFrame) -> Printed:
    from pipeline.tables.csv_files import csv_lines
    from pipeline.tables.parquet_files import arrow_table

    table = schemas.tables()[name]
    rows = arrow_table(table, frame)
    return Printed(len(frame), rows, csv_lines(table, rows))


@cache
def _empty(name: str) -> Printed:
    from pipeline.tables.frames import empty

    return _printed(name, empty(name))
