"""Who a verb of travel, or a noun, says has travelled: the visitors of a clause, with what they were then."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.direction import Flow
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import find_dates
from pipeline.normalize.visit.lexicon import NAME_ORDER
from pipeline.normalize.visit.office.offices import find_office
from pipeline.normalize.visitors import Visitor, parse_visitors
from pipeline.records import Span

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
BESIDE = re.compile(
    r"(?: (?:(?:to|in|on|from|the|of)\b|[A-Z0-9][\w’'-]*),?)*+,? (?P<with>(?:(?:together|along) with|accompanied by) [^;()]{3,80})"
)
"""Who came along, where only the place and the date of the visit stand between: those behind `and met …` may be the hosts."""
_PARTICLES = "|".join(sorted(map(re.escape, NAME_ORDER.particles)))
_NAME = rf"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]*\.?|{_PARTICLES})){{0,5}} [A-Z][\w’'-]+"
NAME_BEFORE = re.compile(
    r"(?:\A\s*|[,;:] |[0-9] |\b(?:and|by) )"
    rf"(?!(?:In|At|On|From|To|After|Before|Since|During|The|His|Her|Their|With|For)\b)(?P<name>{_NAME}),"
    r" (?:who (?:is|was) )?(?:(?:the|an?|then|former|late|first|second|third|new|newly|elected|current|incumbent|female)[ -])*+\Z"
)
"""A bare name whose title stands behind it: `Abhisit Vejjajiva, Prime Minister of Thailand, visited …`."""
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
BARE_NAME = re.compile(r"(?:\A|[,;:] |[0-9] )([A-Z][\w’'-]+(?: [A-Z][\w’'-]*\.?){0,2} [A-Z][\w’'-]+)\Z")
"""A name of two words or more: a single one may be a pronoun or a land."""
ROLE_THEN = re.compile(r",\s+as (?:the )?(?:then )?(?=[A-Z])")
EARLIER_ROLE = re.compile(r"(?<!ed)(?<!en)(?<!wn)(?<!uch)(?<!ell)\s+as (?:the )?(?:then )?(?=[A-Z])")
CLAUSE_GOES_ON = re.compile(r"[;(]|,? (?:and|but|who|which|where|while|when)\b")
ENVOY = re.compile(r"(?:(?:[Ss]pecial|Personal|Presidential|Official) )?(?:Envoy|Ambassador|Representative)\b")
DESTINATION_REACH, LONGEST_SUBJECT = 60, 400


class Subject(NamedTuple):
    """Who a verb says has travelled, and where their words begin in the sentence."""

    visitors: tuple[Visitor, ...]
    offset: int


class Trip(NamedTuple):
    """A traveller or several, where they went, and where in the sentence that is said (offsets in the sentence).

    `is_verbal`: a verb tells it, whose subject they are, and not `the visit of`.
    """

    visitors: tuple[Visitor, ...]
    offset: int
    verb: Span
    direction: Flow
    is_verbal: bool


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
        return before if _visitor_start(sentence[start:stop]) is None else None
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
    at = _visitor_start(words)
    if at and KIN_OF.search(words, 0, at):
        return None
    peer = PEER.search(words)
    if peer and (at is None or at >= peer.start()):
        at, visitors = peer.end(), untitled(words[peer.end() :], way.from_area)
    elif at is not None:
        visitors = parse_visitors(words[at:], area=way.from_area).visitors
        if named := _named_before(words, at, visitors, way.from_area):
            at, visitors = named
    else:
        return None
    return Subject(visitors, start + at) if visitors else None


def _named_before(
    words: str, at: int, visitors: tuple[Visitor, ...], area: str | None
) -> tuple[int, tuple[Visitor, ...]] | None:
    """Where a bare name begins whose holder's title, without any name, begins at a place, and the visitors from there on."""
    name = NAME_BEFORE.search(words, 0, at) if visitors and visitors[0].name_printed is None else None
    if name is None or any(land.start == 0 and land.end == len(name["name"]) for land in find_areas(name["name"])):
        return None
    start, named = name.start("name"), untitled(name["name"], area)
    whole = untitled(words[start:], area)
    if len(whole) == len(visitors) and whole[0].name_printed == name["name"] and whole[0].office:
        return start, whole
    if len(named) != 1 or named[0].name_printed != name["name"]:
        return None
    shift = at - start
    moved = tuple(v._replace(start=v.start + shift, end=v.end + shift) for v in visitors)
    held = _in_office(named, visitors[:1])[0]._replace(end=moved[0].end, occasion=visitors[0].occasion)
    return start, (held, *moved[1:])


