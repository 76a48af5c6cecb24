"""JSON piece by piece: what is told of many sheets is never whole in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

_printed: Final = json.JSONEncoder(ensure_ascii=False).encode
"""What `json.dumps` does, which makes an encoder anew for each value."""


class Members(NamedTuple):
    """An object of JSON as its names and values, for one that is made while it is written."""

    pairs: Iterable[tuple[str, object]]


def json_pieces(told: object, indent: int, line: str = "\n") -> Iterator[str]:
    r"""A value as the standard library would write it with this `indent`; iterators are lists, `line` begins its lines.

    >>> "".join(json_pieces({"paths": iter(["a.txt"]), "rows": {}}, 1))
    '{\n "paths": [\n  "a.txt"\n ],\n "rows": {}\n}'
    """
    if isinstance(told, Mapping | Members):
        pairs = told.pairs if isinstance(told, Members) else told.items()
        named = ((f"{_printed(name)}: ", value) for name, value in pairs)
        yield from _within("{}", named, indent, line)
    elif isinstance(told, Iterable) and not isinstance(told, str):
        yield from _within("[]", (("", value) for value in told), indent, line)
    else:
        yield _printed(told)


def _within(brackets: str, values: Iterable[tuple[str, object]], indent: int, line: str) -> Iterator[str]:
    yield brackets[0]
    inner, is_first = line + " " * indent, True
    for name, value in values:
        yield f"{'' if is_first else ','}{inner}{name}"
        yield from json_pieces(value, indent, inner)
        is_first = False
    yield brackets[1] if is_first else f"{line}{brackets[1]}"
