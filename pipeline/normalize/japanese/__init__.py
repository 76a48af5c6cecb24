"""How a visitor in Japanese is read: titles, names, what stands beside them. `visitors` is the door.

Only whether words are Japanese is told here: the rest takes long to load, and most sheets never need it.
"""

from __future__ import annotations

import re

FIRST_WORD = re.compile("(?:(?![A-Za-z][a-z]{2})[^ぁ-ヿ一-鿿])*[ぁ-ヿ一-鿿]")
_MARK = "(?:〃|″|同上)"
DITTO = re.compile(rf"{_MARK}(?:[ \t\u3000|,]*{_MARK})*")


def is_japanese(words: str) -> bool:
    """Whether words begin in Japanese, maybe behind a date or capitals: `8月　橋本総理大臣`, `ODA調査団`."""
    return not words.isascii() and FIRST_WORD.match(words) is not None


def is_ditto(words: str) -> bool:
    """Whether words only say that somebody is the one above.

    >>> is_ditto("〃"), is_ditto("〃 | 〃"), is_ditto("同大統領")
    (True, True, False)
    """
    return DITTO.fullmatch(words) is not None
