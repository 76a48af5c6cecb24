"""A line of figures taken apart: its label, its figures, its brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.figures.brackets import bracket_spans
from pipeline.extract.figures.in_words import number_alone
from pipeline.normalize.amounts import Amount, UnitContext, find_amounts
from pipeline.normalize.dates import find_dates
from pipeline.patterns import has_japanese

DIGIT = re.compile("[0-9０-９]")
COLON = re.compile(r"[:：](?!//)")
RATE = re.compile(r"(?<![0-9.,])(?:1(?:0{1,3}|,000)?|１)\s?[^\s0-9.,＝=（）()]{1,20}\s?[＝=]")
"""What the figure behind it is reckoned for: `1米ドル＝約120円`."""
SIGN_BEHIND = re.compile("(?<=[0-9])[A-Z]{1,3}(?![A-Za-z])")
"""How a currency that is not known may be written behind its figure: `1ドル＝5.79LE`."""
MOST_LABEL_WORDS, FARTHEST_FIGURE = 16, 60
GIVING = re.compile(
    r"[\w)] (?:has |had |also )?(?:extended|provided|sent|gave|given|donated|contributed|pledged|offered|announced|decided|received)\b"
)
"""What somebody did makes a story of a sentence before its figure, where no colon makes it a label."""
CHANGED = re.compile(
    r"\b(?:rose|risen|grew|grown|fell|fallen|(?:in|de)creased|declined|dropped|expanded|shrank)"
    r" (?:by\b|[0-9]{1,3}(?:\.[0-9]{1,2})?\s?(?:%|percent)[^.;0-9]{0,60} to\b)|\brespectively\b"
)
"""What a figure changed by is not that figure, and several told in one order are no figures of one label."""
SAID_OF = re.compile(
    r"\A(?:また|さらに|なお|一方|他方)、|(?<=[^、。\s])[はが]、?(?:[0-9０-９年度月末からまで～〜]{4,24}[には]{0,2}、?)?(?:約|およそ|総額|合計|計)?\Z"
)
"""What makes a sentence of a label in Japanese: `また、在留邦人数は`."""
WHEN = re.compile(r"(?:(?:in|for|as of|until|during|at the end of) )?(?:the )?", re.I)
YEAR_BEHIND = re.compile(r"(?<=[ぁ-んァ-ヿ一-鿿])[ \t\u3000]+[12][0-9]{3}年度?末?\Z")
"""The year of the first figure, which is no part of a label in Japanese: `直接投資　2012年　12億円`."""
LONGEST_JAPANESE = 40
"""Of a label in Japanese, whose words no spaces part."""
LEAD = re.compile(rf"\s*+(?:\S++\s*+){{0,{MOST_LABEL_WORDS}}}+")
LONGEST_OPENING = 40
"""Of a figure's own words, `more than approximately`, up to its number."""


class Shape(NamedTuple):
    """A line taken apart. Offsets count from the line's first word; `plain` is its text with the brackets blanked, and
    `amounts` stand outside them."""

    text: str
    plain: str
    label: str
    label_end: int
    brackets: tuple[tuple[int, int], ...]
    amounts: tuple[Amount, ...]
    inner: tuple[Amount, ...]


def read_shape(text: str, unit: UnitContext) -> Shape:
    """Take a line apart into its label, its figures and its brackets."""
    brackets, plain = bracket_spans(text), without_brackets(text)
    rate = RATE.search(plain) if has_japanese(text) else None
    unit = unit._replace(unit=None, unit_mult=0) if rate else unit
    amounts = find_amounts(text, context=unit, skip=[(d.start, d.end) for d in find_dates(text)])
    if rate and not any(amount.start >= rate.end() for amount in amounts):
        words = SIGN_BEHIND.sub(lambda sign: " " * len(sign[0]), text)
        amounts = find_amounts(words, context=unit, skip=[(d.start, d.end) for d in find_dates(text)])
    outer = tuple([amount for amount in amounts if plain[amount.start] == text[amount.start]])
    inner = tuple([amount for amount in amounts if plain[amount.start] != text[amount.start]])
    if rate:
        outer = tuple([amount for amount in outer if amount.start >= rate.end()])
        label = " ".join(plain[: rate.start()].strip(" -•・:：").split())
        return Shape(text, plain, label, rate.start(), brackets, outer, inner)
    colon = COLON.search(plain)
    if not outer and (alone := number_alone(text, plain, colon.end() if colon else 0)):
        outer = (alone,)
    if colon and (not outer or colon.end() <= outer[0].start):
        label = " ".join(text[: colon.start()].strip(" -•").split())
        if not outer and _says_nothing(text[colon.end() :], inner):
            outer, inner = inner, ()
        return Shape(text, plain, label, colon.end(), brackets, outer, inner)
    first = outer[0].start if outer else len(text)
    behind = outer[1].start if len(outer) > 1 else len(plain)
    label = plain[:first].strip(" -•,") if outer else plain.strip(" .")
    if outer and not label and not has_japanese(text):
        label = _unless_dated(plain[outer[0].end : behind].strip(" -•,.;"))
        is_of_figure = label.startswith(":") and outer[0].unit_basis == "stated"  # `3 billion yen: fish, timber`
        label = "" if is_of_figure else label
    label = (
        SAID_OF.sub("", YEAR_BEHIND.sub("", label)) if has_japanese(label) else label or _opening_words(text, brackets)
    )
    return Shape(text, plain, " ".join(label.split()), first, brackets, outer, inner)


