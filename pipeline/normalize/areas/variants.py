"""Names that sheets print beside those that the data list: plurals, short words, inverted names.

What belongs here: rules by which one name makes others, whatever it names. What only one area is called is data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.normalize.areas.trie import Name

DIRECTIONS = frozenset(f"{side}{ending}" for side in ("North", "South", "East", "West") for ending in ("", "ern"))


def plurals(names: Iterable[Name]) -> Iterator[Name]:
    """`Mongolians` of `Mongolian`; nothing for those that have no plural in -s (`Swiss`, `Chinese`, `Irish`)."""
    for name in names:
        if name.kind == "demonym" and not name.name.endswith(("s", "ese", "sh", "ch", "x", "y", "o", "a", "men", "-")):
            yield name._replace(name=name.name + "s", is_whole=False)


def with_and_without_the(names: Sequence[Name]) -> Iterator[Name]:
    """`Union of Comoros` of `Union of the Comoros` and the other way round, where that is no other area's name."""
    known = {name.name for name in names}
    for name in names:
        head, of, area = name.name.partition(" of ")
        if not of or name.kind not in {"formal", "historic"} or " of " in area:
            continue
        other = f"{head} of {area[4:]}" if area.startswith("the ") else f"{head} of the {area}"
        if other not in known:
            yield name._replace(name=other)


def republics(areas: Iterable[dict[str, str]], names: Iterable[Name]) -> Iterator[Name]:
    """`Republic of Togo` beside `Togolese Republic`, unless it is a name of its own (`Republic of China`)."""
    known = {name.name for name in names}
    for row in areas:
        name = f"Republic of {row['name']}"
        if "Republic" in row["formal"] and "Republic" not in row["name"] and name not in known:
            yield Name(name, row["code"], "formal", False)


def shortened(names: Sequence[Name]) -> Iterator[Name]:
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


def inverted(names: Iterable[Name]) -> Iterator[Name]:
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
