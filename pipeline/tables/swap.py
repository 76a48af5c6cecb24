"""One folder in the place of another, in one step, and the folder that it is built in."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from pipeline.tables.held import held, is_held

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
_UNSUPPORTED: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
_NEW, _OLD = "factsheets-new-", "factsheets-old-"


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """An empty folder beside `out` to build its next generation in; gone afterwards, whatever happens.

    What a killed run left behind is cleared first. The lock on a folder ends with the process that made it.
    """
    with ExitStack() as lock:
        with held(out.parent):
            _clear(out)
            folder = Path(tempfile.mkdtemp(prefix=f".{out.name}.{_NEW}", dir=out.parent))
            lock.enter_context(held(folder))
        try:
            folder.chmod(out.stat().st_mode & 0o7777 if out.is_dir() else 0o777 & ~_umask())
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def put_in_place(folder: Path, out: Path) -> None:
    """Make `folder` stand at `out`; what stood there stands at `folder` then, or nowhere if there was nothing.

    One system call where the file system can exchange names. Elsewhere two renames, the first undone when the second
    fails; a run killed between the two is mended by the next one.
    """
    with held(out.parent):
        try:
            _exchange(folder, out)
        except FileNotFoundError:
            folder.rename(out)
        except OSError as error:
            if error.errno not in _UNSUPPORTED:
                raise
            _rename_twice(folder, out)
        with suppress(OSError):  # the new generation stands; there is nothing to undo
            sync_folder(out.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder reach the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_contents(folder: Path) -> None:
    """Have the contents of all files of the file system that a folder is on reach the disk: one call, where there is it,
    for any number of files."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if syncfs(descriptor):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)


def _exchange(one: Path, other: Path) -> None:
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(other))
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))


def _rename_twice(folder: Path, out: Path) -> None:
    aside = out.with_name(f".{out.name}.{_OLD}{folder.name.rsplit('-', 1)[-1]}")
    out.rename(aside)
    try:
        folder.rename(out)
    except OSError:
        aside.rename(out)
        raise
    with suppress(OSError):  # the new generation stands; the next run clears what is left
        aside.rename(folder)


def _clear(out: Path) -> None:
    """Remove what killed runs left beside `out`, and put back what one had moved aside."""
    for aside in sorted(out.parent.glob(f".{out.name}.{_OLD}*")):
        if out.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(out)
    for folder in sorted(out.parent.glob(f".{out.name}.{_NEW}*")):
        if not is_held(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
