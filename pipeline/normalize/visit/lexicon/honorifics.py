"""Forms of address, from `honorifics.toml`: what stands before names, and the letters behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.normalize.data import facts
from pipeline.normalize.visit.lexicon.tries import Trie, declared


@dataclass(slots=True)
class Address:
    """The words of `honorifics.toml`."""

    strong: Trie
    weak: Trie
    dotted: frozenset[str]
    spouse: frozenset[str]
    spouse_nouns: frozenset[str]
    kin_nouns: frozenset[str]
    kin_groups: frozenset[str]
    possessives: frozenset[str]
    shared: frozenset[str]
    royal: frozenset[str]
    burmese: frozenset[str]
    civil: frozenset[str]
    given_too: frozenset[str]
    learned: frozenset[str]
    suffixes: frozenset[str]
    suffix_words: frozenset[str]
    surnames_too: frozenset[str]
    retired: frozenset[str]
    carried: Trie
    carried_words: frozenset[str]
    peers: frozenset[str]
    plural: frozenset[str]
    custom_of: dict[str, str]
    corrections: dict[str, list[str]]


def _address() -> Address:
    """The vocabulary of honorifics."""
    data = facts("honorifics.toml")
    last_words = frozenset(phrase.split()[-1].strip("'") for phrase in data["carried"])
    return Address(**declared(Address, data), carried_words=last_words)


ADDRESS: Final = _address()
