"""Rows → typed frames, exactly as they came.

A cell that its column's type cannot hold is neither bent nor a crash: its column stays as plain Python objects, and
validation refuses the row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import cache
from operator import itemgetter
from typing import Any, Final

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

import schemas
from schemas.dtypes import PYTHON_TYPES, arrow_type, frame_dtype

Row = Sequence[object]


class _Last:
    """What comes after everything else."""

    def __lt__(self, other: object) -> bool:
        return False

    def __gt__(self, other: object) -> bool:
        return other is not self


_LAST = _Last()
_ARROW: Final = {str: pa.string(), int: pa.int64(), bool: pa.bool_()}


def build(rows: Mapping[str, Sequence[Row]]) -> dict[str, pd.DataFrame]:
    """All tables from their rows, columns in the order of the schema, rows in the order of the key.

    A table without rows has its columns and types all the same. An empty string in a column of strings is a missing
    value. Raises `ValueError` for a table that there is not and for a row of another length than its table.

    >>> build({"visits": []})["visits"]["char_start"].dtype
    Int64Dtype()
    """
    if unknown := sorted(rows.keys() - schemas.tables().keys()):
        raise ValueError(f"no such table: {', '.join(unknown)}")
    return {
        name: frame_of(table, found) if (found := rows.get(name)) else empty(name)
        for name, table in schemas.tables().items()
    }


def empty(name: str) -> pd.DataFrame:
    """A table without rows, which most are in most parts."""
    return _empty(name).copy(deep=False)


@cache
def _empty(name: str) -> pd.DataFrame:
    return frame_of(schemas.tables()[name], ())


def frame_of(table: schemas.Table, rows: Sequence[Row]) -> pd.DataFrame:
    """One table as a typed frame, from rows whose cells are in the order of its columns; sorted by its key. Raises `ValueError`
    at a row of another width.
    """
    width = len(table.names)
    if not set(map(len, rows)) <= {width}:
        wrong = next(row for row in rows if len(row) != width)
        raise ValueError(f"a row of {table.name} has {width} columns, this one has {len(wrong)}: {wrong!r:.200}")
    cells = list(zip(*_in_order(table, rows), strict=True)) or [()] * width
    data = {column.name: typed(column, values) for column, values in zip(table.columns, cells, strict=True)}
    return pd.DataFrame(data, columns=list(table.names), copy=False)


def typed(column: schemas.Column, values: Sequence[object]) -> pd.Series[Any]:
    """The cells of a column as its type, or as objects when one of them does not fit."""
    kind = PYTHON_TYPES[column.type]
    with suppress(ValueError, TypeError, OverflowError):
        return pd.Series(frame_dtype(column.type).__from_arrow__(_exact(kind, values)))
    return pd.Series([None if kind is str and value == "" else value for value in values], dtype=object)


def _exact(kind: type, values: Sequence[object]) -> pa.Array:
    """Cells of the right type, in Arrow's own. Raises `TypeError` where Arrow finds another one in them."""
    if kind is Decimal:  # of which Arrow would take a NaN for a missing value, and bend a number to one
        if all(cell is None or (isinstance(cell, Decimal) and cell.is_finite()) for cell in values):
            return pa.array(values, arrow_type("decimal"))
        raise TypeError
    cells, wanted = pa.array(values), _ARROW[kind]
    if cells.type != wanted and not pa.types.is_null(cells.type):
        raise TypeError
    if kind is not str or cells.type != wanted:
        return cells.cast(wanted)
    is_empty = pc.equal(cells, "")
    return pc.if_else(is_empty, None, cells) if pc.any(is_empty).as_py() else cells


def fits(column: schemas.Column, value: object) -> bool:
    """Whether a cell is one that its column's type can hold.

    >>> fits(schemas.columns()["line"], 7), fits(schemas.columns()["line"], "7"), fits(schemas.columns()["line"], 2**80)
    (True, False, False)
    """
    return typed(column, [value]).dtype != object


def _in_order(table: schemas.Table, rows: Sequence[Row]) -> list[Row]:
    """The rows by the columns of their order."""
    places = [table.names.index(name) for name in table.order]
    with suppress(TypeError):  # a missing value met another one
        return sorted(rows, key=itemgetter(*places))
    keys = [_sort_keys(list(map(itemgetter(place), rows))) for place in places]
    ranks = list(zip(*keys, strict=True)) if len(keys) > 1 else keys[0]
    return [rows[place] for place in sorted(range(len(rows)), key=ranks.__getitem__)]


def _sort_keys(values: Sequence[Any]) -> Sequence[Any]:
    """What the cells of a column are sorted by. Missing values come last; values of different types do not meet."""
    kinds = set(map(type, values))
    if len(kinds) <= 1:
        return values
    if len(kinds - {type(None)}) == 1:
        return [_LAST if value is None else value for value in values]
    return [(value is None, type(value).__name__, "" if value is None else value) for value in values]
