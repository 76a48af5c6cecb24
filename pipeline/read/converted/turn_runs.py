"""The lines of a table whose columns take turns, by what they are: dates, heads of columns, words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from pipeline.read.layout import heads_a_column, heads_dates

Kind = Literal["date", "head", "words"]
MONTH = r"[A-Z][a-z]{2,8}\.?"
DATE = re.compile(
    rf"(?:{MONTH},? |[0-3]?[0-9] {MONTH},? |{MONTH} [0-3]?[0-9],? )?(?:19|20)[0-9]{{2}}(?:[./][0-9]{{1,2}}| {MONTH})?"
)
MONTH_ALONE = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")


class Run(NamedTuple):
    """Lines of one kind that follow each other, and the place of the line after them in the text."""

    kind: Kind
    lines: list[str]
    end: int


def heads_in(line: str) -> list[str]:
    """The heads of columns that a line holds, of which the first is one of dates; else nothing.

    >>> heads_in("Year"), heads_in("Year Name"), heads_in("Year of Birth")
    (['Year'], ['Year', 'Name'], [])
    """
    words = line.split()
    parts = ([" ".join(words[:n]), " ".join(words[n:])] for n in range(len(words), 0, -1))
    return next(([one for one in part if one] for part in parts if _are_heads(*part)), [])


def _are_heads(dates: str, others: str) -> bool:
    return heads_dates(dates) and (not others or heads_a_column(others))


def runs_of(lines: Sequence[str], begin: int, end: int, heads: Sequence[str]) -> list[Run]:
    """The runs of some lines of a text; words in a new block are a new run. `heads` of columns come first."""
    kinds: list[tuple[Kind, int, str, int]] = [("head", 0, head, begin) for head in heads]
    block = 0
    for line, after in _whole_dates([line.strip() for line in lines[begin:end]]):
        block += not line
        if line:
            kind: Kind = "date" if DATE.fullmatch(line) else "head" if heads_a_column(line) else "words"
            kinds.append((kind, block if kind == "words" else 0, line, begin + after))
    runs = [list(some) for _, some in groupby(kinds, key=lambda one: one[:2])]
    return [Run(some[0][0], [line for _, _, line, _ in some], some[-1][3]) for some in runs]


def _whole_dates(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Lines with the place of the next one, a month that is broken from its year whole again: the year stands below it, or
    below the one line of words that stands beside both."""
    at = 0
    while at < len(lines):
        line, below, third, fourth = (*lines[at : at + 4], "", "", "")[:4]
        at += 1
        if MONTH_ALONE.fullmatch(line) and YEAR.fullmatch(below):
            line, at = f"{line} {below}", at + 1
        elif MONTH_ALONE.fullmatch(line) and below and YEAR.fullmatch(third) and not _is_more(fourth):
            yield f"{line} {third}", at + 1
            line, at = below, at + 2
        yield line, at


def _is_more(line: str) -> bool:
    """Whether a line below a date may belong to it."""
    return not (not line or MONTH_ALONE.fullmatch(line) or DATE.fullmatch(line))
