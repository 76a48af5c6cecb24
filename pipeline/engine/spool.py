"""What is too much for memory, on disk while a run lasts: a file that only grows, and where in it each thing stands."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from pipeline.engine.packing import unpack, unpack_next
from pipeline.engine.scratch import no_room
from pipeline.sheet import Sheet


class Ref(NamedTuple):
    """Where something stands: the file, its first byte and its length."""

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
        """Add something packed. Raises `OutputError` where there is no room for it."""
        rest = memoryview(packed)
        try:
            while rest:
                rest = rest[self.file.write(rest) :]
        except OSError as error:
            raise no_room(self.path.parent, error) from error
        ref = Ref(str(self.path), self.end, len(packed))
        self.end += len(packed)
        return ref

    def put_all(self, pieces: Iterable[bytes]) -> Ref:
        """Add packed things one after the other, as one for `load_all`."""
        start = self.end
        for packed in pieces:
            self.put(packed)
        return Ref(str(self.path), start, self.end - start)

    def close(self) -> None:
        """Close the file; what it holds stays readable."""
        self.file.close()


def load(ref: Ref) -> Sheet:
    """The sheet that stands at a place. Raises `OutputError` where what was put aside cannot be read."""
    sheet: Sheet = unpack(_bytes_at(ref))
    return sheet


def load_all(ref: Ref) -> Iterator[Any]:
    """What `put_all` put at a place, one thing after the other. Raises the same."""
    file = io.BytesIO(_bytes_at(ref))
    while file.tell() < ref.size:
        yield unpack_next(file)


def _bytes_at(ref: Ref) -> bytes:
    try:
        with open(ref.path, "rb", buffering=0) as file:
            file.seek(ref.start)
            return file.read(ref.size)
    except OSError as error:
        raise no_room(Path(ref.path).parent, error) from error
