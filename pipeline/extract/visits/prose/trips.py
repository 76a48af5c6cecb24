"""The trips of a sentence → rows of visits: when each was, for what occasion and as whose guest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.extract.direction import Flow
from pipeline.extract.facts import UNDATED, Dated, Facts, days, overlap
from pipeline.extract.sentences import unwrapped
from pipeline.extract.visits.dates import printed_dates
from pipeline.extract.visits.prose.english import GUEST_VERBS
from pipeline.extract.visits.prose.subjects import Trip
from pipeline.extract.visits.visit import add_visit
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import FoundDate, find_dates
from pipeline.normalize.visitors import Visitor, parse_visitors
from pipeline.outline import Line
from pipeline.records import Span

AFTER_COMMA = re.compile(r"[,;、]|\band (?!the\b)(?=[a-z])|\b(?:following|after|since|under|before)\b")
LIST_GAP = re.compile(r"[)\s]*+(?:(?:,|&|;|as well as)\s*+)?(?:and\s*+)?(?:again\s*+)?(?:(?:in|on)\s*+)?(?:\(\s*+)?")
ACCOMPANIED = re.compile(r"(?:He|She|They|The (?:[A-Z][a-z]+ ){1,3}?)\s?(?:was|were) accompanied by (?:the )?(?=[A-Z])")
AGAIN = re.compile(r",? and (?:then |once )?again (?:in |on )?")
AND_ALSO, RIGHT_BEFORE = re.compile("及び|並びに|と|・"), re.compile("(?:に[はも]?)?、?")
"""What joins two dates in Japanese, and what may stand between the last one and the traveller."""
OWN_CLAUSE = re.compile(
    r"(?:,[^,.;]{1,80}+,)?+ (?:is|was|were|has been|had been|saw|became|mark(?:s|ed))\b"
    r"|,? (?:he|she|it|they|both|the two)\b| (?:an?|the|this|these|his|her|its|their)\b| [A-Z]"
)
"""A date that a verb or a subject follows begins a clause of its own: `, and 2005, forty years later, was named the Year of
Friendship`, `, and in 2016 the two leaders met`."""
OTHER_CLAUSE = re.compile(
    r"(?:, (?:and|but|while)|;) (?!(?:he|she|they|it|both|the two|the )\b)(?:[A-Z]|the |an? |its )[^,;]{0,120}?"
    r" (?:was|were|is|are|has|had|held|met|took|began|became|came|went|gave|sent|[a-z]{2,20}ed)\b"
)
"""Something else that a clause of its own tells: `visited Japan, and an Embassy was opened in Lusaka in 2008`."""
RESPECTIVELY = re.compile(r"\brespectively\b")
_END = (
    r"(?=[.;()]|,(?! [A-Z]\w+(?:[.;]|\Z))|\Z| and (?=[a-z])| (?:held|which|where|hosted)\b"
    r"| (?:in|on|from|at) (?=[A-Z0-9])| in \w+ 20)"
)
OCCASIONS = (
    re.compile(r"\A(?:[^().;,]{0,30}\b(?:to|in)\b)?\s*(?:the )?[A-Z][\w ]{1,30}\s\(([A-Z0-9][^()]{2,100})\)"),
    re.compile(
        r"\b(?:on the occasion of|to attend|to participate in|to take part in|and attended|attending|for attending) "
        rf"(?:the |his |her |an? )?([A-Z0-9][^.;()]{{2,100}}?){_END}"
    ),
    re.compile(rf"\bfor (?:the |an? )?([A-Z0-9][^.;]{{2,100}}?){_END}"),
)
ATTENDED = re.compile(rf"\A (?:the |an? )?([A-Z0-9][^.;()]{{2,100}}?){_END}")
GUEST = re.compile(r"\bas (?:an? |the )?((?:[Ss]tate|[Oo]fficial|[Ww]orking|[Ff]irst)(?: [a-z]+){0,3} guest)s?\b")


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
        found = _trip_dates(trip, words, stop, dates, context)
        is_paired = len(found) == len(trip.visitors) > 1 and RESPECTIVELY.search(words, trip.verb.end, stop)
        is_couple = any(visitor.party_role == "spouse" for visitor in trip.visitors)
        if len(found) > 1 and len(trip.visitors) > 1 and not is_paired and not is_couple:
            message = "several visitors and several dates: who came when is not said"
            facts.note("ambiguous_attachment", line, span.start, span.end, message)
            found = [UNDATED]
        visitors = _with_remarks(trip, words, stop)
        if _is_guest(trip, words) and _are_told(facts, trip, found):
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


def _trip_dates(trip: Trip, words: str, stop: int, dates: list[FoundDate], context: Dated) -> list[Dated]:
    """When a trip was: the dates right behind its verb, else the one before it, else one further on in its clause."""
    own = Span(trip.offset, trip.offset + trip.visitors[-1].end)
    if any(visitor.date_printed for visitor in trip.visitors):
        return [context]
    dates = [found for found in dates if not own.start <= found.start < own.end]
    after = [found for found in dates if trip.verb.end <= found.start < stop]
    before = [found for found in dates if found.end <= trip.verb.start]
    if after and not before and OTHER_CLAUSE.search(words, trip.verb.end, after[0].start):
        return [context]
    is_near = after and not AFTER_COMMA.search(_without_lists(words[trip.verb.end : after[0].start]))
    if after and (is_near or not before):
        run = [after[0]]
        for found in after[1:]:
            is_apart = trip.is_verbal and OWN_CLAUSE.match(words, found.end)
            if is_apart or not LIST_GAP.fullmatch(words[run[-1].end : found.start]):
                break
            run.append(found)
        return list(map(_dated, run))
    return list(map(_dated, _joined_before(before, words, trip.offset))) if before else [context]


def _joined_before(before: list[FoundDate], words: str, offset: int) -> list[FoundDate]:
    """The last date before a trip, with those in Japanese that are joined to it where the traveller stands right behind:
    `2019年6月及び10月にボルソナーロ大統領が訪日し`."""
    run = before[-1:]
    if RIGHT_BEFORE.fullmatch(words, run[0].end, max(run[0].end, offset)):
        for found in reversed(before[:-1]):
            if not AND_ALSO.fullmatch(words, found.end, run[0].start):
                break
            run.insert(0, found)
    return run


def _dated(found: FoundDate) -> Dated:
    return Dated(found.value, "inherited" if found.inherited else "stated")


def _without_lists(words: str) -> str:
    """Words without the commas of a list of names: `Sweden, Norway and Finland`."""
    return re.sub(r"(?<=[\w]), (?=(?:and )?(?:the )?[A-Z])", " ", words)


def _with_remarks(trip: Trip, words: str, stop: int) -> tuple[Visitor, ...]:
    """The visitors with the occasion and the guest status that the words behind the verb tell of all of them."""
    told = max(trip.verb.end, trip.offset + trip.visitors[-1].end if trip.offset >= trip.verb.end else 0)
    rest = words[told:stop]
    patterns = (ATTENDED, *OCCASIONS) if _is_guest(trip, words) else OCCASIONS
    occasion = next((found for pattern in patterns if (found := _occasion(pattern, rest))), None)
    guest = GUEST.search(rest)
    status = guest[1] if guest else None
    return tuple(
        v._replace(occasion=v.occasion or occasion, guest_status=v.guest_status or status) for v in trip.visitors
    )


def _is_guest(trip: Trip, words: str) -> bool:
    """Whether a sentence only tells what was attended."""
    return words[trip.verb.start : trip.verb.end].strip(" ,").startswith(GUEST_VERBS)


def _occasion(pattern: re.Pattern[str], words: str) -> str | None:
    match = pattern.search(words)
    name = match[1].strip(" ,()") if match else ""
    lead = words[: match.start()].split()[-1:] if match else []
    if lead and lead[0][:1].isupper() and not find_areas(lead[0]) and not find_dates(f"in {lead[0]}", year=2000):
        return None  # `World Assembly for Women` is no visit for women
    dates = find_dates(name, year=2000)
    is_date = bool(dates) and dates[0].end - dates[0].start >= len(name) - 1
    return None if is_date or name.lower().endswith(("guest", "guests")) else name or None
