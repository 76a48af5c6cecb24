"""What titles are made of, from `offices.toml` and the names of areas: heads, what stands around them, and places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.normalize.data import facts
from pipeline.normalize.visit.lexicon.area_words import area_words
from pipeline.normalize.visit.lexicon.tries import Trie, declared, phrases_of, trie, words_of


@dataclass(slots=True)
class Titles:
    """The words of `offices.toml`. Sets hold single folded words, tries hold phrases."""

    articles: frozenset[str]
    qualifiers: frozenset[str]
    dropped_qualifiers: frozenset[str]
    heads: Trie
    plain_heads: frozenset[str]
    weak_heads: frozenset[str]
    name_like_heads: frozenset[str]
    heads_with_to: frozenset[str]
    local_heads: frozenset[str]
    heads_behind_a_place: frozenset[str]
    heads_in_a_place: frozenset[str]
    heads_in_the: frozenset[str]
    heads_of_a_land: frozenset[str]
    heads_at_once: frozenset[str]
    words_with: frozenset[str]
    following: frozenset[str]
    head_suffixes: Trie
    connectors: Trie
    duties: frozenset[str]
    domain: frozenset[str]
    weak_domain: frozenset[str]
    adjectives: frozenset[str]
    noun_endings: tuple[str, ...]
    institutions: Trie
    named_bodies: frozenset[str]
    words_for_of: frozenset[str]
    acronyms: frozenset[str]
    place_openers: frozenset[str]
    place_words: frozenset[str]
    areas: Trie
    demonyms: frozenset[str]
    couples: frozenset[tuple[str, str]]
    couples_always: frozenset[tuple[str, str]]
    compounds: frozenset[str]
    abbreviations: frozenset[str]
    starts: frozenset[str]
    glued: frozenset[str]
    names_before_post: frozenset[str]
    heads_as_address: frozenset[str]
    abbreviated: dict[str, str]
    for_office: dict[str, str]
    plurals: dict[str, str]


def _titles() -> Titles:
    """The vocabulary of offices."""
    data, address = facts("offices.toml"), facts("honorifics.toml")
    told = declared(Titles, data)
    told["heads"] = trie([*data["plain_heads"], *data["heads"]])
    head_words = frozenset(word for head in phrases_of(told["heads"]) for word in head.split())
    domain, weak_domain = words_of(data["domain_words"]), words_of(data["weak_domain_words"])
    parts_of_compounds = head_words | told["qualifiers"] | set(data["plurals"]) | words_of(address["ranks"])
    areas, demonyms = area_words()
    return Titles(
        **told,
        domain=domain - weak_domain,
        weak_domain=weak_domain,
        areas=trie(areas),
        demonyms=demonyms,
        compounds=parts_of_compounds - {"al", "di", "o", "le", "ao"} - set(data["abbreviated"]),
        abbreviations=words_of(address["abbreviations"]) | words_of(facts("groups.toml")["months"]),
        starts=told["qualifiers"] | head_words | domain | told["dropped_qualifiers"],
    )


TITLES: Final = _titles()
