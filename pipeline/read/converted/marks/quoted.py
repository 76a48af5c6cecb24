"""Mails that quote a sheet: the signs before its lines are none of its words."""

from __future__ import annotations

import re

SIGN = re.compile(r"^[ ]?(?:>[ ]?)+", re.M)
FEWEST, SHARE = 3, 0.5
"""So many lines, and this share of all that are not blank, have the sign in a mail that quotes."""


def read_quoted(text: str) -> str:
    r"""A text without the signs of quotation, if most of its lines have them.

    >>> read_quoted("A wrote:\n> Trade (2018):\n>\n> Exports:\n> > None\n"), read_quoted("> Home\nTrade\n")
    ('A wrote:\nTrade (2018):\n\nExports:\nNone\n', '> Home\nTrade\n')
    """
    quoted = len(SIGN.findall(text)) if ">" in text else 0
    lines = sum(1 for line in text.split("\n") if line.strip()) if quoted >= FEWEST else 0
    return SIGN.sub("", text) if lines and quoted > SHARE * lines else text
