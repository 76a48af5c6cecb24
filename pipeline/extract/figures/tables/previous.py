"""Columns that repeat the figure of an earlier day beside the latest one: `Number | Date | Previous number (date)`."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.figures.periods import Period
from pipeline.extract.figures.tables.cells import add_cell
from pipeline.extract.figures.topics import topic_of_label
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.outline import Line
from pipeline.records import Span

PREVIOUS = re.compile(r"(?:previous|prior|last|earlier|former)\b[^%]{0,60}|前[回年][^比率]{0,20}", re.I)
"""What heads such a column, and none of changes."""
DATED = re.compile(
    r"(?P<figure>[0-9０-９][0-9０-９,，.．]*(?: ?[a-z人名社]{1,12})?) ?[(（](?P<date>[^()（）]{4,40})[)）]"
)


def add_previous(facts: Facts, line: Line) -> None:
    """Add the figures of a row in such columns that bear their own date in a bracket, `118 (October 2021)`, of what the label of the
    row counts; in another column nobody knows what they are. One that has been read with the others of its row is left."""
    header = facts.header_above(line)
    if header is None or len(header.cells) != len(line.block.cells):
        return
    label = facts.text[slice(*line.block.cells[0])].strip()
    topic = topic_of_label(facts, label, line.section, None) if label else None
    read = {row.value_printed for row in facts.observations if row.char_start >= line.block.start}
    for head, cell in zip(header.cells[1:], line.block.cells[1:], strict=True):
        words, heading = facts.text[slice(*cell)].rstrip(), facts.text[slice(*head)].strip()
        told = DATED.fullmatch(words)
        date = parse_date(told["date"]) if told and told["figure"] not in read else None
        if told is None or not isinstance(date, DateValue):
            continue
        figure = Span(cell.start, cell.start + told.end("figure"))
        is_known = topic is not None and PREVIOUS.fullmatch(heading) is not None
        if not (is_known and topic and add_cell(facts, line, figure, label, topic, Period(date, "stated", words))):
            message = f"what this figure counts was not understood: {heading}"
            facts.note("unrecognised_text", line, *figure, message, found=facts.text[slice(*figure)])
