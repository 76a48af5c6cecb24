"""When a trip was: the dates behind its verb or before it, as far as they belong to its clause."""

from __future__ import annotations

import re

from pipeline.extract.facts import Dated
from pipeline.extract.visits.prose.trip import Trip
from pipeline.normalize.dates import FoundDate
from pipeline.records import Span

AFTER_COMMA = re.compile(r"[,;、]|\band (?!the\b)(?=[a-z])|\b(?:following|after|since|under|before)\b")
LIST_GAP = re.compile(r"[)\s]*+(?:(?:,|&|;|as well as)\s*+)?(?:and\s*+)?(?:again\s*+)?(?:(?:in|on)\s*+)?(?:\(\s*+)?")
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


def trip_dates(trip: Trip, words: str, stop: int, dates: list[FoundDate], context: Dated) -> list[Dated]:
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
