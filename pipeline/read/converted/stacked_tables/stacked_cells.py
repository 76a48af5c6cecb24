"""Tables that stand a cell a line, heads and all, as programs leave them that only take the tags out of a page → rows of cells
between pipes. Each row has as many cells as there are heads, so that counting alone tells where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from pipeline.read.converted import dates
from pipeline.read.converted.rows import HEADED, print_row
from pipeline.read.layout import heads_a_column, heads_dates

PERIOD = re.compile(rf"{dates.PERIOD.pattern}|(?:{dates.YEAR.pattern}|(?:昭和|平成|令和)[0-9]{{1,2}})年度?")
RUNNING = re.compile(
    r"(?:cumulative|accumulated|grand)? ?total (?:until|as of|up to|through)\b.*|until .*|.{0,20}(?:累計額?|累積)", re.I
)
FIGURE = re.compile(r"[-−–△▲(]?[ ]?[0-9]{1,3}(?:,?[0-9]{3})*(?:\.[0-9]+)?\)?%?")
AMOUNT = re.compile(rf"(?:[A-Z]{{0,3}}[$¥€£] ?)?{FIGURE.pattern}(?: [a-z]+){{0,3}}|{FIGURE.pattern}[^\s0-9。、]{{1,8}}")
SIGN = re.compile(rf"\n[ \t]*+(?:{PERIOD.pattern}|{FIGURE.pattern})[ \t]*+(?![^\n])")
"""A line of a period or figure alone; a text without one has no such table."""
NEW_PAGE: Final = "\f"
"""In the text of printed pages cells are broken for want of room, and lines do not count them."""
NOTHING = re.compile(r"[-–—―－]{1,3}|N/?A|[Nn]one|[Nn]il|(?:実績|該当)?(?:なし|無し)")
RANKED = re.compile(r"[A-Z][A-Za-z.' ]+ ?[(:]? ?[0-9][0-9,.]*\)?")
"""Who gave, and how much, in one cell: `Germany 24.7`."""
MONTH = re.compile(
    rf"{dates.MONTH.pattern}(?: ?[-–/] ?{dates.MONTH.pattern})?"
    r"|[0-9]{1,2}月(?:[0-9]{1,2}日)?(?: ?[-–～〜~] ?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?)?"
)
NUMBER, MARK = re.compile("0?[1-9]|1[0-2]"), re.compile("[1-9]")
MOST_HEADS: Final = 8
LONGEST_HEAD: Final = 60
FEWEST: Final = 2


class Stack(NamedTuple):
    """The lines of a text that hold words, and where each stands."""

    words: list[str]
    places: list[int]


class Table(NamedTuple):
    """A table: the place of the line behind its last one among those that hold words, and its rows, heads first."""

    end: int
    rows: list[list[str]]


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
        return _years_across(words, at, [""]) or (
            _visits(words, at, [], FEWEST) if _is_month_below(words, at) else None
        )
    if len(words[at]) > LONGEST_HEAD or "|" in words[at] or at + FEWEST >= len(words):
        return None
    if PERIOD.fullmatch(words[at + 1]) and PERIOD.fullmatch(words[at + 2]):
        return _years_across(words, at + 1, [words[at]]) if heads_a_column(words[at]) else None
    if not heads_dates(words[at]):
        return _items(words, at) if heads_a_column(words[at]) else None
    heads = list(takewhile(lambda line: not PERIOD.fullmatch(line), words[at : at + MOST_HEADS + 1]))
    if not 1 < len(heads) <= MOST_HEADS or any(len(head) > LONGEST_HEAD for head in heads):
        return None
    dates = len(list(takewhile(heads_dates, heads)))
    if dates == 1 and (figures := _years_down(words, at, heads)):
        return figures
    has_people = dates < len(heads) and dates <= FEWEST < len(heads) and all(map(heads_a_column, heads[dates:]))
    return _visits(words, at, heads, dates) if has_people else None


def _is_month_below(words: Sequence[str], at: int) -> bool:
    return at + 1 < len(words) and MONTH.fullmatch(words[at + 1]) is not None


def _years_across(words: Sequence[str], at: int, corner: list[str]) -> Table | None:
    """A table whose columns are periods, below each other; then each label with its figures."""
    periods = list(
        takewhile(lambda line: PERIOD.fullmatch(line) or RUNNING.fullmatch(line), words[at : at + MOST_HEADS])
    )
    width, end = len(periods), at + len(periods)
    if width < FEWEST:
        return None
    rows: list[list[str]] = []
    while (
        end + width < len(words) and not _is_cell(words[end]) and all(map(_is_cell, words[end + 1 : end + 1 + width]))
    ):
        rows.append(list(words[end : end + 1 + width]))
        end += 1 + width
    return Table(end, [[*corner, *periods], *rows]) if len(rows) * width > FEWEST else None


def _years_down(words: Sequence[str], at: int, heads: list[str]) -> Table | None:
    """A table whose rows are periods, each with a figure for every other head."""
    width, end = len(heads), at + len(heads)
    rows: list[list[str]] = []
    while end + width <= len(words) and (PERIOD.fullmatch(words[end]) or RUNNING.fullmatch(words[end])):
        cells = words[end + 1 : end + width]
        if not all(_is_cell(cell) or RANKED.fullmatch(cell) for cell in cells):
            break
        rows.append(list(words[end : end + width]))
        end += width
    return Table(end, [heads, *rows]) if len(rows) >= FEWEST else None


def _items(words: Sequence[str], at: int) -> Table | None:
    """A table whose rows are what is counted, with its figure and maybe what is said of it: `Item`, `Amount`, `Main goods`."""
    heads = list(takewhile(heads_a_column, words[at : at + MOST_HEADS]))
    width, end = len(heads), at + len(heads)
    rows: list[list[str]] = []
    while width >= FEWEST and end + width <= len(words) and not _is_cell(words[end]) and _is_cell(words[end + 1]):
        rows.append(list(words[end : end + width]))
        end += width
    return Table(end, [heads, *rows]) if len(rows) >= FEWEST else None


def _is_cell(words: str) -> bool:
    """Whether a line is a figure, or says that there is none."""
    return not PERIOD.fullmatch(words) and (AMOUNT.fullmatch(words) or NOTHING.fullmatch(words)) is not None


def _visits(words: Sequence[str], at: int, heads: Sequence[str], dates: int) -> Table | None:
    """A table of dates, the first of them years, and people in one column or more. A cell that reaches over several rows is
    printed once; of the lines behind the last date only the first row's are surely the table's."""
    rows: list[list[str]] = []
    width = max(1, len(heads) - dates)
    place = last = at + len(heads)
    kept = 0
    while place < len(words) and not heads_dates(words[place]):
        year = words[place] if PERIOD.fullmatch(words[place]) else ""
        place += bool(year)
        may_be_number = bool(year) or (bool(rows) and rows[-1][1].isdigit())
        month = _month(words, place, may_be_number=may_be_number) if dates > 1 else ""
        place += bool(month)
        people, end = _people(words, place, width)
        if len(people) < width or not (rows or year):
            break
        rows.append([year, month, *people] if dates > 1 else [year, *people])
        place = end
        last = place if year or month else last
        kept = len(rows) if year or month else kept
    return Table(last, [*([list(heads)] if heads else []), *rows[:kept]]) if len(rows) >= FEWEST else None


def _month(words: Sequence[str], at: int, *, may_be_number: bool) -> str:
    """The month that a line is; a bare number is one below a year, and where the month above is one."""
    line = words[at] if at < len(words) else ""
    return line if MONTH.fullmatch(line) or (may_be_number and NUMBER.fullmatch(line)) else ""


def _people(words: Sequence[str], at: int, width: int) -> tuple[list[str], int]:
    """The cells of a row that hold words, and the place behind them. A figure alone is a note's mark, raised behind them."""
    people: list[str] = []
    while at < len(words) and (len(people) < width or MARK.fullmatch(words[at])):
        if MARK.fullmatch(words[at]):
            if not people:
                break
            people[-1] = f"{people[-1]} ({words[at]})"
        elif PERIOD.fullmatch(words[at]) or MONTH.fullmatch(words[at]) or heads_dates(words[at]):
            break
        else:
            people.append(words[at])
        at += 1
    return people, at
