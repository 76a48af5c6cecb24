"""Sheets on disk between reading and writing: one file that only grows, and where in it each sheet stands."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, NamedTuple

from pipeline.engine.packing import unpack
from pipeline.engine.scratch import no_room
from pipeline.sheet import Sheet


class Ref(NamedTuple):
    """Where a sheet stands: the file, its first byte and its length."""

    path: str
    start: int
    size: int


class Spool:
    """A file to put sheets into; any process that sees it can read them back. Raises `OutputError` where none can be made."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.file: BinaryIO = path.open("xb", buffering=0)
        except OSError as error:
            raise no_room(path.parent, error) from error
        self.end = 0

    def put(self, packed: bytes) -> Ref:
        """Add a packed sheet. Raises `OutputError` where there is no room for it."""
        rest = memoryview(packed)
        try:
            while rest:
                rest = rest[self.file.write(rest) :]
        except OSError as error:
            raise no_room(self.path.parent, error) from error
        ref = Ref(str(self.path), self.end, len(packed))
        self.end += len(packed)
        return ref

    def close(self) -> None:
        """Close the file; what it holds stays readable."""
        self.file.close()


def load(ref: Ref) -> Sheet:
    """The sheet that stands at a place. Raises `OutputError` where what was put aside cannot be read."""
    try:
        with open(ref.path, "rb", buffering=0) as file:
            file.seek(ref.start)
            packed = file.read(ref.size)
    except OSError as error:
        raise no_room(Path(ref.path).parent, error) from error
    sheet: Sheet = unpack(packed)
    return sheet
