"""Groups, happenings and remarks, from `groups.toml`: what a visit cell has beside persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.normalize.data import facts
from pipeline.normalize.visit.lexicon.tries import Trie, declared


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
    towers: frozenset[str]
    firms: frozenset[str]
    errands: frozenset[str]
    months: frozenset[str]
    month_names: frozenset[str]
    date_links: frozenset[str]
    remark_openers: frozenset[str]
    remark_verbs: frozenset[str]
    behind_group: frozenset[str]
    no_names: frozenset[str]


GROUPS: Final = Groups(**declared(Groups, facts("groups.toml")))
