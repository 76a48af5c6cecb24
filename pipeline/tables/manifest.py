"""`manifest.json`: the sha256 of every file that a run wrote, so that a folder can be checked against it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pipeline.tables import duckdb_file, duckdb_kept
from pipeline.tables.digests import digest_of
from pipeline.tables.json_pieces import Members
from pipeline.tables.owned import entries, is_ours

NAME: Final = "manifest.json"
_LOOSE: Final = frozenset({NAME, "run.json", duckdb_file.NAME})
"""What tells of a run itself differs from run to run, and so do some bytes of a database: DuckDB numbers the files that it
makes at random. The database's sha256 stands in `run.json`."""


def manifest(digests: Iterable[tuple[str, str]]) -> dict[str, Members]:
    """The manifest of files, given as path and sha256 in the order of paths."""
    return {"files": Members((path, digest) for path, digest in digests if path not in _LOOSE)}


def problems(out: Path) -> list[str]:
    """What is not as the manifest of an output folder says, one line each; empty for a folder that is whole.

    >>> problems(Path("nowhere"))
    ['nowhere/manifest.json cannot be read: no run has finished here']
    """
    try:
        return [f"{path} {trouble}" for path, trouble in states(out).items() if trouble]
    except ValueError as error:
        return [str(error)]


def states(out: Path) -> dict[str, str]:
    """Each file that the manifest names or that lies beside those: path → what is wrong with it, `""` where nothing is.

    What is wrong comes first. Raises `ValueError`, which says so, where there is no manifest.
    """
    try:
        listed = json.loads((out / NAME).read_bytes())["files"]
        stated = {str(path): str(digest) for path, digest in listed.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise ValueError(f"{out / NAME} cannot be read: no run has finished here") from None
    found = {path for path, _ in entries(out) if is_ours(path)} - _LOOSE
    if database := duckdb_kept.stated(out):
        stated |= {duckdb_file.NAME: database["sha256"]}
        found |= {duckdb_file.NAME} if (out / duckdb_file.NAME).is_file() else set()
    both = sorted(stated.keys() & found)
    changed = [path for path in both if _digest(out / path) != stated[path]]
    return (
        dict.fromkeys(sorted(stated.keys() - found), "is missing")
        | dict.fromkeys(sorted(found - stated.keys()), "is not in the manifest")
        | dict.fromkeys(changed, "was changed")
        | dict.fromkeys([path for path in both if path not in changed], "")
    )


def _digest(path: Path) -> str:
    try:
        return digest_of(path)
    except OSError:
        return ""
