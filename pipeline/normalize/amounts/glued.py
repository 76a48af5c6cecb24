"""What is stuck to a number and makes it a part of something else: letters, signs, further figures, counters."""

from __future__ import annotations

import re
import unicodedata

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.page import CJK, Page

_MEASURE_REACH = 24
_LONGEST_WORD = 24
_ENDS_A_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{4,}\Z")
"""A word of a cell, and neither an exponent (`1e9`) nor a sign of something (`a9`)."""
_NUMBER_SIGNS = frozenset("§#№")
"""Signs that number a paragraph or an item, with a space behind them or none."""
_MINUS_SIGNS = frozenset("-△▲▽▼")
_MONEY_SIGNS = frozenset("$¥€£")
_GLUE_BEFORE = _NUMBER_SIGNS | frozenset("/_\\^×*@±<>&°′″")
_FOOTNOTE_MARKS = frozenset("※＊†")
_LONG_DASHES = frozenset("—―─━ー")
_ENDS = frozenset(".,;)]|\n")
_GLUE_AFTER = frozenset("/_\\^×*±°′″")
_LETTER_AFTER = re.compile(r"[ \xa0][A-Z](?![\w.])")
_NUMBER_AFTER = re.compile(r"[ \xa0]?'000|[ \xa0]10\^|-{1,2}[0-9]|-[ \xa0]{0,3}(?:\Z|[\n|])")
_BASE_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}[ \xa0]?= \Z")
_NOTE_AFTER = re.compile(r"/(?=[ \xa0]|\Z)")
"""`1/` behind a figure is a footnote's."""
_FRACTION_AFTER = re.compile(r"[ \xa0]?(?:[½⅓⅔¼¾⅕⅛⅜⅝⅞]|[0-9]{1,2}/[0-9]{1,2}(?![0-9]))")
_PART_AFTER = re.compile(r" and[ \xa0]an?[ \xa0](?:half|quarter|third)(?![a-z])")
"""`3 million and a half`, `2 and a quarter`."""
_MINUTES_AFTER = re.compile(r":[0-5][0-9](?![0-9,.])")
_MEASURE_BEFORE = re.compile(r"[0-9][ \xa0]?([^\W0-9_]+)[ \xa0]?[(]\Z")
_MEASURE_IN_BRACKETS = re.compile(r"[a-z]{2,5}[)]")
_RATES = ("当たり", "当り", "あたり", "語")
_NUMERALS = frozenset("〇一二三四五六七八九")
_ORDINAL_MARK, _ORDINAL_PREFIX = "目", "第"


def is_glued_before(page: Page, atom: Atom) -> bool:
    """Letters and signs stuck to the number's front: `G7`, `COVID-19`, `ASEAN+3`, `No.5`, `1/3`, `2006=100`. Cells run together
    (`Exports31.1 billion yen`) are told by their currency or scale after a small letter."""
    text, start = page.text, atom.start
    before = text[start - 1]
    if (before in _MONEY_SIGNS or text[start - 2] in _MONEY_SIGNS) and _is_other_money(page, atom):
        return True
    if before == " ":
        if text[start - 2] in _NUMBER_SIGNS:
            return True
        if text[start - 2] == "0" and atom.scale is None and page.folded.endswith(("'000", "$000"), 0, start - 1):
            return True  # thousands, as `US$ '000` says
        if text[start - 2] == "=" and _BASE_YEAR.search(text, max(0, start - 8), start):
            return True  # `2010 = 100`
        return page.folded[start - 2] in "±-" and page.folded.endswith(("± ", "+/- "), 0, start)
    if before == "(":
        if start > 1 and page.folded[start - 2] in _MINUS_SIGNS:  # `-(3.2)` may be a loss or the loss of one
            return text.startswith(")", atom.digits_end)
        return start > 1 and text[start - 2] in _MONEY_SIGNS  # `US$(1,234)` is a loss, or a slip
    if before.isspace() or before in ":|" or (before == "/" and atom.is_stated and not text[start - 2].isdigit()):
        return False
    has_money = atom.currency is not None or atom.scale is not None
    further = text[start - 2] if start > 1 else " "
    if _is_letter(before):
        return not (has_money and before.islower() and _ENDS_A_WORD.search(text, max(0, start - _LONGEST_WORD), start))
    if before in "±-–−‐‑‒+.":
        if before == "±" or page.folded.endswith("+/-", 0, start):
            return True
        if before == further == "-":  # a dash behind a word, as in `Literacy--97.8%`
            return not text[start - 3 : start - 2].isalpha() and text[start - 3 : start - 2] != ")"
        return not (has_money and before == "." and (_is_letter(further) or further == ")")) and (
            before == "." or further.isalnum()
        )
    if before in _LONG_DASHES:  # a minus, or no sign at all
        return not further.isalnum()
    if before in _FOOTNOTE_MARKS:
        return not has_money and len(atom.number.digits) <= 2
    if before in "'’" or (before == "=" and further.isdigit() and not atom.is_stated):
        return True
    return before in _GLUE_BEFORE or before == _ORDINAL_PREFIX or _is_other_digit(before)


