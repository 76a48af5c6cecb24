"""The lines of the tables of a text whose first column holds dates, by what they have of a date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.patterns import has_japanese
from pipeline.read.converted.dated_tables.blocks import blocks_of, keeps_layout, room
from pipeline.read.converted.dated_tables.date_lines import DateLine, date_line
from pipeline.read.converted.dated_tables.heads import GAP, Head, heads
from pipeline.read.converted.placed import NEW_PAGE

MONTHS = re.compile(r"(?:\A| )(?:Month|month|月)\Z")
CELLS = re.compile(r"[|\t]")
DIGIT = re.compile(r"[0-9]")
WIDTHS = {**dict.fromkeys("fijlrtIJ.,-() ", 0.6), **dict.fromkeys("mwMW", 1.5)}
ROOM = 1.0
"""How much wider than others a date must be, in widths of a figure, to be surely so."""


class Body(NamedTuple):
    """The lines of a table by the blocks they stand in, which lines of the text it takes with its head, and whether it keeps
    its layout; whether the year of a row stands in a column of its own or above the table; how long the words of a line are."""

    heads: tuple[str, str]
    begin: int
    end: int
    blocks: list[list[DateLine]]
    keeps_layout: bool
    has_months: bool
    room: int

    def beside_words(self, line: DateLine) -> str:
        """What of a date stands in the column beside the words."""
        return line.month if self.has_months else line.date


def bodies(lines: Sequence[str]) -> Iterator[Body]:
    """The tables of a text, each with what it has on the next pages below a head printed again; none with plain lines only."""
    found = {head.begin: head for head in heads(lines)}
    tops = {line for line, count in Counter(line for line in lines if line.startswith(NEW_PAGE)).items() if count > 1}
    has_pages = any(NEW_PAGE in line for line in lines)
    at = 0
    for head in found.values():
        if head.begin >= at and head.is_pair:
            end, blocks = blocks_of(lines, head, found, tops)
            is_laid_out = head.keeps_layout or any(map(keeps_layout, blocks))
            dated = [list(map(date_line, block)) for block in blocks]
            is_table = any(line.date for block in dated for line in block)
            is_table = is_table and not any(CELLS.search(line) for block in blocks for line in block)
            if is_table and (has_pages or _is_printed(dated, head.keeps_layout, is_laid_out)):
                at = end
                width = max(len(line.words) for block in dated for line in block)
                table = Body(head.words, head.begin, at, dated, is_laid_out, _has_months(head, dated), width)
                yield table._replace(blocks=list(_laid_out(blocks) if is_laid_out else _in_order(table)))


def _is_printed(blocks: Sequence[Sequence[DateLine]], is_headed_apart: bool, is_laid_out: bool) -> bool:
    """Whether lines are those of a printed table, in a text without pages: not all rows begin with a date beside its words.

    Then its head keeps the layout, or they are no cells one by one: most dates stand beside words, or whole ones below each
    other.
    """
    lines = [line for block in blocks for line in block]
    dated = [line for line in lines if line.date]
    if lines[0].date and all(line.words for line in dated):
        return False
    whole = (line.kind == "whole" and not line.words for line in lines)
    is_stream = 2 * sum(bool(line.words) for line in dated) > len(dated) or any(map(all, pairwise(whole)))
    return is_headed_apart if is_laid_out else is_stream and not any(has_japanese(line.words) for line in lines)


def _has_months(head: Head, blocks: Sequence[Sequence[DateLine]]) -> bool:
    kinds = {line.kind for block in blocks for line in block}
    return MONTHS.search(head.words[0]) is not None or ("month" in kinds and not kinds & {"year", "open"})


def _laid_out(blocks: Sequence[Sequence[str]]) -> Iterator[list[DateLine]]:
    """The lines of a table that keeps its layout: no date stands as far in as the words of other lines of the block do, nor
    beside words."""
    for block in blocks:
        places = [_place(line) for line in block if GAP.search(line)]
        far = min((place for place in places if place), default=1 << 30)
        yield [
            DateLine("", "", "", line.strip()) if room(line) >= far else date_line(line)._replace(is_apart=True)
            for line in block
        ]


def _place(line: str) -> int:
    """Where the words beside a date begin, if a line has both."""
    found = date_line(line)
    return line.removeprefix(NEW_PAGE).rindex(found.words) if found.date and found.words else 0


def _in_order(body: Body) -> Iterator[list[DateLine]]:
    """The lines of a table that does not keep its layout: a date as wide as others that are printed together with the words
    beside them has none there."""
    beside = [body.beside_words(line) for block in body.blocks for line in block if line.date and line.words]
    least = min(map(_width, beside), default=float("inf")) + ROOM
    same = {DIGIT.sub("0", date) for date in beside}
    for block in body.blocks:
        dates = [body.beside_words(line) for line in block]
        are_apart = [_width(date) > least or DIGIT.sub("0", date) in same for date in dates]
        yield [line._replace(is_apart=is_apart) for line, is_apart in zip(block, are_apart, strict=True)]


def _width(words: str) -> float:
    """About how wide words are, whatever the font: in widths of a figure.

    >>> _width("May 2008") > _width("Jul. 2008")
    True
    """
    return sum(WIDTHS.get(sign, 1.0) for sign in words)
