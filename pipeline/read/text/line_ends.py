"""How a line ends: with the end of what it says, or in the middle of it."""

from __future__ import annotations

import re

SENTENCE_END = re.compile(r"[.:;!?。）)\]]['\"”’]?\Z")
SHORTENED = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{0,2}\.\Z")
"""A word like `Ms.` or `H.E.`, whose full stop ends no sentence."""
DANGLING = re.compile(
    r"(?:[,\-–—]|\b(?:and|or|the|a|an|of|for|in|to|on|by|with|from|at|as|its|their|between|Prime|Vice))\Z"
)
"""Words that no sentence and no cell ends with."""


def is_ended(words: str) -> bool:
    """Whether words end a sentence, a bracket or a label.

    >>> is_ended("(State guest)"), is_ended("Minister of the Interior, Mr.")
    (True, False)
    """
    return SENTENCE_END.search(words) is not None and SHORTENED.search(words) is None


def is_open(words: str) -> bool:
    """Whether words end within a bracket, a list or a phrase.

    >>> is_open("Minister of Finance and"), is_open("Minister (State"), is_open("Minister of Finance")
    (True, True, False)
    """
    return words.count("(") > words.count(")") or DANGLING.search(words) is not None
