"""Pandera schemas of the tables, made from the definitions, and the check of the keys between them.

A frame is checked, never changed: no coercion, no dropping of rows. Types are checked by `misfits`: pandera takes longer
for them than for all else. Every check is named by words, the kind of check and the columns that it is about
(`start_before_end date_start date_end`); its `error` says for people what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
import pandera.pandas as pn

import schemas
from schemas.dtypes import frame_dtype
from schemas.predicates import Texts, among, are_strange, each, has_text, is_day, is_slice, is_sorted, value_fits_status

SHOWN = 100
"""Failing rows that pandera describes per check; all of them are in the check's output."""


class Dangling(NamedTuple):
    """A row of a table, by its position, whose column points to nothing."""

    table: str
    row: int
    column: str
    target: str


def model(name: str, texts: Texts | None = None) -> pn.DataFrameSchema:
    """The pandera schema of a table. `texts` are the documents' texts by `document_id`; without them the checks that
    need one are left out.

    >>> model("people").columns["visits"].nullable
    False
    """
    table = schemas.tables()[name]
    return pn.DataFrameSchema(
        {column.name: _column(column, table) for column in table.columns},
        checks=list(_table_checks(table, texts)),
        name=name,
        description=table.description,
        strict=True,
        ordered=True,
        coerce=False,
        unique_column_names=True,
    )


def misfits(name: str, frame: pd.DataFrame) -> list[str]:
    """The columns of a frame that do not have the type that their table gives them.

    >>> misfits("people", pd.DataFrame({column: ["1"] for column in schemas.tables()["people"].names}, dtype="string"))
    ['visits']
    """
    pairs = zip(schemas.tables()[name].columns, frame.dtypes, strict=True)
    return [column.name for column, dtype in pairs if dtype != frame_dtype(column.type)]


def dangling_keys(
    frames: Mapping[str, pd.DataFrame], known: Mapping[str, Collection[str]] | None = None
) -> list[Dangling]:
    """Every foreign key that points to no row, in all tables; `known` are keys of rows that stand elsewhere, by table."""
    found = []
    for table in schemas.tables().values():
        for key in table.foreign_keys if len(frames[table.name]) else ():
            values = frames[table.name][key.column]
            for target, rows in _targets(key, frames[table.name]):
                missing = rows & are_strange(values, _keys(frames, target, key.to_column))
                if known and target in known and missing.any():
                    missing &= are_strange(values, list(known[target]))
                found += [Dangling(table.name, int(row), key.column, target) for row in missing.nonzero()[0]]
    return found


def _targets(key: schemas.ForeignKey, frame: pd.DataFrame) -> Iterator[tuple[str, Any]]:
    """The tables that a foreign key points into, each with the rows that do."""
    if key.table is not None:
        yield key.table, True
        return
    yield "", frame["table"].isna().to_numpy()
    for target in frame["table"].dropna().unique():
        if schemas.tables()[target].primary_key:
            yield target, among(frame["table"], [target]).to_numpy()


def _keys(frames: Mapping[str, pd.DataFrame], target: str, column: str | None) -> Any:
    """The values of a key; those of a composite one joined by `:`."""
    if not target:
        return pd.Series([], dtype=frame_dtype("string"))
    first, *more = [column] if column else schemas.tables()[target].primary_key
    keys: Any = frames[target][first]
    for part in more:
        keys = keys.str.cat(frames[target][part].astype(frame_dtype("string")), sep=":")
    return keys


def _column(column: schemas.Column, table: schemas.Table) -> pn.Column:
    return pn.Column(
        checks=list(_column_checks(column)),
        nullable=column.name in table.nullable,
        description=column.description,
    )


def _column_checks(column: schemas.Column) -> Iterator[pn.Check]:
    if column.enum:
        allowed = list(schemas.closed_list(column.enum))
        yield _check(lambda values: among(values, allowed), f"enum {column.name}", f"is not in the list {column.enum}")
    shape = column.format or (column.type if column.type in ("date", "edtf") else None)
    if shape:
        is_right = is_day if shape == "date" else re.compile(schemas.formats()[shape].pattern).fullmatch
        yield _check(lambda values: each(values, is_right), f"format {column.name}", f"is no {shape}")
    if (minimum := column.minimum) is not None:
        yield _check(lambda values: values >= minimum, f"minimum {column.name}", f"is less than {minimum}")
    if (maximum := column.maximum) is not None:
        yield _check(lambda values: values <= maximum, f"maximum {column.name}", f"is more than {maximum}")


def _table_checks(table: schemas.Table, texts: Texts | None) -> Iterator[pn.Check]:
    if table.primary_key:
        key = list(table.primary_key)
        yield _row_check(lambda frame: ~frame.duplicated(key), f"unique {' '.join(key)}", "stands in an earlier row")
    for words in table.rules:
        yield from _rule(words, texts)


def _rule(words: tuple[str, ...], texts: Texts | None) -> Iterator[pn.Check]:
    name = " ".join(words)
    match words:
        case ("start_before_end", first, last):
            error = f"{first} is after {last}"
            yield _row_check(lambda frame: (frame[first] <= frame[last]).fillna(True).astype(bool), name, error)
        case ("sorted_codes", column):
            error = "is not in order"
            yield _row_check(lambda frame: each(frame[column], is_sorted) | frame[column].isna(), name, error)
        case ("value_fits_status",):
            yield _row_check(value_fits_status, f"{name} value", "is no value for its value_status")
        case ("has_text", _):
            if texts is not None:
                knows = partial(has_text, texts)
                yield _row_check(lambda frame: each(frame["document_id"], knows), name, "has no text")
        case ("text_slice", column):
            if texts is not None:
                error = "is not what stands in the text at char_start:char_end"
                yield _row_check(lambda frame: is_slice(frame, column, texts), name, error)
        case _:
            raise ValueError(f"no such rule: {name}")


def _check(function: Callable[[Any], object], name: str, error: str, *, of_rows: bool = False) -> pn.Check:
    """A check of the values of a column that are there, or of all rows."""
    return pn.Check(function, name=name, error=error, n_failure_cases=SHOWN, ignore_na=not of_rows)


_row_check = partial(_check, of_rows=True)
