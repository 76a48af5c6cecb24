"""A new generation of an output folder: built aside, put in place in one step, or not at all.

Files that are not this program's are taken over; files whose content did not change stay the files they were. A shell
or program that stands in the folder sees the old generation until it enters the folder anew.
"""

from __future__ import annotations

import filecmp
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from pipeline.tables import OutputError
from pipeline.tables.digests import Digests, digest_of
from pipeline.tables.json_pieces import json_pieces
from pipeline.tables.owned import check_output, entries, is_ours
from pipeline.tables.swap import put_in_place, staging, sync_contents, sync_folder


class Generation:
    """The files of one output folder on their way to it; `digests` are the sha256 of those put so far, by path in the
    folder."""

    def __init__(self, folder: Path, out: Path) -> None:
        self.folder = folder
        self.out = out
        self.digests = Digests()

    def path(self, name: str) -> Path:
        """Where a file is to be made that will be adopted; `name` is its path within the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def current(self, name: str) -> Path:
        """Where the content of a file that was put or adopted can be read."""
        path = self.folder / name
        return path if path.exists() else self.out / name

    def put(self, name: str, data: bytes) -> None:
        """Add one file. Its content reaches the disk with `sync`."""
        self.digests[name] = hashlib.sha256(data).hexdigest()
        path, old = self.path(name), self.out / name
        if not (_holds(old, data) and _linked(old, path)):
            with path.open("xb") as file:
                file.write(data)

    def pour(self, name: str, pieces: Iterable[bytes]) -> None:
        """Add one file that is made piece by piece, and never whole in memory."""
        with self.path(name).open("xb") as file:
            file.writelines(pieces)
        self.adopt(name)

    def put_json(self, name: str, told: object, *, indent: int) -> None:
        """Add one file of JSON."""
        self.pour(name, (piece.encode("utf-8") for piece in chain(json_pieces(told, indent), "\n")))

    def adopt(self, name: str, digest: str | None = None) -> None:
        """Take a file that was made at `path(name)`; where the old one holds the same, it stays the file it was."""
        path, old = self.folder / name, self.out / name
        self.digests[name] = digest or digest_of(path)
        if not old.is_symlink() and old.is_file() and filecmp.cmp(old, path, shallow=False):
            path.unlink()
            if not _linked(old, path):
                shutil.copy2(old, path, follow_symlinks=False)

    def keep(self, name: str) -> None:
        """Take over a file of the old generation as it is."""
        old, path = self.out / name, self.path(name)
        if not _linked(old, path):
            shutil.copy2(old, path, follow_symlinks=False)
        self.digests[name] = digest_of(path)

    def keep_others(self) -> None:
        """Take over every file of the folder that is not this program's."""
        for name, entry in entries(self.out):
            if not is_ours(name):
                path = self.folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                if not _linked(Path(entry.path), path):
                    shutil.copy2(entry.path, path, follow_symlinks=False)

    def sync(self) -> None:
        """Have all contents and names reach the disk."""
        sync_contents(self.folder)
        for folder, _, _ in os.walk(self.folder):
            sync_folder(Path(folder))


@contextmanager
def generation(out: Path) -> Iterator[Generation]:
    """The next generation of an output folder, to put files into; it takes the folder's place when the block ends well.

    Raises `OutputError` for a folder that is not to be written into, and when anything cannot be written: then the
    folder stands as it stood and nothing is left beside it.
    """
    check_output(out)
    out = out.absolute()
    made: list[Path] = []
    try:
        made = _make_parents(out)
        with staging(out) as folder:
            new = Generation(folder, out)
            yield new
            new.keep_others()
            new.sync()
            put_in_place(folder, out)
    except OSError as error:
        for parent in made:
            _remove_empty(parent)
        reason = error.strerror or str(error)
        told = f"the tables cannot be written into {out} ({reason}): the folder is as it was. Free some space, or name"
        raise OutputError(f"{told} with --out a folder that can be made and renamed") from error


def _make_parents(out: Path) -> list[Path]:
    """Make the folders above `out`; gives those that were not there, the innermost first."""
    missing = [parent for parent in out.parents if not parent.exists()]
    out.parent.mkdir(parents=True, exist_ok=True)
    return missing


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return


def _holds(path: Path, data: bytes) -> bool:
    """Whether a regular file holds exactly these bytes."""
    try:
        return not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _linked(old: Path, new: Path) -> bool:
    """Give a file a second name; `False` where the file system or its owner does not let it have one."""
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        return False
    return True
