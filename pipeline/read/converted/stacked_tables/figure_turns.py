"""Tables of figures as `pdftotext` prints them without `-layout`: columns that stand below each other, the labels, then each
period with its figures → rows of cells between pipes; the figures of a row below their period → its line again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.read.converted.cells import MOST_PARTS, Part, hangs
from pipeline.read.converted.pages.broken_words import joined
from pipeline.read.converted.rows import HEADED, print_row
from pipeline.read.text.dates import PERIOD

FIGURE = re.compile(r"[-−△▲]?[0-9]{1,3}(?:,?[0-9]{3})*(?:\.[0-9]+)?|[-–—－]|N/A")
TABLE = re.compile(rf"\n[ \t]*+{PERIOD.pattern}[ \t]*+\n[ \t]*+(?:{FIGURE.pattern})[ \t]*+(?![^\n])")
"""It begins with the end of the line above, so that `re` leaps from one to the next."""
FIGURES = re.compile(rf"(?:{FIGURE.pattern})(?:[ \t]++(?:{FIGURE.pattern}))*+")
ROW = re.compile(rf"({PERIOD.pattern}年?度?)((?:[ \t]++(?:{FIGURE.pattern}))*+)")
TOTAL = re.compile(rf"([^\W\d_][^0-9\n]{{0,40}}?)((?:[ \t]++(?:{FIGURE.pattern}))++)")
"""A row of a period, with figures or none in its line, and the last one of a table, whose label is no period."""
BROKEN = re.compile(rf"\n[ \t]*+{ROW.pattern}[ \t]*+\n(?:[ \t]*\n)?[ \t]*+{FIGURES.pattern}[ \t]*+(?![^\n])")
ALONE = 2
"""So many periods has a table of one row."""
NO_LABEL = "# –"
"""A heading without words, lest the figures below it are taken for what stands above."""
Lines = list[str]


def read_figure_turns(text: str) -> str:
    r"""A text with such tables as rows; their figures have no label where there are not as many whole ones.

    >>> print(read_figure_turns("Trade\nExports\nImports\n\n2012\n8.3\n12.4\n\n2013\n11.9\n10.1\n"))
    Trade
    |  | 2012 | 2013 |
    |---|
    | Exports | 8.3 | 11.9 |
    | Imports | 12.4 | 10.1 |
    <BLANKLINE>
    """
    if BROKEN.search(f"\n{text}"):
        text = "\n".join(_whole_rows(text.split("\n")))
    if not TABLE.search(f"\n{text}"):
        return text
    blocks = [list(some) for _, some in groupby(text.split("\n"), lambda line: not line.strip())]
    printed: list[Lines] = []
    at = 0
    while at < len(blocks):
        columns = _columns(blocks, at + 2) if blocks[at][0].strip() else []
        rows = len(columns[0]) - 1 if columns else 0
        is_table = (rows > 1 or len(columns) >= ALONE) and len(blocks[at]) <= MOST_PARTS
        cells = _cells(blocks[at]) if is_table else []
        if cells:
            has_labels = len(cells) >= rows and not any(map(FIGURE.fullmatch, cells[-rows:]))
            labels = cells[-rows:] if has_labels else [""] * rows
            printed.append(cells[:-rows] if has_labels else [*cells, NO_LABEL])
            printed.append([print_row(["", *(column[0] for column in columns)]), HEADED])
            printed.append([print_row(row) for row in zip(labels, *(column[1:] for column in columns), strict=True)])
            at += 2 * len(columns) + 1
        else:
            printed.append(blocks[at])
            at += 1
    return "\n".join(line for block in printed for line in block)


def _whole_rows(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a text, those of rows whole that go on with a figure in each line below: all of a table have as many.

    >>> list(_whole_rows(["Year Exports Imports", "2007 8.3", "490.8", "2008 9", "543.7", "Exports: cars"]))
    ['Year Exports Imports', '2007 8.3 490.8', '2008 9 543.7', 'Exports: cars']
    >>> list(_whole_rows(["2007年", "8.3 9.1", "2008年 9", "9.4", "累計 17.3", "18.5"]))
    ['2007年 8.3 9.1', '2008年 9 9.4', '累計 17.3 18.5']
    >>> list(_whole_rows(["Year    Exports", "  2007   8.3", "  2008   9.1"]))
    ['Year    Exports', '  2007   8.3', '  2008   9.1']
    """
    at = 0
    while at < len(lines):
        rows: list[list[str]] = []
        ends = [at]
        for n in range(at, len(lines)):
            words = lines[n].strip()
            if row := ROW.fullmatch(words) or (TOTAL.fullmatch(words) if rows else None):
                rows.append([row[1], *row[2].split()])
                ends.append(n + 1)
            elif rows and FIGURES.fullmatch(words):
                rows[-1] += words.split()
                ends[-1] = n + 1
            elif words or not rows:
                break
        while len(rows) > 1 and TOTAL.fullmatch(" ".join(rows[-1])) and len(rows[-1]) != len(rows[0]):
            rows.pop(), ends.pop()
        end = ends[-1]
        is_broken = 1 < len(rows) < sum(1 for line in lines[at:end] if line.strip())
        has_several = any(
            len(line.replace("FY ", "").split()) > 1 for line in lines[at:end]
        )  # else each may be a column
        are_alike = is_broken and has_several and len({len(row) for row in rows}) == 1
        yield from map(" ".join, rows) if are_alike else lines[at : max(end, at + 1)]
        at = max(end, at + 1)


def _columns(blocks: Sequence[Lines], at: int) -> list[Lines]:
    """The columns that begin at a block: a period and figures below it, as many in each."""
    columns: list[Lines] = []
    while at < len(blocks):
        words = [line.strip() for line in blocks[at]]
        is_one = PERIOD.fullmatch(words[0]) and len(words) > 1 and all(map(FIGURE.fullmatch, words[1:]))
        if not is_one or (columns and len(words) != len(columns[0])):
            break
        columns.append(words)
        at += 2
    return columns


def _cells(block: Lines) -> list[str]:
    """The lines of a block, those that only go on with the one above whole."""
    cells: list[str] = []
    for line in map(str.strip, block):
        if cells and hangs([Part(0, cells[-1])], Part(0, line)):
            cells[-1] = joined(cells[-1], line)
        else:
            cells.append(line)
    return cells
