"""What an output folder has under an id: records, where they are printed, what was found about them; also as JSON.

Reads an output folder only, never the sheets: what is told is what was written.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

import schemas
from pipeline.tables.stored import stored_rows

_READ: Final[dict[str, Callable[[str], Any]]] = {"integer": int, "boolean": "true".__eq__}
"""How the cells of a column are read by its type; a decimal stays as it is written, so that no digit is lost."""


class Record(NamedTuple):
    """One row of one table as it was written: column → cell, empty where the value is missing."""

    table: str
    fields: dict[str, str]


class Lookup(NamedTuple):
    """What an output folder has under an id: the records, the findings about them, every id there is."""

    records: list[Record]
    findings: list[dict[str, str]]
    ids: list[str]


class Place(NamedTuple):
    """Where a record is printed: `text[start:end]` of a file, and why the text cannot be read, if it cannot."""

    path: Path
    start: int
    end: int
    text: str = ""
    trouble: str = ""

    @property
    def whole_lines(self) -> tuple[int, int]:
        """The span of the lines that the print touches."""
        last = self.text.find("\n", self.end)
        return self.text.rfind("\n", 0, self.start) + 1, len(self.text) if last < 0 else last


def look_up(out: Path, record_id: str) -> Lookup:
    """Look an id up in all tables of an output folder that have one."""
    lookup = Lookup([], [], [])
    for table, key in schemas.keys().items():
        for fields in stored_rows(out, table):
            lookup.ids.append(fields[key])
            if fields[key] == record_id:
                lookup.records.append(Record(table, fields))
            elif table == "findings" and record_id in _subjects(fields):
                lookup.findings.append(fields)
    return lookup


def place_of(record: Record, out: Path) -> Place | None:
    """Where a record is printed; none where it is about a whole document."""
    fields = record.fields
    if not fields.get("char_start"):
        return None
    path = out / "text" / f"{fields['document_id']}.txt"
    place = Place(path, int(fields["char_start"]), int(fields["char_end"]))
    try:
        return place._replace(text=path.read_bytes().decode("utf-8"))
    except OSError as error:
        return place._replace(trouble=error.strerror or "unreadable")


def is_its_quote(record: Record, place: Place) -> bool:
    """Whether at the place stands what the record quotes; else table and text are of different runs."""
    return place.text[place.start : place.end] == record.fields.get("quote", "")


def document(lookup: Lookup, out: Path) -> dict[str, Any]:
    """All of it as JSON has it: whole numbers and truth values as such, `null` for what is missing."""
    return {
        "records": [
            {"table": record.table, "fields": _typed(record.table, record.fields), "place": _place(record, out)}
            for record in lookup.records
        ],
        "findings": [_typed("findings", finding) for finding in lookup.findings],
    }


def _typed(table: str, fields: dict[str, str]) -> dict[str, Any]:
    types = {column.name: column.type for column in schemas.tables()[table].columns}
    return {name: _READ.get(types.get(name, ""), str)(cell) if cell else None for name, cell in fields.items()}


def _place(record: Record, out: Path) -> dict[str, Any] | None:
    place = place_of(record, out)
    if place is None:
        return None
    first, last = place.whole_lines
    return {
        "path": str(place.path),
        "char_start": place.start,
        "char_end": place.end,
        "lines": None if place.trouble else place.text[first:last].split("\n"),
        "is_quote": is_its_quote(record, place),
    }


def _subjects(finding: dict[str, str]) -> set[str]:
    """The ids a finding is about: its row, the row beside it, and its document where no row is named."""
    return {finding["row_id"] or finding["document_id"], finding["related_id"]}
