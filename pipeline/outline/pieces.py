"""Blocks that the outline cuts: where their pieces begin and end, and in which printed line."""

from __future__ import annotations

from pipeline.records import Block, Span


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch of a text without the white space around it.

    >>> trimmed("a  b c  ", 1, 8), trimmed("a  ", 1, 3)
    (Span(start=3, end=6), Span(start=3, end=3))
    """
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def lines_of(text: str, start: int, end: int) -> list[Span]:
    """The printed lines of a stretch of a text that have any words.

    >>> lines_of("one\\n \\n two\\n", 0, 11)
    [Span(start=0, end=3), Span(start=7, end=10)]
    """
    found: list[Span] = []
    for words in text[start:end].split("\n"):
        if words.strip():
            found.append(trimmed(text, start, start + len(words)))
        start += len(words) + 1
    return found


def line_at(text: str, block: Block, place: int) -> int:
    """The number of the printed line in which a place of the text lies, in a block or, as words that the line above it adds, before.

    >>> block = Block("paragraph", 0, 8, 12, 2, 8)
    >>> line_at("Embassy\\nOpen", block, 8), line_at("Embassy\\nOpen", block, 0)
    (2, 1)
    """
    if place < block.start:
        return block.line - text.count("\n", place, block.start)
    return block.line + text.count("\n", block.start, place)
