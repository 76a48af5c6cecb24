"""Parquet → `factsheets.duckdb`: all tables with their keys, types and comments, and the views of `schemas/views.sql`.

DuckDB gives every file it makes a number of its own, so that two files of one content differ in some bytes. Therefore the
file is made only when its content is another one (`made_from`), else the file that stands is kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import schemas
from pipeline.fingerprint import fingerprint
from pipeline.tables.ddl import AREAS, area_rows, comments, create_table, keys, parents_first, quoted
from schemas.views import View, views

NAME: Final = "factsheets.duckdb"
_TYPES: Final = {
    "string": "VARCHAR", "edtf": "VARCHAR", "date": "DATE", "integer": "BIGINT", "decimal": "DECIMAL(38, 9)",
    "boolean": "BOOLEAN",
}  # fmt: skip
_BLOCK: Final = 1 << 14
"""Bytes that each column takes at least; DuckDB's own choice would make 6 MB of one sheet."""
_BATCH: Final = 1 << 12
_LEAST_MEGABYTES: Final = 32
_KEY_BYTES: Final = 64
_KINDS: Final = {"view": "VIEW", "macro": "MACRO", "table_macro": "MACRO TABLE"}


def made_from(parts: Iterable[bytes]) -> str:
    """The sha256 of all that a database is made from: the tables' bytes, the program and the library."""
    digest = hashlib.sha256(f"{fingerprint()} {version('duckdb')}".encode())
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def stated(out: Path) -> dict[str, str]:
    """What the account of a run in an output folder says of its database: `made_from` and `sha256`; empty without one.

    >>> stated(Path("nowhere"))
    {}
    """
    try:
        told = json.loads((out / "run.json").read_bytes())["database"]
        return {"made_from": str(told["made_from"]), "sha256": str(told["sha256"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def is_kept(out: Path, content: str) -> bool:
    """Whether the database that stands in a folder was made from the same content, and is as it was made."""
    told = stated(out)
    if told.get("made_from") != content:
        return False
    try:
        with (out / NAME).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == told["sha256"]
    except OSError:
        return False


def make_database(parquet: Path, path: Path) -> None:
    """Make the database at `path` from the Parquet files of all tables in a folder."""
    import duckdb

    try:
        try:
            _make(parquet, path, {"memory_limit": f"{_megabytes(parquet)}MB"})
        except duckdb.OutOfMemoryException:
            path.unlink()
            _make(parquet, path, {})
    except duckdb.IOException as error:
        raise OSError(f"{NAME}: {error}") from error


def _megabytes(parquet: Path) -> int:
    """What is enough to fill the database: all keys of a table are in memory while it grows, and little else need be."""
    import pyarrow.parquet as pq  # type: ignore[import-untyped]

    rows: int = max(pq.read_metadata(parquet / f"{name}.parquet").num_rows for name in schemas.tables())
    return _LEAST_MEGABYTES + rows * _KEY_BYTES // 1_000_000


def _make(parquet: Path, path: Path, limits: dict[str, str]) -> None:
    """Make it; what does not fit into memory waits beside it, where a run that is killed leaves nothing for good."""
    path.write_bytes(_skeleton())
    with (
        TemporaryDirectory(dir=path.parent) as folder,
        _opened(path, {"temp_directory": folder, **limits}) as connection,
    ):
        for table in parents_first():
            _fill(connection, table.name, parquet / f"{table.name}.parquet")


@cache
def _skeleton() -> bytes:
    """A database without rows but those of the areas. Its hundreds of statements take longer than the rows of a sheet, so
    that a process makes it once."""
    from pipeline.engine.scratch import scratch

    with scratch() as folder:
        with _opened(folder / NAME, {}) as connection:
            for table in [*parents_first(), AREAS]:
                _create(connection, table)
            columns = [list(part) for part in zip(*area_rows(), strict=True)]
            connection.execute("INSERT INTO areas SELECT unnest(?), unnest(?)", columns)
            connection.execute(_together(statement for view in views() for statement in _view_statements(view)))
        return (folder / NAME).read_bytes()


@contextmanager
def _opened(path: Path, limits: dict[str, str]) -> Iterator[Any]:
    import duckdb

    with duckdb.connect(config={"threads": 1, "temp_directory": "", **limits}) as connection:
        connection.execute(f"ATTACH {quoted(str(path))} AS factsheets (BLOCK_SIZE {_BLOCK})")
        connection.execute("USE factsheets")
        yield connection


def _fill(connection: Any, name: str, stored: Path) -> None:
    """The rows of a table. Each goes to disk before the next: what waits for the end of a transaction is in memory, and so
    are keys."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with pq.ParquetFile(stored) as file:
        if file.metadata.num_rows:
            rows = pa.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches(batch_size=_BATCH))
            connection.register("new_rows", rows)
            connection.execute(f"INSERT INTO {name} SELECT * FROM new_rows")
            connection.unregister("new_rows")
            connection.execute("CHECKPOINT")


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
