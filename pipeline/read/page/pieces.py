"""Pieces of a page, as the walk finds them → one plain text, and the blocks that cover it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.records import Block, Span

BULLET = "• "
_TABLE = frozenset({"header", "row"})


class Piece(NamedTuple):
    """One future block: its kind and level as in `Block`, and its words.

    `cells` are a row's cells; everything else has one. `joined` keeps it on the line below the piece before, without a
    blank line between. `bulleted` is false for words that only go on in an item.
    """

    kind: str
    level: int
    cells: tuple[str, ...]
    joined: bool = False
    bulleted: bool = True


def print_pieces(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    r"""The text of some pieces and its blocks.

    >>> print_pieces([Piece("heading", 2, ("Trade",)), Piece("item", 1, ("Exports: none",))])[0]
    'Trade\n\n  • Exports: none\n'
    """
    out: list[str] = []
    blocks: list[Block] = []
    at, line = 0, 1
    before: Piece | None = None
    for piece in pieces:
        gap = "" if before is None else "\n" if _is_tight(before, piece) else "\n\n"
        indent, bullet, words = _printed(piece)
        start = at + len(gap) + len(indent)
        body = start + len(bullet)
        end = body + len(words)
        line += len(gap)
        cells: tuple[Span, ...] = ()
        if piece.kind in _TABLE:
            cells = _cell_spans(piece.cells, words, start)
            body = next((cell.start for cell in cells if cell.start < cell.end), body)
        blocks.append(Block(piece.kind, piece.level, start, end, line, body, cells))
        out += (gap, indent, bullet, words)
        at, line = end, line + words.count("\n")
        before = piece
    return "".join(out) + "\n" * bool(out), tuple(blocks)


def _is_tight(before: Piece, piece: Piece) -> bool:
    if piece.kind in _TABLE:
        return (before.kind in _TABLE and piece.joined) or before.kind == "caption"
    return piece.joined or (piece.kind == before.kind and piece.kind in ("item", "furniture"))


def _printed(piece: Piece) -> tuple[str, str, str]:
    """The spaces before a piece, its bullet, and its words."""
    if piece.kind in _TABLE:
        return "", "", " | ".join(piece.cells).strip(" ")
    if piece.kind != "item":
        return "", "", piece.cells[0]
    if piece.bulleted:
        return "  " * piece.level, BULLET, piece.cells[0]
    return "  " * (piece.level + 1), "", piece.cells[0]


def _cell_spans(cells: tuple[str, ...], words: str, start: int) -> tuple[Span, ...]:
    """Where the cells of a printed row stand; an empty one is an empty span between its separators."""
    spans = []
    at = start if cells[0] else start - 1
    for cell in cells:
        low = at if cell else min(max(at, start), start + len(words))
        spans.append(Span(low, low + len(cell)))
        at += len(cell) + 3
    return tuple(spans)
