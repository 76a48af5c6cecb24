"""The front of a page: its titles, its region and its date; and the links and remains that are no text."""

from __future__ import annotations

from pipeline.normalize.dates import DateValue
from pipeline.outline.header_walk import HeaderWalker
from pipeline.outline.headings import Head, read_head
from pipeline.outline.identity import is_broken_title, is_title, page_date
from pipeline.records import Block

LONGEST_LINE, LONGEST_LINK = 160, 80


class FrontWalker(HeaderWalker):
    """The walk's knowledge of what stands before and around a sheet's text."""

    def _is_furniture(self, block: Block) -> bool:
        words = self._words(block)
        words = " ".join(words.split()) if "\n" in words[: 2 * LONGEST_LINK] else words
        return not words or (
            len(words) < LONGEST_LINK and self.publisher.furniture.fullmatch(words.strip(" []()>•-")) is not None
        )

    def _take_front(self, block: Block) -> bool:
        """Titles, the region in a title's place and the page's date."""
        words = self._words(block)
        if len(words) > LONGEST_LINE:
            return False
        head = read_head(words)
        is_half = self.section.kind == "sheet" and self._is_half_a_title(words)
        if is_title(head, self.publisher) or is_half or self._is_name(words, head):
            self.title = self.title or words
            self._add(block, "title")
        elif self.section.kind == "sheet" and words.strip().lower() in self.publisher.regions:
            self._add(block, "region")
        elif self._may_be_date(block) and isinstance(date := page_date(words), DateValue):
            is_under_title = bool(self.lines) and self.lines[-1].role == "title"
            if date.role != "date" and not (date.role == "as_of" and is_under_title):
                return False
            if date.precision == "year" and not is_under_title:
                return False
            if not date.edtf.replace("-", "").isdigit():  # no page is of `around 2009` or of `2009 to 2010`
                return False
            self.published = date
            self._add(block, "date")
        else:
            return False
        return True

    def _is_name(self, words: str, head: Head) -> bool:
        """Whether a line on top of a page in Japanese is the partner's name and nothing else, or that in English below it."""
        if self.section.kind != "sheet" or head.key != "@" or [m.area for m in head.areas] != [self.partner.area]:
            return False
        is_below = bool(self.lines) and self.lines[-1].role == "title" and not (self.title or "").isascii()
        return not words.isascii() or is_below

    def _is_half_a_title(self, words: str) -> bool:
        """Whether a line is the first or the second half of a broken title."""
        above, below = self.lines[-1] if self.lines else None, self.following
        if above is not None and above.role == "title":
            return is_broken_title(self._words(above.block), words, self.publisher)
        return below is not None and is_broken_title(words, self._words(below), self.publisher)

    def _may_be_date(self, block: Block) -> bool:
        return self.published is None and block.kind != "item" and self._before_facts()

    def _before_facts(self) -> bool:
        for line in reversed(self.lines[-6:]):
            if line.role == "title":
                return True
            if line.role not in ("region", "furniture", "heading"):
                return False
        return True
