"""Labels in Japanese that are spread over the width of their column: `面　積`."""

from __future__ import annotations

import re

SPREAD = re.compile(r"[一-鿿](?<![^\s)）.．].)(?:[ \t\u3000]++[一-鿿]){1,3}(?=[\s:：(（]|\Z)")
GAP = re.compile(r"[ \t\u3000]+")


def closed(text: str) -> str:
    """Words without the spaces that spread them, which stand behind them instead, so that all else keeps its place.

    >>> closed("1　面　積　780平方キロメートル"), closed("輸　出　入")
    ('1　面積　　780平方キロメートル', '輸出入　　')
    """
    return text if text.isascii() else SPREAD.sub(_closed, text)


def _closed(match: re.Match[str]) -> str:
    words = GAP.sub("", match[0])
    return words + "\u3000" * (len(match[0]) - len(words))
