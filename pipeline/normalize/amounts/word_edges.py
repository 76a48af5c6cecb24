"""The words on either side of a number as they are looked for, each with what must hold at its end.

Words before a number are matched backwards from it, on reversed text with reversed words, so that every phrase is
anchored where the number stands and the cost does not depend on the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pipeline.normalize.amounts.phrases import Phrases, Word, trie_pattern

_LATIN_END = re.compile(r"[a-z0-9]\Z")
_EDGED_END = re.compile(r"[a-z$]")
_WORD_END = "(?![a-z0-9]|'s)"
_NO_DIGIT = r"(?![ \xa0]{0,2}[0-9])"


def words_after(words: Iterable[Word], glued: Iterable[str]) -> Phrases:
    """Phrases to the right of a number: Latin words end where no letter or digit follows, but scales before `glued`
    words; a bound is not the next number's, unless it is Japanese."""
    edges, ends = {}, {"scale": rf"(?!(?!{trie_pattern(glued)}(?![a-z]))[a-z0-9]|'s)", "letter": "(?![a-z0-9²³^À-ɏ])"}
    for word in words:
        edges[word.phrase] = _edge(word.phrase, ends.get(word.kind, _WORD_END)) + (
            _NO_DIGIT if word.kind == "bound" and word.phrase.isascii() else ""
        )
    return Phrases({word.phrase: word for word in words}, edges, takes_hyphen=True)


def _edge(phrase: str, edge: str) -> str:
    return edge if _LATIN_END.search(phrase) else ""


def words_before(words: Iterable[Word]) -> Phrases:
    """Phrases to the left of a number, for reversed text: Latin words and `$` begin where no letter stands before."""
    edges = {word.phrase[::-1]: "(?![a-z])" for word in words if _EDGED_END.match(word.phrase)}
    return Phrases({word.phrase[::-1]: word for word in words}, edges)


def whole_values(begin: str, data: dict[str, Any], statuses: Iterable[str]) -> re.Pattern[str]:
    """A word that is a whole value: after the start of the text, a line, a colon or a bar, up to an end that leaves it
    whole. It may be said again, as in two languages."""
    end = rf"(?=[ \xa0]{{0,3}}(?:\Z|[\n.,;:()|。、]|(?:{'|'.join(data['after'])})(?![a-z])))"
    words = trie_pattern({word: _edge(word, _WORD_END) for word in statuses})
    dash = r"(?P<dash>(?:-{1,3}|—{1,2}|―|…{1,2}|\.{3}))(?=[ \xa0]{0,3}(?:\Z|[\n|]))"
    return re.compile(
        rf"{begin}[ \xa0]{{0,8}}[(]?(?:[•*][ \xa0]{{1,8}}|- [ \xa0]{{0,8}})?"
        rf"(?:(?P<word>{words})(?:[ \xa0/]{{1,3}}(?P<again>{words}))?{end}|{dash})"
    )
