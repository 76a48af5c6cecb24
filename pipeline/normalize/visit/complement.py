"""What comes behind the head of an office: its portfolio, the body it belongs to, the land it is held in."""

from __future__ import annotations

from pipeline.normalize.visit.complement_unknown import Unknown
from pipeline.normalize.visit.heads import behind_body, premodified
from pipeline.normalize.visit.lookahead import (
    AND,
    awaits_name,
    body_of_portfolio,
    comma_and_more,
    goes_on,
    is_given,
    rank_begins,
    title_begins,
    typo_in_list,
)
from pipeline.normalize.visit.marks import (
    ACRONYM,
    AREA,
    BODY,
    DOMAIN,
    FORM,
    HEAD,
    LINK,
    QUALIFIER,
    START,
    STRONG,
    WEAK,
    WEAK_DOMAIN,
)
from pipeline.normalize.visit.title_lexicon import NAME_ORDER, TITLES, match
from pipeline.normalize.visit.words import CAPITALS, INITIAL, LOWER, NUMBER, OF_NAMES, SIGN, STOPS, TITLE

_LIMIT = 60
"""Tokens that one complement may have."""
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "all", "its"])
_SECOND = ("ii", "iii")
"""Of two ministers of one portfolio the second (`Minister of Foreign Affairs and Trade II`)."""


