"""The heads of tables whose first column holds dates, in one line of a text or in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.read.converted.dated_tables.date_lines import is_date_alone
from pipeline.read.page.layout import heads_a_column, heads_dates

HEAD = re.compile(r"^[ \f]*+(?:[Yy]ear|YEAR|[Dd]ate|DATE|[Mm]onth|年|月|時期|期間)[^.:：。]{0,80}$", re.M)
GAP = re.compile(r"(?<=\S) {2,}(?=\S)")


class Head(NamedTuple):
    """The heads of the two columns of a table, which lines of the text they take, whether those keep their layout, and
    whether there is no third column."""

    words: tuple[str, str]
    begin: int
    end: int
    keeps_layout: bool
    is_pair: bool


def heads(lines: Sequence[str]) -> Iterator[Head]:
    """The heads of tables with two columns, in one line or in two, of which either may come first."""
    end = 0
    for n, line in enumerate(lines):
        first, *others = (heads_in(line) if HEAD.match(line) and n >= end else []) or [""]
        if not first:
            continue
        below = _next(lines, n + 1)
        above = next((m for m in range(n - 1, max(end, n - 2) - 1, -1) if lines[m].strip()), n)
        names = _names(lines, below)
        if others:
            begin, end, other = n, n + 1, others[0]
        elif is_other(lines, below) and not is_other(lines, _next(lines, below + 1)):
            begin, end, other = n, below + 1, lines[below].strip()
        elif above < n and is_other(lines, above):
            begin, end, other = above, n + 1, lines[above].strip()
        elif names > below and is_other(lines, names):
            begin, end, other = n, n + 1, lines[names].strip()
        else:
            continue
        parts = GAP.split(line.strip())
        is_pair = sum(not heads_dates(part) for part in parts) == 1 if len(parts) > 1 else not _are_others(other)
        yield Head((first, other), begin, end, len(parts) > 1, is_pair)


def _names(lines: Sequence[str], at: int) -> int:
    """The place of the first line with words that is no date alone."""
    return next((n for n in range(at, len(lines)) if lines[n].strip() and not is_date_alone(lines[n])), at)


def _next(lines: Sequence[str], at: int) -> int:
    """The place of the next line with words, not far below."""
    return next((n for n in range(at, min(len(lines), at + 2)) if lines[n].strip()), len(lines))


def is_other(lines: Sequence[str], at: int) -> bool:
    """Whether a line heads a column of such a table that holds no dates. Beyond the last line there is none."""
    words = " ".join(lines[at].split()) if at < len(lines) else ""
    return heads_a_column(words) and not heads_dates(words)


def _are_others(words: str) -> bool:
    parts = words.split()
    return len(parts) > 1 and all(map(heads_a_column, parts))


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
