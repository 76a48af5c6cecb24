"""One record drawn for people: its fields, its printed line with the span marked, what was found about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from rich.text import Text

from pipeline.account import plain
from pipeline.answers.lookup import Place, Record, is_its_quote, place_of

_SEVERITY_STYLES: Final = {"error": "bold red", "warning": "yellow", "notice": "cyan"}


def draw_record(record: Record, findings: list[dict[str, str]], out: Path, *, verbose: bool = False) -> Text:
    """The whole picture of a record, ready for a rich console; a line for empty columns, too, where `verbose`."""
    lines = [*_field_lines(record, verbose), *_place_lines(record, out), *_finding_lines(findings)]
    return Text("\n").join(lines)


def draw_bare(record: Record) -> Text:
    """The record alone: its columns that hold something."""
    return Text("\n").join(_cell_lines(record, [column for column, cell in record.fields.items() if cell]))


def by_severity(text: str) -> Text:
    """Words for people in which each severity, with its number, has its colour.

    >>> by_severity("findings: 2 warnings, none else").spans
    [Span(10, 20, 'yellow')]
    """
    told = Text(text)
    for severity, style in _SEVERITY_STYLES.items():
        told.highlight_regex(rf"([\d,]+ )?\b{severity}s?\b", style)
    return told


def _excerpt(place: Place) -> Text:
    """The lines that a print touches, numbered from 1 in the whole text, the print between ⟦ and ⟧.

    >>> print(_excerpt(Place(Path("x.txt"), 12, 16, "In 1972.\\nIn 1990, Prime Minister X.\\n")))
         2 │ In ⟦1990⟧, Prime Minister X.
    """
    text, (first, last) = place.text, place.whole_lines
    span = (f"⟦{_safe(text[place.start : place.end])}⟧", "bold reverse")
    marked = Text.assemble(_safe(text[first : place.start]), span, _safe(text[place.end : last]))
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


def _place_lines(record: Record, out: Path) -> Iterator[Text]:
    place = place_of(record, out)
    if place is None:
        return
    yield Text(f"\n{plain(str(place.path))}", style="bold")
    if place.trouble:
        yield Text(f"  cannot be read: {place.trouble}", style="yellow")
        return
    yield _excerpt(place)
    if not is_its_quote(record, place):
        yield Text("  the marked text is not the record's quote: table and text are of different runs", style="yellow")


def _finding_lines(findings: list[dict[str, str]]) -> Iterator[Text]:
    yield Text(f"\nfindings: {len(findings) or 'none'}", style="bold")
    for finding in findings:
        style = _SEVERITY_STYLES.get(finding["severity"], "")
        yield Text.assemble("  ", (finding["severity"], style), f"  {finding['rule']}  {plain(finding['message'])}")


def _safe(text: str) -> str:
    return "\n".join(map(plain, text.split("\n")))
