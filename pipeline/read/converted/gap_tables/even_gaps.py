"""Cells parted by the same few spaces in line after line, which stand in no columns → rows of cells between pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pipeline.patterns import has_japanese
from pipeline.read.converted.cells import Part
from pipeline.read.converted.rows import print_row
from pipeline.read.text.cell_rows import MOST_COLUMNS
from pipeline.read.text.dates import DATE

SEGMENT = re.compile(r"\S+(?: \S+)*")
FIGURE = re.compile(r"(?:[-−△▲+]|(?:about|some|over) |(?:US|A|NZ)?[$¥€£] ?|[A-Z]{3} )*[0-9]|(?:None|N/A|Nil|-)\Z")
FEWEST, FEWEST_CELLS = 2, 2


def read_even_gaps(text: str) -> str:
    r"""A text in which a label and its figures that stand the same number of spaces apart in each of several lines are rows.

    Where what is behind the gaps begins at the same place in all lines they are columns, and read by their places.

    >>> print(read_even_gaps("Motor vehicles   11.4\nMachinery   3.2\n\nOthers   0.4"))
    | Motor vehicles | 11.4 |
    | Machinery | 3.2 |
    <BLANKLINE>
    Others   0.4
    """
    if "  " not in text:
        return text
    lines = text.split("\n")
    printed: list[str] = []
    for gap, run in groupby(lines, key=_gap):
        some = list(run)
        printed += _rows(some) if gap and _are_rows(some) else some
    return "\n".join(printed)


def _gap(line: str) -> tuple[int, ...]:
    """The room between the cells of a line and how many there are; nothing where the room differs or it is no row of figures."""
    if "  " not in line or "|" in line or "\t" in line or has_japanese(line):
        return ()
    parts = _parts(line)
    gaps = {two.start - one.end for one, two in pairwise(parts)}
    is_row = FEWEST_CELLS <= len(parts) <= MOST_COLUMNS and len(gaps) == 1 and not DATE.match(parts[0].words)
    is_row = is_row and any(map(str.isalpha, parts[0].words)) and all(FIGURE.match(part.words) for part in parts[1:])
    return (gaps.pop(), len(parts)) if is_row else ()


def _parts(line: str) -> list[Part]:
    return [Part(found.start(), found[0]) for found in SEGMENT.finditer(line)]


def _are_rows(lines: Sequence[str]) -> bool:
    return len(lines) >= FEWEST and len({_parts(line)[1].start for line in lines}) > 1


def _rows(lines: Sequence[str]) -> Iterator[str]:
    return (print_row([part.words for part in _parts(line)]) for line in lines)
