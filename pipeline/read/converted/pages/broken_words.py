"""Words that were broken at the end of a line → whole again, before anybody looks for them."""

from __future__ import annotations

import re

from pipeline.patterns import JAPANESE

HYPHENATED = re.compile(r"(?<=[a-z])-\n([ \t]*+)([a-z]\S*+)(?:[ \t]*+(?=\n|\Z)|[ \t]++(?=(\S)))")
BROKEN = re.compile(r"[a-z]-(?=\n[ \t]*[a-z]| {2,}\S| *\n)")
FEWEST = 3
"""So many hyphens at the ends of lines are those of a program that breaks words; fewer may be the words' own."""


def breaks_words(text: str) -> bool:
    """Whether a text was broken within words."""
    return "-\n" in text and len(BROKEN.findall(text)) >= FEWEST


def joined(above: str, below: str) -> str:
    """Two halves of a cell; a word that was broken between them becomes whole.

    >>> joined("construction machin-", "ery"), joined("Senior Vice-", "Minister"), joined("coal,", "iron")
    ('construction machinery', 'Senior Vice-Minister', 'coal, iron')
    >>> joined("森総理大", "臣")
    '森総理大臣'
    """
    if JAPANESE.match(above[-1:]) or JAPANESE.match(below):
        return above + below
    if not above.endswith("-") or above.endswith(" -"):
        return f"{above} {below}"
    return above[:-1] + below if above[-2:-1].islower() and below[:1].islower() else above + below


def join_words(text: str) -> str:
    r"""A text with the words whole that hyphens break, each on the upper line.

    >>> join_words("lifted by Ja-\npan; a Con-\nference on Develop-\nment\n")
    'lifted by Japan;\na Conference\non Development\n'
    """
    if not breaks_words(text):
        return text
    return HYPHENATED.sub(lambda found: f"{found[2]}\n{found[1]}" if found[3] else found[2], text)
