"""The direction that words state: of a caption, a header, a row, or before the colon of a list."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from pipeline.extract.direction import UNDECIDED, Flow
from pipeline.extract.facts import Facts
from pipeline.normalize.areas import find_areas
from pipeline.outline import Line, Section
from pipeline.outline.captions import caption_direction
from pipeline.outline.headings import Head, read_head
from pipeline.patterns import quick
from pipeline.read.page.layout import heads_dates

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


class Side(NamedTuple):
    """One of several tables that stand side by side as one: the places of its cells, the last exclusive, and the direction
    that stands above it."""

    first: int
    stop: int
    flow: Flow

    def of(self, line: Line) -> Line:
        """The part of a row, or of a header, that is this table's; without cells where it has none."""
        cells = line.block.cells[self.first : self.stop]
        if not cells:
            return line._replace(block=line.block._replace(cells=()))
        start, end = cells[0].start, cells[-1].end
        return line._replace(block=line.block._replace(start=start, body=start, end=end, cells=cells))


def sides_of(facts: Facts, header: Line) -> list[Side]:
    """The tables that a header heads side by side, whose words it repeats: `Year | Name | Year | Name`, below a header of
    their captions; empty for any other header."""
    words = [facts.text[a:b].strip() for a, b in header.block.cells]
    width = next((n for n in range(2, len(words) // 2 + 1) if words == words[:n] * (len(words) // n)), 0)
    if not width or not heads_dates(words[0]) or any(map(heads_dates, words[1:width])):
        return []
    above = _header_above(facts, header)
    captions = cell_flows(facts, above) if above else {}
    starts = range(0, len(words), width)
    if set(captions) != set(starts):
        captions = dict.fromkeys(starts, UNDECIDED)
    return [Side(at, at + width, captions[at]) for at in starts]


def _header_above(facts: Facts, header: Line) -> Line | None:
    """The header right above another one of the same table."""
    lines = facts.outline.lines
    at = bisect_left(lines, header.block.start, key=lambda line: line.block.start)
    above = next((line for line in reversed(lines[max(0, at - 2) : at]) if line.role != "furniture"), None)
    return above if above and above.role == "header" and above.section is header.section else None


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
