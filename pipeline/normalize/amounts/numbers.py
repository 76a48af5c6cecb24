"""The number itself: where digits stand in a text, and which decimal they print.

A number is read exactly or not at all. `1,23` is taken for a slip of the decimal point, with a note; `1,2345`,
`007`, exponents and more than thirty digits are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Context, Decimal

MAX_DIGITS = 30
FIRST_YEAR, LAST_YEAR = 1000, 2099
FIRST_MODERN_YEAR = 1850
YEAR = r"(?:1[89]|20)[0-9]{2}"
"""The figures of a year beside which labels say their units."""
EXACT = Context(prec=4 * MAX_DIGITS)
COMMA_SLIP = "decimal comma read as a decimal point"
MYRIADS = {"万": 4, "億": 8, "兆": 12}

_SPACED = r"[0-9]{0,2}(?:[ \xa0][0-9]{3}){1,10}+(?![0-9])(?:[.,][0-9]{1,9}+)?(?![.,]?[0-9])"
_REST = r"[0-9]*+(?:[.,'][0-9]++)*+"
ORDINAL = re.compile(r"[ \xa0]?(?:st|nd|rd|th|(?:hundred|thousand|[mb]illion|trillion)ths?)(?![a-z])")
LABELLED = re.compile(r"[:：|][ \xa0]{0,4}\Z")
"""What stands before the value of a label or a cell."""
# The first digit stands before the choice, so that the search skips from digit to digit.
NUMBER = re.compile(rf"[0-9](?:(?P<spaced>{_SPACED})|{_REST}(?:[十百千万億兆]{{1,2}}[0-9]{_REST})*+)")

_GROUPED = re.compile(
    r"([1-9][0-9]{0,2}(?:,[0-9]{3})++|[1-9][0-9]?(?:,[0-9]{2}(?=,))++,[0-9]{3}"
    r"|[1-9][0-9]{0,2}(?:'[0-9]{3})++|[1-9][0-9]{0,2}(?:[ \xa0][0-9]{3})++)(?:\.([0-9]++))?"
)
_QUOTES = re.compile(r"([1-9][0-9]{0,2}(?:'[0-9]{3})++),([0-9]{1,2})")
_POINTS = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})++(?=,|\Z))(?:,([0-9]{1,2}))?")
_COMMA = re.compile(r"(0|[1-9][0-9]*+|[1-9][0-9]{0,2}(?:[ \xa0][0-9]{3})++),([0-9]{1,2})|(0),([0-9]++)")
_SEPARATORS = re.compile(r"[,.' \xa0]")
_MYRIAD = re.compile(r"([十百千万億兆]++)")

# One character for one: offsets into the folded text are offsets into the text.
_FOLD: dict[int, str] = {
    **{0xFF01 + i: chr(0x21 + i).lower() for i in range(94)},
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFE63), "-"),
    **dict.fromkeys((0x2018, 0x2019, 0x02BC), "'"),
    **dict.fromkeys((0x2007, 0x2008, 0x2009, 0x202F), "\xa0"),
    **dict.fromkeys((0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x200A, 0x3000, 0x09, 0x0D), " "),
    **dict.fromkeys((0x301C, 0xFF5E, 0x223C), "~"),
    0xFFE5: "¥",
    0xFFE1: "£",
    0x066B: ".",
    0x066C: ",",
    0x3001: ",",
}
_FOLDABLE = re.compile("[" + re.escape("".join(map(chr, _FOLD))) + "]++")


@dataclass(slots=True)
class Number:
    """A number as printed, before its scale: `digits` without separators, the last `decimals` of them after the point.

    `above` is what larger parts of a Japanese number add (`1兆` of `1兆2,345億`) and `above_power` the power of ten of
    the smallest of them, which the rest must stay below.
    """

    digits: str
    decimals: int
    is_grouped: bool = False
    note: str | None = None
    above: Decimal | None = None
    above_power: int = 0

    @property
    def has_unclear_point(self) -> bool:
        """`1.234`: on the continent that is what `1,234` is in English."""
        if self.decimals != 3 or self.is_grouped or self.note:
            return False
        return 1 <= len(self.digits) - 3 <= 3 and self.digits[0] != "0"

    @property
    def is_bare(self) -> bool:
        """Nothing but digits: what years, days and item numbers look like."""
        return not self.is_grouped and not self.decimals and self.above is None

    @property
    def is_like_a_year(self) -> bool:
        """Nothing but the four digits of a year."""
        return len(self.digits) == 4 and self.digits[0] in "12" and self.is_bare and int(self.digits) <= LAST_YEAR


def fold(text: str) -> str:
    """The text in lower case, full-width signs as plain ones, dashes and spaces made alike; of the same length.

    >>> fold("３，８０１ Million–Yen")
    '3,801 million-yen'
    """
    folded = text.lower()
    if text.isascii():
        return folded if folded.isprintable() else folded.replace("\t", " ").replace("\r", " ")
    if len(folded) != len(text):
        folded = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return _FOLDABLE.sub(lambda run: run[0].translate(_FOLD), folded)


def parse_number(printed: str) -> Number | None:
    """The number that folded digits with separators print, `None` where they print none or more than one reading.

    >>> parse_number("1,878"), parse_number("1,2345")
    (Number(digits='1878', decimals=0, is_grouped=True, note=None, above=None, above_power=0), None)
    """
    whole, _, fraction = printed.partition(".")
    if whole.isdigit() and (fraction.isdigit() or len(whole) == len(printed)):
        digits = whole + fraction
        is_sound = (whole[0] != "0" or whole == "0") and len(digits) <= MAX_DIGITS
        return Number(digits, len(fraction)) if is_sound else None
    if len(printed) > 2 * MAX_DIGITS:
        return None
    if found := _GROUPED.fullmatch(printed):
        return _number(found[1], found[2], is_grouped=True)
    if "." in printed and (found := _POINTS.fullmatch(printed)) and (found[2] or found[1].count(".") > 1):
        return _number(found[1], found[2], is_grouped=True, note="points read as thousands separators")
    if "'" in printed and (found := _QUOTES.fullmatch(printed)):
        return _number(found[1], found[2], is_grouped=True)
    if found := _COMMA.fullmatch(printed):
        return _number(found[1] or found[3], found[2] or found[4], note=COMMA_SLIP)
    return _parse_myriads(printed)


def _number(whole: str, fraction: str | None, *, is_grouped: bool = False, note: str | None = None) -> Number | None:
    whole = whole.replace(",", "")
    if not whole.isdigit():
        whole = _SEPARATORS.sub("", whole)
    digits = whole + (fraction or "")
    return Number(digits, len(fraction or ""), is_grouped, note) if len(digits) <= MAX_DIGITS else None


def _parse_myriads(printed: str) -> Number | None:
    """`1兆2,345` of `1兆2,345億`: parts in falling order, each below the one before; tens and hundreds are refused."""
    parts = _MYRIAD.split(printed)
    last = parse_number(parts[-1]) if len(parts) > 1 else None
    if last is None:
        return None
    above, power = Decimal(0), 99
    for printed_part, word in zip(parts[0:-1:2], parts[1::2], strict=True):
        part, scale = parse_number(printed_part), MYRIADS.get(word, 99)
        if part is None or part.decimals or scale >= power:
            return None
        value = scaled(part, scale)
        if power < 99 and value >= 10**power:
            return None
        above, power = EXACT.add(above, value), scale
    return replace(last, above=above, above_power=power, is_grouped=True)


def scaled(number: Number, power: int, *, negative: bool = False) -> Decimal:
    """The exact value of a number times ten to the power, written without an exponent.

    >>> str(scaled(Number("311", 1), 9))
    '31100000000'
    """
    digits, places = number.digits, number.decimals - power
    if places < 0:
        digits += "0" * -places
    elif places:
        digits = digits.rjust(places + 1, "0")
        digits = f"{digits[:-places]}.{digits[-places:]}"
    value = Decimal(digits)
    if number.above is not None:
        value = EXACT.add(number.above, value)
    return EXACT.minus(value) if negative and value else value
