"""What the outline of a sheet is made of: sections in a tree, and lines with a role."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from pipeline.normalize.dates import DateValue
from pipeline.outline.headings import Head
from pipeline.outline.identity import Partner
from pipeline.publishers import Publisher, Topic
from pipeline.records import Block, Document

MAJOR, NUMBERED, PARENTHESIS, ROMAN, LABEL, ITEM_LABEL, CAPTION, BELOW_CAPTION = 2, 3, 4, 5, 6, 7, 9, 10
"""The levels of sections: a heading that no layout gives one, numbered ones, labels of lines and of items; a table's caption
is below all headings."""


class _Fields(NamedTuple):
    kind: str
    level: int
    heading: str | None
    start: int
    end: int
    head: Head | None
    topic: Topic | None
    parent: Section | None
    is_tight: bool = False


class Section(_Fields):
    """A stretch of a sheet under one heading. `kind` is `sheet heading label caption`; the root has no heading. A tight one
    heads the lines right below it and ends at a blank line."""

    @cached_property
    def path(self) -> str | None:
        """The headings from the outermost in, joined by ` > `; `None` at the root."""
        above = self.parent.path if self.parent else None
        return f"{above} > {self.heading}" if above and self.heading else self.heading or above

    def around(self) -> Iterator[Section]:
        """This section and those around it, from the inside out."""
        section: Section | None = self
        while section is not None:
            yield section
            section = section.parent

    def nearest(self, kind: str) -> Section | None:
        """This section or the closest one around it of a kind."""
        return next((section for section in self.around() if section.kind == kind), None)

    @cached_property
    def nearest_topic(self) -> Topic | None:
        """The topic of this section or of the closest one around it that has one."""
        return self.topic or (self.parent.nearest_topic if self.parent else None)

    @property
    def group(self) -> str:
        """The group of the nearest topic; empty where there is none."""
        return self.nearest_topic.group if self.nearest_topic else ""


class Line(NamedTuple):
    """A block and what it is: `title region date heading label caption header row series item prose source furniture`."""

    block: Block
    role: str
    section: Section


class Outline(NamedTuple):
    """A document's lines in order, and who and when it is about. `published` is the page's own date."""

    document: Document
    publisher: Publisher
    partner: Partner
    published: DateValue | None
    title: str | None
    lines: tuple[Line, ...]
