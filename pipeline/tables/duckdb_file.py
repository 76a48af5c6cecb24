"""Parquet → `factsheets.duckdb`: all tables with their keys, types and comments, and the views of `schemas/views.sql`.

DuckDB gives every file it makes a number of its own, so that two files of one content differ in some bytes. Therefore the
file is made only when its content is another one (`made_from`), else the file that stands is kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import schemas
from pipeline.fingerprint import fingerprint
from pipeline.tables.ddl import AREAS, area_rows, comments, create_table, keys, parents_first, quoted
from schemas.views import View, views

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

NAME: Final = "factsheets.duckdb"
_TYPES: Final = {
    "string": "VARCHAR", "edtf": "VARCHAR", "date": "DATE", "integer": "BIGINT", "decimal": "DECIMAL(38, 9)",
    "boolean": "BOOLEAN",
}  # fmt: skip
_BLOCK: Final = 1 << 14
"""Bytes that each column takes at least; DuckDB's own choice would make 6 MB of one sheet."""
TOGETHER: Final = 1 << 24
"""Bytes of rows that are written together."""
_ROW_GROUP: Final = 1 << 14
_BATCH: Final = 1 << 16
_COMPRESSION: Final = "zstd"
"""What words are packed with: to try all that DuckDB knows takes as long as everything else and saves a quarter of the file."""
MEGABYTES, MOST_MEGABYTES = 64, 1 << 13
"""What the database may take of memory, the rest waits on disk; and what it may where that does not do for its keys."""
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


class Database:
    """A database that grows by parts of its tables, in the order of the keys; `OSError` tells that it cannot be written.

    What is written goes to disk and leaves memory, and so do keys, which would take more of it than all rows. Tables
    whose rows point to documents of other parts are filled at the end; so are all of them, with twice the share of memory
    as often as it takes, should its share not do.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.waiting: dict[str, list[pa.Table]] = {}
        self.size = 0
        self.megabytes = MEGABYTES
        self.late = [table.name for table in parents_first() if _points_ahead(table)]
        self.stack = ExitStack()

    def add(self, rows: Mapping[str, pa.Table]) -> None:
        """Take rows of some tables; some of them wait until they are worth a transaction."""
        for name in rows.keys() - set(self.late):
            self.waiting.setdefault(name, []).append(rows[name])
            self.size += rows[name].nbytes
        if self.size >= TOGETHER:
            self._fill({})

    def finish(self, parquet: Mapping[str, Path]) -> None:
        """Write what waits, and the late tables from their Parquet files; nothing can be added then."""
        self._fill(parquet)
        self.close()

    def close(self) -> None:
        """Let go of the file, whatever it holds."""
        with _told():
            self.stack.close()

    def _fill(self, parquet: Mapping[str, Path]) -> None:
        import duckdb

        too_little = (duckdb.OutOfMemoryException, duckdb.TransactionException)  # the latter where it ends in a commit
        with _told():
            while True:
                try:
                    self._write()
                    return self._write_late(parquet)
                except too_little:
                    if self.megabytes >= MOST_MEGABYTES:
                        raise
                    self._begin_anew()

    def _write(self) -> None:
        """What waits, in one transaction: parents first."""
        import pyarrow as pa

        self._connection.execute("BEGIN")
        for name in [table.name for table in parents_first() if table.name in self.waiting]:
            self._connection.register("new_rows", pa.concat_tables(self.waiting[name]))
            self._connection.execute(f"INSERT INTO {name} SELECT * FROM new_rows")
            self._connection.unregister("new_rows")
        self._connection.execute("COMMIT")
        self._connection.execute("CHECKPOINT")
        self.waiting, self.size = {}, 0

    def _write_late(self, parquet: Mapping[str, Path]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq  # type: ignore[import-untyped]

        for name in filter(parquet.__contains__, self.late):
            with pq.ParquetFile(parquet[name]) as file:
                for batch in file.iter_batches(batch_size=_BATCH):
                    self.waiting = {name: [pa.Table.from_batches([batch])]}
                    self._write()

    def _begin_anew(self) -> None:
        """With twice the memory, and with all tables at the end."""
        self.stack.close()
        del self._connection
        self.waiting, self.size, self.megabytes = {}, 0, 2 * self.megabytes
        self.late = [table.name for table in parents_first()]

    @cached_property
    def _connection(self) -> Any:
        """The database, which is made when the first rows are to be written."""
        self.path.write_bytes(_skeleton())
        folder = self.stack.enter_context(TemporaryDirectory(dir=self.path.parent))
        return self.stack.enter_context(
            _opened(self.path, {"temp_directory": folder, "memory_limit": f"{self.megabytes}MB"})
        )


@contextmanager
def _told() -> Iterator[None]:
    import duckdb

    try:
        yield
    except duckdb.IOException as error:
        raise OSError(f"{NAME}: {error}") from error


def _points_ahead(table: schemas.Table) -> bool:
    """Whether rows point to other documents than their own."""
    return sum(key.table == "documents" for key in table.foreign_keys) > 1


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
    """A file to write into. It has no log beside it: what is left of one that was not finished is thrown away."""
    import duckdb

    sizes = f"BLOCK_SIZE {_BLOCK}, ROW_GROUP_SIZE {_ROW_GROUP}, RECOVERY_MODE no_wal_writes"
    config: dict[str, Any] = {"threads": 1, "temp_directory": "", "force_compression": _COMPRESSION, **limits}
    with duckdb.connect(config=config) as connection:
        connection.execute(f"ATTACH {quoted(str(path))} AS factsheets ({sizes})")
        connection.execute("USE factsheets")
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