def untitled(name: str, area: str | None) -> tuple[Visitor, ...]:
    """The visitors of words that begin with a bare name, read as if it had a form of address."""
    lead = "Mr. "
    read = parse_visitors(lead + name, area=area).visitors
    shifted = ((max(v.start - len(lead), 0), v.end - len(lead)) for v in read)
    return tuple(v._replace(honorific=None, start=a, end=b) for v, (a, b) in zip(read, shifted, strict=True))


def _read_first(words: str, role: str, start: int, way: Flow) -> Subject | None:
    """`Junichiro Koizumi became the first Prime Minister of Japan to visit …`: the name in `words`, the office in `role`,
    which has to say of which country."""
    name = BARE_NAME.search(words)
    if name is None or not find_areas(role):
        return None
    visitors = _in_office(untitled(name[1], way.from_area), parse_visitors(role).visitors)
    return Subject(visitors, start + name.start(1)) if visitors else None


def _next_stop(sentence: str, start: int) -> int:
    match = NEXT_STOP.search(sentence, start)
    return min(match.start() if match else len(sentence), start + LONGEST_SUBJECT)


def _visitor_start(subject: str) -> int | None:
    """Where in the words before a verb the visitor's title begins."""
    for match in WORD.finditer(subject):
        if HONORIFIC.match(subject, match.start()) or find_office(subject, match.start()):
            return match.start()
    return None


def in_earlier_role(sentence: str, match: re.Match[str], visitors: tuple[Visitor, ...]) -> tuple[Visitor, ...]:
    """`had been in Ireland as Crown Prince`, `the Emperor, as Crown Prince, visited …`: what the visitors were then."""
    role = ROLE_THEN.search(sentence, 0, match.start()) if match["did"] and len(visitors) == 1 else None
    if role is None and match["did"] and len(visitors) == 1 and visitors[0].name_printed and not visitors[0].office:
        role = _role_behind(sentence, match.end())
    elif role is None and not any(visitor.main_name for visitor in visitors):
        role = EARLIER_ROLE.search(sentence, match.end(), match.end() + DESTINATION_REACH)
        role = None if role and find_dates(sentence[match.end() : role.start()]) else role
    elif role and find_dates(sentence[match.end() : role.start()]):
        role = None
    if role is None:
        return visitors
    return _in_office(visitors, parse_visitors(sentence[role.end() : role.end() + LONGEST_SUBJECT]).visitors)


def _role_behind(sentence: str, start: int) -> re.Match[str] | None:
    """What somebody without an office came as, at the end of his clause: `visited Laos in May 2002 as Special Envoy`. Behind
    somebody else it is his who has none but as an envoy: `the inauguration of Mr. Sato as President`."""
    end = CLAUSE_GOES_ON.search(sentence, start)
    role = EARLIER_ROLE.search(sentence, start, end.start() if end else len(sentence))
    is_own = role and (_visitor_start(sentence[start : role.start()]) is None or ENVOY.match(sentence, role.end()))
    return role if is_own else None


def with_spouse(sentence: str, match: re.Match[str], subject: Subject) -> tuple[Visitor, ...]:
    """The visitors, and whoever came along as the spouse of a single one: `made a visit to Japan together with Prince Henrik`.

    Others that came along may be of any country, the hosts' too. The spouse has the visitor's place in the sentence.
    """
    beside = BESIDE.match(sentence, match.end()) if match["did"] and len(subject.visitors) == 1 else None
    if beside is None:
        return subject.visitors
    [visitor] = subject.visitors
    words = f"{sentence[subject.offset + visitor.start : subject.offset + visitor.end]} {beside['with'].rstrip(' .,')}"
    both = parse_visitors(words).visitors
    spouse = [one._replace(start=visitor.start, end=visitor.end) for one in both[1:2] if one.party_role == "spouse"]
    return (visitor, *spouse)


def _in_office(visitors: tuple[Visitor, ...], then: tuple[Visitor, ...]) -> tuple[Visitor, ...]:
    """Visitors with the offices that are read beside them, where these are as many and bare of names."""
    if len(then) != len(visitors) or any(one.visitor_kind != "office_holder" for one in then):
        return visitors
    pairs = zip(visitors, then, strict=True)
    return tuple(
        v._replace(office=t.office, office_printed=t.office_printed, office_class=t.office_class) for v, t in pairs
    )
