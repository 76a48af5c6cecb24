"""Tables in frames of `|` and `_`, as `html2text` of Debian draws them → rows of cells between pipes.

The last line of a row is its lower rule at once: it has `_` for each space, and so has the last line of a caption, which is the
upper rule. A table in which a line has both, as where a cell reaches over several rows, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read.converted.cells import Part, whole
from pipeline.read.converted.framed_tables.captions import close_caption
from pipeline.read.converted.rows import heads, print_rows

TOP = re.compile(r" *_[^\s|]+_ *")
LINE = re.compile(r" *\|[^|]*(?:\|[^|]*)+\| *")


def read_underscored(text: str) -> str:
    r"""A text with such tables as rows.

    >>> print(read_underscored(" _________\n|Year|Name|\n|2001|Mr. |\n|____|Ito_|"))
    <BLANKLINE>
    | Year | Name |
    |---|
    | 2001 | Mr. Ito |
    <BLANKLINE>
    >>> print(read_underscored("Visits (from\n __Japan)__\n|2001|Ito_|"))
    Visits (from Japan)
    <BLANKLINE>
    | 2001 | Ito |
    <BLANKLINE>
    """
    if "_|" not in text:
        return text
    lines, printed, at = text.split("\n"), list[str](), 0
    while at < len(lines):
        end = at + 1
        while TOP.fullmatch(lines[at]) and end < len(lines) and LINE.fullmatch(lines[end]):
            end += 1
        rows = _rows(lines[at + 1 : end])
        if rows:
            if caption := lines[at].replace("_", " ").strip():
                printed.append(caption)
                close_caption(printed)
            printed += ["", *print_rows(rows, is_headed=heads(rows[0])), ""]
        else:
            printed += lines[at:end]
        at = end
    return "\n".join(printed)


def _rows(lines: Sequence[str]) -> list[list[str]]:
    """The cells of the rows; none where it is not sure which lines make one."""
    rows = list[list[str]]()
    cells: list[list[Part]] = []
    for line in lines:
        is_last = " " not in line.strip()
        words = line.strip().strip("|").split("|")
        if (cells or rows) and len(words) != len(cells or rows[0]):
            return []
        if not is_last and "_" in line:
            return []
        cells = cells or [[] for _ in words]
        for cell, part in zip(cells, words, strict=True):
            if part.strip("_ "):
                cell.append(Part(0, part.replace("_", " ").strip() if is_last else part.strip()))
        if is_last:
            rows.append(
                [
                    whole(cell, len(part), is_label=n == 0)
                    for n, (cell, part) in enumerate(zip(cells, words, strict=True))
                ]
            )
            cells = []
    return [] if cells else rows
