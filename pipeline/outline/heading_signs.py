"""Signs of a heading in the walk: by its print, its words, and what stands around it, whether a line heads what follows."""

from __future__ import annotations

import re

from pipeline.normalize.amounts import find_amounts
from pipeline.outline.captions import caption_direction
from pipeline.outline.cells import is_date_alone
from pipeline.outline.front import FrontWalker
from pipeline.outline.headings import (
    BRACKET,
    LONGEST_MARK,
    MARKED,
    NUMBER,
    Head,
    known_topic,
    likely_topic,
    read_head,
)
from pipeline.outline.rows import header_at
from pipeline.outline.spread import closed
from pipeline.patterns import has_japanese
from pipeline.records import Block

SENTENCE = re.compile(r"[.!?;,。]['\"”’)]?\Z")
ABBREVIATED = re.compile(r"(?:etc|Inc|Ltd|Co|U\.S|U\.K)\.\Z")
FIGURES = frozenset({"trade", "visitors", "investment", "oda", "residents"})
DATED_ITEM = re.compile(r"[(（]?[0-9]{1,2}[)）.]\s*[12][0-9]{3}(?:\s?[-–]\s?[12][0-9]{3})?\s*[:：]")
"""`(4) 2005: Entry into force of the Agreement` tells a happening, `(4) 2005:` heads those below."""
DATE_FIRST = re.compile(r"[12][0-9]{3}(?:[年./-]|\b)|(?:令和|平成|昭和)")
"""`1991年12月28日　国家承認` is a happening and heads nothing."""
VALUE_BEHIND = re.compile(
    r"(?:[ぁ-ヿ一-鿿Ａ-Ｚ](?:[ \t\u3000]+(?![A-Za-z]{3})|[:：][ \t\u3000]*)|[A-Z]：[ \t\u3000]*)\S"
)
HEADS = frozenset({"heading", "caption", "term"})
"""Kinds of blocks that head what follows them, however long they are."""
LONGEST_HEADING, LONGEST_LABEL, HEADING_WORDS, LONGEST_SCOPE, LEAST_TOLD = 120, 160, 9, 8, 3


class HeadingSigns(FrontWalker):
    """The walk's knowledge of what makes a line a heading, a label or a caption."""

    def _caption(self, words: str) -> tuple[str | None, str | None] | None:
        """The direction a caption of visits gives; other sections have labels of the same words."""
        if len(words) > LONGEST_HEADING or (self.section.group in FIGURES and not self._heads_names()):
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
        if head.number and head.areas and not head.key.strip("@ ") and self.section.group == "donors":
            return False  # `1. Denmark` is one of a ranking
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
        below = self.following
        if below is None or below.kind not in ("paragraph", "item") or self.section.group not in FIGURES:
            return False
        is_way = len(head.areas) > 1 and caption_direction(head, self.publisher.area) is not None
        return is_way and any(amount.start == 0 for amount in find_amounts(self._words(below)))

    def _dates_a_list(self, block: Block, words: str) -> bool:
        """Whether a line is nothing but the date of the items below it: of those set in further, if it is one itself; of
        figures, if it is none."""
        below = self.following
        if below is None or below.kind != "item":
            return False
        is_above = below.level > block.level if block.kind == "item" else self.section.group in FIGURES
        return is_above and is_date_alone(words)

    def _is_listed(self, words: str) -> bool:
        """Whether a line with its number and year stands in a list of such lines, and so heads nothing."""
        if not DATED_ITEM.match(words):
            return False
        below, above = self.following, self.lines[-1] if self.lines else None
        is_above = above is not None and above.role in ("item", "prose") and DATED_ITEM.match(self._words(above.block))
        return bool(is_above or (below and DATED_ITEM.match(self._words(below))))

    def _after_colon(self, words: str) -> str:
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

    def _stands_alone(self, block: Block, words: str) -> bool:
        """A short line with a blank line or cells above and a blank line below that begins like a title."""
        if find_amounts(words):  # `None`, `Figures currently being compiled`
            return False
        if has_japanese(words):  # there a capital begins no title: `CFAフラン`
            return False
        is_title = words[:1].isupper() and len(words.split()) <= HEADING_WORDS
        if not is_title or any(sign in words for sign in "0123456789.…") or not self.text.startswith("\n\n", block.end):
            return False
        return block.start == 0 or "\n\n" in self.text[max(0, block.start - 4) : block.start] or self._is_below_cells()
