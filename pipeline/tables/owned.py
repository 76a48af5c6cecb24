"""Which files of an output folder are this program's, and whether a folder may be written into."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import schemas
from pipeline.tables import OutputError

FOLDERS: Final = frozenset({"csv", "csv_spreadsheet", "parquet", "text", "report"})
_REPORT: Final = re.compile(
    r"index\.html|assets/[a-z]+\.(css|js)|SERIES(\.[0-9]+)?\.html|plots/SERIES/[a-z-]+\.(svg|vl\.json)".replace(
        "SERIES", schemas.formats()["series_id"].pattern
    )
)
"""What `pipeline.report.files` names its files."""
_DATABASE: Final = frozenset({"factsheets.duckdb", "factsheets.duckdb.wal"})
"""The second is what a program left that wrote into the first: it must not be taken over to a new database."""
_FILES: Final = (
    frozenset({"datapackage.json", "manifest.json", "run.json", "refused.csv", "person_ids.csv"}) | _DATABASE
)
_PLACEHOLDERS: Final = frozenset({".gitkeep", ".gitignore", ".keep", ".DS_Store"})


def check_output(out: Path) -> None:
    """Raise `OutputError` unless the folder is new, empty, or one that this program wrote.

    Nothing is ever written through a symbolic link, neither in place of the folder nor of a file within.
    """
    if out.is_symlink():
        raise OutputError(f"{out} is a symbolic link: name the folder that it points to")
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out} is no folder: name another one with --out")
    try:
        if not _may_replace(out):
            raise OutputError(f"{out} holds files of something else: name a new or an empty folder with --out")
        for path, entry in entries(out):
            if entry.is_symlink() and (is_ours(path) or path.split("/")[0] in FOLDERS):
                raise OutputError(f"{out / path} is a symbolic link: remove it, or name another folder with --out")
    except OSError as error:
        raise OutputError(f"{out} cannot be read ({error.strerror}): name another folder with --out") from error


def is_ours(path: str) -> bool:
    """Whether a path within an output folder is that of a file which this program writes.

    >>> is_ours("csv/visits.csv"), is_ours("text/mofa-japan/mng/2014-09-01.txt"), is_ours("csv/notes.csv")
    (True, True, False)
    >>> is_ours("report/mofa-japan/mng.html"), is_ours("report/plots/mofa-japan/mng/visits.svg"), is_ours("report/my.html")
    (True, True, False)
    """
    folder, _, name = path.partition("/")
    match folder:
        case "csv" | "parquet":
            return name.removesuffix(f".{folder}") in schemas.tables() and name.endswith(f".{folder}")
        case "csv_spreadsheet":
            return name.removesuffix(".csv") in schemas.tables() and name.endswith(".csv")
        case "text":
            return name.endswith(".txt") and is_document_id(name.removesuffix(".txt"))
        case "report":
            return _REPORT.fullmatch(name) is not None
    return path in _FILES


def is_document_id(name: str) -> bool:
    """Whether a name is a document's id, and so a safe path: three parts, of which none begins with a point."""
    return re.fullmatch(schemas.formats()["document_id"].pattern, name) is not None


def entries(folder: Path, below: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below a folder but folders themselves, links to folders included, with its path, in a fixed order."""
    if not folder.is_dir():
        return
    with os.scandir(folder / below) as found:
        for entry in sorted(found, key=lambda one: one.name):
            path = f"{below}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from entries(folder, f"{path}/")
            else:
                yield path, entry


def _may_replace(out: Path) -> bool:
    """A folder that is not there or empty, or one that has our data package or, as in a fresh clone, our documents."""
    if not out.exists() or {entry.name for entry in os.scandir(out)} <= _PLACEHOLDERS:
        return True
    with suppress(OSError, ValueError):
        described = json.loads((out / "datapackage.json").read_text("utf-8"))
        return isinstance(described, dict) and described.get("name") == "factsheets"
    header = ",".join(schemas.tables()["documents"].names[:2]) + ","
    with suppress(OSError), (out / "csv" / "documents.csv").open("rb") as file:
        return file.read(len(header)) == header.encode()
    return False
