"""The trips of a sentence → rows of visits: when each was, for what occasion and as whose guest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.extract.direction import Flow
from pipeline.extract.facts import UNDATED, Dated, Facts, days, overlap
from pipeline.extract.sentences import unwrapped
from pipeline.extract.visits.dates import printed_dates
from pipeline.extract.visits.prose.remarks import with_remarks
from pipeline.extract.visits.prose.trip import Trip, is_attendance
from pipeline.extract.visits.prose.trip_dates import trip_dates
from pipeline.extract.visits.visit import add_visit
from pipeline.normalize.dates import FoundDate
from pipeline.normalize.visitors import Visitor, parse_visitors
from pipeline.outline import Line
from pipeline.records import Span

ACCOMPANIED = re.compile(r"(?:He|She|They|The (?:[A-Z][a-z]+ ){1,3}?)\s?(?:was|were) accompanied by (?:the )?(?=[A-Z])")
AGAIN = re.compile(r",? and (?:then |once )?again (?:in |on )?")
RESPECTIVELY = re.compile(r"\brespectively\b")


class Told(NamedTuple):
    """A visit that a sentence told: its row and its date, as printed and as a value."""

    visit_id: str
    date: str | None
    dated: Dated = UNDATED


def add_trips(
    facts: Facts, line: Line, span: Span, trips: list[Trip], dates: list[FoundDate], context: Dated
) -> list[Told]:
    """Add the visits of a sentence: a row for each visitor and date."""
    told: list[Told] = []
    words = unwrapped(facts, facts.text[span.start : span.end])
    trips = [one for trip in trips for one in _each_time(trip, trips, words, dates)]
    for n, trip in enumerate(trips):
        later = [other.offset for other in trips[n + 1 :] if other.offset > trip.verb.end]
        stop = min(later[0] if later else len(words), trips[n + 1].verb.start if n + 1 < len(trips) else len(words))
        found = trip_dates(trip, words, stop, dates, context)
        is_paired = len(found) == len(trip.visitors) > 1 and RESPECTIVELY.search(words, trip.verb.end, stop)
        is_couple = any(visitor.party_role == "spouse" for visitor in trip.visitors)
        if len(found) > 1 and len(trip.visitors) > 1 and not is_paired and not is_couple:
            message = "several visitors and several dates: who came when is not said"
            facts.note("ambiguous_attachment", line, span.start, span.end, message)
            found = [UNDATED]
        visitors = with_remarks(trip, words, stop)
        if is_attendance(trip.words(words)) and _are_told(facts, trip, found):
            continue
        pairs = list(zip(visitors, found, strict=True)) if is_paired else None
        for group in [[pair] for pair in pairs] if pairs else [[(v, date) for v in visitors] for date in found]:
            told += _add_group(facts, line, span, trip, group)
    return told


def add_companions(facts: Facts, line: Line, span: Span, before: list[Told], way: Flow) -> list[Told]:
    """Add those of whom a sentence says only that they accompanied the visitor of the one before it."""
    words = unwrapped(facts, facts.text[span.start : span.end])
    lead = ACCOMPANIED.match(words)
    if lead is None or len({told.date for told in before}) != 1:
        return []
    read = parse_visitors(words[lead.end() :].rstrip("."), area=way.from_area).visitors
    fellows = tuple(
        one._replace(party_role="accompanying", start=one.start + lead.end(), end=one.end + lead.end()) for one in read
    )
    dated = before[0].dated._replace(basis="inherited")
    trip = Trip(fellows, 0, Span(0, lead.end()), way._replace(basis="inherited"), True)
    return list(_add_group(facts, line, span, trip, [(one, dated) for one in fellows]))


def _each_time(trip: Trip, trips: list[Trip], words: str, dates: list[FoundDate]) -> list[Trip]:
    """A trip, and those of the same visitors that only `and again in May 2015` tells, each with what is said behind it."""
    stop = min((other.verb.start for other in trips if other.verb.start > trip.verb.start), default=len(words))
    starts = {found.start for found in dates}
    times = (
        (again for again in AGAIN.finditer(words, trip.verb.end, stop) if again.end() in starts)
        if trip.is_verbal
        else ()
    )
    return [trip, *(trip._replace(verb=Span(again.start(), again.end())) for again in times)]


def _are_told(facts: Facts, trip: Trip, found: list[Dated]) -> bool:
    """Whether the sheet has told the visits already in which something was attended."""
    times = [(dated.value.start, dated.value.end) for dated in found if dated.value]
    rows = [row for row in facts.visits if row.origin == "prose" and row.from_area == trip.direction.from_area]
    return all(
        any(row.main_name == visitor.main_name and all(overlap(days(row), time) for time in times) for row in rows)
        for visitor in trip.visitors
    )


def _add_group(facts: Facts, line: Line, span: Span, trip: Trip, group: list[tuple[Visitor, Dated]]) -> Iterator[Told]:
    first = facts.new_visit_id()
    for visitor, dated in group:
        for n, own in enumerate(printed_dates(visitor, dated)):
            row = add_visit(facts, line, span, visitor, own, trip.direction, "prose", "" if n else first)
            yield Told(row, own.value.edtf if own.value else None, own)
