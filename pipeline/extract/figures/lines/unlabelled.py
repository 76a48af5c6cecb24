"""Figures without a word, side by side or below each other, as programs leave a table whose heads they lost: none of them is
surely what the label above counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.figures.shapes import Shape
from pipeline.outline import Line

NUMBER = r"[-−–△▲+(]?[0-9]{1,3}(?:,?[0-9]{3})*+(?:\.[0-9]+)?+%?\)?"
YEAR = r"(?:19|20)[0-9]{2}"
SEVERAL = re.compile(rf"(?:\|[\s|]*+)?(?!{YEAR}[\s|]){NUMBER}(?:[\s|]++(?:{NUMBER}|[-–—]))++[\s|]*+")
ONE = re.compile(rf"(?:\|[\s|]*+)?(?!{YEAR}(?:[\s|]|\Z)){NUMBER}[\s|]*+")
BARE = re.compile(NUMBER)
WORDS = frozenset({"row", "prose", "item"})


def unlabelled(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines begin that hold nothing but figures, several in one, or one in each of several below each other, or
    the number of a row in each of several. A year in front says of when they are, and one figure below its label is what
    that counts."""
    found = set(_counting(text, lines))
    for above, line in pairwise([None, *(line for line in lines if line.role != "furniture")]):
        if line is None or line.role not in WORDS:
            continue
        place = line.block.body, line.block.end
        if SEVERAL.fullmatch(text, *place):
            found.add(line.block.start)
        elif ONE.fullmatch(text, *place) and above is not None and above.role in WORDS:
            at = above.block.body, above.block.end
            if ONE.fullmatch(text, *at) or SEVERAL.fullmatch(text, *at):
                found |= {above.block.start, line.block.start}
    return frozenset(found)


def _counting(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """Where the lines of a section begin that count from one on, each alone: the ranks of a table that stands a cell a line."""
    run: list[Line] = []
    for line in lines:
        if line.role in WORDS and ONE.fullmatch(text, line.block.body, line.block.end):
            words = text[line.block.body : line.block.end].strip("| ")
            goes_on = bool(run) and run[-1].section is line.section and words == str(len(run) + 1)
            run = [*run, line] if goes_on else [line] if words == "1" else []
            if goes_on:
                yield from (one.block.start for one in run)


def is_figure_alone(text: str) -> bool:
    """Whether a line is a figure without a word.

    >>> is_figure_alone("20,228"), is_figure_alone("Total 20,228"), is_figure_alone("2003")
    (True, False, False)
    """
    return ONE.fullmatch(text) is not None


def are_beside(shape: Shape) -> bool:
    """Whether a label has several bare figures with nothing but room between them: they are of columns that nothing names."""
    return any(
        not shape.text[one.end : two.start].strip() and BARE.fullmatch(one.printed) and BARE.fullmatch(two.printed)
        for one, two in pairwise(shape.amounts)
    )
