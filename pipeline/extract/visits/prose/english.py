"""Visits told in sentences: `Prime Minister Abe’s visit to Mongolia in March 2013`, `the President came to Japan in May`.

Only who travels is a visitor; who receives or meets is not. A sentence that names no destination among the two
countries gives no row, unless the sentence before did and this one only says that somebody else came too. A visit that
did not take place, or is yet to, gives none; nor does one by somebody of a third country.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from pipeline.extract.direction import Flow
from pipeline.extract.facts import Facts
from pipeline.extract.visits.in_japanese import find_japanese_trips
from pipeline.extract.visits.prose.goals import direction_of
from pipeline.extract.visits.prose.roles import in_earlier_role, with_spouse
from pipeline.extract.visits.prose.subjects import LONGEST_SUBJECT, Subject, find_subject
from pipeline.extract.visits.prose.trip import Trip, is_attendance
from pipeline.extract.visits.prose.undone import is_uncounted, is_undone
from pipeline.extract.visits.travellers import name_votes
from pipeline.normalize.areas import find_areas
from pipeline.patterns import quick
from pipeline.records import Span

_VISITS = r"(?:an? |his |her |their )?(?:[A-Za-z]+[- ]){0,4}[Vv]isits?\b"
TRAVELS = quick(
    r"(?P<owned>['’]s?\s(?:[A-Za-z]+ ){0,3}visits?\b)"
    r"|(?P<of>\b[Vv]isits?(?: (?:to|in) (?:the )?[A-Z0-9][A-Za-z0-9. ]{2,30}?)? (?:of|by) )"
    r"|(?P<bare>,?\s(?:(?:[Ss]tate|[Oo]fficial|[Ww]orking|[Pp]rivate) ){0,2}visit to (?![^.;,]{2,40} (?:of|by) ))"
    rf"|(?P<did>,?\s(?:also |has |have |had |again )*(?:visited|came|travell?ed|flew|went|arrived|returned|been (?:in|to)|stopped over"
    r"|(?:was in|were in)(?=(?: [A-Z][\w’'-]++){1,3} (?:on|in|from) [A-Z])"
    rf"|visits(?= (?:the )?[A-Z])|(?:paid|made|undertook) {_VISITS}|led (?:an? )?(?:[A-Za-z-]+ ){{0,5}}(?:delegation|mission)"
    r"|attended|participated in|took part in|stayed(?= there)"
    r"|(?:was|became) the first (?P<role>[\w-]+(?: [\w-]+){0,7}?) to (?:visit|travel|come))\b)"
)
CLAUSE_START = re.compile(
    r"[;:]\s|\b(?:said|stated|recalled) that\b|\bwhen\b|(?<!, )\bas\b(?! of)|\bwhile\b|\bbut\b(?! (?:one|two)\b)"
)
OF_AREA = re.compile(r"\bof (?:the )?\Z")
ORGANISATIONS = frozenset({"XEU", "XAS"})
LEAD_REACH = 24
_DATA = tomllib.loads((Path(__file__).parent / "organisations.toml").read_text("utf-8"))
ORGANISATION = re.compile(rf"\b(?:{'|'.join(_DATA['organisations'])})\b")


def find_trips(facts: Facts, sentence: str, last: Flow | None) -> list[Trip]:
    """The trips between the two countries that a sentence tells. `last` is where the sentence before went, if it did."""
    trips: list[Trip] = []
    before: Subject | None = None
    floor = 0
    if not TRAVELS.may_stand_in(sentence):
        return find_japanese_trips(facts, sentence)
    for match in TRAVELS.pattern.finditer(sentence):
        start = max(floor, _subject_start(sentence, match, trips))
        here = trips[-1].direction if trips else None
        way, is_named = direction_of(facts, sentence, match, last, here)
        if way is None or is_undone(sentence, match, start):
            continue
        if is_uncounted(sentence, match):
            floor = match.end()
            continue
        is_same_way = here is not None and here.from_area == way.from_area
        subject = find_subject(sentence, match, start, way, before if is_same_way else None)
        if subject is None or not (subject is before or _may_travel(facts, sentence, subject, way, match, is_named)):
            continue
        before = subject
        visitors = in_earlier_role(sentence, match, with_spouse(sentence, match, subject))
        trips.append(Trip(visitors, subject.offset, Span(match.start(), match.end()), way, match["did"] is not None))
    return trips


def _subject_start(sentence: str, match: re.Match[str], trips: list[Trip]) -> int:
    """Where the clause of a verb begins: after the last conjunction, or after the trip told before it."""
    start = max((trip.verb.end for trip in trips), default=0)
    for mark in CLAUSE_START.finditer(sentence, start, match.start()):
        start = mark.end()
    return max(start, match.start() - LONGEST_SUBJECT)


def _may_travel(facts: Facts, sentence: str, subject: Subject, way: Flow, match: re.Match[str], is_named: bool) -> bool:
    """Whether the visitors are of the country that the trip starts in, as far as the sentence says.

    Where only a town is named, it has to say so itself, since the hosts are at home there too; or the sheet has told
    before of a visit from there by those of their names.
    """
    names = [v.name_printed for v in subject.visitors if v.name_printed]
    end = subject.offset + subject.visitors[-1].end if match["of"] else max(match.start(), subject.offset)
    words = sentence[subject.offset : end]
    for name in names:
        words = words.replace(name, " " * len(name))
    if ORGANISATION.search(words) and facts.pair[1] not in ORGANISATIONS:
        return False
    lead = sentence[max(0, subject.offset - LEAD_REACH) : subject.offset].rpartition(",")[2]
    own = {m.area for m in find_areas(words) if m.start == 0 or OF_AREA.search(words[: m.start])}
    own |= {m.area for m in find_areas(lead) if not lead[m.end :].strip(" '’s")}
    if own or is_named:
        return way.from_area in own if own else True
    known = {row.main_name for row in facts.visits if row.from_area == way.from_area}
    home = facts.pair[0]
    votes = [name_votes(name, home) for name in names]
    if way.from_area == home and votes and min(votes) > 0:
        return True  # a name of the publisher's country, in the other one's capital
    if way.to_area == home and votes and max(votes) < 0 and not is_attendance(match[0]):
        return True  # a name that is none of its own, and a journey to one of its towns
    return all(visitor.main_name in known for visitor in subject.visitors if visitor.main_name) and bool(names)
