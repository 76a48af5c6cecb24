"""Checks of events: since when the two countries have relations, told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check.registry import at_row, check
from pipeline.extract.facts import Facts, Note, days, overlap
from pipeline.records import Event

AGAIN = re.compile(
    r"\bre-?(?:establish|open|stor|sum)|normali[sz]|suspend|sever|broke|rupture|interrupt|\bagree|decid|再開|正常化"
    r"|\b(?:before|after|prior to|until) (?:the )?(?:establishment of )?(?:diplomatic )?relations",
    re.I,
)
"""Words of relations that began more than once, or did not begin on that day: `a month before relations were established`."""
MOST_YEARS = 2
"""Beginnings farther apart may be those of two states, or before and after a break."""


@check
def relations_told_twice(facts: Facts) -> Iterator[Note]:
    """Diplomatic relations that are said to have been established on two dates."""
    told = [row for row in facts.events if _tells_beginning(row)]
    for row in told[1:]:
        if not overlap(days(told[0]), days(row)) and abs(_year(told[0]) - _year(row)) <= MOST_YEARS:
            message = f"diplomatic relations since {told[0].date} in line {told[0].line}, since {row.date} here"
            yield at_row(
                "contradiction", row, message, expected=told[0].date, found=row.date, related_id=told[0].event_id
            )


def _tells_beginning(row: Event) -> bool:
    is_told = row.kind == "diplomatic_relations" and row.status == "established" and row.date_start is not None
    return is_told and not AGAIN.search(row.statement)


def _year(row: Event) -> int:
    return int((row.date_start or "0")[:4])
