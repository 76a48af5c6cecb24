"""The two sides of `factsheets diff`: a file, or a document of an output folder, as rows."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, get_type_hints

from pipeline.read.files.inputs import find_sources
from pipeline.records import Change, Event, Observation, Refused, Visit
from pipeline.sheet import read_sheet
from pipeline.tables.stored import stored_rows

RECORDS: Mapping[str, Any] = {"visits": Visit, "observations": Observation, "events": Event}


class Side:
    """One version: what it is called, its series, its rows by table."""

    def __init__(self, name: str, series_id: str, rows: Mapping[str, list[Any]]) -> None:
        self.name, self.series_id, self.rows = name, series_id, rows
        self._by_id = {(table, row[0]): row for table, found in rows.items() for row in found}

    def row(self, table: str, row_id: str | None) -> Any:
        """One of its rows by its id; `None` for a row that it has not."""
        return self._by_id.get((table, row_id or ""))


def side(name: str, out: Path) -> Side:
    """The version that a file holds, or a document of the tables in `out` by its id.

    Raises `ValueError` with what is wrong: no such file or document, several sheets in one file, no fact sheet, tables
    that no run wrote.
    """
    if os.path.exists(name):
        return _of_file(Path(name))
    try:
        if not any(row["document_id"] == name for row in stored_rows(out, "documents")):
            raise FileNotFoundError(name)
        rows = {table: [_record(RECORDS[table], row) for row in _of(name, table, out)] for table in RECORDS}
    except FileNotFoundError:
        raise ValueError(f"{name} is no file, and no document of the tables in {out}") from None
    except (KeyError, TypeError, ValueError, ArithmeticError, OSError, csv.Error) as error:
        raise ValueError(f"the tables in {out} cannot be read: `factsheets run` makes them anew") from error
    return Side(name, name.rpartition("/")[0], rows)


def _of(document_id: str, table: str, out: Path) -> list[dict[str, str]]:
    with (out / "csv" / f"{table}.csv").open(encoding="utf-8") as lines:
        if lines.readline() != ",".join(RECORDS[table]._fields) + "\n":
            raise ValueError(table)
    return [row for row in stored_rows(out, table) if row["document_id"] == document_id]


def _of_file(path: Path) -> Side:
    sheets = [one if isinstance(one, Refused) else read_sheet(one) for one in find_sources([path])]
    if len(sheets) != 1:
        raise ValueError(f"{path} holds {len(sheets)} sheets, not one")
    sheet = sheets[0]
    if isinstance(sheet, Refused):
        raise ValueError(f"{path}: {sheet.message}")
    return Side(str(path), sheet.document.series_id, {table: list(rows) for table, rows in sheet.facts().items()})


def _record(kind: Any, row: Mapping[str, str]) -> Any:
    """A row of a CSV table as the record that it was made from."""
    return kind(**{name: _value(row[name], hint) for name, hint in get_type_hints(kind).items()})


def _value(cell: str, hint: Any) -> object:
    kinds = {hint, *getattr(hint, "__args__", ())}
    if not cell and str not in {hint}:
        return None
    if bool in kinds:
        return cell == "true"
    if int in kinds:
        return int(cell)
    return Decimal(cell) if Decimal in kinds else cell


def plain_rows(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Changes as dictionaries, for JSON."""
    return [change._asdict() for change in changes]
