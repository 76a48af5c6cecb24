"""What all steps of the walk through a sheet share: how far it is, and how a block becomes a line."""

from __future__ import annotations

from pipeline.normalize.dates import DateValue
from pipeline.outline.identity import Partner
from pipeline.outline.pieces import line_at
from pipeline.outline.sections import Line, Section
from pipeline.publishers import Publisher
from pipeline.records import Block, Document


class Walk:
    """The lines so far, the open section, and the open table if rows are expected.

    `following` is the block behind the one that is taken now, `last_end` the end of the one before. `numbered` has the
    last number of each level with the section that it counts in. Of an open table are known: `columns`, how many of its
    columns are years, `columns_in`, the section that these head, whether it `has_remarks` beside them, and the `style` of
    the dates of its rows. `term` is a date that waits for its items, `row_label` the section that the label of a row opened,
    `caption_level` the level in print of the last caption, `headed` where the sections begin that have headers.
    """

    __slots__ = (
        "caption_level", "columns", "columns_in", "following", "has_blanks", "has_remarks", "headed", "in_table", "last_end", "lines",
        "numbered", "partner", "published", "publisher", "row_label", "section", "style", "term", "text", "title",
    )  # fmt: skip

    def __init__(self, document: Document, publisher: Publisher, partner: Partner) -> None:
        self.text = document.text
        self.publisher = publisher
        self.partner = partner
        self.lines: list[Line] = []
        self.section = Section("sheet", 0, None, 0, 0, None, None, None)
        self.numbered: dict[int, tuple[str, Section]] = {}
        self.following: Block | None = None
        self.in_table = False
        self.headed: set[int] = set()
        self.columns = 0
        self.columns_in = self.section
        self.has_remarks = False
        self.caption_level = 0
        self.style: int | None = None
        self.term: Block | None = None
        self.row_label: Section | None = None
        self.last_end = 0
        self.has_blanks = "\n\n" in document.text
        self.published: DateValue | None = None
        self.title: str | None = None

    def open_table(self) -> None:
        """Expect rows from here on."""
        self.in_table, self.style, self.columns = True, None, 0

    def add(self, block: Block, role: str) -> None:
        """One more line, in the open section."""
        self.lines.append(Line(block, role, self.section))
        if role == "header":
            self.headed.add(self.section.start)

    def words(self, block: Block) -> str:
        """The words of a block."""
        return self.text[block.body : block.end]

    def rest(self, block: Block, start: int, kind: str) -> Block:
        """What stands in a block from a place on."""
        return block._replace(kind=kind, start=start, body=start, line=line_at(self.text, block, start))

    def among_visits(self) -> bool:
        """Whether the open section tells visits."""
        return self.section.group == "visits"
