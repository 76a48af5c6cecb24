"""Headings of goods: which they are, which way the goods below go, and in what their figures are."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.direction import EXPORT, IMPORT, UNDECIDED, Flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.context import Frame, heading_frame
from pipeline.extract.figures.figure import is_money
from pipeline.extract.figures.flows import WHOSE_TRADE, WITH_ALL, heading_flow, profile_flow
from pipeline.normalize.amounts import parse_unit
from pipeline.outline import Line, Section

HEADING = re.compile(
    r"\b(?:main|major|principal|chief|leading|key|top) (?:trade |traded |export |import )?"
    r"(?:items?|goods|products?|commodit(?:y|ies)|articles?|exports|imports)\b"
    r"|\b(?:trade|(?:export|import)(?:ed)?) (?:items?|goods|products?|commodit(?:y|ies)|articles?)\b"
    r"|\b(?:traded (?:items|goods|products|commodities)|(?:items|goods|products|commodities) traded)\b"
    r"|\b(?:trade|exports|imports) by (?:(?:main|major|principal) )?(?:items?|goods|products?|commodit(?:y|ies)|articles?)\b"
    r"|\b(?:commodity |trade )?composition\b"
    r"|(?:主要|主な)(?:貿易|取引|輸[出入]|輸出入)?(?:品目|品|商品)|輸[出入]品目",
    re.I,
)


def goods_heading(section: Section) -> str | None:
    """The heading of goods that a section stands under, itself or the one around it."""
    for at in section.around():
        if at.heading and is_of_goods(at.heading):
            return at.heading
        if at.topic is None or at.topic.name not in WHOSE_TRADE:
            return None
    return None


@lru_cache(4096)  # each line of a section asks for it
def is_of_goods(heading: str) -> bool:
    """Whether a heading is one of goods.

    >>> is_of_goods("Main exports (2014)"), is_of_goods("Trade with Japan")
    (True, False)
    """
    return HEADING.search(heading) is not None


def flow_around(facts: Facts, section: Section) -> Flow:
    """Which way the goods go by their heading; those of a country's profile go to all the world, or come from there."""
    topic, heading = section.nearest_topic, goods_heading(section) or ""
    if topic and topic.name in WITH_ALL and bool(EXPORT.search(heading)) != bool(IMPORT.search(heading)):
        return profile_flow(facts, topic, heading)
    if topic is None or topic.name not in WHOSE_TRADE:
        return UNDECIDED
    flow = heading_flow(facts, section, topic)
    return _flow_above(facts, section, heading) if flow is UNDECIDED else flow


def _flow_above(facts: Facts, section: Section, heading: str) -> Flow:
    """Which way the exports or imports go that are told above under the heading around: their goods go the same way."""
    around = section.parent.path if section.parent else None
    for row in reversed(facts.observations if around else ()):
        if not (row.section or "").startswith(around or ""):
            break
        if row.indicator == "trade_goods" and row.from_area and _is_of_side(row.label or "", heading):
            return Flow(row.from_area, row.to_area, "inherited")
    return UNDECIDED


def _is_of_side(label: str, heading: str) -> bool:
    """Whether a label and a heading name the same side of trade, and that alone."""
    sides = [(bool(EXPORT.search(words)), bool(IMPORT.search(words))) for words in (label, heading)]
    return sides[0] == sides[1] and sum(sides[0]) == 1


def goods_frame(facts: Facts, line: Line, head: str = "") -> Frame:
    """What the headings of goods hand down, and what heads a column: `Amount (billion yen)`, or the unit alone."""
    head = f"({head})" if head and is_money(_whole_unit(head)) else head
    topic = line.section.nearest_topic
    is_own = topic is not None and topic.name in WITH_ALL
    return heading_frame(facts, line.section, topic if is_own else facts.outline.publisher.topics.get("trade"), head)


def _whole_unit(words: str) -> str | None:
    unit = parse_unit(f"({words})")
    return unit[0] if unit else None
