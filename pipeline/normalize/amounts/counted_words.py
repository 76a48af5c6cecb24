"""What is counted, from `counted.toml`: unit words and nouns, and the code of `schemas/units.toml` that each gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Nouns:
    """What is counted. `direct` are unit words (part of the printed amount), `things` any counted noun but measures
    (`cubic metres` are no metres), `singular` those read after 1 only, `countable` the units of things; all give a code
    of `schemas/units.toml`."""

    direct: Mapping[str, str]
    things: Mapping[str, str]
    singular: Mapping[str, str]
    nationalities: frozenset[str]
    nationality_endings: tuple[str, ...]
    stop: frozenset[str]
    with_of: frozenset[str]
    countable: frozenset[str]
    small_letters: frozenset[str]


def counted(data: dict[str, Any]) -> Nouns:
    """The words for what is counted, from the tables of `counted.toml`; takes those that are about grammar out of `data`."""
    grammar = data.pop("grammar")
    persons = data["persons"]
    nationalities, endings = persons.pop("nationalities"), persons.pop("nationality_endings")
    direct = {word: unit for unit, entry in data.items() for word in entry["words"]}
    things = {word: unit for unit, entry in data.items() if entry["one"] for word in entry["nouns"] + entry["words"]}
    singular = {word: unit for unit, entry in data.items() for word in entry["one"]}
    return Nouns(
        direct,
        things,
        singular,
        frozenset(nationalities),
        tuple(endings),
        frozenset(grammar["stop"]),
        frozenset(grammar["with_of"]),
        frozenset(unit for unit, entry in data.items() if entry["one"]),
        frozenset(grammar["small_letters"]),
    )
