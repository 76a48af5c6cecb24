"""Tables in Japanese whose cells are parted by tabs, one row a line, as copying them from a page leaves them.

In English the words on both sides of a tab tell what they are, and a line of them stays a paragraph.
"""

from __future__ import annotations

import re

from pipeline.read.pipes import TextLine, add_row
from pipeline.records import Block, Span

JAPANESE = re.compile("[ぁ-ヿ一-鿿]")


def tab_cells(text: str, line: TextLine, blocks: list[Block]) -> tuple[Span, ...]:
    """The cells of a line in Japanese with tabs; a tab before its words closes an empty cell. None for any other line.

    A line whose only tab stands before its words is a row below another one only: elsewhere it is set in.

    >>> text = "2013年\\t1月\\t安倍総理大臣"
    >>> [text[a:b] for a, b in tab_cells(text, TextLine(0, len(text), 1, 0, False), [])]
    ['2013年', '1月', '安倍総理大臣']
    """
    words = text[line.start : line.end]
    if words.isascii() or not JAPANESE.search(words):
        return ()
    lead = text[line.start - line.indent : line.start].count("\t")
    is_below = not line.after_blank and bool(blocks) and blocks[-1].kind in ("row", "header")
    if "\t" not in words and not (lead and is_below):
        return ()
    cells = [Span(line.start, line.start)] * lead
    at = line.start
    for part in words.split("\t"):
        start = at + len(part) - len(part.lstrip())
        cells.append(Span(start, start + len(part.strip())))
        at += len(part) + 1
    return tuple(cells)


def read_tabs(text: str, lines: list[TextLine], i: int, blocks: list[Block]) -> bool:
    """Add a line as a row where it has cells between tabs. Returns whether it has."""
    line = lines[i]
    cells = tab_cells(text, line, blocks)
    if cells:
        add_row(text, Span(line.start, line.end), line.number, cells, blocks)
    return bool(cells)
