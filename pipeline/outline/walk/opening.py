"""The sections that headings, labels and captions open, and those that they close."""

from __future__ import annotations

import re

from pipeline.outline.captions import caption_direction, is_way
from pipeline.outline.headings import Head, known_topic, likely_topic, of_the_world, read_head, topic_within
from pipeline.outline.sections import BELOW_CAPTION, LABEL, MAJOR, NUMBERED, PARENTHESIS, ROMAN, Section
from pipeline.outline.walk.counts import counted_in
from pipeline.outline.walk.dated import dates_a_list, dates_rows, dates_totals
from pipeline.outline.walk.levels import dates_a_caption, is_tight, level_of
from pipeline.outline.walk.neighbours import FIGURES, heads_goods, heads_ranks, scopes_figures
from pipeline.outline.walk.state import Walk
from pipeline.publishers import Topic
from pipeline.records import Block

BILATERAL = re.compile(
    r"^[^\w\n]{0,4}(?:[0-9０-９]{1,2}[^\w\n]{1,2})?(?:二国間関係|(?:日本|我が国)との関係)[ \t\u3000]*$", re.M
)
"""The heading of what is between the two countries, where the rest is of one alone."""
VISITS = Topic("visits", "visits", None)
ECONOMIC = frozenset({"trade", "investment"})


def open_heading(walk: Walk, block: Block, words: str, head: Head) -> None:
    """Open the section of a heading or a label, as deep as it stands."""
    topic = topic_within(head, likely_topic(head, walk.publisher), walk.section.nearest_topic)
    level = level_of(walk, block, head, topic)
    is_over_figures = heads_goods(walk, head) or heads_ranks(walk, head)
    is_over_figures = is_over_figures or (not head.is_framed and scopes_figures(walk, words, head))
    if block.kind == "paragraph" and (dates_a_list(walk, block, words) or (is_over_figures and not head.number)):
        level = LABEL
        is_dated = walk.section.group == "donors" and dates_a_list(walk, block, words)
        if is_dated or (walk.section.group == "trade" and topic is None and heads_goods(walk, head)):
            around = next((at for at in walk.section.around() if at.topic), walk.section)
            level = max(LABEL, around.level + 1)  # `Main items (2018)` lie within `Trade with Japan`
    elif block.kind == "paragraph" and not head.number and dates_rows(head) and dates_totals(walk, block, words):
        around = next(at for at in walk.section.around() if at.head is None or not dates_rows(at.head))
        level = max(LABEL, around.level + 1)
    walk.in_table = False
    is_label = level >= LABEL or block.kind == "term"
    if dates_a_caption(walk, block, words):
        level, is_label = BELOW_CAPTION, False
    open_section(walk, block, "label" if is_label else "heading", words, level)


def open_section(walk: Walk, block: Block, kind: str, words: str, level: int) -> None:
    """Close what the new section ends and open it; a number that goes on with a count stays beside the last one."""
    head = read_head(words)
    topic = known_topic(head, walk.publisher) if kind == "caption" else likely_topic(head, walk.publisher)
    parent = walk.section
    is_counted = bool(head.number) and level in (NUMBERED, PARENTHESIS, ROMAN)
    is_within = is_counted and not (block.kind == "heading" and block.level)
    while parent.parent is not None and parent.level >= level and not (is_within and _holds_counts(parent)):
        parent = parent.parent
    while kind == "caption" and parent.parent and _ends_at_caption(walk, parent):
        parent = parent.parent
    if head.number and (is_counted or (level == MAJOR and not block.level)):
        parent = counted_in(walk, level, head.number, parent)
    topic = topic_within(head, _of_several(walk, head, topic), parent.nearest_topic)
    if topic is None and kind != "caption" and parent.group == "trade" and is_way(head, walk.publisher.area):
        topic = walk.publisher.topics.get("trade_exports")  # `From Japan to Chad`
    topic = walk.publisher.topics.get("donors") if heads_ranks(walk, head) else topic
    topic = _between_both(walk, head, of_the_world(head, topic, parent.nearest_topic, walk.publisher), parent)
    if kind == "caption":
        walk.caption_level = block.level if block.kind == "heading" else 0
        topic = VISITS if topic is None or walk.among_visits() else topic
    tight = block.kind == "paragraph" and kind != "heading" and is_tight(walk, block)
    walk.term = None
    walk.section = Section(kind, level, words.rstrip(" :："), block.start, block.end, head, topic, parent, tight)
    walk.add(block, kind)


def _holds_counts(section: Section) -> bool:
    """Whether a section is that of a heading in the page's own print, without a number, which a number in plain print below
    it does not end: `<h3>経済協力（単位　億円）</h3><p>1.援助実績</p>`."""
    return (
        section.kind == "heading" and section.level >= NUMBERED and section.head is not None and not section.head.number
    )


def _of_several(walk: Walk, head: Head, topic: Topic | None) -> Topic | None:
    """The topic of a heading that names several subjects, `Trade and Investment`: of which of them a figure is that has no label
    of its own, nobody says."""
    parts = [known_topic(read_head(words), walk.publisher) for words in head.key.split(" and ")]
    groups = {part.group if part and part.indicator else "" for part in parts}
    if topic is None or "" in groups or len(groups) < 2:
        return topic
    return walk.publisher.topics.get("economy") if groups == ECONOMIC else topic._replace(indicator=None)


def _between_both(walk: Walk, head: Head, topic: Topic | None, parent: Section) -> Topic | None:
    """`経済` is a country's own economy, but that of the two countries where relations are told, and not elsewhere."""
    is_shared = parent.group == "basic" or ("関係" in (walk.title or "") and not BILATERAL.search(walk.text))
    is_own = topic is not None and topic.name == "own_economy" and not (head.areas or head.key.isascii())
    return walk.publisher.topics.get("economy", topic) if is_own and is_shared else topic


def _ends_at_caption(walk: Walk, section: Section) -> bool:
    """Whether a caption of visits stands beside a section and not in it: one of figures, or one that goes one way."""
    topic = section.topic
    if topic is None or section.head is None:
        return False
    is_directed = topic.group == "visits" and section.kind == "heading" and bool(section.head.areas)
    return topic.group in FIGURES or (
        is_directed and caption_direction(section.head, walk.publisher.area, among_visits=True) is not None
    )
