"""What a bracket says of the visitor before it, beside date, status and people: a role, the name, a short form, an occasion."""

from __future__ import annotations

import re

from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.lexicon import ADDRESS, GROUPS, NAME_ORDER, match
from pipeline.normalize.visit.name.extent import name_end
from pipeline.normalize.visit.name.honorifics import honorific_end
from pipeline.normalize.visit.name.names import name_of
from pipeline.normalize.visit.office.classes import is_regal
from pipeline.normalize.visit.office.offices import office_of
from pipeline.normalize.visit.office.titles import scan_titles
from pipeline.normalize.visit.party.groups import bare_name_end, group_end
from pipeline.normalize.visit.party.person import holding, joined, named
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.words import CAPITALS, INITIAL, LOWER, Word, fold
from pipeline.normalize.visit.visitor import Visitor

_PAST = ("former", "ex")
_TITLES = ("former", "ex", "special envoy", "head", "leader", "then")
_CAPACITIES = ("as", "in the capacity of", "representing")
_LONGEST_SHORT = 8
_WORDS = re.compile(r"[^\W\d_]++")


def says_nothing(inner: Cell) -> bool:
    """A bracket that says no more than that somebody is retired, or that is a remark in running words."""
    if inner.tokens[0].fold in ADDRESS.retired and inner.count == 1:
        return True
    lower = [token.fold for token in inner.tokens if token.kind == LOWER]
    is_opened = inner.tokens[0].kind == LOWER and lower[0] in GROUPS.remark_openers
    return is_opened or not GROUPS.remark_verbs.isdisjoint(lower)


def with_bracket(who: Visitor, rest: str, inner: Cell, area: str | None) -> Visitor:
    """The visitor with what a bracket says beside date, status and people: a role, the name, or else the occasion."""
    in_role = _in_role(who, inner)
    if in_role:
        return in_role
    if who.main_name and who.other_names is None and fold(rest) in NAME_ORDER.japanese_given:
        return who._replace(other_names=rest)
    body = who.name_printed if who.visitor_kind == "group" else who.office
    if inner.count == 1 and _is_short_for(inner.tokens[0], body or ""):
        return who
    if who.main_name is None and who.visitor_kind == "office_holder":
        by_name = _with_name_inside(who, rest, inner, area)
        if by_name:
            return by_name
    if who.visitor_kind == "group" or not _is_affiliation(inner):
        return who._replace(occasion=joined(who.occasion, rest))
    return who


def _in_role(who: Visitor, inner: Cell) -> Visitor | None:
    """A title that fills the bracket, or `as ...`: no occasion; it is the office of a visitor without one."""
    opener = match(GROUPS.role_openers, inner.tokens, 0)
    start = opener[0] if opener and opener[1] not in _TITLES else 0
    title = scan_titles(inner, inner.skip(start, ","), name_first=True)
    whole = title is not None and inner.skip(title.end, ",.") >= inner.count
    if title is not None and whole and who.office is None and who.visitor_kind != "group":
        who = holding(who, office_of(inner, title))
    if opener and opener[0] >= inner.count and opener[1] in _PAST and who.office:
        who = who._replace(office_class="other")
    if opener and (opener[0] >= inner.count or _of_a_group(inner, opener[0])):
        return who
    is_role = whole or (opener and start and (start >= inner.count or opener[1] in _CAPACITIES))
    return who if is_role else None


def _with_name_inside(who: Visitor, rest: str, inner: Cell, area: str | None) -> Visitor | None:
    """An office holder whose name fills the bracket."""
    title = scan_titles(inner, 0)
    begin = honorific_end(inner.tokens, title.end if title else 0)
    if begin or title:
        end = name_end(inner.tokens, begin)
    elif not is_regal(who.office or ""):
        end = bare_name_end(inner, 0, in_bracket=True)
        if end == 0 and inner.count == 1 and inner.tokens[0].fold in NAME_ORDER.japanese_surnames:
            end = 1
    else:
        return None
    if end <= begin or end < inner.count:
        return None
    name = name_of(inner.printed(begin, end), area)
    if isinstance(name, Refusal):
        return None
    start = title.end if title else 0
    more = " ".join(rest[inner.starts[start] : inner.starts[begin]].split()) or None
    return named(who, name)._replace(honorific=joined(who.honorific, more, " "))


def _of_a_group(inner: Cell, at: int) -> bool:
    """`(Head of the Friendship League)`: what stands behind the role is a group up to the end."""
    if inner.tokens[at].fold != "of":
        return False
    start = at + 1 + (inner.tokens[at + 1].fold == "the")
    return group_end(inner, start) >= inner.count


def _is_short_for(short: Word, title: str) -> bool:
    """A word in capitals that beginnings of a title's words make up in their order is its body's abbreviation.

    >>> _is_short_for(Cell("AFRECO").tokens[0], "President of the African Economic Committee")
    True
    >>> _is_short_for(Cell("ABE").tokens[0], "Minister of Agriculture")
    False
    """
    letters = short.fold
    if short.kind != CAPITALS or not 3 <= len(letters) <= _LONGEST_SHORT:
        return False
    reached = {0}
    for word in _WORDS.findall(fold(title)):
        reached |= {end for start in reached for end in _ends_with(letters, start, word)}
    return len(letters) in reached


def _ends_with(letters: str, start: int, word: str) -> list[int]:
    """Where a beginning of `word` that stands in `letters` at `start` may end; not all of them at once."""
    ends = range(start + 1, min(len(letters), start + len(word)) + 1)
    return [end for end in ends if word.startswith(letters[start:end]) and end - start < len(letters)]


def _is_affiliation(inner: Cell) -> bool:
    """A lone abbreviation of no event or body that meets behind a person is the party (`Nelson Mandela (ANC)`), and so is
    its letter alone or with a seat (`R-Utah`)."""
    token = inner.tokens[0]
    if token.kind == INITIAL:
        return inner.count == 1 or inner.tokens[1].fold in ("-", "–")
    if token.fold[1:2] in ("-", "–") and token.fold[2:].isalpha():
        return True
    if inner.count != 1 or token.kind != CAPITALS or not 2 <= len(token.fold) <= 5:
        return False
    return token.fold.isalpha() and token.fold not in GROUPS.events
