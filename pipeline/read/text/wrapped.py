"""Texts whose lines were all broken at one width, as mail programs, browsers of text and converters do it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.read.text.pipes import TextLine

NARROWEST, FEWEST, SHARE = 60, 4, 0.8
"""No narrower width is told; so many lines that go on in small letters tell one, if this share of them fits it."""


def wrap_width(text: str, lines: Sequence[TextLine]) -> int | None:
    """The column at which a text was broken; None where lines end wherever their writer wanted.

    A line goes on in small letters because the next word had no room: the widest of such lines shows how much there was,
    and with it nearly all others had none.
    """
    told = [
        (_end(line), _end(line) + _room_for(text, below))
        for line, below in pairwise(lines)
        if not below.after_blank and text[below.start].islower()
    ]
    if len(told) < FEWEST:
        return None
    width = max(end for end, _ in told)
    is_one = width >= NARROWEST and sum(needed > width for _, needed in told) >= SHARE * len(told)
    return width if is_one else None


def is_full(text: str, line: TextLine, below: TextLine, width: int | None) -> bool:
    """Whether a line was broken at the width since the first word of the next one had no room."""
    return width is not None and _end(line) <= width < _end(line) + _room_for(text, below)


def _end(line: TextLine) -> int:
    return line.indent + line.end - line.start


def _room_for(text: str, line: TextLine) -> int:
    """How much room the first word of a line takes, with the space before it and the one that mails leave behind it."""
    return len(text[line.start : line.end].split(maxsplit=1)[0]) + 2
