"""Tables ruled by dashes or equals signs, as pandoc writes them, a rule above each column → rows of cells between pipes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.read.converted.cells import Part, Row
from pipeline.read.converted.rows import print_rows
from pipeline.read.converted.wide import widened

RULES = re.compile(r"[ \t]*(?:-{2,}(?: +-{2,})+|={2,}(?: +={2,})+)[ \t]*")
"""A rule above each column. Of equals signs, as in reStructuredText, they close the table too and stand below its head."""
FRAME = re.compile(r"[ \t]*-{5,}[ \t]*")
"""The rule above and below a table whose rows stand apart by blank lines."""
LONGEST = 1000
"""Lines that are looked through for the rules that close a table."""
NO_WORDS = "\\"
Groups = list[list[str]]


def read_ruled(text: str) -> str:
    r"""A text with its ruled tables as rows of cells between pipes.

    >>> print(read_ruled("  Year   Name\n  ------ --------\n  2004   Mr. Ito\n"))
    | Year | Name |
    |---|
    | 2004 | Mr. Ito |
    <BLANKLINE>
    """
    if "--" not in text and "== =" not in text:
        return text
    lines, printed, at = text.split("\n"), list[str](), 0
    while at < len(lines):
        if RULES.fullmatch(lines[at]) and (end := _closed(lines, at)):
            at = _simple(lines, at, end, printed)
        elif RULES.fullmatch(lines[at]) and "-" in lines[at]:
            at = _ruled(lines, at, printed)
        else:
            printed.append(lines[at])
            at += 1
    return "\n".join(printed)


def _ruled(lines: Sequence[str], at: int, printed: list[str]) -> int:
    """Add the rows of a table whose columns the rules of a line tell, its head being printed already. Returns the place
    behind it."""
    columns, room = _columns(lines[at])
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
    printed += print_rows(rows, storeys=int(bool(head)))
    return end + (end < len(lines) and bool(lines[end].strip()))


def _closed(lines: Sequence[str], at: int) -> int | None:
    """The place of the last rule of equals signs below a first one: a blank line stands below it."""
    if "=" not in lines[at]:
        return None
    same = (n for n in range(at + 1, min(len(lines), at + LONGEST)) if lines[n].rstrip() == lines[at].rstrip())
    return next((n for n in same if not "".join(lines[n + 1 : n + 2]).strip()), None)


def _simple(lines: Sequence[str], at: int, end: int, printed: list[str]) -> int:
    """Add the rows between two rules of equals signs, maybe with a third below the head. Words in the first column begin a
    row: a backslash stands there for none. Returns the place behind the table."""
    columns, room = _columns(lines[at])
    body = at + next((n for n, line in enumerate(lines[at + 1 : end], 1) if line.rstrip() == lines[at].rstrip()), 0)
    groups: Groups = [list(lines[at + 1 : body])] if body > at else []
    for line in lines[body + 1 : end]:
        if not groups or len(groups) == (body > at) or line[: columns[0][1]].strip():
            groups.append([])
        groups[-1].append(line)
    rows = [_row(group, columns, room).printed() for group in groups]
    cells = [["" if cell == NO_WORDS else cell for cell in row] for row in rows if any(row)]
    printed += print_rows(cells, storeys=int(body > at))
    return end + 1


def _columns(rules: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Where the columns begin and end, and where their words end at most."""
    spans = [found.span() for found in re.finditer("[-=]+", rules)]
    columns = list(pairwise([0, *(start for start, _ in spans[1:]), 1 << 30]))
    return columns, [*(end - 1 for _, end in columns[:-1]), spans[-1][1]]


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
