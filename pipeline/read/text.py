"""Plain text → blocks: what the layout of lines says, before anybody asks what the words mean.

People get a sheet's text with bullets and blank lines, with pipes between cells, with one cell a line, or hard-wrapped.
One document may mix them, so every rule here looks at a line and its neighbours only. Rows whose cells the print does
not part stay paragraphs: telling them needs to know what a date is, and `pipeline.outline` does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.read.layout import layout
from pipeline.records import Block, Span

BULLET = re.compile(r"(?:[•●○◦▪■□◆◇‣・·∙⋅►▶➢➤✓]\s*|[-*–—]\s+|[-*–—]$)")
PAGE_MARK = re.compile(r"[-–—]\s?[0-9]{1,3}\s?[-–—]|[Pp]age [0-9]{1,3}(?: (?:of|/) [0-9]{1,3})?")
"""A line with the number of a page, as printing leaves it in a text."""
PIPE_RULE = re.compile(r"[-|:= \t]*+\Z")
HEADER_WORD = re.compile(
    r"(?:Year|Date|Month|Period|Name|Names|Visitor|Visitors|History|Event|Events|Main events"
    r"|Title|Position|Remarks?|Purpose|Occasion|Place|Venue)\b",
    re.I,
)
YEAR_CELL = re.compile(r"(?:FY\s?)?(?:19|20)[0-9]{2}(?:\s?/\s?[0-9]{2,4})?\s*\|\Z", re.I)
SENTENCE_END = re.compile(r"[.:;!?。）)\]]['\"”’]?\Z")
DANGLING = re.compile(
    r"(?:,|-|\b(?:and|or|the|a|an|of|for|in|to|on|by|with|from|at|as|its|their|between|Prime|Vice))\Z"
)
STARTS_ROW = re.compile(
    r"[(（]?[0-9A-Z]?[0-9]|\.\s?(?:1[0-2]|[1-9])\s+[A-Z]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.I
)
OPEN_DATE = re.compile(
    r"\b(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)(?: [0-3]?[0-9],?)?\Z"
)
YEAR_BEHIND = re.compile(r"[12][0-9]{3}(?=[,.;:)]|\Z)")
"""A date that is broken before its year: `… on August 16,` and `1960, and …`."""
SENTENCE_WITHIN = re.compile(r"[a-z)]{2}\. [A-Z][a-z]")
"""Lines of which one holds the end of a sentence are running text: the next may begin with a name."""
MIN_WRAPPED, HANGING, MOST_COLUMNS = 45, 2, 20
"""A shorter line was not broken for want of room; a line set in by this much more hangs on the one above."""


class _Line(NamedTuple):
    """A line that is not blank: its stripped words' span, its 1-based number, its indent."""

    start: int
    end: int
    number: int
    indent: int
    after_blank: bool


def read_blocks(text: str) -> list[Block]:
    r"""The layout blocks of a plain text, in order, covering every character that is not white space.

    >>> [b.kind for b in read_blocks("Trade with Japan:\n\n  • Exports: 1 yen\n2006 | Taro Aso |\n")]
    ['paragraph', 'item', 'row']
    """
    lines = list(_lines(text))
    blocks: list[Block] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        words = text[line.start : line.end]
        if PAGE_MARK.fullmatch(words):
            blocks.append(Block("furniture", 0, line.start, line.end, line.number, line.start))
            i += 1
        elif PIPE_RULE.match(words) and "--" in words:
            if blocks and blocks[-1].kind == "row":  # what stands above the rule heads the table
                blocks[-1] = blocks[-1]._replace(kind="header")
            blocks.append(Block("furniture", 0, line.start, line.end, line.number, line.start))
            i += 1
        elif "|" in words:
            i = _read_pipes(text, lines, i, blocks)
        else:
            i = _read_words(text, lines, i, blocks)
    return blocks


def _lines(text: str) -> Iterator[_Line]:
    start, blank = 0, True
    for number, raw in enumerate(text.split("\n"), 1):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            yield _Line(start + indent, start + indent + len(words), number, indent, blank)
        blank = not words
        start += len(raw) + 1


def _read_words(text: str, lines: list[_Line], i: int, blocks: list[Block]) -> int:
    """A bullet or a paragraph, with the lines that only continue it. Returns the index after it."""
    first = lines[i]
    bullet = BULLET.match(text, first.start, first.end)
    last, i = first, i + 1
    while i < len(lines) and _continues(text, first, last, lines[i]):
        last, i = lines[i], i + 1
    if bullet:
        level = 1 + first.indent // 4
        blocks.append(Block("item", level, first.start, last.end, first.number, bullet.end()))
    else:
        blocks.append(Block("paragraph", 0, first.start, last.end, first.number, first.start))
    return i


def _continues(text: str, first: _Line, line: _Line, following: _Line) -> bool:
    """Whether a line goes on with the block that began at `first`, after a hard line break behind `line`.

    It does when a bracket is still open, when it is set further in than the block's first line, or when a line that was
    broken for want of room stops in the middle of a sentence.
    """
    if following.after_blank or "|" in text[following.start : following.end]:
        return False
    before, after = text[line.start : line.end], text[following.start : following.end]
    block = text[first.start : line.end]
    is_open = block.count("(") > block.count(")")
    if YEAR_BEHIND.match(after) and OPEN_DATE.search(before) and (is_open or len(before) >= MIN_WRAPPED):
        return True
    if BULLET.match(after) or STARTS_ROW.match(after):
        return False
    if is_open and ")" in after:
        return True
    if SENTENCE_END.search(before):
        return False
    if following.indent >= first.indent + HANGING:
        return True
    if len(before) < MIN_WRAPPED:
        return False
    is_prose = not STARTS_ROW.match(block) and SENTENCE_WITHIN.search(block) is not None
    return after[0].islower() or DANGLING.search(before) is not None or is_prose


