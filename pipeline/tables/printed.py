"""Accepted frames → Arrow and lines of CSV, as bytes that can be sent and appended to what was printed before."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
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
    return {name: _printed(name, frames[name]) if len(frames[name]) else _empty(name) for name in schemas.tables()}


def _printed(name: str, frame: pd.DataFrame) -> Printed:
    from pipeline.tables.csv_files import csv_lines
    from pipeline.tables.parquet_files import arrow_bytes, arrow_table

    table = schemas.tables()[name]
    rows = arrow_table(table, frame)
    return Printed(len(frame), arrow_bytes(rows), csv_lines(table, rows))


@cache
def _empty(name: str) -> Printed:
    from pipeline.tables.frames import empty

    return _printed(name, empty(name))
