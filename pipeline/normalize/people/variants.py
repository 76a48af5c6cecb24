"""Persons of different spelling: joined where one slip of the pen in a long name explains them, or told to a reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, product
from typing import NamedTuple

from pipeline.normalize.people.cluster import Cluster, Form
from pipeline.normalize.people.evidence import Distance, telling_class
from pipeline.normalize.people.neighbours import is_near, near_pairs
from pipeline.normalize.people.records import Mention
from pipeline.normalize.spelling import given_key, relation

LONG_NAME = 7
SHORT_NAME = 4
LONG_GIVEN = 6
SHORT_GIVEN = 5
CLOSE_YEARS = 4
OFFICE_YEARS = 12
TOLD_YEARS = 25
# Two main names with more pairs of persons than this are no slip of the pen.
MANY_PAIRS = 10_000

ANOTHER_ORDER = "same names in another order"
ONE_EDIT = "one edit in a long name"


class Variant(NamedTuple):
    """Two sets of rows and why they were joined, or why they may be one person's; the rarer spelling first."""

    rows: tuple[Mention, ...]
    related: tuple[Mention, ...]
    reason: str


class Pair(NamedTuple):
    """Two persons that may be one; `basis` names the rule that joins them, empty where a reader is to decide."""

    one: Cluster
    other: Cluster
    basis: str
    reason: str


def join_variants(persons: Sequence[Cluster]) -> tuple[list[Cluster], list[Variant], list[Variant]]:
    """The persons of one area after the joins across spellings, what was joined, and what a reader should look at."""
    place = {id(person): at for at, person in enumerate(persons)}
    found = [*_slips(persons), *_reordered(persons), *_near_names(persons), *_near_given(persons)]
    pairs = sorted(found, key=lambda pair: (not pair.basis, place[id(pair.one)], place[id(pair.other)], pair.reason))
    told = [_variant(pair) for pair in pairs]
    doubtful = _with_rivals(pairs)
    home = {id(person): person for person in persons}
    joined: list[Variant] = []
    suspects: list[Variant] = []
    for pair, variant in zip(pairs, told, strict=True):
        one, other = _home(home, pair.one), _home(home, pair.other)
        if one is other:
            continue
        if pair.basis and not doubtful & {id(pair.one), id(pair.other)} and _may_unite(one, other):
            one.absorb(other, pair.basis)
            home[id(other)] = one
            joined += [variant] if pair.basis != ANOTHER_ORDER else []
        else:
            suspects.append(variant)
    return [person for person in persons if home[id(person)] is person], joined, suspects


def _home(home: dict[int, Cluster], person: Cluster) -> Cluster:
    while home[id(person)] is not person:
        person = home[id(person)]
    return person


def _with_rivals(pairs: Iterable[Pair]) -> set[int]:
    """Persons whose spelling would join them to two persons that are not one."""
    partners: dict[int, list[Cluster]] = defaultdict(list)
    for pair in pairs:
        if pair.basis:
            partners[id(pair.one)].append(pair.other)
            partners[id(pair.other)].append(pair.one)
    return {who for who, them in partners.items() if not all(_may_unite(*two) for two in combinations(them, 2))}


def _may_unite(one: Cluster, other: Cluster) -> bool:
    if len(one.genders | other.genders) > 1:
        return False
    return all(_forms_agree(*two) for two in product(one.forms, other.forms))


def _forms_agree(one: Form, other: Form) -> bool:
    if _all_names(one) == _all_names(other):
        return True
    return relation(one[1], other[1]) != "apart" and is_near(one[0], other[0], 1)


def _all_names(form: Form) -> tuple[str, ...]:
    return tuple(sorted([form[0], *(part.letters + "." if part.is_initial else part.key for part in form[1])]))


def _is_full(form: Form) -> bool:
    return bool(form[1]) and not any(part.is_initial for part in form[1])


def _by_main(persons: Iterable[Cluster]) -> dict[str, list[Cluster]]:
    of_main: dict[str, list[Cluster]] = defaultdict(list)
    for person in persons:
        for main in sorted({main for main, _ in person.forms}):
            of_main[main].append(person)
    return of_main


def _neighbours(persons: Sequence[Cluster], shortest: int) -> Iterator[tuple[Cluster, Cluster, bool]]:
    """Persons whose main names are one edit apart, and whether both names are long."""
    of_main = _by_main(persons)
    for one, other in near_pairs((main for main in of_main if len(main) >= shortest), 1):
        is_small = len(of_main[one]) * len(of_main[other]) <= MANY_PAIRS
        if one[0] == other[0] and is_small:
            for two in product(of_main[one], of_main[other]):
                if _may_unite(*two):
                    yield *two, min(len(one), len(other)) >= LONG_NAME


