"""What the plot of visits draws: a dot a printed visit, with the row that it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from pipeline.normalize.areas import area_name
from pipeline.report.stored import Row, Series
from pipeline.report.words import anchor, direction

OFFICES: Final = {
    "head_of_state": "Head of state",
    "head_of_government": "Head of government",
    "minister_foreign_affairs": "Foreign minister",
    "minister": "Other minister",
    "vice_minister": "Vice-minister",
    "royal": "Royal family",
    "speaker": "Parliament",
    "legislator": "Parliament",
}
OTHER: Final = "Other"


class Dots(NamedTuple):
    """The visits of a sheet: what is drawn, and how many visits could not be."""

    rows: list[dict[str, Any]]
    left_out: int
    up: str
    down: str


def dots(series: Series) -> Dots:
    """One dot a printed visit, as the newest version tells them; what the table confirms is not drawn twice."""
    document = series.newest.document
    own, partner = document["reporter_area"], document["partner_area"]
    heights = {1: 0, -1: 0}
    by_year: dict[tuple[int, int], int] = {}
    drawn, left_out = [], 0
    for row in _visits(series.newest.rows["visits"]):
        year = year_of(row["date_start"], row["date_end"])
        side = {(own, partner): 1, (partner, own): -1}.get((row["from_area"], row["to_area"]))
        if year is None or side is None:
            left_out += 1
            continue
        n = by_year[year, side] = by_year.get((year, side), 0) + 1
        heights[side] = max(heights[side], n)
        office = OFFICES.get(row["office_class"] or "", OTHER)
        label = f"{row['date']}, {office}, {direction(row)}"
        drawn.append(
            {"year": year, "n": side * (n - 0.5), "office": office, "label": label, "row": anchor(row["visit_id"])}
        )
    there, back = area_name(own), area_name(partner or "")
    return Dots(drawn, left_out, f"{there} → {back}", f"{back} → {there}")


def year_of(start: date | None, end: date | None) -> int | None:
    """The year of a date, where it lies within one.

    >>> year_of(date(2012, 3, 1), date(2012, 3, 31)), year_of(date(2012, 12, 30), date(2013, 1, 2))
    (2012, None)
    """
    return start.year if start and end and start.year == end.year else None


def _visits(rows: Sequence[Row]) -> list[Row]:
    """The first row of each printed visit that no other row of the sheet confirms."""
    groups: dict[str, Row] = {}
    for row in rows:
        if row["origin"] == "table" or not row["confirmed_by"]:
            groups.setdefault(row["visit_group"], row)
    return sorted(groups.values(), key=lambda row: (str(row["date_start"]), row["visit_id"]))
