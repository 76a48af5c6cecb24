"""The walk: one pass over the blocks that gives each its role and its place in the tree of sections."""

from __future__ import annotations

import re

from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.dates import DateValue
from pipeline.outline.cells import is_date_alone, is_visit_list
from pipeline.outline.headings import Head, caption_direction, known_topic, likely_topic, read_head
from pipeline.outline.identity import Partner, is_title, page_date
from pipeline.outline.rows import header_at
from pipeline.outline.sections import Outline, Section
from pipeline.outline.table_walk import CAPTION, TableWalker
from pipeline.publishers import Publisher, Topic
from pipeline.records import Block, Document, Span

SENTENCE = re.compile(r"[.!?;,]['\"”’)]?\Z")
ABBREVIATED = re.compile(r"(?:etc|Inc|Ltd|Co|U\.S|U\.K)\.\Z")
COLON = re.compile(r"[:：]")
SOURCE = re.compile(r"[(（※*]?\s*(?:Sources?|Data from|Note|出典)\s*[:：]", re.I)
LABELS = frozenset({"residents", "relations", "companies", "agreements"})
VISITS = Topic("visits", "visits", None)
FIGURES = frozenset({"trade", "visitors", "investment", "oda", "residents"})
MAJOR, NUMBERED, PARENTHESIS, ROMAN, LABEL, ITEM_LABEL = 2, 3, 4, 5, 6, 7
HEADS = frozenset({"heading", "caption", "term"})
"""Kinds of blocks that head what follows them, however long they are."""
LONGEST_HEADING, LONGEST_LABEL, HEADING_WORDS, LONGEST_SCOPE = 120, 160, 9, 8


def walk(document: Document, publisher: Publisher, partner: Partner) -> Outline:
    """Give every block its role and section."""
    walker = _Walker(document, publisher, partner)
    following: list[Block | None] = [*document.blocks[1:], None]
    for block, walker.following in zip(document.blocks, following, strict=True):
        walker.take(block)
    return Outline(document, publisher, partner, walker.published, walker.title, tuple(walker.lines))


