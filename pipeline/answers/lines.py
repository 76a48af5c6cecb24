"""An answer to a query, and what can be asked, as lines: CSV, JSON, or columns for people. No printing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import chain
from typing import Any

from pipeline.account import plain
from pipeline.answers.ask import Answer, QueryError
from pipeline.tables.csv_files import plain_decimal, printed_cell, quoted


def csv_lines(answer: Answer) -> Iterator[str]:
    """The answer as CSV, line by line, written as the tables' own CSV: decimals plain, nothing for a missing value.

    >>> list(csv_lines(Answer(("a", "b"), iter([(None, Decimal("1.50")), ("x,y", True)]))))
    ['a,b', ',1.5', '"x,y",true']
    """
    for row in chain([answer.columns], answer.rows):
        yield ",".join(quoted(_cell(value)) for value in row)


def json_lines(answer: Answer) -> Iterator[str]:
    """The answer as a JSON array of objects, an object a line; numbers have all their digits.

    >>> list(json_lines(Answer(("a", "b"), iter([(None, Decimal("31100000000.000000000"))]))))
    ['[', '{"a": null, "b": 31100000000}', ']']
    """
    if len(set(answer.columns)) < len(answer.columns):
        raise QueryError("two columns have one name: give them names with AS")
    names = [json.dumps(name, ensure_ascii=False) for name in answer.columns]
    yield "["
    held = None
    for row in answer.rows:
        if held is not None:
            yield held + ","
        held = "{" + ", ".join(f"{name}: {_json(value)}" for name, value in zip(names, row, strict=True)) + "}"
    yield from [held] if held is not None else []
    yield "]"


def table_lines(answer: Answer) -> Iterator[str]:
    """The answer in columns for people, numbers to the right; nothing in a cell can steer the terminal.

    >>> list(table_lines(Answer(("a", "bb"), iter([("x", 1), ("yy", 10)]))))
    ['a   bb', '──  ──', 'x    1', 'yy  10']
    """
    rows = list(answer.rows)
    cells = [[plain(_cell(value)) for value in row] for row in (answer.columns, *rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    is_number = [any(_is_number(value) for value in column) for column in zip(*rows, strict=True)] or [False] * len(
        widths
    )
    for n, row in enumerate(cells):
        padded = (_padded(*one) for one in zip(row, widths, is_number, strict=True))
        yield "  ".join(padded).rstrip()
        if n == 0:
            yield "  ".join("─" * width for width in widths)


def _padded(cell: str, width: int, is_number: bool) -> str:
    gap = " " * (width - _width(cell))
    return gap + cell if is_number else cell + gap


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    from rich.cells import cell_len

    return cell_len(text)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _cell(value: object) -> str:
    return _json(value) if isinstance(value, list | dict | tuple) else printed_cell(value)


def _json(value: object) -> str:
    match value:
        case Decimal():
            return plain_decimal(value)
        case float() if value != value or value in (float("inf"), float("-inf")):
            return json.dumps(str(value))
        case None | bool() | int() | float():
            return json.dumps(value)
        case list() | tuple():
            return "[" + ", ".join(map(_json, value)) + "]"
        case dict():
            pairs = (f"{json.dumps(str(key), ensure_ascii=False)}: {_json(one)}" for key, one in value.items())
            return "{" + ", ".join(pairs) + "}"
        case date() | datetime() | time():
            return json.dumps(value.isoformat())
    return json.dumps(str(value), ensure_ascii=False)


def view_lines(names: Sequence[str], *, quiet: bool = False, verbose: bool = False) -> Iterator[str]:
    """What can be asked: the tables by name, each view with what it is for; only their calls where `quiet`, with the
    statements that make the views where `verbose`."""
    from textwrap import fill, indent

    from schemas.views import views

    if quiet:
        yield from (*names, "areas", *(view.call for view in views()))
        return
    yield f"Tables (see `factsheets schema`):\n  {', '.join(names)}, areas\n\nViews:"
    for view in views():
        yield f"  {view.call}\n" + fill(view.description, 110, initial_indent="      ", subsequent_indent="      ")
        if verbose:
            yield indent(view.sql, "      ")


def views_document(names: Sequence[str]) -> dict[str, Any]:
    """The same as JSON has it."""
    from schemas.views import views

    return {"tables": [*names, "areas"], "views": [view._asdict() for view in views()]}
