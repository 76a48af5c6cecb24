"""Forms of address: where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.normalize.visit.lexicon import ADDRESS, NAME_ORDER, match
from pipeline.normalize.visit.name.custom import FATHERS
from pipeline.normalize.visit.name.extent import is_inner
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import STRONG, WEAK
from pipeline.normalize.visit.text.words import BRACKET, CAPITALISED, INITIAL, LOWER, OF_NAMES, TITLE, Word, fold

_LETTERS = re.compile(r"[^\W\d_]++")
_FORM = STRONG | WEAK


@lru_cache(maxsize=1024)
def carried(honorific: str) -> str | None:
    """The forms of address that belong to the name as people carry it, with what stands behind them.

    >>> carried("H.E. U"), carried("Tun Dr."), carried("H.E. Mr.")
    ('U', 'Tun Dr.', None)
    """
    if ADDRESS.carried_words.isdisjoint(_LETTERS.findall(fold(honorific))):
        return None
    cell = Cell(honorific)
    for place in range(cell.count):
        if match(ADDRESS.carried, cell.tokens, place):
            return honorific[cell.starts[place] :]
    return None


def honorific_end(tokens: Sequence[Word], at: int, weak: bool = True) -> int:
    """The token behind the forms of address that begin at `at`; `at` itself where none does.

    A form of address of one capitalised word (`Lord`, `General`) must be followed by a name; with `weak` false only
    those count that no name contains.
    """
    begin = at + (tokens[at].fold == "the")
    end = begin
    while True:
        token = tokens[end]
        behind = _one_form(tokens, end, weak) if token.marks & _FORM and token.kind != LOWER else end
        if behind == end + 1 and end > begin and _is_given(tokens, end):
            break
        if behind == end:
            if end == begin or not _goes_on(tokens, end):
                break
            behind += 1
        end = behind
    return end if end > begin else at


def _is_given(tokens: Sequence[Word], at: int) -> bool:
    """Whether a form of address is a given name behind another one: `Mr. Baron Knight`."""
    return tokens[at].fold in ADDRESS.given_too and tokens[at - 1].fold in ADDRESS.civil


def _goes_on(tokens: Sequence[Word], at: int) -> bool:
    """What may stand within forms of address: a bracket of theirs, or `the` or a sign before a further one."""
    token = tokens[at]
    if token.kind == BRACKET:
        return says_retired(token)
    is_between = token.fold in (".", ",") or (token.fold == "the" and token.kind == LOWER)
    return is_between and _address_follows(tokens, at + 1)


def rank_end(tokens: Sequence[Word], at: int, area: str | None) -> int:
    """Behind the initials of a form of address that an area's people write before a name (`M.R.`, of Thailand), a single
    one before two names (`M. Alain Juppé`, of France); else `at`."""
    one = tokens[at]
    if area is None or one.kind != INITIAL:
        return at
    ranks = NAME_ORDER.areas.get(area, {}).get("ranks", "").split()
    if one.fold in ranks and one.dot:
        return at + 1 if tokens[at + 1].kind == TITLE and tokens[at + 2].kind in CAPITALISED else at
    is_rank = tokens[at + 1].kind == INITIAL and one.fold + tokens[at + 1].fold in ranks
    return at + 2 if is_rank and tokens[at + 2].kind in CAPITALISED else at


def _one_form(tokens: Sequence[Word], at: int, weak: bool) -> int:
    """The token behind the one form of address at `at`; `at` where it is none."""
    token = tokens[at]
    found = match(ADDRESS.strong, tokens, at) if token.marks & STRONG else None
    if found and not _is_word(found[1], token):
        return found[0]
    found = match(ADDRESS.weak, tokens, at) if weak and token.marks & WEAK else None
    undotted = not token.dot and (token.fold in ADDRESS.dotted or _is_given_name(tokens, at))
    return found[0] if found and not undotted and _before_name(tokens, found[0], token) else at


def _is_given_name(tokens: Sequence[Word], at: int) -> bool:
    """`Gen Nakatani` is no general: one Japanese surname follows, and nothing else."""
    follows = tokens[at + 1]
    is_surname = tokens[at].fold == "gen" and follows.fold in NAME_ORDER.japanese_surnames
    return is_surname and tokens[at + 2].kind not in OF_NAMES


def _is_word(phrase: str, token: Word) -> bool:
    """`He` or `Him` at the beginning of a sentence is no `H.E.`; single letters need their dots."""
    return phrase in ("he", "him", "tim", "tm", "tih", "hh") and token.kind == TITLE


def _address_follows(tokens: Sequence[Word], at: int) -> bool:
    return tokens[at].marks & STRONG != 0 and match(ADDRESS.strong, tokens, at) is not None


def says_retired(token: Word) -> bool:
    """`(Ret'd)` behind a rank, or `(Mrs.)` behind `Dr.`"""
    inner = token.fold[1:-1].strip(" .").lower() if token.kind == BRACKET else ""
    return inner in ADDRESS.retired or inner in ADDRESS.civil


def _before_name(tokens: Sequence[Word], at: int, first: Word) -> bool:
    if first.kind == INITIAL:  # the Burmese U
        return first.fold == "u" and not first.dot
    token = tokens[at]
    leads_on = token.kind == LOWER and token.fold not in FATHERS and is_inner(tokens, at, at)  # `General de Gaulle`
    is_name = token.kind in OF_NAMES or says_retired(token) or leads_on
    return is_name and first.kind in CAPITALISED and not first.owner  # `Bishop's Stortford`
