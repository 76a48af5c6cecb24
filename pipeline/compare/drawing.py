"""Changes drawn for people: by table, a line each, in colour where there is any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.text import Text

from pipeline.account import plain
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


def draw_changes(changes: Iterable[Change], old: Side, new: Side) -> Iterator[Text]:
    """The changes of each table under its name, then how many there are of each kind."""
    counts: Counter[str] = Counter()
    for table, group in groupby(changes, key=lambda change: change.table):
        yield Text(table, style="bold")
        for change in group:
            counts[change.change] += 1
            yield _line(change, old, new)
    told = ", ".join(f"{counts[kind]} {kind}" for kind in SIGNS if counts[kind])
    yield Text(told or "no differences")


def _line(change: Change, old: Side, new: Side) -> Text:
    sign, style = SIGNS[change.change]
    before, after = old.quote(change.table, change.old_row_id), new.quote(change.table, change.new_row_id)
    line = Text.assemble((f"  {sign} {change.change:<9}", style), _cut(after or before))
    if change.column:
        told = f"{change.column}: {change.old_value or 'nothing'} → {change.new_value or 'nothing'}"
        line.append(f"\n      {_cut(told)}", style=style)
    if change.change == "updated":
        line.append(f"\n      before: {_cut(before)}", style="dim")
    return line


def _cut(text: str) -> str:
    return plain(text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…")
