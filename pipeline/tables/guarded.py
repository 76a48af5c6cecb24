"""CSV for spreadsheets: the same tables once more, with no cell that a spreadsheet takes for a formula.

The files in `csv/` hold every value exactly as it is; a spreadsheet that opens them would run a cell such as `=1+1`. In the
copies every text is quoted, and one that begins like a formula has an apostrophe in front, which spreadsheets show or hide
and never run. Numbers, dates and truth values are what they are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import schemas

FOLDER: Final = "csv_spreadsheet"
_RUN: Final = frozenset("=+-@\t\r\n＝＋－＠")
_PLAIN: Final = frozenset({"boolean", "decimal", "integer"})


def guarded(cell: str) -> str:
    """A text that no spreadsheet runs.

    >>> guarded("=1+1"), guarded("-5 °C"), guarded(" @a"), guarded("3.7"), guarded("")
    ("'=1+1", "'-5 °C", "' @a", '3.7', '')
    """
    begins = {cell[:1], cell.lstrip()[:1]} - {""}
    return cell if begins.isdisjoint(_RUN) else f"'{cell}"


def guarded_lines(table: schemas.Table, path: Path) -> Iterator[bytes]:
    """The lines of the guarded copy of a table's CSV file."""
    is_plain = [column.type in _PLAIN for column in table.columns]
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, strict=True)
        yield (",".join(next(rows)) + "\n").encode()
        for row in rows:
            cells = (cell if plain else _quoted(guarded(cell)) for cell, plain in zip(row, is_plain, strict=True))
            yield (",".join(cells) + "\n").encode()


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if cell else ""
