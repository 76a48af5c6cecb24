"""What a complement is made of: words of portfolios, bodies, lands, and offices."""

from __future__ import annotations

from pipeline.normalize.visit.cell import Cell, domain_typo
from pipeline.normalize.visit.heads import direct_head
from pipeline.normalize.visit.lookahead import AND, body_of_land, comma_and_more, is_long_body
from pipeline.normalize.visit.marks import ACRONYM, AREA, BODY, DOMAIN, HEAD, QUALIFIER, WEAK, WEAK_DOMAIN
from pipeline.normalize.visit.title_lexicon import TITLES, match
from pipeline.normalize.visit.words import BRACKET, CAPITALS, INITIAL, LOWER, NUMBER, SIGN, TITLE

_MINISTRIES = ("ministry", "department")
_SURE_TYPO = 9
"""Letters of a word that is no name where it is one slip away from a portfolio."""
_SERVANTS = TITLES.heads_with_to - {"minister", "minister of state", "minister delegate", "secretary"}
"""Heads that serve another office: `Envoy of the Foreign Minister`; a portfolio is none."""
QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "”": "”"}


class Parts:
    """A complement being read from token `start` on behind a head; `end` is behind the last token that belongs to the title.

    `drops` are token ranges that name the land (`of Hungary`), which a corrected title leaves out. `last` is what was
    read last: head, domain, body, area, place, office; `guessed` that it was a word nobody knows. The methods take one
    part at a place, if it is one, and tell whether they did.
    """

    __slots__ = ("cell", "drops", "end", "guessed", "head", "last", "plain", "start")

    def __init__(self, cell: Cell, start: int, head: str) -> None:
        self.cell, self.start, self.end = cell, start, start
        self.head, self.last, self.guessed = head, "head", False
        self.plain = head in TITLES.plain_heads
        self.drops: tuple[tuple[int, int], ...] = ()

    def _take(self, end: int, kind: str) -> bool:
        self.end, self.last, self.guessed = end, kind, False
        return True

    def _links(self, link: str, at: int) -> bool:
        if link in ("of", "at the"):
            return True
        following = self.cell.tokens[at]
        if link == "for":
            if following.fold == "the" and self._is_deputy():
                at += 1
                following = self.cell.tokens[at]
            if following.marks & DOMAIN or is_long_body(self.cell, at):
                return True
        if link == "to":
            return self.head in TITLES.heads_with_to or self.last == "office"
        if link in ("in", "in the"):
            return link == "in the" and (self.head in TITLES.heads_in_the or following.fold in _MINISTRIES)
        if link == "with":
            return self.cell.tokens[self.end - 1].fold in TITLES.words_with
        if link == "against":  # `Minister of Public Health and the Fight against AIDS`
            return self.last == "domain"
        if link in ("at", "on", "de", "within"):
            return not self.plain
        return link in TITLES.duties or not self.plain or self.last != "head"

    def _is_deputy(self) -> bool:
        """A vice president may have a portfolio, a president has none."""
        before = self.end - len(self.head.split()) - 1
        return before >= 0 and self.cell.tokens[before].fold in ("vice", "deputy")

    def _body_or_area(self, at: int, link: str, start: int) -> bool:
        """A body or a land. A land that only says whose title it is, is left out of the corrected title."""
        tokens = self.cell.tokens
        if not tokens[at].marks & (BODY | AREA):
            return False
        if self.cell.stands_out(at) and tokens[at].fold not in TITLES.institutions:
            return False
        body = match(TITLES.institutions, tokens, at) if tokens[at].marks & BODY else None
        area = match(TITLES.areas, tokens, at) if tokens[at].marks & AREA else None
        if area and (body is None or area[0] > body[0]):
            following = tokens[area[0]]
            goes_on = following.marks & DOMAIN != 0 and following.kind in (TITLE, LOWER)
            if behind := body_of_land(self.cell, area[0]):
                return self._take(behind, "body")
            if area[1] in TITLES.demonyms and not goes_on and following.fold not in TITLES.institutions:
                return False
            if link == "of" and self._tells_whose() and not goes_on and following.fold not in TITLES.institutions:
                self.drops += ((start, area[0]),)
                return self._take(area[0], self.last)
            return self._take(area[0], "domain" if goes_on else "area")
        is_portfolio = body and (body[1] in TITLES.domain or body[1] in TITLES.weak_domain)
        if body and is_portfolio and tokens[body[0]].marks & DOMAIN:
            return self._take(body[0], "domain")
        return self._take(body[0], "body") if body else False

    def _tells_whose(self) -> bool:
        """A land behind the title as such; an ambassador's or a governor's belongs to the title."""
        if self.last == "head":
            return self.head not in TITLES.heads_of_a_land
        return self.last == "office" or (self.last == "domain" and not self._names_a_body())

    def _names_a_body(self) -> bool:
        """A body is among the words of the complement, of one who is no minister (`Director of the Court Office`); who
        presides does so over one."""
        if "minister" in self.head or "secretary" in self.head:
            return False
        if self.head == "president" or self.head.startswith("chair"):
            return True
        tokens, places = self.cell.tokens, range(self.start, self.end)
        named = any(tokens[at].fold in TITLES.place_words for at in places)
        return named or any(tokens[at].marks & BODY and match(TITLES.institutions, tokens, at) for at in places)

    def _quoted(self, at: int) -> bool:
        token = self.cell.tokens[at]
        if token.kind != SIGN or token.fold not in QUOTES:
            return False
        closing = QUOTES[token.fold]
        for place in range(at + 1, min(at + 12, self.cell.count)):
            if self.cell.tokens[place].fold in closing and self.cell.tokens[place].kind == SIGN:
                return self._take(place + 1, "domain")
        return False

    def _office(self, at: int, link: str) -> bool:
        """An office that this one serves (`Special Envoy of the Prime Minister`)."""
        tokens, place = self.cell.tokens, at
        serves = link == "to" or (self.head in _SERVANTS and tokens[at - 1].fold == "the")
        passed = QUALIFIER | DOMAIN if serves else QUALIFIER
        while place < at + 3 and tokens[place].marks & passed:
            place += 1
        head = match(TITLES.heads, tokens, place) if tokens[place].marks & HEAD else None
        if head is None or (head[1] in TITLES.weak_heads) or tokens[at].kind == LOWER:
            return False
        if tokens[place].marks & DOMAIN and place == at:
            return False
        self._take(head[0], "office")
        if tokens[head[0] - 1].owner and tokens[head[0]].marks & DOMAIN:
            self._take(head[0] + 1, "body")
        return True

    def _portfolio(self, at: int, linked: bool) -> bool:
        """A word of a portfolio, if need be a misspelt one."""
        token = self.cell.tokens[at]
        if token.marks & DOMAIN and token.kind == TITLE and (linked or self.last != "body"):
            return self._take(at + 1, "domain")
        if token.kind in (SIGN, BRACKET, INITIAL, NUMBER):
            return False
        if self.cell.stands_out(at) and not (token.marks & DOMAIN and self.cell.stands_out(self.end - 1)):
            return False  # unless the title is in capitals itself
        if token.kind == CAPITALS and self.cell.capitals_tell:
            return self._take(at + 1, "domain")
        following = self.cell.tokens[at + 1]
        leads_on = following.marks & DOMAIN != 0 or following.fold in AND
        if token.marks & DOMAIN or (token.owner and token.fold + "'s" in TITLES.domain):
            wants_noun = not linked and self.last == "body" and token.fold in TITLES.adjectives
            return self._take(at + 1, "domain") if leads_on or not wants_noun else False
        if token.marks & WEAK_DOMAIN:
            leads_on = leads_on or self._needs_noun() or comma_and_more(self.cell, self.head, at + 1)
            return self._take(at + 1, "domain") if linked or leads_on else False
        wanted = linked or self._needs_noun() or following.fold in AND or len(token.fold) >= _SURE_TYPO
        if token.kind == LOWER or not wanted:
            return False
        fixed = domain_typo(token.fold) if self.head not in TITLES.local_heads else None
        if fixed is None:
            return False
        self.cell.fixes = {**self.cell.fixes, self.cell.starts[at]: fixed}
        return self._take(at + 1, "domain")

    def _needs_noun(self) -> bool:
        return self.cell.tokens[self.end - 1].fold in TITLES.adjectives and self.last == "domain"

    def _served(self, at: int) -> bool:
        """The head of a body whom the holder serves (`Special Representative of the UN Secretary-General`)."""
        cell, tokens = self.cell, self.cell.tokens
        if self.head not in TITLES.heads_with_to or not tokens[at].marks & (BODY | ACRONYM):
            return False
        body = match(TITLES.institutions, tokens, at) if tokens[at].marks & BODY else None
        end = body[0] if body else at + 1
        head = direct_head(cell, end) if tokens[end].kind == TITLE and not tokens[end].marks & WEAK else None
        return head is not None and head[2] not in TITLES.name_like_heads and self._take(head[1], "office")
