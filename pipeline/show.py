"""One record drawn for people: its fields, its printed line with the span marked, what was found about it.

Reads an output folder only, never the sheets: what is shown is what was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from rich.text import Text

from pipeline.account import plain
from pipeline.tables.stored import stored_rows

_SEVERITY_STYLES: Final = {"error": "bold red", "warning": "yellow", "notice": "cyan"}


class Record(NamedTuple):
    """One row of one table as it was written: column → cell, empty where the value is missing."""

    table: str
    fields: dict[str, str]


class Lookup(NamedTuple):
    """What an output folder has under an id: the records, the findings about them, every id there is."""

    records: list[Record]
    findings: list[dict[str, str]]
    ids: list[str]


def look_up(out: Path, record_id: str, keys: dict[str, str]) -> Lookup:
    """Look an id up in all tables of an output folder; `keys` gives the id column of each table that has one.

    Raises `FileNotFoundError` when the folder holds no tables.
    """
    lookup = Lookup([], [], [])
    for table, key in keys.items():
        for fields in stored_rows(out, table):
            lookup.ids.append(fields[key])
            if fields[key] == record_id:
                lookup.records.append(Record(table, fields))
            elif table == "findings" and record_id in _subjects(fields):
                lookup.findings.append(fields)
    if not lookup.ids and not (out / "csv").is_dir():
        raise FileNotFoundError(out / "csv")
    return lookup


def near_names(name: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """The known names that are spelled most like this one, best first; none when nothing is near."""
    from rapidfuzz import fuzz, process

    found = process.extract(name, sorted(set(known)), scorer=fuzz.ratio, limit=limit, score_cutoff=60)
    return [choice for choice, _, _ in found]


def draw(record: Record, findings: list[dict[str, str]], out: Path) -> Text:
    """The whole picture of a record, ready for a rich console."""
    return Text("\n").join([*_field_lines(record), *_place_lines(record, out), *_finding_lines(findings)])


def excerpt(text: str, start: int, end: int) -> Text:
    """The lines that `text[start:end]` touches, numbered from 1 in the whole text, the span between ⟦ and ⟧.

    >>> print(excerpt("In 1972.\\nIn 1990, Prime Minister X.\\n", 12, 16))
         2 │ In ⟦1990⟧, Prime Minister X.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    span = (f"⟦{_safe(text[start:end])}⟧", "bold reverse")
    marked = Text.assemble(_safe(text[first:start]), span, _safe(text[end : None if last < 0 else last]))
    number = text.count("\n", 0, first) + 1
    numbered = enumerate(marked.split("\n", allow_blank=True), number)
    return Text("\n").join(Text.assemble((f"{number:>6} │ ", "dim"), line) for number, line in numbered)


def _field_lines(record: Record) -> Iterator[Text]:
    width = max(map(len, record.fields))
    yield Text(record.table, style="bold")
    for column, cell in record.fields.items():
        if cell:
            yield Text.assemble((f"  {column:<{width}}  ", "dim"), plain(cell))
    if empty := [column for column, cell in record.fields.items() if not cell]:
        yield Text(f"  empty: {' '.join(empty)}", style="dim")


def _place_lines(record: Record, out: Path) -> Iterator[Text]:
    if not record.fields.get("char_start"):
        return
    path = out / "text" / f"{record.fields['document_id']}.txt"
    yield Text(f"\n{plain(str(path))}", style="bold")
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        yield Text(f"  cannot be read: {error.strerror}", style="yellow")
        return
    start, end = int(record.fields["char_start"]), int(record.fields["char_end"])
    yield excerpt(text, start, end)
    if text[start:end] != record.fields.get("quote", ""):
        yield Text("  the marked text is not the record's quote: table and text are of different runs", style="yellow")


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