def _says_nothing(words: str, inner: tuple[Amount, ...]) -> bool:
    """Whether the only words behind a label stand in a bracket and say that there is no figure: `FY 2015: (under compilation)`.
    A number in such a bracket may be a loss."""
    words = words.strip()
    return (
        len(inner) == 1
        and inner[0].value is None
        and words[:1] + words[-1:] in ("()", "（）")
        and (words[1:-1].strip() == inner[0].printed)
    )


def _unless_dated(words: str) -> str:
    """The words behind a figure; empty where they only say when: `3,405 in 2003, 3,892 in 2004`."""
    words = words.removesuffix(" and")
    dates = find_dates(words)
    is_date = len(dates) == 1 and WHEN.fullmatch(words[: dates[0].start]) and dates[0].end == len(words)
    return "" if is_date else words


def _opening_words(text: str, brackets: tuple[tuple[int, int], ...]) -> str:
    """The words of the bracket that a line begins with, where all its words stand in brackets: `(Exports) 112 million yen`."""
    words = text[slice(*brackets[0])].strip("()（）[] ") if brackets and not text[: brackets[0][0]].strip(" -•") else ""
    return words if words and not DIGIT.search(words) else ""


def label_before(shape: Shape, n: int) -> str:
    """The words right before a figure, where a line has several figures with labels of their own: its last part by colons.

    `Trade (2008): Exports to Romania: 3 yen; Imports from Romania: 2 yen` has `Exports to Romania` and `Imports from Romania`.
    """
    start = shape.amounts[n - 1].end if n else 0
    words = " ".join(shape.plain[start : shape.amounts[n].start].split())
    pieces = [piece.strip(" \u3000,;.-/／、；，") for piece in COLON.split(words)]
    named = [piece for piece in pieces if any(map(str.isalpha, piece))]
    is_dated = bool(named) and len(pieces) > 1 and named == pieces[-1:]  # `2014: Exports 3 yen`
    return SAID_OF.sub("", named[-1]) if named and (n or len(named) > 1 or is_dated) else ""


def label_behind(shape: Shape, n: int) -> str:
    """The words in the bracket right behind a figure: `18 million yen (exports), 300 million yen (imports)`."""
    stop = shape.amounts[n + 1].start if n + 1 < len(shape.amounts) else len(shape.text)
    inside = (shape.text[a:b] for a, b in shape.brackets if shape.amounts[n].end <= a < stop)
    return next(inside, "").strip("()（）[] ")


def is_terse(shape: Shape) -> bool:
    """Whether a line states figures rather than tells a story: a label or few words around them."""
    is_labelled = shape.label_end < shape.amounts[0].start
    if not is_labelled and shape.text.endswith(".") and (GIVING.search(shape.label) or CHANGED.search(shape.text)):
        return False
    if has_japanese(shape.label):
        return len(shape.label) <= LONGEST_JAPANESE and "。" not in shape.label
    return len(shape.label.split()) <= MOST_LABEL_WORDS and shape.amounts[0].start - shape.label_end <= FARTHEST_FIGURE


def may_be_terse(text: str, told: Iterable[tuple[int, int]]) -> bool:
    """Whether a figure stands near enough to the beginning of a line for `is_terse`, by the first of its sentences alone.

    These are read one by one, as the readers of prose do, to whom they are left where they hold none. One without a
    word is the number of a paragraph.

    >>> may_be_terse("1. Exports: 12 million yen", [(0, 2), (3, 26)]), may_be_terse("In 2010 he came.", [(0, 16)])
    (True, False)
    """
    plain = without_brackets(text)
    lead = LEAD.match(plain)
    last = (lead.end() if lead else 0) + FARTHEST_FIGURE + LONGEST_OPENING
    for start, end in told:
        if start >= last:
            break
        words = plain[start:end].rstrip()  # `None` ends a line, whatever stands in the bracket behind it
        amounts = find_amounts(words, skip=[(date.start, date.end) for date in find_dates(words)])
        if amounts and any(map(str.isalpha, words)):
            return start + amounts[0].start < last
    return False


@lru_cache(maxsize=64)  # as for `bracket_spans`
def without_brackets(text: str) -> str:
    """A text with its brackets blanked, so that offsets stay."""
    return without_spans(text, bracket_spans(text))


def without_spans(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text with stretches blanked, so that offsets stay."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
