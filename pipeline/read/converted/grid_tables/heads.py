"""Columns below a head, with one space between them: where they begin, told by where the words of the head stand.

Each stands in the very middle of its column, if only one choice of columns has it so, or at its beginning in lines that are all
filled up to one width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.read.converted.cells import Part
from pipeline.read.converted.placed import SEGMENT, indent
from pipeline.read.converted.rows import may_head as _may_head
from pipeline.read.converted.wide import narrowed
from pipeline.read.page.layout import heads_dates

WORD = re.compile(r"\S+")
FEWEST, LONGEST = 2, 40


class Columns(NamedTuple):
    """The words above columns, and where these begin."""

    head: list[str]
    starts: list[int]


def may_head(line: str) -> bool:
    """Whether a line holds words that head columns, with more than one space somewhere between."""
    groups = SEGMENT.findall(line)
    return len(groups) > 1 and any(_heads(words) for words in groups)


def centred_columns(head: Sequence[str], body: Sequence[str]) -> Columns | None:
    """The columns of lines below a head of one line or two whose words stand in the middle of them; as many as can be."""
    for parts, names in _wrapped(*head) if len(head) > 1 else _ways(head[0]):
        if starts := _starts(parts, body):
            return Columns([""] * (len(starts) - len(parts)) + names, starts)
    return None


def filled_columns(head: str, body: Sequence[str]) -> Columns | None:
    """The columns of lines that are filled up to the width of their head, at whose beginning its words stand; as many as can
    be."""
    if any(len(line) != len(head) for line in body):
        return None
    left = min(indent(line) for line in [head, *body])
    found = (one.start() for one in WORD.finditer(head, left + 1))
    ways: list[list[int]] = [[left]]
    for n in found:
        if all(line[n - 1] == " " for line in body) and any(line[n] != " " for line in body):
            ways += [
                [*way, n] for way in ways if _heads(words := head[way[-1] : n].strip()) or (way == [left] and not words)
            ]
    starts = max((way for way in ways if len(way) > 1 and _heads(head[way[-1] :].strip())), key=len, default=None)
    return (
        Columns([head[start:end].strip() for start, end in pairwise([*starts, len(head)])], starts) if starts else None
    )


def _heads(words: str) -> bool:
    return _may_head(narrowed(words))


def _ways(line: str) -> list[tuple[list[Part], list[str]]]:
    """The ways in which a line may hold words that head columns, years among them, those with the most words first; the first
    column may have none."""
    ways: list[list[Part]] = [[]]
    for found in SEGMENT.finditer(line):
        splits = list(_splits(Part(found.start(), found[0])))
        ways = [[*way, *parts] for way in ways for parts in splits if not way or _heads(parts[0].words)]
    ways = [way for way in ways if len(way) > 1 and (_heads(way[0].words) or len(way) > FEWEST)]
    return [(way, [narrowed(part.words) for part in way]) for way in sorted(ways, key=len, reverse=True)]


def _splits(group: Part) -> Iterator[list[Part]]:
    """The ways to part words with one space between that head columns."""
    yield [group]
    for space in re.finditer(" ", group.words) if len(group.words) <= LONGEST else ():
        if _heads(group.words[: space.start()]):
            behind = Part(group.start + space.end(), group.words[space.end() :])
            ways = (way for way in _splits(behind) if _heads(way[0].words))
            yield from ([Part(group.start, group.words[: space.start()]), *way] for way in ways)


def _wrapped(line: str, below: str) -> Iterator[tuple[list[Part], list[str]]]:
    """The words of a head some of which go on in a second line, in the middle below the first."""
    parts = [Part(found.start(), found[0]) for found in SEGMENT.finditer(line)]
    names = [part.words for part in parts]
    for found in SEGMENT.finditer(below):
        n = next((n for n, part in enumerate(parts) if abs(part.start + part.end - sum(found.span())) <= FEWEST), None)
        if n is None:
            return
        names[n] = names[n] + found[0] if names[n].endswith(("/", "-")) else f"{names[n]} {found[0]}"
        if len(found[0]) > len(parts[n].words):
            parts[n] = Part(found.start(), found[0])
    is_dated = len(names) > FEWEST and heads_dates(names[0])
    if len(names) > 1 and (is_dated or all(map(_heads, names))):
        yield parts, list(map(narrowed, names))


def _starts(head: Sequence[Part], lines: Sequence[str]) -> list[int]:
    """Where the columns begin; nowhere, where not one choice alone has each word of the head in the middle."""
    width = max(map(len, lines))
    blank = [all(line[n : n + 1] in ("", " ") for line in lines) for n in range(width)]
    left = min(blank.index(False), head[0].start)
    found = [n for n in range(left + 1, width) if blank[n - 1] and not blank[n]]
    ways = [[left], *([left, n] for n in found if n <= head[0].start and not heads_dates(narrowed(head[0].words)))]
    for part, below in pairwise(head):
        ways = [
            [*way, n]
            for way in ways
            for n in found
            if part.end < n <= below.start and _is_middle(part, way[-1], n - 1 - way[-1])
        ]
    last = head[-1]
    ways = [way for way in ways if width - way[-1] <= 2 * (last.start - way[-1]) + len(last.words) + 1]
    return ways[0] if len(ways) == 1 else []


def _is_middle(part: Part, start: int, width: int) -> bool:
    """Whether words stand in the middle of a column; there may be more than one space behind it."""
    return width >= len(part.words) and part.start - start in {(n - len(part.words)) // 2 for n in (width, width - 1)}
