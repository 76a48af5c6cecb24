"""The walk: one pass over the blocks that gives each its role and its place in the tree of sections."""

from __future__ import annotations

import re

from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.outline.headings import Head, caption_direction, known_topic, likely_topic, read_head
from pipeline.outline.identity import Partner, is_title
from pipeline.outline.rows import RowStart, header_at, inner_rows, month_row_at, row_at, series_cells, year_cells
from pipeline.outline.sections import Line, Outline, Section
from pipeline.publishers import Publisher, Topic
from pipeline.records import Block, Document, Span

SENTENCE = re.compile(r"[.!?;,]['\"”’)]?\Z")
ABBREVIATED = re.compile(r"(?:etc|Inc|Ltd|Co|U\.S|U\.K)\.\Z")
COLON = re.compile(r"[:：]")
SOURCE = re.compile(r"[(（※*]?\s*(?:Sources?|Data from|Note|出典)\s*[:：]", re.I)
LABELS = frozenset({"residents", "relations", "companies", "agreements"})
TABLES = frozenset({"visits", "narrative", "relations", "basic"})
MAJOR, NUMBERED, PARENTHESIS, ROMAN, LABEL, ITEM_LABEL, CAPTION = 2, 3, 4, 5, 6, 7, 9
LONGEST_HEADING, LONGEST_LABEL, HEADING_WORDS, LONGEST_SCOPE = 120, 160, 9, 8


def walk(document: Document, publisher: Publisher, partner: Partner) -> Outline:
    """Give every block its role and section."""
    walker = _Walker(document, publisher, partner)
    for block in document.blocks:
        walker.take(block)
    return Outline(document, publisher, partner, walker.published, walker.title, tuple(walker.lines))


