"""One SQL query → rows, from the database of an output folder: nothing is written, no other file of the machine is read.

Sheets are strangers' words, and so may queries be: the connection is read-only, knows no file but this one, loads nothing
and cannot be told otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pipeline.tables.duckdb_file import NAME

if TYPE_CHECKING:
    import duckdb

_LOCKED: Final[dict[str, Any]] = {
    "enable_external_access": "false",
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
    "python_enable_replacements": "false",
    "temp_directory": "",
    "lock_configuration": "true",
}
_AT_ONCE: Final = 10_000


class QueryError(Exception):
    """The query is wrong, or asks for what it may not; the message is one line."""


class Answer(NamedTuple):
    """The names of the columns, and the rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def connect(out: Path) -> duckdb.DuckDBPyConnection:
    """The locked connection to a folder's database; `FileNotFoundError` without one, `OSError` when it cannot be read."""
    import duckdb

    path = out / NAME
    if not path.is_file():
        raise FileNotFoundError(path)
    try:
        return duckdb.connect(str(path), read_only=True, config=_LOCKED)
    except duckdb.Error as error:
        raise OSError(_one_line(error)) from error


def ask(connection: duckdb.DuckDBPyConnection, query: str) -> Answer:
    """The answer to a query; `QueryError` tells what is wrong with it. Of several statements the last one answers."""
    import duckdb

    try:
        result = connection.execute(query)
    except duckdb.InterruptException as error:
        raise KeyboardInterrupt from error
    except duckdb.Error as error:
        raise QueryError(_one_line(error)) from error
    columns = tuple(str(column[0]) for column in (result.description if result is not None else None) or ())
    if not columns:
        raise QueryError("the query gives no rows")
    return Answer(columns, _rows(result))


def _rows(result: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    import duckdb

    try:
        while rows := result.fetchmany(_AT_ONCE):
            yield from rows
    except duckdb.InterruptException as error:
        raise KeyboardInterrupt from error
    except duckdb.Error as error:
        raise QueryError(_one_line(error)) from error


def _one_line(error: Exception) -> str:
    """What an error says, without the picture of the query below it."""
    return " ".join(str(error).partition("\nLINE ")[0].split())
