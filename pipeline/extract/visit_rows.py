"""The rows of visit tables as print: which cells are the date, and what the words of the rest are."""

from __future__ import annotations

import re

from pipeline.extract.direction import Flow
from pipeline.extract.facts import Facts
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.outline import Line
from pipeline.records import Span

BREAK = re.compile(r"\n(?!\s*+[(]?accompan)", re.I)
MONTH = re.compile(r"(?:1[0-2]|0?[1-9])\.?\Z")
BRACKET = re.compile(r"\([^()]*+\)")
GOES_TO = re.compile(r"\b(?:[Vv]isit(?:s|ed)?|[Tt]rip|[Tt]our|came|travell?ed)(?: to)?(?: the)? \Z")


def row_cells(text: str, line: Line) -> tuple[Span, Span]:
    """The date cells and the rest of a row. Year and month may stand in cells of their own."""
    cells = line.block.cells
    if not cells:
        return Span(line.block.body, line.block.body), Span(line.block.body, line.block.end)
    if len(cells) == 1:
        return Span(cells[0].start, cells[0].start), cells[0]
    dates = 1
    while dates < len(cells) - 1 and _is_date(text[cells[dates].start : cells[dates].end]):
        dates += 1
    return Span(cells[0].start, cells[dates - 1].end), Span(cells[dates].start, cells[-1].end)


def _is_date(words: str) -> bool:
    return not words or bool(MONTH.match(words)) or isinstance(parse_date(words, year=2000), DateValue)


def row_words(facts: Facts, line: Line, span: Span) -> str:
    """The words of a row, as long as they are printed. In running text a line break only wraps the line; between pipes
    and in pages it parts people."""
    words = facts.text[span.start : span.end]
    is_page = facts.outline.document.media_type != "text/plain"
    if is_page or "|" in facts.text[line.block.start : line.block.end]:
        return words
    return BREAK.sub(" ", words)


def stated_flow(facts: Facts, words: str) -> Flow | None:
    """Where the words of a row themselves say that it went: `Foreign Minister Abe's visit to Mongolia`."""
    bare = BRACKET.sub("", words)
    for mention in find_areas(bare):
        if mention.area in facts.pair and mention.kind != "demonym" and GOES_TO.search(bare[: mention.start]):
            return Flow(facts.other(mention.area), mention.area, "stated")
    return None
