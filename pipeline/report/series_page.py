"""What the page of a series shows, made ready for its template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import schemas
from pipeline.account import count
from pipeline.normalize.areas import area_name
from pipeline.report.charts import Spec, figures_chart, visits_chart
from pipeline.report.dots import dots
from pipeline.report.points import KINDS, has_enough, points
from pipeline.report.stored import SHOWN, Row, Series, Version
from pipeline.report.words import NOUNS, said
from pipeline.tables.csv_files import printed_cell

FEW: Final = 3
"""Fewer visits than this are told better by their rows."""


class Plot(NamedTuple):
    """A plot of a series: the name of its files, what stands around it, and the chart itself."""

    name: str
    title: str
    caption: str
    unit: str
    span: str
    rows: int
    spec: Spec


def partner_of(series: Series) -> str:
    """Whom a series is about."""
    document = series.newest.document
    return area_name(document["partner_area"]) if document["partner_area"] else document["partner_printed"] or series.id


def title_of(series: Series) -> str:
    """What a page is about."""
    return f"{area_name(series.newest.document['reporter_area'])} and {partner_of(series)}"


def plots_of(series: Series) -> Iterator[Plot]:
    """The plots that say more than rows do."""
    seen = dots(series)
    if len(seen.rows) >= FEW:
        years = [row["year"] for row in seen.rows]
        caption = "Each dot is one visit and stands in its year, whether or not the sheet knows the day."
        yield Plot(
            "visits",
            "Visits by year, direction and office",
            f"{caption} As told on {series.newest.name}.{_left_out(seen.left_out, 'visit', 'has no year or no direction')}",
            "visits",
            f"{min(years)}–{max(years)}",
            len(seen.rows),
            visits_chart(seen),
        )
    for kind in KINDS:
        for found in points(series, kind):
            if has_enough(found.rows):
                name = f"{kind.name}-{found.unit.lower().replace('_', '-')}"
                years = [year for row in found.rows for year in row["years"]]
                told = _left_out(found.left_out, "figure", "is stated with several values")
                note = f"{kind.note} Hollow points are not exact.{told}"
                yield Plot(
                    name,
                    kind.title,
                    note,
                    found.unit,
                    f"{min(years)}–{max(years)}",
                    len(found.rows),
                    figures_chart(found),
                )


def _left_out(amount: int, noun: str, why: str) -> str:
    return f" Not drawn: {count(amount, noun)}, of which each {why}." if amount else ""


def data_of(version: Version) -> dict[str, dict[str, Any]]:
    """All columns of all facts of a version, for the script that shows them and hands them out as CSV."""
    made = {}
    for table in SHOWN:
        names = schemas.tables()[table].names
        made[table] = {
            "columns": names,
            "rows": [[printed_cell(row[name]) for name in names] for row in version.rows[table]],
        }
    return made


def findings_by_row(version: Version) -> dict[str, list[Row]]:
    """The findings about each row of a version."""
    found: dict[str, list[Row]] = {}
    for finding in version.rows["findings"]:
        for row_id in {finding["row_id"], finding["related_id"]} - {None}:
            found.setdefault(row_id, []).append(finding)
    return found


def unread(version: Version) -> list[Row]:
    """The blocks that look like facts and of which nothing came."""
    return [block for block in version.rows["blocks"] if block["disposition"] == "unrecognised"]


def facts_of(version: Version) -> dict[str, int]:
    """How many rows a version has in each table of facts."""
    return {table: len(version.rows[table]) for table in SHOWN}


def steps(series: Series) -> list[tuple[str, str, list[Row]]]:
    """The changes from each version to the next, the latest first."""
    found: dict[tuple[str, str], list[Row]] = {}
    for change in series.changes:
        found.setdefault((change["from_document_id"], change["to_document_id"]), []).append(change)
    return [(old, new, rows) for (old, new), rows in sorted(found.items(), key=lambda step: step[0][1], reverse=True)]


def quotes_of(series: Series) -> dict[str, str]:
    """What is printed where the rows stand that changes are about."""
    wanted = {row_id for change in series.changes for row_id in (change["old_row_id"], change["new_row_id"])} - {None}
    rows = (
        (f"{NOUNS[table]}_id", row) for version in series.versions for table in SHOWN for row in version.rows[table]
    )
    return {row[key]: row["quote"] or "" for key, row in rows if row[key] in wanted}


def kinds_of_change(changes: Sequence[Mapping[str, Any]]) -> str:
    """How many changes of each kind.

    >>> kinds_of_change([{"change": "added"}, {"change": "revised"}, {"change": "added"}])
    '2 added, 1 revised'
    """
    kinds = [change["change"] for change in changes]
    return ", ".join(f"{kinds.count(kind)} {said(kind)}" for kind in schemas.closed_list("change") if kind in kinds)
