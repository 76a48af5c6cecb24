"""Lists of goods with what each came to, below a heading that only says which way they go: `Japan's exports in 2008 (billion yen)`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pipeline.extract.direction import Flow, lists_goods
from pipeline.extract.facts import Facts
from pipeline.extract.figures.flows import WHOSE_TRADE
from pipeline.extract.figures.good_named import may_be_good
from pipeline.extract.figures.lines.goods_told import of_item
from pipeline.extract.figures.shapes import without_brackets
from pipeline.outline import Line
from pipeline.records import Span

FEWEST = 2


def lists_of_goods(facts: Facts) -> frozenset[int]:
    """The starts of the headings of one way of trade whose items are goods: several, each with its figure, of which one is
    known."""
    items = (line for line in facts.outline.lines if line.role == "item" and _is_of_one_way(line))
    found = set()
    for start, lines in groupby(items, lambda line: line.section.start):
        names = [good for line in lines for _, good, is_share, _ in good_of_item(facts, line) if not is_share]
        if len(names) >= FEWEST and any(lists_goods(name, facts.outline.publisher) for name in names):
            found.add(start)
    return frozenset(found)


def good_of_item(facts: Facts, line: Line) -> Iterator[tuple[Span, str, bool, Flow]]:
    """The figures of an item that may be a good; none of one that says anything else of the way above, or names a country."""
    for span, good, is_share, flow in of_item(facts, line):
        if may_be_good(without_brackets(good).strip()):
            yield span, good, is_share, flow


def _is_of_one_way(line: Line) -> bool:
    topic = line.section.topic
    return topic is not None and topic.name in WHOSE_TRADE
