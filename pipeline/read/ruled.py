"""Tables ruled by dashes, as pandoc writes them, a rule above each column → rows of cells between pipes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.read.column_rows import Part, Row
from pipeline.read.print_rows import print_rows
from pipeline.read.wide import widened

RULES = re.compile(r"[ \t]*-{2,}(?: +-{2,})+[ \t]*")
FRAME = re.compile(r"[ \t]*-{5,}[ \t]*")
"""The rule above and below a table whose rows stand apart by blank lines."""
LONGEST = 1000
"""Lines that are looked through for the rules that close a table."""
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
    end = _end(lines, at, has_head=bool(head), is_framed=is_framed)
    body = lines[at + 1 : end]
    groups: Groups = [head, []] if head else [[]]
    is_spaced = is_framed or not all(line.strip() for line in body)
    for line in body:
        if not (is_spaced and line.strip()):
            groups.append([])
        groups[-1].append(line)
    rows = [row.printed() for row in (_row(group, columns, room) for group in groups) if row.cells]
    printed += print_rows(rows, is_headed=bool(head))
    return end + (end < len(lines) and bool(lines[end].strip()))


def _end(lines: Sequence[str], at: int, *, has_head: bool, is_framed: bool) -> int:
    """Where the rows end whose columns a line of rules tells: at a rule, at a blank line where none stand between rows, and
    without a head at the same rules again."""
    below = range(at + 1, min(len(lines), at + LONGEST))
    closing = next((n for n in below if lines[n].rstrip() == lines[at].rstrip()), None)
    if closing and not has_head:
        return closing
    for n in range(at + 1, len(lines)):
        is_blank = not lines[n].strip()
        if (is_blank and not is_framed) or FRAME.fullmatch(lines[n]) or RULES.fullmatch(lines[n]):
            return n
    return len(lines)


def _row(group: Sequence[str], columns: Sequence[tuple[int, int]], room: Sequence[int]) -> Row:
    """A row from its lines; `room` tells where the words of each column end at most."""
    row = Row(room)
    for line in map(widened, group):
        cells = [(start, line[start:end].strip()) for start, end in columns]
        row.add({n: Part(start, words) for n, (start, words) in enumerate(cells) if words})
    return row
