"""Words for no value among the figures of a list: `Loans none, Grants 12.82`, `Exports 3.4; Imports –`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.figures.shapes import COLON, Shape
from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.outline.captions import is_way
from pipeline.outline.headings import likely_topic, read_head
from pipeline.publishers import Publisher

PART = re.compile(r"[,;、；]\s*|\s(?:and|/)\s")
LEFT_OUT = re.compile(r"(?:\A|[:,;])\s*no [a-z][a-z -]{2,40}(?:[,;]|\s(?:and|but)\s)", re.I)
MAY_BE_NONE = re.compile(
    r"\bn(?:one|il|ot?|/?a)\b|n\.\s?a|unavailable|unknown|compil|[なし無不未非集ゼ]|[-–—―−－]\s*(?:[,;、；]|\Z)", re.I
)
"""A sign that there may be such words in a line: most have none."""
MOST_WORDS = 3
"""Of what says that there is no value: `not available yet`."""
NO_NUMBER = frozenset({"none", "not_available", "being_compiled"})


def with_listed_none(shape: Shape, publisher: Publisher) -> Shape:
    """A line with the words for no value among its figures, each behind a label that is known, as figures of their own; also one
    that has nothing else behind any of its labels.

    Without it the label of the next figure would begin with that of the one that has none.
    """
    if not MAY_BE_NONE.search(shape.plain):
        return shape
    told = [one for one in _told(shape, publisher) if not any(_overlap(one, other) for other in shape.amounts)]
    if not told or (not shape.amounts and len(told) <= len(PART.findall(shape.plain))):
        return shape
    amounts = tuple(sorted([*shape.amounts, *told], key=lambda amount: amount.start))
    if (first := amounts[0].start) < min([shape.label_end, *(one.start for one in shape.amounts)]):
        label = " ".join(shape.plain[:first].strip(" -•:").split())
        return shape._replace(amounts=amounts, label=label, label_end=first)
    return shape._replace(amounts=amounts)


def leaves_out(shape: Shape) -> bool:
    """Whether a line says before its first figure that there was none of something else: `No loans, grants 12 billion yen`."""
    return bool(shape.amounts) and LEFT_OUT.search(shape.plain, 0, shape.amounts[0].start) is not None


def _told(shape: Shape, publisher: Publisher) -> Iterator[Amount]:
    """What the parts of a line say in place of a figure, the last of them behind what heads the whole: `FY 2012: Loans none`."""
    start = 0
    for cut in [*PART.finditer(shape.plain), None]:
        end = cut.start() if cut else len(shape.plain)
        found = _status(shape.plain, start, end, publisher)
        if found is None and (colon := COLON.search(shape.plain, start, end)):
            found = _status(shape.plain, colon.end(), end, publisher)
        if found is not None:
            yield found
        start = cut.end() if cut else end


def _status(plain: str, start: int, end: int, publisher: Publisher) -> Amount | None:
    """The words at the end of a part that are a whole value without a number, where all before them is a known label."""
    words = plain[start:end].rstrip(" .\n")
    for count in range(min(MOST_WORDS, len(words.split()) - 1), 0, -1):
        label = words.rsplit(None, count)[0]
        value = words[len(label) :].lstrip()
        found = find_amounts(value)
        if len(found) == 1 and found[0].status in NO_NUMBER and found[0].printed == value:
            head, at = read_head(label), start + len(words) - len(value)
            topic = likely_topic(head, publisher)
            is_known = (topic is not None and topic.indicator is not None) or is_way(head, publisher.area)
            is_known = is_known and not head.numeric
            return found[0]._replace(start=at, end=at + len(value)) if is_known else None
    return None


def _overlap(one: Amount, other: Amount) -> bool:
    return one.start < other.end and other.start < one.end
