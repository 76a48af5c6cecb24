"""The versions of one sheet on disk: a folder of the collection. A version is written once, whole, and never over another.

`<raw>/<publisher>/<partner>/<YYYY-MM-DD>-<sha8>.html` with `<same name>.meta.json` beside it. The day is when the copy was
taken. The meta is written first, so that no sheet ever stands there without its address.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from pipeline.read.files.containers import is_container, may_hold_sheets
from pipeline.read.files.meta import SUFFIX, Meta, read_meta, write_meta
from pipeline.tables.swap import sync_folder

ASIDE = ".aside"
"""Where pages stand that were no new version of their sheet; hidden, so that no run reads them."""
VALIDATORS = ("etag", "last-modified")
"""Headers by which a server tells whether a page has changed."""
SUFFIXES = {"text/html": ".html", "text/plain": ".txt"}
_NEW = ".new-"
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK})


class ShelfError(Exception):
    """The collection cannot be written; the message says why."""


class Version(NamedTuple):
    """A version as it stands on disk; `sha256` is that of its bytes, whatever its meta says."""

    path: Path
    sha256: str
    meta: Meta | None


@contextmanager
def locked(raw: Path) -> Iterator[None]:
    """The collection for oneself; raises `ShelfError` when somebody else has it. Ends with the process."""
    try:
        descriptor = os.open(raw, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise ShelfError(f"{raw} cannot be opened: {error.strerror}") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise ShelfError(f"another command is adding to {raw}: wait until it is done") from None
    finally:
        os.close(descriptor)


def versions(folder: Path) -> list[Version]:
    """What stands in a folder, in the order of the names; nothing where there is none. Raises `ShelfError`."""
    try:
        files = sorted(file for file in folder.iterdir() if _is_sheet(file))
        return [Version(file, hashlib.sha256(file.read_bytes()).hexdigest(), _meta_of(file)) for file in files]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise ShelfError(f"{folder} cannot be read: {error.strerror}") from error


def newest(known: Sequence[Version]) -> Version | None:
    """The version that was last seen to be the sheet; of those that nobody saw, the last by name."""
    return max(known, key=lambda one: (one.meta.last_seen or "" if one.meta else "", one.path.name), default=None)


def keep(folder: Path, data: bytes, suffix: str, meta: Meta, day: str) -> Path:
    """Put a version on its shelf, where the same bytes are only marked as seen. Gives where it stands."""
    try:
        for version in versions(folder):
            if version.sha256 == meta.sha256:
                see(version, meta)
                return version.path
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder)
        path = _free_name(folder, f"{day}-{meta.sha256[:8]}{suffix}", f"{day}-{meta.sha256}{suffix}")
        _write(_meta_path(path), write_meta(meta), is_new=False)
        _write(path, data, is_new=True)
    except OSError as error:
        raise ShelfError(f"{folder} cannot be written: {error.strerror}") from error
    return path


def see(version: Version, seen: Meta) -> None:
    """Note that a version was met again, and what was then said of it that was not known or helps to ask the next time."""
    known = version.meta if version.meta and version.meta.sha256 == version.sha256 else None
    old = known or seen
    fresh = {name: seen.headers[name] for name in VALIDATORS if name in seen.headers}
    kept = {name: text for name, text in old.headers.items() if seen.status != 200 or name not in VALIDATORS}
    merged = old._replace(
        address=seen.address or old.address,
        final_address=seen.final_address or old.final_address,
        fetched=old.fetched or seen.fetched,
        last_seen=max(filter(None, (old.last_seen, seen.last_seen)), default=None),
        status=old.status or seen.status,
        headers=kept | fresh,
        reason=seen.reason or old.reason,
    )
    try:
        _write(_meta_path(version.path), write_meta(merged), is_new=False)
    except OSError as error:
        raise ShelfError(f"{version.path.parent} cannot be written: {error.strerror}") from error


def _is_sheet(file: Path) -> bool:
    is_one = may_hold_sheets(file.name) and not is_container(file.name) and not file.name.startswith(".")
    return is_one and file.is_file()


def _meta_path(path: Path) -> Path:
    return path.with_name(path.name + SUFFIX)


def _meta_of(path: Path) -> Meta | None:
    try:
        return read_meta(_meta_path(path).read_bytes())
    except OSError:
        return None


def _free_name(folder: Path, *names: str) -> Path:
    for name in names:
        if not os.path.lexists(folder / name):
            return folder / name
    raise FileExistsError(errno.EEXIST, f"{names[-1]} stands there and holds something else")


def _clear(folder: Path) -> None:
    """Remove what a killed command left half-written; the caller holds the lock."""
    for left in folder.glob(f"{_NEW}*"):
        left.unlink()


def _write(path: Path, data: bytes, *, is_new: bool) -> None:
    """Have a file stand there whole, or not at all; a new one never takes the place of another."""
    beside = path.with_name(_NEW + path.name)
    beside.unlink(missing_ok=True)
    try:
        with open(beside, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            _link(beside, path)
        else:
            os.replace(beside, path)
        sync_folder(path.parent)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def _link(beside: Path, path: Path) -> None:
    """Give a file its name, which nobody else may have; where names cannot be shared, the lock has to do."""
    try:
        os.link(beside, path)
    except OSError as error:
        if error.errno not in _NO_LINKS or os.path.lexists(path):
            raise
        os.rename(beside, path)
