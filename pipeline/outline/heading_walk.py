"""Headings in the walk: which lines head what follows, how deep, and the sections that they open and close."""

from __future__ import annotations

import re
import unicodedata

from pipeline.normalize.amounts import find_amounts
from pipeline.outline.captions import caption_direction
from pipeline.outline.cells import is_date_alone
from pipeline.outline.front import FrontWalker
from pipeline.outline.headings import (
    BRACKET,
    JAPANESE,
    NUMBER,
    Head,
    known_topic,
    likely_topic,
    of_the_world,
    read_head,
    topic_within,
)
from pipeline.outline.rows import header_at
from pipeline.outline.sections import Section
from pipeline.outline.spread import closed
from pipeline.outline.walker import CAPTION
from pipeline.publishers import Topic
from pipeline.records import Block

SENTENCE = re.compile(r"[.!?;,。]['\"”’)]?\Z")
ABBREVIATED = re.compile(r"(?:etc|Inc|Ltd|Co|U\.S|U\.K)\.\Z")
LABELS = frozenset({"residents", "relations", "companies", "agreements"})
VISITS = Topic("visits", "visits", None)
FIGURES = frozenset({"trade", "visitors", "investment", "oda", "residents"})
MAJOR, NUMBERED, PARENTHESIS, ROMAN, LABEL, ITEM_LABEL = 2, 3, 4, 5, 6, 7
BELOW_CAPTION = CAPTION + 1
DATED_ITEM = re.compile(r"[(（]?[0-9]{1,2}[)）.]\s*[12][0-9]{3}(?:\s?[-–]\s?[12][0-9]{3})?\s*[:：]")
"""`(4) 2005: Entry into force of the Agreement` tells a happening, `(4) 2005:` heads those below."""
DATE_FIRST = re.compile(r"[12][0-9]{3}(?:[年./-]|\b)|(?:令和|平成|昭和)")
"""`1991年12月28日　国家承認` is a happening and heads nothing."""
VALUE_BEHIND = re.compile(r"[ぁ-ヿ一-鿿](?:[ \t\u3000]+(?![A-Za-z]{3})|[:：][ \t\u3000]*)\S")
KATAKANA = list("アイウエオカキクケコサシスセソ")
"""The signs that count `（ア）`, `（イ）` in their order."""
HEADS = frozenset({"heading", "caption", "term"})
"""Kinds of blocks that head what follows them, however long they are."""
LONGEST_HEADING, LONGEST_LABEL, HEADING_WORDS, LONGEST_SCOPE, LEAST_TOLD = 120, 160, 9, 8, 3


