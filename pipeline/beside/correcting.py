"""Corrections → rows that say what is right and what was printed, and findings that tell of both."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

import schemas
from pipeline.beside.corrections import FILE, Correction, matching
from pipeline.check.registry import at_row
from pipeline.extract.facts import Note
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.refusal import Refusal
from pipeline.tables.csv_files import printed_cell

DATES = {"date": "date", "period": "period"}
"""Columns that hold a date, with the beginning of the names of those that follow from it."""
KEPT = frozenset({"fact_key", "document_id", "section", "line", "char_start", "char_end", "quote", "value_printed"})
"""What says where and how something is printed is never corrected."""


class Corrected(NamedTuple):
    """The rows of the fact tables with what was corrected; `notes` by document; `problems` are entries that no longer fit."""

    rows: dict[str, list[Any]]
    notes: dict[str, list[Note]]
    problems: list[str]


def correct(rows: dict[str, list[Any]], corrections: Sequence[Correction]) -> Corrected:
    """Apply every confirmed correction, in order; a proposed one is only told."""
    made = Corrected({table: list(found) for table, found in rows.items()}, {}, [])
    for one in corrections:
        problem = _apply(one, made)
        if problem:
            made.problems.append(f"{FILE}: {one.id}: {problem}")
    return made


def _apply(one: Correction, made: Corrected) -> str | None:
    """Apply one entry. Returns why it could not be."""
    table = made.rows[one.table]
    places = matching(one, table)
    if not places:
        return "it matches no row: the sheet has changed, or the key or quote is misspelt"
    if len({table[n].document_id for n in places}) < len(places):
        return f"it matches {len(places)} rows: give a fact_key that only one has"
    if one.column not in table[0]._fields or one.column in KEPT or one.column.endswith("_id"):
        return f"{one.column} is no column of {one.table} that can be corrected"
    stated = {printed_cell(getattr(table[n], one.column)) for n in places}
    if one.status == "kept":
        return None if stated == {one.printed} else f"{one.column} is no longer {one.printed}: look at it again"
    if stated == {one.correct}:
        return f"the sheet says {one.correct or 'nothing'} by now: take the entry away"
    if stated != {one.printed}:
        return f"{one.column} is {' and '.join(sorted(stated)) or 'empty'}, not {one.printed or 'empty'}"
    changes = _columns(one)
    if isinstance(changes, str):
        return changes
    for n in places:
        made.notes.setdefault(table[n].document_id, []).append(_note(one, table[n]))
        if one.status == "confirmed":
            table[n] = table[n]._replace(**changes, correction_id=one.id)
    return None


def _columns(one: Correction) -> dict[str, Any] | str:
    """The columns to set, or why the correct value is none of the column's."""
    column = schemas.columns().get(f"{one.table}.{one.column}") or schemas.columns()[one.column]
    if not one.correct:
        return (
            {one.column: None}
            if one.column in schemas.tables()[one.table].nullable
            else f"{one.column} cannot be empty"
        )
    if one.column in DATES:
        return _date_columns(DATES[one.column], one.correct)
    try:
        match column.type:
            case "decimal":
                return {one.column: Decimal(one.correct)}
            case "integer":
                return {one.column: int(one.correct)}
            case "boolean":
                return {one.column: {"true": True, "false": False}[one.correct]}
    except (InvalidOperation, ValueError, KeyError):
        return f"{one.correct} is no {column.type}"
    if column.enum and one.correct not in schemas.closed_list(column.enum):
        return f"{one.correct} is not in the list of {one.column}"
    return {one.column: one.correct}


def _date_columns(name: str, edtf: str) -> dict[str, Any] | str:
    value: DateValue | Refusal = parse_date(edtf)
    if isinstance(value, Refusal) or value.edtf != edtf:
        return f"{edtf} is no date as EDTF writes it"
    return {
        name: value.edtf, f"{name}_start": value.start, f"{name}_end": value.end, f"{name}_precision": value.precision,
    }  # fmt: skip


def _note(one: Correction, row: Any) -> Note:
    is_applied = one.status == "confirmed"
    told = "corrected" if is_applied else "a correction is proposed"
    return at_row(
        "corrected",
        row,
        f"{one.column} {told} ({one.id}): {one.why}; {one.evidence}",
        expected=one.correct or None,
        found=one.printed or None,
        suggestion=None if is_applied else one.correct or None,
    )
