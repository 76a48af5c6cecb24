"""The names of areas, loaded from `data/areas.csv` and `data/area_names.csv` into two tries: words and characters.

`areas.csv` has one row per area: its code, the ISO alpha-2 code where there is one, its short and formal name, and
whether the code is ISO's (`iso`), an ISO 3166-3 or user-assigned code of a state that ended (`ended`), or
user-assigned for an area (`user`) or an organisation. `area_names.csv` has one row per further name:

- a name that stands there with two codes is ambiguous (`Korea`);
- a name without a code names no area although it contains one (`Indian Ocean`, `New Mexico`);
- `use` is `whole` for a name that is too much like other words to be looked for in running text (`Finn`); a row that
  repeats a name of `areas.csv` says so of that name (`Réunion`);
- words in capitals must be printed so (`UAE`), words in lower case may be printed in any case (`state of Georgia`);
- a name without a code that has accents is another word than the name without them (`América`, the continent);
- a last hyphen stands for the rest of a compound (`Sino-` of `Sino-Japanese`).

Accents and curly quotes are not listed, which `tokens` knows, nor plurals of demonyms, inverted names and the like,
which `variants` makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pipeline.normalize.areas.tokens import GLUED, JAPANESE, beginning
from pipeline.normalize.areas.trie import Name, Node, add_characters, add_words, readings
from pipeline.normalize.areas.variants import inverted, plurals, republics, shortened, with_and_without_the
from pipeline.normalize.data import rows


class Lexicon(NamedTuple):
    """`words` and `characters` are the tries, `keys` every way to print a known word, `first_keys` those of words that
    begin names, `codes` ISO's and our own.

    `small` are the first words of names that may be printed without a capital, `beginning` is the pattern of words that
    have one or are one of those, and `beginnings` holds what it finds where a name may begin: words without a last dot
    (`U.S`), and with a preposition glued to their end.

    `others` are words that only look like names without their accents, `as_printed` the codes and the names as the data
    print them and in capitals, without those made of others: each with the name that it is.
    """

    words: Node
    characters: Node
    first_character: re.Pattern[str]
    small: tuple[str, ...]
    beginning: re.Pattern[str]
    beginnings: frozenset[str]
    keys: dict[str, str]
    first_keys: dict[str, str]
    codes: dict[str, str]
    others: frozenset[str]
    as_printed: dict[str, str]


@cache
def titles() -> dict[str, str]:
    """Code → short English name, which whoever only names areas needs."""
    return {row["code"]: row["name"] for row in rows("areas.csv")}


@cache
def lexicon() -> Lexicon:
    """The names of all areas, ready to be looked up. Loaded once."""
    areas = list(rows("areas.csv"))
    codes = {row["code"]: row["code"] for row in areas}
    codes |= {row["alpha_2"]: row["code"] for row in areas if row["alpha_2"]}
    names = [*_area_names(areas), *_listed_names()]
    others = frozenset(
        name.name for name in names if not (name.code or name.name.isascii() or JAPANESE.match(name.name))
    )
    names = [name for name in names if name.name not in others]
    names = [*names, *plurals(names)]
    names = [*names, *with_and_without_the(names)]
    names = [*names, *republics(areas, names)]
    usual = [name.name for name in names if not name.name.endswith("-")]
    names = [*names, *shortened(names)]
    names = [*names, *inverted(names)]
    listed = {name: name for name in (*codes, *usual)}
    words, characters = Node(), Node()
    keys: dict[str, str] = {}
    known: dict[str, str] = {}
    for name in names:
        if JAPANESE.match(name.name):
            add_characters(characters, name)
        else:
            add_words(words, keys, known, name)
    first = re.compile("[" + re.escape("".join(characters.next)) + "]")
    firsts = {printed: key for printed, key in keys.items() if key in words.next}
    printed = [one for reading in readings(words) for one in reading.printed]
    small = {one.split()[0].rstrip(",") for one in printed if one[0].islower()}
    return Lexicon(
        words,
        characters,
        first,
        tuple(sorted(small)),
        beginning(small),
        _beginnings(firsts),
        keys,
        firsts,
        codes,
        others,
        {name.upper(): name for name in listed} | listed,
    )


def _beginnings(firsts: Iterable[str]) -> frozenset[str]:
    glued = {word + preposition for word in firsts for preposition in GLUED}
    return frozenset(glued | {word.rstrip(".") for word in firsts})


def _area_names(areas: Iterable[dict[str, str]]) -> Iterator[Name]:
    for row in areas:
        kinds = {"organisation": ("organisation",) * 2, "ended": ("historic",) * 2}
        short, formal = kinds.get(row["kind"], ("name", "formal"))
        yield Name(row["name"], row["code"], short, False)
        if row["formal"]:
            yield Name(row["formal"], row["code"], formal, False)


def _listed_names() -> Iterator[Name]:
    for row in rows("area_names.csv"):
        yield Name(row["name"], row["code"], row["kind"], row["use"] == "whole")
