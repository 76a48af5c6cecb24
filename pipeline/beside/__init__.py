"""What people write beside the sheets: a few files of TOML in the folders of sheets, each of one name."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


class BesideError(ValueError):
    """A file that people wrote and that cannot be used; the message names the file, what was found and what to do."""


def files_beside(paths: Iterable[Path], *names: str) -> Iterator[Path]:
    """The files of some names in the folders among some paths, folder by folder."""
    return (file for path in paths if path.is_dir() for name in names if (file := path / name).is_file())


def read_entries(file: Path, *kinds: str, settings: Iterable[str] = ()) -> dict[str, Any]:
    """The entries of a file by their kinds, each a list of tables, and those of its `settings` that it has.

    Raises `BesideError` for what is no TOML and for whatever else the file holds.
    """
    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BesideError(f"{file}: this is no TOML: {error}; correct it or take it away") from error
    if unknown := sorted(data.keys() - {*kinds, *settings}):
        raise BesideError(f"{file}: {unknown[0]!r} is unknown; write {' or '.join(f'[[{kind}]]' for kind in kinds)}")
    for kind in kinds:
        found = data.setdefault(kind, [])
        if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
            raise BesideError(f"{file}: write [[{kind}]], with two brackets, for each entry")
    return data
