"""Tables in Japanese whose cells are parted by tabs, one row a line, as copying them from a page leaves them.

In English the words on both sides of a tab tell what they are, and a line of them stays a paragraph.
"""

from __future__ import annotations

import re

from pipeline.read.layout import heads_dates
from pipeline.read.pipes import TextLine, add_row
from pipeline.records import Block, Span

JAPANESE = re.compile("[ぁ-ヿ一-鿿]")
DATED = re.compile(r"[0-9０-９]{1,4}(?:[年月日/]|\.[0-9])|[明大昭平令][治正和成]|同[年月上]|〃")
"""How a cell begins that dates its row."""


def is_japanese(words: str) -> bool:
    """Whether words hold any in Japanese."""
    return not words.isascii() and JAPANESE.search(words) is not None


def tab_cells(text: str, line: TextLine, blocks: list[Block]) -> tuple[Span, ...]:
    """The cells of a line in Japanese with tabs; a tab before its words closes an empty cell. None for any other line.

    A line whose only tab stands before its words is a row below another one only: elsewhere it is set in. Two cells are a
    row where the first one is its date: else they are a label and its value, as they are with a space between.

    >>> text = "2013年\\t1月\\t安倍総理大臣"
    >>> [text[a:b] for a, b in tab_cells(text, TextLine(0, len(text), 1, 0, False), [])]
    ['2013年', '1月', '安倍総理大臣']
    """
    words = text[line.start : line.end]
    if not is_japanese(words):
        return ()
    lead = text[line.start - line.indent : line.start].count("\t")
    end = text.find("\n", line.end)
    is_below = not line.after_blank and bool(blocks) and blocks[-1].kind in ("row", "header")
    if "\t" not in words and not (lead and is_below):
        return ()
    cells = [Span(line.start, line.start)] * lead
    at = line.start
    for part in words.split("\t"):
        start = at + len(part) - len(part.lstrip())
        cells.append(Span(start, start + len(part.strip())))
        at += len(part) + 1
    if is_below:  # cells that are empty at the end of a row
        cells += [Span(line.end, line.end)] * text.count("\t", line.end, end if end >= 0 else len(text))
    first = text[cells[0].start : cells[0].end]
    is_label = len(cells) == 2 and first and not (DATED.match(first) or heads_dates(first))
    return () if is_label else tuple(cells)


def read_tabs(text: str, lines: list[TextLine], i: int, blocks: list[Block]) -> bool:
    """Add a line as a row where it has cells between tabs. Returns whether it has."""
    line = lines[i]
    cells = tab_cells(text, line, blocks)
    if cells:
        add_row(text, Span(line.start, line.end), line.number, cells, blocks)
    return bool(cells)
