"""The visitors of one cell of a visit table, or of one phrase that tells a visit."""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_letters

from pipeline.normalize.japanese import is_japanese
from pipeline.normalize.visit.lexicon import GROUPS
from pipeline.normalize.visit.name.honorifics import carried
from pipeline.normalize.visit.office.titles import scan_titles
from pipeline.normalize.visit.party.party import read_party
from pipeline.normalize.visit.party.reading import Reading
from pipeline.normalize.visit.plain import plain_visitor
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.words import LIMIT, fold
from pipeline.normalize.visit.visitor import Visitor, Visitors

__all__ = ["Visitor", "Visitors", "parse_visitors"]

_COUNT = re.compile(r"\s*:\s*(?!(?:19|20)\d\d\b)\d")
"""What says of an office that it labels a figure: `Prime Minister (vote of confidence): 61 of 120`; a year may be a visit's."""
_LABEL = re.compile(r"[a-z][a-z ]{2,40}+:")
"""An office in small letters that labels whoever holds it: `chief of state: President X`."""
_MARKS = re.compile(r"[\s\W_]++")
_IDEOGRAPHIC_SPACE = "\u3000"
"""The first of the characters that Japanese is written with."""
_HALF_WIDTH = {code + 0xFEE0: code for code in map(ord, f"{ascii_letters}.,")} | {
    ord(_IDEOGRAPHIC_SPACE): " ",
    ord("－"): "-",
}
_FORMER = ("former ", "ex-", "then ")
_OPENERS = frozenset(phrase.split()[0] for phrase in GROUPS.nothing)
"""The words that a phrase for nothing begins with."""


def parse_visitors(text: str, *, area: str | None = None) -> Visitors:
    """Who came, one `Visitor` per person or group, in the printed order.

    `area` is the ISO alpha-3 code of the visitors' country (for the order of names). Read are at most 2,000 characters;
    reading stops at the first words that belong to no visitor, so that what lies between the last `end` and the end of
    the text was not understood. A text that begins with no visitor is refused.

    >>> found = parse_visitors("President, RAVALOMANANA, Minister of Foreign Affairs, RANJEVA (TICAD IV)")
    >>> [visitor.main_name for visitor in found.visitors], found.occasion
    (['Ravalomanana', 'Ranjeva'], 'TICAD IV')
    >>> visitor = parse_visitors("H.I.H. the Crown Prince").visitors[0]
    >>> visitor.visitor_kind, visitor.honorific, visitor.office, visitor.main_name
    ('office_holder', 'H.I.H.', 'Crown Prince', None)
    >>> parse_visitors("Trade arrangements (signed)").refused
    'no office, person or group at the beginning'

    A text in Japanese is read by the rules of Japanese, as a whole or not at all; full-width letters are letters.

    >>> [(one.office, one.main_name) for one in parse_visitors("外務大臣　高村 正彦、バガバンディ大統領").visitors]
    [('外務大臣', '高村'), ('大統領', 'バガバンディ')]
    """
    return _read(text[:LIMIT], area)


@lru_cache(maxsize=4096)
def _read(text: str, area: str | None) -> Visitors:
    if not text.isascii() and max(text) >= _IDEOGRAPHIC_SPACE:
        if is_japanese(text):
            from pipeline.normalize.japanese.visitors import japanese_visitors

            return _told([*japanese_visitors(text, area)], text)
        text = text.translate(_HALF_WIDTH)
    if text[:1].islower() and (label := _LABEL.match(text)):
        named = _read(label[0].title() + text[label.end() :], area)
        if named.visitors and named.visitors[0].start >= label.end():
            return named
    cell = Cell(text)
    first = cell.tokens[0].fold
    if first in _OPENERS or not first.isalpha():
        bare = _MARKS.sub(" ", fold(text[:60])).strip()
        if not bare or bare in GROUPS.nothing:
            return Visitors((), None, None, "the text says that there is none" if bare else "empty")
    title = scan_titles(cell, 0)
    alone = plain_visitor(cell, title, area) if title else None
    if alone:
        return tuple.__new__(Visitors, ((alone,), None, None, None))
    return _told(read_party(Reading(cell, area), title), text)


def _told(found: list[Visitor], text: str) -> Visitors:
    if not found:
        return Visitors((), None, None, "no office, person or group at the beginning")
    if found[0].main_name is None and _COUNT.match(text, found[-1].end):
        return Visitors((), None, None, "a count and no visit")
    visitors: tuple[Visitor, ...] = ()
    occasion = guest_status = None
    for who in found:
        occasion, guest_status = who.occasion or occasion, who.guest_status or guest_status
        if visitors and _is_same(who, visitors[-1], text):
            person = visitors[-1]
            told = who.occasion or person.occasion, who.guest_status or person.guest_status
            visitors = (*visitors[:-1], person._replace(occasion=told[0], guest_status=told[1], end=who.end))
            continue
        # A name is printed with the forms of address that are part of it: `U Nu`, `Dato' Seri Najib`.
        before = carried(who.honorific) if who.honorific and who.name_printed else None
        visitors += (who._replace(name_printed=f"{before} {who.name_printed}") if before else who,)
    return tuple.__new__(Visitors, (visitors, occasion, guest_status, None))


def _is_same(who: Visitor, person: Visitor, text: str) -> bool:
    """Whether an office without a name is only what the person before it once was, or is beside an errand: `Mr. Tetsuro Yano,
    former Minister of …`, `Special Envoy Taro Aso, Member of Parliament`."""
    is_bare = who.visitor_kind == "office_holder" and who.honorific is None and person.main_name is not None
    if not is_bare or text[person.end : who.start].strip() != ",":
        return False
    errand = " ".join(fold(person.office or "").split()[:2])
    return (who.office or "").lower().startswith(_FORMER) or errand in GROUPS.errands
