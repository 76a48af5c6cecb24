"""Numbers of headings: which goes on with which count, and the section that a number ends."""

from __future__ import annotations

import re
import unicodedata

from pipeline.outline.headings import Head
from pipeline.outline.sections import NUMBERED, Section
from pipeline.outline.walk.state import Walk
from pipeline.patterns import has_japanese

CHAPTER = re.compile(r"[IVX]+[.．)）]")
KATAKANA = list("アイウエオカキクケコサシスセソ")
"""The signs that count `（ア）`, `（イ）` in their order."""


def counted_in(walk: Walk, level: int, number: str, parent: Section) -> Section:
    """The section that a heading with this number lies in: that of the last one of its level, if it goes on with its count."""
    last = walk.numbered.get(level)
    if last and _follows(last[0], number):
        parent = last[1]
    walk.numbered[level] = (number, parent)
    return parent


def counts_chapters(walk: Walk, number: str) -> bool:
    """Whether a number is Roman and in capitals: chapters bear it, whose parts bear others. A letter among letters is
    none: `I.` below `H.`."""
    last = walk.numbered.get(NUMBERED)
    return CHAPTER.fullmatch(number) is not None and not (last and _follows(last[0], number))


def end_counted(walk: Walk, words: str, head: Head) -> None:
    """Leave a numbered section at a line in Japanese that bears the next number and its value: `7　総貿易額` ends at
    `8　通貨　ユーロ`."""
    if head.number is None or not has_japanese(words):
        return
    before = next((section for section in walk.section.around() if _is_before(section, head.number)), None)
    if before is not None and before.parent is not None:
        walk.section = before.parent


def _is_before(section: Section, number: str) -> bool:
    """Whether a section bears the number before another one, in the same print."""
    own = section.head.number if section.head and section.kind == "heading" else None
    return own is not None and _print_of(own) == _print_of(number) and _follows(own, number)


def _print_of(number: str) -> str:
    """How a number is printed: in brackets, in a circle, or bare."""
    sign = unicodedata.normalize("NFKC", number[0])
    return sign if sign == "(" else "①" if "①" <= number[0] <= "⑳" else ""


def _follows(before: str, after: str) -> bool:
    """Whether a number of a list comes right after another: `(2)` after `(1)`."""
    a, b = (unicodedata.normalize("NFKC", number).strip("(). ") for number in (before, after))
    if a.isdecimal() and b.isdecimal():
        return int(b) == int(a) + 1
    if a in KATAKANA and b in KATAKANA:
        return KATAKANA.index(b) == KATAKANA.index(a) + 1
    roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    if a in roman and b in roman:
        return roman.index(b) == roman.index(a) + 1
    return len(a) == len(b) == 1 and ord(b) == ord(a) + 1