class _Walker(TableWalker):
    """The state of the walk: the open sections, and the open table if rows are expected."""

    def take(self, block: Block) -> None:
        """Hand a block to whatever knows its kind."""
        self._close_passed(block)
        if block.kind == "furniture" or self._is_furniture(block):
            self._add(block, "furniture")
        elif self._take_years(block):
            pass
        elif block.kind == "header":
            self._open_table()
            self._add(block, "header")
        elif block.kind == "row":
            self._take_row(block)
        elif not self._take_front(block) and not self._take_table(block):
            self._take_words(block)
        self.last_end = block.end

    def _close_passed(self, block: Block) -> None:
        """Leave a tight section at a blank line, and an unknown label's list at the paragraph after it."""
        section = self.section
        is_parted = "\n\n" in self.text[self.last_end : block.start]
        is_list_over = section.kind == "label" and section.topic is None and block.kind == "paragraph"
        if section.parent and is_parted and (section.is_tight or (is_list_over and self.lines[-1].role == "item")):
            self.section, self.in_table = section.parent, False

    def _is_furniture(self, block: Block) -> bool:
        words = self._words(block)
        return not words or (
            len(words) < 80 and self.publisher.furniture.fullmatch(words.strip(" []()>•-")) is not None
        )

    # ── the front of the page ──

    def _take_front(self, block: Block) -> bool:
        """Titles, the region in a title's place and the page's date."""
        words = self._words(block)
        if len(words) > LONGEST_LABEL:
            return False
        head = read_head(words)
        if is_title(head, self.publisher):
            self.title = self.title or words
            self._add(block, "title")
        elif self.section.kind == "sheet" and words.strip().lower() in self.publisher.regions:
            self._add(block, "region")
        elif self.published is None and self._before_facts() and isinstance(date := page_date(words), DateValue):
            is_under_title = bool(self.lines) and self.lines[-1].role == "title"
            if (date.role != "date" and not (date.role == "as_of" and is_under_title)) or date.precision == "range":
                return False
            self.published = date
            self._add(block, "date")
        else:
            return False
        return True

    def _before_facts(self) -> bool:
        return all(line.role in ("title", "region", "furniture", "heading") for line in self.lines[-6:])

    # ── headings, labels, items and prose ──

    def _take_words(self, block: Block, span: Span | None = None) -> None:
        words = self.text[span.start : span.end] if span else self._words(block)
        head = read_head("" if len(words) > LONGEST_LABEL and block.kind not in HEADS else words)
        topic = known_topic(head, self.publisher)
        if SOURCE.match(words):
            self._add(block, "source")
        elif self._is_scope(block, words):
            self._add(block, "label")
            heads_on = self.text.startswith("\n\n", block.end)  # what it heads stands below the blank line
            self.section = self.section._replace(
                heading=f"{self.section.heading} {words}", end=block.end, is_tight=not heads_on
            )
        elif self._caption(words):
            self._open(block, "caption", words, CAPTION)
            self._open_table()
        elif self._take_visit_item(block, words):
            pass
        elif self._is_heading(block, words, head, topic):
            self._open_heading(block, words, head, topic)
        else:
            self.in_table = False
            self._add(block, "item" if block.kind == "item" else "prose")

    def _take_visit_item(self, block: Block, words: str) -> bool:
        """Visits that are set as a list: items that begin with their date, or stand beside it. Returns whether it is one."""
        if block.kind not in ("item", "term") or not is_visit_list(self.section):
            return False
        if block.kind == "term" and is_date_alone(words):
            self._add(block, "label")
            self.term = Span(block.body, block.end)
        elif block.kind == "item" and self.lines[-1].role in ("label", "row") and self.term:
            self._add(block._replace(kind="row", cells=(self.term, Span(block.body, block.end))), "row")
        elif block.kind == "item" and self._row_start(block.body, block.end):
            self._add_rows(block)
        else:
            return False
        return True

    def _is_scope(self, block: Block, words: str) -> bool:
        """A line in brackets right below a heading, which only breaks the line: `(cumulative total fiscal 1951-2004)`."""
        is_next = self.lines and self.lines[-1].section is self.section and self.section.end == self.lines[-1].block.end
        return bool(
            is_next and self.section.is_tight and words.startswith("(") and words.endswith(")") and len(words) < 80
        )

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

    def _is_heading(self, block: Block, words: str, head: Head, topic: Topic | None) -> bool:
        """Whether a line heads what follows it, by its print: the layout says so, a closing colon, a number, or words
        that are known to be a heading's."""
        if block.kind in HEADS:
            return True
        if len(words) > LONGEST_LABEL or head.numeric or (SENTENCE.search(words) and not ABBREVIATED.search(words)):
            return False
        value = self._after_colon(words)
        if value and not (head.number and block.kind == "paragraph" and len(words) < LONGEST_HEADING):
            return False
        if head.colon or (topic is not None and len(head.scope.split()) <= LONGEST_SCOPE):
            return True
        return block.kind == "paragraph" and (head.number is not None or self._stands_alone(block, words))

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
        above = block.start == 0 or "\n\n" in self.text[max(0, block.start - 4) : block.start]
        below = self.text.startswith("\n\n", block.end)
        return (
            above
            and below
            and words[:1].isupper()
            and len(words.split()) <= HEADING_WORDS
            and not any(sign in words for sign in "0123456789.…")
        )

    def _open_heading(self, block: Block, words: str, head: Head, topic: Topic | None) -> None:
        topic = likely_topic(head, self.publisher)
        level = self._level(block, head, topic)
        self.in_table = False
        kind = "label" if level >= LABEL or block.kind == "term" else "heading"
        self._open(block, kind, words, level)

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
            inside = head.number.strip("().（）")
            if inside.isdigit() or (inside.isupper() and not head.number.startswith("(")):
                return PARENTHESIS if head.number.startswith(("(", "（")) else NUMBERED
            return ROMAN
        section = self.section
        if (
            topic
            and section.is_tight
            and section.topic
            and topic.group == section.topic.group
            and self._is_tight(block)
        ):
            return section.level + (1 if section.end == self.last_end else 0)
        if head.colon or block.kind == "term" or (topic and topic.group in LABELS and self._in_basics()):
            return LABEL
        return LABEL if topic and topic.indicator and self._is_tight(block) else MAJOR

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
        while kind == "caption" and parent.parent and parent.topic and parent.topic.group in FIGURES:
            parent = parent.parent
        if head.number and level in (NUMBERED, PARENTHESIS, ROMAN):
            parent = self._count(level, head.number, parent)
        if kind == "caption":
            topic = VISITS if topic is None or self._among_visits() else topic
        tight = block.kind == "paragraph" and kind != "heading" and self._is_tight(block)
        self.term = None
        self.section = Section(kind, level, words.rstrip(" :："), block.start, block.end, head, topic, parent, tight)
        self._add(block, kind)

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
    a, b = before.strip("().（） "), after.strip("().（） ")
    if a.isdigit() and b.isdigit():
        return int(b) == int(a) + 1
    roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    if a in roman and b in roman:
        return roman.index(b) == roman.index(a) + 1
    return len(a) == len(b) == 1 and ord(b) == ord(a) + 1
