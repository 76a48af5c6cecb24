"""What a link of a complement joins to the title (`of`, `for`, `in charge of`): a body, a land, an office, a portfolio."""

from __future__ import annotations

from pipeline.normalize.visit.lexicon import TITLES, match
from pipeline.normalize.visit.office.complement_parts import Complement, body_or_area, portfolio, quoted
from pipeline.normalize.visit.office.complement_unknown import abbreviation, unknown
from pipeline.normalize.visit.office.heads import direct_head
from pipeline.normalize.visit.office.lookahead import is_long_body
from pipeline.normalize.visit.text.marks import ACRONYM, AREA, BODY, DOMAIN, HEAD, QUALIFIER, START, WEAK
from pipeline.normalize.visit.text.words import CAPITALISED, LOWER, SIGN, TITLE

_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "all", "its"])
_MINISTRIES = ("ministry", "department")
_SERVANTS = TITLES.heads_with_to - {"minister", "minister of state", "minister delegate", "secretary"}
"""Heads that serve another office: `Envoy of the Foreign Minister`; a portfolio is none."""


def after_link(so_far: Complement, at: int, link: str) -> bool:
    """What stands at `at` behind a link, taken with it where the link can join it to the title."""
    tokens = so_far.cell.tokens
    if not _links(so_far, link, at):
        return False
    at = so_far.cell.skip(at, "\n")
    if tokens[at].fold in _DETERMINERS:
        at += 1
    token = tokens[at]
    if token.kind == SIGN:
        return quoted(so_far, at)
    if token.marks & (BODY | ACRONYM) and link in ("of", "to", "for") and _served(so_far, at):
        return True
    if token.marks & (BODY | AREA) and body_or_area(so_far, at, link, so_far.end):
        return True
    if token.marks & START and _office(so_far, at, link):
        return True
    if so_far.head in TITLES.local_heads and tokens[at].fold in TITLES.place_openers and unknown(so_far, at):
        return True
    return portfolio(so_far, at, linked=True) or unknown(so_far, at) or abbreviation(so_far, at, link)


def _links(so_far: Complement, link: str, at: int) -> bool:
    """Whether a title of this head, read so far, may go on with the link; behind it stands token `at`."""
    if link in ("of", "at the"):
        return True
    following = so_far.cell.tokens[at]
    if link == "for":
        if following.fold == "the" and _is_deputy(so_far):
            at += 1
            following = so_far.cell.tokens[at]
        if following.marks & DOMAIN or is_long_body(so_far.cell, at):
            return True
    if link == "to":
        return so_far.head in TITLES.heads_with_to or so_far.last == "office"
    if link in ("in", "in the"):
        if link == "in":  # `Special Envoy for Peace in Sri Lanka`
            is_sent = so_far.head in _SERVANTS and following.marks & AREA != 0
            return is_sent or (so_far.head in TITLES.heads_in_a_place and following.kind in CAPITALISED)
        return so_far.head in TITLES.heads_in_the or following.fold in _MINISTRIES
    if link == "with":
        return so_far.cell.tokens[so_far.end - 1].fold in TITLES.words_with
    if link == "against":  # `Minister of Public Health and the Fight against AIDS`
        return so_far.last == "domain"
    if link in ("at", "on", "de", "within"):
        return not so_far.plain
    return link in TITLES.duties or not so_far.plain or so_far.last != "head"


def _is_deputy(so_far: Complement) -> bool:
    """A vice president may have a portfolio, a president has none."""
    before = so_far.end - len(so_far.head.split()) - 1
    return before >= 0 and so_far.cell.tokens[before].fold in ("vice", "deputy")


def _served(so_far: Complement, at: int) -> bool:
    """The head of a body whom the holder serves (`Special Representative of the UN Secretary-General`)."""
    cell, tokens = so_far.cell, so_far.cell.tokens
    if so_far.head not in TITLES.heads_with_to or not tokens[at].marks & (BODY | ACRONYM):
        return False
    body = match(TITLES.institutions, tokens, at) if tokens[at].marks & BODY else None
    end = body[0] if body else at + 1
    head = direct_head(cell, end) if tokens[end].kind == TITLE and not tokens[end].marks & WEAK else None
    return head is not None and head[2] not in TITLES.name_like_heads and so_far.take(head[1], "office")


def _office(so_far: Complement, at: int, link: str) -> bool:
    """An office that this one serves (`Special Envoy of the Prime Minister`)."""
    tokens, place = so_far.cell.tokens, at
    serves = link == "to" or (so_far.head in _SERVANTS and tokens[at - 1].fold == "the")
    passed = QUALIFIER | DOMAIN if serves else QUALIFIER
    while place < at + 3 and tokens[place].marks & passed:
        place += 1
    head = match(TITLES.heads, tokens, place) if tokens[place].marks & HEAD else None
    if head is None or (head[1] in TITLES.weak_heads) or tokens[at].kind == LOWER:
        return False
    if tokens[place].marks & DOMAIN and place == at:
        return False
    so_far.take(head[0], "office")
    if tokens[head[0] - 1].owner and tokens[head[0]].marks & DOMAIN:
        so_far.take(head[0] + 1, "body")
    return True
