"""Tables ruled by dashes, as pandoc writes them, a rule above each column → rows of cells between pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.read.column_rows import Part, Row
from pipeline.read.print_rows import HEADED, print_row
from pipeline.read.wide import widened

RULES = re.compile(r"[ \t]*-{2,}(?: +-{2,})+[ \t]*")
FRAME = re.compile(r"[ \t]*-{5,}[ \t]*")
"""The rule above and below a table whose rows stand apart by blank lines."""
Groups = list[list[str]]


def read_ruled(text: str) -> str:
    r"""A text with its ruled tables as rows of cells between pipes.

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
        if RULES.fullmatch(lines[at]):
            at = _ruled(lines, at, printed)
        else:
            printed.append(lines[at])
            at += 1
    return "\n".join(printed)


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
            spread = widened(line)
            cells = [(start, spread[start:end].strip()) for start, end in columns]
            row.add({n: Part(start, words) for n, (start, words) in enumerate(cells) if words})
        if row.cells:
            yield print_row(row.printed())
