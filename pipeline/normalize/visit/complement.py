"""What comes behind the head of an office: its portfolio, the body it belongs to, the land it is held in."""

from __future__ import annotations

from pipeline.normalize.visit.cell import Cell, domain_typo
from pipeline.normalize.visit.lookahead import (
    AND,
    body_of_land,
    comma_and_more,
    goes_on,
    is_long_body,
    rank_begins,
    run_before_name,
    title_begins,
    typo_in_list,
)
from pipeline.normalize.visit.marks import ACRONYM, AREA, BODY, DOMAIN, HEAD, LINK, QUALIFIER, STRONG, WEAK, WEAK_DOMAIN
from pipeline.normalize.visit.title_lexicon import match, titles
from pipeline.normalize.visit.words import BRACKET, CAPITALS, INITIAL, LOWER, NUMBER, SIGN, TITLE, Word

_SURE_TYPO = 9
"""Letters of a word that is no name where it is one slip away from a portfolio."""
_LIMIT = 60
"""Tokens that one complement may have."""
_MINISTRIES = ("ministry", "department")
_SECOND = ("ii", "iii")
"""Of two ministers of one portfolio the second (`Minister of Foreign Affairs and Trade II`)."""
_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "”": "”"}


def may_follow(token: Word) -> bool:
    """A complement may begin so behind a plain head, which takes none without a link."""
    return token.marks & LINK != 0 or token.kind == SIGN or token.fold in AND


