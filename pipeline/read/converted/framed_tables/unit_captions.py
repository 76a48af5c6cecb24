"""Captions that stand below their tables of figures without any sign, as `pandoc` prints them for `gfm`: above, they head what
they name. Under one heading each table has one right below it, and the unit in its bracket tells that it is none of words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from pipeline.read.converted.framed_tables.captions import is_table

UNIT = r"(?:units?|hundred|thousand|million|billion|単位)"
CAPTION = re.compile(
    r"[^\n|]{0,200}[(（](?:[^()（）\n]{0,80}[^a-z()（）\n])?" rf"{UNIT}(?:[^a-z()（）\n][^()（）\n]{{0,80}})?[)）][ ]*",
    re.I,
)
"""A line that ends with a bracket in which a unit is stated."""
BELOW = re.compile(rf"\|[ ]*\n\n{CAPTION.pattern}\n", re.I)


def read_unit_captions(text: str) -> str:
    r"""A text with such captions above their tables.

    >>> print(read_unit_captions("# Aid\n\n| Year | Total |\n|---|---|\n| 2004 | 9 |\n\nAid (US$ million)\n\nSource: OECD"))
    # Aid
    <BLANKLINE>
    Aid (US$ million)
    <BLANKLINE>
    | Year | Total |
    |---|---|
    | 2004 | 9 |
    <BLANKLINE>
    Source: OECD
    """
    if "|" not in text or BELOW.search(f"{text}\n") is None:
        return text
    parts = ["\n".join(lines) for _, lines in groupby(text.split("\n"), key=lambda line: not line.strip())]
    stretch: list[int] = []
    for n, part in enumerate([*parts, "#"]):
        if part.startswith("#"):
            for table, caption in _below(parts, stretch):
                parts[table], parts[caption] = parts[caption], parts[table]
            stretch = []
        elif part.strip():
            stretch.append(n)
    return "\n".join(parts)


def _below(parts: Sequence[str], stretch: Sequence[int]) -> list[tuple[int, int]]:
    """The places of the tables below a heading, each with that of its caption; none where not all have one right below."""
    kinds = [(n, is_table(parts[n]), CAPTION.fullmatch(parts[n]) is not None) for n in stretch]
    pairs: list[tuple[int, int]] = []
    for (n, is_first, is_caption), (below, _, is_told) in pairwise([*kinds, (-1, False, False)]):
        if is_first != is_told or (is_caption and not pairs):
            return []
        pairs += [(n, below)] if is_first else []
    return pairs
