"""The parts of names and their order, from `name_order.toml` and `japanese_names.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.normalize.data import facts
from pipeline.normalize.visit.lexicon.tries import declared, words_of


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
    telling: frozenset[str]


def _name_order() -> NameOrder:
    """What is known of the order of names."""
    data, japanese = facts("name_order.toml"), facts("japanese_names.toml")
    words = data["words"]
    tells = [*data["surnames"].values(), *japanese.values(), data["given"]["burmese"], words["surname_openers"]]
    return NameOrder(
        **declared(NameOrder, data | words),
        given_names=words_of(data["given"]["common"]) | words_of(data["given"]["spanish"]),
        japanese_surnames=words_of(japanese["surnames"]),
        japanese_given=words_of(japanese["given_names"]),
        telling=words_of(" ".join([*tells, words["capital_particles"].lower()])),
    )


NAME_ORDER: Final = _name_order()
