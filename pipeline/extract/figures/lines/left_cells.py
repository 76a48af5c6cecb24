"""Cells of a row of which one figure was read: an amount in another cell that is in no row is told, never passed over."""

from __future__ import annotations

from pipeline.extract.facts import Facts
from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line

READ_AS_ONE = 2
"""The cells of a label and its value."""
NO_FIGURES = frozenset({None, "percent", "rank"})
"""Units of what is said of a figure: its share, its rank, the number of a note."""


def tell_left(facts: Facts, line: Line, first: int) -> None:
    """Tell the amounts in the cells of a line that none of its rows has; `first` is the place of the first of those."""
    if line.role != "row" or len(line.block.cells) <= READ_AS_ONE:
        return
    told = " ".join(row.value_printed or "" for row in facts.observations[first:])
    for start, end in line.block.cells[READ_AS_ONE:]:
        words = facts.text[start:end]
        amounts = find_amounts(words, skip=[(date.start, date.end) for date in find_dates(words)])
        if any(one.unit not in NO_FIGURES and one.printed not in told for one in amounts):
            message = "a row was made of another figure of this line, and none of this one"
            facts.note("unrecognised_text", line, start, end, message, found=words)
