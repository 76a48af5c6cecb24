"""Typed frames → accepted rows and refused rows. Every row that comes in goes out, once, in one of the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

import pandas as pd
import pandera.pandas as pn
from pandera.errors import SchemaErrorReason

import schemas
from pipeline.tables.frames import fits, frame_of, typed
from schemas.models import dangling_keys, misfits, model

VALUE_SHOWN: Final = 200

Texts = Mapping[str, str]


class Failure(NamedTuple):
    """One check that one row failed; `row` is its position in the frame."""

    row: int
    column: str
    check: str
    error: str


class Refusal(NamedTuple):
    """A row of the table `refused`."""

    table: str
    row_id: str | None
    document_id: str | None
    column: str
    check: str
    value: str | None
    reason: str
    source_path: str | None


class Validation(NamedTuple):
    """What validation gives: all tables with the accepted rows, `refused` with the refused ones added; the refused rows
    once more."""

    accepted: dict[str, pd.DataFrame]
    refused: list[Refusal]


def validate(
    frames: Mapping[str, pd.DataFrame], texts: Texts, known: Mapping[str, Collection[str]] | None = None
) -> Validation:
    """Check every table against its schema, then the keys between the tables until none points to a refused row.

    `frames` come from `build`, `texts` are the documents' texts by `document_id`. Of rows with one key the first stays.
    `known` are keys of rows in other parts of the tables, by table: they may be pointed to.
    """
    intake = _Intake(frames)
    for name in schemas.tables():
        if not len(frames[name]):  # a check costs as much for no row as for a hundred
            continue
        intake.refuse(name, list(_type_failures(schemas.tables()[name], intake.kept[name])))
        intake.retype(name)
        if wrong := misfits(name, intake.kept[name]):
            raise TypeError(f"frames come from `build`: {name} has columns of other types: {', '.join(wrong)}")
        intake.refuse(name, list(_model_failures(model(name, texts), intake.kept[name])))
    while dangling := dangling_keys(intake.kept, known or {}):
        for name, group in groupby(dangling, key=lambda one: one.table):
            failures = [Failure(d.row, d.column, "foreign_key", f"is no row of {d.target or 'a table'}") for d in group]
            intake.refuse(name, failures)
    return intake.result()


class _Intake:
    """The rows still kept, and those refused on the way."""

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        self.kept = dict(frames)
        self.refused: list[Refusal] = []
        documents = frames["documents"]
        self.paths = dict(zip(documents["document_id"], documents["source_path"], strict=True))

    def refuse(self, name: str, failures: Sequence[Failure]) -> None:
        """Take the rows that failed out of a table."""
        if not failures:
            return
        frame = self.kept[name]
        by_row: dict[int, list[Failure]] = defaultdict(list)
        for failure in failures:
            by_row[failure.row].append(failure)
        places = sorted(by_row)
        records = frame.iloc[places].astype(object).to_dict("records")
        for place, record in zip(places, records, strict=True):
            self._add(name, record, by_row[place])
        self.kept[name] = frame.drop(index=frame.index[places]).reset_index(drop=True)

    def retype(self, name: str) -> None:
        """Give the columns that a misfit kept from their type that type."""
        for column in _mixed(schemas.tables()[name], self.kept[name]):
            cells = self.kept[name][column.name].tolist()
            self.kept[name] = self.kept[name].assign(**{column.name: typed(column, cells)})

    def _add(self, name: str, row: dict[Any, Any], reasons: Sequence[Failure]) -> None:
        key = [_text(row[part]) or "" for part in schemas.tables()[name].primary_key]
        row_id = ":".join(key) if any(key) else None
        first, document = reasons[0], _text(row.get("document_id"))
        told = "; ".join(f"{f.column}: {_text(row[f.column]) or 'nothing'} {f.error}" for f in reasons)
        path = self.paths.get(row.get("document_id"))
        self.refused.append(
            Refusal(name, row_id, document, first.column, first.check, _text(row[first.column]), told, _text(path))
        )

    def result(self) -> Validation:
        """What was kept, and what was not."""
        if not self.refused:
            return Validation(self.kept, [])
        before = self.kept["refused"].astype(object)
        rows = before.where(before.notna(), None).itertuples(index=False, name=None)
        self.kept["refused"] = frame_of(schemas.tables()["refused"], [*rows, *self.refused])
        return Validation(self.kept, self.refused)


def _type_failures(table: schemas.Table, frame: pd.DataFrame) -> Iterator[Failure]:
    """The cells that their column's type cannot hold."""
    for column in _mixed(table, frame):
        for row, value in enumerate(frame[column.name]):
            if not fits(column, value):
                yield Failure(row, column.name, "type", f"is no {column.type}")


def _mixed(table: schemas.Table, frame: pd.DataFrame) -> list[schemas.Column]:
    """The columns that a misfit kept from their type."""
    return [
        column for column, dtype in zip(table.columns, frame.dtypes, strict=True) if pd.api.types.is_object_dtype(dtype)
    ]


def _model_failures(checked: pn.DataFrameSchema, frame: pd.DataFrame) -> Iterator[Failure]:
    """What pandera finds, row by row."""
    try:
        checked.validate(frame, lazy=True)
    except pn.errors.SchemaErrors as errors:
        for error in errors.schema_errors:
            yield from _failures(error, frame)


def _failures(error: pn.errors.SchemaError, frame: pd.DataFrame) -> Iterator[Failure]:
    match error.reason_code:
        case SchemaErrorReason.SERIES_CONTAINS_NULLS:
            column = str(error.schema.name)
            for row in _positions(frame[column].isna()):
                yield Failure(row, column, "missing", "stands where something must")
        case SchemaErrorReason.DATAFRAME_CHECK if error.check_output is not None:
            check, column, *_ = str(error.check.name).split(" ")
            for row in _positions(~error.check_output.fillna(True).astype(bool)):
                yield Failure(row, column, check, str(error.check.error))
        case _:
            raise error


def _positions(flags: pd.Series[bool]) -> list[int]:
    """The rows that are flagged; a check may have left out those without a value."""
    return [int(row) for row in flags.index[flags.to_numpy(dtype=bool)]]


def _text(value: object) -> str | None:
    """A cell as words, cut, for a table of words; what UTF-8 cannot hold is written as an escape."""
    if value is None or value is pd.NA:
        return None
    return str(value)[:VALUE_SHOWN].encode("utf-8", "backslashreplace").decode("utf-8") or None
