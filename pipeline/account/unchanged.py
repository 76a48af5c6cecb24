"""Whether a run would give what already stands in the output folder: then nothing is read, made or touched.

A run leaves the key of all that it depended on in `run.json`, with its account. When a later run has the same key and
every file is as the manifest says, that account is the later run's too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pipeline.account import Account
from pipeline.beside import corrections, decisions, files_beside
from pipeline.fingerprint import fingerprint
from pipeline.records import Refused, Source
from pipeline.tables.manifest import problems
from pipeline.tables.stored import StoredTables

BESIDE = (decisions.FILE, corrections.FILE)
"""What a run reads from a folder of sheets besides the sheets."""


def key_of(digests: Iterable[bytes], paths: Sequence[Path], asked: str = "") -> str:
    """The key of all inputs, in any order, of the files beside them that a run reads, of what it was asked for, and of the
    program."""
    own = hashlib.sha256(f"{fingerprint()} {asked}".encode()).digest()
    parts = [
        own,
        *sorted(digests),
        *(hashlib.sha256(file.read_bytes()).digest() for file in files_beside(paths, *BESIDE)),
    ]
    return hashlib.sha256(b"".join(parts)).hexdigest()


def digest_of(source: Source | Refused) -> bytes:
    """The sha256 of one input: the bytes, and what else a sheet is read from."""
    if isinstance(source, Refused):
        return hashlib.sha256(repr(source).encode("utf-8", "backslashreplace")).digest()
    told = (source.path, source.url, source.media_type, source.charset, source.captured)
    digest = hashlib.sha256(repr(told).encode("utf-8", "backslashreplace"))
    digest.update(source.data)
    return digest.digest()


def account_of(out: Path, key: str) -> Account | None:
    """The account of the run that made a folder, when it had this key and the folder is whole."""
    told = _stored(out)
    if told.get("key") != key or problems(out):
        return None
    account = told["account"]
    return Account(
        **account
        | {
            "rules": tuple(map(tuple, account["rules"])),
            "refused": tuple(Refused(**one) for one in account["refused"]),
            "duplicates": tuple(account["duplicates"]),
            "problems": tuple(account["problems"]),
        },
        out=out,
        written=True,
        tables=StoredTables(out),
        news=(),
        seconds=0.0,
        is_unchanged=True,
    )


def _stored(out: Path) -> dict[str, Any]:
    try:
        told = json.loads((out / "run.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