class _Walker:
    """The state of the walk: the open sections, and the open table if rows are expected."""

    def __init__(self, document: Document, publisher: Publisher, partner: Partner) -> None:
        self.text = document.text
        self.publisher = publisher
        self.partner = partner
        self.lines: list[Line] = []
        self.section = Section("sheet", 0, None, 0, 0, None, None, None)
        self.numbered: dict[int, tuple[str, Section]] = {}
        self.in_table = False
        self.columns = 0
        self.style: int | None = None
        self.last_end = 0
        self.has_blanks = "\n\n" in document.text
        self.published: DateValue | None = None
        self.title: str | None = None

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

    def _add(self, block: Block, role: str) -> None:
        self.lines.append(Line(block, role, self.section))

    def _words(self, block: Block) -> str:
        return self.text[block.body : block.end]

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
        elif self.published is None and self._before_facts() and isinstance(date := parse_date(words), DateValue):
            if date.role != "date" or date.precision == "range":
                return False
            self.published = date
            self._add(block, "date")
        else:
            return False
        return True

    def _before_facts(self) -> bool:
        return all(line.role in ("title", "region", "furniture", "heading") for line in self.lines[-6:])

    # ── tables ──

    def _open_table(self) -> None:
        self.in_table, self.style, self.columns = True, None, 0

    def _take_years(self, block: Block) -> bool:
        """Tables whose columns are years: the header, and the lines of figures below it. Returns whether the block is any."""
        years = year_cells(self.text, block.body, block.end)
        if years:
            self._open_table()
            self.in_table, self.columns = False, len(years)
            self._add(block._replace(kind="header", cells=tuple(years)), "header")
            return True
        cells = series_cells(self.text, block.body, block.end, self.columns)
        if not cells:
            self.columns = 0 if block.kind in ("heading", "caption") else self.columns
            return False
        self._add(block._replace(kind="row", cells=cells), "series")
        return True

    def _take_row(self, block: Block) -> None:
        """A row with cells: a heading or caption where it holds but one, else a row."""
        filled = [cell for cell in block.cells if cell.start < cell.end]
        if len(filled) == 1 and not self.in_table:
            cell = filled[0]
            self._take_words(block._replace(kind="paragraph", body=cell.start), Span(cell.start, cell.end))
            return
        if len(filled) == 1 and self._caption(self.text[filled[0].start : filled[0].end]):
            self._open(block, "caption", self.text[filled[0].start : filled[0].end], CAPTION)
            return
        self.in_table = True
        self._add(block, "row")

    def _take_table(self, block: Block) -> bool:
        """Headers and rows in running text. Returns whether the block was any."""
        end = header_at(self.text, block.body, block.end)
        if end is not None and block.kind in ("paragraph", "item"):
            self._open_table()
            self._add(block._replace(kind="header", end=end), "header")
            rest = len(self.text[end : block.end]) - len(self.text[end : block.end].lstrip()) + end
            if rest < block.end:
                self._add_rows(block._replace(kind="row", start=rest, body=rest))
            return True
        if not self.in_table or block.kind != "paragraph":
            return False
        if self._row_start(block.body, block.end) or self._goes_on(block):
            self._add_rows(block)
            return True
        self.in_table = False
        return False

    def _row_start(self, start: int, end: int) -> RowStart | None:
        return row_at(self.text, start, end) or month_row_at(self.text, start, end)

    def _goes_on(self, block: Block) -> bool:
        """Whether a line without a date continues the rows above: no blank line, no heading, and rows there are."""
        if "\n\n" in self.text[self.last_end : block.start] or self.lines[-1].role != "row":
            return False
        head = read_head(self._words(block))
        return (
            known_topic(head, self.publisher) is None and self._caption(self._words(block)) is None and not head.colon
        )

    def _add_rows(self, block: Block) -> None:
        """Cut a stretch of text into its rows, each with a cell for the date (empty when it has none) and one for the rest."""
        first = self._row_start(block.body, block.end)
        if first and first.style >= 0 and self.style is None:
            self.style = first.style
        starts = inner_rows(self.text, block.body, block.end, self.style)
        bounds = [block.body, *(row.date.start for row in starts), block.end]
        heads: list[RowStart | None] = [first, *starts]
        for head, start, stop in zip(heads, bounds, bounds[1:], strict=False):
            end = start + len(self.text[start:stop].rstrip())
            date = head.date if head else Span(start, start)
            cells = (date, Span(head.words if head else start, end))
            line = block.line + self.text.count("\n", block.body, start)
            self._add(Block("row", 0, start if start > block.body else block.start, end, line, start, cells), "row")

    # ── headings, labels, items and prose ──

    def _take_words(self, block: Block, span: Span | None = None) -> None:
        words = self.text[span.start : span.end] if span else self._words(block)
        head = read_head(words)
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
        elif self._is_heading(block, words, head, topic):
            self._open_heading(block, words, head, topic)
        else:
            self.in_table = False
            self._add(block, "item" if block.kind == "item" else "prose")

    def _is_scope(self, block: Block, words: str) -> bool:
        """A line in brackets right below a heading, which only breaks the line: `(cumulative total fiscal 1951-2004)`."""
        is_next = self.lines and self.lines[-1].section is self.section and self.section.end == self.lines[-1].block.end
        return bool(
            is_next and self.section.is_tight and words.startswith("(") and words.endswith(")") and len(words) < 80
        )

    def _caption(self, words: str) -> tuple[str | None, str | None] | None:
        """The direction a caption of visits gives; other sections have labels of the same words."""
        topic = self.section.nearest_topic()
        if len(words) > LONGEST_HEADING or (
            topic and topic.group in ("trade", "visitors", "investment", "oda", "residents")
        ):
            return None
        head = read_head(words)
        return None if head.numeric else caption_direction(head, self.publisher.area)

    def _is_heading(self, block: Block, words: str, head: Head, topic: Topic | None) -> bool:
        """Whether a line heads what follows it, by its print: the layout says so, a closing colon, a number, or words
        that are known to be a heading's."""
        if block.kind in ("heading", "caption", "term"):
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
        if head.number and level in (NUMBERED, PARENTHESIS, ROMAN):
            parent = self._count(level, head.number, parent)
        if kind == "caption":
            topic = topic or Topic("visits", "visits", None)
        tight = block.kind == "paragraph" and kind != "heading" and self._is_tight(block)
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
