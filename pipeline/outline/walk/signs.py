"""Signs of a heading: by its print, its words, and what stands around it, whether a line heads what follows."""

from __future__ import annotations

import re

from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.outline.captions import caption_direction
from pipeline.outline.cells import is_date_alone
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
    without_bracketed,
)
from pipeline.outline.rows import header_at
from pipeline.outline.spread import closed
from pipeline.outline.walk.counts import is_before
from pipeline.outline.walk.state import Walk
from pipeline.outline.walk.tables import is_below_cells, year_columns
from pipeline.patterns import has_japanese
from pipeline.records import Block

SENTENCE = re.compile(r"[.!?;,。]['\"”’)]?\Z")
ABBREVIATED = re.compile(r"(?:etc|Inc|Ltd|Co|U\.S|U\.K)\.\Z")
FIGURES = frozenset({"trade", "visitors", "investment", "oda", "residents"})
HAPPENED = frozenset({"relations", "agreements"})
DATED_ITEM = re.compile(r"[(（]?[0-9]{1,2}[)）.]\s*[12][0-9]{3}(?:\s?[-–]\s?[12][0-9]{3})?\s*[:：]")
"""`(4) 2005: Entry into force of the Agreement` tells a happening, `(4) 2005:` heads those below."""
SIGNED = re.compile(
    r"[(（][^()（）]*\b(?:signed|concluded|ratified|entered into force|in force|effective)\b[^()（）]*[12][0-9]{3}",
    re.I,
)
"""`2. Agreement on Technical Cooperation (signed in July 2005)` tells a happening."""
DATE_FIRST = re.compile(r"[12][0-9]{3}(?:[年./-]|\b)|(?:令和|平成|昭和)")
"""`1991年12月28日　国家承認` is a happening and heads nothing."""
FIGURE_BEHIND = re.compile("([ぁ-ヿ一-鿿々・]{2,20})(?:[:：]|[ \t\u3000])[ \t\u3000]*(?=約?[0-9０-９])")
VALUE_BEHIND = re.compile(
    r"(?:[ぁ-ヿ一-鿿Ａ-Ｚ](?:[ \t\u3000]+(?![A-Za-z]{3})|[:：][ \t\u3000]*)|[A-Z]：[ \t\u3000]*)\S"
)
HEADS = frozenset({"heading", "caption", "term"})
"""Kinds of blocks that head what follows them, however long they are."""
LONGEST_HEADING, LONGEST_LABEL, LONGEST_COUNTED, HEADING_WORDS, LONGEST_SCOPE, LEAST_TOLD = 120, 160, 20, 9, 8, 3


def caption_of(walk: Walk, words: str) -> tuple[str | None, str | None] | None:
    """The direction a caption of visits gives; other sections have labels of the same words."""
    if len(words) > LONGEST_HEADING or (walk.section.group in FIGURES and not _heads_names(walk)):
        return None
    head = read_head(words)
    return None if head.numeric else caption_direction(head, walk.publisher.area, among_visits=walk.among_visits())


def _heads_names(walk: Walk) -> bool:
    """Whether the header of a table of people stands right below."""
    block = walk.following
    return block is not None and header_at(walk.text, block.body, block.end) is not None


def is_heading(walk: Walk, block: Block, words: str, head: Head) -> bool:
    """Whether a line heads what follows it, by its print: the layout says so, a closing colon, a number, or words
    that are known to be a heading's."""
    if block.kind in HEADS or dates_a_list(walk, block, words):
        return words.isascii() or not (head.numeric and labels_a_figure(walk, words))
    if len(words) > LONGEST_LABEL or (SENTENCE.search(words[-2:]) and not ABBREVIATED.search(words)):
        return False
    value = _after_colon(words)
    if value and _is_listed(walk, words) and len(value.split()) >= LEAST_TOLD:
        return False
    if value and not (head.number and block.kind == "paragraph" and len(words) < LONGEST_HEADING):
        return False
    if head.numeric:  # asked last, since it looks for dates
        return False
    if head.number and head.areas and not head.key.strip("@ ") and walk.section.group == "donors":
        return False  # `1. Denmark` is one of a ranking
    if head.colon:
        return True
    if head.number and walk.section.group == "agreements" and SIGNED.search(words):
        return False
    if not words.isascii() and _says_something(walk, block, words, head):
        return False
    if _is_told_in_item(walk, block, head) or (block.kind == "item" and _is_below_date(walk)):
        return False
    if known_topic(head, walk.publisher) is not None and len(without_bracketed(head.scope).split()) <= LONGEST_SCOPE:
        return not DATE_FIRST.match(words) or (block.kind != "item" and words.isascii())
    if block.kind == "item":
        return _goes_on_counting(walk, words, head)
    is_led = head.number is not None or _stands_alone(walk, block, words) or _heads_years(walk, head)
    return block.kind == "paragraph" and (is_led or directs_a_figure(walk, head))


