"""Groups, happenings and remarks, from `groups.toml`: what a visit cell has beside persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.normalize.visit.title_lexicon.tries import Trie, load, trie, words_of


@dataclass(slots=True)
class Groups:
    """The words of `groups.toml`."""

    heads: frozenset[str]
    seats: frozenset[str]
    happenings: frozenset[str]
    led_by: Trie
    accompanied_by: Trie
    nothing: frozenset[str]
    role_openers: Trie
    status_words: frozenset[str]
    status_nouns: frozenset[str]
    status_alone: frozenset[str]
    events: frozenset[str]
    event_words: frozenset[str]
    things: frozenset[str]
    royal_things: frozenset[str]
    months: frozenset[str]
    date_links: frozenset[str]
    remark_openers: frozenset[str]
    remark_verbs: frozenset[str]
    behind_group: frozenset[str]
    no_names: frozenset[str]


def _groups() -> Groups:
    """The vocabulary of groups and brackets."""
    data = load("groups.toml")
    return Groups(
        heads=words_of(data["heads"]),
        seats=words_of(data["seats"]),
        happenings=words_of(data["happenings"]),
        led_by=trie(data["led_by"]),
        accompanied_by=trie(data["accompanied_by"]),
        nothing=frozenset(data["nothing"]),
        role_openers=trie(data["role_openers"]),
        status_words=words_of(data["status_words"]),
        status_nouns=words_of(data["status_nouns"]),
        status_alone=words_of(data["status_alone"]),
        events=words_of(data["events"]),
        event_words=words_of(data["event_words"]),
        things=words_of(data["things"]),
        royal_things=words_of(data["royal_things"]),
        months=words_of(data["months"]),
        date_links=words_of(data["date_links"]),
        remark_openers=words_of(data["remark_openers"]),
        remark_verbs=words_of(data["remark_verbs"]),
        behind_group=words_of(data["behind_group"]),
        no_names=words_of(data["no_names"]),
    )


GROUPS: Final = _groups()