class HeadingWalker(FrontWalker):
    """The walk's knowledge of headings, labels and captions."""

    def _caption(self, words: str) -> tuple[str | None, str | None] | None:
        """The direction a caption of visits gives; other sections have labels of the same words."""
        topic = self.section.nearest_topic()
        if len(words) > LONGEST_HEADING or (topic and topic.group in FIGURES and not self._heads_names()):
            return None
        head = read_head(words)
        return None if head.numeric else caption_direction(head, self.publisher.area, among_visits=self._among_visits())

    def _heads_names(self) -> bool:
        """Whether the header of a table of people stands right below."""
        block = self.following
        return block is not None and header_at(self.text, block.body, block.end) is not None

    def _is_heading(self, block: Block, words: str, head: Head) -> bool:
        """Whether a line heads what follows it, by its print: the layout says so, a closing colon, a number, or words
        that are known to be a heading's."""
        if block.kind in HEADS or self._dates_a_list(block, words):
            return True
        if len(words) > LONGEST_LABEL or (SENTENCE.search(words) and not ABBREVIATED.search(words)):
            return False
        value = self._after_colon(words)
        if value and self._is_listed(words) and len(value.split()) >= LEAST_TOLD:
            return False
        if value and not (head.number and block.kind == "paragraph" and len(words) < LONGEST_HEADING):
            return False
        if head.numeric:  # asked last, since it looks for dates
            return False
        if head.number and head.areas and not head.key.strip("@ ") and self._among_donors():
            return False
        if head.colon:
            return True
        if not words.isascii() and self._says_something(block, words, head):
            return False
        if known_topic(head, self.publisher) is not None and len(head.scope.split()) <= LONGEST_SCOPE:
            return not DATE_FIRST.match(words) or (block.kind != "item" and words.isascii())
        is_led = head.number is not None or self._stands_alone(block, words) or self._heads_years(head)
        return block.kind == "paragraph" and (is_led or self._directs_a_figure(head))

    def _tells_a_value(self, words: str) -> bool:
        """Whether a line in Japanese is a label and what is said of it, with a space or colon between: `（2）兵役　志願制`."""
        number = NUMBER.match(words)
        told = BRACKET.sub("", closed(words[number.end() if number else 0 :]).rstrip())
        return VALUE_BEHIND.search(told) is not None

    def _says_something(self, block: Block, words: str, head: Head) -> bool:
        """Whether a line in Japanese is more than a label."""
        return self._tells_a_value(words) if head.number else self._is_said_of_profile(block, head)

    def _is_said_of_profile(self, block: Block, head: Head) -> bool:
        """Whether a line without a number is what is said of the numbered label above: `国会（一院制、定数500名）`."""
        above, topic = self.section.head, known_topic(head, self.publisher)
        is_below = above is not None and above.number is not None and head.number is None
        is_below = is_below and block.kind == "paragraph" and self.section.end == self.lines[-1].block.end
        return is_below and topic is not None and topic.group == "profile" and any(map(str.isdigit, head.scope))

    def _heads_years(self, head: Head) -> bool:
        """Whether a line says what the figures are of the table of years right below it, whatever else it says."""
        below = self.following
        if below is None or not self._year_columns(below):
            return False
        topic = likely_topic(head, self.publisher)
        return topic is not None and (topic.indicator is not None or topic.group in FIGURES)

    def _directs_a_figure(self, head: Head) -> bool:
        """Whether a line says which way the figure goes that stands alone right below it: `From Japan to Finland`."""
        below, topic = self.following, self.section.nearest_topic()
        if below is None or below.kind not in ("paragraph", "item") or topic is None or topic.group not in FIGURES:
            return False
        is_way = len(head.areas) > 1 and caption_direction(head, self.publisher.area) is not None
        return is_way and any(amount.start == 0 for amount in find_amounts(self._words(below)))

    def _among_donors(self) -> bool:
        """Whether countries are ranked here: `1. Denmark` is one of them and heads nothing."""
        topic = self.section.nearest_topic()
        return topic is not None and topic.group == "donors"

    def _dates_a_list(self, block: Block, words: str) -> bool:
        """Whether an item is nothing but the date of the items below it, which are set in further."""
        below = self.following
        is_above = below is not None and below.kind == block.kind == "item" and below.level > block.level
        return is_above and is_date_alone(words)

    def _is_listed(self, words: str) -> bool:
        """Whether a line with its number and year stands in a list of such lines, and so heads nothing."""
        if not DATED_ITEM.match(words):
            return False
        below, above = self.following, self.lines[-1] if self.lines else None
        is_above = above is not None and above.role in ("item", "prose") and DATED_ITEM.match(self._words(above.block))
        return bool(is_above or (below and DATED_ITEM.match(self._words(below))))

    def _after_colon(self, words: str) -> str:
        """What stands behind the first colon outside brackets, and is not its end."""
        depth = 0
        for match in re.finditer(r"[()（）:：]", words):
            sign = match[0]
            depth += (sign in "(（") - (sign in ")）")
            if sign in ":：" and depth == 0:
                return words[match.end() :].strip()
        return ""

    def _stands_alone(self, block: Block, words: str) -> bool:
        """A short line with a blank line above and below that begins like a title."""
        if find_amounts(words):  # `None`, `Figures currently being compiled`
            return False
        if not words.isascii() and JAPANESE.search(words):  # there a capital begins no title: `CFAフラン`
            return False
        above = block.start == 0 or "\n\n" in self.text[max(0, block.start - 4) : block.start]
        below = self.text.startswith("\n\n", block.end)
        return (
            above
            and below
            and words[:1].isupper()
            and len(words.split()) <= HEADING_WORDS
            and not any(sign in words for sign in "0123456789.…")
        )

    def _open_heading(self, block: Block, words: str, head: Head) -> None:
        topic = topic_within(head, likely_topic(head, self.publisher), self.section.nearest_topic())
        level = self._level(block, head, topic)
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
        if head.number and self._is_counted(topic):
            return ITEM_LABEL
        if head.number:
            inside = head.number.strip("().（）．")
            if inside.isdecimal() or (inside.isupper() and not head.number.startswith("(")):
                return PARENTHESIS if head.number.startswith(("(", "（")) else NUMBERED
            return ROMAN
        section = self.section
        if topic and section.topic and topic.group == section.topic.group:
            if section.is_tight and self._is_tight(block):
                return section.level + self._is_right_below(section)
            if block.kind == "paragraph" and self.lines[-1].block.level and self._is_right_below(section):
                return section.level + 1  # `Japan's ODA to Fiji (until 2008)` below the page's own heading of aid
        if head.colon or block.kind == "term" or (topic and topic.group in LABELS and self._in_basics()):
            return LABEL
        if block.kind == "paragraph" and self._directs_a_figure(head):
            return LABEL
        return LABEL if topic and topic.indicator and self._is_tight(block) else MAJOR

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
        topic = topic_within(head, topic, parent.nearest_topic())
        topic = self._between_both(of_the_world(head, topic, parent.nearest_topic(), self.publisher), parent)
        if kind == "caption":
            self.caption_level = block.level if block.kind == "heading" else 0
            topic = VISITS if topic is None or self._among_visits() else topic
        tight = block.kind == "paragraph" and kind != "heading" and self._is_tight(block)
        self.term = None
        self.section = Section(kind, level, words.rstrip(" :："), block.start, block.end, head, topic, parent, tight)
        self._add(block, kind)

    def _between_both(self, topic: Topic | None, parent: Section) -> Topic | None:
        """`経済` is a country's own economy, but that of the two countries where relations are told."""
        around = parent.nearest_topic()
        is_shared = (around is not None and around.group == "basic") or "関係" in (self.title or "")
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
        if head.number is None or not JAPANESE.search(words):
            return
        section: Section | None = self.section
        while section is not None and not self._is_before(section, head.number):
            section = section.parent
        if section is not None and section.parent is not None:
            self.section = section.parent

    def _is_before(self, section: Section, number: str) -> bool:
        """Whether a section bears the number before another one, in the same print."""
        own = section.head.number if section.head and section.kind == "heading" else None
        return own is not None and (own[0] in "(（") == (number[0] in "(（") and _follows(own, number)

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
