"""Scales and currencies that something parts from their number: a bracket's end, a second figure in brackets, a footnote's sign."""

from __future__ import annotations

import re

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.page import Page

_BETWEEN = re.compile(
    r"[ \xa0]{0,2}[(\[][^()\[\]\n|]{1,40}[)\]]|[ \xa0]?(?:[*†‡-]{1,2}|[0-9]{1,2}\))|[^()\[\]\n|]{0,40}[)\]]"
)
_SIGNS = frozenset("*†‡-")
_IN_BRACKETS = frozenset(("()", "[]"))
_NUMBER_NEXT = re.compile(r"[ \xa0]{0,2}[0-9]")


def has_far_words(page: Page, atom: Atom) -> bool:
    """Whether the words behind what follows a number may be its own: nobody knows, so that without them it is no amount.

    `(1,234) million yen` is a loss, `102.3 (87.2 in 2014) billion yen` has one scale for two figures, `3.2* million` a note.
    """
    folded, end = page.folded, atom.end
    if ")" not in folded and "]" not in folded and _SIGNS.isdisjoint(folded[end : end + 2]):
        return False
    found = _BETWEEN.match(folded, end)
    if found is None:
        return False
    word, _, end = page.lexicon.right.match(folded, found.end())
    if word.kind == "scale":
        return True
    is_in_brackets = folded[atom.start - 1 : atom.start] + found[0] in _IN_BRACKETS
    return word.kind == "currency" and is_in_brackets and not _NUMBER_NEXT.match(folded, end)
