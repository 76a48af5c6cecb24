"""An output folder → PostgreSQL: its tables, their keys, comments and views in one schema, the whole set or nothing."""

from __future__ import annotations

import hashlib
import secrets
import time
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["PATIENCE", "InputError", "Published", "publish"]

PATIENCE: Final = 60.0
"""Seconds to wait for those who read the old tables."""


class InputError(Exception):
    """The folder is not as a run has written it. The message says what is wrong, a line each."""


class Published(NamedTuple):
    """What stands in the database: rows by table, the names of the views, the sha256 of the folder's manifest.

    `is_unchanged` tells that it stood there already, and was not touched.
    """

    schema: str
    rows: dict[str, int]
    views: tuple[str, ...]
    manifest: str
    is_unchanged: bool
    seconds: float


def publish(address: str, out: Path, schema: str = "factsheets", *, patience: float = PATIENCE) -> Published:
    """Put the tables of an output folder into a schema of a database, in the place of those that were there.

    Everything happens in one transaction, so that whatever fails leaves what stood. Raises `ValueError` for what is wrongly
    asked, `InputError` for a folder that is not whole, `BusyError` for a schema that others write or read, `OutputError` for
    one of somebody else's and for all that the server refuses.
    """
    from pipeline.fingerprint import fingerprint
    from pipeline.publish import filling, server, swap

    started = time.monotonic()
    swap.check_name(schema)
    server.check_address(address)
    wanted = swap.Mark(_checked(out), fingerprint(), filling.holds())
    with server.connected(address) as connection, connection.transaction():
        swap.claim(connection, schema)
        old = swap.standing(connection, schema)
        if old != wanted:
            new = f"{schema[:40]}_new_{secrets.token_hex(6)}"
            connection.execute(f"CREATE SCHEMA {new}; SET LOCAL search_path TO {new}")
            filling.fill(connection, out / "parquet")
            swap.put_mark(connection, new, wanted)
            _check_unmoved(out, wanted.manifest)
            swap.exchange(connection, schema, old, new, patience)
    rows = filling.row_counts(out / "parquet")
    views = tuple(name for kind, name in map(str.split, wanted.holds) if kind == "VIEW")
    return Published(schema, rows, views, wanted.manifest, old == wanted, time.monotonic() - started)


def _checked(out: Path) -> str:
    """The sha256 of the manifest of a folder in which every file is as it was written."""
    from pipeline.tables.manifest import problems

    digest = _digest(out)
    if found := problems(out):
        raise InputError("\n".join(found))
    return digest


def _check_unmoved(out: Path, manifest: str) -> None:
    """Raise `BusyError` when another run has put its folder in the place of the one that was read."""
    from pipeline.tables import BusyError

    if _digest(out) != manifest:
        raise BusyError(f"{out} was written anew in the meantime: publish again")


def _digest(out: Path) -> str:
    """The sha256 of a folder's manifest; that of nothing where there is none."""
    from pipeline.tables.manifest import NAME

    with suppress(OSError):
        return hashlib.sha256((out / NAME).read_bytes()).hexdigest()
    return hashlib.sha256().hexdigest()
