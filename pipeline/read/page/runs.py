"""The run of words that is being collected, and the pieces that it becomes."""

from __future__ import annotations

import itertools
import re

from pipeline.read.clean import collapse
from pipeline.read.limits import Limits
from pipeline.read.page.area import Area, Zone
from pipeline.read.page.context import Context, Table
from pipeline.read.page.frame import is_date, is_furniture
from pipeline.read.page.lines import Line, joined
from pipeline.read.page.pieces import Piece
from pipeline.read.page.tables import print_rows
from pipeline.read.text.line_ends import is_open

MAX_BOLD_HEADING = 120
"""A paragraph all in bold is a heading if it is shorter."""
_GOES_ON = re.compile(
    r"[a-z,;)\]]|\((?!(?:[0-9ivxa-hA-H]{1,4}|[ァ-ヶ一二三四五六七八九十])[)）]|(?:[Dd]ata )?[Ss]ources?\s?[:：]|出[典所]\s?[:：])"
)
"""How the second half of a line begins; a bracket with a number or a source stands for itself."""


class Collector:
    """Collects the words of a page, run by run, into its pieces. `context` is what the words that come next become."""

    def __init__(self, area: Area, limits: Limits) -> None:
        self.area = area
        self.limits = limits
        self.context = Context(zone=area.rest)
        self.in_toolbar = False
        self.pieces: list[Piece] = []
        self.lines: list[Line] = []
        self.parts: list[str] = []
        self.plain = self.linked = self.links = self.anchors = 0

    def collect(self, words: str) -> None:
        """Adds words in the order of the page; between blocks blanks alone are none."""
        if self.context.is_pre:
            first, *others = words.split("\n")
            self._add_part(first)
            for other in others:
                self.end_line()
                self._add_part(other)
        elif self.parts or not words.isspace():
            self._add_part(words)

    def _add_part(self, part: str) -> None:
        self.parts.append(part)
        context, words = self.context, part.strip()
        if not context.is_bold:
            self.plain += len(words)
        if context.link and words:
            self.linked += len(words) - words.count(" ")
            self.links += 1
            self.anchors += context.link - 1

    def end_line(self) -> None:
        """Ends the line; what follows is another one of the same run."""
        if self.parts:
            text = collapse("".join(self.parts))
            if text:
                self.lines.append(Line(text, self.plain == 0, self.linked, self.links, self.anchors))
            self.parts = []
            self.plain = self.linked = self.links = self.anchors = 0

    def flush(self) -> None:
        """Ends the run of words, and makes of it what it is."""
        self.end_line()
        if not self.lines:
            return
        lines, self.lines = self.lines, []
        context = self.context
        if context.kind == "cell" and context.table is not None:
            context.table.lines += lines
            return
        zone = Zone.FURNITURE if self.in_toolbar else context.zone
        for run in _runs(lines, context):
            self._add(run, zone, goes_on=run[0] is not lines[0])

    def _add(self, run: list[Line], zone: Zone, *, goes_on: bool) -> None:
        context = self.context
        kind, level = context.kind, context.level
        whole = joined(run, "\n" if kind in ("paragraph", "item") else " ")
        if kind == "paragraph" and whole.is_bold and len(whole.text) < MAX_BOLD_HEADING and not is_date(whole.text):
            kind = "heading"
        if is_furniture(whole, zone, self.area.is_latin, kind):
            self.pieces += (Piece("furniture", 0, (line.text,)) for line in run)
            return
        bulleted = True
        if context.mark and kind == "item":
            bulleted, context.mark[0] = context.mark[0] or context.is_definition, False
        self.pieces.append(Piece(kind, level, (whole.text,), goes_on and kind == "paragraph", bulleted))

    def print_table(self, table: Table) -> None:
        """Ends a table, which is a part of the frame where it stands outside of the sheet and is as good as all links."""
        linked = sum(cell.linked for row in table.rows for cell in row.cells)
        pieces = print_rows(table.rows, self.limits.cells)
        if linked and self.context.zone != Zone.CONTENT:
            words = sum(len(cell.text) for row in table.rows for cell in row.cells)
            if linked * 10 > words * 8:
                pieces = [Piece("furniture", 0, (text,)) for piece in pieces for text in piece.cells if text]
        self.pieces += pieces
        table.cell_context = None  # which holds the table, so that all cells would wait for a collection of garbage


def _runs(lines: list[Line], context: Context) -> list[list[Line]]:
    """The lines of one run of words, together where they are one sentence or one item, else each by itself."""
    is_whole = context.kind in ("heading", "term", "caption") or (context.kind == "item" and not context.is_definition)
    if len(lines) == 1 or is_whole:
        return [lines]
    runs = [[lines[0]]]
    for before, line in itertools.pairwise(lines):
        if before.is_bold == line.is_bold and _goes_on(before.text, line.text):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _goes_on(text: str, following: str) -> bool:
    """Whether a line break stands within a sentence or a bracket."""
    return is_open(text) or _GOES_ON.match(following) is not None
