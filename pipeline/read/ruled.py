"""Tables ruled by dashes, as pandoc writes them: a grid, or columns below a rule for each → rows of cells between pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.read.column_rows import HEADED, Part, Row, print_row

GRID = re.compile(r"[ \t]*\+(?:[-=:]{2,}\+)+[ \t]*")
RULES = re.compile(r"[ \t]*-{2,}(?: +-{2,})+[ \t]*")
FRAME = re.compile(r"[ \t]*-{5,}[ \t]*")
"""The rule above and below a table whose rows stand apart by blank lines."""
Groups = list[list[str]]


def read_ruled(text: str) -> str:
    r"""A text with its ruled tables as rows of cells between pipes.

    >>> grid = "+------+---------+\n| Year | Name    |\n+======+=========+\n"
    >>> print(read_ruled(grid + "| 2004 | Mr. Ito |\n|      | Goro    |\n+------+---------+"))
    | Year | Name |
    |---|
    | 2004 | Mr. Ito Goro |
    >>> print(read_ruled("  Year   Name\n  ------ --------\n  2004   Mr. Ito\n"))
    | Year | Name |
    |---|
    | 2004 | Mr. Ito |
    <BLANKLINE>
    """
    if "--" not in text:
        return text
    lines, printed, at = text.split("\n"), list[str](), 0
    while at < len(lines):
        if GRID.fullmatch(lines[at]):
            rows, at = _grid(lines, at)
            printed += rows
        elif RULES.fullmatch(lines[at]):
            at = _ruled(lines, at, printed)
        else:
            printed.append(lines[at])
            at += 1
    return "\n".join(printed)


def _grid(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The rows of a grid that begins at a line, and the place behind it; the lines themselves where cells span columns."""
    end = at
    while end < len(lines) and (GRID.fullmatch(lines[end]) or lines[end].lstrip().startswith("|")):
        end += 1
    corners = [n for n, sign in enumerate(lines[at]) if sign == "+"]
    groups: Groups = []
    heads = 0
    for line in lines[at:end]:
        if GRID.fullmatch(line):
            heads = len(groups) if "=" in line and not heads else heads
            groups.append([])
        elif [n for n in corners if line[n : n + 1] != "|"] or not groups:
            return list(lines[at:end]), end
        else:
            groups[-1].append(line)
    columns = [(left + 1, right) for left, right in pairwise(corners)]
    return list(_rows(groups, columns, [end - 1 for _, end in columns], heads)), end


def _ruled(lines: Sequence[str], at: int, printed: list[str]) -> int:
    """Add the rows of a table whose columns the rules of a line tell, its head being printed already. Returns the place
    behind it."""
    rules = [found.span() for found in re.finditer("-+", lines[at])]
    columns = list(pairwise([0, *(start for start, _ in rules[1:]), 1 << 30]))
    room = [*(end - 1 for _, end in columns[:-1]), rules[-1][1]]
    head: list[str] = []
    while printed and printed[-1].strip() and not FRAME.fullmatch(printed[-1]):
        head.insert(0, printed.pop())
    is_framed = bool(printed) and FRAME.fullmatch(printed[-1]) is not None
    if is_framed:
        printed.pop()
    groups: Groups = [head, []] if head else [[]]
    at += 1
    while at < len(lines) and not (FRAME.fullmatch(lines[at]) or RULES.fullmatch(lines[at])):
        if not lines[at].strip() and not is_framed:
            break
        if not is_framed or not lines[at].strip():
            groups.append([])
        groups[-1].append(lines[at])
        at += 1
    printed += _rows(groups, columns, room, int(bool(head)))
    return at + (at < len(lines) and bool(lines[at].strip()))


def _rows(groups: Groups, columns: Sequence[tuple[int, int]], room: Sequence[int], heads: int) -> Iterator[str]:
    """The rows of a table, each from the lines of a group; the rule stands below the first `heads` of them. `room` tells
    where the words of each column end at most."""
    for n, group in enumerate(groups):
        if n == heads and n:
            yield HEADED
        row = Row(room)
        for line in group:
            cells = [(start, line[start:end].strip()) for start, end in columns]
            row.add({n: Part(start, words) for n, (start, words) in enumerate(cells) if words})
        if row.cells:
            yield print_row(row.printed())
