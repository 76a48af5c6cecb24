"""Whether a sign, code or word of money beside a number is a currency, and this number's."""

from __future__ import annotations

import re

from pipeline.normalize.amounts.numbers import NUMBER
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.phrases import NO_WORDS

_PLURAL_NEXT = re.compile(r"[ \xa0]{1,2}[a-z]{3,20}s(?![a-z])")
DIGIT_NEXT = re.compile(r"[ \xa0]{0,2}[0-9]")


def is_currency(page: Page, phrase: str, start: int, has_scale: bool) -> bool:
    """Codes count in capitals only, and words of other meanings only beside a scale."""
    words = page.lexicon
    if phrase in words.after_scale:
        return has_scale
    printed = page.text[start : start + len(phrase)]
    if phrase not in words.codes:
        return phrase not in words.hundredths or printed != words.hundredths[phrase]
    return printed.isupper() and (has_scale or printed not in words.word_codes)


def is_money_before(page: Page, phrase: str, place: int, start: int, *, has_scale: bool) -> bool:
    """Whether a phrase before a number is a currency: capitals of other meanings are one where the number has a scale
    (`RM 2.5 million`)."""
    if is_currency(page, phrase, place, has_scale):
        return True
    number = NUMBER.match(page.folded, start)
    if number is None or not page.text[place : place + len(phrase)].isupper():
        return False
    word, _, _ = page.lexicon.right.match(page.folded, number.end())
    return word.kind == "scale" and is_currency(page, phrase, place, has_scale=True)


def is_glued_sign(page: Page, currency: str, place: int, floor: int) -> bool:
    """Whether the sign before a number is stuck to the number before: `35€ 99` may be one price, `1250€600` two."""
    return len(currency) == 1 and place == floor and place > 0 and page.folded[place - 1].isdigit()


def belongs(page: Page, phrase: str, start: int, end: int, *, has_scale: bool, is_told: bool) -> bool:
    """Whether a currency after a number is this number's, not the next one's or a loan's. `is_told`: the number has one
    before it."""
    if not is_currency(page, phrase, start, has_scale):
        return False
    if page.text[end : end + 1] in NO_WORDS:
        return True
    if phrase == "$" and page.text[end].isalpha():
        return False
    if not has_scale and page.lexicon.lends_to.match(page.folded, end):
        return False
    if not has_scale and phrase in page.lexicon.codes and _PLURAL_NEXT.match(page.text, end):
        return False
    after = DIGIT_NEXT.match(page.folded, end)
    if not after:
        return True
    printed = page.text[start:end]
    next_number = NUMBER.match(page.folded, after.end() - 1) if not is_told else None
    if next_number and page.folded.startswith((printed.lower(), f" {printed.lower()}"), next_number.end()):
        return True  # every number has it behind: `59,90 EUR 599,00 EUR`
    return phrase[-1].isalpha() and (printed.islower() or (has_scale and not is_told))


def is_between(page: Page, start: int, end: int) -> bool:
    """Whether the sign behind a number may be the next one's, to which it is as near: `35€ 99`."""
    is_glued = end - start == 1 and page.folded[start - 1].isdigit()
    return is_glued and DIGIT_NEXT.match(page.folded, end) is not None
