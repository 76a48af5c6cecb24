"""One record: its fields, its printed line with the span marked, what was found about it; drawn for people, or as JSON.

Reads an output folder only, never the sheets: what is shown is what was written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from rich.text import Text

import schemas
from pipeline.account import plain
from pipeline.tables.stored import stored_rows

_SEVERITY_STYLES: Final = {"error": "bold red", "warning": "yellow", "notice": "cyan"}


_READ: Final[dict[str, Callable[[str], Any]]] = {"integer": int, "boolean": "true".__eq__}
"""How the cells of a column are read by its type; a decimal stays as it is written, so that no digit is lost."""


class Record(NamedTuple):
    """One row of one table as it was written: column → cell, empty where the value is missing."""

    table: str
    fields: dict[str, str]


class Lookup(NamedTuple):
    """What an output folder has under an id: the records, the findings about them, every id there is."""

    records: list[Record]
    findings: list[dict[str, str]]
    ids: list[str]


def look_up(out: Path, record_id: str) -> Lookup:
    """Look an id up in all tables of an output folder that have one."""
    lookup = Lookup([], [], [])
    for table, key in schemas.keys().items():
        for fields in stored_rows(out, table):
            lookup.ids.append(fields[key])
            if fields[key] == record_id:
                lookup.records.append(Record(table, fields))
            elif table == "findings" and record_id in _subjects(fields):
                lookup.findings.append(fields)
    return lookup


def draw(record: Record, findings: list[dict[str, str]], out: Path, *, verbose: bool = False) -> Text:
    """The whole picture of a record, ready for a rich console; a line for empty columns, too, where `verbose`."""
    lines = [*_field_lines(record, verbose), *_place_lines(record, out), *_finding_lines(findings)]
    return Text("\n").join(lines)


def draw_bare(record: Record) -> Text:
    """The record alone: its columns that hold something."""
    return Text("\n").join(_cell_lines(record, [column for column, cell in record.fields.items() if cell]))


def document(lookup: Lookup, out: Path) -> dict[str, Any]:
    """All that `draw` shows, as JSON has it: whole numbers and truth values as such, `null` for what is missing."""
    return {
        "records": [
            {"table": record.table, "fields": _typed(record.table, record.fields), "place": _place(record, out)}
            for record in lookup.records
        ],
        "findings": [_typed("findings", finding) for finding in lookup.findings],
    }


def by_severity(text: str) -> Text:
    """Words for people in which each severity, with its number, has its colour.

    >>> by_severity("findings: 2 warnings, none else").spans
    [Span(10, 20, 'yellow')]
    """
    told = Text(text)
    for severity, style in _SEVERITY_STYLES.items():
        told.highlight_regex(rf"([\d,]+ )?\b{severity}s?\b", style)
    return told


def excerpt(text: str, start: int, end: int) -> Text:
    """The lines that `text[start:end]` touches, numbered from 1 in the whole text, the span between ⟦ and ⟧.

    >>> print(excerpt("In 1972.\\nIn 1990, Prime Minister X.\\n", 12, 16))
         2 │ In ⟦1990⟧, Prime Minister X.
    """
    first, last = _lines_of(text, start, end)
    span = (f"⟦{_safe(text[start:end])}⟧", "bold reverse")
    marked = Text.assemble(_safe(text[first:start]), span, _safe(text[end:last]))
    number = text.count("\n", 0, first) + 1
    numbered = enumerate(marked.split("\n", allow_blank=True), number)
    return Text("\n").join(Text.assemble((f"{number:>6} │ ", "dim"), line) for number, line in numbered)


def _field_lines(record: Record, verbose: bool) -> Iterator[Text]:
    yield Text(record.table, style="bold")
    empty = [] if verbose else [column for column, cell in record.fields.items() if not cell]
    yield from _cell_lines(record, [column for column in record.fields if column not in empty])
    if empty:
        yield Text(f"  empty: {' '.join(empty)}", style="dim")


def _cell_lines(record: Record, columns: Iterable[str]) -> Iterator[Text]:
    width = max(map(len, record.fields))
    for column in columns:
        yield Text.assemble((f"  {column:<{width}}  ", "dim"), plain(record.fields[column]))


def _typed(table: str, fields: dict[str, str]) -> dict[str, Any]:
    types = {column.name: column.type for column in schemas.tables()[table].columns}
    return {name: _READ.get(types.get(name, ""), str)(cell) if cell else None for name, cell in fields.items()}


def _place_lines(record: Record, out: Path) -> Iterator[Text]:
    if not record.fields.get("char_start"):
        return
    path, start, end = _span(record, out)
    yield Text(f"\n{plain(str(path))}", style="bold")
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        yield Text(f"  cannot be read: {error.strerror}", style="yellow")
        return
    yield excerpt(text, start, end)
    if text[start:end] != record.fields.get("quote", ""):
        yield Text("  the marked text is not the record's quote: table and text are of different runs", style="yellow")


def _span(record: Record, out: Path) -> tuple[Path, int, int]:
    """The text that a record was read from, and where in it."""
    fields = record.fields
    return out / "text" / f"{fields['document_id']}.txt", int(fields["char_start"]), int(fields["char_end"])


def _place(record: Record, out: Path) -> dict[str, Any] | None:
    if not record.fields.get("char_start"):
        return None
    path, start, end = _span(record, out)
    told: dict[str, Any] = {"text": str(path), "char_start": start, "char_end": end}
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError:
        return told | {"lines": None, "is_quote": False}
    first, last = _lines_of(text, start, end)
    return told | {"lines": text[first:last].split("\n"), "is_quote": text[start:end] == record.fields.get("quote", "")}


def _lines_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the whole lines that a span touches."""
    last = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last


def _finding_lines(findings: list[dict[str, str]]) -> Iterator[Text]:
    yield Text(f"\nfindings: {len(findings) or 'none'}", style="bold")
    for finding in findings:
        style = _SEVERITY_STYLES.get(finding["severity"], "")
        yield Text.assemble("  ", (finding["severity"], style), f"  {finding['rule']}  {plain(finding['message'])}")


def _subjects(finding: dict[str, str]) -> set[str]:
    """The ids a finding is about: its row, the row beside it, and its document where no row is named."""
    return {finding["row_id"] or finding["document_id"], finding["related_id"]}


def _safe(text: str) -> str:
    return "\n".join(map(plain, text.split("\n")))
