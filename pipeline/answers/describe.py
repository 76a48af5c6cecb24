"""The tables described, what a row is, what each column holds, and the finding rules. Every word comes from `schemas`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from schemas import Column, Rule, Table, closed_list

_VALUES_SHOWN: Final = 20
"""Longer closed lists (units, rules) are only named, unless asked for."""


def draw_tables(tables: Iterable[Table]) -> Group:
    """Each table with what a row of it is."""
    return Group(*(part for table in tables for part in _entry(table.name, "", table.description)))


def draw_table(table: Table, *, verbose: bool = False) -> Group:
    """One table: what a row is, what identifies it, and its columns in order; long lists in full where `verbose`."""
    key = f"key: {', '.join(table.primary_key) or 'none, all columns together'}\n"
    head = [Text(table.name, style="bold"), Text(table.description), Text(key)]
    columns = (
        part
        for column in table.columns
        for part in _entry(column.name, _kind(column, column.name in table.nullable), " ".join(_words(column, verbose)))
    )
    return Group(*head, *columns)


def document(tables: Iterable[Table]) -> list[dict[str, Any]]:
    """Tables as JSON has them; the values of a column's list stand with what each means."""
    return [
        table._asdict()
        | {
            "columns": [_column_document(column, column.name in table.nullable) for column in table.columns],
            "nullable": sorted(table.nullable),
            "foreign_keys": [key._asdict() for key in table.foreign_keys],
        }
        for table in tables
    ]


def _column_document(column: Column, is_nullable: bool) -> dict[str, Any]:
    values = closed_list(column.enum) if column.enum else None
    return column._asdict() | {"nullable": is_nullable, "values": values}


def rule_line(rule: Rule, width: int) -> str:
    """A rule in one line of a list, its name as wide as the widest."""
    return f"{rule.name:<{width}}  {rule.severity:<7}  {rule.description}"


def rule_text(rule: Rule) -> str:
    """A rule in full."""
    head = f"{rule.name} ({rule.severity})"
    return f"{head}\n\n{rule.description}\n\nFor example:  {rule.example}\nWhat to do:   {rule.action}"


def _entry(name: str, kind: str, words: str) -> tuple[Text, Padding]:
    return Text.assemble((name, "bold cyan"), "  ", (kind, "dim")), Padding(Text(words), (0, 0, 0, 4))


def _kind(column: Column, is_nullable: bool) -> str:
    """Type, unit and whether a cell may be empty.

    >>> _kind(Column("line", "integer", "Line.", "61", unit="lines"), False)
    'integer, in lines, never empty'
    """
    unit = f", in {column.unit}" if column.unit else ""
    return f"{column.type}{unit}, {'may be' if is_nullable else 'never'} empty"


def _words(column: Column, verbose: bool) -> Iterator[str]:
    yield column.description
    if column.enum:
        values = list(closed_list(column.enum))
        is_told = verbose or len(values) <= _VALUES_SHOWN
        yield f"One of: {', '.join(values)}." if is_told else f"One of the list `{column.enum}`."
    yield f"Example: {column.example}"
