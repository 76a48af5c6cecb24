"""Numbers of headings: which goes on with which count, and the section that a number ends."""

from __future__ import annotations

import re
import unicodedata

from pipeline.outline.headings import Head, read_head
from pipeline.outline.sections import MAJOR, NUMBERED, Section
from pipeline.outline.walk.state import Walk
from pipeline.patterns import has_japanese

CHAPTER = re.compile(r"[IVX]+[.．)）]")
LETTER = re.compile(r"[A-Z][.．]")
KATAKANA = ("アイウエオカキクケコサシスセソ", "イロハニホヘトチリヌルヲワカヨ")
"""The signs that count `（ア）`, `（イ）` in their order, and those that count `（イ）`, `（ロ）`."""
ROMAN_SMALL = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
LONGEST_LINE = 160


def counted_in(walk: Walk, level: int, number: str, parent: Section) -> Section:
    """The section that a heading with this number lies in: that of the last one of its level, if it goes on with its count."""
    last = walk.numbered.get(level)
    if last and follows(last[0], number):
        parent = last[1]
    walk.numbered[level] = (number, parent)
    return parent


def counts_chapters(walk: Walk, number: str) -> bool:
    """Whether a number is Roman and in capitals: chapters bear it, whose parts bear others. A letter among letters is
    none: `I.` below `H.`. Letters count chapters where `A.` is the first number of all and stands at the top."""
    if LETTER.fullmatch(number):
        last = walk.numbered.get(MAJOR)
        is_first = _bare(number) == "A" and not walk.numbered and walk.section.kind == "sheet"
        if is_first or (last and follows(last[0], number)):
            return True
    last = walk.numbered.get(NUMBERED)
    return CHAPTER.fullmatch(number) is not None and not (last and follows(last[0], number))


def end_counted(walk: Walk, words: str, head: Head) -> None:
    """Leave a numbered section at a line in Japanese that bears the next number and its value: `7　総貿易額` ends at
    `8　通貨　ユーロ`."""
    if head.number is None or not has_japanese(words) or _goes_on(walk, head.number):
        return
    before = next((section for section in walk.section.around() if is_before(section, head.number)), None)
    if before is not None and before.parent is not None:
        walk.section = before.parent


def _goes_on(walk: Walk, number: str) -> bool:
    """Whether a number goes on with that of the line above it in the same section: `3. 日本` behind `2. 英国`."""
    above = walk.lines[-1] if walk.lines else None
    if above is None or above.section is not walk.section or above.role not in ("item", "prose"):
        return False
    last = read_head(walk.words(above.block)[:LONGEST_LINE]).number
    return last is not None and follows(last, number)


def below_item(walk: Walk, head: Head) -> int:
    """The level below the item of a list that counts in figures, for one that counts in letters or katakana: `(イ)貿易額`
    below `• (1)対日貿易`. Zero where there is none."""
    if head.number is None or _bare(head.number).isdecimal():
        return 0
    above = ((one, one.head.number) for one in walk.section.around() if one.kind == "label" and one.head)
    return next((one.level + 1 for one, number in above if number and _bare(number).isdecimal()), 0)


def is_before(section: Section, number: str) -> bool:
    """Whether a section bears the number before another one, in the same print."""
    own = section.head.number if section.head and section.kind in ("heading", "label") else None
    return own is not None and _print_of(own) == _print_of(number) and follows(own, number)


def _print_of(number: str) -> str:
    """How a number is printed: in brackets, in a circle, or bare."""
    sign = unicodedata.normalize("NFKC", number[0])
    return sign if sign == "(" else "①" if "①" <= number[0] <= "⑳" else ""


def _bare(number: str) -> str:
    return unicodedata.normalize("NFKC", number).strip("(). ")


def follows(before: str, after: str) -> bool:
    """Whether a number of a list comes right after another.

    >>> follows("(1)", "(2)"), follows("（イ）", "（ウ）"), follows("(イ)", "(ロ)"), follows("(ア)", "(ウ)")
    (True, True, True, False)
    """
    a, b = _bare(before), _bare(after)
    if a.isdecimal() and b.isdecimal():
        return int(b) == int(a) + 1
    if len(a) == len(b) == 1 and "ァ" <= a <= "ヶ":
        return any(a + b in order for order in KATAKANA)
    if a in ROMAN_SMALL and b in ROMAN_SMALL:
        return ROMAN_SMALL.index(b) == ROMAN_SMALL.index(a) + 1
    return len(a) == len(b) == 1 and ord(b) == ord(a) + 1
