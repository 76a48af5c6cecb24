"""What a line tells besides its label, so that it is no heading: a value behind it, a date, something of the profile."""

from __future__ import annotations

import re

from pipeline.normalize.dates import DateValue, parse_date
from pipeline.outline.headings import (
    BRACKET,
    LONGEST_MARK,
    MARKED,
    NUMBER,
    UNIT_BEHIND,
    Head,
    known_topic,
    likely_topic,
    read_head,
)
from pipeline.outline.spread import closed
from pipeline.outline.walk.state import Walk
from pipeline.records import Block

HAPPENED = frozenset({"relations", "agreements"})
FIGURE_BEHIND = re.compile("([ぁ-ヿ一-鿿々・]{2,20})(?:[:：]|[ \t\u3000])[ \t\u3000]*(?=約?[0-9０-９])")
VALUE_BEHIND = re.compile(
    r"(?:[ぁ-ヿ一-鿿Ａ-Ｚ](?:[ \t\u3000]+(?![A-Za-z]{3})|[:：][ \t\u3000]*)|[A-Z]：[ \t\u3000]*)\S"
)


def is_told_in_item(walk: Walk, block: Block, head: Head) -> bool:
    """Whether an item of what happened has its date in a bracket: `Establishment of diplomatic relations (July 1964)`."""
    is_happening = block.kind == "item" and walk.section.group in HAPPENED
    return is_happening and not head.number and isinstance(parse_date(head.scope.strip(" ()")), DateValue)


def _tells_a_value(words: str) -> bool:
    """Whether a line in Japanese is a label and what is said of it, with a space or colon between: `（2）兵役　志願制`."""
    number = NUMBER.match(words)
    told = UNIT_BEHIND.sub("", BRACKET.sub("", closed(words[number.end() if number else 0 :]).rstrip()))
    return VALUE_BEHIND.search(told) is not None


def says_something(walk: Walk, block: Block, words: str, head: Head) -> bool:
    """Whether a line in Japanese is more than a label."""
    return _tells_a_value(words) if head.number else _is_said_of_profile(walk, block, head)


def _is_said_of_profile(walk: Walk, block: Block, head: Head) -> bool:
    """Whether a line without a number is what is said of the numbered label above: `国会（一院制、定数500名）`."""
    above, topic = walk.section.head, known_topic(head, walk.publisher)
    is_below = above is not None and above.number is not None and head.number is None
    is_below = is_below and block.kind == "paragraph" and walk.section.end == walk.lines[-1].block.end
    return is_below and topic is not None and topic.group == "profile" and any(map(str.isdigit, head.scope))


def labels_a_figure(walk: Walk, words: str) -> bool:
    """Whether a line in Japanese is a known label and the figure behind it, however it is set: `文化無償資金協力：2.84億円`."""
    number = NUMBER.match(words)
    label = FIGURE_BEHIND.match(words, number.end() if number else 0)
    topic = likely_topic(read_head(label[1]), walk.publisher) if label else None
    return topic is not None and topic.indicator is not None


def after_colon(words: str) -> str:
    """What stands behind the first colon outside brackets, or in English behind the first tab, and is not its end."""
    if "\t" in words and words.isascii():
        number = NUMBER.match(words)
        words = words[number.end() if number else 0 :].replace("\t", ":")
    depth = 0
    for match in re.finditer(r"[()（）:：]", words):
        sign = match[0]
        depth += (sign in "(（") - (sign in ")）")
        if sign in ":：" and depth == 0:
            behind = words[match.end() :].strip()
            return "" if len(behind) <= LONGEST_MARK and MARKED.sub("", words).endswith(sign) else behind
    return ""
