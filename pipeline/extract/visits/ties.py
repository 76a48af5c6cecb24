"""The same visit told twice: in a table and in a sentence."""

from __future__ import annotations

from pipeline.extract.facts import Facts, days, overlap
from pipeline.normalize.spelling import fold
from pipeline.records import Visit


def tie_visits(facts: Facts) -> None:
    """Tie each visit told in prose to the table's row of it: same people, same way, same date, else the same year.

    Sets `confirmed_by` on both rows.
    """
    rows = facts.visits
    free = [n for n, row in enumerate(rows) if row.origin == "table" and row.date_start]
    for n, row in enumerate(rows):
        if row.origin != "prose" or row.date_start is None:
            continue
        same = [m for m in free if _same_traveller(row, rows[m])]
        exact = [m for m in same if overlap(days(row), days(rows[m]))]
        near = [m for m in same if (rows[m].date_start or "")[:4] == row.date_start[:4]]
        if exact or len(near) == 1:
            match = (exact or near)[0]
            free.remove(match)
            rows[match] = rows[match]._replace(confirmed_by=row.visit_id)
            rows[n] = row._replace(confirmed_by=rows[match].visit_id)


def _same_traveller(a: Visit, b: Visit) -> bool:
    if (a.from_area, a.to_area) != (b.from_area, b.to_area):
        return False
    if a.main_name and b.main_name:
        return fold(a.main_name, a.from_area or "") == fold(b.main_name, b.from_area or "")
    return a.main_name is None and b.main_name is None and a.office == b.office
