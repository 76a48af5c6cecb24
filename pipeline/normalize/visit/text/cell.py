"""A visit cell taken apart into words, and the questions that offices, names and visitors ask of a word."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.normalize.visit.lexicon import ADDRESS, GROUPS, TITLES, match
from pipeline.normalize.visit.text.marks import ACRONYM, DOMAIN, START, STRONG, marks_of
from pipeline.normalize.visit.text.tokens import Words, words
from pipeline.normalize.visit.text.typos import head_typo, may_be_typo
from pipeline.normalize.visit.text.words import (
    CAPITALISED,
    CAPITALS,
    END,
    INITIAL,
    LOWER,
    NUMBER,
    SIGN,
    TITLE,
    Word,
    fold,
)

_PADDING = [END] * 8
_MONTHS = GROUPS.months - GROUPS.month_names
_NONE: Mapping[int, str] = MappingProxyType({})
_VOWELS = frozenset("aeiouy")
_REPAIRED = 5
"""Words of a title that may be misspelt: so many from its beginning."""


class Cell:
    """A text and its tokens, with some empty ones behind them so that looking ahead is always possible.

    `starts` are the places of the tokens in the text. `capitals_tell` says whether words in capitals stand out from
    others; in a text all in capitals they say nothing. `fixes` are the corrected words by the token's position.
    """

    __slots__ = ("capitals_tell", "count", "fixes", "starts", "text", "tokens")

    def __init__(self, text: str, cut: Words | None = None) -> None:
        tokens, starts = cut or words(text)
        self.text, self.tokens, self.starts = text, tokens, starts
        self.count, self.capitals_tell, self.fixes = len(tokens), False, _NONE
        for token in tokens:
            if token.kind == TITLE and len(token.fold) > 2 and not token.marks & STRONG:
                self.capitals_tell = True
                break
        tokens += _PADDING

    def end(self, at: int) -> int:
        """Where token `at` ends in the text."""
        return self.starts[at] + len(self.tokens[at].printed)

    def printed(self, at: int, end: int) -> str:
        """The text from token `at` up to token `end`, without the spaces around them."""
        return self.text[self.starts[at] : self.end(end - 1)]

    def on_one_line(self, at: int, end: int) -> str:
        """The same with single spaces for all white space."""
        printed = self.text[self.starts[at] : self.end(end - 1)]
        return printed if printed.isprintable() and "  " not in printed else " ".join(printed.split())

    def stands_out(self, at: int) -> bool:
        """A word in capitals among others that are not, and no known abbreviation: part of a name."""
        token = self.tokens[at]
        return token.kind == CAPITALS and self.capitals_tell and not token.marks & ACRONYM

    def is_initialism(self, at: int) -> bool:
        """A short word in capitals without a vowel (`FM`); in capitals `SEN` is a name."""
        token = self.tokens[at]
        return token.kind == CAPITALS and not _VOWELS.intersection(token.fold)

    def is_name_word(self, at: int) -> bool:
        """A word that a name may begin with: capitalised or an initial, no word of a portfolio and no month of a date."""
        token = self.tokens[at]
        if self.tokens[at + 1].kind == NUMBER and token.fold in _MONTHS:
            return False
        if token.kind == INITIAL or self.stands_out(at):
            return True
        if token.kind == CAPITALS and token.marks & ACRONYM:
            return False
        return token.kind in CAPITALISED and not token.marks & DOMAIN

    def is_honorific(self, at: int) -> bool:
        """A form of address begins here with which a person begins."""
        token = self.tokens[at]
        if not token.marks & STRONG or token.kind == LOWER:
            return False
        return match(ADDRESS.strong, self.tokens, at) is not None

    def skip(self, at: int, signs: str) -> int:
        """The first token at or behind `at` that is none of these signs."""
        tokens = self.tokens
        while tokens[at].kind == SIGN and tokens[at].fold and tokens[at].fold in signs:
            at += 1
        return at

    def in_singular(self, at: int) -> Cell | None:
        """The same cell with the plural head of the title at `at` in the singular; None where there is none."""
        plurals = TITLES.plurals
        for place in range(at, at + _REPAIRED):
            token = self.tokens[place]
            if token.fold in plurals and token.kind in CAPITALISED and not token.owner:
                return self.reworded(place, plurals[token.fold])
            if not token.marks & START or token.kind == SIGN:
                break
        return None

    def behind(self, at: int) -> Cell:
        """The same cell without the tokens before `at`."""
        return Cell(self.text, (self.tokens[at : self.count], self.starts[at:])) if at else self

    def reworded(self, at: int, word: str) -> Cell:
        """The same cell with another word at `at`."""
        tokens = self.tokens[: self.count]
        tokens[at] = _reworded(tokens[at], word)
        cell = Cell(self.text, (tokens, self.starts))
        cell.fixes = {self.starts[at]: word}
        return cell

    def repaired(self, at: int) -> Cell | None:
        """The same cell with the misspelt words of a title among the next five read as what they should be."""
        if not any(map(may_be_typo, self.tokens[at : at + _REPAIRED])):
            return None
        tokens: list[Word] = []
        starts: list[int] = []
        fixes: dict[int, str] = {}
        for place, token in enumerate(self.tokens[: self.count]):
            start = self.starts[place]
            is_tried = at <= place and len(tokens) < at + _REPAIRED and token.kind in CAPITALISED
            for part in _compound_parts(token) if is_tried else [token]:
                fixed = head_typo(part.fold) if is_tried else None
                if fixed:
                    fixes[start] = fixed
                tokens.append(_reworded(part, fixed) if fixed else part)
                starts.append(start)
                start += len(part.printed) + 1
        if not fixes:
            return None
        cell = Cell(self.text, (tokens, starts))
        cell.fixes = fixes
        return cell


def _reworded(token: Word, folded: str) -> Word:
    return token.reading(folded, marks_of(token.kind, folded, token.owner))


def _compound_parts(token: Word) -> list[Word]:
    """The parts of a hyphenated title that a slip kept together (`Vice-Miniter`); any other word alone."""
    parts, known = token.fold.split("-"), TITLES.compounds
    if len(parts) < 2 or not all(part in known or head_typo(part) for part in parts):
        return [token]
    printed = token.printed.split("-")
    return [Word(part, token.kind, fold(part), marks=marks_of(token.kind, fold(part), False)) for part in printed]
