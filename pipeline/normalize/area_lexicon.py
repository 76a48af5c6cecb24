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

Accents and curly quotes are not listed, which `area_tokens` knows, nor plurals of demonyms and inverted names, which are
made here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.normalize.area_tokens import GLUED, JAPANESE, beginning
from pipeline.normalize.area_trie import Name, Node, add_characters, add_words, readings

DATA = Path(__file__).parent / "data"
DIRECTIONS = frozenset(f"{side}{ending}" for side in ("North", "South", "East", "West") for ending in ("", "ern"))


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
    return {row["code"]: row["name"] for row in _rows("areas.csv")}


@cache
def lexicon() -> Lexicon:
    """The names of all areas, ready to be looked up. Loaded once."""
    areas = list(_rows("areas.csv"))
    codes = {row["code"]: row["code"] for row in areas}
    codes |= {row["alpha_2"]: row["code"] for row in areas if row["alpha_2"]}
    names = [*_area_names(areas), *_listed_names()]
    others = frozenset(
        name.name for name in names if not (name.code or name.name.isascii() or JAPANESE.match(name.name))
    )
    names = [name for name in names if name.name not in others]
    names = [*names, *_plurals(names)]
    names = [*names, *_with_and_without_the(names)]
    names = [*names, *_republics(areas, names)]
    usual = [name.name for name in names if not name.name.endswith("-")]
    names = [*names, *_shortened(names)]
    names = [*names, *_inverted(names)]
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


def _rows(file_name: str) -> Iterator[dict[str, str]]:
    with (DATA / file_name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _area_names(areas: Iterable[dict[str, str]]) -> Iterator[Name]:
    for row in areas:
        kinds = {"organisation": ("organisation",) * 2, "ended": ("historic",) * 2}
        short, formal = kinds.get(row["kind"], ("name", "formal"))
        yield Name(row["name"], row["code"], short, False)
        if row["formal"]:
            yield Name(row["formal"], row["code"], formal, False)


def _listed_names() -> Iterator[Name]:
    for row in _rows("area_names.csv"):
        yield Name(row["name"], row["code"], row["kind"], row["use"] == "whole")


def _with_and_without_the(names: Sequence[Name]) -> Iterator[Name]:
    """`Union of Comoros` of `Union of the Comoros` and the other way round, where that is no other area's name."""
    known = {name.name for name in names}
    for name in names:
        head, of, area = name.name.partition(" of ")
        if not of or name.kind not in {"formal", "historic"} or " of " in area:
            continue
        other = f"{head} of {area[4:]}" if area.startswith("the ") else f"{head} of the {area}"
        if other not in known:
            yield name._replace(name=other)


def _plurals(names: Iterable[Name]) -> Iterator[Name]:
    """`Mongolians` of `Mongolian`; nothing for those that have no plural in -s (`Swiss`, `Chinese`, `Irish`)."""
    for name in names:
        if name.kind == "demonym" and not name.name.endswith(("s", "ese", "sh", "ch", "x", "y", "o", "a", "men", "-")):
            yield name._replace(name=name.name + "s", is_whole=False)


def _republics(areas: Iterable[dict[str, str]], names: Iterable[Name]) -> Iterator[Name]:
    """`Republic of Togo` beside `Togolese Republic`, unless it is a name of its own (`Republic of China`)."""
    known = {name.name for name in names}
    for row in areas:
        name = f"Republic of {row['name']}"
        if "Republic" in row["formal"] and "Republic" not in row["name"] and name not in known:
            yield Name(name, row["code"], "formal", False)


def _shortened(names: Sequence[Name]) -> Iterator[Name]:
    """`Fed. Rep. of Germany`, `Norfolk Is.` and `W. Samoa`: other short words are known whatever they stand for, but `Fed.`
    is `Federated` too, `Is.` mostly `Islands`, and a direction's letter may be anybody's initial in running text."""
    known = {name.name for name in names}
    for name in names:
        if "Federal " in name.name:
            yield name._replace(name=name.name.replace("Federal ", "Fed. "))
        if name.name.endswith(" Island"):
            yield name._replace(name=name.name.removesuffix("land") + ".")
        direction, _, area = name.name.partition(" ")
        if direction in DIRECTIONS and (short := f"{direction[0]}. {area}") not in known:
            yield name._replace(name=short, is_whole=True)


def _inverted(names: Iterable[Name]) -> Iterator[Name]:
    """`Kenya, Republic of` and `Kenya (Republic of)` of `Republic of Kenya`, as lists and tables print them.

    ISO says `Kenya (the Republic of)`, and banks `Kenya, Republic`.
    """
    for name in names:
        head, of, area = name.name.rpartition(" of ")
        if not of or area == "the" or name.kind not in {"name", "formal", "historic"}:
            continue
        the = " the" if area.startswith("the ") else ""
        heads = [f"{head} of{the}", f"the {head} of{the}", *([head] if head.endswith(("Republic", "Rep.")) else [])]
        for end in heads:
            for form in ("{area}, {end}", "{area} ({end})"):
                yield name._replace(name=form.format(area=area.removeprefix("the "), end=end))
