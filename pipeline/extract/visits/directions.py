"""The direction that words state: of a caption, a header, a row, or before the colon of a list."""

from __future__ import annotations

import re

from pipeline.extract.direction import UNDECIDED, Flow
from pipeline.extract.facts import Facts
from pipeline.normalize.areas import find_areas
from pipeline.outline import Line, Section
from pipeline.outline.captions import caption_direction
from pipeline.outline.headings import Head, read_head
from pipeline.patterns import quick

BRACKET = re.compile(r"\([^()]*+\)")
TO_LAND = re.compile(r"\s*(?:(?:[Oo]fficial|[Ss]tate|[Ww]orking) )?[Vv]isits? (?:of|by) .{3,120} to (?:the )?", re.S)
GOES_TO = quick(r"\b(?:[Vv]isit(?:s|ed)?|[Tt]rip|[Tt]our|came|travell?ed)(?:\s++to)?(?:\s++the)?\s++\Z")


def caption_flow(facts: Facts, section: Section) -> Flow:
    """The direction that the caption above a row gives it."""
    caption = section.nearest("caption") or section
    return head_flow(facts, caption.head, "inherited") if caption.head else UNDECIDED


def head_flow(facts: Facts, head: Head, basis: str) -> Flow:
    """The direction that words of a caption give; a side that is not named is the other country."""
    named = caption_direction(head, facts.pair[0], among_visits=True)
    if named is None:
        return UNDECIDED
    from_area, to_area = named
    return Flow(from_area or facts.other(to_area), to_area or facts.other(from_area), basis)


def flow_before_colon(facts: Facts, words: str) -> Flow | None:
    """The direction that the words before a list of visitors state, if it lies between the two countries."""
    flow = head_flow(facts, read_head(words), "stated")
    return None if flow is UNDECIDED or not set(flow[:2]) <= {None, *facts.pair} else flow


def column_flows(facts: Facts, header: Line) -> dict[int, Flow]:
    """The directions of a header whose columns are `From Japan to Oman` and `From Oman to Japan`, by their place."""
    found = cell_flows(facts, header)
    return found if len(found) > 1 else {}


def cell_flows(facts: Facts, header: Line) -> dict[int, Flow]:
    """The directions that the cells of a header give, by their place."""
    heads = (read_head(facts.text[a:b]) for a, b in header.block.cells)
    flows = {n: head_flow(facts, head, "inherited") for n, head in enumerate(heads)}
    return {n: flow for n, flow in flows.items() if flow.from_area}


def stated_flow(facts: Facts, words: str) -> Flow | None:
    """Where the words of a row themselves say that it went: `Foreign Minister Abe's visit to Mongolia`."""
    if not GOES_TO.may_stand_in(words):
        return None
    bare = BRACKET.sub("", words)
    for mention in find_areas(bare):
        before = bare[: mention.start]
        is_goal = mention.area in facts.pair and mention.kind != "demonym"
        if is_goal and (GOES_TO.pattern.search(before) or TO_LAND.fullmatch(before)):
            return Flow(facts.other(mention.area), mention.area, "stated")
    return None
