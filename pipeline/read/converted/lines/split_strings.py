"""Lines that a program broke where a tag stood within them, as one that prints each string of a page apart → whole ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

BEHIND = re.compile(r"[,;.:)](?=\s|\Z)")
"""No line begins with such a sign but one that was broken."""
SIGN = re.compile(r"\n(?:[,;.:)](?=\s|\Z)|\([^()\n]{0,60}+\)[ \t]*+(?:\n|\Z))")
AMOUNT = re.compile(r"(?:[A-Z]{0,3}[$¥€£] ?)?[0-9][0-9,.]*(?: [a-z]+){0,3}")
REMARK = re.compile(r"\([^()\n]{0,40}(?:19|20)[0-9]{2}[^()\n]{0,20}\)")
OPENS = re.compile(r"(?:In|On|At|The|An?|By|Since|From|During|Until|Under)")
LOWER = re.compile(r"[a-z]+ ")
ITEM_SIGNS: Final = ("|", "•", "-", "*", "#")


def read_split_strings(text: str) -> str:
    r"""A text with such lines whole. A bracket with a date belongs to the figure above it, unless the figure before that has
    none of its own: then it may be said of both. A line that is set in stands in a column, or hangs.

    >>> print(read_split_strings("In\nMarch 2004\n, notes were signed.\nResidents:\n148\n(as of May 2003)\nTrade"))
    In March 2004, notes were signed.
    Residents:
    148 (as of May 2003)
    Trade
    """
    if not SIGN.search(text):
        return text
    lines = text.split("\n")
    is_split = any(map(BEHIND.match, lines))
    whole: list[str] = []
    for line in lines:
        words, above = line.strip(), whole[-1].rstrip() if whole else ""
        if not words or line[0].isspace() or not above or above.lstrip().startswith(ITEM_SIGNS):
            whole.append(line)
        elif is_split and BEHIND.match(words):
            whole[-1] = above + words
        elif (is_split and _is_open(above, words)) or (_is_remark(above, words) and not _is_shared(whole)):
            whole[-1] = f"{above} {words}"
        else:
            whole.append(line)
    return "\n".join(whole)


def _is_open(above: str, words: str) -> bool:
    """Whether a line stops before its sentence does."""
    return OPENS.fullmatch(above.strip()) is not None or (LOWER.match(words) is not None and above[-1].isalnum())


def _is_remark(above: str, words: str) -> bool:
    """Whether a line says of the figure above it when it was so."""
    return REMARK.fullmatch(words) is not None and AMOUNT.fullmatch(above.strip()) is not None


def _is_shared(lines: Sequence[str]) -> bool:
    """Whether another figure stands alone above the label of the last one."""
    return len(lines) > 2 and AMOUNT.fullmatch(lines[-3].strip()) is not None
