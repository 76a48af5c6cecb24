"""Prose → sentences, by their spans; and a sentence → the clauses around its dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.normalize.dates import FoundDate
from pipeline.records import Span

END = re.compile(r"[.!?][\"'”’)]*(?=\s+(?:[-–•*]\s+)?[A-Z“\"‘(•]|\s*\Z)|(?<=[a-z)])\.(?=[A-Z][a-z])|[。]")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Ms|Mrs|Dr|Prof|Hon|Sir|Rt|St|No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ltd|Co|Inc|vs|cf|e\.g|i\.e|approx|Gen|Col|Lt"
    r"|[A-HJ-UW-Z]|[A-Z]\.[A-Z]|[A-Z][a-z]))\Z"
)  # fmt: skip
SEPARATOR = re.compile(r";|, (?:and|but|while|which|when)\b|, | and ")


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end]`, without the white space around them.

    >>> t = "Mr. S. Abe came in May. He left."
    >>> [t[a:b] for a, b in sentences(t, 0, len(t))]
    ['Mr. S. Abe came in May.', 'He left.']
    """
    spans, at = [], start
    for match in END.finditer(text, start, end):
        before = text[max(at, match.start() - 8) : match.start()]
        if match[0].startswith(".") and ABBREVIATION.search(before) and match.end() < end:
            continue
        spans.append(_strip(text, at, match.end()))
        at = match.end()
    spans.append(_strip(text, at, end))
    return [span for span in spans if span.start < span.end]


def _strip(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip(" \n\t-–•*")), start + len(words.rstrip()))


def clauses(sentence: str, dates: Sequence[FoundDate]) -> list[Span]:
    """The stretch of a sentence that each of its dates governs: cut at the last separator between two dates.

    Spans are offsets in the sentence; they touch and cover all of it.
    """
    cuts = [0]
    for before, after in pairwise(dates):
        marks = [m.start() for m in SEPARATOR.finditer(sentence, before.end, after.start)]
        cuts.append(marks[-1] if marks else after.start)
    return [Span(a, b) for a, b in zip(cuts, [*cuts[1:], len(sentence)], strict=True)]
