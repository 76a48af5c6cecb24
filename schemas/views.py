"""The views of `factsheets.duckdb`, from `views.sql`: the statements that make them, and what they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

import schemas

_MADE: Final = re.compile(r"CREATE (VIEW|MACRO) (\w+)([^\n]*)")


class View(NamedTuple):
    """A view or a macro: `call` is how it stands in a query, `kind` one of `view macro table_macro`."""

    name: str
    kind: str
    call: str
    description: str
    sql: str


@cache
def views() -> tuple[View, ...]:
    """All views and macros in the order in which they are made.

    >>> [view.name for view in views()][:3]
    ['area_name', 'v_versions', 'as_of_visits']
    """
    blocks = (schemas.HERE / "views.sql").read_text("utf-8").split("\n\n")
    return tuple(_view(filled) for block in blocks if "\nCREATE " in block for filled in _filled(block))


def _filled(block: str) -> Iterator[str]:
    """A statement once for each table of facts, or as it is."""
    if "{facts}" not in block:
        yield block
        return
    for facts in schemas.FACTS:
        yield block.replace("{facts}", facts).replace("{id}", schemas.tables()[facts].primary_key[0])


def _view(block: str) -> View:
    comment, create, rest = block.partition("\nCREATE ")
    words = " ".join(line.removeprefix("--").strip() for line in comment.splitlines())
    made = _MADE.match(create.strip() + " " + rest)
    assert made is not None, block
    kind, name, tail = made.groups()
    parameters, _, _ = tail.partition(" AS")
    is_table = kind == "MACRO" and tail.endswith("AS TABLE")
    told = "table_macro" if is_table else kind.lower()
    return View(name, told, name + parameters, words, (create.strip() + " " + rest).strip().rstrip(";"))
