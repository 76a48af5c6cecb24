"""Ranks that head the columns of a table, `Year | 1st | 2nd`, or its rows, `Rank | 2008 | 2009`."""

from __future__ import annotations

import re

RANK_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
RANK = re.compile(
    r"\b(?:([0-9]{1,2})(?:st|nd|rd|th)|("
    + "|".join(RANK_WORDS)
    + r"))\b|(?:\bNo\. ?|#)([0-9]{1,2})\b|([0-9０-９]{1,2})位",
    re.I,
)
OF_RANKS = re.compile(r"(?:Rank(?:ing)?|Place)\b|順位", re.I)
"""How a header begins whose first column holds the ranks of its rows: `Rank | 2008 | 2009`."""


def ranks_in(words: str) -> list[int]:
    """The ranks that the words of a header give, in order.

    >>> ranks_in("Year | 1st | 2nd"), ranks_in("Year First Second Third"), ranks_in("1位 2位")
    ([1, 2], [1, 2, 3], [1, 2])
    """
    return [
        RANK_WORDS.index(word.lower()) + 1 if word else int(number or numbered or told)
        for number, word, numbered, told in RANK.findall(words)
    ]


def counts_ranks(words: str) -> bool:
    """Whether the words of a header count ranks from the first on.

    >>> counts_ranks("Year | 1st | 2nd"), counts_ranks("2nd meeting")
    (True, False)
    """
    return ranks_in(words)[:2] == [1, 2]
