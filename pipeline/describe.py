"""The tables described for people: what a row is, what each column holds. Every word comes from `schemas`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from schemas import Column, Table, closed_list

_VALUES_SHOWN: Final = 20
"""Longer closed lists (units, rules) are only named; the data dictionary has them in full."""


def draw_tables(tables: Iterable[Table]) -> Group:
    """Each table with what a row of it is."""
    return Group(*(part for table in tables for part in _entry(table.name, "", table.description)))


def draw_table(table: Table) -> Group:
    """One table: what a row is, what identifies it, and its columns in order."""
    key = f"key: {', '.join(table.primary_key) or 'none, all columns together'}\n"
    head = [Text(table.name, style="bold"), Text(table.description), Text(key)]
    columns = (
        part
        for column in table.columns
        for part in _entry(column.name, _kind(column, column.name in table.nullable), " ".join(_words(column)))
    )
    return Group(*head, *columns)


def _entry(name: str, kind: str, words: str) -> tuple[Text, Padding]:
    return Text.assemble((name, "bold cyan"), "  ", (kind, "dim")), Padding(Text(words), (0, 0, 0, 4))


def _kind(column: Column, is_nullable: bool) -> str:
    """Type, unit and whether a cell may be empty.

    >>> _kind(Column("line", "integer", "Line.", "61", unit="lines"), False)
    'integer, in lines, never empty'
    """
    unit = f", in {column.unit}" if column.unit else ""
    return f"{column.type}{unit}, {'may be' if is_nullable else 'never'} empty"


def _words(column: Column) -> Iterator[str]:
    yield column.description
    if column.enum:
        values = list(closed_list(column.enum))
        yield f"One of: {', '.join(values)}." if len(values) <= _VALUES_SHOWN else f"One of the list `{column.enum}`."
    yield f"Example: {column.example}"
