"""Visits told in sentences: `Prime Minister Abe’s visit to Mongolia in March 2013`, `the President came to Japan in May`.

Only who travels is a visitor; who receives or meets is not. A sentence that names no destination among the two
countries gives no row, unless the sentence before did and this one only says that somebody else came too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.facts import Dated, Facts
from pipeline.extract.visits import Direction, add_visit
from pipeline.normalize.areas import AreaMention, find_areas
from pipeline.normalize.dates import DateValue, FoundDate, parse_date
from pipeline.normalize.offices import find_office
from pipeline.normalize.visitors import Visitor, parse_visitors
from pipeline.outline import Line
from pipeline.records import Span

TRAVELS = re.compile(
    r"(?P<owned>['’]s?\s(?:[a-z]+ ){0,3}visits?\b)|(?P<of>\b[Vv]isits?(?: to [A-Z][A-Za-z. ]{2,30}?)? (?:of|by) )"
    r"|(?P<did>,?\s(?:also |has |have |had )?(?:visited|came|travell?ed|went|arrived|stopped over"
    r"|paid (?:an? )?[A-Za-z -]{0,30}[Vv]isits?|made (?:an? )?[A-Za-z -]{0,30}[Vv]isits?)\b)"
)
NEXT_STOP = re.compile(r" to (?=[A-Z])| in (?=[A-Z0-9])|[;(]")
RELATIVE = re.compile(r"\b(?:who|that|which)\s*\Z")
LISTED = re.compile(r"\b(?:was|were)(?: also)?\s")
CLAUSE_START = re.compile(r"[;:]\s|\bwhen\b|\bas\b(?! of)|\bwhile\b|\bbut\b")
WORD = re.compile(r"[A-Z][\w.’'&-]*")
HONORIFIC = re.compile(
    r"(?:H\.\s?[EM]\.|H\.\s?I\.\s?H\.|T\.\s?I\.\s?H\.|H\.R\.H\.|HM\b|HRH\b|HIH\b|His |Her |Their |Mr\.|Ms\.|Mrs\.|Dr\.|Sir |PM )"
)
OCCASION = re.compile(
    r"\A\s+to\s+[A-Z]\w+\s+\(([A-Z][^()]{3,100})\)\Z|\bfor (?:the |an? )?([A-Z][^.;]*?)(?=[.;]|, and |\Z)"
)
DESTINATION_REACH, LONGEST_SUBJECT = 60, 400


class Trip(NamedTuple):
    """A traveller or several, where they went, and where in the sentence that is said (offsets in the sentence)."""

    visitors: tuple[Visitor, ...]
    offset: int
    verb: Span
    direction: Direction


def find_trips(facts: Facts, sentence: str, last: Direction | None) -> list[Trip]:
    """The trips between the two countries that a sentence tells. `last` is where the sentence before went, if it did."""
    trips: list[Trip] = []
    for match in TRAVELS.finditer(sentence):
        if match["of"]:
            start, stop = match.end(), _next_stop(sentence, match.end())
        else:
            start, stop = _subject_start(sentence, match.start(), trips), match.start()
            start = max(start, stop - LONGEST_SUBJECT)
        direction = _direction(facts, sentence, match, last)
        subject = sentence[start:stop]
        if direction is None:
            continue
        if RELATIVE.search(subject):
            listed = LISTED.search(sentence, match.end())
            if listed is None:
                continue
            start, subject = listed.end(), sentence[listed.end() : listed.end() + 2 * LONGEST_SUBJECT].rstrip(" .")
        at = _visitor_start(subject)
        if at is None:
            continue
        read = parse_visitors(subject[at:].strip(" ,"), area=direction.from_area)
        if read.visitors:
            trips.append(Trip(read.visitors, start + at, Span(match.start(), match.end()), direction))
    return trips


def _subject_start(sentence: str, stop: int, trips: list[Trip]) -> int:
    """Where the clause of a verb begins: after the last conjunction, or after the trip told before it."""
    start = max((trip.verb.end for trip in trips), default=0)
    for match in CLAUSE_START.finditer(sentence, start, stop):
        start = match.end()
    return start


def _next_stop(sentence: str, start: int) -> int:
    match = NEXT_STOP.search(sentence, start)
    return min(match.start() if match else len(sentence), start + LONGEST_SUBJECT)


def _visitor_start(subject: str) -> int | None:
    """Where in the words before a verb the visitor's title begins."""
    for match in WORD.finditer(subject):
        if HONORIFIC.match(subject, match.start()) or find_office(subject, match.start()):
            return match.start()
    return None


def _direction(facts: Facts, sentence: str, match: re.Match[str], last: Direction | None) -> Direction | None:
    reach = sentence[match.end() : match.end() + DESTINATION_REACH]
    named = [mention for mention in find_areas(reach) if mention.kind != "demonym"]
    if match["of"]:
        named = [m for m in find_areas(sentence) if _is_goal(sentence, m)]
    home, partner = facts.pair
    goal = next((mention.area for mention in named if mention.area in (home, partner)), None)
    if goal is not None and named[0].area in (home, partner):
        return Direction(facts.other(goal), goal, "stated")
    is_came = match["did"] is not None and not named and "came" in match["did"]
    return Direction(last.from_area, last.to_area, "inherited") if is_came and last else None


def _is_goal(sentence: str, mention: AreaMention) -> bool:
    return re.search(r"\bto (?:the )?\Z", sentence[: mention.start]) is not None


def add_trips(
    facts: Facts, line: Line, span: Span, trips: list[Trip], dates: list[FoundDate], context: Dated
) -> list[str]:
    """Add the visits of a sentence; returns their ids. A trip's date is the first one after its verb, else the last before."""
    ids = []
    for n, trip in enumerate(trips):
        stop = trips[n + 1].offset if n + 1 < len(trips) else span.end - span.start
        dated = _trip_date(trip, stop, dates, context)
        group = facts.new_id("visit")
        for visitor in trip.visitors:
            own = _printed_date(visitor, dated)
            told = max(trip.verb.end, trip.offset + trip.visitors[-1].end if trip.offset >= trip.verb.end else 0)
            occasion = OCCASION.search(facts.text[span.start + told : span.start + stop])
            named = (
                visitor
                if visitor.occasion or not occasion
                else visitor._replace(occasion=(occasion[1] or occasion[2]).strip(" ,()"))
            )
            ids.append(add_visit(facts, line, span, named, own, trip.direction, "prose", group))
    return ids


def _trip_date(trip: Trip, stop: int, dates: list[FoundDate], context: Dated) -> Dated:
    if trip.offset > trip.verb.end and any(visitor.date_printed for visitor in trip.visitors):
        return context
    after = [found for found in dates if trip.verb.end <= found.start < stop]
    before = [found for found in dates if found.end <= trip.verb.start]
    found = after[0] if after else before[-1] if before else None
    if found is None:
        return context
    return Dated(found.value, "inherited" if found.inherited else "stated")


def _printed_date(visitor: Visitor, dated: Dated) -> Dated:
    if visitor.date_printed and dated.value and dated.value.start:
        date = parse_date(visitor.date_printed, year=int(dated.value.start[:4]))
        if isinstance(date, DateValue):
            return Dated(date, "inherited")
    return dated
