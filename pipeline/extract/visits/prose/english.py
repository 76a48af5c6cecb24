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
from pipeline.extract.visits.prose.subjects import (
    DESTINATION_REACH,
    LONGEST_SUBJECT,
    PRONOUN,
    Subject,
    Trip,
    find_subject,
    in_earlier_role,
    with_spouse,
)
from pipeline.extract.visits.travellers import name_votes
from pipeline.normalize.areas import AreaMention, find_areas
from pipeline.normalize.areas.places import place_of
from pipeline.normalize.dates import find_dates
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
NO_LIST = re.compile(r",|;|\band\b|\bwhere\b|\bwho\b|\bwhich\b|\bto (?:meet|see)\b")
LIST_GAP = re.compile(r",?+\s*+(?:and )?(?:then )?(?:to )?(?:the )?\s*+\Z")
GOAL = re.compile(r"\bto (?:the )?\Z")
OF_AREA = re.compile(r"\bof (?:the )?\Z")
ORGANISATIONS = frozenset({"XEU", "XAS"})
AGAIN = re.compile(r" (?:once )?again\b(?! (?:to|at) (?:the )?[A-Z])")
OFTEN = re.compile(
    r"[^.,;()]{0,40}?\b(?:(?:several|many|numerous|a (?:large )?number of) (?:times|occasions)|often|repeatedly|frequently)\b"
)
OFTEN_BEFORE = re.compile(r"\b(?:often|repeatedly|frequently)\Z")
DATE_NEXT = re.compile(r"[\s,:(–-]{0,4}(?:(?:most recently|last|namely|first)\s)?(?:in|on|from|since|between)?\s?")
GUEST_VERBS = ("attended", "participated in", "took part in")
TOWN = r"([A-Z][\w-]+)(?:, ([A-Z][\w-]+))?"
"""A town, and the region it lies in: `in Iwaki, Fukushima Prefecture`."""
LEAD_REACH = 24


_DATA = tomllib.loads((Path(__file__).parent / "prose.toml").read_text("utf-8"))
_BEFORE, _BEHIND = "|".join(_DATA["not_yet"]), "|".join(_DATA["not_yet_behind"])
NOT_DONE = re.compile(rf"\b(?:{'|'.join(_DATA['not'])})\b", re.I)
NOT_REAL = re.compile(rf"\b(?:{_BEFORE})\s*\Z", re.I)
FELL_THROUGH = re.compile(
    rf"\b(?:{'|'.join(_DATA['did_not'])}|(?:is|are|was|were|been|be)(?: [a-z]+)? (?:{_BEHIND}))\b"
)
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
        way, is_named = _direction(facts, sentence, match, last, here)
        if way is None or _is_unreal(sentence, match, start):
            continue
        if _is_uncounted(sentence, match):
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


def is_unreal(sentence: str) -> bool:
    """Whether what a sentence tells did not come about, or not yet.

    >>> is_unreal("The visit of the President in 2014 was cancelled."), is_unreal("He visited Japan in 2014.")
    (True, False)
    """
    return bool(NOT_DONE.search(sentence) or FELL_THROUGH.search(sentence) or "lanned visit" in sentence)


def _is_unreal(sentence: str, match: re.Match[str], start: int) -> bool:
    """Whether a visit did not take place, or is only planned."""
    before = sentence[start : match.start()]
    if match["did"]:
        return NOT_DONE.search(before) is not None
    after = re.split(r"[;.]", sentence[match.end() : match.end() + 2 * LONGEST_SUBJECT], maxsplit=1)[0]
    lead = f"{before} {match[0].split('isit')[0][:-1]}".strip()
    return bool(NOT_DONE.search(lead) or NOT_REAL.search(lead) or FELL_THROUGH.search(after))


def _is_uncounted(sentence: str, match: re.Match[str]) -> bool:
    """Whether it is said only that somebody came `several times`: no visit is told, unless its date stands behind."""
    if match["did"] and OFTEN_BEFORE.search(sentence, 0, match.start()):
        return True
    often = OFTEN.match(sentence, match.end()) if match["did"] else None
    behind = find_dates(sentence[often.end() : often.end() + DESTINATION_REACH]) if often else []
    return often is not None and not (
        behind and DATE_NEXT.fullmatch(sentence, often.end(), often.end() + behind[0].start)
    )


def _direction(
    facts: Facts, sentence: str, match: re.Match[str], last: Flow | None, here: Flow | None
) -> tuple[Flow | None, bool]:
    """Where a trip goes, and whether a country is named for it: a town alone does not tell who is abroad there."""
    reach = sentence[match.end() : match.end() + DESTINATION_REACH]
    if match["of"]:
        goals = _goals([m for m in find_areas(sentence) if m.kind != "demonym"], sentence, None)
    else:
        goals = _goals([m for m in find_areas(reach) if m.kind != "demonym"], reach, 0)
    goal = next((area for area in goals if area in facts.pair), None)
    is_guest = _is_guest(match)
    if goal is not None and not is_guest:
        return Flow(facts.other(goal), goal, "stated"), True
    is_again = AGAIN.match(reach) is not None and PRONOUN.search(sentence, 0, match.start()) is not None
    if here and match["did"] and (reach.startswith(" there") or (is_again and not goals)):
        return here, True
    if not goals and match["did"] and (host := _host(facts, sentence, match, is_guest)):
        return Flow(facts.other(host), host, "stated"), False
    is_came = match["did"] is not None and "came" in match["did"] and not find_areas(reach)
    return (Flow(last.from_area, last.to_area, "inherited") if is_came and last else None), True


def _is_guest(match: re.Match[str]) -> bool:
    """Whether a verb only says that something was attended."""
    return match["did"] is not None and match["did"].strip(" ,") in GUEST_VERBS


def _goals(mentions: list[AreaMention], words: str, start: int | None) -> list[str]:
    """The lands gone to: the first one named and those listed behind it. `start`: they follow a verb ending there."""
    goals: list[str] = []
    end = 0
    for mention in mentions:
        gap = words[end : mention.start]
        if goals:
            if not LIST_GAP.fullmatch(gap):
                break
        elif (start is None and not GOAL.search(gap)) or (start is not None and NO_LIST.search(gap)):
            if start is None:
                continue
            break
        goals.append(mention.area)
        end = mention.end
    return goals


def _host(facts: Facts, sentence: str, match: re.Match[str], is_guest: bool) -> str | None:
    """The country of which a verb's words name a town or the kind of state: `visited Hiroshima`, `attended … in Lusaka`,
    `visited the Kingdom`."""
    home, partner = facts.pair
    reach = sentence[match.end() : match.end() + (3 if is_guest else 1) * DESTINATION_REACH]
    places, lands = facts.outline.publisher.places, place_of(partner) if partner else None
    if is_guest:
        towns = re.finditer(rf"\b(?:in|at) {TOWN}", reach)
        is_home = any(not places.isdisjoint(town.groups()) for town in towns)
        is_abroad = lands is not None and any(
            lands.match(reach, at.start()) for at in re.finditer(r"\b(?:in|at) ", reach)
        )
    else:
        town = re.search(rf"\A (?:to |in |at )?{TOWN}", reach)
        is_home = town is not None and town[1] in places
        is_abroad = lands is not None and lands.match(reach, 1) is not None
    return None if is_home == is_abroad else home if is_home else partner


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
    if way.to_area == home and votes and max(votes) < 0 and not _is_guest(match):
        return True  # a name that is none of its own, and a journey to one of its towns
    return all(visitor.main_name in known for visitor in subject.visitors if visitor.main_name) and bool(names)
