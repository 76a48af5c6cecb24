"""How a vocabulary is kept: sets of single words, and tries of phrases, as a class declares them.

A node of a trie is a dict from folded word to node; under a blank, which is no word, stands the phrase that ends there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from pipeline.normalize.visit.text.words import Word

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


def words_of(words: str | Iterable[str]) -> frozenset[str]:
    """The words of a list, which a data file prints as one text, or apart where some are phrases."""
    return frozenset(words.split() if isinstance(words, str) else words)


_READERS: Mapping[str, Callable[[Any], object]] = {
    "Trie": trie,
    "frozenset[str]": words_of,
    "tuple[str, ...]": tuple,
    "frozenset[tuple[str, str]]": lambda pairs: frozenset(map(tuple, pairs)),
    "dict[str, frozenset[str]]": lambda lists: {name: words_of(words) for name, words in lists.items()},
}
"""How a list of a data file is read, by what a vocabulary declares it to be; anything else is kept as it stands."""


def declared(vocabulary: type, data: Mapping[str, Any]) -> dict[str, Any]:
    """The lists of a data file that a vocabulary, a dataclass, has a field for, each as the field declares it."""
    kinds = {field.name: str(field.type) for field in fields(vocabulary) if field.name in data}
    return {name: _READERS[kind](data[name]) if kind in _READERS else data[name] for name, kind in kinds.items()}
