"""Pairs of persons whose names nearly agree, and what speaks for joining them or for showing them to a reader."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from typing import NamedTuple

from pipeline.normalize.people.cluster import Cluster, Form
from pipeline.normalize.people.evidence import Distance, telling_class, within
from pipeline.normalize.people.neighbours import is_near, near_pairs
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

# As many persons are compared who bear the same names in some order.
MANY_ORDERS = 4

# So many main names of the same consonants are no spellings of one.
MANY_SPELLINGS = 50
VOWELS, DOUBLED, FEWEST_CONSONANTS = re.compile("[aeiou]+"), re.compile(r"(.)\1+"), 4
KANA, HELD, SHORTEST_KANA = re.compile("[ァ-ヶー]+"), re.compile("[ッー]"), 3
ANOTHER_ORDER = "same names in another order"
ONE_EDIT = "one edit in a long name"


Persons = Mapping[str, Sequence[Cluster]]
"""Persons by a name."""
Names = tuple[str, ...]
"""All names of a person, whichever is the main one."""


class Pair(NamedTuple):
    """Two persons that may be one; `basis` names the rule that joins them, empty where a reader is to decide."""

    one: Cluster
    other: Cluster
    basis: str
    reason: str


def near_mains(of_main: Persons) -> list[tuple[str, str]]:
    """Main names of one first letter that are one edit apart."""
    of_initial: dict[str, list[str]] = defaultdict(list)
    for main in of_main:
        if len(main) >= SHORT_NAME:
            of_initial[main[0]].append(main)
    near = (pair for _, mains in sorted(of_initial.items()) for pair in near_pairs(mains, 1))
    return [(one, other) for one, other in near if len(of_main[one]) * len(of_main[other]) <= MANY_PAIRS]


def slips(of_main: Persons, near: Iterable[tuple[str, str]]) -> Iterator[Pair]:
    """Persons whose long main names are one edit apart."""
    long = (mains for mains in near if min(map(len, mains)) >= LONG_NAME)
    for one, other in _united(pair for some, others in long for pair in product(of_main[some], of_main[others])):
        gap = one.career.distance(other.career)
        kinds = {relation(given, known) for (_, given), (_, known) in product(one.forms, other.forms)}
        is_full = any(map(_is_full, one.forms)) and any(map(_is_full, other.forms)) and "equal" in kinds
        basis = _slip_basis(gap, is_full, "missing" in kinds)
        if basis:
            yield Pair(one, other, basis, basis + _years(gap))
        elif "missing" not in kinds and within(gap.any, TOLD_YEARS if is_full else CLOSE_YEARS):
            yield Pair(one, other, "", f"{ONE_EDIT}, another office{_years(gap)}")


def _slip_basis(gap: Distance, is_full: bool, is_missing: bool) -> str:
    """What speaks for one person beside the spelling: the less of the given names is printed, the more it takes."""
    if within(gap.office_class, TOLD_YEARS if is_full else CLOSE_YEARS):
        return f"{ONE_EDIT}, same office class"
    if within(gap.office, CLOSE_YEARS if is_missing else OFFICE_YEARS):
        return f"{ONE_EDIT}, same office"
    return f"{ONE_EDIT}, years within {CLOSE_YEARS}" if is_full and within(gap.any, CLOSE_YEARS) else ""


def reordered(persons: Sequence[Cluster], are_meant: Callable[[Names], bool] = bool) -> Iterator[Pair]:
    """Persons with the same full names, another of them taken for the main one; of some names only, where it is said."""
    of_names: dict[Names, list[Cluster]] = defaultdict(list)
    mains = {main for person in persons for main, _ in person.forms}
    for person in persons:
        swapped = [form for form in person.forms if not mains.isdisjoint([part.key for part in form[1]])]
        for names in filter(are_meant, full_names(swapped)) if swapped else ():
            of_names[names].append(person)
    for group in of_names.values():
        for one, other in combinations(group[:MANY_ORDERS], 2):
            if {main for main, _ in one.forms}.isdisjoint(main for main, _ in other.forms):
                gap = one.career.distance(other.career)
                is_close = gap.office_class is not None or gap.any is None or gap.any <= TOLD_YEARS
                yield Pair(one, other, ANOTHER_ORDER if is_close else "", ANOTHER_ORDER + _years(gap))


def near_names(of_main: Persons, near: Iterable[tuple[str, str]]) -> Iterator[Pair]:
    """Persons of one full given name and like offices whose main names, too short to trust, are one edit apart."""
    short = [mains for mains in near if min(map(len, mains)) < LONG_NAME]
    of_given = {main: _by_given(of_main[main]) for main in set(chain.from_iterable(short))}
    for one, other in _united(
        pair for some, others in short for pair in _of_one_given(of_given[some], of_given[others])
    ):
        gap = one.career.distance(other.career)
        if within(gap.office_class, CLOSE_YEARS):
            yield Pair(one, other, "", f"one edit in the main name, same given name and office class{_years(gap)}")


def _by_given(persons: Iterable[Cluster]) -> dict[str, list[Cluster]]:
    """Persons by their full given names."""
    of_given: dict[str, list[Cluster]] = defaultdict(list)
    for person in persons:
        for given in {given_key(form[1]) for form in person.forms if _is_full(form)}:
            of_given[given].append(person)
    return of_given


def _of_one_given(some: Persons, others: Persons) -> Iterator[tuple[Cluster, Cluster]]:
    for given in some.keys() & others.keys():
        yield from product(some[given], others[given])


def near_given(of_main: Persons) -> Iterator[Pair]:
    """Persons of one main name whose given names are an edit or two apart, in like offices."""
    for persons in of_main.values():
        told: set[frozenset[int]] = set()
        for kind, shelf in _shelves(persons) if len(persons) > 1 else ():
            for one, other in near_pairs(shelf, 2 if kind == "office" else 1):
                pair = shelf[one], shelf[other]
                edits = "one edit" if is_near(one, other, 1) else "two edits"
                is_told = edits == "one edit" or min(len(one), len(other)) >= LONG_GIVEN
                gap = pair[0].career.distance(pair[1].career)
                is_close = within(gap.office if kind == "office" else gap.office_class, OFFICE_YEARS)
                who = frozenset(map(id, pair))
                if is_told and is_close and len(pair[0].genders | pair[1].genders) < 2 and who not in told:
                    told.add(who)
                    yield Pair(*pair, "", f"{edits} in the given name, same {kind}{_years(gap)}")


def _shelves(persons: Sequence[Cluster]) -> Iterator[tuple[str, dict[str, Cluster]]]:
    """Persons of one main name by full given name, if it is long enough to tell: one shelf for each office and first letter,
    then one for each class and first letter."""
    of_letter: dict[str, list[tuple[str, Cluster]]] = defaultdict(list)
    for person in persons:
        for given in (given_key(form[1]) for form in person.forms if _is_full(form)):
            if len(given) >= SHORT_GIVEN:
                of_letter[given[0]].append((given, person))
    shelves: dict[tuple[bool, str, str], dict[str, Cluster]] = defaultdict(dict)
    for given, person in chain.from_iterable(some for some in of_letter.values() if len(some) > 1):
        offices = {(False, each.office) for each in person.career.stays}
        offices |= {(True, telling_class(each.office_class)) for each in person.career.stays}
        for is_class, name in offices:
            if name:
                shelves[is_class, name, given[0]].setdefault(given, person)
    for (is_class, _, _), shelf in sorted(item for item in shelves.items() if len(item[1]) > 1):
        yield "office class" if is_class else "office", shelf


def _years(gap: Distance) -> str:
    return "" if gap.any is None else f", {gap.any} years between them" if gap.any else ", in one year"


def _is_full(form: Form) -> bool:
    return bool(form[1]) and not any(part.is_initial for part in form[1])


def full_names(forms: Iterable[Form]) -> set[Names]:
    """The names that are printed in full, without their order."""
    return {_all_names(form) for form in forms if _is_full(form)}


def may_unite(one: Cluster, other: Cluster) -> bool:
    """Whether every name of the one agrees with every name of the other but for one edit, and no honorific objects."""
    if len(one.genders | other.genders) > 1:
        return False
    return all(_forms_agree(*two) for two in product(one.forms, other.forms))


def _forms_agree(one: Form, other: Form) -> bool:
    if relation(one[1], other[1]) != "apart" and is_near(one[0], other[0], 1):
        return True
    return _all_names(one) == _all_names(other)


def _all_names(form: Form) -> Names:
    return tuple(sorted([form[0], *(part.key for part in form[1])]))


def held_sounds(of_main: Persons) -> Iterator[Pair]:
    """Persons of one office whose main names in kana are one but for `ッ` and `ー`: `ムカパ` and `ムカッパ`."""
    of_rest: dict[str, list[str]] = defaultdict(list)
    for main in of_main:
        if main > "ぁ" and KANA.fullmatch(main):
            of_rest[HELD.sub("", main)].append(main)
    for rest, mains in of_rest.items():
        for some, others in combinations(sorted(mains), 2) if len(rest) >= SHORTEST_KANA else ():
            for one, other in _united(product(of_main[some], of_main[others])):
                gap = one.career.distance(other.career)
                if within(gap.office, OFFICE_YEARS):
                    yield Pair(one, other, "", f"one but for a held or doubled sound, same office{_years(gap)}")


def transliterated(of_main: Persons) -> Iterator[Pair]:
    """Persons of one office and one full given name whose long main names have the same consonants and are more than one edit
    apart, as other alphabets are written in Latin letters: `Mammadyarov` and `Mamedyarov`."""
    of_bones: dict[str, list[str]] = defaultdict(list)
    for main in of_main:
        bones = main[:1] + VOWELS.sub("", DOUBLED.sub(r"\1", main[1:])) if len(main) >= LONG_NAME else ""
        if main.isascii() and len(bones) >= FEWEST_CONSONANTS:
            of_bones[bones].append(main)
    for mains in of_bones.values():
        of_given = {main: _by_given(of_main[main]) for main in mains} if 1 < len(mains) <= MANY_SPELLINGS else {}
        for some, others in combinations(sorted(of_given), 2):
            pairs = () if is_near(some, others, 1) else _of_one_given(of_given[some], of_given[others])
            for one, other in pairs:
                gap = one.career.distance(other.career)
                if within(gap.office, OFFICE_YEARS) and len(one.genders | other.genders) < 2:
                    yield Pair(one, other, "", f"same consonants, given name and office{_years(gap)}")


def _united(pairs: Iterable[tuple[Cluster, Cluster]]) -> Iterator[tuple[Cluster, Cluster]]:
    return (pair for pair in pairs if may_unite(*pair))
