"""A visit cell taken apart into words, and the questions that offices, names and visitors ask of a word."""

from __future__ import annotations

from functools import cache, lru_cache

from pipeline.normalize.visit.marks import ACRONYM, DOMAIN, START, STRONG, marks_of
from pipeline.normalize.visit.slips import Slips
from pipeline.normalize.visit.title_lexicon import address, groups, match, name_order, titles
from pipeline.normalize.visit.tokens import words
from pipeline.normalize.visit.words import CAPITALS, END, INITIAL, LOWER, SIGN, TITLE, Word, fold

_PADDING = [END] * 8
_VOWELS = frozenset("aeiouy")
_REPAIRED = 5
"""Words of a title that may be misspelt: so many from its beginning."""
_SHORTEST_TYPO = 5
_SHORTEST_HEAD_TYPO = 6


class Cell:
    """A text and its tokens, with some empty ones behind them so that looking ahead is always possible.

    `capitals_tell` says whether words in capitals stand out from others; in a text all in capitals they say nothing.
    `fixes` are the corrected words by the token's position in the text.
    """

    __slots__ = ("capitals_tell", "count", "fixes", "text", "tokens")

    def __init__(self, text: str, tokens: list[Word] | None = None) -> None:
        self.text = text
        self.tokens = words(text) if tokens is None else tokens
        self.count = len(self.tokens)
        self.capitals_tell = False
        for token in self.tokens:
            if token.kind == TITLE and len(token.fold) > 2 and not token.marks & STRONG:
                self.capitals_tell = True
                break
        self.tokens += _PADDING
        self.fixes: dict[int, str] = {}

    def printed(self, at: int, end: int) -> str:
        """The text from token `at` up to token `end`, without the spaces around them."""
        return self.text[self.tokens[at].start : self.tokens[end - 1].end] if end > at else ""

    def stands_out(self, at: int) -> bool:
        """A word in capitals among others that are not, and no known abbreviation: part of a name."""
        token = self.tokens[at]
        return token.kind == CAPITALS and self.capitals_tell and not token.marks & ACRONYM

    def is_initialism(self, at: int) -> bool:
        """A short word in capitals without a vowel (`FM`); in capitals `SEN` is a name."""
        token = self.tokens[at]
        return token.kind == CAPITALS and not _VOWELS.intersection(token.fold)

    def is_name_word(self, at: int) -> bool:
        """A word that a name may begin with: capitalised or an initial, and no word of a portfolio."""
        token = self.tokens[at]
        if token.kind == INITIAL or self.stands_out(at):
            return True
        if token.kind == CAPITALS and token.marks & ACRONYM:
            return False
        return token.kind in (TITLE, CAPITALS) and not token.marks & DOMAIN

    def is_honorific(self, at: int) -> bool:
        """A form of address begins here with which a person begins."""
        token = self.tokens[at]
        if not token.marks & STRONG or token.kind == LOWER:
            return False
        return match(address().strong, self.tokens, at) is not None

    def skip(self, at: int, signs: str) -> int:
        """The first token at or behind `at` that is none of these signs."""
        while self.tokens[at].kind == SIGN and self.tokens[at].fold and self.tokens[at].fold in signs:
            at += 1
        return at

    def in_singular(self, at: int) -> Cell | None:
        """The same cell with the plural head of the title at `at` in the singular; None where there is none."""
        plurals = titles().plurals
        for place in range(at, at + _REPAIRED):
            token = self.tokens[place]
            if token.fold in plurals and token.kind in (TITLE, CAPITALS) and not token.owner:
                return self.reworded(place, plurals[token.fold])
            if not token.marks & START or token.kind == SIGN:
                break
        return None

    def reworded(self, at: int, word: str) -> Cell:
        """The same cell with another word at `at`."""
        tokens = self.tokens[: self.count]
        tokens[at] = _reworded(tokens[at], word)
        cell = Cell(self.text, tokens)
        cell.fixes = {tokens[at].start: word}
        return cell

    def repaired(self, at: int) -> Cell | None:
        """The same cell with the misspelt words of a title among the next five read as what they should be."""
        if not any(may_be_typo(token) for token in self.tokens[at : at + _REPAIRED]):
            return None
        tokens, fixes = self.tokens[:at], {}
        for token in self.tokens[at : self.count]:
            if len(tokens) >= at + _REPAIRED or token.kind not in (TITLE, CAPITALS):
                tokens.append(token)
                continue
            for part in _compound_parts(self.text, token):
                fixed = head_typo(part.fold)
                if fixed:
                    fixes[part.start] = fixed
                tokens.append(_reworded(part, fixed) if fixed else part)
        if not fixes:
            return None
        cell = Cell(self.text, tokens)
        cell.fixes = fixes
        return cell


def may_be_typo(token: Word) -> bool:
    """A word of a title, or a compound with one, may be meant."""
    if token.kind not in (TITLE, CAPITALS):
        return False
    return head_typo(token.fold) is not None or ("-" in token.fold and any(map(head_typo, token.fold.split("-"))))


def _reworded(token: Word, folded: str) -> Word:
    return token._replace(fold=folded, marks=marks_of(token.kind, folded, token.owner))


def _compound_parts(text: str, token: Word) -> list[Word]:
    """The parts of a hyphenated title that a slip kept together (`Vice-Miniter`); any other word alone."""
    parts, known = token.fold.split("-"), titles().compounds
    if len(parts) < 2 or not all(part in known or head_typo(part) for part in parts):
        return [token]
    found, start = [], token.start
    for part in text[token.start : token.end].split("-"):
        word = token._replace(start=start, end=start + len(part), owner=False)
        found.append(_reworded(word, fold(part)))
        start += len(part) + 1
    return found


@cache
def _portfolio_words() -> Slips:
    return Slips(sorted(word for word in titles().domain if len(word) >= _SHORTEST_TYPO))


@cache
def _title_words() -> Slips:
    return Slips(sorted(word for word in titles().starts | titles().compounds if len(word) >= _SHORTEST_HEAD_TYPO))


@lru_cache(maxsize=16384)
def domain_typo(folded: str) -> str | None:
    """The portfolio word that a misspelt one is one slip away from.

    >>> domain_typo("affiars"), domain_typo("indastry"), domain_typo("health"), domain_typo("tanaka")
    ('affairs', 'industry', None, None)
    """
    return _nearest(folded, _portfolio_words()) if len(folded) >= _SHORTEST_TYPO else None


@lru_cache(maxsize=16384)
def head_typo(folded: str) -> str | None:
    """The word of a title that a misspelt one is one slip away from.

    >>> head_typo("presidnet"), head_typo("minister")
    ('president', None)
    """
    return _nearest(folded, _title_words()) if len(folded) >= _SHORTEST_HEAD_TYPO else None


def _nearest(folded: str, known: Slips) -> str | None:
    found = known.nearest(folded)
    if found is None or found[0] != folded[0] or folded in (found + "s", found + "'"):
        return None
    lexicon, names = titles(), name_order()
    if folded in lexicon.domain or folded in lexicon.weak_domain or folded in lexicon.starts:
        return None
    if folded in names.japanese_surnames or folded in names.japanese_given or folded in lexicon.areas:
        return None
    if folded in names.given_names or folded in groups().heads or folded in groups().happenings:
        return None
    return found
