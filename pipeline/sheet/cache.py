"""Sheets as they were read before, by the bytes that they were read from.

An entry is a file named by what it was made from: the source (bytes, path, address, what its container said of it), the limits
and the program's fingerprint. It begins with the sha256 of the rest; one that is damaged or half-written is made again. Entries
are only ever written whole, beside and renamed, so that any number of runs may share a cache.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from pipeline.account.unchanged import digest_of
from pipeline.engine.packing import DamagedError, pack, unpack
from pipeline.fingerprint import fingerprint
from pipeline.read.limits import LIMITS, Limits
from pipeline.records import Refused, Source
from pipeline.sheet import Card

Read = tuple[Card, bytes] | Refused
"""A sheet's card and the packed sheet, or why there is none."""

_DIGEST: Final = hashlib.sha256().digest_size


class Cache:
    """A folder of entries. Reading and writing never fail: a cache that does not work is one that knows nothing."""

    def __init__(self, folder: Path, limits: Limits = LIMITS) -> None:
        self.folder = folder
        self.limits = limits

    def read(self, source: Source, make: Callable[[Source], Read]) -> Read:
        """What was made of a source, else what `make` makes of it now."""
        path = self._path(source)
        known = _load(path)
        if known is not None:
            return known
        made = make(source)
        _store(path, made)
        return made

    def _path(self, source: Source) -> Path:
        key = _key(source, self.limits)
        return self.folder / key[:2] / key[2:]


def default_folder() -> Path:
    """Where entries are kept unless told otherwise: `$XDG_CACHE_HOME/factsheets`, by default in `~/.cache`."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if os.path.isabs(base) else Path.home() / ".cache") / "factsheets"


def _key(source: Source, limits: Limits) -> str:
    return hashlib.sha256(f"{fingerprint()} {limits}".encode() + digest_of(source)).hexdigest()


def _load(path: Path) -> Read | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    body = memoryview(data)[_DIGEST:]
    if hashlib.sha256(body).digest() != data[:_DIGEST]:
        return None
    try:
        made = unpack(body)
    except DamagedError:
        return None
    match made:
        case Refused() | (Card(), bytes()):
            return made
    return None


def _store(path: Path, made: Read) -> None:
    body = pack(made)
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(hashlib.sha256(body).digest() + body)
            os.replace(name, path)
        except OSError:
            os.unlink(name)
            raise
