"""A sheet's text cut where facts begin and end, so that each stretch can bear the marks of all facts that lie there."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.report.stored import SHOWN, Row, Version
from pipeline.report.words import NOUNS, short

LIMIT: Final = 40
"""How many facts a stretch names at most: on a hostile page thousands may lie on the same words."""


class Mark(NamedTuple):
    """A fact and where it stands: `text[start:end]`."""

    start: int
    end: int
    kind: str
    name: str
    severity: str = ""


class Piece(NamedTuple):
    """A stretch of text and the facts that lie on it, in the order in which they are to be chosen."""

    text: str
    marks: tuple[Mark, ...] = ()


class Part(NamedTuple):
    """A block with its pieces, or the white space between two blocks (`block` is `None`)."""

    block: Row | None
    pieces: tuple[Piece, ...]


def parts(version: Version) -> Iterator[Part]:
    """The whole text, block by block; all pieces together are the text, character by character."""
    text, at = version.text, 0
    waiting = deque(sorted(marks_of(version.rows)))
    near: list[Mark] = []
    for block in sorted(version.rows["blocks"], key=lambda one: one["char_start"]):
        start, end = max(at, block["char_start"]), max(at, block["char_end"])
        near = [mark for mark in near if mark.end > start]
        while waiting and waiting[0].start < end:
            near.append(waiting.popleft())
        if at < start:
            yield Part(None, (Piece(text[at:start]),))
        yield Part(block, tuple(pieces(text, start, end, near)))
        at = end
    if at < len(text):
        yield Part(None, (Piece(text[at:]),))


def marks_of(rows: Mapping[str, Sequence[Row]]) -> Iterator[Mark]:
    """The marks of all facts that stand somewhere."""
    for table in SHOWN:
        for row in rows[table]:
            if row["char_start"] is not None:
                noun = NOUNS[table]
                yield Mark(row["char_start"], row["char_end"], noun, short(row[f"{noun}_id"]), row.get("severity", ""))


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """`text[start:end]` cut at every edge of a mark; the narrowest fact of a piece comes first.

    >>> a, b = Mark(0, 7, "visit", "visit-0001"), Mark(3, 5, "finding", "finding-0001")
    >>> [(piece.text, [mark.kind for mark in piece.marks]) for piece in pieces("in 2012 .", 0, 9, [a, b])]
    [('in ', ['visit']), ('20', ['finding', 'visit']), ('12', ['visit']), (' .', [])]
    """
    near = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = sorted({start, end, *(max(start, one.start) for one in near), *(min(end, one.end) for one in near)})
    begins: dict[int, list[Mark]] = {}
    for mark in near:
        begins.setdefault(max(start, mark.start), []).append(mark)
    open_ones: list[Mark] = []
    for left, right in pairwise(edges):
        open_ones = [mark for mark in open_ones if mark.end > left] + begins.get(left, [])
        chosen = sorted(open_ones, key=lambda mark: (mark.end - mark.start, mark.name))[:LIMIT]
        yield Piece(text[left:right], tuple(chosen))
