"""Rankings of donors that lie on their side: a donor a column, its name in one row and what it gave in the next."""

from __future__ import annotations

from bisect import bisect_left

from pipeline.extract.facts import Facts
from pipeline.normalize.areas import Area, parse_area
from pipeline.outline import Line
from pipeline.records import Block

FEWEST = 2


def names_over(facts: Facts, line: Line) -> list[str]:
    """The names of the donors that the figures of a row belong to, from the row above or the header, one a column behind the
    label; empty where there are none."""
    above, header = _beside(facts, line, -1), facts.header_above(line)
    blocks = [above.block if above else None, header]
    named = (
        block for block in blocks if block and len(block.cells) == len(line.block.cells) and _is_named(facts, block)
    )
    return next((_columns(facts, block) for block in named), [])


def heads_figures(facts: Facts, line: Line) -> bool:
    """Whether a row names the donors of the figures in the row below it."""
    below = _beside(facts, line, 1) if _is_named(facts, line.block) else None
    return below is not None and len(below.block.cells) == len(line.block.cells) and not _is_named(facts, below.block)


def _beside(facts: Facts, line: Line, step: int) -> Line | None:
    """The row right above or below one, of the same table."""
    lines = facts.outline.lines
    at = bisect_left(lines, line.block.start, key=lambda one: one.block.start) + step
    other = lines[at] if 0 <= at < len(lines) else None
    return other if other and other.role == "row" and other.section is line.section else None


def _columns(facts: Facts, block: Block) -> list[str]:
    return [facts.text[a:b].strip() for a, b in block.cells[1:]]


def _is_named(facts: Facts, block: Block) -> bool:
    names = _columns(facts, block)
    return len(names) >= FEWEST and all(isinstance(parse_area(name), Area) for name in names)
