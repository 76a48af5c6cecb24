"""What stands in the first cell of a table, above the labels of its rows and before the heads of its columns."""

from __future__ import annotations

import re

from pipeline.extract.figures.brackets import bracket_spans
from pipeline.normalize.amounts import parse_unit

APART = re.compile(r"[/／|\n]|[,;] |(?<=\S)[ \n]in(?= )")
"""What parts the unit of a corner from what heads its rows: `Year / Billion yen`, `Trade in million yen`."""
BRACKETS = " ()（）[]［］"


def unit_apart(corner: str) -> tuple[str, str]:
    """The words of a corner without the unit of all figures in it, and that in a bracket, as a heading prints it; empty where it
    states none.

    >>> unit_apart("Billion yen"), unit_apart("Year / US$ million"), unit_apart("Year (million yen)"), unit_apart("Item")
    (('', '(Billion yen)'), ('Year', '(US$ million)'), ('Year', '(million yen)'), ('Item', ''))
    """
    whole = corner.strip()
    parts = [part for one in APART.split(whole) if (part := one.strip())]
    units = [part for part in parts if parse_unit(part) is not None]
    if len(units) != 1 and parse_unit(whole) is not None and not bracket_spans(whole):
        return "", f"({whole})"
    spans = [(start, end) for start, end in bracket_spans(whole) if parse_unit(whole[start:end]) is not None]
    if len(spans) == 1:
        [(start, end)] = spans
        return f"{whole[:start].rstrip()} {whole[end:].lstrip()}".strip(), whole[start:end]
    if len(units) != 1:
        return whole, ""
    return " ".join(part for part in parts if part != units[0]), f"({units[0].strip(BRACKETS)})"
