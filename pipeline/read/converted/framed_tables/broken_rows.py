"""Tables of Markdown whose cells are broken over lines, as html2text leaves them → a row between pipes for each.

Below their first row, a head or none, a rule tells how many cells there are. Two spaces end each line of a cell; a line
without them was broken for want of room. What is spanned from above is left out, and the caption is run into the head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.read.converted.rows import print_rows
from pipeline.read.page.layout import heads_a_column, heads_dates
from pipeline.read.text.dates import DATE

RULE = re.compile(r"-{3}(?:\|-{3})+ {2}")
BREAK = "  "
WORD = re.compile(r"(?<=[\w.)\]*])[ ]?(?=[A-Z])")
"""Where the words of a head may begin behind a caption."""
END = re.compile(r"\s*\Z| {2,}(?:[*+-]|[0-9]+\.) ")
"""A blank line, or the next item of a list that the table stands in."""
LONGEST_DATE = 20


def read_broken_rows(text: str) -> str:
    r"""A text with such rows whole, apart from their caption. A table of which not all are sure keeps its lines.

    >>> print(read_broken_rows("To TogoDate| Name  \n---|---  \n2001 May| Mr. Ito, Minister of\nTrade  \nMr. Abe  \n"))
    To Togo
    | Date | Name |
    |---|
    | 2001 May | Mr. Ito, Minister of Trade
    Mr. Abe |
    <BLANKLINE>
    """
    if f"|---{BREAK}\n" not in text:
        return text
    lines, printed, at = text.split("\n"), list[str](), 0
    rules = {n for n, line in enumerate(lines) if n and RULE.fullmatch(line)}
    while at < len(lines):
        end = at + 1
        if at in rules:
            end = next((n for n in range(end, len(lines)) if END.match(lines[n]) or n + 1 in rules), len(lines))
            body = list(_unwrapped(lines[at + 1 : end]))
            caption, head = _parted(printed.pop())
            rows = _rows([head, *body], lines[at].count("|"))
            printed += caption
            printed += print_rows(rows) if rows else [head, lines[at], *body]
        else:
            printed.append(lines[at])
        at = end
    return "\n".join(printed)


def _parted(head: str) -> tuple[list[str], str]:
    """The caption that is run into the first row of a table, if that is a head of dates, and the row without it."""
    cell, pipe, behind = head.partition("|")
    if not heads_a_column(cell.strip()):
        for found in WORD.finditer(cell):
            if heads_dates(cell[found.end() :].strip()):
                return [cell[: found.start()]], cell[found.end() :] + pipe + behind
    return [], head


def _unwrapped(lines: Sequence[str]) -> Iterator[str]:
    """The lines of cells, whole."""
    whole = ""
    for line in lines:
        whole += line
        if line.endswith(BREAK):
            yield whole
            whole = ""
        else:
            whole += " "
    yield from filter(str.strip, [whole])


def _rows(lines: Sequence[str], width: int) -> list[list[str]]:
    """The cells of the rows; none where it is not sure which lines make one."""
    is_dated = heads_dates(lines[0].partition("|")[0].strip())
    rows: list[str] = []
    for line in map(str.strip, lines):
        above = rows[-1].count("|") if rows else width
        begins = _is_date(line) if is_dated else "|" in line and above == width
        if not rows or begins:
            rows.append(line)
        elif len(rows) > 1 and not DATE.fullmatch(line):
            rows[-1] += "\n" + line
        else:
            return []
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    for n, row in enumerate(cells):
        missing = width + 1 - len(row)
        if missing < 0 or (missing and not (is_dated and n and DATE.match(row[0]) and not row[0][0].isdigit())):
            return []
        row[:0] = [""] * missing
    return cells


def _is_date(line: str) -> bool:
    """Whether a line begins with a cell that may hold a date, or nothing."""
    cell, pipe, _ = line.partition("|")
    return bool(pipe) and len(cell) <= LONGEST_DATE and (not cell.strip() or DATE.match(cell) is not None)
