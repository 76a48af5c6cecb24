"""Units that headings print for the numbers below them: `(Yen: billion)`, `Unit: US$ million`, `百万円`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.normalize.amounts.lexicon import Lexicon, lexicon
from pipeline.normalize.amounts.model import UnitContext
from pipeline.normalize.amounts.money_words import DOLLAR_SIGN, YEN_SIGN
from pipeline.normalize.amounts.numbers import fold
from pipeline.normalize.amounts.phrases import Word

MAX_LENGTH = 2_000
_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{1,80})[)\]]")
_MARKED = re.compile(
    r"(?<![a-z])(?:units?|単位)[ \xa0]{0,2}[:=][ \xa0]{0,2}([^()\n]{1,80})|(?<![a-z])in[ \xa0]{1,2}([^()\n:]{1,60})"
)
TEN = re.compile(r"(?:1[0,]{1,16}|'?000(?:,000)*+)(?<=0)(?:'?s(?![a-z]))?(?![0-9.])")
_FACTOR = re.compile(r"[(\[]?(?:in[ \xa0]|[x×])|.*0'?s[)\]]?\Z")
"""`1,000` alone is a figure, `in 1,000`, `x 1,000` and `1,000s` are none."""
_NONZERO = frozenset("123456789")
_FILLER = re.compile(
    r"[ \xa0\n:/,.()\[\]'-]{1,8}|[x×](?=[ \xa0]?1[0,])|(?:in|of|unit|units|the|amount|value|current|annual|単位)(?![a-z])"
)
_SHARE_OF = re.compile(r"[ \xa0]of[ \xa0][^0-9()\n,;]{1,60}")
"""`% of GDP` is percent."""
_NO_CONTEXT = UnitContext()
SHARED = "a currency that several countries share, without the country"
"""What is noted of a currency that has no code for it."""


def parse_unit(text: str, context: UnitContext = _NO_CONTEXT) -> tuple[str | None, int] | None:
    """The unit and power of ten that a heading, caption or label states; `None` where it states none.

    The whole text may be the unit, or a bracket in it, a piece after `Unit:` or one after `in`. A scale without a
    unit gives `(None, power)`. Two brackets that state different units state none. Bare signs mean what `context`
    says.

    >>> parse_unit("Japan-Mongolia Trade (Yen: billion)"), parse_unit("in Japanese Yen"), parse_unit("Trade (2016)")
    (('JPY', 9), ('JPY', 0), None)
    """
    text = text[:MAX_LENGTH]
    folded = fold(text)
    whole = read_piece(text, folded, context, alone=True)
    if whole is not None:
        return whole
    found = []
    for start, end in _pieces(folded):
        unit = read_piece(text[start:end], folded[start:end], context)
        if unit is not None and unit not in found:
            found.append(unit)
    return found[0] if len(found) == 1 else None


def _pieces(folded: str) -> Iterator[tuple[int, int]]:
    """Where a unit may stand in a heading: brackets, their parts between commas, and what follows `Unit:` or `in`."""
    for bracket in _BRACKETS.finditer(folded):
        start = bracket.start(1)
        for part in re.split(r"(?<=[,;])", bracket[1]):
            yield start, start + len(part.rstrip(",; "))
            start += len(part)
        if "," in bracket[1]:
            yield bracket.span(1)
    for marked in _MARKED.finditer(folded):
        yield marked.span(1 if marked[1] is not None else 2)


def read_piece(text: str, folded: str, context: UnitContext, *, alone: bool = False) -> tuple[str | None, int] | None:
    """A piece that is nothing but one scale, one currency or unit, and words such as `in`. A counted noun or a shared
    name alone is not taken for a unit where the piece is a heading (`Companies`)."""
    words, place = lexicon(), 0
    scales, letters, currencies, units = [], [], [], []
    while place < len(folded):
        word, start, end = words.right.match(folded, place)
        if not word.kind:
            other = TEN.match(folded, place) or _FILLER.match(folded, place)
            if other is None:
                return None
            if zeros := other[0].count("0"):
                scales.append(zeros)
            end = other.end()
        elif word.kind == "scale":
            scales.append(word.power)
        elif word.kind == "letter":
            letters.append(word.power)
        elif word.kind == "currency":
            currencies.append((word, text[start:end]))
            scales += [word.power] if word.power else []
        elif word.kind == "unit":
            units.append(word.code)
            if word.code == "percent" and (whole := _SHARE_OF.match(folded, end)):
                end = whole.end()
        else:
            return None
        place = end
    if (
        len(currencies) + len(units) > 1
        or len(scales) > 2
        or (letters and (scales or not currencies or len(letters) > 1))
    ):
        return None
    power = sum(scales or letters)
    if currencies:
        return _money(*currencies[0], power, words, context)
    if units:
        is_heading = alone and not power and folded[:1] not in "([" and units[0] != "percent"
        return None if is_heading else (units[0], power)
    return (None, power) if power and (_NONZERO.isdisjoint(folded) or _FACTOR.match(folded)) else None


def parted(code: str | None) -> tuple[str | None, str | None]:
    """The code of a currency, and that of any other unit: one of the two.

    >>> parted("JPY"), parted("persons")
    (('JPY', None), (None, 'persons'))
    """
    return (code, None) if code is not None and code.isupper() else (None, code)


def _money(word: Word, printed: str, power: int, words: Lexicon, context: UnitContext) -> tuple[str | None, int] | None:
    if word.phrase in words.codes and not (printed.isupper() and (power or printed not in words.word_codes)):
        return None
    if word.phrase in words.after_scale and not power:
        return None
    code, _ = resolve(word.code, context)
    return (code, power) if code or power else None


def resolve(meaning: str, context: UnitContext) -> tuple[str | None, str | None]:
    """The ISO 4217 code of what the lexicon knows of a printed currency, or a note why there is none."""
    if meaning[0] != "@":
        return meaning, None
    if meaning == YEN_SIGN:
        return context.yen_sign, None if context.yen_sign else "a bare ¥ has no currency here"
    if meaning == DOLLAR_SIGN:
        return context.dollar_sign, None if context.dollar_sign else "a bare $ has no currency here"
    return None, SHARED