class Complement(Unknown):
    """Reads on behind a head, one step after the other, as long as what comes belongs to the title."""

    __slots__ = ()

    def read(self) -> None:
        """Take one step after the other, each a link with what it links, or one more word."""
        stop = self.end + _LIMIT
        while self.end < stop and self._step():
            pass

    def _step(self) -> bool:
        token = self.cell.tokens[self.end]
        kind = token.kind
        if token.fold in AND and kind in (SIGN, LOWER):
            return self._after_and()
        if kind in STOPS:
            if token.fold == ",":
                return self._after_comma()
            return self.last != "head" and self._quoted(self.end)
        if token.marks & LINK and kind != INITIAL:
            link = match(TITLES.connectors, self.cell.tokens, self.end)
            if link:
                return self._after_link(link[0], link[1])
        return not (self.plain and self.last == "head") and self._word(self.end)

    def _after_link(self, at: int, link: str) -> bool:
        tokens = self.cell.tokens
        if not self._links(link, at):
            return False
        at = self.cell.skip(at, "\n")
        if tokens[at].fold in _DETERMINERS:
            at += 1
        token = tokens[at]
        if token.kind == SIGN:
            return self._quoted(at)
        if token.marks & (BODY | ACRONYM) and link in ("of", "to", "for") and self._served(at):
            return True
        if token.marks & (BODY | AREA) and self._body_or_area(at, link, self.end):
            return True
        if token.marks & START and self._office(at, link):
            return True
        if self.head in TITLES.local_heads and tokens[at].fold in TITLES.place_openers and self._unknown(at):
            return True
        return self._portfolio(at, linked=True) or self._unknown(at) or self._abbreviation(at, link)

    def _after_comma(self) -> bool:
        at = self.cell.skip(self.end, ",\n")
        if self.cell.tokens[at].fold in AND:
            at = self.cell.skip(at + 1, "\n")
            return not self.plain and self._listed(at, after_and=True)
        if self.cell.tokens[at].marks & LINK:
            link = match(TITLES.connectors, self.cell.tokens, at)
            if link and link[1] in TITLES.duties:  # `Minister of Health, in charge of Fisheries`
                return self._after_link(link[0], link[1])
        if self.cell.tokens[at].fold == "the":
            at += 1
        token = self.cell.tokens[at]
        body = match(TITLES.institutions, self.cell.tokens, at) if token.marks & BODY else self._body_of_a_people(at)
        if body and self._may_follow_comma(at, body):
            self.end, self.last = body[0], "body"
            return True
        if token.kind == CAPITALS and token.marks & ACRONYM and self.cell.tokens[at + 1].fold == ",":
            return self._take(at + 1, "body")
        if self.head not in TITLES.heads_at_once and (named := body_of_portfolio(self.cell, at)):
            return self._take(named, "body")
        return self.last != "head" and self._listed(at, after_and=False)

    def _body_of_a_people(self, at: int) -> tuple[int, str] | None:
        """A body that ends a title, behind the people whose it is: `Chairman of the Committee, Croatian Parliament`."""
        tokens = self.cell.tokens
        land = match(TITLES.areas, tokens, at) if tokens[at].marks & AREA else None
        if land is None or land[1] not in TITLES.demonyms or not tokens[land[0]].marks & BODY:
            return None
        body = match(TITLES.institutions, tokens, land[0])
        return body if body and tokens[body[0]].kind in STOPS else None

    def _may_follow_comma(self, at: int, body: tuple[int, str]) -> bool:
        """A body behind a comma belongs to the title; a bare `State` or `City` and a title that begins there do not."""
        if self.head in TITLES.heads_at_once or self.cell.tokens[at].kind == LOWER:
            return False
        if body[0] - at > 1:
            return True
        if self.cell.stands_out(at):  # `Vice-Minister for Foreign Affairs, RADA`
            return False
        return body[1] not in TITLES.weak_domain and not title_begins(self.cell, at, self.head)

    def _after_and(self) -> bool:
        at = self.cell.skip(self.end + 1, ",\n")
        if self.plain and self.last == "head":
            return False
        link = match(TITLES.connectors, self.cell.tokens, at) if self.cell.tokens[at].marks & LINK else None
        if link and (link[1] in ("for", "of") or link[1] in TITLES.duties):
            return self._after_link(link[0], link[1])
        if self.cell.tokens[at].fold in ("the", "all"):
            at += 1
        return self._listed(at, after_and=True)

    def _listed(self, at: int, after_and: bool) -> bool:
        """One more item of a list of portfolios."""
        token = self.cell.tokens[at]
        marks = token.marks
        if marks & FORM and self._person_begins(at):
            return False
        if marks & START and title_begins(self.cell, at, self.head):
            return False
        # `Minister and Senate President X`
        if (marks & BODY and behind_body(self.cell, at)) or (marks & ACRONYM and premodified(self.cell, at)):
            return False
        if token.fold in TITLES.plain_heads:  # `the Prince of Wales and Princess Anne`
            return False
        if token.kind == SIGN:
            return self._quoted(at)
        if after_and and marks & (BODY | AREA) and self._body_or_area(at, "and", self.end):
            return True
        if marks & DOMAIN and self._portfolio(at, after_and):
            return True
        linked = after_and or goes_on(self.cell, at, self.head)
        if not linked:
            following = self.cell.tokens[at + 1]
            in_list = token.marks & WEAK_DOMAIN and (
                following.marks & DOMAIN or comma_and_more(self.cell, self.head, at + 1)
            )
            if not token.marks & DOMAIN and not in_list and not typo_in_list(self.cell, at):
                return False
        if self._portfolio(at, linked):
            return True
        if after_and and self.last not in ("domain", "head"):
            linked = goes_on(self.cell, at, self.head)
        return linked and not token.marks & HEAD and not self._names_a_person(at) and self._unknown(at)

    def _names_a_person(self, at: int) -> bool:
        """A known given name with a further word behind it (`Minister of Trade and Walter Ames`)."""
        following = self.cell.tokens[at + 1]
        goes_on = following.kind in OF_NAMES or following.fold in NAME_ORDER.particles
        return is_given(self.cell.tokens[at]) and goes_on and not following.marks & DOMAIN

    def _word(self, at: int) -> bool:
        """A word without a link: more of the portfolio or of the body's name."""
        cell, tokens = self.cell, self.cell.tokens
        token = tokens[at]
        kind, marks = token.kind, token.marks
        if marks & STRONG and cell.is_honorific(at):
            return False
        if (marks & START and title_begins(cell, at, self.head)) or (marks & WEAK and rank_begins(cell, at)):
            return False
        if kind == CAPITALS and token.fold in _SECOND:
            return self._take(at + 1, "domain") if self.last == "domain" else False
        if not marks and (kind == INITIAL or cell.stands_out(at)):
            return False
        if awaits_name(cell, at) and self._own_name(at):
            return True
        if kind == NUMBER:
            return self._take(at + 1, self.last) if self.last == "domain" and len(token.fold) == 4 else False
        body = match(TITLES.institutions, tokens, at) if marks & BODY else None
        if body and not cell.stands_out(at) and (body[0] - at > 1 or self.last in ("body", "area", "head")):
            return self._take(body[0], "body")
        area = match(TITLES.areas, tokens, at) if marks & AREA else None
        if area and (tokens[area[0]].marks & DOMAIN or self._person_begins(area[0])):
            return self._take(area[0], "domain")
        if kind == INITIAL:
            return False
        if marks & QUALIFIER and kind == TITLE and tokens[at + 1].marks & (DOMAIN | BODY):
            return self._take(at + 1, "domain")  # `Federal Executive Council`; no title begins here
        if self._portfolio(at, linked=False) or (kind == TITLE and (self._noun(at) or self._before_form(at))):
            return True
        has_comma = "," in cell.text
        return has_comma and (self._unknown_within(at) or self._unknown_before_capitals(at))

    def _person_begins(self, at: int) -> bool:
        return self.cell.is_honorific(at) or rank_begins(self.cell, at)
