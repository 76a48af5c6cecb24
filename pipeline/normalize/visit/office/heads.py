"""Where the head of a title stands: behind qualifiers, behind the words of a portfolio, or behind the name of a body."""

from __future__ import annotations

from pipeline.normalize.visit.lexicon import TITLES, match
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import ACRONYM, AREA, BODY, DOMAIN, HEAD, QUALIFIER, STRONG, WEAK, WEAK_DOMAIN
from pipeline.normalize.visit.text.words import BRACKET, CAPITALISED, INITIAL, NUMBER, SIGN, TITLE

_PREMODIFIER_LIMIT = 12
_MOST_QUALIFIERS = 7
_LONGEST_NAME_OF_BODY = 4
_BEFORE_HEAD = HEAD | QUALIFIER
_PORTFOLIO = DOMAIN | WEAK_DOMAIN | QUALIFIER | ACRONYM
_NO_PORTFOLIO = (INITIAL, BRACKET, NUMBER)
JOINTS = frozenset([",", "and", "&", "/"])


def direct_head(cell: Cell, at: int) -> tuple[int, int, str] | None:
    """The head that comes at `at` or behind qualifiers only: its first token, the one behind it, the phrase.

    The longest reach wins: `Deputy Prime Minister` is no deputy.
    """
    tokens, best, place = cell.tokens, None, at
    while True:
        token = tokens[place]
        if token.marks & HEAD and (head := match(TITLES.heads, tokens, place)):
            end, phrase = head
            is_marked = phrase not in TITLES.abbreviated or token.dot or cell.is_initialism(place)
            if is_marked and (best is None or end > best[1]):
                best = place, end, phrase
        place += 1
        if not token.marks & QUALIFIER or token.kind == SIGN or place == at + _MOST_QUALIFIERS:
            return best


def premodified(cell: Cell, at: int) -> tuple[int, int, str] | None:
    """The head behind the words of a portfolio (`Economy, Trade and Industry Minister`)."""
    tokens = cell.tokens
    commas, conjunctions, place, weak = 0, 0, at, None
    while place < at + _PREMODIFIER_LIMIT:
        token = tokens[place]
        if token.kind == SIGN or token.fold == "and":
            if place == at or token.fold not in JOINTS:
                return weak
            commas += token.fold == ","
            conjunctions += token.fold != ","
        else:
            may_be_head = token.marks & _BEFORE_HEAD and place > at and tokens[place - 1].fold not in JOINTS
            head = direct_head(cell, place) if may_be_head else None
            if head:
                if cell.is_honorific(place) or head[2] in TITLES.abbreviated:  # `Trade, Amb. X`
                    return None
                by_body = head[2] == "president" and is_behind_body(cell, at, place)
                if (by_body or head[2] not in TITLES.plain_heads) and (not commas or conjunctions):
                    if head[2] not in TITLES.weak_heads or not token.marks & QUALIFIER:
                        return head
                    weak = weak or head  # `Former Deputy Foreign Minister`
            if not token.marks & _PORTFOLIO or token.kind in _NO_PORTFOLIO:
                return weak
        place += 1
    return weak


def is_behind_body(cell: Cell, at: int, place: int) -> bool:
    """Whether the words from `at` up to `place` have a president: `BRI`, `State Affairs Commission`."""
    tokens = cell.tokens
    return tokens[at].fold in TITLES.acronyms or match(TITLES.institutions, tokens, place - 1) is not None


def behind_named_body(cell: Cell, at: int) -> tuple[int, int, str] | None:
    """The head behind a body that begins at `at`, or that up to three words nobody knows name (`Likud Party Chairman`)."""
    tokens = cell.tokens
    for place in range(at, at + _LONGEST_NAME_OF_BODY):
        token = tokens[place]
        if token.kind not in CAPITALISED or token.owner:
            return None
        body = match(TITLES.institutions, tokens, place) if token.marks & BODY else None
        if body and tokens[body[0]].marks & (HEAD | QUALIFIER) and tokens[body[0]].kind in CAPITALISED:
            is_known = place == at or body[1] not in TITLES.weak_domain  # `Kathy Hall`
            return direct_head(cell, body[0]) if is_known else None
        if token.marks & (STRONG | WEAK) and not token.marks & DOMAIN:
            return None
        if token.marks & HEAD and match(TITLES.heads, tokens, place):
            return None
    return None


def behind_body(cell: Cell, at: int) -> tuple[int, int, str] | None:
    """The head behind the name of a body (`National Assembly Speaker`, `Bank of Japan Governor`)."""
    tokens = cell.tokens
    body = match(TITLES.institutions, tokens, at)
    if body is None:
        return None
    end = body[0]
    while (
        body[1] in TITLES.named_bodies
        and end < body[0] + 2
        and tokens[end].kind == TITLE
        and not tokens[end].marks & HEAD
    ):
        end += 1
    if tokens[end].fold == "of" and tokens[end + 1].marks & AREA:
        area = match(TITLES.areas, tokens, end + 1)
        end = area[0] if area else end
    return direct_head(cell, end) if tokens[end].kind in CAPITALISED else None
