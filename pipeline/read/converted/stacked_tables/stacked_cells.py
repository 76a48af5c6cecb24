"""Tables that stand a cell a line, heads and all, as programs leave them that only take the tags out of a page → rows of cells
between pipes. Each row has as many cells as there are heads, so that counting alone tells where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from pipeline.read.converted.placed import NEW_PAGE
from pipeline.read.converted.rows import HEADED, print_row
from pipeline.read.converted.stacked_tables.figures import (
    FEWEST,
    FIGURE,
    MOST_HEADS,
    PERIOD,
    Table,
    items,
    years_across,
    years_down,
)
from pipeline.read.converted.stacked_tables.visits import MONTH, visits
from pipeline.read.page.layout import heads_a_column, heads_dates

SIGN = re.compile(rf"\n[ \t]*+(?:{PERIOD.pattern}|{FIGURE.pattern})[ \t]*+(?![^\n])")
"""A line of a period or figure alone; a text without one has no such table."""
"""In the text of printed pages cells are broken for want of room, and lines do not count them."""
LONGEST_HEAD: Final = 60


class Stack(NamedTuple):
    """The lines of a text that hold words, and where each stands."""

    words: list[str]
    places: list[int]


def read_stacked_cells(text: str) -> str:
    r"""A text with such tables as rows.

    >>> print(read_stacked_cells("Trade\nYear\nExports\nImports\n2012\n8.3\n1.4\n2013\n9.9\n2.1\nGoods: oil"))
    Trade
    <BLANKLINE>
    | Year | Exports | Imports |
    |---|
    | 2012 | 8.3 | 1.4 |
    | 2013 | 9.9 | 2.1 |
    <BLANKLINE>
    Goods: oil
    >>> print(read_stacked_cells("Year\nMonth\nName\n1991\nJuly\nMr. Ito\nMay\nMr. Abe"))
    | Year | Month | Name |
    |---|
    | 1991 | July | Mr. Ito |
    |  | May | Mr. Abe |
    """
    if NEW_PAGE in text or not SIGN.search(f"\n{text}"):
        return text
    lines = text.split("\n")
    held = [(words, n) for n, line in enumerate(lines) if (words := line.strip())]
    stack = Stack([words for words, _ in held], [n for _, n in held])
    printed: list[str] = []
    at = begin = 0
    while at < len(held):
        table = _table(stack.words, at)
        if table is None:
            at += 1
            continue
        printed += lines[begin : stack.places[at]]
        printed += [""] * bool(printed and printed[-1].strip()) + list(_printed(table.rows))
        begin = stack.places[table.end - 1] + 1
        printed += [""] * bool(begin < len(lines) and lines[begin].strip())
        at = table.end
    return "\n".join([*printed, *lines[begin:]]) if begin else text


def _printed(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for n, row in enumerate(rows):
        yield print_row(row)
        if n == 0 and not PERIOD.fullmatch(row[0]):
            yield HEADED


def _table(words: Sequence[str], at: int) -> Table | None:
    """The table whose first head a line is."""
    if PERIOD.fullmatch(words[at]):
        return years_across(words, at, [""]) or (visits(words, at, [], FEWEST) if _is_month_below(words, at) else None)
    if len(words[at]) > LONGEST_HEAD or "|" in words[at] or at + FEWEST >= len(words):
        return None
    if PERIOD.fullmatch(words[at + 1]) and PERIOD.fullmatch(words[at + 2]):
        return years_across(words, at + 1, [words[at]]) if heads_a_column(words[at]) else None
    if not heads_dates(words[at]):
        return items(words, at) if heads_a_column(words[at]) else None
    heads = list(takewhile(lambda line: not PERIOD.fullmatch(line), words[at : at + MOST_HEADS + 1]))
    if not 1 < len(heads) <= MOST_HEADS or any(len(head) > LONGEST_HEAD for head in heads):
        return None
    dates = len(list(takewhile(heads_dates, heads)))
    if dates == 1 and (figures := years_down(words, at, heads)):
        return figures
    has_people = dates < len(heads) and dates <= FEWEST < len(heads) and all(map(heads_a_column, heads[dates:]))
    return visits(words, at, heads, dates) if has_people else None


def _is_month_below(words: Sequence[str], at: int) -> bool:
    return at + 1 < len(words) and MONTH.fullmatch(words[at + 1]) is not None
