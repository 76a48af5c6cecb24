"""Cells of a row of which one figure was read: an amount in another cell that is in no row is told, never passed over."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.figures.shapes import without_brackets
from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line

READ_AS_ONE = 2
"""The cells of a label and its value."""
BARE = re.compile(r"\s*[-−–△▲+]?\s?(?![12][0-9]{3}\s*\Z)[0-9０-９][0-9０-９,.，．]*[0-9０-９]\s*")
"""A cell of nothing but a figure, whose unit its table says; a year is none."""
NO_FIGURES = frozenset({None, "percent", "rank"})
"""Units of what is said of a figure: its share, its rank, the number of a note."""


def tell_left(facts: Facts, line: Line, first: int) -> None:
    """Tell the amounts in the cells of a line that none of its rows has; `first` is the place of the first of those."""
    if line.role != "row" or len(line.block.cells) <= READ_AS_ONE:
        return
    rows = facts.observations[first:]
    told = " ".join(f"{row.value_printed} {row.rank}" for row in rows)
    noted = [note.start for note in facts.notes if note.rule == "unrecognised_text" and note.start >= line.block.start]
    for start, end in line.block.cells[READ_AS_ONE:]:
        words = facts.text[start:end]
        if any(start <= at < end for at in noted):
            continue
        amounts = find_amounts(words, skip=[(date.start, date.end) for date in find_dates(words)])
        plain = without_brackets(words)
        is_bare = BARE.fullmatch(plain) is not None and plain.strip() not in told
        if is_bare or any(one.unit not in NO_FIGURES and one.printed not in told for one in amounts):
            message = "a row was made of another figure of this line, and none of this one"
            facts.note("unrecognised_text", line, start, end, message, found=words)
