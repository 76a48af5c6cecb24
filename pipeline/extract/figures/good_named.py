"""The good that the label of a figure of trade names, whose figure it is: no sum of all that was sold or bought."""

from __future__ import annotations

import re

from pipeline.extract.direction import lists_goods
from pipeline.extract.figures.brackets import bracket_spans
from pipeline.extract.figures.shapes import without_brackets
from pipeline.normalize.areas import Area, find_areas, parse_area
from pipeline.outline.headings import AMOUNTS, SHARED_LABELS, read_head
from pipeline.patterns import has_japanese, quick
from pipeline.publishers import Publisher
from pipeline.records import Observation

OF = quick(
    r"\b(?:ex|im)ports? of (?P<goods>(?!(?:the|all|its|their|other|total|goods|merchandise|items|products|commodities)\b)"
    r"[a-z][a-z ,&-]{1,40}?)(?= (?:from|to|into|by|came|amounted|were|was|stood|reached|in)\b|\Z)"
    r"|\bthose of (?P<those>(?!goods\b|the\b)[a-z][a-z ,-]{1,40}?)(?: (?:came|amounted|were|was|stood|reached|to)\b|\Z)",
    re.I,
)
BEHIND = quick(r"\b(?:ex|im)ports? (?:to|from|into) [a-z. ]{2,40}? of (?P<goods>[a-z][a-z ,&-]{1,40})\Z", re.I)
BEFORE = quick(
    r"(?:\A|['’]s? |\b(?:of|and|total) )(?P<goods>[a-z][a-z -]{1,40}?) (?:ex|im)ports?\b(?! of\b)",
    re.I,
)
NAME = re.compile(r"[^\W\d_][^\d%％:：]{1,58}")
OF_WAY = re.compile(
    r"\b(?:rate|growth|change|increase|decrease|share|ratio|index|number|rank|volume|quantity|tons?)\b|[率比]|構成|伸び|増減|順位|件数|数量",
    re.I,
)
"""What a line below says of the figures above it, and of no good."""
IN_JAPANESE = re.compile(r"(?P<goods>[^\s　の、。]{1,20})の?(?:対[^\sの]{1,8}?)?輸[出入]")


def good_named(label: str, publisher: Publisher) -> str | None:
    """The good that a label names, as printed; `None` where it is of all goods, or names one that nobody knows elsewhere than
    behind `exports of`.

    >>> from pipeline.publishers import load
    >>> labels = ("Exports of cars to Fiji", "Coffee exports to Japan", "Exports to Japan of tuna", "日本からの自動車の輸入額")
    >>> [good_named(label, load()) for label in labels]
    ['cars', 'Coffee', 'tuna', '自動車']
    >>> [good_named(label, load()) for label in ("Exports of goods to Fiji", "Exports of Fiji", "Japan's exports", "対日輸出")]
    [None, None, None, None]
    """
    if has_japanese(label):
        found = IN_JAPANESE.search(label)
        words = found["goods"] if found else ""
        ends = (words[at:] for at in range(len(words) - 1))
        return next((end for end in ends if end in publisher.goods), None)
    if told := OF.search(label):
        goods = told["goods"] or told["those"]
        return None if find_areas(goods) else goods
    near = BEHIND.search(label) or BEFORE.search(label)
    return near["goods"] if near and lists_goods(near["goods"], publisher) and not find_areas(near["goods"]) else None


def goods_beside(label: str, publisher: Publisher) -> str | None:
    """The goods that a label lists in its bracket, the main ones of its figures.

    >>> from pipeline.publishers import load
    >>> goods_beside("Exports (cars, machinery)", load()), goods_beside("Exports (million yen)", load())
    ('cars, machinery', None)
    """
    inside = (" ".join(label[a:b].strip("()（）[] ").split()) for a, b in bracket_spans(label))
    return next((words for words in inside if lists_goods(words, publisher)), None)


def may_be_good(words: str) -> bool:
    """Whether words that nobody knows may name a good, and are no total, amount, rate or country.

    >>> [may_be_good(words) for words in ("Motor vehicles", "Total", "Growth rate", "China")]
    [True, False, False, False]
    """
    is_name = NAME.fullmatch(words) is not None and not OF_WAY.search(words)
    return is_name and read_head(words).key not in SHARED_LABELS | AMOUNTS and not isinstance(parse_area(words), Area)


def is_of_one_good(row: Observation) -> bool:
    """Whether a figure of trade is of the good that its label names, alone or among other words, and not in its bracket."""
    return bool(row.goods) and (row.goods or "") in without_brackets(row.label or "")
