"""Parquet → new tables of PostgreSQL, with keys, indices, comments and views; memory stays flat, whatever is in the files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import schemas
from pipeline.publish.views import HELPER_NAMES, HELPERS, made_views
from pipeline.tables.csv_files import printed_cells
from pipeline.tables.ddl import AREAS, area_rows, comments, create_table, keys, parents_first, quoted

if TYPE_CHECKING:
    import psycopg
    import pyarrow as pa  # type: ignore[import-untyped]

_TEXT: Final = 'text COLLATE "C"'
"""Texts are compared by their characters, as DuckDB does, and so in the same order on every server."""
_TYPES: Final = {
    "string": _TEXT, "edtf": _TEXT, "date": "date", "integer": "bigint", "decimal": "numeric", "boolean": "boolean",
}  # fmt: skip
_SPREAD: Final = " WITH (fillfactor = 10)"
"""Views look each area up by its code. Were all of them on three pages, PostgreSQL would read these and not the index."""
_AT_ONCE: Final = 1 << 14
_ESCAPES: Final = (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"))


def holds() -> tuple[str, ...]:
    """What is made, in order, as `DROP` names it.

    >>> holds()[-1]
    'VIEW v_timeline'
    """
    tables = (f"TABLE {table.name}" for table in (*parents_first(), AREAS))
    return (*tables, *HELPER_NAMES, *(made.named for made in made_views()))


def fill(connection: psycopg.Connection, parquet: Path) -> None:
    """Make all tables and views in the first schema of the session's path, within its transaction.

    Raises `RuntimeError` when a table has not as many rows as its file.
    """
    for table in parents_first():
        connection.execute(create_table(table, _TYPES))
        _copy(connection, table, _batches(parquet, table), _count(parquet, table))
    connection.execute(create_table(AREAS, _TYPES) + _SPREAD)
    _copy(connection, AREAS, iter([_area_batch()]), len(area_rows()))
    views = (f"{made.sql};\nCOMMENT ON {made.named} IS {quoted(made.description)}" for made in made_views())
    connection.execute(";\n".join([HELPERS, *views]))


def row_counts(parquet: Path) -> dict[str, int]:
    """How many rows the files of a folder have, by table."""
    return {name: _count(parquet, table) for name, table in schemas.tables().items()}


def _copy(connection: psycopg.Connection, table: schemas.Table, batches: Iterator[pa.RecordBatch], count: int) -> None:
    """Fill a table that was just made. Rows come before keys, which are then checked all at once.

    Rows are frozen: a transaction that began before them and finds the table sees them all, where it would else see none.
    """
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY {table.name} FROM STDIN (FREEZE)") as copy:
            for batch in batches:
                copy.write(copy_lines(table, batch))
        if cursor.rowcount != count:
            raise RuntimeError(f"{table.name}: {cursor.rowcount} rows were taken of {count}")
    connection.execute(";\n".join(_statements(table)))


def _statements(table: schemas.Table) -> Iterator[str]:
    """What a table needs beside its rows: keys, an index for each column by which rows are joined, comments."""
    yield from (f"ALTER TABLE {table.name} ADD {key}" for key in keys(table, into_itself=True))
    for column in dict.fromkeys(key.column for key in table.foreign_keys):
        if (column,) != table.primary_key[:1]:
            yield f'CREATE INDEX ON {table.name} ("{column}")'
    yield from comments(table)
    yield f"ANALYZE {table.name}"


def copy_lines(table: schemas.Table, batch: pa.RecordBatch) -> bytes:
    r"""Rows as the text that `COPY` takes: a line a row, tabs between cells, `\N` for a missing value.

    >>> import pyarrow as pa
    >>> copy_lines(AREAS, pa.RecordBatch.from_pydict({"area": ["a\tb\\", ""], "name": ["x\n", None]}))
    b'a\\tb\\\\\tx\\n\n\t\\N\n'
    """
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    columns = []
    for n, column in enumerate(table.columns):
        cells = printed_cells(column.type, batch.column(n))
        for char, escaped in _ESCAPES if _TYPES[column.type] == _TEXT else ():
            cells = pc.replace_substring(cells, char, escaped)
        columns.append(cells)
    lines = pc.binary_join_element_wise(*columns, "\t", null_handling="replace", null_replacement="\\N")
    return "".join(f"{line}\n" for line in lines.to_pylist()).encode("utf-8")


def _batches(parquet: Path, table: schemas.Table) -> Iterator[pa.RecordBatch]:
    import pyarrow.parquet as pq  # type: ignore[import-untyped]

    with pq.ParquetFile(parquet / f"{table.name}.parquet") as stored:
        yield from stored.iter_batches(batch_size=_AT_ONCE)


def _count(parquet: Path, table: schemas.Table) -> int:
    import pyarrow.parquet as pq

    return int(pq.read_metadata(parquet / f"{table.name}.parquet").num_rows)


def _area_batch() -> pa.RecordBatch:
    import pyarrow as pa

    columns = zip(*area_rows(), strict=True)
    return pa.RecordBatch.from_arrays([pa.array(column) for column in columns], names=list(AREAS.names))
