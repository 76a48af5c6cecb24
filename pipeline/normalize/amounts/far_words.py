"""Scales and currencies that something parts from a number they may belong to: a bracket, a further figure, a footnote's sign.

What nobody knows to be without a scale is no amount: it would be wrong by millions.
"""

from __future__ import annotations

import re

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.currencies import DIGIT_NEXT
from pipeline.normalize.amounts.numbers import YEAR, scaled
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.units import read_piece

_BETWEEN = re.compile(
    r"[ \xa0]{0,2}[(\[][^()\[\]\n|]{1,40}[)\]]|[ \xa0]?(?:[*†‡-]{1,2}|[0-9]{1,2}\))|[^()\[\]\n|]{0,40}[)\]]"
)
_TAIL = re.compile(
    r"[ \xa0]?(?:[,;-][ \xa0]?|in[ \xa0])(?P<line>[^0-9()\n]{2,40})(?:\Z|\n)"
    r"|[ \xa0]?[(](?P<bracket>[x×][^()\n]{1,10}|[^()\n1-9]{1,24})[)]"
)
"""What ends a line behind a figure or stands in brackets behind its currency: `34.2 in US$ million`, `US$ 34.2 (m)`."""
_CODE = re.compile(r"[ \xa0]?[A-Z]{2}[A-Za-z]{0,2}(?=[ \xa0])")
"""Letters that say no unit here, as codes of currencies are printed: `64 GBp million`."""
_WORD = re.compile(r"[a-z]++")
_TAIL_BEGINS = frozenset(" \xa0,;(")
_REACH = 48
"""How far behind a number a bracket may close that parts it from its words."""
_SIGNS = frozenset("*†‡-")
_IN_BRACKETS = frozenset(("()", "[]"))
_AGAIN = re.compile(rf"[ \xa0]?[(](?:in[ \xa0])?((?:fy[ \xa0]?)?{YEAR}:?[ \xa0])?")
_NEXT_WORD = re.compile(r"(?:[ \xa0]and|[,;])[ \xa0][a-z]{3,20}[ \xa0](?:of[ \xa0])?")
"""`Loans 15.6 and grants 3.2 billion yen`."""
_CLOSE = 1_000
"""Numbers further apart than this do not share a scale: `114,899 and 1.8 million`."""


def has_far_words(page: Page, atom: Atom) -> bool:
    """Whether the words behind what follows a number may be its own: nobody knows, so that without them it is no amount.

    `(1,234) million yen` is a loss, `102.3 (87.2 in 2014) billion yen` has one scale for two figures, `3.2* million` a note,
    and of `64 GBp million` the letters may be pence.
    """
    folded, end = page.folded, atom.end
    if folded[end : end + 1] in _TAIL_BEGINS and (tail := _TAIL.match(folded, end)) and _is_scale(page, tail):
        return True
    if (code := _CODE.match(page.text, end)) and page.lexicon.right.match(folded, code.end())[0].kind == "scale":
        return True
    far = end + _REACH
    if folded.find(")", end, far) < 0 and folded.find("]", end, far) < 0 and _SIGNS.isdisjoint(folded[end : end + 2]):
        return False
    found = _BETWEEN.match(folded, end)
    if found is None:
        return False
    word, _, end = page.lexicon.right.match(folded, found.end())
    if word.kind == "scale":
        return True
    is_in_brackets = folded[atom.start - 1 : atom.start] + found[0] in _IN_BRACKETS
    return word.kind == "currency" and is_in_brackets and not DIGIT_NEXT.match(folded, end)


def _is_scale(page: Page, tail: re.Match[str]) -> bool:
    """Whether what ends a line is a scale with its unit, or what stands in brackets a scale alone."""
    start, end = tail.span("line" if tail["line"] else "bracket")
    unit = read_piece(page.text[start:end], page.folded[start:end], page.context)
    if unit is None:
        printed = page.folded[start:end]
        return printed in page.lexicon.scale_letters or (tail["bracket"] is not None and _has_scale(page, start, end))
    return unit[1] > 0 and (unit[0] is None or tail["line"] is not None)


def _has_scale(page: Page, start: int, end: int) -> bool:
    """Whether a scale stands among other words: `45.3 (PPP, billion int'l $)`."""
    words = (found.start() for found in _WORD.finditer(page.folded, start, end))
    return any(page.lexicon.right.match(page.folded, place)[0].kind == "scale" for place in words)


def may_share(page: Page, gap: str, first: Atom, second: Atom) -> bool:
    """Whether the second one's scale may be said of the first as well: `2013: 3.5; 2014: 4.5 million yen`."""
    if second.scale is None and (second.is_stated or not has_far_words(page, second)):
        return False
    if not are_close(first, second):
        return False
    is_beside = first.number.decimals and _NEXT_WORD.fullmatch(gap)
    return bool(is_beside) or page.lexicon.loose_join.fullmatch(gap) is not None


def may_go_on(gap: str, first: Atom, second: Atom) -> bool:
    """Whether the first one's scale may be said of the second, in a bracket behind it: `2.3 billion yen (2013: 1.9)`."""
    found = _AGAIN.fullmatch(gap)
    return found is not None and bool(found[1] or second.number.decimals) and are_close(first, second)


def are_close(first: Atom, second: Atom) -> bool:
    """Whether two figures may have one scale."""
    low, high = sorted((scaled(first.number, 0), scaled(second.number, 0)))
    return bool(low) and high <= low * _CLOSE
