"""What every part of the walk through a sheet shares: its state, and the first steps from a block to a line."""

from __future__ import annotations

from pipeline.normalize.dates import DateValue
from pipeline.outline.identity import Partner
from pipeline.outline.pieces import line_at
from pipeline.outline.sections import Line, Section
from pipeline.publishers import Publisher
from pipeline.records import Block, Document, Span

CAPTION = 9
BELOW_CAPTION = CAPTION + 1
"""The level of a table's caption, below all headings."""


class Walker:
    """The state of a walk: the lines so far, the open section, and the open table if rows are expected."""

    def __init__(self, document: Document, publisher: Publisher, partner: Partner) -> None:
        self.text = document.text
        self.publisher = publisher
        self.partner = partner
        self.lines: list[Line] = []
        self.section = Section("sheet", 0, None, 0, 0, None, None, None)
        self.numbered: dict[int, tuple[str, Section]] = {}
        self.following: Block | None = None
        self.in_table = False
        self.columns = 0
        self.has_remarks = False
        self.caption_level = 0
        self.style: int | None = None
        self.term: Span | None = None
        self.row_label: Section | None = None
        self.last_end = 0
        self.has_blanks = "\n\n" in document.text
        self.published: DateValue | None = None
        self.title: str | None = None

    def take(self, block: Block) -> None:
        """Hand a block to whatever knows its kind."""
        raise NotImplementedError

    def _take_words(self, block: Block, span: Span | None = None) -> None:
        """Take a block that is no row."""
        raise NotImplementedError

    def _caption(self, words: str) -> tuple[str | None, str | None] | None:
        """The direction that a caption of visits gives."""
        raise NotImplementedError

    def _open(self, block: Block, kind: str, words: str, level: int) -> None:
        """Open a section."""
        raise NotImplementedError

    def _open_table(self) -> None:
        self.in_table, self.style, self.columns = True, None, 0

    def _among_visits(self) -> bool:
        return self.section.group == "visits"

    def _add(self, block: Block, role: str) -> None:
        self.lines.append(Line(block, role, self.section))

    def _rest(self, block: Block, start: int, kind: str) -> Block:
        """What stands in a block from a place on."""
        return block._replace(kind=kind, start=start, body=start, line=line_at(self.text, block, start))

    def _words(self, block: Block) -> str:
        return self.text[block.body : block.end]
