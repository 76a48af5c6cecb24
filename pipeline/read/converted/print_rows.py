"""Rows of whole cells → lines between pipes, as whoever types a table writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.read.layout import heads_a_column, heads_dates

DATE = re.compile(r"(?:1[6-9]|20)[0-9]{2}\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
DATED = re.compile(
    r"[0-9０-９]{1,4}(?:[年月日/世]|\.[0-9])|[明大昭平令][治正和成]|同[年月上]|〃"
    r"|(?:[A-Z][a-z]{2,8}\.?,? )?(?:19|20)[0-9]{2}(?![0-9,])"
)
"""How a cell begins that dates its row."""
PERIOD = re.compile(r"(?:FY ?)?(?:19|20)[0-9]{2}(?:[-/][0-9]{2,4})?|(?:FY|CY)")
PAIR = 2
"""A date and what it dates, or a label and its value."""
HEADED = "|---|"
"""The rule below a row that heads the others."""


def print_row(cells: Sequence[str]) -> str:
    """A row of cells between pipes."""
    return f"| {' | '.join(cells)} |"


def print_rows(rows: Sequence[Sequence[str]], *, is_headed: bool = False) -> Iterator[str]:
    """The rows of a table: the first is marked if it heads the others, and a label beside several rows stands above them.

    >>> list(print_rows([["Trade", "2011", "2012"], ["Exports", "5", "6"]]))
    ['Trade', '|  | 2011 | 2012 |', '|---|', '| Exports | 5 | 6 |']
    >>> list(print_rows([["Residents", "in Chad", "5"], ["", "in Japan", "6"]]))
    ['Residents', '| in Chad | 5 |', '| in Japan | 6 |']
    """
    cells = [list(row) for row in rows if row]
    is_headed = (is_headed and bool(cells)) or (len(cells) > 1 and heads(cells[0]))
    if is_headed and cells[0][0] and not (heads_a_column(cells[0][0]) or all(map(heads_a_column, cells[0][1:]))):
        yield cells[0][0]
        cells[0][0] = ""
    is_below, is_dated = False, any(DATE.match(row[0]) for row in cells)
    for n, (row, below) in enumerate(pairwise([*cells, [" "]])):
        is_below = not row[0] and is_below
        if row[0] and not below[0] and len(row) > PAIR and not is_dated:
            yield row[0]
            is_below = True
        yield print_row(row[1:] if is_below else row)
        if is_headed and n == 0:
            yield HEADED


def heads(cells: Sequence[str]) -> bool:
    """Whether a first row heads the others: its corner is empty, or all behind it are words or years that head columns."""
    behind = cells[1:]
    may_head = len(behind) > 1 or heads_dates(cells[0])
    return not cells[0] or (may_head and all(heads_a_column(cell) or PERIOD.fullmatch(cell) for cell in behind))
