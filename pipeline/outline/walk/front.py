"""The front of a page: its titles, its region and its date; and the links and remains that are no text."""

from __future__ import annotations

import re

from pipeline.normalize.dates import DateValue, parse_date
from pipeline.outline.headings import Head, known_topic, read_head
from pipeline.outline.identity import is_broken_title, is_title, page_date
from pipeline.outline.walk.state import Walk
from pipeline.records import Block

DATED = re.compile(r"[(（]([^()（）]{4,60})[)）]\Z")
LONGEST_LINE, LONGEST_LINK, MOST_LINKS = 160, 80, 20


def is_furniture(walk: Walk, block: Block) -> bool:
    """Whether a block is a link or another remain of the page, and no text of the sheet."""
    words = walk.words(block)
    words = " ".join(words.split()) if "\n" in words[: 2 * LONGEST_LINK] else words
    if not words or (len(words) < LONGEST_LINK and walk.publisher.is_furniture(words.strip(" []()>•-"))):
        return True
    if _heads_links(walk, words):
        return True
    return bool(walk.lines) and walk.lines[-1].role == "furniture" and _is_below_links(walk, block, words)


def _heads_links(walk: Walk, words: str) -> bool:
    """Whether a line heads links to other pages: `Related Information`."""
    return (
        len(words) < LONGEST_LINK
        and walk.publisher.link_heads.fullmatch(words.strip(" []()>•-:：").lower()) is not None
    )


def _is_below_links(walk: Walk, block: Block, words: str) -> bool:
    """Whether a line stands in the run of links that a heading of links begins: `Related Information` over `Japan-Uruguay Summit
    Meeting (October 29, 2015)`. A known heading ends it, and a blank line unless the line bears its date so."""
    if len(words) > LONGEST_LINE or block.cells or words.endswith((".", "。", ":")):
        return False
    place, below = block.start, words
    for line in reversed(walk.lines[-MOST_LINKS:]):
        is_next = "\n\n" not in walk.text[line.block.end : place] or block.kind == "item"
        if line.role != "furniture" or not (is_next or _ends_with_date(below)):
            return False
        if _heads_links(walk, walk.words(line.block)):
            return known_topic(read_head(words), walk.publisher) is None
        place, below = line.block.start, walk.words(line.block)
    return False


def _ends_with_date(words: str) -> bool:
    """Whether words bear their date in a bracket at the end, and nothing else in it."""
    last = DATED.search(words)
    return last is not None and isinstance(parse_date(last[1]), DateValue)


def take_front(walk: Walk, block: Block) -> bool:
    """Titles, the region in a title's place and the page's date."""
    words = walk.words(block)
    if len(words) > LONGEST_LINE:
        return False
    head = read_head(words)
    is_half = walk.section.kind == "sheet" and _is_half_a_title(walk, words)
    if is_title(head, walk.publisher) or is_half or _is_name(walk, words, head):
        walk.title = walk.title or words
        walk.add(block, "title")
    elif walk.section.kind == "sheet" and words.strip().lower() in walk.publisher.regions:
        walk.add(block, "region")
    elif _may_be_date(walk, block) and isinstance(date := page_date(words), DateValue):
        is_under_title = bool(walk.lines) and walk.lines[-1].role == "title"
        if date.role != "date" and not (date.role == "as_of" and is_under_title):
            return False
        if date.precision == "year" and not is_under_title:
            return False
        if not date.edtf.replace("-", "").isdigit():  # no page is of `around 2009` or of `2009 to 2010`
            return False
        walk.published = date
        walk.add(block, "date")
    else:
        return False
    return True


def _is_name(walk: Walk, words: str, head: Head) -> bool:
    """Whether a line on top of a page in Japanese is the partner's name and nothing else, or that in English below it, which
    may stand in brackets."""
    is_below = bool(walk.lines) and walk.lines[-1].role == "title" and not (walk.title or "").isascii()
    if walk.section.kind != "sheet" or (words.isascii() and not is_below):
        return False
    if words[:1] in ("(", "（") and not head.key:
        head = read_head(words.strip(" ()（）"))
    return head.key == "@" and [m.area for m in head.areas] == [walk.partner.area]


def _is_half_a_title(walk: Walk, words: str) -> bool:
    """Whether a line is the first or the second half of a broken title."""
    above, below = walk.lines[-1] if walk.lines else None, walk.following
    if above is not None and above.role == "title":
        return is_broken_title(walk.words(above.block), words, walk.publisher)
    return below is not None and is_broken_title(words, walk.words(below), walk.publisher)


def _may_be_date(walk: Walk, block: Block) -> bool:
    """Whether the page's own date may stand here: only before all facts, and once. One that heads what stands below it, under
    a known heading, is that of a happening: `<h4>政治関係</h4><dl><dt>1964年7月</dt><dd>…`."""
    heads_facts = block.kind in ("heading", "term") and walk.section.topic is not None
    return walk.published is None and block.kind != "item" and not heads_facts and _before_facts(walk)


def _before_facts(walk: Walk) -> bool:
    for line in reversed(walk.lines[-6:]):
        if line.role == "title":
            return True
        if line.role not in ("region", "furniture", "heading"):
            return False
    return True
