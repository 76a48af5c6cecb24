"""Arrow tables → CSV: UTF-8, LF, RFC 4180; empty for missing, `true` and `false`, decimals plain. Always the same bytes.

Cells are quoted here and not by `csv`, which leaves a bare carriage return unquoted: a reader ends the row there.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import schemas

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

_QUOTED: Final = re.compile(r'[",\r\n]')
_MARKS: Final = (b'"', b",", b"\r", b"\n")


def csv_header(table: schemas.Table) -> bytes:
    """The first line of a CSV file.

    >>> csv_header(schemas.tables()["changes"])[:29]
    b'series_id,from_document_id,to'
    """
    return (",".join(table.names) + "\n").encode("utf-8")


def csv_lines(table: schemas.Table, rows: pa.Table) -> bytes:
    """The lines of a CSV file behind its header, whole columns at once."""
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    if not rows.num_rows:
        return b""
    whole = rows.combine_chunks()
    *columns, last = (_cells(column.type, whole[column.name].chunk(0)) for column in table.columns)
    ended = pc.binary_join_element_wise(last, "\n", "", null_handling="replace", null_replacement="")
    return _bytes(pc.binary_join_element_wise(*columns, ended, ",", null_handling="replace", null_replacement=""))


def plain_decimal(value: Decimal) -> str:
    """A decimal without exponent and without zeros at its end.

    >>> plain_decimal(Decimal("31100000000.000000000")), plain_decimal(Decimal("3.700")), plain_decimal(Decimal("1E+3"))
    ('31100000000', '3.7', '1000')
    """
    printed = format(value, "f")
    return printed.rstrip("0").rstrip(".") if "." in printed else printed


def printed_cell(value: object) -> str:
    """A value as text: nothing for a missing one.

    >>> printed_cell(None), printed_cell(True), printed_cell(Decimal("3.700")), printed_cell(7)
    ('', 'true', '3.7', '7')
    """
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case Decimal():
            return plain_decimal(value)
    return str(value)


def printed_cells(type_name: str, cells: pa.Array) -> pa.Array:
    """A column's values as text, whole columns at once: decimals plain, days as ISO 8601 has them, missing ones missing.

    >>> import pyarrow as pa
    >>> printed_cells("boolean", pa.array([True, None])).to_pylist()
    ['true', None]
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    printed = cells.cast(pa.string())
    if type_name != "decimal":
        return printed
    plain = pc.utf8_rtrim(pc.utf8_rtrim(printed, "0"), ".")  # nine digits behind the point, or an exponent
    is_tiny = pc.match_substring(printed, "E")
    tiny = pa.array(map(plain_decimal, cells.filter(is_tiny).to_pylist()), pa.string())
    return pc.replace_with_mask(plain, is_tiny, tiny)


def _cells(type_name: str, values: pa.Array) -> pa.Array:
    """A column as it stands in a CSV file; nothing is done cell by cell where no cell needs it."""
    import pyarrow.compute as pc

    cells = printed_cells(type_name, values)
    if type_name in ("boolean", "integer", "decimal"):
        return cells
    data = _bytes(cells)
    if not any(mark in data for mark in _MARKS):
        return cells
    needs_quotes = pc.fill_null(pc.match_substring_regex(cells, _QUOTED.pattern), False)
    doubled = pc.replace_substring(pc.filter(cells, needs_quotes), '"', '""')
    return pc.replace_with_mask(cells, needs_quotes, pc.binary_join_element_wise('"', doubled, '"', ""))


def _bytes(cells: pa.Array) -> bytes:
    """All that the cells of a column hold, one behind the other, and whatever lies beside it in a larger one."""
    data = cells.buffers()[2]
    return data.to_pybytes() if data else b""


def quoted(cell: str) -> str:
    """A cell as it stands in a CSV file (RFC 4180): in quotation marks only where it holds one, a comma or a line end.

    >>> quoted("1,200"), quoted("Uno")
    ('"1,200"', 'Uno')
    """
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell
