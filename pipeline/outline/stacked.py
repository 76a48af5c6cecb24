"""Tables that stand a cell a line, as copying leaves them: `年月`, `要人名`, `1999年11月`, `武見外務政務次官`.

Lines that stand right below each other are told by their kind alone, a date, a figure or words; what the words mean is
asked later. Of rows of two cells the second may go on in further lines, which the walk takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.outline.cells import RUNNING, is_date_alone
from pipeline.outline.headings import NUMBER
from pipeline.outline.wraps import is_source
from pipeline.read.page.layout import heads_a_column, heads_dates
from pipeline.records import Block, Span

LONGEST_CELL, LONGEST_DATE = 24, 40
SIGNS = (
    ("y", re.compile("[12１２][0-9０-９]{3}")),
    ("r", re.compile("第?[0-9０-９]{1,2}(?:位|[.)．）])?|[①-⑳]")),
    ("f", re.compile(r"[-−－▲△]?\s?[0-9０-９]{1,3}(?:[,，]?[0-9０-９]{3})*(?:[.．][0-9０-９]+)?\s?[%％]?")),
    ("n", re.compile("[-–—－…]|(?:該当|実績)?(?:な[しい]|無し?)")),
    ("t", RUNNING),
)
"""Years, ranks, figures, words for none, and what begins the row of a total; other kinds are `d`ates, `h`eads of dates and of
other `c`olumns, numbered `i`tems, `w`ords without figures, short `o`ther ones, and `s`entences."""
HEADED = re.compile("h[hcw]{1,7}(?=[dy])")
DATED = re.compile("d(?:[yrfn]+|[wcos])")
COLUMNS = re.compile("ccc(?=r[cw][yrf])|cc(?=[cw][yrf])")
NAMED = re.compile("(?:r[cw][yrf]){2}|(?:[cw][yrf]){2}")
NAMED_ROW = re.compile("r[cw][yrfn]|[cw][yrfn]")
"""A name and its figure, behind its rank or without one; what heads them, and two of them, which are a table."""


def stacked(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a text, with one row for the lines that are its cells.

    >>> from pipeline.read.text.text import read_blocks
    >>> text = "年度\\n円借款\\n技術協力\\n2006年度\\nなし\\n16.09\\n累計\\n8.40\\n43.78\\n"
    >>> [[text[a:b] for a, b in block.cells] for block in stacked(text, read_blocks(text))]
    [['年度', '円借款', '技術協力'], ['2006年度', 'なし', '16.09'], ['累計', '8.40', '43.78']]
    """
    run: list[Block] = []
    for block in blocks:
        is_line = block.kind == "paragraph" and text.find("\n", block.start, block.end) < 0
        if run and not (is_line and text[run[-1].end : block.start].strip(" \t\u3000") == "\n"):
            yield from _tables(text, run)
            run = []
        if is_line:
            run.append(block)
        else:
            yield block
    yield from _tables(text, run)


def _tables(text: str, run: Sequence[Block]) -> Iterator[Block]:
    """The lines of a run, those of its tables as rows."""
    kinds = "".join(_kind(text[line.body : line.end]) for line in run) if len(run) > 1 else ""
    at = width = 0
    while at < len(run):
        start = at
        if found := HEADED.match(kinds, at) or COLUMNS.match(kinds, at):
            width = len(found[0])
            at = found.end()
            yield _row("header", run[start:at], width)
        elif width > 2 and kinds[at] in "dyt":
            at = next((n for n in range(at + 1, at + width) if kinds[n : n + 1] in "dtihs"), at + width)
            yield _row("row", run[start:at], width)
        elif _is_dated(kinds, at, width) and (found := DATED.match(kinds, at)):
            at = found.end()
            yield _row("row", run[start:at], at - start)
        elif (found := NAMED_ROW.match(kinds, at)) and (len(found[0]) == width or NAMED.match(kinds, at)):
            width = len(found[0])
            at = found.end()
            yield _row("row", run[start:at], width)
        else:
            at += 1
            width = width if width == 2 and kinds[start : start + 1] in ("w", "o", "s") else 0
            yield run[start]


def _is_dated(kinds: str, at: int, width: int) -> bool:
    """Whether a date may begin a row: below a header or a numbered heading, or where another one does."""
    return width == 2 or kinds.count("d") > 1 or kinds[at - 1 : at] == "i"


def _kind(words: str) -> str:
    """The sign of a line's kind."""
    if sign := next((sign for sign, pattern in SIGNS if pattern.fullmatch(words)), ""):
        return sign
    if len(words) <= LONGEST_DATE and not words.isascii() and is_date_alone(words):
        return "d"
    if len(words) > LONGEST_CELL or "。" in words or is_source(words):
        return "s"
    if heads_dates(words):
        return "h"
    if heads_a_column(words):
        return "c"
    if NUMBER.match(words):
        return "i"
    return "o" if any(sign.isdigit() or sign in ":：" for sign in words) else "w"


def _row(kind: str, lines: Sequence[Block], width: int) -> Block:
    """The lines as one row. Where some of its cells are not printed nobody knows which: then all stand in the second."""
    cells = [Span(line.body, line.end) for line in lines]
    if len(cells) < width:
        end = cells[-1].end
        rest = [Span(cells[1].start, end)] if len(cells) > 1 else []
        cells = [cells[0], *rest, *[Span(end, end)] * (width - 1 - len(rest))]
    return lines[0]._replace(kind=kind, end=cells[-1].end, cells=tuple(cells))
