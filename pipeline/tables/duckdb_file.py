"""Arrow → `factsheets.duckdb`, part by part; `duckdb_empty` makes the tables that the rows go into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import schemas
from pipeline.tables.ddl import parents_first
from pipeline.tables.duckdb_empty import empty_database, opened

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

NAME: Final = "factsheets.duckdb"
TOGETHER: Final = 1 << 24
"""Bytes of rows that are written together."""
_BATCH: Final = 1 << 15
MEGABYTES, MOST_MEGABYTES = 96, 1 << 13
"""What the database may take of memory, the rest waits on disk; and what it may where that does not do for its keys: with 64
those of 80,000 small sheets do not fit."""


class Database:
    """A database that grows by parts of its tables, in the order of the keys; `OSError` tells that it cannot be written.

    What is written goes to disk and leaves memory, and so do keys, which would take more of it than all rows. A row that
    points to a document of a later part waits for it, with all rows of its table behind it. A table of which too much
    waits is filled at the end; so are all of them, with twice the share of memory as often as it takes, should its share
    not do.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.waiting: dict[str, list[pa.Table]] = {}
        self.size = 0
        self.megabytes = MEGABYTES
        self.late: set[str] = set()
        self.written: Counter[str] = Counter()
        self.stack = ExitStack()

    def add(self, rows: Mapping[str, pa.Table]) -> None:
        """Take rows of some tables; some of them wait until they are worth a transaction."""
        for name in rows.keys() - self.late:
            self.waiting.setdefault(name, []).append(rows[name])
            self.size += rows[name].nbytes
        if self.size >= TOGETHER:
            self._fill({})

    def finish(self, parquet: Mapping[str, Path]) -> None:
        """Write what waits, and what is left of the late tables from their Parquet files; nothing can be added then."""
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
        """What waits and points to nothing that is still to come, in one transaction: parents first."""
        import pyarrow as pa

        waiting, self.waiting, self.size = self.waiting, {}, 0
        self._connection.execute("BEGIN")
        for table in parents_first():
            if table.name in waiting:
                self._insert(table, pa.concat_tables(waiting[table.name]))
        self._connection.execute("COMMIT")
        self._connection.execute("CHECKPOINT")

    def _insert(self, table: schemas.Table, rows: pa.Table) -> None:
        """Write rows up to the first that has to wait."""
        ready = self._ready(table, rows)
        self._connection.register("new_rows", rows.slice(0, ready))
        self._connection.execute(f"INSERT INTO {table.name} SELECT * FROM new_rows")
        self._connection.unregister("new_rows")
        self.written[table.name] += ready
        if ready < len(rows):
            self._keep(table.name, rows.slice(ready))

    def _keep(self, name: str, rest: pa.Table) -> None:
        """Have rows wait: in memory, or for their Parquet file where they are too many."""
        if rest.nbytes > TOGETHER:
            self.late.add(name)
        else:
            self.waiting[name] = [rest]

    def _ready(self, table: schemas.Table, rows: pa.Table) -> int:
        """How many rows stand before the first that points to a document which is not there yet."""
        import pyarrow as pa
        import pyarrow.compute as pc  # type: ignore[import-untyped]

        ready = len(rows)
        columns = [key.column for key in table.foreign_keys if key.table == "documents"]
        for column in columns if len(columns) > 1 else ():  # one alone is the row's own document
            self._connection.register("pointed", pa.table({"id": pc.unique(rows[column])}))
            self._connection.execute("SELECT id FROM pointed WHERE id NOT IN (SELECT document_id FROM documents)")
            missing = pa.array([one for (one,) in self._connection.fetchall()], pa.string())
            self._connection.unregister("pointed")
            first = pc.index(pc.is_in(rows[column], value_set=missing), True).as_py()
            ready = min(ready, first) if first >= 0 else ready
        return ready

    def _write_late(self, parquet: Mapping[str, Path]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq  # type: ignore[import-untyped]

        for name in [table.name for table in parents_first() if table.name in self.late and table.name in parquet]:
            known = self.written[name]
            with pq.ParquetFile(parquet[name]) as file:
                for batch in file.iter_batches(batch_size=_BATCH):
                    self.waiting = {name: [pa.Table.from_batches([batch]).slice(known)]}
                    known = max(0, known - len(batch))
                    self._write()

    def _begin_anew(self) -> None:
        """With twice the memory, and with all tables at the end."""
        self.stack.close()
        del self._connection
        self.waiting, self.size, self.megabytes = {}, 0, 2 * self.megabytes
        self.late = {table.name for table in parents_first()}
        self.written.clear()

    @cached_property
    def _connection(self) -> Any:
        """The database, which is made when the first rows are to be written."""
        self.path.write_bytes(empty_database())
        folder = self.stack.enter_context(TemporaryDirectory(dir=self.path.parent))
        return self.stack.enter_context(
            opened(self.path, {"temp_directory": folder, "memory_limit": f"{self.megabytes}MB"})
        )


@contextmanager
def _told() -> Iterator[None]:
    import duckdb

    try:
        yield
    except duckdb.IOException as error:
        raise OSError(f"{NAME}: {error}") from error
