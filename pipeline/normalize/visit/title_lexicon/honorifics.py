"""Forms of address, from `honorifics.toml`: what stands before names, and the letters behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.normalize.visit.title_lexicon.tries import Trie, load, trie


@dataclass(slots=True)
class Address:
    """The words of `honorifics.toml`."""

    strong: Trie
    weak: Trie
    dotted: frozenset[str]
    spouse: frozenset[str]
    spouse_nouns: frozenset[str]
    kin_nouns: frozenset[str]
    possessives: frozenset[str]
    shared: frozenset[str]
    royal: frozenset[str]
    burmese: frozenset[str]
    civil: frozenset[str]
    given_too: frozenset[str]
    learned: frozenset[str]
    suffixes: frozenset[str]
    words: frozenset[str]
    retired: frozenset[str]
    carried: Trie
    carried_words: frozenset[str]
    peers: frozenset[str]
    plural: frozenset[str]
    custom_of: dict[str, str]
    corrections: dict[str, list[str]]


def _address() -> Address:
    """The vocabulary of honorifics."""
    data = load("honorifics.toml")
    return Address(
        strong=trie(data["strong"]),
        weak=trie(data["weak"]),
        dotted=frozenset(data["dotted"]),
        spouse=frozenset(data["spouse"]),
        spouse_nouns=frozenset(data["spouse_nouns"]),
        kin_nouns=frozenset(data["kin_nouns"]),
        possessives=frozenset(data["possessives"]),
        shared=frozenset(data["shared"]),
        royal=frozenset(data["royal"]),
        burmese=frozenset(data["burmese"]),
        civil=frozenset(data["civil"]),
        given_too=frozenset(data["given_too"]),
        learned=frozenset(data["learned"]),
        suffixes=frozenset(data["suffixes"]),
        words=frozenset(data["suffix_words"]),
        retired=frozenset(data["retired"]),
        carried=trie(data["carried"]),
        carried_words=frozenset(phrase.split()[-1].strip("'") for phrase in data["carried"]),
        peers=frozenset(data["peers"]),
        plural=frozenset(data["plural"]),
        custom_of=data["custom_of"],
        corrections=data["corrections"],
    )


ADDRESS: Final = _address()
