"""The database before its first row: all tables with their keys, types and comments, and the views of `schemas/views.sql`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

import schemas
from pipeline.tables.ddl import AREAS, area_rows, comments, create_table, keys, parents_first, quoted
from schemas.views import View, views

_TYPES: Final = {
    "string": "VARCHAR", "edtf": "VARCHAR", "date": "DATE", "integer": "BIGINT", "decimal": "DECIMAL(38, 9)",
    "boolean": "BOOLEAN",
}  # fmt: skip
_BLOCK: Final = 1 << 14
"""Bytes that each column takes at least; DuckDB's own choice would make 6 MB of one sheet."""
_ROW_GROUP: Final = 1 << 14
_COMPRESSION: Final = "zstd"
"""What words are packed with: to try all that DuckDB knows takes as long as everything else and saves a quarter of the file."""
_KINDS: Final = {"view": "VIEW", "macro": "MACRO", "table_macro": "MACRO TABLE"}


@cache
def empty_database() -> bytes:
    """A database without rows but those of the areas. Its hundreds of statements take longer than the rows of a sheet, so
    that a process makes it once."""
    from pipeline.engine.scratch import scratch

    with scratch() as folder:
        with opened(folder / "empty", {}) as connection:
            for table in [*parents_first(), AREAS]:
                _create(connection, table)
            columns = [list(part) for part in zip(*area_rows(), strict=True)]
            connection.execute("INSERT INTO areas SELECT unnest(?), unnest(?)", columns)
            connection.execute(_together(statement for view in views() for statement in _view_statements(view)))
        return (folder / "empty").read_bytes()


@contextmanager
def opened(path: Path, limits: dict[str, str]) -> Iterator[Any]:
    """A file to write into. It has no log beside it: what is left of one that was not finished is thrown away."""
    import duckdb

    sizes = f"BLOCK_SIZE {_BLOCK}, ROW_GROUP_SIZE {_ROW_GROUP}, RECOVERY_MODE no_wal_writes"
    config: dict[str, Any] = {"threads": 1, "temp_directory": "", "force_compression": _COMPRESSION, **limits}
    with duckdb.connect(config=config) as connection:
        connection.execute(f"ATTACH {quoted(str(path))} AS factsheets ({sizes})")
        connection.execute("USE factsheets")
        # Where Python has no program of its own, as in a process beside a run, DuckDB would print bars on standard output.
        connection.execute("SET enable_progress_bar = false")
        yield connection


def _together(statements: Iterable[str]) -> str:
    """Statements as one transaction: a hundred comments, each with its own, take longer than the rows of a sheet."""
    return ";\n".join(["BEGIN", *statements, "COMMIT"])


def _create(connection: Any, table: schemas.Table) -> None:
    """Make an empty table.

    A key into the table itself cannot be stated: DuckDB would want the other row first, and two visits that confirm each
    other have no first.
    """
    connection.execute(_together([create_table(table, _TYPES, keys(table)), *comments(table)]))


def _view_statements(view: View) -> Iterator[str]:
    yield view.sql
    yield f"COMMENT ON {_KINDS[view.kind]} {view.name} IS {quoted(view.description)}"
