"""Signs that take two columns where a text is printed in them, as those of Japanese do."""

from __future__ import annotations

import re
import unicodedata

FILLER = "\ue100"
"""Stands behind a wide sign for its second column."""
_MAY_BE_WIDE = re.compile("[\u1100-\U0003ffff]")


def is_wide(sign: str) -> bool:
    """Whether a sign takes two columns.

    >>> is_wide("年"), is_wide("é")
    (True, False)
    """
    return unicodedata.east_asian_width(sign) in "WF"


def widened(line: str) -> str:
    """A line in which every column has a sign, so that its places are columns.

    >>> len(widened("2001年")), narrowed(widened("2001年"))
    (6, '2001年')
    """
    if _MAY_BE_WIDE.search(line) is None:
        return line
    return "".join(sign + FILLER if is_wide(sign) else sign for sign in line)


def narrowed(words: str) -> str:
    """The words of a line as they were before it was `widened`."""
    return words.replace(FILLER, "")
