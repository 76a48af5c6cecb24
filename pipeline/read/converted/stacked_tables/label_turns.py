"""Tables of one row that stand a cell a line, the labels in one block of lines and the figures in the next → rows of cells
between pipes. As many figures as labels tell which is whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from pipeline.read.converted.placed import NEW_PAGE
from pipeline.read.converted.rows import HEADED, print_row
from pipeline.read.converted.stacked_tables.figures import FEWEST, FIGURE, MOST_HEADS, NOTHING, PERIOD

SIGN = re.compile(
    rf"\n[ \t]*\n[ \t]*+(?:{FIGURE.pattern})[ \t]*+\n[ \t]*+(?:{FIGURE.pattern}|{NOTHING.pattern})[ \t]*+(?![^\n])"
)
"""A block that begins with two figures; a text without one has no such table."""
LABEL = re.compile(r"[^\W\d_a-z][^0-9０-９.。:：|\t]{1,58}")
Block = list[str]


def read_label_turns(text: str) -> str:
    r"""A text with such tables as rows; figures that no block of labels is right above, or another of figures below, stay.

    >>> print(read_label_turns("Aid in fiscal 2003\n\nLoans\nGrants\n\n7.72\n2.19\n\nCulture"))
    Aid in fiscal 2003
    <BLANKLINE>
    | Loans | Grants |
    |---|
    | 7.72 | 2.19 |
    <BLANKLINE>
    Culture
    """
    if NEW_PAGE in text or not SIGN.search(text):
        return text
    blocks = [list(some) for _, some in groupby(text.split("\n"), lambda line: not line.strip())]
    printed: list[Block] = []
    at = 0
    while at < len(blocks):
        labels, *_, figures = (_cells(blocks, n) for n in range(at, at + 3))
        if (
            _are_labels(labels)
            and len(figures) == len(labels)
            and _are_figures(figures)
            and not _are_figures(_cells(blocks, at + 4))
        ):
            printed += [[print_row(labels), HEADED, print_row(figures)]]
            at += 3
        else:
            printed.append(blocks[at])
            at += 1
    return "\n".join(line for block in printed for line in block)


def _cells(blocks: Sequence[Block], at: int) -> Block:
    return [line.strip() for line in blocks[at]] if at < len(blocks) else []


def _are_labels(block: Block) -> bool:
    return FEWEST <= len(block) <= MOST_HEADS and all(LABEL.fullmatch(words) for words in block)


def _are_figures(block: Block) -> bool:
    """Whether a block holds figures alone, one at least, and no period, which would date those below it."""
    is_each = all(
        (FIGURE.fullmatch(words) or NOTHING.fullmatch(words)) and not PERIOD.fullmatch(words) for words in block
    )
    return is_each and any(map(FIGURE.fullmatch, block))
