"""Where the words end that can be a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.normalize.visit.lexicon import GROUPS, NAME_ORDER
from pipeline.normalize.visit.text.words import (
    BRACKET,
    CAPITALISED,
    END,
    INITIAL,
    LOWER,
    NUMBER,
    OF_NAMES,
    SIGN,
    TITLE,
    Word,
    fold,
)

NICKNAMES = {'"': '"', "“": "”", "„": "“", "«": "»", "'": "'", "‘": "’"}
LONGEST_NAME = 9
"""Words that one name may have."""
_AT_BIRTH = re.compile("(?:n[ée]e|born) ")
_WITH_FATHER = 3
"""Words of an own name, the father's name and `oglu`, behind which the surname may stand."""


def name_end(tokens: Sequence[Word], at: int) -> int:
    """The token behind the words that can be a name, from `at`: capitalised words, initials, particles between.

    A possessive ends it, so does any sign and the month of a date (`Ram Lal Mar. 2003`); where a title or a form of address
    begins is not looked at.
    """
    place, stop = at, at + LONGEST_NAME
    while place < stop and (token := tokens[place]) is not END:
        if token.kind in OF_NAMES:
            if tokens[place + 1].kind == NUMBER and token.fold in GROUPS.months:
                break
            place += 1
            if token.owner:
                break
        elif is_inner(tokens, place, at):
            place += 1
        elif token.fold in NICKNAMES and (behind := _past_nickname(tokens, place)):
            if place == at and tokens[behind].kind not in CAPITALISED:
                break
            place = behind
        elif place > at and token.kind == BRACKET and is_nickname(tokens, place):
            place += 1
        elif place > at and token.kind == LOWER and token.fold in NAME_ORDER.child_of:
            place += 1
            if place - at != _WITH_FATHER or tokens[place].kind not in CAPITALISED:
                return place
        else:
            break
    return place


def is_nickname(tokens: Sequence[Word], at: int) -> bool:
    """Another given name in a bracket between two words of a name (`James (Jim) Preston`), or the name at birth."""
    before, behind, inner = tokens[at - 1], tokens[at + 1], tokens[at].fold[1:-1]
    if behind.kind != INITIAL and (behind.kind not in CAPITALISED or behind.marks):
        return False
    inner = _AT_BIRTH.sub("", inner)
    if not (inner.istitle() and inner.isalpha()):
        return False
    given, is_month = NAME_ORDER.given_names, fold(inner) in GROUPS.months
    if before.kind == INITIAL:  # no name ends with `J.` before `(Smith) Jones`
        return not is_month
    return before.kind == TITLE and (fold(inner) in given or (before.fold in given and not is_month))


def _past_nickname(tokens: Sequence[Word], at: int) -> int:
    """Behind the nickname that the quotation mark at `at` opens in a name or at its end (`Joseph "Erap" Estrada`); else 0."""
    closing = NICKNAMES[tokens[at].fold]
    for place in range(at + 2, at + 5):
        if tokens[place].kind == SIGN:
            is_end = tokens[place].fold == closing and tokens[place + 1].kind != LOWER
            return place + 1 if is_end else 0
    return 0


def is_inner(tokens: Sequence[Word], place: int, at: int) -> bool:
    """A particle before a further name, or the hyphen of `J.-P.`."""
    token = tokens[place]
    if token.kind == LOWER:
        return token.fold in NAME_ORDER.particles and _leads_to_name(tokens, place)
    return token.kind == SIGN and token.fold == "-" and place > at and tokens[place - 1].kind == INITIAL


def _leads_to_name(tokens: Sequence[Word], at: int) -> bool:
    for token in tokens[at + 1 : at + 4]:
        if token.kind in CAPITALISED:
            return True
        if token.kind != LOWER or token.fold not in NAME_ORDER.particles:
            return False
    return False
