"""`lone_date`: the one date that a text is, or holds among a few other words.

Here it is refused rather than guessed: what stands beside the date may make another of it. What is left of a text must be
words that change nothing, times of day, amounts and ranks; other figures may be days, months or years of another date.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.normalize.dates.calendar import DateValue
from pipeline.normalize.dates.lexicon import lexicon
from pipeline.normalize.dates.pieces import fold
from pipeline.normalize.dates.respelled import compact, named_eras
from pipeline.normalize.dates.running import FoundDate, find_dates
from pipeline.normalize.dates.tokens import tokenize
from pipeline.normalize.dates.values import NO_DATE
from pipeline.normalize.dates.whole import PART_OF_YEAR, parse_date
from pipeline.normalize.refusal import Refusal

LONGEST_LINE = 500
"""A text with more characters than this is prose, not a date among a few other words."""

_ZONE = r"(?: ?(?:UTC|GMT)| ?Z(?![^\W_]))?(?: ?[+-][0-9]{2}(?::?[0-9]{2})?)?(?!:?[0-9])"
_HOUR = r"(?:[01]?[0-9]|2[0-3])"
_CLOCK = re.compile(
    rf"(?:(?<=[0-9])[Tt]|(?<![0-9.:,/+-])){_HOUR}:[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]++)?)?(?: ?[ap]\.?m\b\.?)?{_ZONE}"
    rf"|(?<=[0-9])T(?:[01][0-9]|2[0-3])(?:[0-5][0-9]){{0,2}}{_ZONE}"
    r"|\b(?:UTC|GMT) ?[+-][0-9]{1,2}(?::?[0-9]{2})?(?![0-9:])"
    r"|(?:(?<=[0-9])—|(?<![0-9.:,/+-]))(?:(?:1[0-2]|0?[1-9]) ?[ap]\.?m\b\.?|(?<=—)(?:noon|midnight)\b)"
    r"|(?:午前|午後)?[0-9]{1,2} ?時(?: ?[0-9]{1,2} ?分(?: ?[0-9]{1,2} ?秒)?)?",
    re.IGNORECASE,
)
_OF_A_MONTH = (
    "first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|[a-z]+teen|twentie|thirtie)th|last|day|eve"
)
_DATE = "\0"
_TOUCHING = re.compile(
    rf"(?:[~?][ ]?|%|\.\.|(?<![ ])[-–—_/]|\A[-–—]|\b(?i:{_OF_A_MONTH}) (?i:of )(?i:the )?|\b(?i:to ))\0"
    r"|\0(?:[ ]?[?~/→<>≤≥+±]|[ ]?->|[ ]?[-–—~][ ]?(?i:current|date)|\.\.|[-–—_][^ ]"
    r"|[a-zX@]|T[0-9]|[ ]?[0-9]|[ ]?\([0-9?~]|[ :]?M[01]?[0-9](?![0-9]))"
)
"""Signs, letters and figures that touch a date may be a part of it, and so may `the first of` in front of it; behind `to`
it is the end of something."""
_BASE = re.compile(
    r"(?<![0-9])(?<![0-9] )[$¥€£￥](?! ?[0-9])|=|\bPPP\b|\0 (?:[A-Z][A-Za-z.]*+ )?(?:dollars|euros?|pounds|yen)\b"
)
"""A currency without an amount, or an equals sign: the year is the base of prices or of an index."""
_STRANGE = re.compile(
    r"[^\W\d_A-Za-zªºÀ-\u024f\u0300-\u036f\u1e00-\u1eff\u3005-\u30ff\u31f0-\u9fff\uf900-\ufaff\uff66-\uff9f]"
)
"""A letter that is neither Latin nor Japanese: nobody here knows whether `2000 лет` is a year."""
_OPEN_START = re.compile(r"\s*[-–—] ?[0-9]{4}")
_FIGURE = re.compile(r"(?<![0-9])[0-9]++(?:[.,/:-][0-9]++)*+(?:st|nd|rd|th)?")
_COUNT = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})++|[0-9]{3}|[0-9]{5,}")
_WORD_BEHIND = re.compile(r"[\s-]*+([%％]|[^\W\d_]++)?")
_SIGN_BEFORE = re.compile(r"(?:[$¥€£#№￥]|\b[Nn]o\.|\b[A-Z]+) ?\Z")
_ITEM = re.compile(r"\s*\(?[0-9]{1,2}\)")
_TITLE = re.compile(r"\0(?: [A-Z][a-z]++(?: (?:of|the|and|in|for)(?= ))*+)+\Z")
_BARE = re.compile("[0-9]{4}(?:-2[1-4])?")
"""A year alone, or with its season."""
OTHER_YEAR = Refusal("a crop year or the like is no calendar year")
_MONTHS = frozenset("Mmj")
_NAMING = frozenset("^KxOT&in")
"""Kinds of a title's words: none of them tells of a date, an office or where a figure is from."""
_PRECISE = 10
"""The length of a day in EDTF."""


