"""Paths → sources. The only module of `read` that touches the disk, and it only ever opens regular files."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from pipeline.records import Refused, Source

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".xhtml"})
MAX_BYTES = 20_000_000
RULE = "document_rejected"


def find_sources(paths: Sequence[Path]) -> Iterator[Source | Refused]:
    """The sheets at some paths: files as given, folders in sorted order with all that is below.

    In folders only text and HTML files count (`SUFFIXES`); hidden files and the `*_files` folders beside saved pages do
    not. A path in a source is relative, with `/`, and begins with the given folder's name: nothing of the machine
    shows. Refused, each with its path: what is missing or unreadable (`missing`), an empty folder, files over 20 MB,
    whatever is no regular file, and symbolic links found in a folder that lead out of it.

    >>> [refused.message for refused in find_sources([Path("no/such.txt")])]
    ['no such file or folder']
    """
    for path in paths:
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            why = "no such file or folder" if isinstance(error, FileNotFoundError) else "cannot be read"
            yield Refused(_given_name(path), RULE, why, missing=True)
            continue
        if stat.S_ISDIR(mode):
            yield from _walk(path)
        else:
            yield _open(path, _given_name(path), follow=True)


def _given_name(path: Path) -> str:
    """A file's path as given, or only its name where the path says something about the machine."""
    parts = path.parts
    return _printable(path.name if path.is_absolute() or ".." in parts else PurePosixPath(*parts).as_posix())


def _printable(name: str) -> str:
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _walk(folder: Path) -> Iterator[Source | Refused]:
    top = "" if folder == Path(".") else _printable(Path(os.path.abspath(folder)).name)
    found = False
    waiting = [(folder, top)]
    while waiting:
        path, name = waiting.pop()
        if path.is_dir() and (path is folder or not path.is_symlink()):
            try:
                names = sorted(os.listdir(path), reverse=True)
            except OSError:
                found = True
                yield Refused(name, RULE, "cannot be read", missing=True)
                continue
            waiting += (
                (path / entry, f"{name}/{_printable(entry)}".lstrip("/")) for entry in names if _counts(path / entry)
            )
        elif (source := _open_found(path, name, folder)) is not None:
            found = True
            yield source
    if not found:
        yield Refused(top or ".", RULE, "no sheets in this folder")


def _counts(path: Path) -> bool:
    if path.name.startswith("."):
        return False
    if path.is_dir():
        return not path.name.endswith("_files")
    return path.suffix.lower() in SUFFIXES


def _open_found(path: Path, name: str, folder: Path) -> Source | Refused | None:
    """A file met on the way; None for a link that stays inside the folder, whose target is met by itself."""
    if not path.is_symlink():
        return _open(path, name, follow=False)
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        inside = False
    return None if inside else Refused(name, RULE, "a symbolic link out of the folder is not followed")


def _open(path: Path, name: str, *, follow: bool) -> Source | Refused:
    try:
        status = path.stat(follow_symlinks=follow)
        if not stat.S_ISREG(status.st_mode):
            return Refused(name, RULE, "not a regular file")
        flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW)
        with open(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return Refused(name, RULE, "not a regular file")
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return Refused(name, RULE, "cannot be read", missing=True)
    if len(data) > MAX_BYTES:
        return Refused(name, RULE, f"larger than the limit of {MAX_BYTES // 1_000_000} MB")
    return Source(name, data)
