"""Tables of figures whose cells are run together: `ItemAmountNote`, and below it `Grants139 million yenJICA basis`."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.visits.columns import figure_columns
from pipeline.normalize.amounts import find_amounts
from pipeline.outline import Line

WORD_END = re.compile(r"(?<=[a-z)])(?=[A-Z])")
FIGURE = re.compile(r"[^0-9]*?(?=(?:(?<=[^\W\d_])|(?<=\)))[0-9]|(?<=[a-z)])(?:[A-Z]{1,3}|[A-Z]{0,2}[$€£¥]) ?[0-9])")
"""A label up to the figure behind it, or up to the sign of its currency."""
SHORT_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}\Z")
"""The `m` of `13main` may be the next cell's."""
FEWEST, LONGEST = 2, 40


class GluedRows:
    """Cuts the rows below a header whose words are run together."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.section: object = None

    def open(self, line: Line) -> bool:
        """Remember a header of such columns. Returns whether the line is one."""
        columns, text = figure_columns(), self.facts.text
        if columns[0].match(text, line.block.body, line.block.end) is None:
            return False
        parts = WORD_END.split(text[line.block.body : line.block.end])
        heads = zip(columns, parts, strict=False)
        is_header = FEWEST <= len(parts) <= len(columns) and all(known.fullmatch(part) for known, part in heads)
        if is_header:
            self.section = line.section
        return is_header

    def words(self, line: Line) -> str | None:
        """A row with signs between its cells, as other lines are printed: `Grants: 139 million yen (JICA basis)`."""
        if self.section is not line.section:
            return None
        text = self.facts.words(line)
        start, end = _value(text)
        if start == end:
            return None
        rest = text[end:].strip(" ()")
        return f"{text[:start]}: {text[start:end]}" + (f" ({rest})" if rest else "")


def _value(text: str) -> tuple[int, int]:
    """Where the value of a row stands behind its label: the longest words that are an amount and nothing else, or a word
    such as `none` that ends the row.

    >>> _value("Grants139 million yenJICA basis"), _value("Loansnone"), _value("In 2010 many came")
    ((6, 21), (5, 9), (0, 0))
    """
    if label := FIGURE.match(text):
        start = label.end()
        places = [(start, end) for end in range(min(len(text), start + LONGEST), start, -1)]
    else:
        places = [(start, len(text)) for start in range(1, len(text)) if text[start - 1].islower()]
    return next((place for place in places if _is_amount(text, *place)), (0, 0))


def _is_amount(text: str, start: int, end: int) -> bool:
    if text[end : end + 1].isalpha() and SHORT_WORD.search(text, start, end):
        return False
    return [amount.printed for amount in find_amounts(text[start:end])] == [text[start:end]]
