"""Tables of figures without frames → rows of cells between pipes. Figures have no spaces in them: where each line has as many,
they tell their columns by counting, wherever they stand, and the line above has a head for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from pipeline.patterns import has_japanese
from pipeline.read.converted.rows import print_rows
from pipeline.read.page.layout import heads_dates, heads_numbers
from pipeline.read.text.dates import PERIOD

NUMBER: Final = r"[-−–△▲]?[0-9]{1,3}(?:,?[0-9]{3})*+(?:\.[0-9]+)?+%?"
FIGURE = re.compile(rf"{NUMBER}|\({NUMBER}\)|[-−–—－]")
ENDS = re.compile(rf"[ \u3000](?:{FIGURE.pattern})\s*\Z")
SIGN = re.compile(r"[0-9)%\-−–—－][ ]*\n[^|\t\n]*[0-9)%\-−–—－][ ]*\n")
"""Two lines that end as figures do; a text without them has no such table."""
WORD, GAP = re.compile(r"\S+"), re.compile(r"(?<=\S)[ \u3000]{2,}(?=\S)")
OWN_LABEL = re.compile(rf"{PERIOD.pattern}年?度?|[1-9]|[1-9][0-9]?(?:st|nd|rd|th|位|[.)])")
"""A period or a rank labels a row, whatever stands behind it."""
CURRENCY = re.compile(r"[A-Z]{0,2}\$|[¥￥€£]")
FEWEST, WIDEST = 2, 200


class Cell(NamedTuple):
    """A figure, with words before it where it has some: where in the line the figure begins and ends, and all its words."""

    start: int
    end: int
    words: str


class Row(NamedTuple):
    """The label of a row and its cells."""

    label: str
    cells: list[Cell]


def read_figure_rows(text: str) -> str:
    r"""A text with such tables as rows; one whose heads are not as many as its columns stays as it is.

    >>> print(read_figure_rows("Fiscal year Loan aid Grants\n2011        -        1.5\n2012        24.3     2.5"))
    | Fiscal year | Loan aid | Grants |
    |---|
    | 2011 | - | 1.5 |
    | 2012 | 24.3 | 2.5 |
    >>> print(read_figure_rows("    2011 2012\nExports 9 8\nImports 7 6\n"))
    |  | 2011 | 2012 |
    |---|
    | Exports | 9 | 8 |
    | Imports | 7 | 6 |
    <BLANKLINE>
    """
    if SIGN.search(f"{text}\n") is None:
        return text
    lines, printed, at = text.split("\n"), list[str](), 0
    while at < len(lines):
        is_first = at > 0 and ENDS.search(lines[at]) and printed[-1] == lines[at - 1]
        rows = _rows(lines, at) if is_first else []
        heads = _heads(lines[at - 1], rows) if rows and not _is_head(lines, at - 2) else []
        if heads:
            printed.pop()
            printed += print_rows(
                [heads, *([row.label, *(cell.words for cell in row.cells)] for row in rows)], storeys=1
            )
            at += len(rows)
        else:
            printed.append(lines[at])
            at += 1
    return "\n".join(printed)


def _rows(lines: Sequence[str], at: int) -> list[Row]:
    """The rows that begin at a line, each with as many figures; none where a line among them has others."""
    block = list(takewhile(str.strip, lines[at:]))
    rows = list(takewhile(lambda row: len(row.cells) >= FEWEST, map(_row, block)))
    width = min((len(row.cells) for row in rows), default=0)
    rows = [_narrowed(row, len(row.cells) - width) for row in rows]
    is_sure = len(rows) >= FEWEST and all(_is_label(row.label) for row in rows) and not _are_periods(rows[0].cells)
    behind = [_row(line) for line in block[len(rows) :]]
    return rows if is_sure and not any(len(row.cells) >= FEWEST for row in behind) else []


def _row(line: str) -> Row:
    """A line as a label and figures; without cells where it ends with none or begins with a figure, or a gap parts the words of
    one from it."""
    words = [] if "|" in line or "\t" in line or len(line) > WIDEST else list(WORD.finditer(line))
    first = 1
    while first < len(words) and not FIGURE.fullmatch(words[first][0]):
        first += 1
    if first >= len(words) or FIGURE.fullmatch(words[-1][0]) is None:
        return Row("", [])
    is_labelled = OWN_LABEL.fullmatch(words[0][0]) or (words[0][0] == "FY" and OWN_LABEL.fullmatch(words[1][0]))
    at = (
        (2 if words[0][0] == "FY" else 1)
        if is_labelled
        else first - (CURRENCY.fullmatch(words[first - 1][0]) is not None)
    )
    if at == 0:
        return Row("", [])
    label = line[words[0].start() : words[at - 1].end()]
    cells: list[Cell] = []
    begin = at
    for n in range(at, len(words)):
        if FIGURE.fullmatch(words[n][0]):
            cells.append(Cell(words[n].start(), words[n].end(), line[words[begin].start() : words[n].end()]))
            begin = n + 1
    return Row(label, cells if not any(GAP.search(cell.words) for cell in cells) else [])


def _narrowed(row: Row, more: int) -> Row:
    """A row whose first figures belong to its label: `Total up to 2005` has one more than others."""
    return Row(" ".join([row.label, *(cell.words for cell in row.cells[:more])]), row.cells[more:])


def _is_label(words: str) -> bool:
    """Whether no figure ends a label but a year."""
    last = words.rsplit(None, 1)[-1]
    return PERIOD.fullmatch(last) is not None or OWN_LABEL.fullmatch(words) is not None or not FIGURE.fullmatch(last)


def _is_head(lines: Sequence[str], at: int) -> bool:
    """Whether a line has words in columns, and so heads what stands below it together with the next."""
    words = lines[at].strip() if at >= 0 else ""
    return not any(sign in words for sign in "(（|") and GAP.search(words) is not None


def _heads(line: str, rows: Sequence[Row]) -> list[str]:
    """The heads of the columns, that of the labels first; none where there are not as many, or two are the same."""
    words = line.strip()
    if not words or words[-1] in ".。:：" or not all(map(_may_head, words.split())):
        return []
    width = len(rows[0].cells)
    told = words.split()
    is_told = has_japanese(words) or all(map(_counts, told[-width:]))
    for heads in (GAP.split(words), told if is_told else [], _above(line, rows)):
        if len(heads) == width and not (heads_dates(heads[0]) or heads_numbers(heads[0])):
            heads = ["", *heads]
        if len(heads) == width + 1 and len(set(heads)) == len(heads):
            return heads
    return []


def _may_head(word: str) -> bool:
    return FIGURE.fullmatch(word) is None or _counts(word)


def _counts(word: str) -> bool:
    """Whether a word is a period or a rank."""
    return OWN_LABEL.fullmatch(word) is not None


def _are_periods(cells: Sequence[Cell]) -> bool:
    return all(PERIOD.fullmatch(cell.words) for cell in cells)


def _above(line: str, rows: Sequence[Row]) -> list[str]:
    """The words of a line by the columns below it, whose cells all begin at one place each."""
    starts = [{row.cells[n].end - len(row.cells[n].words) for row in rows} for n in range(len(rows[0].cells))]
    if has_japanese(line) or any(len(some) > 1 for some in starts):
        return []
    bounds = [0, *(min(some) for some in starts), max(len(line), *(row.cells[-1].end for row in rows)) + 1]
    heads = [line[start:end] for start, end in pairwise(bounds)]
    is_parted = all(line[start - 1 : start] in ("", " ") for start in bounds[1:-1])
    return [head.strip() for head in heads] if is_parted and all(map(str.strip, heads[1:])) else []
