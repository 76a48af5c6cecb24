"""Accepted frames → Arrow and lines of CSV, as bytes that can be sent and appended to what was printed before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import schemas

if TYPE_CHECKING:
    import pandas as pd


class Printed(NamedTuple):
    """A part of one table: how many rows, as an Arrow stream, and as lines of CSV without the header."""

    rows: int
    arrow: bytes
    csv: bytes


def names() -> tuple[str, ...]:
    """The tables, in the order in which they are made."""
    return tuple(schemas.tables())


def print_tables(frames: Mapping[str, pd.DataFrame]) -> dict[str, Printed]:
    """Every table printed."""
    from pipeline.tables.csv_files import csv_lines
    from pipeline.tables.parquet_files import arrow_bytes, arrow_table

    made = {}
    for name, table in schemas.tables().items():
        rows = arrow_table(table, frames[name])
        made[name] = Printed(len(frames[name]), arrow_bytes(rows), csv_lines(table, frames[name]))
    return made
