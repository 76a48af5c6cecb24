"""How far a complement is read, and what it is made of: words of portfolios, bodies, lands, and words in quotation marks."""

from __future__ import annotations

from pipeline.normalize.visit.lexicon import TITLES, match
from pipeline.normalize.visit.office.lookahead import AND, body_of_land, comma_and_more
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import AREA, BODY, DOMAIN, WEAK_DOMAIN
from pipeline.normalize.visit.text.typos import domain_typo
from pipeline.normalize.visit.text.words import BRACKET, CAPITALS, INITIAL, LOWER, NUMBER, OF_NAMES, SIGN, TITLE

_SURE_TYPO = 9
"""Letters of a word that is no name where it is one slip away from a portfolio."""
_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "”": "”"}


class Complement:
    """What is read from token `start` on behind a head; `end` is behind the last token that belongs to the title.

    `drops` are token ranges that name the land (`of Hungary`), which a corrected title leaves out. `last` is what was
    read last: head, domain, body, area, place, office; `guessed` that it was a word nobody knows. The functions that
    read on take one part at a place, if it is one, and tell whether they did.
    """

    __slots__ = ("cell", "drops", "end", "guessed", "head", "last", "plain", "start")

    def __init__(self, cell: Cell, start: int, head: str) -> None:
        self.cell, self.start, self.end = cell, start, start
        self.head, self.last, self.guessed = head, "head", False
        self.plain = head in TITLES.plain_heads
        self.drops: tuple[tuple[int, int], ...] = ()

    def take(self, end: int, kind: str) -> bool:
        """Count the tokens before `end` as part of the title."""
        self.end, self.last, self.guessed = end, kind, False
        return True


def body_or_area(so_far: Complement, at: int, link: str, start: int) -> bool:
    """A body or a land. A land that only says whose title it is, is left out of the corrected title."""
    tokens = so_far.cell.tokens
    if not tokens[at].marks & (BODY | AREA):
        return False
    if so_far.cell.stands_out(at) and tokens[at].fold not in TITLES.institutions:
        return False
    body = match(TITLES.institutions, tokens, at) if tokens[at].marks & BODY else None
    area = match(TITLES.areas, tokens, at) if tokens[at].marks & AREA else None
    if area and (body is None or area[0] > body[0]):
        following = tokens[area[0]]
        goes_on = following.marks & DOMAIN != 0 and following.kind in (TITLE, LOWER)
        if behind := body_of_land(so_far.cell, area[0]):
            return so_far.take(behind, "body")
        if area[1] in TITLES.demonyms and not goes_on and following.fold not in TITLES.institutions:
            return False
        if link == "of" and _tells_whose(so_far) and not goes_on and following.fold not in TITLES.institutions:
            so_far.drops += ((start, area[0]),)
            return so_far.take(area[0], so_far.last)
        return so_far.take(area[0], "domain" if goes_on else "area")
    is_portfolio = body and (body[1] in TITLES.domain or body[1] in TITLES.weak_domain)
    if body and is_portfolio and tokens[body[0]].marks & DOMAIN:
        return so_far.take(body[0], "domain")
    return so_far.take(body[0], "body") if body else False


def _tells_whose(so_far: Complement) -> bool:
    """A land behind the title as such; an ambassador's or a governor's belongs to the title."""
    if so_far.last == "head":
        return so_far.head not in TITLES.heads_of_a_land
    return so_far.last == "office" or (so_far.last == "domain" and not _names_a_body(so_far))


def _names_a_body(so_far: Complement) -> bool:
    """A body is among the words of the complement, of one who is no minister (`Director of the Court Office`); who
    presides does so over one."""
    if "minister" in so_far.head or "secretary" in so_far.head:
        return False
    if so_far.head == "president" or so_far.head.startswith("chair"):
        return True
    tokens, places = so_far.cell.tokens, range(so_far.start, so_far.end)
    named = any(tokens[at].fold in TITLES.place_words for at in places)
    return named or any(tokens[at].marks & BODY and match(TITLES.institutions, tokens, at) for at in places)


def quoted(so_far: Complement, at: int) -> bool:
    """Words in quotation marks, up to the closing one."""
    token = so_far.cell.tokens[at]
    if token.kind != SIGN or token.fold not in _QUOTES:
        return False
    closing = _QUOTES[token.fold]
    for place in range(at + 1, min(at + 12, so_far.cell.count)):
        if so_far.cell.tokens[place].fold in closing and so_far.cell.tokens[place].kind == SIGN:
            return so_far.take(place + 1, "domain")
    return False


def portfolio(so_far: Complement, at: int, linked: bool) -> bool:
    """A word of a portfolio, if need be a misspelt one."""
    token = so_far.cell.tokens[at]
    if token.marks & DOMAIN and token.kind == TITLE and (linked or so_far.last != "body"):
        return so_far.take(at + 1, "domain")
    if token.kind in (SIGN, BRACKET, INITIAL, NUMBER):
        return False
    if so_far.cell.stands_out(at) and not (token.marks & DOMAIN and so_far.cell.stands_out(so_far.end - 1)):
        return False  # unless the title is in capitals itself
    if token.kind == CAPITALS and so_far.cell.capitals_tell:
        return so_far.take(at + 1, "domain")
    following = so_far.cell.tokens[at + 1]
    leads_on = following.marks & DOMAIN != 0 or following.fold in AND
    if token.marks & DOMAIN or (token.owner and token.fold + "'s" in TITLES.domain):
        wants_noun = not linked and so_far.last == "body" and token.fold in TITLES.adjectives
        return so_far.take(at + 1, "domain") if leads_on or not wants_noun else False
    if token.marks & WEAK_DOMAIN:
        leads_on = leads_on or _needs_noun(so_far) or comma_and_more(so_far.cell, so_far.head, at + 1)
        return so_far.take(at + 1, "domain") if linked or leads_on else False
    wanted = linked or _needs_noun(so_far) or following.fold in AND or len(token.fold) >= _SURE_TYPO
    if token.kind == LOWER or not (wanted or _is_plural_before_name(so_far, at)):
        return False
    fixed = domain_typo(token.fold) if so_far.head not in TITLES.local_heads else None
    if fixed is None:
        return False
    so_far.cell.fixes = {**so_far.cell.fixes, so_far.cell.starts[at]: fixed}
    return so_far.take(at + 1, "domain")


def _is_plural_before_name(so_far: Complement, at: int) -> bool:
    """`Home Afairs Dragan Mektić`: the name is whole without the word."""
    tokens = so_far.cell.tokens
    are_names = tokens[at + 1].kind in OF_NAMES and tokens[at + 2].kind in OF_NAMES
    return so_far.last == "domain" and tokens[at].fold.endswith("s") and are_names


def _needs_noun(so_far: Complement) -> bool:
    return so_far.cell.tokens[so_far.end - 1].fold in TITLES.adjectives and so_far.last == "domain"
