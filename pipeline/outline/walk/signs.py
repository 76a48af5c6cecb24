"""Signs of a heading: by its print and its words, whether a line heads what follows."""

from __future__ import annotations

import re

from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.dates import find_dates
from pipeline.outline.captions import caption_direction
from pipeline.outline.headings import Head, known_topic, read_head, without_bracketed
from pipeline.outline.walk.counts import is_before
from pipeline.outline.walk.dated import (
    dates_a_list,
    dates_totals,
    heads_dated_units,
    heads_year_rows,
    is_below_date,
    is_listed,
)
from pipeline.outline.walk.neighbours import (
    FIGURES,
    dates_deeper,
    directs_a_figure,
    heads_goods,
    heads_names,
    heads_ranks,
    heads_table,
    labels_deeper,
    scopes_figures,
)
from pipeline.outline.walk.state import Walk
from pipeline.outline.walk.tables import is_below_cells
from pipeline.outline.walk.told import after_colon, is_told_in_item, labels_a_figure, says_something, tells_an_amount
from pipeline.patterns import has_japanese
from pipeline.records import Block

SENTENCE = re.compile(r"[.!?;,。]['\"”’)]?\Z")
ABBREVIATED = re.compile(r"(?:etc|Inc|Ltd|Co|U\.S|U\.K)\.\Z")
SIGNED = re.compile(
    r"[(（][^()（）]*\b(?:signed|concluded|ratified|entered into force|in force|effective)\b[^()（）]*[12][0-9]{3}",
    re.I,
)
"""`2. Agreement on Technical Cooperation (signed in July 2005)` tells a happening."""
DATE_FIRST = re.compile(r"[12][0-9]{3}(?:[年./-]|\b)|(?:令和|平成|昭和)")
"""`1991年12月28日　国家承認` is a happening and heads nothing."""
SCOPE_PARTS = re.compile("[,;]")
HEADS = frozenset({"heading", "caption", "term"})
"""Kinds of blocks that head what follows them, however long they are."""
LONGEST_HEADING, LONGEST_LABEL, LONGEST_COUNTED, HEADING_WORDS, LONGEST_SCOPE, LEAST_TOLD = 120, 160, 20, 9, 8, 3


def caption_of(walk: Walk, words: str) -> tuple[str | None, str | None] | None:
    """The direction a caption of visits gives; other sections have labels of the same words."""
    if len(words) > LONGEST_HEADING or (walk.section.group in FIGURES and not heads_names(walk)):
        return None
    head = read_head(words)
    return None if head.numeric else caption_direction(head, walk.publisher.area, among_visits=walk.among_visits())


def is_heading(walk: Walk, block: Block, words: str, head: Head) -> bool:
    """Whether a line heads what follows it, by its print: the layout says so, a closing colon, a number, or words
    that are known to be a heading's."""
    if block.kind in HEADS or dates_a_list(walk, block, words):
        return words.isascii() or not (head.numeric and labels_a_figure(walk, words))
    if dates_totals(walk, block, words):
        return True
    if len(words) > LONGEST_LABEL or (SENTENCE.search(words[-2:]) and not ABBREVIATED.search(words)):
        return False
    value = after_colon(words)
    if value and is_listed(walk, words) and len(value.split()) >= LEAST_TOLD:
        return False
    if value and not (head.number and block.kind == "paragraph" and len(words) < LONGEST_HEADING):
        return False
    if heads_year_rows(walk, words):
        return False
    if head.numeric and not heads_dated_units(walk, words):  # asked late, since it looks for dates
        return False
    if head.number and head.areas and not head.key.strip("@ ") and walk.section.group == "donors":
        return False  # `1. Denmark` is one of a ranking
    if head.colon:
        return True
    if tells_an_amount(walk, block, words, head):
        return False
    if head.number and walk.section.group == "agreements" and SIGNED.search(words):
        return False
    if not words.isascii() and says_something(walk, block, words, head):
        return False
    if is_told_in_item(walk, block, head) or (block.kind == "item" and is_below_date(walk)):
        return False
    topic = known_topic(head, walk.publisher)
    if topic is not None and _is_short(without_bracketed(head.scope)):
        if topic.group == "relations" and any(date.start == 0 for date in find_dates(words)):
            return False  # `August 31, 1993 Establishment of diplomatic relations` is what happened
        return not DATE_FIRST.match(words) or (block.kind != "item" and words.isascii())
    if block.kind == "item":
        is_counting = _goes_on_counting(walk, words, head)
        return is_counting or dates_deeper(walk, block, head) or labels_deeper(walk, block, head)
    is_led = head.number is not None or _stands_alone(walk, block, words) or heads_table(walk, head)
    is_led = is_led or heads_ranks(walk, head) or heads_goods(walk, head) or scopes_figures(walk, words, head)
    return block.kind == "paragraph" and (is_led or directs_a_figure(walk, head))


def _is_short(scope: str) -> bool:
    """Whether each part of a heading's brackets is short: `million yen, on the basis of exchange of notes`."""
    return all(len(part.split()) <= LONGEST_SCOPE for part in SCOPE_PARTS.split(scope))


def _goes_on_counting(walk: Walk, words: str, head: Head) -> bool:
    """Whether an item in Japanese bears the number after that of an open label, and no more than a label's words:
    `(イ)主要品目` behind `(ア)貿易額`."""
    if head.number is None or not has_japanese(words) or len(words) > LONGEST_COUNTED:
        return False
    return any(one.kind == "label" and is_before(one, head.number) for one in walk.section.around())


def _stands_alone(walk: Walk, block: Block, words: str) -> bool:
    """A short line with a blank line or cells above and a blank line below that begins like a title."""
    if find_amounts(words):  # `None`, `Figures currently being compiled`
        return False
    if has_japanese(words):  # there a capital begins no title: `CFAフラン`
        return False
    is_title = words.lstrip("[<")[:1].isupper() and len(words.split()) <= HEADING_WORDS
    if not is_title or any(sign in words for sign in "0123456789.…") or not walk.text.startswith("\n\n", block.end):
        return False
    return block.start == 0 or "\n\n" in walk.text[max(0, block.start - 4) : block.start] or is_below_cells(walk)
