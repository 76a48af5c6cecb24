"""Two columns of running text side by side → one below the other: the left column is read first, then the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce

from pipeline.read.converted.cells import MOST_PARTS, Part, is_broken
from pipeline.read.converted.gap_tables.broken_dates import MONTH_LINE
from pipeline.read.converted.pages.broken_words import joined
from pipeline.read.converted.pages.text_regions import DATED, Line, text_regions
from pipeline.read.converted.placed import SEGMENT, indent
from pipeline.read.text.line_breaks import BULLET, COUNTED


def read_text_columns(text: str) -> str:
    r"""A text with its columns below each other, the right one after a blank line unless a table goes on there.

    >>> from itertools import zip_longest
    >>> left = ["Residents", "Japanese nationals in Chad: 41", "", "Chadians in Japan: 30 (as", "of 2012)", "Loans: None", "Grants: 2"]
    >>> right = ["Exports", "None", "Imports", "", "Tools for the making of cars and", "machinery", "", "Companies", "7 (2012)"]
    >>> print(read_text_columns("\n".join(f"{a:34}{b}".rstrip() for a, b in zip_longest(left, right, fillvalue=""))))
    Residents
    Japanese nationals in Chad: 41
    Chadians in Japan: 30 (as of 2012)
    Loans: None
    Grants: 2
    <BLANKLINE>
    Exports
    None
    Imports
    Tools for the making of cars and machinery
    Companies
    7 (2012)
    """
    if "   " not in text:
        return text
    printed: list[str] = []
    for page in re.split(r"(?<=\f)", text):
        printed.append("\n".join(_page(page.split("\n"))))
    return "".join(printed)


def _page(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a page, its columns below each other."""
    at = 0
    for region in text_regions(lines):
        yield from lines[at : region.begin]
        columns = region.columns(lines)
        for side in (0, 1):
            yield from ([""] if side and not _goes_on_below(columns) else [])
            yield from _whole([line[side] for line in columns if line[side].strip() or not "".join(line).strip()])
        at = region.end
    yield from lines[at:]


def _goes_on_below(columns: Sequence[Line]) -> bool:
    """Whether the right column begins with a row that is dated, below no head: the table goes on with which the left one ends."""
    first = next((line.right.strip() for line in columns if line.right.strip()), "")
    return MONTH_LINE.match(first) is not None or DATED.fullmatch(first) is not None


def _whole(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a column, those that were broken at its width whole; of those that stay none is set in any more, since none
    hangs, but for those below a cell of a row."""
    width = max((len(line) for line in lines if "  " not in line.strip()), default=0)
    above: list[Part] = []
    cells: list[Part] = []
    for line in lines:
        part = Part(indent(line), line.strip())
        is_row = "  " in part.words or not part.words
        if not is_row and len(above) < MOST_PARTS and _is_below(above, part, width):
            above.append(part)
            continue
        if above:
            yield reduce(joined, (part.words for part in above))
        is_row = is_row or any(cells[0].end <= part.start < cell.end and cell.start < part.end for cell in cells[1:])
        above = [] if is_row else [part]
        if not is_row or "  " in part.words:
            cells = [Part(found.start(), found[0]) for found in SEGMENT.finditer(line)] if is_row else []
        yield from [line] if is_row else []
    if above:
        yield reduce(joined, (part.words for part in above))


def _is_below(above: Sequence[Part], part: Part, width: int) -> bool:
    """Whether a line goes on with those above it: it hangs on the sign of an item, or they had no room."""
    item = BULLET.match(above[0].words) if above else None
    if not above or COUNTED.match(part.words):
        return False
    hangs = item is not None and part.start == above[0].start + item.end()
    return hangs or (part.start == above[0].start and is_broken(above, part, width))
