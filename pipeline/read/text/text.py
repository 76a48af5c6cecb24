"""Plain text → blocks: what the layout of lines says, before anybody asks what the words mean.

People get a sheet's text with bullets and blank lines, with pipes between cells, with one cell a line, or hard-wrapped.
One document may mix them, so every rule here looks at a line and its neighbours only. Rows whose cells the print does
not part stay paragraphs: telling them needs to know what a date is, and `pipeline.outline` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.read.text.line_breaks import BULLET, HASH, PAGE_MARK, continues
from pipeline.read.text.pipes import Frames, TextLine, read_pipes
from pipeline.read.text.tabs import read_tabs
from pipeline.read.text.wrapped import wrap_width
from pipeline.records import Block

INSET = 2
"""Spaces that set an item in from the one above."""
PIPE_RULE = re.compile(r"[-|:= \t]*+\Z")


def read_blocks(text: str) -> list[Block]:
    r"""The layout blocks of a plain text, in order, covering every character that is not white space.

    >>> [b.kind for b in read_blocks("Trade with Japan:\n\n  • Exports: 1 yen\n2006 | Taro Aso |\n")]
    ['paragraph', 'item', 'row']
    """
    lines = list(_lines(text))
    width = wrap_width(text, lines)
    blocks: list[Block] = []
    frames: Frames = {}
    i = 0
    while i < len(lines):
        line = lines[i]
        words = text[line.start : line.end]
        if PAGE_MARK.fullmatch(words):
            blocks.append(Block("furniture", 0, line.start, line.end, line.number, line.start))
            i += 1
        elif PIPE_RULE.match(words) and "--" in words:
            below = lines[i + 1] if i + 1 < len(lines) and not lines[i + 1].after_blank else None
            is_inner = below is not None and "|" in text[below.start : below.end]
            if not line.after_blank and _heads_table(text, blocks, words, is_inner=is_inner):
                blocks[-1] = blocks[-1]._replace(kind="header")
            blocks.append(Block("furniture", 0, line.start, line.end, line.number, line.start))
            i += 1
        elif hashes := HASH.match(words):
            body = line.start + hashes.end()
            blocks.append(Block("heading", len(hashes[1]), line.start, line.end, line.number, body))
            i += 1
        elif "|" in words:
            i = read_pipes(text, lines, i, blocks, frames)
        elif _is_term(text, lines, i):
            i = _read_term(text, lines, i, blocks)
        else:
            after = read_tabs(text, lines, i, blocks)
            i = after if after > i else _read_words(text, lines, i, blocks, width)
    return blocks


def _heads_table(text: str, blocks: list[Block], rule: str, *, is_inner: bool) -> bool:
    """Whether the last row, which a rule stands below, heads a table: the first one, or one of several that no rule without
    pipes is below so far. `is_inner`: rows stand below the rule, which else only ends a table."""
    if not blocks or blocks[-1].kind != "row":
        return False
    rows = 0
    for n in range(len(blocks) - 2, -1, -1):
        block = blocks[n]
        if "\n\n" in text[block.end : blocks[n + 1].start]:
            break
        if block.kind == "furniture" and PIPE_RULE.match(text[block.start : block.end]):
            return is_inner and ("|" in rule or n == 0 or blocks[n - 1].kind != "header")
        if block.kind not in ("row", "header"):
            break
        rows += 1
    return is_inner or rows == 0


def _lines(text: str) -> Iterator[TextLine]:
    start, blank = 0, True
    for number, raw in enumerate(text.split("\n"), 1):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            yield TextLine(start + indent, start + indent + len(words), number, indent, blank)
        blank = not words
        start += len(raw) + 1


def _is_term(text: str, lines: list[TextLine], i: int) -> bool:
    """Whether what is said of a line stands below it behind a tab, as copying a list of terms leaves it."""
    return not lines[i].indent and "\t" not in text[lines[i].start : lines[i].end] and _is_told(text, lines, i + 1)


def _is_told(text: str, lines: list[TextLine], i: int) -> bool:
    """Whether a line is what a term above it is told to be: one tab, and words."""
    if i == len(lines) or lines[i].after_blank:
        return False
    line = lines[i]
    return line.indent == 1 and text[line.start - 1] == "\t" and "\t" not in text[line.start : line.end]


def _read_term(text: str, lines: list[TextLine], i: int, blocks: list[Block]) -> int:
    """A term and what is said of it. Returns the index after both."""
    term, i = lines[i], i + 1
    blocks.append(Block("term", 0, term.start, term.end, term.number, term.start))
    while _is_told(text, lines, i):
        blocks.append(Block("item", 1, lines[i].start, lines[i].end, lines[i].number, lines[i].start))
        i += 1
    return i


def _read_words(text: str, lines: list[TextLine], i: int, blocks: list[Block], width: int | None) -> int:
    """A bullet or a paragraph, with the lines that only continue it. Returns the index after it."""
    first = lines[i]
    bullet = BULLET.match(text, first.start, first.end)
    last, i = first, i + 1
    while i < len(lines) and continues(text, first, last, lines[i], width):
        last, i = lines[i], i + 1
    if bullet:
        level = _level(text, blocks, first.indent)
        blocks.append(Block("item", level, first.start, last.end, first.number, bullet.end()))
    else:
        blocks.append(Block("paragraph", 0, first.start, last.end, first.number, first.start))
    return i


def _level(text: str, blocks: list[Block], indent: int) -> int:
    """How deep an item of a list lies: one deeper than the item above that it is set in from, as deep as one beside it."""
    for above in reversed(blocks):
        if above.kind != "item":
            break
        further = indent - (above.start - text.rfind("\n", 0, above.start) - 1)
        if further >= 0:
            return above.level + (further >= INSET)
    return 1 + indent // 4
