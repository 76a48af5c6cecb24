"""Which language a text without a statement of it is in, of the two that these sheets come in."""

from __future__ import annotations

import re

_SAMPLE = 20_000
_KANA = re.compile("[\u3041-\u30fa]")
_WORD = re.compile(r"[A-Za-z]+")
_ENGLISH = frozenset(
    ["the", "of", "and", "in", "to", "for", "from", "by", "with", "as", "on", "at", "is", "was", "were", "are", "has", "have", "between", "since", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "trade", "exports", "imports", "minister", "visit", "year", "name", "relations"]
)


def guess_language(text: str) -> str | None:
    """`en` or `ja` where the words leave no doubt, else None.

    >>> guess_language("Exports to Japan (2013): none"), guess_language("日本との貿易は"), guess_language("1989.10")
    ('en', 'ja', None)
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    letters, kana = sum(map(len, words)), len(_KANA.findall(sample))
    if kana * 5 > letters:
        return "ja"
    english = sum(word.lower() in _ENGLISH for word in words)
    return "en" if english > 1 and english * 20 > len(words) else None
