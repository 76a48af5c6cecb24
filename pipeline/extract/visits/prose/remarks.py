"""What a sentence says of a trip behind its verb: for what occasion it was, and as whose guest."""

from __future__ import annotations

import re

from pipeline.extract.visits.prose.trip import Trip, is_attendance
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import find_dates
from pipeline.normalize.visitors import Visitor

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


def with_remarks(trip: Trip, words: str, stop: int) -> tuple[Visitor, ...]:
    """The visitors with the occasion and the guest status that the words behind the verb tell of all of them."""
    told = max(trip.verb.end, trip.offset + trip.visitors[-1].end if trip.offset >= trip.verb.end else 0)
    rest = words[told:stop]
    patterns = (ATTENDED, *OCCASIONS) if is_attendance(trip.words(words)) else OCCASIONS
    occasion = next((found for pattern in patterns if (found := _occasion(pattern, rest))), None)
    guest = GUEST.search(rest)
    status = guest[1] if guest else None
    return tuple(
        v._replace(occasion=v.occasion or occasion, guest_status=v.guest_status or status) for v in trip.visitors
    )


def _occasion(pattern: re.Pattern[str], words: str) -> str | None:
    match = pattern.search(words)
    name = match[1].strip(" ,()") if match else ""
    lead = words[: match.start()].split()[-1:] if match else []
    if lead and lead[0][:1].isupper() and not find_areas(lead[0]) and not find_dates(f"in {lead[0]}", year=2000):
        return None  # `World Assembly for Women` is no visit for women
    dates = find_dates(name, year=2000)
    is_date = bool(dates) and dates[0].end - dates[0].start >= len(name) - 1
    return None if is_date or name.lower().endswith(("guest", "guests")) else name or None
