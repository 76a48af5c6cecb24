"""Figures that stand a cell a line: below the years of their columns, behind the year of their row, or behind what they count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from pipeline.read.page.layout import heads_a_column
from pipeline.read.text import dates

PERIOD = re.compile(rf"{dates.PERIOD.pattern}|(?:{dates.YEAR.pattern}|(?:昭和|平成|令和)[0-9]{{1,2}})年度?")
RUNNING = re.compile(
    r"(?:cumulative|accumulated|grand)? ?total (?:until|as of|up to|through)\b.*|until .*|.{0,20}(?:累計額?|累積)", re.I
)
FIGURE = re.compile(r"[-−–△▲(]?[ ]?[0-9]{1,3}(?:,?[0-9]{3})*(?:\.[0-9]+)?\)?%?")
AMOUNT = re.compile(rf"(?:[A-Z]{{0,3}}[$¥€£] ?)?{FIGURE.pattern}(?: [a-z]+){{0,3}}|{FIGURE.pattern}[^\s0-9。、]{{1,8}}")
NOTHING = re.compile(
    r"[-–—―－]{1,3}|…|N/?A|N\.A\.?|n\.a\.?|[Nn]ot available|[Nn]one|[Nn]il|(?:実績|該当)?(?:なし|無し)"
)
RANKED = re.compile(r"[A-Z][A-Za-z.' ]+ ?[(:]? ?[0-9][0-9,.]*\)?")
"""Who gave, and how much, in one cell: `Germany 24.7`."""
AS_OF = re.compile("as of|as at|until|時点|現在", re.I)
"""What heads a column of the dates of figures."""
MOST_HEADS: Final = 8
FEWEST: Final = 2


class Table(NamedTuple):
    """A table: the place of the line behind its last one among those that hold words, and its rows, heads first."""

    end: int
    rows: list[list[str]]


def years_across(words: Sequence[str], at: int, corner: list[str]) -> Table | None:
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


def years_down(words: Sequence[str], at: int, heads: list[str]) -> Table | None:
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


def items(words: Sequence[str], at: int) -> Table | None:
    """A table whose rows are what is counted, with its figure and maybe what is said of it: `Item`, `Amount`, `Main goods`. The
    place above what is counted may be empty, where the last column is seen to hold dates: `Number`, `As of`."""
    heads = list(takewhile(heads_a_column, words[at : at + MOST_HEADS]))
    end = at + len(heads)
    rows = _items(words, end, len(heads))
    if len(rows) < FEWEST and len(heads) > 1 and AS_OF.fullmatch(heads[-1]):
        heads = ["", *heads]
        rows = list(takewhile(lambda row: dates.is_date(row[-1]), _items(words, end, len(heads))))
    return Table(end + len(rows) * len(heads), [heads, *rows]) if len(rows) >= FEWEST else None


def _items(words: Sequence[str], end: int, width: int) -> list[list[str]]:
    """The rows from a place on, each with as many cells, the second of which is a figure."""
    rows: list[list[str]] = []
    while width >= FEWEST and end + width <= len(words) and not _is_cell(words[end]) and _is_cell(words[end + 1]):
        rows.append(list(words[end : end + width]))
        end += width
    return rows


def _is_cell(words: str) -> bool:
    """Whether a line is a figure, or says that there is none."""
    return not PERIOD.fullmatch(words) and (AMOUNT.fullmatch(words) or NOTHING.fullmatch(words)) is not None
