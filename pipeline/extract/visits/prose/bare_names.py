"""Names without a title in front, which stands behind them, elsewhere in the sentence, or nowhere."""

from __future__ import annotations

import re

from pipeline.normalize.areas import find_areas
from pipeline.normalize.visit.lexicon import NAME_ORDER
from pipeline.normalize.visitors import Visitor, parse_visitors

_PARTICLES = "|".join(sorted(map(re.escape, NAME_ORDER.particles)))
_NAME = rf"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]*\.?|{_PARTICLES})){{0,5}} [A-Z][\w’'-]+"
NAME_BEFORE = re.compile(
    r"(?:\A\s*|[,;:] |[0-9] |\b(?:and|by) )"
    rf"(?!(?:In|At|On|From|To|After|Before|Since|During|The|His|Her|Their|With|For)\b)(?P<name>{_NAME}),"
    r" (?:who (?:is|was) )?(?:(?:the|an?|then|former|late|first|second|third|new|newly|elected|current|incumbent|female)[ -])*+\Z"
)
"""A bare name whose title stands behind it: `Abhisit Vejjajiva, Prime Minister of Thailand, visited …`."""
BARE_NAME = re.compile(r"(?:\A|[,;:] |[0-9] )([A-Z][\w’'-]+(?: [A-Z][\w’'-]*\.?){0,2} [A-Z][\w’'-]+)\Z")
"""A name of two words or more: a single one may be a pronoun or a land."""


def named_before(
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
    held = in_office(named, visitors[:1])[0]._replace(end=moved[0].end, occasion=visitors[0].occasion)
    return start, (held, *moved[1:])


def untitled(name: str, area: str | None) -> tuple[Visitor, ...]:
    """The visitors of words that begin with a bare name, read as if it had a form of address."""
    lead = "Mr. "
    read = parse_visitors(lead + name, area=area).visitors
    shifted = ((max(v.start - len(lead), 0), v.end - len(lead)) for v in read)
    return tuple(v._replace(honorific=None, start=a, end=b) for v, (a, b) in zip(read, shifted, strict=True))


def in_office(visitors: tuple[Visitor, ...], then: tuple[Visitor, ...]) -> tuple[Visitor, ...]:
    """Visitors with the offices that are read beside them, where these are as many and bare of names."""
    if len(then) != len(visitors) or any(one.visitor_kind != "office_holder" for one in then):
        return visitors
    pairs = zip(visitors, then, strict=True)
    return tuple(
        v._replace(office=t.office, office_printed=t.office_printed, office_class=t.office_class) for v, t in pairs
    )
