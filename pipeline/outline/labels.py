"""Lines in Japanese that hold a label and the first of those below it: `総貿易額（2016年）　（1）輸出　1,425億ドル`."""

from __future__ import annotations

import re

from pipeline.outline.headings import NUMBER, Head, likely_topic, read_head
from pipeline.outline.pieces import line_at, lines_of
from pipeline.outline.spread import closed
from pipeline.publishers import Publisher
from pipeline.records import Block

WORDS = r"[^\s:：。、（）()]{2,16}"
LEAD = re.compile(
    rf"(?P<label>{WORDS}(?:[（(][^（）()]{{1,40}}[)）])?)(?:[ \t\n\u3000]++|[:：][ \t\n\u3000]*+)"
    rf"(?=(?P<first>[（(]?[1１ア][)）]|①)?[ \t\u3000]*(?P<part>{WORDS}?)[ \t\u3000:：（(])"
)
GOODS = "品目"


def labels_apart(text: str, block: Block, publisher: Publisher) -> list[Block]:
    """A line as its label, which heads it, and a block for each line behind; empty where it is not set so.

    The label and the one below it are both known, or a number says that a list begins.
    """
    words = closed(text[block.body : block.end])
    number = NUMBER.match(words)
    lead = LEAD.match(words, number.end() if number else 0)
    if lead is None:
        return []
    head, part = read_head(lead["label"]), read_head(lead["part"])
    if not (_is_heading(head, publisher) and (lead["first"] or _is_label(part, publisher))):
        return []
    at = block.body + lead.end()
    end = block.body + len(text[block.body : at].rstrip())
    blocks = [block._replace(kind="heading" if number else "term", level=0, end=end)]
    pieces = lines_of(text, at, block.end)
    return blocks + [Block("paragraph", 0, body, end, line_at(text, block, body), body) for body, end in pieces]


def _is_heading(head: Head, publisher: Publisher) -> bool:
    return not head.key.isascii() and (likely_topic(head, publisher) is not None or head.key.endswith(GOODS))


def _is_label(part: Head, publisher: Publisher) -> bool:
    """Whether a word is the label of a figure, and not what is said of the label before it: `兵役　徴兵制`."""
    topic = likely_topic(part, publisher)
    return topic is not None and topic.indicator is not None and not part.key.isascii()