def lone_date(text: str) -> DateValue | Refusal:
    """The one date of a text. A time of day beside a day is left out.

    >>> lone_date("Established on July 24, 2006").edtf, lone_date("3 May 2013, 10:30").edtf
    ('2006-07-24', '2013-05-03')
    >>> lone_date("July 2006 and May 2008").reason, lone_date("before May 2008").reason
    ('several dates', 'beside the date stands: before')
    """
    value = parse_date(text)
    if value not in (NO_DATE, PART_OF_YEAR) or len(text) > LONGEST_LINE:
        return value
    folded = named_eras(fold(text))
    if (other := compact(folded)) != folded:
        return parse_date(other)
    timeless = _CLOCK.sub(lambda clock: " " * len(clock[0]), folded)
    if timeless == folded:
        return _among_words(folded, value)
    value = parse_date(timeless)
    if value in (NO_DATE, PART_OF_YEAR):
        value = _among_words(timeless, value)
    return value if isinstance(value, Refusal) or _is_of_days(value) else Refusal("a time of day without a day")


def _is_of_days(value: DateValue) -> bool:
    return all(len(part) == _PRECISE for part in value.edtf.split("/"))


def _among_words(text: str, none: DateValue | Refusal) -> DateValue | Refusal:
    """The only date found in a text that is none as a whole, unless what stands beside it may change its meaning."""
    found = find_dates(text)
    if not found:
        return OTHER_YEAR if lexicon().other_years.search(text) else none
    if len({date.value for date in found}) > 1:
        return Refusal("several dates")
    rest = _without(text, found)
    if lexicon().other_years.search(rest):
        return OTHER_YEAR
    if _TOUCHING.search(rest) or _OPEN_START.match(text):
        return Refusal("what touches the date may belong to it")
    if found[0].start == 0 and _BARE.fullmatch(found[0].value.edtf) and _is_title(rest):
        return Refusal("a title may begin with a year")
    if _STRANGE.search(rest):
        return Refusal("what stands beside the date is of a script that is not read")
    if _BASE.search(rest):
        return Refusal("the year may be that of prices")
    if changing := _changing_words().search(rest):
        return Refusal(f"beside the date stands: {changing[0].lower()}")
    if any(_may_be_of_a_date(rest, figure) for figure in _FIGURE.finditer(rest)):
        return Refusal("other figures stand beside the date")
    if not _MONTHS.isdisjoint(tokenize(rest).kinds):
        return Refusal("a month stands beside the date")
    return found[0].value


def _is_title(rest: str) -> bool:
    """Whether a year leads to capitals and nothing else (`1812 Overture`): no word tells that a figure is of that year."""
    return _TITLE.match(rest) is not None and set(tokenize(rest[1:]).kinds) <= _NAMING


def _without(text: str, found: list[FoundDate]) -> str:
    """The text with a sign in place of each date."""
    ends = [0, *(date.end for date in found)]
    starts = [*(date.start for date in found), len(text)]
    return _DATE.join(text[end:start] for end, start in zip(ends, starts, strict=True))


def _may_be_of_a_date(rest: str, figure: re.Match[str]) -> bool:
    """Whether a figure may be a day, month or year: it counts nothing, is no amount, no rank and no item's number."""
    printed, start, end = figure[0], *figure.span()
    if start < 4 and _ITEM.match(rest) and printed.isdigit():
        return False
    if _SIGN_BEFORE.search(rest, max(0, start - 8), start):
        return False
    if _COUNT.fullmatch(printed):
        return False
    behind = _WORD_BEHIND.match(rest, end)
    word = behind[1] if behind else None
    if not printed[-1].isdigit():
        return word is None or not word.islower() or lexicon().words.get(word, ("x",))[0] not in "xiG$"
    return word is None or not (word in "%％" or _counts(word))


def _counts(word: str) -> bool:
    kind = lexicon().words.get(word, ("x",))[0]
    return kind in ("$", "G") or word[0] in _counters()


@cache
def _counters() -> frozenset[str]:
    return frozenset(lexicon().counters)


@cache
def _changing_words() -> re.Pattern[str]:
    words = lexicon().changing
    latin = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words if word.isascii())
    return re.compile(rf"(?<![^\W_])(?i:{latin})(?![^\W_])|{'|'.join(word for word in words if not word.isascii())}")
