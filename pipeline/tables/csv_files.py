"""Frames → CSV: UTF-8, LF, RFC 4180; empty for missing, `true` and `false`, decimals plain. Always the same bytes.

Cells are quoted here and not by `csv`, which leaves a bare carriage return unquoted: a reader ends the row there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import schemas

if TYPE_CHECKING:
    import pandas as pd

_QUOTED: Final = re.compile(r'[",\r\n]')


def csv_header(table: schemas.Table) -> bytes:
    """The first line of a CSV file.

    >>> csv_header(schemas.tables()["changes"])[:29]
    b'series_id,from_document_id,to'
    """
    return (",".join(table.names) + "\n").encode("utf-8")


def csv_lines(table: schemas.Table, frame: pd.DataFrame) -> bytes:
    """The lines of a CSV file behind its header."""
    import pyarrow as pa  # type: ignore[import-untyped]

    columns = [_cells(column.type, pa.array(frame[column.name]).to_pylist()) for column in table.columns]
    return "".join(f"{line}\n" for line in map(",".join, zip(*columns, strict=True))).encode("utf-8")


def plain_decimal(value: Decimal) -> str:
    """A decimal without exponent and without zeros at its end.

    >>> plain_decimal(Decimal("31100000000.000000000")), plain_decimal(Decimal("3.700")), plain_decimal(Decimal("1E+3"))
    ('31100000000', '3.7', '1000')
    """
    printed = format(value, "f")
    return printed.rstrip("0").rstrip(".") if "." in printed else printed


def _cells(type_name: str, values: Sequence[object]) -> list[str]:
    match type_name:
        case "boolean":
            return ["" if value is None else "true" if value else "false" for value in values]
        case "decimal":
            return [plain_decimal(value) if isinstance(value, Decimal) else "" for value in values]
        case "integer":
            return ["" if value is None else str(value) for value in values]
    return ["" if value is None else quoted(str(value)) for value in values]


def quoted(cell: str) -> str:
    """A cell as it stands in a CSV file."""
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell
