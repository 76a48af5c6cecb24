"""Tables whose cells are parted by tabs, one row a line, as copying them from a page leaves them.

In English the words on both sides of a tab tell what they are, and a line of them stays a paragraph but below a header.
"""

from __future__ import annotations

import re
from operator import and_
from typing import NamedTuple

from pipeline.patterns import JAPANESE, has_japanese
from pipeline.read.converted.rows import heads, may_head
from pipeline.read.page.layout import heads_a_column, heads_dates, heads_numbers
from pipeline.read.text.dates import DATED, PERIOD
from pipeline.read.text.pipes import TextLine, add_row
from pipeline.read.text.tab_rows import read_tab_rows
from pipeline.records import Block, Span

COUNTED = re.compile(r"[(（]?(?:[0-9０-９]{1,2}|[ivx]{1,4}|[ア-ン])[)）.．]?|[①-⑳]")
"""A cell with the number of a heading or an item, and nothing else."""
SPREAD = re.compile(rf"(?:(?:{COUNTED.pattern})[ \t\u3000]*)?(?![年月日])[一-鿿]")
"""A cell with the first sign of a label, maybe behind its number."""
LISTED = re.compile(r"[(（](?:[1１ア]|i)[)）]|①|ア[ \t\u3000．.]")
FIGURE = re.compile("[0-9０-９]")
BRACKETED = re.compile(r"[(（][^()（）\t]{1,60}[)）]")
"""What a header says of a column besides its name, maybe with a figure: `Loans (100 million yen)`."""
FIGURE_CELL = re.compile(r"[-−–△▲]?\s?[0-9][0-9,.]*(?: [A-Za-z$]{1,12}){0,3}|[Nn]one|[-−–]|")
RANKS = re.compile(r"(?:\t ?[1-9](?:st|nd|rd|th)?(?= ?(?:\t|\Z)))+")
"""Cells that head columns by the ranks of what stands in them: `Year | 1 | 2 | 3`."""


class Head(NamedTuple):
    """What a header says of its columns: whether the first holds numbers of the rows, which of two holds their dates, and
    whether the second of two holds figures."""

    has_numbers: bool
    dated: tuple[bool, bool]
    has_figures: bool


NO_HEAD = Head(False, (False, False), False)


def read_tabs(text: str, lines: list[TextLine], i: int, blocks: list[Block]) -> int:
    """Add a run of lines as rows where they have cells between tabs; one alone without a figure holds the links of a page.
    Returns the index after them."""
    first = lines[i]
    words = text[first.start : first.end]
    if "\t" not in text[first.start - first.indent : first.end]:
        return i
    is_english = not has_japanese(words)
    if is_english and not _heads_table(text, first) and not _heads_years(text, lines, i):
        return i
    top, frame, head = i, _frame(text, lines, i), NO_HEAD
    is_set_in = frame > 0 or any(_lead(text, below.start) > _lead(text, first.start) for below in lines[i + 1 : i + 2])
    if is_english and not is_set_in and (end := read_tab_rows(text, lines, i, blocks)) > i:
        return end
    while i < len(lines) and not (i > top and lines[i].after_blank):
        line = lines[i]
        cells = tab_cells(text, line, frame, has_numbers=head.has_numbers)
        if not is_row(text, cells, head):
            break
        add_row(text, Span(line.start, line.end), line.number, cells, blocks)
        if i == top:
            blocks[-1] = _headed(text, blocks[-1])
            head = _head(text, blocks[-1])
            frame += _is_set_in(text, lines, i, blocks[-1], frame)
        i += 1
    if i == top + 1 and blocks[-1].kind == "row" and not FIGURE.search(words):
        blocks[-1] = blocks[-1]._replace(kind="furniture", cells=())
    return i


def tab_cells(text: str, line: TextLine, frame: int = 0, *, has_numbers: bool = False) -> tuple[Span, ...]:
    """The cells of a line between its tabs.

    Tabs before its words close empty cells, but for the `frame` that the whole table is set in by. The number of a heading
    or an item belongs to the words behind it, unless the table `has_numbers` in a column of their own.

    >>> text = "1\\t米国\\t900.4"
    >>> [text[a:b] for a, b in tab_cells(text, TextLine(0, len(text), 1, 0, False))]
    ['1\\t米国', '900.4']
    """
    cells = [Span(line.start, line.start)] * (_lead(text, line.start) - frame)
    at = line.start
    for part in text[line.start : line.end].split("\t"):
        start = at + len(part) - len(part.lstrip())
        cells.append(Span(start, start + len(part.strip())))
        at += len(part) + 1
    if len(cells) > 1:  # cells that are empty at the end of a row
        end = text.find("\n", line.end)
        cells += [Span(line.end, line.end)] * text.count("\t", line.end, end if end >= 0 else len(text))
    if len(cells) > 1 and not has_numbers and COUNTED.fullmatch(text, *cells[0]):
        cells[:2] = [Span(cells[0].start, cells[1].end)]
    spread = _spread(text, cells)
    cells[:spread] = [Span(cells[0].start, cells[spread - 1].end)]
    return tuple(cells)


