"""How a vocabulary is kept: data files loaded once, sets of single words, and tries of phrases.

A node of a trie is a dict from folded word to node; under a blank, which is no word, stands the phrase that ends there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from pipeline.normalize.visit.area_words import DATA
from pipeline.normalize.visit.words import Word

Trie = dict[str, Any]
_END = " "


def trie(phrases: Iterable[str]) -> Trie:
    """A trie of phrases; `match` finds the longest.

    >>> trie(["prime minister"])
    {'prime': {'minister': {' ': 'prime minister'}}}
    """
    root: Trie = {}
    for phrase in phrases:
        node = root
        for word in phrase.split():
            node = node.setdefault(word, {})
        node[_END] = phrase
    return root


def match(root: Trie, tokens: Sequence[Word], start: int) -> tuple[int, str] | None:
    """The longest phrase that begins at token `start` of a cell: the token behind it, and the phrase."""
    node, found, end = root, None, start
    while (word := (token := tokens[end]).fold) in node or (token.owner and (word := f"{word}'s") in node):
        node, end = node[word], end + 1
        if _END in node:
            found = end, node[_END]
    return found


def is_phrase(root: Trie, word: str) -> bool:
    """Whether a word alone is a phrase of the trie."""
    return _END in root.get(word, ())


def phrases_of(root: Trie) -> Iterator[str]:
    """All phrases of a trie.

    >>> [*phrases_of(trie(["prime minister", "premier"]))]
    ['prime minister', 'premier']
    """
    for word, node in root.items():
        if word != _END:
            yield from phrases_of(node)
        else:
            yield node


@cache
def load(name: str) -> dict[str, Any]:
    """A data file of `pipeline/normalize/data`, read once."""
    return tomllib.loads((DATA / name).read_text("utf-8"))


def words_of(words: str) -> frozenset[str]:
    """The single words of a list that a data file prints as one text."""
    return frozenset(words.split())
