"""The walk: one pass over the blocks that gives each its role and its place in the tree of sections."""

from __future__ import annotations

from pipeline.normalize.dates import DateValue, parse_date
from pipeline.outline.cells import is_date_alone, is_visit_list
from pipeline.outline.clauses import clauses_apart
from pipeline.outline.heading_signs import HEADS, LONGEST_LABEL
from pipeline.outline.heading_walk import HeadingWalker
from pipeline.outline.headings import read_head
from pipeline.outline.identity import Partner
from pipeline.outline.labels import labels_apart
from pipeline.outline.sections import Outline
from pipeline.outline.stacked import stacked
from pipeline.outline.walker import CAPTION
from pipeline.outline.wraps import is_source
from pipeline.publishers import Publisher
from pipeline.records import Block, Document, Span

LONGEST_BRACKET = 80


def walk(document: Document, publisher: Publisher, partner: Partner) -> Outline:
    """Give every block its role and section."""
    walker = _Walker(document, publisher, partner)
    blocks = list(stacked(document.text, document.blocks)) if document.language == "ja" else document.blocks
    following: list[Block | None] = [*blocks[1:], None]
    for block, walker.following in zip(blocks, following, strict=True):
        walker.take(block)
    return Outline(document, publisher, partner, walker.published, walker.title, tuple(walker.lines))


class _Walker(HeadingWalker):
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
        is_unknown = section.kind == "label" and section.topic is None
        is_list_over = is_unknown and block.kind == "paragraph" and self.lines[-1].role == "item"
        if section.parent and (section.is_tight or is_list_over) and "\n\n" in self.text[self.last_end : block.start]:
            self.section, self.in_table = section.parent, False

    def _take_words(self, block: Block, span: Span | None = None) -> None:
        words = self.text[span.start : span.end] if span else self._words(block)
        is_whole = span is not None or self._is_whole(block, words)
        parts = [] if is_whole else labels_apart(self.text, block, self.publisher)
        parts = parts or ([] if is_whole else clauses_apart(self.text, block, self.publisher))
        for part in parts:
            self.take(part)
        if parts:
            return
        head = read_head("" if len(words) > LONGEST_LABEL and block.kind not in HEADS else words)
        if is_source(words):
            self._add(block, "source")
        elif self._is_scope(words):
            self._add(block, "label")
            if not self.section.is_tight and not is_span(words):
                return
            heads_on = self.text.startswith("\n\n", block.end)  # what it heads stands below the blank line
            self.section = self.section._replace(
                heading=f"{self.section.heading} {words}", end=block.end, is_tight=not heads_on
            )
        elif self._is_remark(block, words):
            line = self.lines[-1]
            self.lines[-1] = line._replace(block=line.block._replace(end=block.end))
        elif self._caption(words):
            self._open(block, "caption", words, CAPTION)
            self._open_table()
        elif self._take_visit_item(block, words):
            pass
        elif self._is_heading(block, words, head):
            self._open_heading(block, words, head)
        else:
            self.in_table = False
            self._end_counted(words, head)
            self._add(block, "item" if block.kind == "item" else "prose")

    def _is_whole(self, block: Block, words: str) -> bool:
        """Whether a line is not looked at for a label before another one."""
        return words.isascii() or block.kind not in ("paragraph", "item") or self._among_visits()

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

    def _is_scope(self, words: str) -> bool:
        """A line in brackets right below a heading, which only breaks the line: `(cumulative total fiscal 1951-2004)`; one
        below a blank line only if it is nothing but a span of years: `(since 2000)`."""
        is_next = self.lines and self.lines[-1].section is self.section and self.section.end == self.lines[-1].block.end
        if not is_next or not _is_bracket(words):
            return False
        return self.section.is_tight or (self.section.heading is not None and (is_span(words) or is_as_of(words)))

    def _is_remark(self, block: Block, words: str) -> bool:
        """A bracket alone that only breaks the line of the item above: `(effective from 1961)`."""
        above = self.lines[-1] if self.lines else None
        is_open = above is not None and above.role in ("item", "prose") and above.section is self.section
        topic = self.section.nearest_topic
        if above is None or not is_open or block.kind != "paragraph" or not _is_bracket(words):
            return False
        if topic is not None and topic.indicator is not None:  # there it may be a note on all the figures above
            return False
        printed = self._words(above.block)
        return self.text[above.block.end : block.start].count("\n") == 1 and not printed.endswith((".", ":", "："))


def _is_bracket(words: str) -> bool:
    """Whether a line is one bracket and nothing else."""
    return words.startswith("(") and words.endswith(")") and words.count("(") == 1 and len(words) < LONGEST_BRACKET


def is_span(words: str) -> bool:
    """Whether a bracket states the years that a list covers.

    >>> is_span("(since 2000)"), is_span("(2000-2010)"), is_span("(May 2010)")
    (True, True, False)
    """
    date = parse_date(words.strip(" ()"))
    return isinstance(date, DateValue) and date.precision in ("open", "range")


def is_as_of(words: str) -> bool:
    """Whether a bracket only states when a list was made.

    >>> is_as_of("(as of May 2014)"), is_as_of("(May 2014)")
    (True, False)
    """
    date = parse_date(words.strip(" ()"))
    return isinstance(date, DateValue) and date.role == "as_of"
