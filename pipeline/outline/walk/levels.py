"""How deep a line stands that heads what follows."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left

from pipeline.outline.cells import LABELS, is_date_alone
from pipeline.outline.headings import Head, read_head
from pipeline.outline.sections import (
    BELOW_CAPTION,
    CAPTION,
    ITEM_LABEL,
    LABEL,
    MAJOR,
    NUMBERED,
    PARENTHESIS,
    ROMAN,
    Section,
)
from pipeline.outline.walk.counts import below_item, counts_chapters
from pipeline.outline.walk.neighbours import FIGURES, directs_a_figure, is_below_goods, states_unit
from pipeline.outline.walk.state import Walk
from pipeline.publishers import Topic
from pipeline.records import Block

TABLE = frozenset({"header", "row"})


def level_of(walk: Walk, block: Block, head: Head, topic: Topic | None) -> int:
    """The level of the section that a line opens: by its print, its number, and the section it stands in."""
    if block.kind == "heading" and block.level:
        return block.level
    if block.kind == "caption":
        return BELOW_CAPTION if _is_in_table(walk, block) else CAPTION
    if block.kind == "item":
        return max(ITEM_LABEL + min(block.level - 1, 1), below_item(walk, head))
    if block.kind == "term" and block.level:
        return LABEL + min(block.level, 2)
    if head.number and _is_counted(walk, topic):
        return ITEM_LABEL
    if head.number:
        inside = head.number.strip("().（）．")
        if counts_chapters(walk, head.number):
            return MAJOR
        if inside.isdecimal() or (inside.isupper() and not head.number.startswith("(")):
            return PARENTHESIS if head.number.startswith(("(", "（")) else NUMBERED
        return max(ROMAN, below_item(walk, head))
    section = walk.section
    if topic and section.topic and topic.group == section.topic.group:
        if block.kind == "paragraph" and states_unit(walk, head):
            return LABEL
        if section.is_tight and is_tight(walk, block):
            return section.level + _is_right_below(walk, section)
        if block.kind == "paragraph" and walk.lines[-1].block.level and _is_right_below(walk, section):
            return section.level + 1  # `Japan's ODA to Fiji (until 2008)` below the page's own heading of aid
        if not walk.has_blanks and topic.indicator and block.kind == "paragraph":
            return LABEL  # `対日輸出` below `（1）対日貿易`, where no line is blank
    if framed := _framed_around(walk, head):
        return framed.level
    if topic is None and (printed := _printed_around(walk, block)):
        return printed.level + 1
    if head.colon or block.kind == "term" or (topic and topic.group in LABELS and _in_basics(walk)):
        return LABEL
    if block.kind == "paragraph" and directs_a_figure(walk, head):
        return ITEM_LABEL if is_below_goods(walk) else LABEL
    if block.kind == "paragraph" and _heads_items_within(walk, topic):
        return LABEL
    is_counted = topic is not None and (topic.indicator is not None or topic.name == "own_economy")
    is_label = is_counted and is_tight(walk, block)
    return LABEL if is_label and not _begins_count(walk, head) else MAJOR


def _heads_items_within(walk: Walk, topic: Topic | None) -> bool:
    """Whether a line heads the list right below it within a printed heading of the same subject, or says none that is known:
    `人の協力` below `日本のODA`, whatever tables stand between."""
    outer, below = walk.section.nearest("heading"), walk.following
    is_printed = outer is not None and outer.level >= NUMBERED and outer.head is not None and not outer.head.number
    is_same = outer is not None and outer.topic is not None and (topic is None or outer.topic.group == topic.group)
    return is_printed and is_same and below is not None and below.kind == "item"


def _printed_around(walk: Walk, block: Block) -> Section | None:
    """The printed heading of figures around a line that only says how those of the table right below it are counted, and so
    is no heading beside it: `Net disbursements, US$ million` below `### 6. Japan's ODA`."""
    below = walk.following
    if block.kind != "paragraph" or walk.section.group not in FIGURES or below is None or below.kind not in TABLE:
        return None
    headings = (at for at in walk.section.around() if at.kind == "heading" and at.topic is not None)
    outer = next(headings, None)
    at = bisect_left(walk.lines, outer.start, key=lambda line: line.block.start) if outer else 0
    return outer if outer and at < len(walk.lines) and walk.lines[at].block.level else None


def _framed_around(walk: Walk, head: Head) -> Section | None:
    """The section that a heading in brackets ends, as it bears no number: that of the last one in such brackets."""
    framed = (at for at in walk.section.around() if at.kind == "heading" and at.head and at.head.is_framed)
    return next(framed, None) if head.is_framed else None


def _is_in_table(walk: Walk, block: Block) -> bool:
    """Whether a caption stands between the rows of a table, right below its header or a row, so that it heads a part of it."""
    is_below = bool(walk.lines) and walk.lines[-1].role in ("header", "row", "series")
    return is_below and "\n\n" not in walk.text[walk.last_end : block.start]


def _begins_count(walk: Walk, head: Head) -> bool:
    """Whether a heading in Japanese without a number stands over the first of a count: `経済協力` over `1　援助実績`."""
    below = read_head(walk.words(walk.following)).number if walk.following and not head.key.isascii() else None
    return below is not None and unicodedata.normalize("NFKC", below).strip(". ") == "1"


def _is_right_below(walk: Walk, section: Section) -> bool:
    """Whether nothing but links of the page stands between a section's heading and what comes now."""
    above = next((line for line in reversed(walk.lines) if line.role != "furniture"), None)
    return above is not None and above.block.end == section.end


def _is_counted(walk: Walk, topic: Topic | None) -> bool:
    """Whether a number counts the items of the label above: `(1) Loan` below `Development cooperation:`."""
    section = walk.section if walk.section.level <= LABEL else walk.section.parent
    above = section.topic if section and section.kind == "label" and section.level == LABEL else None
    return above is not None and topic is not None and above.group == topic.group and topic.indicator is not None


def _in_basics(walk: Walk) -> bool:
    """Whether the open section is the list of basic data, whose labels need no colon."""
    heading = walk.section.nearest("heading")
    return heading is not None and heading.topic is not None and heading.topic.group == "basic"


def is_tight(walk: Walk, block: Block) -> bool:
    """Whether a line opens a run of lines without blank ones, in a text that parts its blocks by blank lines."""
    return (
        walk.has_blanks and walk.text[block.end : block.end + 1] == "\n" and not walk.text.startswith("\n\n", block.end)
    )


def dates_a_caption(walk: Walk, block: Block, words: str) -> bool:
    """Whether a heading is nothing but the date of a part of what a caption heads, in smaller print than the caption."""
    is_below = walk.section.nearest("caption") is not None and 0 < walk.caption_level < block.level
    return is_below and block.kind == "heading" and is_date_alone(words)
