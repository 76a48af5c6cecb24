"""What all sheets have to be known for, on disk: a database that lives as long as a run, so that none is kept in mind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from pipeline.engine.scratch import no_room

_PRAGMAS: Final = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
"""It need not outlive the run: nothing is ever taken back or waited for."""


@contextmanager
def desk(folder: Path) -> Iterator[sqlite3.Connection]:
    """An empty database in a folder. Raises `OutputError` where there is no room for it."""
    try:
        with closing(sqlite3.connect(folder / "desk", isolation_level=None)) as database:
            database.executescript(_PRAGMAS)
            yield database
    except sqlite3.OperationalError as error:
        raise no_room(folder, OSError(str(error))) from error
