"""Signs that say which way something goes → the words for it."""

from __future__ import annotations

import re

TO = re.compile(r"(?:(?<!\s)\s++)?+(?:[→⇒➡➔➞⇨⟶]|(?<![<=-])(?:-{1,3}|={1,3})>)\s*+")
FROM = re.compile(r"(?:(?<!\s)\s++)?+(?:[←⇐⬅]|<-{1,3}+(?!>))\s*+")


def in_words(text: str) -> str:
    """A text with `to` and `from` for its arrows; one with two heads says no way and stays.

    >>> in_words("Ghana → Japan"), in_words("Ghana<-Japan"), in_words("Ghana <-> Japan")
    ('Ghana to Japan', 'Ghana from Japan', 'Ghana <-> Japan')
    """
    if text.isascii() and "->" not in text and "=>" not in text and "<-" not in text:
        return text
    return FROM.sub(" from ", TO.sub(" to ", text))
