"""Lists within a complement: what stands behind a comma or `and` is a further portfolio or body, or no part of the title."""

from __future__ import annotations

from pipeline.normalize.visit.lexicon import NAME_ORDER, TITLES, match
from pipeline.normalize.visit.office.complement_links import after_link
from pipeline.normalize.visit.office.complement_parts import Complement, body_or_area, portfolio, quoted
from pipeline.normalize.visit.office.complement_unknown import unknown
from pipeline.normalize.visit.office.heads import behind_body, premodified
from pipeline.normalize.visit.office.lookahead import (
    AND,
    body_of_portfolio,
    comma_and_more,
    goes_on,
    is_given,
    person_begins,
    title_begins,
    typo_in_list,
)
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import ACRONYM, AREA, BODY, DOMAIN, FORM, HEAD, LINK, START, WEAK_DOMAIN
from pipeline.normalize.visit.text.words import CAPITALS, LOWER, OF_NAMES, SIGN, STOPS


def after_comma(so_far: Complement) -> bool:
    """What stands behind the comma that comes next."""
    at = so_far.cell.skip(so_far.end, ",\n")
    if so_far.cell.tokens[at].fold in AND:
        at = so_far.cell.skip(at + 1, "\n")
        return not so_far.plain and _listed(so_far, at, behind_and=True)
    if so_far.cell.tokens[at].marks & LINK:
        link = match(TITLES.connectors, so_far.cell.tokens, at)
        if link and link[1] in TITLES.duties:  # `Minister of Health, in charge of Fisheries`
            return after_link(so_far, link[0], link[1])
    if so_far.cell.tokens[at].fold == "the":
        at += 1
    token = so_far.cell.tokens[at]
    body = (
        match(TITLES.institutions, so_far.cell.tokens, at) if token.marks & BODY else _body_of_a_people(so_far.cell, at)
    )
    if body and _may_follow_comma(so_far, at, body):
        so_far.end, so_far.last = body[0], "body"
        return True
    if token.kind == CAPITALS and token.marks & ACRONYM and so_far.cell.tokens[at + 1].fold == ",":
        return so_far.take(at + 1, "body")
    if so_far.head not in TITLES.heads_at_once and (named := body_of_portfolio(so_far.cell, at)):
        return so_far.take(named, "body")
    return so_far.last != "head" and _listed(so_far, at, behind_and=False)


def _body_of_a_people(cell: Cell, at: int) -> tuple[int, str] | None:
    """A body that ends a title, behind the people whose it is: `Chairman of the Committee, Croatian Parliament`."""
    tokens = cell.tokens
    land = match(TITLES.areas, tokens, at) if tokens[at].marks & AREA else None
    if land is None or land[1] not in TITLES.demonyms or not tokens[land[0]].marks & BODY:
        return None
    body = match(TITLES.institutions, tokens, land[0])
    return body if body and tokens[body[0]].kind in STOPS else None


def _may_follow_comma(so_far: Complement, at: int, body: tuple[int, str]) -> bool:
    """A body behind a comma belongs to the title; a bare `State` or `City` and a title that begins there do not."""
    if so_far.head in TITLES.heads_at_once or so_far.cell.tokens[at].kind == LOWER:
        return False
    if body[0] - at > 1:
        return True
    if so_far.cell.stands_out(at):  # `Vice-Minister for Foreign Affairs, RADA`
        return False
    return body[1] not in TITLES.weak_domain and not title_begins(so_far.cell, at, so_far.head)


def after_and(so_far: Complement) -> bool:
    """What stands behind the `and`, `&` or `/` that comes next."""
    at = so_far.cell.skip(so_far.end + 1, ",\n")
    if so_far.plain and so_far.last == "head":
        return False
    link = match(TITLES.connectors, so_far.cell.tokens, at) if so_far.cell.tokens[at].marks & LINK else None
    if link and (link[1] in ("for", "of") or link[1] in TITLES.duties):
        return after_link(so_far, link[0], link[1])
    if so_far.cell.tokens[at].fold in ("the", "all"):
        at += 1
    return _listed(so_far, at, behind_and=True)


def _listed(so_far: Complement, at: int, behind_and: bool) -> bool:
    """One more item of a list of portfolios."""
    token = so_far.cell.tokens[at]
    marks = token.marks
    if marks & FORM and person_begins(so_far.cell, at):
        return False
    if marks & START and title_begins(so_far.cell, at, so_far.head):
        return False
    # `Minister and Senate President X`
    if (marks & BODY and behind_body(so_far.cell, at)) or (marks & ACRONYM and premodified(so_far.cell, at)):
        return False
    if token.fold in TITLES.plain_heads:  # `the Prince of Wales and Princess Anne`
        return False
    if token.kind == SIGN:
        return quoted(so_far, at)
    if behind_and and marks & (BODY | AREA) and body_or_area(so_far, at, "and", so_far.end):
        return True
    if marks & DOMAIN and portfolio(so_far, at, behind_and):
        return True
    linked = behind_and or goes_on(so_far.cell, at, so_far.head)
    if not linked:
        following = so_far.cell.tokens[at + 1]
        in_list = token.marks & WEAK_DOMAIN and (
            following.marks & DOMAIN or comma_and_more(so_far.cell, so_far.head, at + 1)
        )
        if not token.marks & DOMAIN and not in_list and not typo_in_list(so_far.cell, at):
            return False
    if portfolio(so_far, at, linked):
        return True
    if behind_and and so_far.last not in ("domain", "head"):
        linked = goes_on(so_far.cell, at, so_far.head)
    return linked and not token.marks & HEAD and not _names_a_person(so_far.cell, at) and unknown(so_far, at)


def _names_a_person(cell: Cell, at: int) -> bool:
    """A known given name with a further word behind it (`Minister of Trade and Walter Ames`)."""
    following = cell.tokens[at + 1]
    goes_on = following.kind in OF_NAMES or following.fold in NAME_ORDER.particles
    return is_given(cell.tokens[at]) and goes_on and not following.marks & DOMAIN
