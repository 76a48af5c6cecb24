"""Captions of visits that stand below their tables, as some converters print them without any sign: each heads the one above.

They are told by their order: under one heading the first table has no caption, and the last caption has no table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.extract.direction import UNDECIDED, Flow
from pipeline.extract.facts import Facts
from pipeline.outline import Line, Section

FEWEST = 2
"""One table over one caption may be without its own, and that caption without a table."""


def flows_below(facts: Facts, tables: Sequence[Line], flow_of: Callable[[Section], Flow]) -> dict[int, Flow]:
    """The direction of each table by the caption below it, by the start of the table's first row; `tables` are these rows,
    `flow_of` tells what a caption says. Empty where captions stand above their tables."""
    firsts = {line.block.start for line in tables}
    found: dict[int, Flow] = {}
    run: list[Line] = []
    for line in (*facts.outline.lines, None):
        if line is None or line.role == "heading":
            found |= _paired(run, firsts, flow_of)
            run = []
        elif line.block.start in firsts or line.role == "caption":
            run.append(line)
    return found


def _paired(run: Sequence[Line], firsts: set[int], flow_of: Callable[[Section], Flow]) -> dict[int, Flow]:
    """The tables of a section with the captions below them, where each has one."""
    heads, captions = run[::2], run[1::2]
    if not FEWEST <= len(heads) == len(captions) or any(line.role == "caption" for line in heads):
        return {}
    flows = [flow_of(line.section) for line in captions]
    if any(line.block.start in firsts for line in captions) or UNDECIDED in flows:
        return {}
    return {line.block.start: flow for line, flow in zip(heads, flows, strict=True)}
