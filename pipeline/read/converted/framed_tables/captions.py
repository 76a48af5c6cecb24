"""Captions of tables: one that a converter prints below its table, after a colon, heads it above; a broken one is whole."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

from pipeline.read.converted.rows import HEADED
from pipeline.read.text.line_ends import is_open

CAPTION = re.compile(r"[ ]*+(?:[Tt]able)?:[ ]+(?=\S)")
"""The sign of a caption; it may go on in lines below."""
SPELT = re.compile(r"(?m)^([ ]*)CAPTION:[ ]+(?=\S)")
"""The sign that browsers of text print before a caption that stands above its table."""
OVER = re.compile(
    r"(?m)^\| ?+([^|\n]*[^|\s])[ ]*+\|(?:[ ]*+\|)++[ ]*+\n(?:\|[-:| ]+\|[ ]*+\n)?(?=\|[^\n]*+\n\|[-:| ]+\|[ ]*+$)"
)
"""A caption in the first cell of a row, which heads the row that is marked as the head."""
MOST_LINES: Final = 3
"""No caption has more lines."""


def close_caption(printed: list[str]) -> None:
    """Make the last of some lines, right above a table, one with those above it that end within a bracket or a phrase, as the
    caption of a narrow table is broken.

    >>> lines = ["Visits", "Aid (US$", "        million)"]
    >>> close_caption(lines)
    >>> lines
    ['Visits', 'Aid (US$ million)']
    """
    for n in range(1, min(MOST_LINES, len(printed))):
        words = " ".join(line.strip() for line in printed[-n - 1 : -1])
        if not all(line.strip() for line in printed[-n - 1 :]):
            return
        if is_open(words):
            printed[-n - 1 :] = [f"{words} {printed[-1].strip()}"]
            return


def read_captions(text: str) -> str:
    r"""A text with the captions of its tables above them; one that stands there already only loses its sign.

    >>> print(read_captions("Visits\n\n| 2004 | Mr. Ito |\n\n  : From Japan\n  to Chad\n\n| 2005 | Mr. Oyo |"))
    Visits
    <BLANKLINE>
    From Japan to Chad
    <BLANKLINE>
    | 2004 | Mr. Ito |
    <BLANKLINE>
    | 2005 | Mr. Oyo |
    >>> print(read_captions("| Aid (US$ million) |  |\n|---|---|\n| Year | Total |\n|---|---|\n| 2004 | 9 |"))
    <BLANKLINE>
    Aid (US$ million)
    <BLANKLINE>
    | Year | Total |
    |---|---|
    | 2004 | 9 |
    """
    if "CAPTION:" in text:
        text = SPELT.sub(r"\1", text)
    if "|" in text:
        text = OVER.sub(r"\n\1\n\n", text)
    if ": " not in text or "|" not in text:
        return text
    parts = ["\n".join(lines) for _, lines in groupby(text.split("\n"), key=lambda line: not line.strip())]
    at = None  # the table without a caption that stands right above
    is_named = False
    for n, part in enumerate(parts):
        if not part.strip():
            continue
        if is_table(part):
            at, is_named = (None if is_named else n), False
        elif sign := CAPTION.match(part):
            words = " ".join(part[sign.end() :].split())
            if at is None:
                is_named = n + 2 < len(parts) and is_table(parts[n + 2])
                parts[n] = words if is_named else part
            else:
                parts[at : n + 1] = [words, *parts[at + 1 : n], parts[at]]
                at = None
        else:
            at, is_named = None, False
    return "\n".join(parts)


def is_table(part: str) -> bool:
    """Whether lines are the rows of a table, below a label of its first column or not."""
    return part.startswith("|") or f"\n{HEADED}\n" in part
