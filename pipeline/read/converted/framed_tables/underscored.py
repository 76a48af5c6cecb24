"""Tables in frames of `|` and `_`, as `html2text` of Debian draws them → rows of cells between pipes.

The last line of a row is its lower rule at once: it has `_` for each space, and so has the last line of a caption, which is the
upper rule. A table in which a line has both, as where a cell reaches over several rows, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

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
    >>> print(read_underscored(" _________\n|2001|Mr. |\n|    |Ito_|\n|____|Abe_|"))
    <BLANKLINE>
    | 2001 | Mr. Ito |
    |  | Abe |
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
            printed += ["", *print_rows(rows, storeys=int(heads(rows[0]))), ""]
        else:
            printed += lines[at:end]
        at = end
    return "\n".join(printed)


def _rows(lines: Sequence[str]) -> list[list[str]]:
    """The cells of the rows, each in the row in which it begins; none where it is not sure which lines make one."""
    parted = [line.strip().strip("|").split("|") for line in lines]
    width = len(parted[0]) if parted else 0
    if any(len(parts) != width for parts in parted):
        return []
    rows: dict[int, list[str]] = {}
    begins, cells = [0] * width, [list[Part]() for _ in range(width)]
    for n, (parts, below) in enumerate(pairwise([*parted, [""] * width])):
        ends = _ends(parts, below)
        if len(ends) != width:
            return []
        for column, (part, is_end) in enumerate(zip(parts, ends, strict=True)):
            if part.strip("_ "):
                cells[column].append(Part(0, part.replace("_", " ").strip() if is_end else part.strip()))
            if is_end:
                words = whole(cells[column], len(part), is_label=column == 0)
                rows.setdefault(begins[column], [""] * width)[column] = words
                begins[column], cells[column] = n + 1, []
    return [rows[n] for n in sorted(rows) if any(rows[n])] if not any(cells) else []


def _ends(parts: Sequence[str], below: Sequence[str]) -> list[bool]:
    """Whether each part of a line is the last one of its cell; nothing where it is not sure. A part that fills its cell has
    neither sign: it is what all others are; where these differ, only what stands below could tell."""
    if any(" " in part and "_" in part for part in parts):
        return []
    others = {"_" in part for part in parts if " " in part or "_" in part} or {True}
    ends: list[bool] = []
    for part, under in zip(parts, below, strict=True):
        if " " in part or "_" in part:
            ends.append("_" in part)
        elif len(others) > 1 and under.strip("_ "):
            return []
        else:
            ends.append(others == {True})
    return ends
