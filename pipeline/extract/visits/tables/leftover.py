"""What a row of visits prints beside those who were read in it: words that nobody understood are told, never passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.facts import Facts
from pipeline.extract.visits.directions import stated_flow
from pipeline.extract.visits.in_japanese import is_japanese
from pipeline.extract.visits.tables.rows import NOTHING
from pipeline.normalize.visitors import Visitor
from pipeline.outline import Line
from pipeline.records import Span

TOLD = re.compile(r"[^\W_]")
"""A letter or digit: signs alone tell nothing."""


def tell_behind(facts: Facts, line: Line, cell: Span, words: str, visitors: tuple[Visitor, ...]) -> None:
    """Tell the words of a cell behind its last visitor: one more visitor perhaps. Words in Japanese are read as a whole, and
    those that state where the visit went are understood."""
    end = max((one.end for one in visitors), default=len(words))
    if TOLD.search(words, end) and not is_japanese(words) and stated_flow(facts, words) is None:
        _tell_unread(facts, line, Span(cell.start + end, cell.start + len(words)))


def tell_rest(facts: Facts, line: Line, spans: list[Span], told: list[bool], beside: Sequence[Span] = ()) -> bool:
    """Whether any of the parts of a row told a visit. Then those that told none, and what stands `beside` them all, are told,
    for the row as a whole counts as read."""
    rest = [span for span, is_told in zip(spans, told, strict=True) if not is_told]
    for span in (*rest, *beside) if any(told) else ():
        _tell_unread(facts, line, span)
    return any(told)


def _tell_unread(facts: Facts, line: Line, span: Span) -> None:
    """Tell a part of a row that nobody read, unless it says nothing."""
    printed = facts.text[span.start : span.end]
    start = span.start + len(printed) - len(printed.lstrip(" \t\n|,;.&"))
    words = facts.text[start : span.end].rstrip(" \t\n|")
    if TOLD.search(words) and not NOTHING.match(words) and words.rstrip(" ,") != "and":
        message = "these words of a row of visits were not understood"
        facts.note("unrecognised_text", line, start, start + len(words), message, found=words)
