"""Tables: which ones only lay out a page, and how the cells of the others stand in rows and columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import lxml.etree

from pipeline.read.limits import LIMITS, Exceeded
from pipeline.read.page.layout import heads_a_column, heads_dates
from pipeline.read.page.pieces import Piece
from pipeline.read.page.tree import Element

MAX_COLSPAN = 1000
MAX_ROWSPAN = 65_534
_STOREYS = 2
_LONGEST_HEAD = 60
_DIGITS = re.compile(r"\s*\+?([0-9]{1,9})")
_DATE = re.compile(r"['’(]?[12][0-9]{3}")
_DATED = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_FIGURE = re.compile(r"[0-9](?![0-9]?(?:st|nd|rd|th)\b)")
"""A digit that belongs to no rank: `1st` heads a column, `2006` heads none."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_words = lxml.etree.XPath("string()", smart_strings=False)
_block_content = lxml.etree.XPath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6|.//ul|.//ol|.//dl|.//hr", smart_strings=False)
_heads = lxml.etree.XPath("(.//caption|.//thead|.//th)[1]", smart_strings=False)
_not_bold = lxml.etree.XPath(".//text()[not(ancestor::b|ancestor::strong)]", smart_strings=False)


class Cell(NamedTuple):
    """One cell as it stands in the page, its spans clamped as the HTML standard does."""

    text: str
    colspan: int = 1
    rowspan: int = 1
    is_head: bool = False
    is_bold: bool = False
    linked: int = 0


class Row(NamedTuple):
    """One row as it stands in the page; `group` numbers its `tbody`, which no cell reaches out of."""

    cells: list[Cell]
    group: int = 0
    in_head: bool = False


def span_of(printed: str | None, limit: int) -> int:
    """A `colspan` or `rowspan` as browsers read it: leading ASCII digits; 1 where there are none.

    >>> [span_of(s, 1000) for s in ("2", "2px", "2.5", "٣", "1_000", "1000000", "-1", None)]
    [2, 2, 2, 1, 1, 1000, 1, 1]
    """
    match = _DIGITS.match(printed) if printed else None
    return min(int(match[1]), limit) if match else 1


def new_cell(element: Element, text: str, is_bold: bool, linked: int) -> Cell:
    """The cell of a `td` or `th`. A rowspan of 0 means all rows left in its group."""
    colspan = span_of(element.get("colspan"), MAX_COLSPAN) or 1
    rowspan = span_of(element.get("rowspan"), MAX_ROWSPAN) or MAX_ROWSPAN
    return Cell(text, colspan, rowspan, element.tag == "th", is_bold, linked)


