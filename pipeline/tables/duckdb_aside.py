"""The database of a run with workers, written by a process of its own: the run has neither its memory nor its time."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.tables.duckdb_file import NAME, Database

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]


class DatabaseAside:
    """What a `Database` does, done elsewhere; the process starts with the first rows, and ends with the one it is for.

    Its errors are raised here, by the next call; `OSError` where it has died.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, rows: Mapping[str, pa.Table]) -> None:
        """See `Database.add`."""
        self._tell("add", rows)

    def finish(self, parquet: Mapping[str, Path]) -> None:
        """See `Database.finish`."""
        self._tell("finish", parquet)
        self._answer()
        self.close()

    def close(self) -> None:
        """See `Database.close`."""
        if "_process" in vars(self):
            self._process[1].close()
            self._process[0].join()

    def _tell(self, name: str, words: Any) -> None:
        if self._process[1].poll():
            self._answer()
        try:
            self._process[1].send((name, words))
        except OSError:  # it ended: what it said last tells why
            self._answer()

    def _answer(self) -> None:
        process, pipe = self._process
        try:
            told = pipe.recv()
        except (EOFError, OSError) as error:
            process.join()
            raise OSError(f"{NAME}: the process that writes it has died (exit code {process.exitcode})") from error
        if told is not None:
            raise told

    @cached_property
    def _process(self) -> tuple[Any, Connection]:
        context = multiprocessing.get_context("spawn")  # it needs nothing of what workers have loaded, some 40 MB
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.path), daemon=True)
        process.start()
        theirs.close()
        return process, ours


def _serve(pipe: Connection, path: Path) -> None:
    """Do what is asked for until the end of the pipe, or until it fails, which is the answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a run that is interrupted ends the pipe
    database = Database(path)
    try:
        with suppress(EOFError):
            while True:
                name, words = pipe.recv()
                getattr(database, name)(words)
                if name == "finish":
                    pipe.send(None)
    except Exception as error:  # no other exception than these two is sure to be the same at the other end
        with suppress(OSError):
            pipe.send(error if isinstance(error, OSError) else RuntimeError(f"{NAME}: {type(error).__name__}: {error}"))
    finally:
        with suppress(OSError):
            database.close()
