"""Whether the database that stands in an output folder is the one that a run would make, so that it is kept.

DuckDB gives every file it makes a number of its own, so that two files of one content differ in some bytes. Therefore the
file is made only when its content is another one (`made_from`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from pipeline.fingerprint import fingerprint
from pipeline.tables.digests import digest_of
from pipeline.tables.duckdb_file import NAME


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
        return digest_of(out / NAME) == told["sha256"]
    except OSError:
        return False
