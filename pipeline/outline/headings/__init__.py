"""What a heading, label or caption means. One door: its parts (`head`), its topic, and what it says of figures in brackets."""

from __future__ import annotations

from pipeline.outline.headings.bracketed import OF_BRACKETS, part_of_brackets, without_bracketed
from pipeline.outline.headings.head import (
    BRACKET,
    LONGEST_MARK,
    MARKED,
    NUMBER,
    SHORT_LAND,
    UNIT_BEHIND,
    Head,
    read_head,
)
from pipeline.outline.headings.topics import (
    AMOUNTS,
    SHARED_LABELS,
    is_of_figures,
    known_topic,
    likely_topic,
    of_the_world,
    topic_within,
)

__all__ = [
    "AMOUNTS",
    "BRACKET",
    "LONGEST_MARK",
    "MARKED",
    "NUMBER",
    "OF_BRACKETS",
    "SHARED_LABELS",
    "SHORT_LAND",
    "UNIT_BEHIND",
    "Head",
    "is_of_figures",
    "known_topic",
    "likely_topic",
    "of_the_world",
    "part_of_brackets",
    "read_head",
    "topic_within",
    "without_bracketed",
]
