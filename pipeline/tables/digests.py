"""The sha256 of files; of all that a run has written so far, with their paths, on disk as soon as they are many."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_NOWHERE: Final = ""
"""SQLite's name for a database that has no name, which goes to a temporary file when it grows."""


def digest_of(path: Path) -> str:
    """The sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Digests:
    """Path → sha256, for one thread.

    >>> digests = Digests()
    >>> digests["text/b.txt"], digests["text/a.txt"] = "11", "22"
    >>> list(digests.items())
    [('text/a.txt', '22'), ('text/b.txt', '11')]
    """

    def __init__(self) -> None:
        self.files = sqlite3.connect(_NOWHERE, isolation_level=None)
        self.files.executescript("CREATE TABLE files (path TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID; BEGIN;")

    def __setitem__(self, path: str, digest: str) -> None:
        self.files.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", [path, digest])

    def __getitem__(self, path: str) -> str:
        (digest,) = self.files.execute("SELECT digest FROM files WHERE path = ?", [path]).fetchone()
        return str(digest)

    def items(self) -> Iterator[tuple[str, str]]:
        """All of them, in the order of paths."""
        return self.files.execute("SELECT path, digest FROM files ORDER BY path")