class Complement:
    """Reads on from token `start` behind a head; `end` is behind the last token that belongs to the title.

    `drops` are token ranges that name the land (`of Hungary`), which a corrected title leaves out. `last` is what was
    read last: head, domain, body, area, place, office; `guessed` that it was a word nobody knows.
    """

    __slots__ = ("cell", "drops", "end", "guessed", "head", "last", "plain")

    def __init__(self, cell: Cell, start: int, head: str) -> None:
        self.cell, self.end, self.head, self.last = cell, start, head, "head"
        self.plain = head in titles().plain_heads
        self.drops: list[tuple[int, int]] = []
        self.guessed = False

    def read(self) -> None:
        """Take one step after the other, each a link with what it links, or one more word."""
        stop = min(self.cell.count, self.end + _LIMIT)
        while self.end < stop and self._step():
            pass

    def _step(self) -> bool:
        token = self.cell.tokens[self.end]
        if token.kind == SIGN and token.fold == ",":
            return self._after_comma()
        if token.fold in AND and token.kind in (SIGN, LOWER):
            return self._after_and()
        if token.kind == BRACKET or (token.kind == SIGN and token.fold not in _QUOTES):
            return False
        if token.marks & LINK and token.kind != INITIAL:
            link = match(titles().connectors, self.cell.tokens, self.end)
            if link:
                return self._after_link(link[0], link[1])
        return not (self.plain and self.last == "head") and self._word(self.end)

    def _after_link(self, at: int, link: str) -> bool:
        tokens = self.cell.tokens
        if not self._links(link, at):
            return False
        at = self.cell.skip(at, "\n")
        if tokens[at].fold in ("the", "a", "an", "his", "her", "all", "its"):
            at += 1
        start = self.end
        if self._body_or_area(at, link, start) or self._quoted(at) or self._office(at, link):
            return True
        if self.head in titles().local_heads and tokens[at].fold in titles().place_openers and self._unknown(at):
            return True
        return self._portfolio(at, linked=True) or self._unknown(at) or self._abbreviation(at, link)

    def _links(self, link: str, at: int) -> bool:
        following = self.cell.tokens[at]
        if link == "to":
            return self.head in titles().heads_with_to or self.last == "office"
        if link in ("in", "in the"):
            return link == "in the" and (self.head in titles().heads_in_the or following.fold in _MINISTRIES)
        if link == "with":
            return self.cell.tokens[self.end - 1].fold in titles().words_with
        if link == "against":  # `Minister of Public Health and the Fight against AIDS`
            return self.last == "domain"
        if link in ("at", "on", "de", "within"):
            return not self.plain
        if link == "for" and following.fold == "the" and self._is_deputy():
            at += 1
            following = self.cell.tokens[at]
        if link == "for" and (following.marks & DOMAIN or is_long_body(self.cell, at)):
            return True
        return link in ("of", "at the") or link in titles().duties or not self.plain or self.last != "head"

    def _is_deputy(self) -> bool:
        """A vice president may have a portfolio, a president has none."""
        before = self.end - len(self.head.split()) - 1
        return before >= 0 and self.cell.tokens[before].fold in ("vice", "deputy")

    def _after_comma(self) -> bool:
        at = self.cell.skip(self.end, ",\n")
        if self.cell.tokens[at].fold in AND:
            at = self.cell.skip(at + 1, "\n")
            return not self.plain and self._listed(at, after_and=True)
        if self.cell.tokens[at].marks & LINK:
            link = match(titles().connectors, self.cell.tokens, at)
            if link and link[1] in titles().duties:  # `Minister of Health, in charge of Fisheries`
                return self._after_link(link[0], link[1])
        if self.cell.tokens[at].fold == "the":
            at += 1
        token = self.cell.tokens[at]
        body = match(titles().institutions, self.cell.tokens, at) if token.marks & BODY else None
        if body and self._may_follow_comma(at, body):
            self.end, self.last = body[0], "body"
            return True
        if token.kind == CAPITALS and token.marks & ACRONYM and self.cell.tokens[at + 1].fold == ",":
            return self._take(at + 1, "body")
        return self.last != "head" and self._listed(at, after_and=False)

    def _may_follow_comma(self, at: int, body: tuple[int, str]) -> bool:
        """A body behind a comma belongs to the title; a bare `State` or `City` and a title that begins there do not."""
        if self.head in titles().heads_at_once or self.cell.tokens[at].kind == LOWER:
            return False
        if body[0] - at > 1:
            return True
        if self.cell.stands_out(at):  # `Vice-Minister for Foreign Affairs, RADA`
            return False
        return body[1] not in titles().weak_domain and not title_begins(self.cell, at, self.head)

    def _after_and(self) -> bool:
        at = self.cell.skip(self.end + 1, ",\n")
        if self.plain and self.last == "head":
            return False
        link = match(titles().connectors, self.cell.tokens, at) if self.cell.tokens[at].marks & LINK else None
        if link and (link[1] in ("for", "of") or link[1] in titles().duties):
            return self._after_link(link[0], link[1])
        if self.cell.tokens[at].fold in ("the", "all"):
            at += 1
        return self._listed(at, after_and=True)

    def _listed(self, at: int, after_and: bool) -> bool:
        """One more item of a list of portfolios."""
        if self.cell.is_honorific(at) or title_begins(self.cell, at, self.head):
            return False
        if self.cell.tokens[at].fold in titles().plain_heads:  # `the Prince of Wales and Princess Anne`
            return False
        if self._quoted(at):
            return True
        if after_and and self._body_or_area(at, "and", self.end):
            return True
        linked = after_and or goes_on(self.cell, at, self.head)
        if not linked:
            token = self.cell.tokens[at]
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
        return linked and self._unknown(at)

    def _word(self, at: int) -> bool:
        """A word without a link: more of the portfolio or of the body's name."""
        cell, lexicon = self.cell, titles()
        token = cell.tokens[at]
        if token.kind == SIGN:
            return self.last != "head" and self._quoted(at)
        if token.marks and (title_begins(cell, at, self.head) or rank_begins(cell, at)):
            return False
        if token.kind == CAPITALS and token.fold in _SECOND:
            return self._take(at + 1, "domain") if self.last == "domain" else False
        if not token.marks and (token.kind == INITIAL or cell.stands_out(at)):
            return False
        if token.kind == NUMBER:
            return self._take(at + 1, self.last) if self.last == "domain" and len(token.fold) == 4 else False
        body = match(lexicon.institutions, cell.tokens, at) if token.marks & BODY else None
        if body and not cell.stands_out(at) and (body[0] - at > 1 or self.last in ("body", "area", "head")):
            return self._take(body[0], "body")
        area = match(lexicon.areas, cell.tokens, at) if token.marks & AREA else None
        if area and (cell.tokens[area[0]].marks & DOMAIN or self._person_begins(area[0])):
            return self._take(area[0], "domain")
        if token.marks & QUALIFIER and token.kind == TITLE and cell.tokens[at + 1].marks & (DOMAIN | BODY):
            return self._take(at + 1, "domain")  # `Federal Executive Council`; no title begins here
        return self._portfolio(at, linked=False) or self._unknown_within(at) or self._unknown_before_capitals(at)

    def _person_begins(self, at: int) -> bool:
        return self.cell.is_honorific(at) or rank_begins(self.cell, at)

    def _take(self, end: int, kind: str) -> bool:
        self.end, self.last, self.guessed = end, kind, False
        return True

    def _body_or_area(self, at: int, link: str, start: int) -> bool:
        """A body or a land. A land that only says whose title it is, is left out of the corrected title."""
        lexicon, tokens = titles(), self.cell.tokens
        if not tokens[at].marks & (BODY | AREA):
            return False
        if self.cell.stands_out(at) and tokens[at].fold not in lexicon.institutions:
            return False
        body, area = match(lexicon.institutions, tokens, at), match(lexicon.areas, tokens, at)
        if area and (body is None or area[0] > body[0]):
            following = tokens[area[0]]
            goes_on = following.marks & DOMAIN != 0 and following.kind in (TITLE, LOWER)
            if behind := body_of_land(self.cell, area[0]):
                return self._take(behind, "body")
            if area[1] in lexicon.demonyms and not goes_on and following.fold not in lexicon.institutions:
                return False
            if link == "of" and self._tells_whose() and not goes_on and following.fold not in lexicon.institutions:
                self.drops.append((start, area[0]))
                return self._take(area[0], self.last)
            return self._take(area[0], "domain" if goes_on else "area")
        is_portfolio = body and (body[1] in lexicon.domain or body[1] in lexicon.weak_domain)
        if body and is_portfolio and tokens[body[0]].marks & DOMAIN:
            return self._take(body[0], "domain")
        return self._take(body[0], "body") if body else False

    def _tells_whose(self) -> bool:
        """A land behind the title as such; an ambassador's or a governor's belongs to the title."""
        if self.last == "head":
            return self.head not in titles().heads_of_a_land
        return self.last in ("domain", "office")

    def _quoted(self, at: int) -> bool:
        token = self.cell.tokens[at]
        if token.kind != SIGN or token.fold not in _QUOTES:
            return False
        closing = _QUOTES[token.fold]
        for place in range(at + 1, min(at + 12, self.cell.count)):
            if self.cell.tokens[place].fold in closing and self.cell.tokens[place].kind == SIGN:
                return self._take(place + 1, "domain")
        return False

    def _office(self, at: int, link: str) -> bool:
        """An office that this one serves (`Special Envoy of the Prime Minister`)."""
        tokens, place = self.cell.tokens, at
        passed = QUALIFIER | DOMAIN if link == "to" else QUALIFIER
        while place < at + 3 and tokens[place].marks & passed:
            place += 1
        head = match(titles().heads, tokens, place) if tokens[place].marks & HEAD else None
        if head is None or (head[1] in titles().weak_heads) or tokens[at].kind == LOWER:
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
        if token.kind in (SIGN, BRACKET, INITIAL, NUMBER) or self.cell.stands_out(at):
            return False
        lexicon = titles()
        if token.kind == CAPITALS and self.cell.capitals_tell:
            return self._take(at + 1, "domain")
        following = self.cell.tokens[at + 1]
        leads_on = following.marks & DOMAIN != 0 or following.fold in AND
        if token.marks & DOMAIN or (token.owner and token.fold + "'s" in lexicon.domain):
            wants_noun = not linked and self.last == "body" and token.fold in lexicon.adjectives
            return self._take(at + 1, "domain") if leads_on or not wants_noun else False
        if token.marks & WEAK_DOMAIN:
            leads_on = leads_on or self._needs_noun() or comma_and_more(self.cell, self.head, at + 1)
            return self._take(at + 1, "domain") if linked or leads_on else False
        wanted = linked or self._needs_noun() or following.fold in AND or len(token.fold) >= _SURE_TYPO
        if token.kind == LOWER or not wanted:
            return False
        fixed = domain_typo(token.fold) if self.head not in titles().local_heads else None
        if fixed is None:
            return False
        self.cell.fixes[self.cell.starts[at]] = fixed
        return self._take(at + 1, "domain")

    def _needs_noun(self) -> bool:
        return self.cell.tokens[self.end - 1].fold in titles().adjectives and self.last == "domain"

    def _unknown(self, at: int) -> bool:
        """A capitalised word nobody knows where a portfolio, a body or a place must stand: taken on its word.

        One word is taken, more where the name is parted from them by a comma, or where the first opens a place name.
        """
        cell, lexicon = self.cell, titles()
        token = cell.tokens[at]
        opens_place = token.fold in lexicon.place_openers
        in_capitals = token.kind == CAPITALS and (opens_place or not cell.capitals_tell)
        if not in_capitals and (token.kind != TITLE or token.owner or cell.is_honorific(at)):
            return False
        place = at + 1
        while cell.tokens[place - 1].fold in lexicon.place_openers and cell.tokens[place].kind == TITLE:
            place += 1
        if cell.tokens[place].fold in lexicon.place_words and cell.tokens[place].kind != SIGN:
            place += 1
        run = run_before_name(self.cell, self.head, place)
        self._take(max(place, run), "place" if self.head in titles().local_heads else "domain")
        self.guessed = True
        return True

    def _abbreviation(self, at: int, link: str) -> bool:
        """A word in capitals where a body must stand: with the name behind it (`Chairman of BAPPENAS GINANDJAR`), or
        behind words that join no name (`Ambassador in charge of TICAD`)."""
        cell = self.cell
        is_named = cell.tokens[at + 1].kind in (TITLE, CAPITALS, INITIAL)
        return cell.stands_out(at) and (is_named or " " in link) and self._take(at + 1, "body")

    def _unknown_within(self, at: int) -> bool:
        """An unknown word that ends one portfolio of a list and comes before the last (`Trade, Fancy Widgetry and Fisheries`)."""
        tokens, token = self.cell.tokens, self.cell.tokens[at]
        is_unknown = token.kind == TITLE and not token.marks and not token.owner and self.last == "domain"
        if not is_unknown or tokens[at - 2].fold != "," or tokens[at + 1].fold not in AND:
            return False
        return goes_on(self.cell, at, self.head) and self._take(at + 1, "domain")

    def _unknown_before_capitals(self, at: int) -> bool:
        """Unknown words of a portfolio before a comma and a name in capitals (`Minister of Mines Hydrates, NANA`)."""
        token = self.cell.tokens[at]
        if token.kind != TITLE or not self.cell.capitals_tell or token.marks & (STRONG | WEAK) or token.owner:
            return False
        run = run_before_name(self.cell, self.head, at)
        if run == at or not self.cell.stands_out(self.cell.skip(run, ",\n")):
            return False
        return self._take(run, "domain")
