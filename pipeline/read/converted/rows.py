"""Rows of whole cells → lines between pipes, as whoever types a table writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.read.page.layout import heads_a_column, heads_dates, heads_numbers
from pipeline.read.text.dates import DATE, PERIOD

HEADS = re.compile(
    r"(?:(?:[Cc]umulative|[Aa]ccumulated|[Gg]rand)? ?[Tt]otals? [(]?(?:as of|up to|until|through|to|by) )?"
    rf"(?:{PERIOD.pattern}|FY|CY)[)]?"
    r"|(?:[Cc]umulative|[Aa]ccumulated)(?: [Tt]otals?)?"
)
"""A period, or the sort of those below, as words that head a column."""
FIGURE = re.compile(r"[-−–△▲]?[0-9]{1,3}[,.]?[0-9]|[-−–△▲][0-9]")
"""How a cell begins that holds a figure, and no rank of one sign."""
PAIR = 2
"""A date and what it dates, or a label and its value."""
HEADED = "|---|"
"""The rule below a row that heads the others."""


def print_row(cells: Sequence[str]) -> str:
    """A row of cells between pipes.

    >>> print_row(["2012", "", "Loans"])
    '| 2012 |  | Loans |'
    """
    return f"| {' | '.join(cells)} |"


def print_rows(rows: Sequence[Sequence[str]], *, storeys: int = 0) -> Iterator[str]:
    """The rows of a table: the first is marked if it heads the others, or so many as the head surely has `storeys`; a label
    beside several rows stands above them.

    >>> list(print_rows([["Trade", "2011", "2012"], ["Exports", "5", "6"]]))
    ['Trade', '|  | 2011 | 2012 |', '|---|', '| Exports | 5 | 6 |']
    >>> list(print_rows([["Residents", "in Chad", "5"], ["", "in Japan", "6"]]))
    ['Residents', '| in Chad | 5 |', '| in Japan | 6 |']
    """
    cells = [list(row) for row in rows if row]
    storeys = min(storeys, len(cells)) or int(len(cells) > 1 and heads(cells[0]))
    if storeys and cells[0][0] and not (heads_a_column(cells[0][0]) or all(map(heads_a_column, cells[0][1:]))):
        yield cells[0][0]
        cells[0][0] = ""
    is_below, is_dated = False, any(DATE.match(row[0]) for row in cells)
    for n, (row, below) in enumerate(pairwise([*cells, [" "]])):
        is_below = not row[0] and is_below
        if row[0] and not below[0] and len(row) > PAIR and not is_dated and n >= storeys:
            yield row[0]
            is_below = True
        yield print_row(row[1:] if is_below else row)
        if n < storeys:
            yield HEADED


def heads(cells: Sequence[str]) -> bool:
    """Whether a first row heads the others: its corner is empty, or all behind it are words or years that head columns; behind
    a head of dates or numbers, whatever is no figure.

    >>> heads(["Year", "1st", "Total"]), heads(["Year", "2.5", "3.5"]), heads(["Mr. Ito", "Name", "Mr. Abe"])
    (True, False, False)
    """
    behind = cells[1:]
    is_dated = heads_dates(cells[0])
    if len(behind) > 1 and all(behind) and (is_dated or heads_numbers(cells[0])):
        return all(may_head(cell) or not FIGURE.match(cell) for cell in behind)
    are_columns = len(behind) > 1 or is_dated
    return not cells[0] or (are_columns and all(map(may_head, behind)))


def may_head(cell: str) -> bool:
    """Whether a cell heads a column: its words do, or it is a period.

    >>> may_head("Name"), may_head("FY2011"), may_head("Mr. Ito")
    (True, True, False)
    """
    return heads_a_column(cell) or HEADS.fullmatch(cell) is not None
