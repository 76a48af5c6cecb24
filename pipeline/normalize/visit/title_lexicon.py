"""The vocabulary of titles and names, loaded once from `data/*.toml` and the names of areas.

Phrases are kept in tries over folded words: a node is a dict from word to node, and the empty word of a node marks the
end of a phrase. Whoever asks gets sets and tries; what they mean is told in the data files.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pipeline.normalize.visit.area_words import DATA, area_words
from pipeline.normalize.visit.words import Word

Trie = dict[str, Any]


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


@dataclass(slots=True)
class Address:
    """The words of `honorifics.toml`."""

    strong: Trie
    weak: Trie
    dotted: frozenset[str]
    spouse: frozenset[str]
    spouse_nouns: frozenset[str]
    possessives: frozenset[str]
    shared: frozenset[str]
    royal: frozenset[str]
    burmese: frozenset[str]
    civil: frozenset[str]
    suffixes: frozenset[str]
    words: frozenset[str]
    retired: frozenset[str]
    carried: Trie
    carried_words: frozenset[str]
    peers: frozenset[str]
    plural: frozenset[str]
    custom_of: dict[str, str]
    corrections: dict[str, list[str]]


@dataclass(slots=True)
class Groups:
    """The words of `groups.toml`."""

    heads: frozenset[str]
    happenings: frozenset[str]
    led_by: Trie
    accompanied_by: Trie
    nothing: frozenset[str]
    role_openers: Trie
    status_words: frozenset[str]
    status_nouns: frozenset[str]
    status_alone: frozenset[str]
    events: frozenset[str]
    months: frozenset[str]
    date_links: frozenset[str]
    remark_openers: frozenset[str]
    behind_group: frozenset[str]
    no_names: frozenset[str]


@dataclass(slots=True)
class NameOrder:
    """The words of `name_order.toml` and `japanese_names.toml`."""

    areas: dict[str, dict[str, str]]
    names_not_titles: dict[str, frozenset[str]]
    given: dict[str, frozenset[str]]
    surnames: dict[str, frozenset[str]]
    particles: frozenset[str]
    leading_particles: frozenset[str]
    particle_follows: frozenset[str]
    capital_particles: frozenset[str]
    surname_openers: frozenset[str]
    initials: frozenset[str]
    surname_links: frozenset[str]
    clear_surnames: frozenset[str]
    not_pinyin: frozenset[str]
    child_of: frozenset[str]
    patronymic_endings: tuple[str, ...]
    given_names: frozenset[str]
    japanese_surnames: frozenset[str]
    japanese_given: frozenset[str]


def trie(phrases: Iterable[str]) -> Trie:
    """A trie of phrases; `match` finds the longest.

    >>> trie(["prime minister"])
    {'prime': {'minister': {'': 'prime minister'}}}
    """
    root: Trie = {}
    for phrase in phrases:
        node = root
        for word in phrase.split():
            node = node.setdefault(word, {})
        node[""] = phrase
    return root


def match(root: Trie, tokens: Sequence[Word], start: int) -> tuple[int, str] | None:
    """The longest phrase that begins at token `start` of a cell: the token behind it, and the phrase."""
    node, found, position = root, None, start
    while True:
        token = tokens[position]
        following = node.get(token.key)
        if following is None:
            following = node.get(f"{token.key}'s") if token.owner else None
            if following is None:
                return found
        node = following
        position += 1
        if "" in node:
            found = position, node[""]
            if len(node) == 1:
                return found


@cache
def load(name: str) -> dict[str, Any]:
    """A data file of the package above."""
    return tomllib.loads((DATA / name).read_text("utf-8"))


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _titles() -> Titles:
    """The vocabulary of offices."""
    data, address = load("offices.toml"), load("honorifics.toml")
    heads = [*data["plain_heads"], *data["heads"]]
    qualifiers, domain = _set(data["qualifiers"]), _set(data["domain_words"])
    weak = _set(data["weak_domain_words"])
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
        words_with=_set(data["words_with"]),
        following=_set(data["following"]),
        suffixes=trie(data["head_suffixes"]),
        connectors=trie(data["connectors"]),
        duties=frozenset(data["duties"]),
        domain=domain - weak,
        weak_domain=weak,
        adjectives=_set(data["adjectives"]),
        institutions=trie(data["institutions"]),
        named_bodies=_set(data["named_bodies"]),
        acronyms=_set(data["acronyms"]),
        place_openers=_set(data["place_openers"]),
        place_words=_set(data["place_words"]),
        areas=trie(areas),
        demonyms=demonyms,
        couples=frozenset((first, second) for first, second in data["couples"]),
        couples_always=frozenset((first, second) for first, second in data["couples_always"]),
        compounds=(head_words | qualifiers | frozenset(data["plurals"]) | _set(address["ranks"]))
        - {"al", "di", "o", "le", "ao"}
        - set(data["abbreviated"]),
        abbreviations=_set(address["abbreviations"]) | _set(load("groups.toml")["months"]),
        starts=qualifiers | head_words | domain | frozenset(data["dropped_qualifiers"]),
        glued=_set(data["glued"]),
        names_before_post=frozenset(data["names_before_post"]),
        heads_as_address=frozenset(data["heads_as_address"]),
        abbreviated=data["abbreviated"],
        for_office=data["for_office"],
        plurals=data["plurals"],
    )


def _address() -> Address:
    """The vocabulary of honorifics."""
    data = load("honorifics.toml")
    return Address(
        strong=trie(data["strong"]),
        weak=trie(data["weak"]),
        dotted=frozenset(data["dotted"]),
        spouse=frozenset(data["spouse"]),
        spouse_nouns=frozenset(data["spouse_nouns"]),
        possessives=frozenset(data["possessives"]),
        shared=frozenset(data["shared"]),
        royal=frozenset(data["royal"]),
        burmese=frozenset(data["burmese"]),
        civil=frozenset(data["civil"]),
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


def _groups() -> Groups:
    """The vocabulary of groups and brackets."""
    data = load("groups.toml")
    return Groups(
        heads=_set(data["heads"]),
        happenings=_set(data["happenings"]),
        led_by=trie(data["led_by"]),
        accompanied_by=trie(data["accompanied_by"]),
        nothing=frozenset(data["nothing"]),
        role_openers=trie(data["role_openers"]),
        status_words=_set(data["status_words"]),
        status_nouns=_set(data["status_nouns"]),
        status_alone=_set(data["status_alone"]),
        events=_set(data["events"]),
        months=_set(data["months"]),
        date_links=_set(data["date_links"]),
        remark_openers=_set(data["remark_openers"]),
        behind_group=_set(data["behind_group"]),
        no_names=_set(data["no_names"]),
    )


def _name_order() -> NameOrder:
    """What is known of the order of names."""
    data, japanese = load("name_order.toml"), load("japanese_names.toml")
    words = data["words"]
    return NameOrder(
        areas=data["areas"],
        names_not_titles={area: _set(listed) for area, listed in data["names_not_titles"].items()},
        given={name: _set(listed) for name, listed in data["given"].items()},
        surnames={name: _set(listed) for name, listed in data["surnames"].items()},
        particles=_set(words["particles"]),
        leading_particles=_set(words["leading_particles"]),
        particle_follows=_set(words["particle_follows"]),
        capital_particles=frozenset(words["capital_particles"].split()),
        surname_openers=_set(words["surname_openers"]),
        initials=_set(words["initials"]),
        surname_links=_set(words["surname_links"]),
        clear_surnames=_set(words["clear_surnames"]),
        not_pinyin=_set(words["not_pinyin"]),
        child_of=_set(words["child_of"]),
        patronymic_endings=tuple(words["patronymic_endings"]),
        given_names=_set(data["given"]["common"]) | _set(data["given"]["spanish"]),
        japanese_surnames=_set(japanese["surnames"]),
        japanese_given=_set(japanese["given_names"]),
    )


TITLES: Final = _titles()
ADDRESS: Final = _address()
GROUPS: Final = _groups()
NAME_ORDER: Final = _name_order()
