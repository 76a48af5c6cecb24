"""Rows as bytes and back, and nothing but rows: packed bytes can name no other class or function."""

from __future__ import annotations

import io
import pickle
from decimal import Decimal
from typing import Any, Final

from pipeline.card import Card, Visitors
from pipeline.extract.facts import Note
from pipeline.normalize.people import GivenId, Join, Mention, Person
from pipeline.normalize.people.cluster import Cluster
from pipeline.normalize.people.evidence import Career, Stay
from pipeline.normalize.people.pairs import Pair
from pipeline.normalize.people.parts import Found
from pipeline.normalize.spelling import Part
from pipeline.records import BlockRow, DocumentRow, Event, Observation, Refused, Visit
from pipeline.sheet import Sheet
from pipeline.suggest import Place

_KINDS: Final = (
    Card, Visitors, Sheet, Refused, DocumentRow, BlockRow, Visit, Observation, Event, Note, Place, Mention, Person, Join,
    GivenId, Found, Cluster, Career, Stay, Part, Pair, Decimal,
)  # fmt: skip
_KNOWN: Final = {(kind.__module__, kind.__qualname__): kind for kind in _KINDS}


class DamagedError(ValueError):
    """Bytes that are no packed rows."""


def pack(value: object) -> bytes:
    """Rows as bytes."""
    return pickle.dumps(value, protocol=5)


def unpack(data: bytes | memoryview) -> Any:
    """What was packed. Raises `DamagedError` for anything else.

    >>> unpack(pack(Refused("a.txt", "document_rejected", "empty"))).message
    'empty'
    """
    try:
        return _Reader(io.BytesIO(data)).load()
    except (pickle.UnpicklingError, EOFError, TypeError, ValueError, AttributeError, IndexError, KeyError) as error:
        raise DamagedError(str(error)) from error


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        kind = _KNOWN.get((module, name))
        if kind is None:
            raise pickle.UnpicklingError(f"{module}.{name} is no row")
        return kind
