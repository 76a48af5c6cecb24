"""The differences between two versions of a sheet: rows of the table `changes`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from pipeline.compare.kinds import IMPLIED, KINDS, LAST, LATER, Kind, words
from pipeline.compare.matching import pair
from pipeline.records import Change
from pipeline.tables.csv_files import plain_decimal

Rows = Mapping[str, Sequence[Any]]


def changes_between(series_id: str, old_id: str, new_id: str, old: Rows, new: Rows) -> list[Change]:
    """What changed from one version to the next; `old` and `new` are their rows of `visits`, `observations`, `events`.

    One row per difference: a fact that came or went, a column in which a fact has another value (`revised`), a figure
    for a later period in the place of an earlier one (`updated`), a fact that is only printed otherwise (`reworded`, once
    whatever the number of columns). Rows that merely moved, or stand in another layout, are no change.
    """
    made = []
    for table, kind in KINDS.items():
        for change in _in_table(table, kind, old[table], new[table]):
            made.append(change._replace(series_id=series_id, from_document_id=old_id, to_document_id=new_id))
    return sorted(made, key=lambda one: tuple("" if cell is None else cell for cell in one))


def _in_table(table: str, kind: Kind, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    pairs, gone, come = pair(old, new, kind.steps)
    if table == "observations":
        moved, gone, come = _moved_on(gone, come)
        for before, after in moved:
            told = _told(before.value), _told(after.value)
            yield _change(table, after.fact_key, "updated", "value", *told, before[0], after[0])
        more, gone, come = pair(gone, come, LAST)
        pairs += more
    for before, after in pairs:
        yield from _differences(table, kind, before, after)
    for row in gone:
        yield _change(table, row.fact_key, "removed", None, None, None, row[0], None)
    for row in come:
        yield _change(table, row.fact_key, "added", None, None, None, None, row[0])


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


def _differences(table: str, kind: Kind, before: Any, after: Any) -> Iterator[Change]:
    """The columns in which two rows of one fact have different values, else the first one in which they are printed
    differently."""
    different = [name for name in kind.values if not _is_same(getattr(before, name), getattr(after, name))]
    if table == "observations" and (before.value_status == "missing") != (after.value_status == "missing"):
        different = [name for name in different if name not in IMPLIED]
    for column in different:
        told = _told(getattr(before, column)), _told(getattr(after, column))
        yield _change(table, after.fact_key, "revised", column, *told, before[0], after[0])
    for column in kind.prints if not different else ():
        one, other = getattr(before, column), getattr(after, column)
        if words(one) != words(other):
            yield _change(table, after.fact_key, "reworded", column, _told(one), _told(other), before[0], after[0])
            return


def _is_same(one: object, other: object) -> bool:
    return one == other or (isinstance(one, str) and isinstance(other, str) and words(one) == words(other))


def _told(value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return plain_decimal(value) if isinstance(value, Decimal) else str(value)


def _change(
    table: str,
    fact_key: str,
    change: str,
    column: str | None,
    old_value: str | None,
    new_value: str | None,
    old_row_id: str | None,
    new_row_id: str | None,
) -> Change:
    return Change("", "", "", table, fact_key, change, column, old_value, new_value, old_row_id, new_row_id)
