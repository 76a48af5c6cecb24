"""Changes drawn for people: by table and kind, each row once with what it says and what it said, in colour where there is any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from rich.text import Text

from pipeline.account import plain
from pipeline.compare.kinds import KINDS
from pipeline.compare.sides import Side
from pipeline.records import Change

SIGNS = {
    "added": ("+", "green"),
    "removed": ("-", "red"),
    "revised": ("!", "yellow"),
    "updated": (">", "cyan"),
    "reworded": ("~", "dim"),
}
WIDEST = 160
_INDENT = " " * 14
WHOLE = frozenset({"statement", "quote"})
"""Columns whose new value is the row's print, which stands above it."""


def draw_changes(changes: Iterable[Change], old: Side, new: Side, *, verbose: bool = False) -> Iterator[Text]:
    """The changes of each table under its name and their number, kind by kind, then how many there are of each kind;
    with the ids of the rows where `verbose`."""
    told = list(changes)
    if told:
        yield Text(f"{plain(old.name)} → {plain(new.name)}", style="bold")
    for table in KINDS:
        found = [change for change in told if change.table == table]
        if found:
            yield Text.assemble((f"\n{table}", "bold"), f"  {_counted(found)}")
            yield from _rows(found, old, new, verbose)
    yield Text(f"\n{_counted(told)}" if told else "no differences")


def _rows(changes: list[Change], old: Side, new: Side, verbose: bool) -> Iterator[Text]:
    order = list(SIGNS)
    changes.sort(
        key=lambda one: (order.index(one.change), one.new_row_id or one.old_row_id or "", one.old_row_id or "")
    )
    for _, group in groupby(changes, key=lambda one: (one.change, one.old_row_id, one.new_row_id)):
        changed = list(group)
        yield _row(changed, old, new)
        if verbose:
            yield Text(f"{_INDENT}{_ids(changed[0])}", style="dim")


def _row(changes: list[Change], old: Side, new: Side) -> Text:
    first = changes[0]
    sign, style = SIGNS[first.change]
    before, after = old.row(first.table, first.old_row_id), new.row(first.table, first.new_row_id)
    line = Text.assemble((f"  {sign} {first.change:<9}", style), _cut(_printed(after or before)))
    for change in changes:
        if change.column:
            line.append(f"\n{_INDENT}{_cut(_difference(change, before, after))}", style=style)
    return line


def _ids(change: Change) -> str:
    return plain(" → ".join(filter(None, (change.old_row_id, change.new_row_id))))


def _printed(row: Any) -> str:
    """What a row says, on one line; a figure with its label, where its print has it elsewhere, and what it counts."""
    quote = " ".join(row.quote.split())
    if not hasattr(row, "indicator"):
        return quote
    label = " ".join((row.label or "").split())
    return f"{quote if not label or label in quote else f'{label}: {quote}'} [{row.indicator}]"


def _difference(change: Change, before: Any, after: Any) -> str:
    if change.column in WHOLE:
        return f"was: {change.old_value or 'nothing'}"
    one, other = change.old_value or "nothing", change.new_value or "nothing"
    if change.column == "value":
        one, other = before.value_printed or one, after.value_printed or other
    if change.change == "updated":
        return f"{one} ({before.period}) → {other} ({after.period})"
    return f"{change.column}: {one} → {other}"


def _counted(changes: Iterable[Change]) -> str:
    counts = Counter(change.change for change in changes)
    return ", ".join(f"{counts[kind]} {kind}" for kind in SIGNS if counts[kind])


def _cut(text: str) -> str:
    return plain(text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…")
