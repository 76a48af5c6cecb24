"""The longest name of an area that begins at a place of a folded text, printed as it must be.

What belongs here: which names stand in a text. Whether they mean an area there is the business of `areas` for a whole
text, of `mentions` for running text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.normalize.areas.lexicon import lexicon
from pipeline.normalize.areas.tokens import LETTER, TOKEN, Token, separator, token_of
from pipeline.normalize.areas.trie import Reading

WORD_FOLLOWS = re.compile(rf"\s*+[{LETTER}]")
ENDING = ":.;!?/"
"""Signs that no name has behind one of its words, and the end of the text, which Python finds in any text."""
_SPANNED = frozenset(").")
"""Signs at the end of a name that belong to it: `Micronesia (Federated States of)`, `Micronesia, Fed. Sts.`"""
KATAKANA = frozenset(map(chr, range(0x30A1, 0x3100))) - {"・"}
DIGITS = frozenset("0123456789〇一二三四五六七八九十")


class Match(NamedTuple):
    """A name found: what it means, its span, and where its last word ends."""

    reading: Reading
    start: int
    end: int
    last: int = 0


def longest(folded: str, start: int, *, whole: bool) -> Match | None:
    """The longest name of words that begins at a place, where a word begins."""
    names = lexicon()
    first = token_of(TOKEN.match(folded, start), names.first_keys)
    if first is None:
        return None
    node, words, best = names.words.next[first.key], [first], None
    while True:
        reading, end = node.reading, words[-1].end
        if reading and _is_printed_so(folded, words[-len(reading.words) :], reading, whole):
            best = Match(reading, start, end + (reading.tail in _SPANNED), end)
        if not node.next or folded[end : end + 1] in ENDING:
            return best
        word = token_of(TOKEN.search(folded, end), names.keys)
        sign = separator(folded[end : word.start]) if word else None
        if word is None or sign is None:
            return best
        further = node.next.get(sign + word.key) or (node.next.get("-" + word.key) if sign == " " else None)
        if further is None:
            return best
        node = further
        words.append(word)


def _is_printed_so(folded: str, words: list[Token], reading: Reading, whole: bool) -> bool:
    """Whether capitals and what comes after are as the name needs them."""
    if reading.is_whole and not whole:
        return False
    end = words[-1].end
    if not reading.tail and folded[words[0].start : end] in reading.printed:
        return True
    if reading.tail == "of":
        if WORD_FOLLOWS.match(folded, end):
            return False
    elif reading.tail == "-":
        if folded[end : end + 1] != "-" or not folded[end + 1 : end + 2].isalpha():
            return False
    elif reading.tail and folded[end : end + 1] != reading.tail:
        return False
    return all(_is_cased_so(folded[w.start : w.end], own, whole) for w, own in zip(words, reading.words, strict=True))


def _is_cased_so(printed: str, own: str, whole: bool) -> bool:
    if own.islower() or printed.isupper() or printed == own:
        return True
    if len(own) > 1 and own.isupper():
        return False
    return printed[1:].islower() and (whole or printed[0].isupper())


def longest_japanese(folded: str, start: int, *, whole: bool) -> Match | None:
    """The longest Japanese name that begins at `start`; katakana names are whole words, kanji follow no digit."""
    node = lexicon().characters.next.get(folded[start])
    end, best = start + 1, None
    while node is not None:
        following = folded[end : end + 1]
        reading = node.reading
        if reading and (whole or not reading.is_whole) and not (following in KATAKANA and folded[end - 1] in KATAKANA):
            best = end, reading
        node = node.next.get(following)
        end += 1
    if best is None or folded[max(0, start - 1) : start] in (KATAKANA if folded[start] in KATAKANA else DIGITS):
        return None
    return Match(best[1], start, best[0])
