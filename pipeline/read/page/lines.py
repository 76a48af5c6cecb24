"""A line of words on a page, with how much of it is bold or linked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """One line of words: whether all is bold, how many characters are links, how many links, how many into the page."""

    text: str
    is_bold: bool
    linked: int
    links: int
    anchors: int


def joined(lines: Sequence[Line], joint: str) -> Line:
    """Several lines as one; none are one without words."""
    if len(lines) == 1:
        return lines[0]
    texts, bold, linked, links, anchors = zip(*lines, strict=True) if lines else ((),) * 5
    return Line(joint.join(texts), all(bold), sum(linked), sum(links), sum(anchors))