def _slips(persons: Sequence[Cluster]) -> Iterator[Pair]:
    for one, other, _ in _neighbours(persons, LONG_NAME):
        gap = one.career.distance(other.career)
        kinds = {relation(given, known) for (_, given), (_, known) in product(one.forms, other.forms)}
        is_full = any(map(_is_full, one.forms)) and any(map(_is_full, other.forms)) and "equal" in kinds
        basis = _slip_basis(gap, is_full, "missing" in kinds)
        if basis:
            yield Pair(one, other, basis, basis + _years(gap))
        elif "missing" not in kinds and _within(gap.any, TOLD_YEARS if is_full else CLOSE_YEARS):
            yield Pair(one, other, "", f"{ONE_EDIT}, another office{_years(gap)}")


def _slip_basis(gap: Distance, is_full: bool, is_missing: bool) -> str:
    """What speaks for one person beside the spelling: the less of the given names is printed, the more it takes."""
    if _within(gap.office_class, TOLD_YEARS if is_full else CLOSE_YEARS):
        return f"{ONE_EDIT}, same office class"
    if _within(gap.office, CLOSE_YEARS if is_missing else OFFICE_YEARS):
        return f"{ONE_EDIT}, same office"
    return f"{ONE_EDIT}, years within {CLOSE_YEARS}" if is_full and _within(gap.any, CLOSE_YEARS) else ""


def _near_names(persons: Sequence[Cluster]) -> Iterator[Pair]:
    for one, other, is_long in _neighbours(persons, SHORT_NAME):
        gap = one.career.distance(other.career)
        same_given = {given_key(given) for form in one.forms if _is_full(form) for given in [form[1]]} & {
            given_key(given) for form in other.forms if _is_full(form) for given in [form[1]]
        }
        if not is_long and same_given and _within(gap.office_class, CLOSE_YEARS):
            yield Pair(one, other, "", f"one edit in the main name, same given name and office class{_years(gap)}")


def _reordered(persons: Sequence[Cluster]) -> Iterator[Pair]:
    """Persons with the same full names, another of them taken for the main one."""
    of_names: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for person in persons:
        for names in sorted({_all_names(form) for form in person.forms if _is_full(form)}):
            of_names[names].append(person)
    for group in of_names.values():
        for one, other in combinations(group[:CLOSE_YEARS], 2):
            if {main for main, _ in one.forms}.isdisjoint(main for main, _ in other.forms):
                gap = one.career.distance(other.career)
                is_close = gap.office_class is not None or gap.any is None or gap.any <= TOLD_YEARS
                yield Pair(one, other, ANOTHER_ORDER if is_close else "", ANOTHER_ORDER + _years(gap))


def _near_given(persons: Sequence[Cluster]) -> Iterator[Pair]:
    """Persons of one main name whose given names are an edit or two apart, in like offices."""
    shelves: dict[tuple[str, str, str], dict[str, Cluster]] = defaultdict(dict)
    for person in persons:
        for form in filter(_is_full, person.forms):
            for each in person.career.stays:
                for kind, name in (("office", each.office), ("office class", telling_class(each.office_class))):
                    if name:
                        shelves[form[0], kind, name].setdefault(given_key(form[1]), person)
    told: set[tuple[int, int]] = set()
    for (_, kind, _), shelf in sorted(shelves.items(), key=lambda item: (item[0][1] != "office", item[0])):
        edits = 2 if kind == "office" else 1
        for one, other in near_pairs(shelf, edits) if len(shelf) > 1 else ():
            pair = shelf[one], shelf[other]
            who = min(map(id, pair)), max(map(id, pair))
            gap = pair[0].career.distance(pair[1].career)
            years = gap.office if kind == "office" else gap.office_class
            shortest = SHORT_GIVEN if is_near(one, other, 1) else LONG_GIVEN
            is_like = one[0] == other[0] and min(len(one), len(other)) >= shortest
            if is_like and _within(years, OFFICE_YEARS) and who not in told and pair[0] is not pair[1]:
                told.add(who)
                edits_told = "one edit" if is_near(one, other, 1) else "two edits"
                yield Pair(*pair, "", f"{edits_told} in the given name, same {kind}{_years(gap)}")


def _within(gap: int | None, years: int) -> bool:
    return gap is not None and gap <= years


def _years(gap: Distance) -> str:
    return "" if gap.any is None else f", {gap.any} years between them" if gap.any else ", in one year"


def _variant(pair: Pair) -> Variant:
    few, many = sorted((pair.one, pair.other), key=_weight)
    return Variant(tuple(few.mentions), tuple(many.mentions), pair.reason)


def _weight(person: Cluster) -> tuple[int, int, str]:
    """Fewer rows first; of two as rare the shorter spelling, which more often lost a letter than gained one."""
    first = min(person.mentions)
    return len(person.mentions), len(first.main_name), first.row_id
