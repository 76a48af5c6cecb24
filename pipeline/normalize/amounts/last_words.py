"""The unit that ends a label without brackets: `Exports in US$ million: 34.2`, `Population, thousands | 45.3`."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.normalize.amounts.numbers import YEAR
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.units import TEN, read_piece

REACH = 100
_MOST_WORDS = 6
_YEAR_LENGTH = 8
_LABEL_ENDS = re.compile(r"[:|]|(?:[,—]|[ \xa0]-)(?=[ \xa0])")
_LABEL_BEGINS = re.compile(r"[:;|]")
_SAID_BEFORE = re.compile(r"(?:(?<![a-z])units?|単位):")
_YEAR_LAST = re.compile(rf",?[ \xa0]{{1,3}}{YEAR}[ \xa0]?\Z")
_YEAR_BEFORE = re.compile(rf"(?<![0-9]){YEAR}[ \xa0]\Z")
_WORD_START = re.compile(r"(?<![^ \xa0,/])(?<![0-9],)[^ \xa0,/]")
_CLEAR = ("in ", "x", "×")
_ONE_BEFORE = re.compile(r"(?:[0-9]|(?<![a-z])(?:per|an?|one|every|each|several|few|many|hundred))[ \xa0-]?\Z")
"""`cases per million: 45.3` and `more than 5 million: 12` state no scale."""


class LastWords(NamedTuple):
    """The unit and power of ten that a label ends with, where they begin, and where the label's figure may begin; nobody
    knows whose they are where they are not clear: a scale alone behind another word, units said for a whole line, or money
    behind which a dash may be a minus."""

    start: int
    end: int
    code: str | None
    power: int
    is_clear: bool


def last_words(page: Page, start: int) -> LastWords | None:
    """What the label right before the number at `start` ends with, or an earlier label of its line."""
    folded, match = page.folded, page.lexicon.right.match
    first = max(0, start - REACH)
    first = folded.rfind("\n", first, start) + 1 or first
    if not page.lexicon.scale_hints.search(folded, first, start):
        return None
    for found in reversed([*_LABEL_ENDS.finditer(folded, first, start)]):
        place, end = found.span()
        if start - end > _YEAR_LENGTH and folded[place] not in ":|":
            continue  # commas and dashes end a label for the next figure only
        begin = max([first, *(sign.end() for sign in _LABEL_BEGINS.finditer(folded, first, place))])
        if words := _read(page, begin, place, end):
            return words
    if said := _SAID_BEFORE.search(folded, first, start):
        one, _, end = match(folded, said.end())
        if "scale" in (one.kind, match(folded, end)[0].kind):
            return LastWords(start, start, None, 0, is_clear=False)
    return None


def _read(page: Page, first: int, end: int, behind: int) -> LastWords | None:
    """The longest last words of a label that are a scale, with a unit or alone."""
    folded = page.folded
    label = _YEAR_LAST.sub("", folded[first:end].rstrip(" \xa0"))
    end = first + len(label)
    starts = [first + found.start() for found in _WORD_START.finditer(label)][-_MOST_WORDS:]
    if not starts or not (page.lexicon.right.match(folded, starts[-1])[0].kind or TEN.match(folded, starts[-1])):
        return None
    for start in starts:
        unit = read_piece(page.text[start:end], folded[start:end], page.context)
        if unit and unit[1] and (not folded[start].isdigit() or TEN.fullmatch(folded, start, end)):
            break
    else:
        return None
    code, power = unit
    before = folded[first:start]
    if year := _YEAR_BEFORE.search(before):
        start, before = first + year.start(), before[: year.start()]
    elif _ONE_BEFORE.search(before):
        return None
    is_clear = code is not None or folded.startswith(_CLEAR, start) or before.rstrip(" \xa0")[-1:] in ("", ",")
    may_be_minus = page.text[behind - 1] in "-−" and code is not None and code.isupper()
    return LastWords(start, behind, code, power, is_clear and not may_be_minus)