def _read_pipes(text: str, lines: list[_Line], i: int, blocks: list[Block]) -> int:
    """A table row printed with pipes, on one line or one cell a line. Returns the index after it."""
    words = text[lines[i].start : lines[i].end]
    if words.count("|") == 1 and words.endswith("|"):
        return _read_cell_lines(text, lines, i, blocks)
    first = lines[i]
    last, i = first, i + 1
    if not words.endswith("|"):
        closing = _closing_line(text, lines, i)
        last, i = (lines[closing], closing + 1) if closing is not None else (last, i)
    cells = _cells(text, first.start, last.end, has_frame=_has_frame(text, blocks, first))
    _add_row(text, Span(first.start, last.end), first.number, cells, blocks)
    return i


def _has_frame(text: str, blocks: list[Block], line: _Line) -> bool:
    """Whether a leading pipe is the table's frame: the first row of the table has it too. Else it closes an empty cell."""
    opening = text[line.start] == "|"
    for block in reversed(blocks):
        if block.kind not in ("row", "header", "furniture"):
            break
        opening = text[block.start] == "|"
    return opening


def _closing_line(text: str, lines: list[_Line], i: int) -> int | None:
    """The index of the line that ends a cell with breaks inside: the first one with a pipe, if that is its last sign."""
    for j in range(i, min(i + 30, len(lines))):
        words = text[lines[j].start : lines[j].end]
        if "|" in words:
            return j if words.count("|") == 1 and words.endswith("|") else None
        if lines[j].after_blank:
            return None
    return None


def _cells(text: str, start: int, end: int, *, has_frame: bool) -> tuple[Span, ...]:
    """The spans between the pipes of `text[start:end]`, without the white space around; a frame's pipes part nothing."""
    if text[start] == "|" and has_frame:
        start += 1
    if text[end - 1] == "|" and end - 1 >= start:
        end -= 1
    cells, at = [], start
    while True:
        stop = text.find("|", at, end)
        cells.append(_strip(text, at, end if stop < 0 else stop))
        if stop < 0:
            return tuple(cells)
        at = stop + 1


def _strip(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    return Span(start + lead, start + lead + len(words.strip()))


def _read_cell_lines(text: str, lines: list[_Line], i: int, blocks: list[Block]) -> int:
    """A run of lines that hold one cell each; the header words at its top tell how many make a row."""
    width = _header_width(text, lines, i)
    cells: list[tuple[Span, _Line]] = []
    first: _Line | None = None
    while i < len(lines):
        line = lines[i]
        words = text[line.start : line.end]
        if words.count("|") > 1 or "|" in words[:-1]:
            break
        if not words.endswith("|") and (len(cells) % width == 0 or _closing_line(text, lines, i) is None):
            break
        first = first or line
        if words.endswith("|"):
            cells.append((_strip(text, first.start, line.end - 1), first))
            first = None
        i += 1
    for row in (cells[k : k + width] for k in range(0, len(cells), width)):
        pipe = text.index("|", row[-1][0].end)
        spans = tuple(span for span, _ in row)
        _add_row(text, Span(row[0][1].start, pipe + 1), row[0][1].number, spans, blocks)
    return i


def _header_width(text: str, lines: list[_Line], i: int) -> int:
    """How many cells the header at the top of a run has: its words, the labels up to the first year below `Year`, or the
    years that head columns beside one more cell."""
    cells = [text[line.start : line.end] for line in lines[i : i + 2 * MOST_COLUMNS]]
    years = _run(cells[1:], _is_year)
    if years > 1:
        return 1 + years
    words = _run(cells, HEADER_WORD.match)
    width = words + _run(cells[words:], _is_label)
    is_labelled = words > 0 and all(_begins_row(cells, at) for at in (width, 2 * width))
    return width if is_labelled else words or 2


def _run(cells: list[str], is_one: Callable[[str], object]) -> int:
    """How many cells from the first on are of a kind."""
    return next((n for n, words in enumerate(cells) if not is_one(words)), len(cells))


def _is_year(words: str) -> bool:
    return YEAR_CELL.match(words) is not None


def _is_label(words: str) -> bool:
    return words.endswith("|") and not any(sign.isdigit() for sign in words)


def _begins_row(cells: list[str], at: int) -> bool:
    """Whether a cell is the year that a row begins with, or the run of cells has ended above it."""
    return at >= len(cells) or _is_year(cells[at]) or not cells[at].endswith("|")


def _add_row(text: str, span: Span, number: int, cells: tuple[Span, ...], blocks: list[Block]) -> None:
    printed = [text[cell.start : cell.end] for cell in cells if cell.start < cell.end]
    header = bool(printed) and all(HEADER_WORD.match(words) and len(words) < 40 for words in printed)
    if len(printed) > 1 and printed[0].lower() in layout().date_columns and (not blocks or blocks[-1].kind != "row"):
        header = header or not any(sign.isdigit() for words in printed for sign in words)
    blocks.append(Block("header" if header else "row", 0, span.start, span.end, number, span.start, cells))
