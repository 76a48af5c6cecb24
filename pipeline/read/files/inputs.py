"""Paths → sources. The only module of `read` that touches the disk, and it only ever opens regular files."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from pipeline.read.files.containers import is_container, may_hold_sheets, unpack
from pipeline.read.files.meta import MAX_META_BYTES, SUFFIX, read_meta
from pipeline.read.limits import LIMITS, RULE, Limits
from pipeline.records import Refused, Source


def find_sources(paths: Sequence[Path], limits: Limits = LIMITS) -> Iterator[Source | Refused]:
    """The sheets at some paths: files as given, folders in sorted order with all that is below.

    In folders only text, HTML and the containers of such files count (`may_hold_sheets`); hidden files and the `*_files`
    folders beside saved pages do not. A path in a source is relative, with `/`, and begins with the given folder's
    name: nothing of the machine shows. A web archive gives as many sheets as it holds, one by one. What a `.meta.json`
    beside a sheet tells of its address and moment goes with it; one that is damaged, or about other bytes, is refused and
    the sheet given without it. Refused, each with its path: what is missing or unreadable (`missing`), an empty folder,
    sheets over a limit, whatever is no regular file, containers that are damaged, and symbolic links found in a folder
    that lead out of it.

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
            yield from _walk(path, limits)
        else:
            yield from _open(path, _given_name(path), limits, follow=True)


def _given_name(path: Path) -> str:
    """A file's path as given, or only its name where the path says something about the machine."""
    parts = path.parts
    return _printable(path.name if path.is_absolute() or ".." in parts else PurePosixPath(*parts).as_posix())


def _printable(name: str) -> str:
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _walk(folder: Path, limits: Limits) -> Iterator[Source | Refused]:
    top = "" if folder == Path(".") else _printable(Path(os.path.abspath(folder)).name)
    found = False
    waiting = [(folder, top, "")]  # names of entries: paths take several times as much
    while waiting:
        parent, within, entry = waiting.pop()
        path, name = parent / entry, f"{within}/{_printable(entry)}".strip("/")
        if entry and not _counts(path):
            continue
        if path.is_dir() and not (entry and path.is_symlink()):
            try:
                waiting += ((path, name, below) for below in sorted(os.listdir(path), reverse=True))
            except OSError:
                found = True
                yield Refused(name, RULE, "cannot be read", missing=True)
        else:
            for source in _open_found(path, name, folder, limits):
                found = True
                yield source
    if not found:
        yield Refused(top or ".", RULE, "no sheets in this folder")


def _counts(path: Path) -> bool:
    if path.name.startswith("."):
        return False
    if path.is_dir():
        return not path.name.endswith("_files")
    return may_hold_sheets(path.name)


def _open_found(path: Path, name: str, folder: Path, limits: Limits) -> Iterator[Source | Refused]:
    """A file met on the way; nothing for a link that stays inside the folder, whose target is met by itself."""
    if not path.is_symlink():
        yield from _open(path, name, limits, follow=False)
        return
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        inside = False
    if not inside:
        yield Refused(name, RULE, "a symbolic link out of the folder is not followed")


def _open(path: Path, name: str, limits: Limits, *, follow: bool) -> Iterator[Source | Refused]:
    file = _open_regular(path, name, follow=follow)
    if isinstance(file, Refused):
        yield file
        return
    with file:
        try:
            if is_container(name):
                yield from unpack(file, name, limits)
                return
            data = file.read(limits.document + 1)
        except OSError:
            yield Refused(name, RULE, "cannot be read", missing=True)
            return
    if len(data) > limits.document:
        yield Refused(name, RULE, limits.over("document"))
    else:
        yield from _with_meta(path, Source(name, data), follow=follow)


def _with_meta(path: Path, source: Source, *, follow: bool) -> Iterator[Source | Refused]:
    """A sheet with what the meta beside it tells; a meta that cannot be believed is refused, and the sheet given as it is."""
    beside = path.with_name(path.name + SUFFIX)
    if not os.path.lexists(beside):
        yield source
        return
    name = source.path + SUFFIX
    file = _open_regular(beside, name, follow=follow)
    if isinstance(file, Refused):
        yield from (file, source)
        return
    with file:
        meta = read_meta(file.read(MAX_META_BYTES))
    if meta is None:
        yield from (Refused(name, RULE, "damaged: the sheet is read without it"), source)
    elif meta.sha256 != hashlib.sha256(source.data).hexdigest():
        yield from (Refused(name, RULE, "about other bytes than the sheet's, which is read without it"), source)
    else:
        yield meta.tell(source)


def _open_regular(path: Path, name: str, *, follow: bool) -> BinaryIO | Refused:
    try:
        if not stat.S_ISREG(path.stat(follow_symlinks=follow).st_mode):
            return Refused(name, RULE, "not a regular file")
        flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW)
        file = open(os.open(path, flags), "rb")  # noqa: SIM115
    except (OSError, ValueError):
        return Refused(name, RULE, "cannot be read", missing=True)
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        return file
    file.close()
    return Refused(name, RULE, "not a regular file")
