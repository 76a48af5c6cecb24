"""The data dictionary: all definitions as one page for people. `python -m schemas.dictionary` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import schemas
from schemas.views import views

PATH: Final = Path(__file__).parents[1] / "docs" / "data-dictionary.md"

_INTRODUCTION: Final = """# Data dictionary

Made from the files in `schemas/` by `python -m schemas.dictionary`; do not edit.

CSV files are UTF-8 with LF, a missing value is an empty cell, booleans are `true` and `false`, decimals are plain.
Parquet has the same columns, typed, with description and unit in the metadata of each field. Rows are sorted by
their key. Types: `edtf` is a date of ISO 8601-2 (`1989-10`, `2013/..`), kept as a string; `date` is an ISO 8601 day;
`decimal` is exact, with up to nine digits after the point.
"""

_RULES: Final = {
    "has_text": "`text/<{0}>.txt` is there.",
    "text_slice": "`text[char_start:char_end]` of the row's document is `{0}`.",
    "start_before_end": "`{0}` ≤ `{1}`, where both are there.",
    "value_fits_status": "`value` is empty where `value_status` says that there is none, and 0 where it says `zero`.",
    "sorted_codes": "The codes in `{0}` are in order, none twice.",
}


def dictionary() -> str:
    """The whole page, in Markdown."""
    return "\n".join([_INTRODUCTION, *_tables(), *_lists(), *_indicators(), *_units(), *_rules(), *_views()])


def _tables() -> Iterator[str]:
    for table in schemas.tables().values():
        yield f"## Table `{table.name}`\n\n{table.description}\n"
        key = " · ".join(f"`{name}`" for name in table.primary_key)
        yield f"Key: {key}\n" if key else "No key; rows are sorted by all columns.\n"
        yield from _table_of(
            ("column", "type", "may be empty", "meaning", "example"), (_column_row(one, table) for one in table.columns)
        )
        yield from _promises(table)


def _column_row(column: schemas.Column, table: schemas.Table) -> tuple[str, ...]:
    more = [
        f"Unit: {column.unit}." if column.unit else "",
        f"Closed list [{column.enum}](#{column.enum})." if column.enum else "",
    ]
    meaning = " ".join([column.description, *filter(None, more)])
    empty = "yes" if column.name in table.nullable else ""
    return f"`{column.name}`", column.type, empty, meaning, f"`{column.example}`"


def _promises(table: schemas.Table) -> Iterator[str]:
    held = [_RULES[name].format(*columns) for name, *columns in table.rules]
    for key in table.foreign_keys:
        target = f"a row of `{key.table}` (`{key.to_column}`)" if key.table else "a row of the table that `table` names"
        held.append(f"`{key.column}` is {target}.")
    if held:
        yield "Always true:\n"
        yield from (f"- {promise}" for promise in held)
        yield ""


def _lists() -> Iterator[str]:
    yield "## Closed lists\n"
    for name, description in schemas.list_descriptions().items():
        yield f"### {name}\n\n{description}\n"
        yield from _table_of(("value", "meaning"), ((f"`{k}`", v) for k, v in schemas.closed_list(name).items()))
    yield "### table\n\nThe tables of this page.\n"


def _indicators() -> Iterator[str]:
    yield "### indicator\n\nWhat a number counts, and what its two areas mean.\n"
    rows = (
        (f"`{one.name}`", one.definition, one.family, one.from_means, one.to_means or "", one.measure or "")
        for one in schemas.indicators().values()
    )
    yield from _table_of(("indicator", "definition", "units", "from_area", "to_area", "measure"), rows)


def _units() -> Iterator[str]:
    yield "### unit\n\nEvery ISO 4217 currency code, family `money`, and these:\n"
    own = [unit for unit in schemas.units().values() if unit.family != "money"]
    yield from _table_of(("unit", "family", "meaning"), ((f"`{one.code}`", one.family, one.description) for one in own))


def _rules() -> Iterator[str]:
    yield "### rule\n\nWhat a finding says, and what a reader can do about it.\n"
    rows = (
        (f"`{one.name}`", one.severity, one.description, one.action, one.example) for one in schemas.rules().values()
    )
    yield from _table_of(("rule", "severity", "meaning", "what to do", "for example"), rows)


def _views() -> Iterator[str]:
    yield "## Views of `factsheets.duckdb`\n"
    yield "The database has the tables above, `areas` with the name of each area's code, and these views and macros.\n"
    yield from _table_of(("view", "meaning"), ((f"`{view.call}`", view.description) for view in views()))


def _table_of(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """A Markdown table.

    >>> list(_table_of(("a", "b"), iter([("1", "x|y")])))
    ['| a | b |', '|---|---|', '| 1 | x\\\\|y |', '']
    """
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


if __name__ == "__main__":
    PATH.write_text(dictionary(), encoding="utf-8", newline="\n")
