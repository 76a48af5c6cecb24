"""Lists of names and figures that stand side by side below a head each, as goods below the two ways of trade → rows of cells
between pipes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from pipeline.patterns import has_japanese
from pipeline.read.converted.placed import SEGMENT
from pipeline.read.converted.rows import HEADED, print_row

PAIR = re.compile(
    r"(?:\A ?|(?<=  ))(?P<name>[^\W\d_]\S*+(?: [^\s0-9(]\S*+)*+) {2,}+"
    r"(?P<figure>[0-9][0-9,.]*%?(?: {1,3}\([0-9]{1,3}(?:\.[0-9]+)?%?\))?)"
    r"(?= |\Z)"
)
"""A name, and behind a gap its figure, maybe with its share in a bracket."""
FEWEST, WIDEST = 2, 200


def read_paired_columns(text: str) -> str:
    r"""A text with such lists as rows; the heads stand over two cells each.

    >>> print(read_paired_columns(" Exports        Imports\n Cars  9 (2.5)  Fish     6 (1.5)\n Tea  12 (3.5)  Shells  10 (2.0)"))
    | Exports |  | Imports |  |
    |---|
    | Cars | 9 (2.5) | Fish | 6 (1.5) |
    | Tea | 12 (3.5) | Shells | 10 (2.0) |
    """
    if "  " not in text:
        return text
    lines, printed, at = text.split("\n"), list[str](), 0
    while at < len(lines):
        heads = _heads(lines[at])
        rows = _rows(lines, at + 1, len(heads)) if heads else []
        if len(rows) >= FEWEST and _stand_over(heads, rows):
            printed += [print_row([cell for head in heads for cell in (head[0], "")]), HEADED]
            printed += [print_row([" ".join(cell.split()) for pair in row for cell in pair.groups()]) for row in rows]
            at += 1 + len(rows)
        else:
            printed.append(lines[at])
            at += 1
    return "\n".join(printed)


def _rows(lines: Sequence[str], at: int, count: int) -> list[list[re.Match[str]]]:
    """The lines from one on that hold so many pairs each; none where another line in columns stands right below them."""
    below = (_pairs(lines[n]) for n in range(at, len(lines)))
    rows = list(takewhile(lambda pairs: len(pairs) == count, below))
    end = at + len(rows)
    return [] if end < len(lines) and "  " in lines[end].strip() else rows


def _heads(line: str) -> list[re.Match[str]]:
    """The words of a line that may stand over several lists each."""
    if (
        "  " not in line.lstrip()
        or any(map(str.isdigit, line))
        or "|" in line
        or "\t" in line
        or len(line) > WIDEST
        or has_japanese(line)
    ):
        return []
    heads = list(SEGMENT.finditer(line))
    return heads if len(heads) >= FEWEST else []


def _pairs(line: str) -> list[re.Match[str]]:
    """The names and figures of a line that holds nothing else."""
    pairs = list(PAIR.finditer(line)) if len(line) <= WIDEST else []
    return pairs if pairs and not PAIR.sub("", line).strip() else []


def _stand_over(heads: Sequence[re.Match[str]], rows: Sequence[Sequence[re.Match[str]]]) -> bool:
    """Whether each head stands over its own list and over no other."""
    starts = [min(row[n].start("name") for row in rows) for n in range(len(heads))]
    ends = [max(row[n].end() for row in rows) for n in range(len(heads))]
    are_apart = all(end < start for end, (_, start) in zip(ends, pairwise(starts), strict=False))
    lows, highs = [-1, *ends[:-1]], [*starts[1:], WIDEST]
    is_over = all(
        low < head.start() < end and start < head.end() < high
        for head, start, end, low, high in zip(heads, starts, ends, lows, highs, strict=True)
    )
    return are_apart and is_over
