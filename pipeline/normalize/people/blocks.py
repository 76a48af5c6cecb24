"""The persons of one main name.

Its rows are first laid on cards, one for each set of given names as folded, then the cards are taken from the fullest
name down to the rows without any: each goes to the one person that it can belong to, or starts a new one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from pipeline.normalize.people.cluster import Cluster, can_be_one, cluster_of
from pipeline.normalize.people.evidence import gender, within
from pipeline.normalize.people.records import Mention, in_order
from pipeline.normalize.people.rules import (
    ONLY_BY_OFFICE,
    initial_keys,
    lone_rule,
    named_rule,
    nameless_keys,
    nameless_rule,
    stints,
)
from pipeline.normalize.spelling import Part, given_key, given_parts, run_together

# Years around a visit in which a second person of the name makes it undecidable.
RIVAL_YEARS = 6
# More people than this with one initial: no year or office tells which of them is meant.
MANY = 200

Rule = Callable[[Cluster, Cluster], str | None]


def cluster_block(area: str, mentions: Sequence[Mention]) -> list[Cluster]:
    """The persons among the rows of one area and one main name."""
    if len(mentions) == 1:
        return [cluster_of(area, mentions)]
    persons = Block()
    cards: dict[tuple[int, str], list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=in_order):
        parts = given_parts(mention.other_names or "", area)
        cards[-sum(len(part.letters) for part in parts), given_key(parts)].append(mention)
    nameless: list[Cluster] = []
    for (letters, _), rows in sorted(cards.items()):
        for card in _by_gender(area, rows):
            if letters == 0:
                nameless += stints(card, nameless_keys)
            elif any(part.is_initial for _, parts in card.forms for part in parts):
                for stint in stints(card, initial_keys):
                    _place(persons, stint, persons.like(stint), named_rule)
            else:
                _place(persons, card, persons.like(card), named_rule)
    for stint in sorted(nameless, key=lambda each: (each.first_day, each.mentions[0].row_id)):
        _place_nameless(persons, stint)
    return persons.all


class Block:
    """The persons of one main name found so far, by what their given names can be matched with."""

    def __init__(self) -> None:
        self.all: list[Cluster] = []
        self._found_by: dict[str, list[Cluster]] = defaultdict(list)

    def add(self, person: Cluster) -> None:
        """Know this person too."""
        self.all.append(person)
        for key in _all_keys(person, _keys_of):
            self._found_by[key].append(person)

    def like(self, card: Cluster) -> list[Cluster]:
        """The persons whose given names and honorifics agree with the card's."""
        keys = _all_keys(card, _keys_for)
        found = {id(person): person for key in keys for person in self._found_by.get(key, ())}
        return [person for person in found.values() if can_be_one(card, person)]


def _all_keys(person: Cluster, keys_of_part: Callable[[Part], tuple[str, ...]]) -> list[str]:
    keys = {key for _, given in person.forms for part in given for key in keys_of_part(part)}
    return sorted(keys | {f"={run_together(given)}" for _, given in person.forms})


def _keys_of(part: Part) -> tuple[str, ...]:
    return (f"{part.letters[0]}.",) if part.is_initial else (part.key, f"{part.letters[0]}-")


def _keys_for(part: Part) -> tuple[str, ...]:
    initial = f"{part.letters[0]}."
    return (initial, f"{part.letters[0]}-") if part.is_initial else (initial, part.key)


def _by_gender(area: str, rows: Sequence[Mention]) -> list[Cluster]:
    """The rows of one card, parted where honorifics conflict; rows that tell nothing then stand apart, last."""
    told: dict[str, list[Mention]] = defaultdict(list)
    for row in rows:
        told[gender(row.honorific, row.office) or "unknown"].append(row)
    if {"female", "male"} <= told.keys():
        return [cluster_of(area, told[sex]) for sex in ("female", "male", "unknown") if sex in told]
    return [cluster_of(area, rows)]


def _place_nameless(persons: Block, piece: Cluster) -> None:
    """A piece without a given name: where one person alone has the main name, less is asked of office and years."""
    others = [person for person in persons.all if len(piece.genders | person.genders) < 2]
    if len(others) == 1:
        _place(persons, piece, others, lone_rule)
    else:
        held = [person for person in others if piece.career.shares_office(person.career)]
        _place(persons, piece, held, nameless_rule)


def _place(persons: Block, piece: Cluster, others: Sequence[Cluster], rule: Rule) -> None:
    """Give a piece to the one person it can belong to; if several can, try year by year; else it is a new person."""
    for part in _decidable(piece, others, rule):
        home = only_home(part, others, rule)
        if home is None:
            persons.add(part)
        else:
            home[0].absorb(part, home[1])


def _decidable(piece: Cluster, others: Sequence[Cluster], rule: Rule) -> list[Cluster]:
    """The piece whole where one person or none can have it, else each office and year that has a home on its own, and
    what is left together."""
    fitting = _fitting(piece, others, rule)
    if len(fitting) < 2 or _favourite(piece, fitting):
        return [piece]
    units: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for row in piece.mentions:
        units[row.office_class or "", (row.date_start or "")[:4]].append(row)
    made = [cluster_of(piece.area, rows) for _, rows in sorted(units.items())]
    if len(made) == 1:
        return [piece]
    homed = [unit for unit in made if only_home(unit, others, rule)]
    left = [row for unit in made if unit not in homed for row in unit.mentions]
    return homed + ([cluster_of(piece.area, left)] if left else [])


def _fitting(piece: Cluster, others: Sequence[Cluster], rule: Rule) -> list[tuple[Cluster, str]]:
    if len(others) > MANY:
        return []
    return [(person, name) for person in others if (name := rule(piece, person))]


def only_home(piece: Cluster, others: Sequence[Cluster], rule: Rule) -> tuple[Cluster, str] | None:
    """The one person whose rows a piece can join, and the name of the rule."""
    fitting = _fitting(piece, others, rule)
    return _favourite(piece, fitting) if len(fitting) > 1 else fitting[0] if fitting else None


def _favourite(piece: Cluster, fitting: Sequence[tuple[Cluster, str]]) -> tuple[Cluster, str] | None:
    """Of several persons the only one who held the class of office, or the very office, within six years."""
    gaps = [(person, piece.career.distance(person.career)) for person, _ in fitting]
    for near in (
        [person for person, gap in gaps if within(gap.office_class, RIVAL_YEARS)],
        [person for person, gap in gaps if within(gap.office, RIVAL_YEARS)],
    ):
        if len(near) == 1:
            return near[0], ONLY_BY_OFFICE
    return None
