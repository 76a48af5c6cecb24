"""What comes behind the head of an office: its portfolio, the body it belongs to, the land it is held in."""

from __future__ import annotations

from pipeline.normalize.visit.lexicon import TITLES, match
from pipeline.normalize.visit.office.complement_links import after_link
from pipeline.normalize.visit.office.complement_lists import after_and, after_comma
from pipeline.normalize.visit.office.complement_parts import Complement, portfolio, quoted
from pipeline.normalize.visit.office.complement_unknown import (
    before_form,
    noun,
    own_name,
    unknown_before_capitals,
    unknown_within,
)
from pipeline.normalize.visit.office.lookahead import AND, awaits_name, person_begins, rank_begins, title_begins
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import AREA, BODY, DOMAIN, LINK, QUALIFIER, START, STRONG, WEAK
from pipeline.normalize.visit.text.words import CAPITALS, INITIAL, LOWER, NUMBER, SIGN, STOPS, TITLE

_LIMIT = 60
"""Tokens that one complement may have."""
_SECOND = ("ii", "iii")
"""Of two ministers of one portfolio the second (`Minister of Foreign Affairs and Trade II`)."""


def read_complement(cell: Cell, at: int, head: str) -> Complement:
    """What belongs to the title with this `head` from token `at` on: one step after the other, each a link with what it
    links, one more item of a list, or one more word."""
    so_far = Complement(cell, at, head)
    while so_far.end < at + _LIMIT and _step(so_far):
        pass
    return so_far


def _step(so_far: Complement) -> bool:
    token = so_far.cell.tokens[so_far.end]
    kind = token.kind
    if token.fold in AND and kind in (SIGN, LOWER):
        return after_and(so_far)
    if kind in STOPS:
        if token.fold == ",":
            return after_comma(so_far)
        return so_far.last != "head" and quoted(so_far, so_far.end)
    if token.marks & LINK and kind != INITIAL:
        link = match(TITLES.connectors, so_far.cell.tokens, so_far.end)
        if link:
            return after_link(so_far, link[0], link[1])
    return not (so_far.plain and so_far.last == "head") and _word(so_far, so_far.end)


def _word(so_far: Complement, at: int) -> bool:
    """A word without a link: more of the portfolio or of the body's name."""
    cell, tokens = so_far.cell, so_far.cell.tokens
    token = tokens[at]
    kind, marks = token.kind, token.marks
    if marks & STRONG and cell.is_honorific(at):
        return False
    if (marks & START and title_begins(cell, at, so_far.head)) or (marks & WEAK and rank_begins(cell, at)):
        return False
    if kind == CAPITALS and token.fold in _SECOND:
        return so_far.take(at + 1, "domain") if so_far.last == "domain" else False
    if not marks and (kind == INITIAL or cell.stands_out(at)):
        return False
    if awaits_name(cell, at) and own_name(so_far, at):
        return True
    if kind == NUMBER:
        return so_far.take(at + 1, so_far.last) if so_far.last == "domain" and len(token.fold) == 4 else False
    body = match(TITLES.institutions, tokens, at) if marks & BODY else None
    if body and not cell.stands_out(at) and (body[0] - at > 1 or so_far.last in ("body", "area", "head")):
        return so_far.take(body[0], "body")
    area = match(TITLES.areas, tokens, at) if marks & AREA else None
    if area and (tokens[area[0]].marks & DOMAIN or person_begins(so_far.cell, area[0])):
        return so_far.take(area[0], "domain")
    if kind == INITIAL:
        return False
    if marks & QUALIFIER and kind == TITLE and tokens[at + 1].marks & (DOMAIN | BODY):
        return so_far.take(at + 1, "domain")  # `Federal Executive Council`; no title begins here
    if portfolio(so_far, at, linked=False) or (kind == TITLE and (noun(so_far, at) or before_form(so_far, at))):
        return True
    has_comma = "," in cell.text
    return has_comma and (unknown_within(so_far, at) or unknown_before_capitals(so_far, at))
