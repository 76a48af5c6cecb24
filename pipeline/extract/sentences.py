"""Prose → sentences, by their spans; and a sentence → the clauses around its dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from pipeline.extract.facts import Facts
from pipeline.normalize.dates import FoundDate
from pipeline.records import Span

END = re.compile(r"[.!?。](?:(?<=。)|[\"'”’)]*(?=\s+(?:[-–•*]\s+)?[A-Z“\"‘(•]|\s*\Z)|(?<=[a-z0-9)]\.)(?=[A-Z][a-z]))")
"""The sign comes first, so that `re` leaps from one to the next."""
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Ms|Mrs|Dr|Prof|Hon|Sir|Rt|St|No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ltd|Co|Inc|vs|cf|e\.g|i\.e|approx|Gen|Col|Lt"
    r"|[A-HJ-UW-Z]|[A-Z]\.[A-Z]|[A-Z][a-z]))\Z"
)  # fmt: skip
LINE_BREAK = re.compile(r"(?:(?<![ \t])[ \t]++)?+\n[ \t]*+")
DANGLING = re.compile(r"(?:[,&/–-]|\b(?:and|or|the|a|an|of|for|in|to|on|by|with|from|at|as|between))\Z", re.I)
OPENS = re.compile(r"[•・*–-]?\s*[A-Z“\"‘'][\w’'-]*[ ,:.]+[\w“\"‘'(]")
SEPARATOR = re.compile(r";|、|, (?:and|but|while|which|when)\b|, | and |[(（](?=[^()（）:：]{3,60}[:：])")
"""What parts the clauses of a sentence; so does a bracket that labels what stands in it: `(Recognition: July 1979)`."""


@lru_cache(maxsize=4)  # happenings and figures are looked for in the same line, one after the other
def sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
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
    return tuple(span for span in spans if span.start < span.end)


def unwrapped(facts: Facts, words: str) -> str:
    """A sentence as long as it is printed, its line breaks as spaces where they only wrap the lines of a text: those of a
    page, or of a table's cell, part what they stand between."""
    is_text = facts.outline.document.media_type == "text/plain" and "|" not in words
    return words.replace("\n", " ") if is_text else words


def told_lines(text: str, start: int, end: int) -> list[Span]:
    """The lines of a table's cell that each tell something of their own; a broken line goes on in the next one.

    >>> t = "Opening of the Embassy (July)\\nConsultations in\\nTokyo\\nSigning of the EPA"
    >>> [t[a:b] for a, b in told_lines(t, 0, len(t))]
    ['Opening of the Embassy (July)', 'Consultations in\\nTokyo', 'Signing of the EPA']
    """
    cuts = [start]
    for match in LINE_BREAK.finditer(text, start, end):
        words = text[cuts[-1] : match.start()]
        is_open = DANGLING.search(words) or words.count("(") > words.count(")")
        if not is_open and OPENS.match(text, match.end(), end):
            cuts.append(match.end())
    return [_strip(text, a, b) for a, b in zip(cuts, [*cuts[1:], end], strict=True) if text[a:b].strip()]


def _strip(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip(" \n\t-–•*")), start + len(words.rstrip()))


def clauses(sentence: str, dates: Sequence[FoundDate]) -> list[Span]:
    """The stretch of a sentence that each of its dates governs: cut at the last separator between two dates.

    Spans are offsets in the sentence; they touch and cover all of it.
    """
    if len(dates) == 1:
        return [Span(0, len(sentence))]
    cuts = [0]
    for before, after in pairwise(dates):
        marks = [m.start() for m in SEPARATOR.finditer(sentence, before.end, after.start)]
        cuts.append(marks[-1] if marks else after.start)
    return [Span(a, b) for a, b in zip(cuts, [*cuts[1:], len(sentence)], strict=True)]
