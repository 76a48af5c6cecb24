"""What the first page shows: the sum of all series, gathered while their pages are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import schemas
from pipeline.report.series_page import kinds_of_change, partner_of, steps, unread
from pipeline.report.stored import SHOWN, Row, Series
from pipeline.report.words import anchor

EXAMPLES = 12
"""How many findings of a rule the first page names."""


class Line(NamedTuple):
    """A series on the first page."""

    id: str
    partner: str
    versions: list[tuple[str, float | None]]
    newest: str
    counts: dict[str, int]
    characters: int
    accounted: int
    unread: int
    severities: dict[str, int]
    changed: str
    step: tuple[str, str] | None
    plots: int


class Overview:
    """What is gathered for the first page."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.rules: Counter[str] = Counter()
        self.examples: dict[str, list[tuple[str, str, str]]] = {}
        self.dispositions: Counter[str] = Counter()

    def add(self, series: Series, plots: int, page_of: dict[str, str]) -> None:
        """Take in a series; `page_of` tells on which page a version stands."""
        changes = steps(series)
        versions = [(version.name, year(version.document["published"])) for version in series.versions]
        findings = [row for version in series.versions for row in version.rows["findings"]]
        self.lines.append(
            Line(
                id=series.id,
                partner=partner_of(series),
                versions=versions,
                newest=series.newest.name,
                counts={table: sum(len(version.rows[table]) for version in series.versions) for table in SHOWN},
                characters=sum(version.document["characters"] for version in series.versions),
                accounted=sum(version.document["characters_accounted"] for version in series.versions),
                unread=sum(len(unread(version)) for version in series.versions),
                severities={
                    level: sum(row["severity"] == level for row in findings)
                    for level in schemas.closed_list("severity")
                },
                changed=kinds_of_change(changes[0][2]) if changes else "",
                step=(changes[0][0].rpartition("/")[2], changes[0][1].rpartition("/")[2]) if changes else None,
                plots=plots,
            )
        )
        for version in series.versions:
            self.dispositions.update(block["disposition"] for block in version.rows["blocks"])
            for row in version.rows["findings"]:
                self._finding(row, f"{page_of[version.name]}#{anchor(row['finding_id'])}", partner_of(series))

    def loose(self, row: Row) -> None:
        """Take in a finding about no sheet."""
        self.rules[row["rule"]] += 1
        self.examples.setdefault(row["rule"], []).append(("", "", row["message"]))

    def _finding(self, row: Row, place: str, title: str) -> None:
        self.rules[row["rule"]] += 1
        found = self.examples.setdefault(row["rule"], [])
        if len(found) < EXAMPLES:
            found.append((place, title, row["message"]))

    def by_rule(self) -> Iterator[tuple[schemas.Rule, int, list[tuple[str, str, str]]]]:
        """Every rule that was met, the gravest first."""
        known, levels = schemas.rules(), list(schemas.closed_list("severity"))
        for name in sorted(self.rules, key=lambda one: (levels.index(known[one].severity), -self.rules[one], one)):
            yield known[name], self.rules[name], self.examples[name][:EXAMPLES]

    def years(self) -> tuple[int, int]:
        """The years from the oldest version to the newest."""
        found = [when for line in self.lines for _, when in line.versions if when]
        return (int(min(found)), int(max(found)) + 1) if found else (2000, 2001)

    def totals(self) -> dict[str, Any]:
        """The figures on top of the page."""
        characters = sum(line.characters for line in self.lines)
        accounted = sum(line.accounted for line in self.lines)
        return {
            "sheets": sum(len(line.versions) for line in self.lines),
            "series": len(self.lines),
            "unread": sum(line.unread for line in self.lines),
            "accounted": accounted / characters if characters else 1.0,
        } | {table: sum(line.counts[table] for line in self.lines) for table in SHOWN}


def year(published: str | None) -> float | None:
    """Where a date stands on the line of years.

    >>> year("2014-07-01"), year("2014"), year(None)
    (2014.5, 2014.5, None)
    """
    if not published or not published[:4].isdigit():
        return None
    month = published[5:7]
    return int(published[:4]) + ((int(month) - 1) / 12 if month.isdigit() else 0.5)
