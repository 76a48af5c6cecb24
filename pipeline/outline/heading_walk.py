"""Headings in the walk: how deep a line stands that heads what follows, and the sections that it opens and closes."""

from __future__ import annotations

import re
import unicodedata

from pipeline.outline.captions import caption_direction
from pipeline.outline.cells import LABELS, is_date_alone
from pipeline.outline.heading_signs import FIGURES, HeadingSigns
from pipeline.outline.headings import (
    Head,
    known_topic,
    likely_topic,
    of_the_world,
    read_head,
    topic_within,
)
from pipeline.outline.sections import Section
from pipeline.outline.walker import CAPTION
from pipeline.patterns import has_japanese
from pipeline.publishers import Topic
from pipeline.records import Block

VISITS = Topic("visits", "visits", None)
MAJOR, NUMBERED, PARENTHESIS, ROMAN, LABEL, ITEM_LABEL = 2, 3, 4, 5, 6, 7
BELOW_CAPTION = CAPTION + 1
CHAPTER = re.compile(r"[IVX]+[.．)）]")
KATAKANA = list("アイウエオカキクケコサシスセソ")
"""The signs that count `（ア）`, `（イ）` in their order."""


class HeadingWalker(HeadingSigns):
    """The walk's knowledge of how headings, labels and captions lie in each other."""

    def _open_heading(self, block: Block, words: str, head: Head) -> None:
        topic = topic_within(head, likely_topic(head, self.publisher), self.section.nearest_topic)
        level = self._level(block, head, topic)
        if block.kind == "paragraph" and self._dates_a_list(block, words):
            level = LABEL
        self.in_table = False
        is_label = level >= LABEL or block.kind == "term"
        if self._dates_a_caption(block, words):
            level, is_label = BELOW_CAPTION, False
        self._open(block, "label" if is_label else "heading", words, level)

    def _dates_a_caption(self, block: Block, words: str) -> bool:
        """Whether a heading is nothing but the date of a part of what a caption heads, in smaller print than the caption."""
        is_below = self.section.nearest("caption") is not None and 0 < self.caption_level < block.level
        return is_below and block.kind == "heading" and is_date_alone(words)

    def _level(self, block: Block, head: Head, topic: Topic | None) -> int:
        if block.kind == "heading" and block.level:
            return block.level
        if block.kind == "caption":
            return CAPTION
        if block.kind == "item":
            return ITEM_LABEL + min(block.level - 1, 1)
        if block.kind == "term" and block.level:
            return LABEL + min(block.level, 2)
        if head.number and self._is_counted(topic):
            return ITEM_LABEL
        if head.number:
            inside = head.number.strip("().（）．")
            if self._counts_chapters(head.number):
                return MAJOR
            if inside.isdecimal() or (inside.isupper() and not head.number.startswith("(")):
                return PARENTHESIS if head.number.startswith(("(", "（")) else NUMBERED
            return ROMAN
        section = self.section
        if topic and section.topic and topic.group == section.topic.group:
            if section.is_tight and self._is_tight(block):
                return section.level + self._is_right_below(section)
            if block.kind == "paragraph" and self.lines[-1].block.level and self._is_right_below(section):
                return section.level + 1  # `Japan's ODA to Fiji (until 2008)` below the page's own heading of aid
            if not self.has_blanks and topic.indicator and block.kind == "paragraph":
                return LABEL  # `対日輸出` below `（1）対日貿易`, where no line is blank
        if head.colon or block.kind == "term" or (topic and topic.group in LABELS and self._in_basics()):
            return LABEL
        if block.kind == "paragraph" and self._directs_a_figure(head):
            return LABEL
        is_label = topic is not None and topic.indicator is not None and self._is_tight(block)
        return LABEL if is_label and not self._begins_count(head) else MAJOR

    def _counts_chapters(self, number: str) -> bool:
        """Whether a number is Roman and in capitals: chapters bear it, whose parts bear others. A letter among letters is
        none: `I.` below `H.`."""
        last = self.numbered.get(NUMBERED)
        return CHAPTER.fullmatch(number) is not None and not (last and _follows(last[0], number))

    def _begins_count(self, head: Head) -> bool:
        """Whether a heading in Japanese without a number stands over the first of a count: `経済協力` over `1　援助実績`."""
        below = read_head(self._words(self.following)).number if self.following and not head.key.isascii() else None
        return below is not None and unicodedata.normalize("NFKC", below).strip(". ") == "1"

    def _is_right_below(self, section: Section) -> bool:
        """Whether nothing but links of the page stands between a section's heading and what comes now."""
        above = next((line for line in reversed(self.lines) if line.role != "furniture"), None)
        return above is not None and above.block.end == section.end

    def _is_counted(self, topic: Topic | None) -> bool:
        """Whether a number counts the items of the label above: `(1) Loan` below `Development cooperation:`."""
        section = self.section if self.section.level <= LABEL else self.section.parent
        above = section.topic if section and section.kind == "label" and section.level == LABEL else None
        return above is not None and topic is not None and above.group == topic.group and topic.indicator is not None

    def _in_basics(self) -> bool:
        """Whether the open section is the list of basic data, whose labels need no colon."""
        heading = self.section.nearest("heading")
        return heading is not None and heading.topic is not None and heading.topic.group == "basic"

    def _open(self, block: Block, kind: str, words: str, level: int) -> None:
        """Close what the new section ends and open it; a number that goes on with a count stays beside the last one."""
        head = read_head(words)
        topic = known_topic(head, self.publisher) if kind == "caption" else likely_topic(head, self.publisher)
        parent = self.section
        while parent.parent is not None and parent.level >= level:
            parent = parent.parent
        while kind == "caption" and parent.parent and self._ends_at_caption(parent):
            parent = parent.parent
        if head.number and level in (NUMBERED, PARENTHESIS, ROMAN):
            parent = self._count(level, head.number, parent)
        topic = topic_within(head, topic, parent.nearest_topic)
        topic = self._between_both(of_the_world(head, topic, parent.nearest_topic, self.publisher), parent)
        if kind == "caption":
            self.caption_level = block.level if block.kind == "heading" else 0
            topic = VISITS if topic is None or self._among_visits() else topic
        tight = block.kind == "paragraph" and kind != "heading" and self._is_tight(block)
        self.term = None
        self.section = Section(kind, level, words.rstrip(" :："), block.start, block.end, head, topic, parent, tight)
        self._add(block, kind)

    def _between_both(self, topic: Topic | None, parent: Section) -> Topic | None:
        """`経済` is a country's own economy, but that of the two countries where relations are told."""
        is_shared = parent.group == "basic" or "関係" in (self.title or "")
        is_own = topic is not None and topic.name == "own_economy"
        return self.publisher.phrases.get("経済関係") if is_own and is_shared else topic

    def _ends_at_caption(self, section: Section) -> bool:
        """Whether a caption of visits stands beside a section and not in it: one of figures, or one that goes one way."""
        topic = section.topic
        if topic is None or section.head is None:
            return False
        is_directed = topic.group == "visits" and section.kind == "heading" and bool(section.head.areas)
        return topic.group in FIGURES or (
            is_directed and caption_direction(section.head, self.publisher.area, among_visits=True) is not None
        )

    def _end_counted(self, words: str, head: Head) -> None:
        """Leave a numbered section at a line in Japanese that bears the next number and its value: `7　総貿易額` ends at
        `8　通貨　ユーロ`."""
        if head.number is None or not has_japanese(words):
            return
        before = next((section for section in self.section.around() if self._is_before(section, head.number)), None)
        if before is not None and before.parent is not None:
            self.section = before.parent

    def _is_before(self, section: Section, number: str) -> bool:
        """Whether a section bears the number before another one, in the same print."""
        own = section.head.number if section.head and section.kind == "heading" else None
        return own is not None and _print_of(own) == _print_of(number) and _follows(own, number)

    def _is_tight(self, block: Block) -> bool:
        """Whether a line opens a run of lines without blank ones, in a text that parts its blocks by blank lines."""
        return (
            self.has_blanks
            and self.text[block.end : block.end + 1] == "\n"
            and not self.text.startswith("\n\n", block.end)
        )

    def _count(self, level: int, number: str, parent: Section) -> Section:
        last = self.numbered.get(level)
        if last and _follows(last[0], number):
            parent = last[1]
        self.numbered[level] = (number, parent)
        return parent


def _print_of(number: str) -> str:
    """How a number is printed: in brackets, in a circle, or bare."""
    sign = unicodedata.normalize("NFKC", number[0])
    return sign if sign == "(" else "①" if "①" <= number[0] <= "⑳" else ""


def _follows(before: str, after: str) -> bool:
    """Whether a number of a list comes right after another: `(2)` after `(1)`."""
    a, b = (unicodedata.normalize("NFKC", number).strip("(). ") for number in (before, after))
    if a.isdecimal() and b.isdecimal():
        return int(b) == int(a) + 1
    if a in KATAKANA and b in KATAKANA:
        return KATAKANA.index(b) == KATAKANA.index(a) + 1
    roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    if a in roman and b in roman:
        return roman.index(b) == roman.index(a) + 1
    return len(a) == len(b) == 1 and ord(b) == ord(a) + 1