def _is_other_money(page: Page, atom: Atom) -> bool:
    """A sign of money that could not be read, for a letter stuck to it: that of `M$ 45.3` may be a scale or a country's."""
    if atom.currency is not None or atom.scale is not None:
        return False
    before = page.text[max(0, atom.start - 4) : atom.start].rstrip(" \xa0")
    return before[-1:] in _MONEY_SIGNS and before[-2:-1].isalpha()


def is_glued_after(page: Page, atom: Atom) -> bool:
    """Letters and signs stuck to the number's end: `40th`, `1990s`, `12-day`, `5年`, `35°`, `1e9`, `5.00-`, `1人当たり`,
    `3カ国語`; and the sign of a share behind the bracket of a loss: `(5.2)%`."""
    text, end = page.text, atom.end
    if end == len(text):
        return False
    if text[end] in _ENDS:
        return page.folded.startswith(")%", end) and text.startswith("(", atom.start - 1)
    if text.startswith(_RATES, end):
        return True
    after, next_after = text[end], text[end + 1 : end + 2]
    if after == " " and next_after.isalpha():
        if next_after == "a" and _PART_AFTER.match(text, end):
            return True
        return atom.end == atom.digits_end and _is_spoilt_behind_space(page, atom)
    if _FRACTION_AFTER.match(text, end) or after == _ORDINAL_MARK or _NUMBER_AFTER.match(page.folded, end):
        return True
    if after.isspace():
        return atom.end == atom.digits_end and next_after.isalpha() and _is_spoilt_behind_space(page, atom)
    if _is_other_digit(after) or (after in _GLUE_AFTER and (next_after.isdigit() or after in "°′″")):
        is_mark = after == "*" and atom.end != atom.digits_end  # of a footnote, as in `5 million yen*2`
        return not (atom.is_stated and (after == "/" or is_mark))
    if after in _NUMERALS or (not after.isascii() and unicodedata.category(after) == "Sc" and atom.currency is None):
        return True
    if atom.end != atom.digits_end:
        return False
    if (
        (_is_letter(after) and not _is_converted(page, atom))
        or (len(atom.number.digits) <= 2 and (_MINUTES_AFTER.match(text, end) or _NOTE_AFTER.match(text, end)))
        or (after in "-–" and next_after and _is_letter(next_after))
    ):
        return True
    return _is_clock_or_counter(page, end)


def _is_clock_or_counter(page: Page, end: int) -> bool:
    """A time, an era, a Japanese counter of ranks and dates, or another Chinese character right behind a number."""
    text, after = page.text, page.text[end]
    if page.lexicon.clock.match(page.folded, end):
        return True
    return ord(after) >= CJK and (page.lexicon.spoils.match(text, end) is not None or "\u4e00" <= after <= "\u9fff")


def _is_converted(page: Page, atom: Atom) -> bool:
    """The same measure again in another unit, which may be one that is not known: `10kg (25lbs)`."""
    if not _MEASURE_IN_BRACKETS.match(page.folded, atom.end) or page.lexicon.clock.match(page.folded, atom.end):
        return False
    found = _MEASURE_BEFORE.search(page.folded, max(0, atom.start - _MEASURE_REACH), atom.start)
    nouns = page.lexicon.nouns
    return found is not None and nouns.direct.get(found[1], "times") not in nouns.countable


def _is_spoilt_behind_space(page: Page, atom: Atom) -> bool:
    """A time, a Japanese counter of ranks and dates, or a capital that makes a name: `3 pm`, `21 世紀`, `5 G`."""
    text, end = page.text, atom.end
    if text[end + 1].isascii():
        is_name = len(atom.number.digits) == 1 and _LETTER_AFTER.match(text, end)
        return bool(is_name or page.lexicon.clock.match(page.folded, end))
    if "\u0370" <= text[end + 1] < "\u3000":  # `3 млн`
        return True
    counter = page.lexicon.spoils.match(text, end + 1)
    return counter is not None and not "\u4e00" <= text[counter.end() : counter.end() + 1] <= "\u9fff"


def _is_letter(char: str) -> bool:
    return char.isalpha() and ord(char) < CJK


def _is_other_digit(char: str) -> bool:
    return not char.isascii() and unicodedata.category(char) in ("Nd", "No") and not "０" <= char <= "９"
