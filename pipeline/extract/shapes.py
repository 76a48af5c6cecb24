"""A line of figures taken apart: its label, its figures, its brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.extract.brackets import Part, bracket_spans, read_bracket
from pipeline.extract.periods import CUMULATIVE
from pipeline.normalize.amounts import Amount, UnitContext, find_amounts
from pipeline.normalize.dates import DateValue, find_dates
from pipeline.publishers import Topic

DIGIT = re.compile("[0-9０-９]")
COLON = re.compile(r"[:：](?!//)")
JOINING = frozenset([
    "case", "cases", "investment", "investments", "project", "projects", "company", "companies", "and", "or",
    "in", "for", "to", "of", "the", "a", "an", "about", "around", "approximately", "approx", "as", "at", "end",
    "fy", "fiscal", "year", "worth", "total", "is", "was", "were", "equivalent", "yen", "dollars", "over",
    "more", "than", "respectively",
])  # fmt: skip
"""Words between two figures of a line that say nothing new of the second."""
MOST_LABEL_WORDS, FARTHEST_FIGURE = 16, 60
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
    amounts = find_amounts(text, context=unit, skip=[(d.start, d.end) for d in find_dates(text)])
    outer = tuple([amount for amount in amounts if plain[amount.start] == text[amount.start]])
    inner = tuple([amount for amount in amounts if plain[amount.start] != text[amount.start]])
    colon = COLON.search(plain)
    if colon and (not outer or colon.end() <= outer[0].start):
        return Shape(text, plain, text[: colon.start()].strip(" -•"), colon.end(), brackets, outer, inner)
    first = outer[0].start if outer else len(text)
    behind = outer[1].start if len(outer) > 1 else len(plain)
    label = plain[:first].strip(" -•,") or plain[outer[0].end : behind].strip(" -•,.") if outer else plain.strip(" .")
    label = label or _opening_words(text, brackets)
    return Shape(text, plain, re.sub(r"\s+", " ", label), first, brackets, outer, inner)


def _opening_words(text: str, brackets: tuple[tuple[int, int], ...]) -> str:
    """The words of the bracket that a line begins with, where all its words stand in brackets: `(Exports) 112 million yen`."""
    words = text[slice(*brackets[0])].strip("()（）[] ") if brackets and not text[: brackets[0][0]].strip(" -•") else ""
    return words if words and not DIGIT.search(words) else ""


def label_before(shape: Shape, n: int) -> str:
    """The words right before a figure, where a line has several figures with labels of their own: its last part by colons.

    `Trade (2008): Exports to Romania: 3 yen; Imports from Romania: 2 yen` has `Exports to Romania` and `Imports from Romania`.
    """
    start = shape.amounts[n - 1].end if n else 0
    words = shape.plain[start : shape.amounts[n].start]
    pieces = [piece.strip(" ,;.-/") for piece in COLON.split(words)]
    named = [piece for piece in pieces if any(sign.isalpha() for sign in piece)]
    return named[-1] if named and (n or len(named) > 1) else ""


def reach(shape: Shape, n: int) -> int:
    """How far the words behind a figure are said of it: up to the next one, and past it where the two are told as one.

    `15 cases, 2.5 billion yen (from 1951 to 2004)`: the bracket is said of both.
    """
    amounts = shape.amounts
    m = n + 1
    while m < len(amounts) and amounts[m].unit != amounts[n].unit:
        if not is_joined(shape.text[amounts[m - 1].end : amounts[m].start]):
            break
        m += 1
    return amounts[m].start if m < len(amounts) else len(shape.text)


def clause_end(shape: Shape, n: int, stop: int) -> int:
    """Where the words end that are said of a figure, and those before the next one begin: at the last comma or semicolon."""
    amounts = shape.amounts
    if n + 1 >= len(amounts) or stop != amounts[n + 1].start:
        return stop
    cut = max(shape.plain.rfind(sign, amounts[n].end, stop) for sign in ",;、；")
    return cut if cut > 0 else stop


def date_beside(shape: Shape, n: int, stop: int) -> DateValue | None:
    """The date that stands beside a figure, outside brackets: behind it, or before it where the first one's stands before it."""
    amounts = shape.amounts
    dates = [
        date
        for date in find_dates(shape.plain)
        if not any(overlaps(date.start, date.end, amount) for amount in amounts)
    ]
    before = [date for date in dates if (amounts[n - 1].end if n else 0) <= date.start < amounts[n].start]
    behind = [date for date in dates if amounts[n].end <= date.start < stop]
    is_led = len(amounts) > 1 and len(dates) == len(amounts) and dates[-1].end <= amounts[-1].start
    if is_led:
        return before[-1].value if before else None
    found = behind or (before if n == 0 else [])
    return found[-1].value if found else None


def is_joined(words: str) -> bool:
    """Whether the words before a later figure of a line say nothing new: dates, and words that only join."""
    for date in reversed(find_dates(words)):
        words = words[: date.start] + words[date.end :]
    return all(word in JOINING for word in re.findall(r"[a-z]+", words.lower()))


def own_brackets(shape: Shape, topic: Topic) -> list[tuple[int, int]]:
    """The brackets that hold a fact of their own and say nothing of the figure in front: a running total, an item's price."""
    inside = [one.start for one in shape.inner if one.unit]
    return [
        (a, b)
        for a, b in shape.brackets
        if any(a <= at < b for at in inside) and (topic.group == "culture" or CUMULATIVE.search(shape.text[a:b]))
    ]


def parts(shape: Shape, n: int, amount: Amount, stop: int, topic: Topic) -> list[Part]:
    """The brackets that belong to a figure: those behind it up to the next one's words, and those in its own label."""
    others = own_brackets(shape, topic)
    stop, opening = clause_end(shape, n, stop), clause_end(shape, n - 1, amount.start) if n else 0
    return [
        read_bracket(shape.text[a:b])
        for a, b in shape.brackets
        if (amount.end < b <= stop or (opening <= a and b <= amount.start and (a > 0 or _is_year(shape.text[a:b]))))
        and (a, b) not in others
    ]


def _is_year(bracket: str) -> bool:
    """Whether a bracket holds a year, and no number of a list."""
    return len(bracket) > len("(10)") and read_bracket(bracket).date is not None


def label_behind(shape: Shape, n: int) -> str:
    """The words in the bracket right behind a figure: `18 million yen (exports), 300 million yen (imports)`."""
    stop = shape.amounts[n + 1].start if n + 1 < len(shape.amounts) else len(shape.text)
    inside = (shape.text[a:b] for a, b in shape.brackets if shape.amounts[n].end <= a < stop)
    return next(inside, "").strip("()（）[] ")


def is_terse(shape: Shape) -> bool:
    """Whether a line states figures rather than tells a story: a label or few words around them."""
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
        words = plain[start:end]
        amounts = find_amounts(words, skip=[(date.start, date.end) for date in find_dates(words)])
        if amounts and any(map(str.isalpha, words)):
            return start + amounts[0].start < last
    return False


def without_brackets(text: str) -> str:
    """A text with its brackets blanked, so that offsets stay."""
    return without_spans(text, bracket_spans(text))


def without_spans(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text with stretches blanked, so that offsets stay."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def overlaps(start: int, end: int, amount: Amount) -> bool:
    return start < amount.end and amount.start < end
