"""The numbers before headings: how they are printed, and which comes after which."""

from __future__ import annotations

import unicodedata

from pipeline.outline.sections import Section

KATAKANA = ("アイウエオカキクケコサシスセソ", "イロハニホヘトチリヌルヲワカヨ")
"""The signs that count `（ア）`, `（イ）` in their order, and those that count `（イ）`, `（ロ）`."""
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def is_before(section: Section, number: str) -> bool:
    """Whether a section bears the number before another one, in the same print."""
    own = section.head.number if section.head and section.kind in ("heading", "label") else None
    return own is not None and _print_of(own) == _print_of(number) and follows(own, number)


def counts_in_figures(number: str) -> bool:
    """Whether a number is one in figures: `(1)`, `①`."""
    return _bare(number).isdecimal()


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
    if a in ROMAN and b in ROMAN:
        return ROMAN.index(b) == ROMAN.index(a) + 1
    return len(a) == len(b) == 1 and ord(b) == ord(a) + 1


def _bare(number: str) -> str:
    return unicodedata.normalize("NFKC", number).strip("(). ")


def _print_of(number: str) -> str:
    """How a number is printed: in brackets, in a circle, or bare."""
    sign = unicodedata.normalize("NFKC", number[0])
    return sign if sign == "(" else "①" if "①" <= number[0] <= "⑳" else ""
