"""The differences between two versions of a sheet: rows of the table `changes`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from pipeline.compare.kinds import IMPLIED, KINDS, LAST, LATER, Kind, words
from pipeline.compare.matching import pair
from pipeline.records import Change
from pipeline.tables.csv_files import printed_cell

Rows = Mapping[str, Sequence[Any]]
Cells = tuple[str | None, ...]
"""A row of the table, but for what all changes of two versions share."""


def changes_between(series_id: str, old_id: str, new_id: str, old: Rows, new: Rows) -> list[Change]:
    """What changed from one version to the next; `old` and `new` are their rows of `visits`, `observations`, `events`.

    One row per difference: a fact that came or went, a column in which a fact has another value (`revised`), a figure
    for a later period in the place of an earlier one (`updated`), a fact that is only printed otherwise (`reworded`, once
    whatever the number of columns). Rows that merely moved, or stand in another layout, are no change.
    """
    ids = series_id, old_id, new_id
    found = (cells for table, kind in KINDS.items() for cells in _in_table(table, kind, old[table], new[table]))
    return [Change._make((*ids, *cells)) for cells in sorted(found, key=_order)]


def _order(cells: Cells) -> Cells:
    """What changes are sorted by: all that they tell, nothing before something."""
    table, fact_key, change, column, old_value, new_value, old_id, new_id = cells
    return table, fact_key, change, column or "", old_value or "", new_value or "", old_id or "", new_id or ""


def _in_table(table: str, kind: Kind, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Cells]:
    pairs, gone, come = pair(old, new, kind.steps)
    if table == "observations":
        moved, gone, come = _moved_on(gone, come)
        for before, after in moved:
            told = _told(before.value), _told(after.value)
            yield table, after.fact_key, "updated", "value", *told, before[0], after[0]
        more, gone, come = pair(gone, come, LAST)
        pairs += more
    for before, after in pairs:
        yield from _differences(table, kind, before, after)
    for row in gone:
        yield table, row.fact_key, "removed", None, None, None, row[0], None
    for row in come:
        yield table, row.fact_key, "added", None, None, None, None, row[0]


def _moved_on(gone: Sequence[Any], come: Sequence[Any]) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    """Figures of the same kind for a later period, the newest for the newest; what is earlier or unstated is something
    else."""
    pairs, _, _ = pair(_newest_first(gone), _newest_first(come), LATER)
    moved = [(before, after) for before, after in pairs if _is_later(before, after)]
    ids = {row[0] for both in moved for row in both}
    return moved, [row for row in gone if row[0] not in ids], [row for row in come if row[0] not in ids]


def _newest_first(rows: Sequence[Any]) -> list[Any]:
    dated = [row for row in rows if row.period_end and row.value is not None]
    return sorted(dated, key=lambda row: (row.period_end, row.period_start or "", row[0]), reverse=True)


def _is_later(before: Any, after: Any) -> bool:
    return bool(before.period_end and after.period_end and before.period_end < after.period_end)


def _differences(table: str, kind: Kind, before: Any, after: Any) -> Iterator[Cells]:
    """The columns in which two rows of one fact have different values, else the first one in which they are printed
    differently."""
    different = [told for told in _beside(kind.values, before, after) if not _is_same(told[1], told[2])]
    if table == "observations" and (before.value_status == "missing") != (after.value_status == "missing"):
        different = [one for one in different if one[0] not in IMPLIED]
    change = "revised" if different else "reworded"
    if not different:
        prints = _beside(kind.prints, before, after)
        different = [told for told in prints if words(told[1]) != words(told[2])][:1]
    for column, one, other in different:
        yield table, after.fact_key, change, column, _told(one), _told(other), before[0], after[0]


def _beside(columns: tuple[str, ...], before: Any, after: Any) -> Iterator[tuple[str, Any, Any]]:
    """The columns in which two rows differ at all, with what they say."""
    cells = attrgetter(*columns)
    return (told for told in zip(columns, cells(before), cells(after), strict=True) if told[1] != told[2])


def _is_same(one: object, other: object) -> bool:
    return isinstance(one, str) and isinstance(other, str) and words(one) == words(other)


def _told(value: object) -> str | None:
    return printed_cell(value) or None
