"""Rows as bytes and back, and nothing but rows: packed bytes can name no other class or function."""

from __future__ import annotations

import io
import pickle
from decimal import Decimal
from functools import partial
from typing import Any, BinaryIO, Final

from pipeline.extract.facts import Note
from pipeline.normalize.people import GivenId, Join, Mention, Person
from pipeline.normalize.people.cluster import Cluster
from pipeline.normalize.people.evidence import Career, Stay
from pipeline.normalize.people.pairs import Pair
from pipeline.normalize.people.parts import Found
from pipeline.normalize.spelling import Part
from pipeline.publishers.suggest import Place
from pipeline.records import BlockRow, DocumentRow, Event, Observation, Refused, Visit
from pipeline.sheet import Card, Sheet, Visitors

_KINDS: Final = (
    Card, Visitors, Sheet, Refused, DocumentRow, BlockRow, Visit, Observation, Event, Note, Place, Mention, Person, Join,
    GivenId, Found, Cluster, Career, Stay, Part, Pair, Decimal,
)  # fmt: skip
_KNOWN: Final = {(kind.__module__, kind.__qualname__): kind for kind in _KINDS}
_ROWS: Final[dict[str, Any]] = {kind.__qualname__: kind for kind in _KINDS if kind not in (Sheet, Decimal)}


class DamagedError(ValueError):
    """Bytes that are no packed rows."""


def pack(value: object) -> bytes:
    """Rows as bytes, for another process or the disk: rows of one kind go column by column, which is smaller and faster than
    one by one. `unpack` gives them back equal.
    """
    if isinstance(value, Sheet):
        value = Sheet._make(_together(cells) if isinstance(cells, tuple) else cells for cells in value)
    return pickle.dumps(_together(value), protocol=5)


def unpack(data: bytes | memoryview) -> Any:
    """What was packed. Raises `DamagedError` for anything else.

    >>> unpack(pack(Refused("a.txt", "document_rejected", "empty"))).message
    'empty'
    """
    return unpack_next(io.BytesIO(data))


def unpack_next(file: BinaryIO) -> Any:
    """The same for what stands next in a file; the file goes on behind it."""
    try:
        return _Reader(file).load()
    except (pickle.UnpicklingError, EOFError, TypeError, ValueError, AttributeError, IndexError, KeyError) as error:
        raise DamagedError(str(error)) from error


class _Together:
    """Rows of one kind, packed without asking each of them what it is."""

    def __init__(self, kind: str, rows: list[Any] | tuple[Any, ...]) -> None:
        self.kind, self.rows = kind, rows

    def __reduce__(self) -> tuple[Any, ...]:
        return rows_of, (self.kind, list(map(tuple, self.rows)), isinstance(self.rows, tuple))


def _together(value: Any) -> Any:
    if type(value) not in (list, tuple) or len(kinds := set(map(type, value))) != 1:
        return value
    (kind,) = kinds
    return _Together(kind.__qualname__, value) if _ROWS.get(kind.__qualname__) is kind else value


def rows_of(kind: str, cells: list[tuple[object, ...]], is_tuple: bool) -> list[Any] | tuple[Any, ...]:
    """Rows of one kind from their cells; what bytes call to have them back.

    >>> rows_of("Refused", [("a.txt", "document_rejected", "empty", False)], False)[0].rule
    'document_rejected'
    """
    known = _ROWS[kind]
    if set(map(len, cells)) - {len(known._fields)}:
        raise DamagedError(f"{kind} has {len(known._fields)} cells")
    rows: Any = map(partial(tuple.__new__, known), cells)
    return tuple(rows) if is_tuple else list(rows)


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (__name__, rows_of.__name__):
            return rows_of
        kind = _KNOWN.get((module, name))
        if kind is None:
            raise pickle.UnpicklingError(f"{module}.{name} is no row")
        return kind