def is_layout(table: Element) -> bool:
    """Whether a table only places parts of the page, so that its cells are to be read as the page goes on."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return True
    if all(len(cells) == 1 for cells in _rows(table)):
        return True
    if _heads(table):
        return False
    if _block_content(table):
        return True
    rows = list(_rows(table))
    border = span_of(table.get("border") or "0", 99) if table.get("border") != "" else 1
    if len(rows) == 1 and not border:
        return not _DATE.match(_words(rows[0][0]).strip())
    return _labels_its_cells(rows) or (not border and _has_page_in_cell(table, rows))


def _rows(table: Element) -> Iterator[list[Element]]:
    return (cells for tr in table.iter("tr") if (cells := [cell for cell in tr if cell.tag in ("td", "th")]))


def _labels_its_cells(rows: list[list[Element]]) -> bool:
    """Labels in bold over indented values, or beside them: sections, set with a table."""
    wide = [cells for cells in rows if len(cells) > 1]
    firsts = [_words(cells[0]).strip() for cells in wide]
    if not any(firsts):
        return len(wide) < len(rows)
    if len(wide) < 2 or any(_DATE.match(words) for words in firsts):
        return False
    return all(_is_bold(cells[0]) and not _is_bold(cells[1]) for cells in wide)


def _is_bold(cell: Element) -> bool:
    return bool(_words(cell).strip()) and all(part.isspace() for part in _not_bold(cell))


def _has_page_in_cell(table: Element, rows: list[list[Element]]) -> bool:
    whole = len(_words(table))
    return any(
        len(cell) > 5 and len(_words(cell)) * 10 > whole * 6 and len(cell.findall(".//br") + cell.findall(".//p")) > 5
        for cells in rows
        for cell in cells
    )


def print_rows(rows: Sequence[Row], most: int = LIMITS.cells) -> list[Piece]:
    """The pieces of a data table. Raises `Exceeded` where it has more than `most` cells, spans counted.

    A cell over several rows or columns is printed where it begins and leaves empty cells where it goes on, so that
    cells below each other have one place in their rows. Rows without words give no piece.

    >>> rows = [Row([Cell("2006", rowspan=2), Cell("A")]), Row([Cell("B")])]
    >>> [piece.cells for piece in print_rows(rows)]
    [('2006', 'A'), ('', 'B')]
    """
    cells = _place(rows, most)
    width = max(map(len, cells), default=0)
    pieces: list[Piece] = []
    storeys = _storeys(rows)
    for n, (row, texts) in enumerate(zip(rows, cells, strict=True)):
        if any(texts):
            is_first = not any(piece.kind == "row" for piece in pieces[-2:])
            kind = "header" if n < storeys else _kind(row, texts, width, is_first)
            parts = [tuple(texts[:1])] if kind == "caption" else _parallel_rows(texts)
            pieces += (Piece(kind, 0, part, joined=bool(pieces) or i > 0) for i, part in enumerate(parts))
    return pieces


def _storeys(rows: Sequence[Row]) -> int:
    """How many rows at the top of a table are a header whatever tags it has: two where each cell of the first one either
    reaches down over the second, or stands over as many cells there as it is wide.

    >>> _storeys([Row([Cell("Type", rowspan=2), Cell("Year", colspan=2)]), Row([Cell("2005"), Cell("2006")])])
    2
    """
    if len(rows) < _STOREYS or not rows[0].cells or _DATE.match(rows[0].cells[0].text):
        return 0
    deep = [cell for cell in rows[0].cells if cell.rowspan == _STOREYS]
    wide = [cell for cell in rows[0].cells if cell.rowspan == 1 and cell.colspan > 1]
    is_parted = len(deep) + len(wide) == len(rows[0].cells) and len(rows[1].cells) == sum(one.colspan for one in wide)
    return _STOREYS if deep and wide and is_parted and all(len(one.text) <= _LONGEST_HEAD for one in wide) else 0


def _parallel_rows(texts: list[str]) -> list[tuple[str, ...]]:
    """Several dated rows that a page has put into one, with a line break for each in every cell.

    >>> _parallel_rows(["1999 Jun.\\n2001 Sep.", "A\\nB"])
    [('1999 Jun.', 'A'), ('2001 Sep.', 'B')]
    """
    if len(texts) == 1 or "\n" not in texts[0]:
        return [tuple(texts)]
    lines = [text.split("\n") for text in texts]
    is_parallel = all(len(cell) == len(lines[0]) for cell in lines)
    if not is_parallel or not all(_DATED.search(line) for line in lines[0]):
        return [tuple(texts)]
    return list(zip(*lines, strict=True))


def _place(rows: Sequence[Row], most: int) -> list[list[str]]:
    """The rows with an empty text wherever a span goes on; columns that no cell begins in are left out."""
    placed: list[dict[int, str]] = []
    hanging: list[tuple[int, int, int]] = []
    printed, group = 0, 0
    for row in rows:
        hanging = hanging if row.group == group else []
        group, column, starts, below = row.group, 0, {start: "" for start, _, _ in hanging}, []
        printed += len(row.cells) + len(hanging)
        if printed > most:
            raise Exceeded("cells")
        above = iter(hanging)
        blocked = next(above, None)
        for cell in row.cells:
            while blocked and blocked[0] <= column:
                column = max(column, blocked[1])
                blocked = next(above, None)
            starts[column] = cell.text
            if cell.rowspan > 1:
                below.append((column, column + cell.colspan, cell.rowspan))
            column += cell.colspan
        placed.append(starts)
        if hanging or below:
            hanging = sorted((start, end, left - 1) for start, end, left in hanging + below if left > 1)
    return _close_columns(placed, most)


def _close_columns(placed: list[dict[int, str]], most: int) -> list[list[str]]:
    columns = sorted({column for starts in placed for column in starts})
    index = {column: i for i, column in enumerate(columns)}
    widths = [index[max(starts)] + 1 if starts else 0 for starts in placed]
    if sum(widths) > most:
        raise Exceeded("cells")
    return [[starts.get(c, "") for c in columns[:width]] for starts, width in zip(placed, widths, strict=True)]


def _kind(row: Row, texts: list[str], width: int, is_first: bool) -> str:
    """`header`, `row`, or `caption` for words in bold over the whole width of a table."""
    if _DATE.match(texts[0]) and any(_LETTERS.search(text) for text in texts[1:]):
        return "row"
    filled = [cell for cell in row.cells if cell.text]
    emphatic = all(cell.is_head or cell.is_bold for cell in filled)
    if len(texts) == 1 and width > 1:
        spans_all = row.cells[0].colspan > 1 and row.cells[0].rowspan == 1
        return "caption" if emphatic and spans_all else "row"
    words = [text.rstrip(":") for text in texts if text]
    if all(heads_a_column(word) for word in words):
        return "header"
    if all(cell.is_head for cell in row.cells) or row.in_head or (is_first and emphatic):
        return "header"
    names_dates = is_first and len(words) > 1 and heads_dates(words[0])
    return "header" if names_dates and not any(_FIGURE.search(word) for word in words) else "row"
