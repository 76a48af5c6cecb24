"""The cells of a column of words whose dates stand above all of it: what begins one is told by the lines alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.read.converted.cells import SURELY, Part, hangs, is_broken
from pipeline.read.converted.pages.broken_words import joined

BEGINS, MAY, GOES_ON = "b", "m", "g"


def cells_of(lines: Sequence[str], *, is_parted: bool) -> list[str]:
    """The cells of a column where each line that may begin one does, or none of them.

    >>> cells_of(["Mr. Ito, Minister of", "Trade", "Ms. Doi, Minister of the", "Environment"], is_parted=True)
    ['Mr. Ito, Minister of Trade', 'Ms. Doi, Minister of the Environment']
    """
    return _parted(lines, [(BEGINS if is_parted else GOES_ON) if sign == MAY else sign for sign in _signs(lines)])


def sure_cells(lines: Sequence[str]) -> list[str]:
    """The cells of a column as far as they are sure: a line that may begin one stays apart in that above it.

    >>> sure_cells(["Mr. Ito, Minister of", "Trade", "Ms. Doi"])
    ['Mr. Ito, Minister of Trade', 'Ms. Doi']
    """
    return _parted(lines, _signs(lines))


def _signs(lines: Sequence[str]) -> list[str]:
    """What each line does: it begins a cell, goes on with the one above, or may do either. One that begins with the same word
    as another that surely begins a cell, does so too."""
    signs = list(_line_signs(lines, max(map(len, lines), default=0)))
    firsts = {line.split(" ", 1)[0] for line, sign in zip(lines, signs, strict=True) if sign == BEGINS}
    return [
        BEGINS if sign == MAY and line.split(" ", 1)[0] in firsts else sign
        for line, sign in zip(lines, signs, strict=True)
    ]


def _line_signs(lines: Sequence[str], width: int) -> Iterator[str]:
    cell: list[Part] = []
    for line in lines:
        part = Part(0, line)
        if not cell or not is_broken(cell, part, int(SURELY * width)):
            sign = BEGINS
        else:
            sign = GOES_ON if hangs(cell, part) else MAY
        yield sign
        cell = [*cell, part] if sign == GOES_ON else [part]


def _parted(lines: Sequence[str], signs: Sequence[str]) -> list[str]:
    """The cells of lines, each in one line unless it is not sure what one of its lines does."""
    cells: list[str] = []
    for line, sign in zip(lines, signs, strict=True):
        if sign == BEGINS or not cells:
            cells.append(line)
        else:
            cells[-1] = joined(cells[-1], line) if sign == GOES_ON else f"{cells[-1]}\n{line}"
    return cells
