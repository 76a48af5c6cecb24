"""What titles are made of, from `offices.toml` and the names of areas: heads, what stands around them, and places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.normalize.visit.area_words import area_words
from pipeline.normalize.visit.title_lexicon.tries import Trie, load, trie, words_of


@dataclass(slots=True)
class Titles:
    """The words of `offices.toml`. Sets hold single folded words, tries hold phrases."""

    articles: frozenset[str]
    qualifiers: frozenset[str]
    dropped: frozenset[str]
    heads: Trie
    plain_heads: frozenset[str]
    weak_heads: frozenset[str]
    name_like_heads: frozenset[str]
    heads_with_to: frozenset[str]
    local_heads: frozenset[str]
    heads_behind_a_place: frozenset[str]
    heads_in_the: frozenset[str]
    heads_of_a_land: frozenset[str]
    heads_at_once: frozenset[str]
    words_with: frozenset[str]
    following: frozenset[str]
    suffixes: Trie
    connectors: Trie
    duties: frozenset[str]
    domain: frozenset[str]
    weak_domain: frozenset[str]
    adjectives: frozenset[str]
    noun_endings: tuple[str, ...]
    institutions: Trie
    named_bodies: frozenset[str]
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
    data, address = load("offices.toml"), load("honorifics.toml")
    heads = [*data["plain_heads"], *data["heads"]]
    qualifiers, domain = words_of(data["qualifiers"]), words_of(data["domain_words"])
    weak = words_of(data["weak_domain_words"])
    areas, demonyms = area_words()
    head_words = frozenset(word for head in heads for word in head.split())
    return Titles(
        articles=frozenset(data["articles"]),
        qualifiers=qualifiers,
        dropped=frozenset(data["dropped_qualifiers"]),
        heads=trie(heads),
        plain_heads=frozenset(data["plain_heads"]),
        weak_heads=frozenset(data["weak_heads"]),
        name_like_heads=frozenset(data["name_like_heads"]),
        heads_with_to=frozenset(data["heads_with_to"]),
        local_heads=frozenset(data["local_heads"]),
        heads_behind_a_place=frozenset(data["heads_behind_a_place"]),
        heads_in_the=frozenset(data["heads_in_the"]),
        heads_of_a_land=frozenset(data["heads_of_a_land"]),
        heads_at_once=frozenset(data["heads_at_once"]),
        words_with=words_of(data["words_with"]),
        following=words_of(data["following"]),
        suffixes=trie(data["head_suffixes"]),
        connectors=trie(data["connectors"]),
        duties=frozenset(data["duties"]),
        domain=domain - weak,
        weak_domain=weak,
        adjectives=words_of(data["adjectives"]),
        noun_endings=tuple(data["noun_endings"]),
        institutions=trie(data["institutions"]),
        named_bodies=words_of(data["named_bodies"]),
        acronyms=words_of(data["acronyms"]),
        place_openers=words_of(data["place_openers"]),
        place_words=words_of(data["place_words"]),
        areas=trie(areas),
        demonyms=demonyms,
        couples=frozenset((first, second) for first, second in data["couples"]),
        couples_always=frozenset((first, second) for first, second in data["couples_always"]),
        compounds=(head_words | qualifiers | frozenset(data["plurals"]) | words_of(address["ranks"]))
        - {"al", "di", "o", "le", "ao"}
        - set(data["abbreviated"]),
        abbreviations=words_of(address["abbreviations"]) | words_of(load("groups.toml")["months"]),
        starts=qualifiers | head_words | domain | frozenset(data["dropped_qualifiers"]),
        glued=words_of(data["glued"]),
        names_before_post=frozenset(data["names_before_post"]),
        heads_as_address=frozenset(data["heads_as_address"]),
        abbreviated=data["abbreviated"],
        for_office=data["for_office"],
        plurals=data["plurals"],
    )


TITLES: Final = _titles()
