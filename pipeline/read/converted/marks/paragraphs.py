"""Paragraphs of Markdown that were broken at a width → one line each, while their addresses and marks still fill the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

NARROWEST, WIDEST, FEWEST = 60, 100, 3
LEADS = re.compile(r"\s|[#>|+:]|[-*]+\s|[0-9]{1,3}[.)]\s|[*_]{3}")
"""What begins a line that is none of a paragraph."""


def whole_paragraphs(text: str) -> str:
    r"""A text whose paragraphs have no breaks where a line has no room for the next word; other breaks are the writer's.

    >>> text = f"{'a' * 70} The\nBridge {'b' * 64} of\nLusaka.\n\n2001 Mr. Ito\n2002 Ms. Doi\n2003 Mr. Abe"
    >>> [len(line) for line in whole_paragraphs(text).splitlines()]
    [157, 0, 12, 12, 12]
    """
    return "\n".join(_printed(text.split("\n")))


def _printed(lines: Sequence[str]) -> Iterator[str]:
    for is_plain, some in groupby(lines, lambda line: bool(line) and LEADS.match(line) is None):
        run = list(some)
        if is_plain and _is_filled(run):
            yield " ".join(run)
        else:
            yield from run


def _is_filled(lines: Sequence[str]) -> bool:
    """Whether no line but the last has room for the first word of the next one."""
    width = max(map(len, lines))
    return (
        len(lines) >= FEWEST
        and NARROWEST <= width <= WIDEST
        and all(
            len(line) + 1 + len(below.split(maxsplit=1)[0]) > width and line[-1] != "\\"
            for line, below in pairwise(lines)
        )
    )
