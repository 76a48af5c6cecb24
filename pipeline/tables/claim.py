"""One run at a time into a folder: a lock beside it that names its owner, and is free again when its owner dies."""

from __future__ import annotations

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from pipeline.tables import BusyError, OutputError


@contextmanager
def claim(out: Path) -> Iterator[None]:
    """Hold a folder for oneself. Raises `BusyError`, which names the owner, when another run holds it.

    The system frees the lock of a process that dies; processes that it started never have it. Where the folder above is
    not there yet nobody can be in it.
    """
    path = out.absolute().parent / f".{out.name}.factsheets-lock"
    if not path.parent.is_dir():
        yield
        return
    try:
        descriptor = _locked(path, out)
    except OSError as error:
        raise OutputError(f"{out} cannot be locked ({error.strerror}): name another folder with --out") from error
    try:
        with suppress(OSError):  # on a full disk the lock holds without a name
            os.truncate(descriptor, 0)
            os.write(descriptor, _owner().encode())
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)


def _locked(path: Path, out: Path) -> int:
    """The descriptor of the locked file; one that its former owner removed in the meantime is made anew."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if path.exists() and os.path.samestat(path.stat(), os.fstat(descriptor)):
                return descriptor
        except BlockingIOError:
            owner = os.pread(descriptor, 200, 0).decode("utf-8", "replace") or "another run"
            os.close(descriptor)
            raise BusyError(f"{out} is being written by {owner}: wait for it, or name another folder") from None
        os.close(descriptor)


def _owner() -> str:
    started = datetime.now(UTC).isoformat(timespec="seconds")
    return f"process {os.getpid()} on {socket.gethostname()}, since {started}"