def _is_below_date(walk: Walk) -> bool:
    """Whether the open section is that of a happening's date, which heads what happened: `1897年9月` over `外交関係樹立`."""
    section = walk.section
    return section.kind == "label" and section.topic is None and is_date_alone(section.heading or "")


def _goes_on_counting(walk: Walk, words: str, head: Head) -> bool:
    """Whether an item in Japanese bears the number after that of an open label, and no more than a label's words:
    `(イ)主要品目` behind `(ア)貿易額`."""
    if head.number is None or not has_japanese(words) or len(words) > LONGEST_COUNTED:
        return False
    return any(one.kind == "label" and is_before(one, head.number) for one in walk.section.around())


def _is_told_in_item(walk: Walk, block: Block, head: Head) -> bool:
    """Whether an item of what happened has its date in a bracket: `Establishment of diplomatic relations (July 1964)`."""
    is_happening = block.kind == "item" and walk.section.group in HAPPENED
    return is_happening and not head.number and isinstance(parse_date(head.scope.strip(" ()")), DateValue)


def _tells_a_value(words: str) -> bool:
    """Whether a line in Japanese is a label and what is said of it, with a space or colon between: `（2）兵役　志願制`."""
    number = NUMBER.match(words)
    told = UNIT_BEHIND.sub("", BRACKET.sub("", closed(words[number.end() if number else 0 :]).rstrip()))
    return VALUE_BEHIND.search(told) is not None


def _says_something(walk: Walk, block: Block, words: str, head: Head) -> bool:
    """Whether a line in Japanese is more than a label."""
    return _tells_a_value(words) if head.number else _is_said_of_profile(walk, block, head)


def _is_said_of_profile(walk: Walk, block: Block, head: Head) -> bool:
    """Whether a line without a number is what is said of the numbered label above: `国会（一院制、定数500名）`."""
    above, topic = walk.section.head, known_topic(head, walk.publisher)
    is_below = above is not None and above.number is not None and head.number is None
    is_below = is_below and block.kind == "paragraph" and walk.section.end == walk.lines[-1].block.end
    return is_below and topic is not None and topic.group == "profile" and any(map(str.isdigit, head.scope))


def _heads_years(walk: Walk, head: Head) -> bool:
    """Whether a line says what the figures are of the table of years right below it, whatever else it says."""
    below = walk.following
    if below is None or not year_columns(walk, below):
        return False
    topic = likely_topic(head, walk.publisher)
    return topic is not None and (topic.indicator is not None or topic.group in FIGURES)


def directs_a_figure(walk: Walk, head: Head) -> bool:
    """Whether a line says which way the figure goes that stands alone right below it: `From Japan to Finland`."""
    below = walk.following
    if below is None or below.kind not in ("paragraph", "item") or walk.section.group not in FIGURES:
        return False
    is_way = len(head.areas) > 1 and caption_direction(head, walk.publisher.area) is not None
    return is_way and any(amount.start == 0 for amount in find_amounts(walk.words(below)))


def labels_a_figure(walk: Walk, words: str) -> bool:
    """Whether a line in Japanese is a known label and the figure behind it, however it is set: `文化無償資金協力：2.84億円`."""
    number = NUMBER.match(words)
    label = FIGURE_BEHIND.match(words, number.end() if number else 0)
    topic = likely_topic(read_head(label[1]), walk.publisher) if label else None
    return topic is not None and topic.indicator is not None


def dates_a_list(walk: Walk, block: Block, words: str) -> bool:
    """Whether a line is nothing but the date of the items below it: of those set in further, if it is one itself; of
    figures, if it is none."""
    below = walk.following
    if below is None or below.kind != "item":
        return False
    is_above = below.level > block.level if block.kind == "item" else walk.section.group in FIGURES
    return is_above and is_date_alone(words)


def _is_listed(walk: Walk, words: str) -> bool:
    """Whether a line with its number and year stands in a list of such lines, and so heads nothing."""
    if not DATED_ITEM.match(words):
        return False
    below, above = walk.following, walk.lines[-1] if walk.lines else None
    is_above = above is not None and above.role in ("item", "prose") and DATED_ITEM.match(walk.words(above.block))
    return bool(is_above or (below and DATED_ITEM.match(walk.words(below))))


def _after_colon(words: str) -> str:
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


def _stands_alone(walk: Walk, block: Block, words: str) -> bool:
    """A short line with a blank line or cells above and a blank line below that begins like a title."""
    if find_amounts(words):  # `None`, `Figures currently being compiled`
        return False
    if has_japanese(words):  # there a capital begins no title: `CFAフラン`
        return False
    is_title = words[:1].isupper() and len(words.split()) <= HEADING_WORDS
    if not is_title or any(sign in words for sign in "0123456789.…") or not walk.text.startswith("\n\n", block.end):
        return False
    return block.start == 0 or "\n\n" in walk.text[max(0, block.start - 4) : block.start] or is_below_cells(walk)
