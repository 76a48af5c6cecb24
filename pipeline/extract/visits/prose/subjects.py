"""Who a verb of travel, or a noun, says has travelled: the visitors of a clause."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.direction import Flow
from pipeline.extract.visits.prose.bare_names import BARE_NAME, in_office, named_before, untitled
from pipeline.normalize.areas import find_areas
from pipeline.normalize.visit.office.offices import find_office
from pipeline.normalize.visitors import Visitor, parse_visitors

NEXT_STOP = re.compile(r" to (?=[A-Z]|the )| in (?=[A-Z0-9])|[;(]")
RELATIVE = re.compile(r"(?:,\s*+|(?<![\s,])\s++|\b)(?:who|that|which)\s*+\Z")
PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\Z")
OBJECT = re.compile(r"\b(?:met(?: with)?|received|welcomed|hosted|invited|(?:talks|a meeting) with) (?:the )?\Z")
"""Whoever stands behind is met by him who has travelled, and is not the one who goes on."""
LISTED = re.compile(r"\b(?:was|were)(?: also)?\s")
WORD = re.compile(r"[A-Z][\w.’'&-]*")
HONORIFIC = re.compile(
    r"(?:H\.\s?[EM]\.|H\.\s?I\.\s?H\.|T\.\s?I\.\s?H\.|H\.R\.H\.|HM\b|HRH\b|HIH\b|His |Her |Their |Mr\.|Ms\.|Mrs\.|Dr\.|Sir |PM )"
)
PEER = re.compile(
    r"(?:\A|[ ,])(?:(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he) )?(?:[A-Z]\w+ )?(?:colleague|counterpart|successor|predecessor),? "
    r"(?=[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}\Z)"
)
HOST_BEFORE = re.compile(
    r"\b(?:[Aa]t|[Oo]n|[Uu]pon) (?:the |an? )?(?:[a-z]+ )?(?:invitation|request) (?:of|by|from) [^,;]{2,80}"
    r"(?:, [^,;]{2,60} of (?:the )?[A-Z]\w+)?, |\b(?:Following|Like) [^,;]{2,80}, "
)
"""Who invited somebody, or came before, is not the one who travels."""
KIN_OF = re.compile(
    r"\b(?:wife|husband|spouse|widow|sons?|daughters?|brothers?|sisters?|mother|father|envoys?|advis[eo]rs?|aides?|friends?)"
    r" (?:of|to) (?:the )?(?:then )?\Z"
)
"""Whose kin or envoy travels does not travel himself: `the brother of the King visited …`."""
DESTINATION_REACH, LONGEST_SUBJECT = 60, 400


class Subject(NamedTuple):
    """Who a verb says has travelled, and where their words begin in the sentence."""

    visitors: tuple[Visitor, ...]
    offset: int


def find_subject(sentence: str, match: re.Match[str], start: int, way: Flow, before: Subject | None) -> Subject | None:
    """The visitors before a verb, or behind `visit of`; those of a relative clause stand before or behind it.

    `before`: who has gone the same way by the same sentence, for a pronoun; no title may stand between.
    """
    if match["of"]:
        return _read(sentence, match.end(), _next_stop(sentence, match.end()), way)
    if match["role"] and any(land.area != way.from_area for land in find_areas(match["role"])):
        return None
    stop = match.start()
    relative = RELATIVE.search(sentence, start, stop)
    if relative:
        found = _read(sentence, start, relative.start(), way)
        if found and found.offset + found.visitors[-1].end >= relative.start() - 1:
            return found
        listed = LISTED.search(sentence, match.end())
        return _read(sentence, listed.end(), listed.end() + 2 * LONGEST_SUBJECT, way) if listed else None
    if before and "there" in sentence[match.end() : match.end() + 6]:
        return before
    if before and PRONOUN.search(sentence, start, stop):
        return before if visitor_start(sentence[start:stop]) is None else None
    found = _read(sentence, start, stop, way)
    if found and OBJECT.search(sentence, start, found.offset):
        return before
    if match["role"] and not found:
        return _read_first(sentence[start:stop], match["role"], start, way)
    if found and match["bare"] and found.offset + found.visitors[-1].end < stop - 1:
        return None
    return found


def _read(sentence: str, start: int, stop: int, way: Flow) -> Subject | None:
    """The visitors in a stretch of a sentence, from the first title in it."""
    host = HOST_BEFORE.search(sentence, start, stop)
    start = host.end() if host else start
    words = sentence[start:stop].rstrip(" .,")
    at = visitor_start(words)
    if at and KIN_OF.search(words, 0, at):
        return None
    peer = PEER.search(words)
    if peer and (at is None or at >= peer.start()):
        at, visitors = peer.end(), untitled(words[peer.end() :], way.from_area)
    elif at is not None:
        visitors = parse_visitors(words[at:], area=way.from_area).visitors
        if named := named_before(words, at, visitors, way.from_area):
            at, visitors = named
    else:
        return None
    return Subject(visitors, start + at) if visitors else None


def _read_first(words: str, role: str, start: int, way: Flow) -> Subject | None:
    """`Junichiro Koizumi became the first Prime Minister of Japan to visit …`: the name in `words`, the office in `role`,
    which has to say of which country."""
    name = BARE_NAME.search(words)
    if name is None or not find_areas(role):
        return None
    visitors = in_office(untitled(name[1], way.from_area), parse_visitors(role).visitors)
    return Subject(visitors, start + name.start(1)) if visitors else None


def _next_stop(sentence: str, start: int) -> int:
    match = NEXT_STOP.search(sentence, start)
    return min(match.start() if match else len(sentence), start + LONGEST_SUBJECT)


def visitor_start(subject: str) -> int | None:
    """Where in the words before a verb the visitor's title begins."""
    for match in WORD.finditer(subject):
        if HONORIFIC.match(subject, match.start()) or find_office(subject, match.start()):
            return match.start()
    return None