def _spread(text: str, cells: list[Span]) -> int:
    """How many of the first cells are one label, a sign in each, that is spread over them: `面 | 積 | 756,000平方キロメートル`."""
    if not SPREAD.fullmatch(text, *cells[0]):
        return 1
    count = 1
    for n, (a, b) in enumerate(cells[1:], 2):
        if a < b and not (b - a == 1 and JAPANESE.match(text, a) and not heads_dates(text[a:b])):
            break
        count = n if a < b else count
    return count


def is_row(text: str, cells: tuple[Span, ...], head: Head = NO_HEAD) -> bool:
    """Whether cells are those of a table; two of them are where they head columns, or one is a date: else they are a label
    and its value, as they are with a space between. The date stands first, or where the header has it.

    A numbered label over another label, or over the first of a list, is none: `7 | 総貿易額 | （1）輸出 | 622億ドル`.
    """
    words = [text[a:b] for a, b in cells]
    if len(words) > 1 and "\t" in words[0] and (LISTED.match(words[1]) or not FIGURE.search(words[1])):
        return False
    if len(words) != len(NO_HEAD.dated):
        return len(words) > 1
    is_dated = [not word or DATED.match(word) is not None or heads_dates(word) for word in words]
    is_figure = head.has_figures and FIGURE_CELL.fullmatch(words[1]) is not None
    return is_figure or is_dated[0] or all(map(heads_a_column, words)) or any(map(and_, is_dated, head.dated))


def _heads_table(text: str, line: TextLine) -> bool:
    """Whether a line in English is the header of a table: its first cell heads dates or numbers, or each a column, or each
    of several behind the first one, years among them."""
    words = BRACKETED.sub("", text[line.start : line.end])
    cells = [cell.strip() for cell in words.split("\t")]
    whole = ["", *cells] if _lead(text, line.start) == 1 else cells
    if len(whole) > len(NO_HEAD.dated) and heads(whole) and all(map(may_head, whole[1:])):
        return True
    is_first = heads_dates(cells[0]) or heads_numbers(cells[0]) or all(map(heads_a_column, cells))
    return len(cells) > 1 and is_first and not FIGURE.search(RANKS.sub("", words))


def _heads_years(text: str, lines: list[TextLine], i: int) -> bool:
    """Whether a line in English with an empty corner stands over a year and as many figures as it has cells, and holds none
    itself: `| Number of cases | Amount (million yen)` over `FY 2013 | 17 | 5,571`."""
    line, below = lines[i], lines[i + 1] if i + 1 < len(lines) else None
    if below is None or below.after_blank or _lead(text, line.start) != 1 or _lead(text, below.start):
        return False
    heads = BRACKETED.sub("", text[line.start : line.end]).split("\t")
    year, *figures = [cell.strip() for cell in text[below.start : below.end].split("\t")]
    is_over = len(heads) == len(figures) > 1 and not FIGURE.search("".join(heads)) and all(map(str.strip, heads))
    return is_over and PERIOD.fullmatch(year) is not None and all(map(FIGURE_CELL.fullmatch, figures))


def _headed(text: str, block: Block) -> Block:
    """The first row of a table: one with an empty corner and no figure heads the others."""
    has_corner = block.cells[0].start == block.cells[0].end
    is_header = has_corner and not FIGURE.search(BRACKETED.sub("", text[block.start : block.end]))
    return block._replace(kind="header") if is_header else block


def _head(text: str, block: Block) -> Head:
    """What the first row of a table says of the columns of the others."""
    words = [text[a:b] for a, b in block.cells]
    if block.kind != "header":
        return NO_HEAD
    dated = (heads_dates(words[0]), heads_dates(words[1])) if len(words) == len(NO_HEAD.dated) else NO_HEAD.dated
    return Head(heads_numbers(words[0]), dated, len(words) == len(NO_HEAD.dated) and not any(dated))


def _frame(text: str, lines: list[TextLine], i: int) -> int:
    """The tabs that a table is set in by which begins with a line: all before its words, unless the next line has fewer and
    as many cells with them."""
    lead, below = _lead(text, lines[i].start), lines[i + 1] if i + 1 < len(lines) else None
    less = lead if below is None or below.after_blank else min(lead, _lead(text, below.start))
    if below is None or less == lead:
        return lead
    return less if len(tab_cells(text, lines[i], less)) == len(tab_cells(text, below, less)) else lead


def _is_set_in(text: str, lines: list[TextLine], i: int, header: Block, frame: int) -> bool:
    """Whether the rows below a header are set in by one tab more: the first of them has one cell more, and that is empty."""
    below = lines[i + 1] if i + 1 < len(lines) else None
    if header.kind != "header" or below is None or below.after_blank or _lead(text, below.start) != frame + 1:
        return False
    return len(tab_cells(text, below, frame)) == len(header.cells) + 1


def _lead(text: str, start: int) -> int:
    """The tabs right before a place."""
    at = start
    while at and text[at - 1] == "\t":
        at -= 1
    return start - at
