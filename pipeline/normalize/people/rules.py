"""When rows of one main name may be one person's: the rules by given names, offices and years, each with its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise

from pipeline.normalize.people.cluster import SAME_NAME, Cluster, cluster_of
from pipeline.normalize.people.evidence import Stay, fits_the_career, reach, stay, telling_class, within
from pipeline.normalize.people.records import Mention
from pipeline.normalize.spelling import relation

# Years between two visits of one person whose given name is printed as an initial, in one class of office or in any.
INITIAL_REACH_IN_CLASS = 25
INITIAL_REACH = 15
STEP_YEARS = 4

INITIAL = "compatible initial"
FEWER_NAMES = "fewer given names"
SAME_OFFICE = "same name, same office class"
ONLY_BY_OFFICE = "only candidate by office and years"
ONLY_PERSON = "only person of the name, years within 4"

Keys = Callable[[Stay], list[tuple[str, int]]]


def named_rule(piece: Cluster, person: Cluster) -> str | None:
    """For rows with given names or initials, which agree: within 15 years, or 25 in one class of office."""
    gap = piece.career.distance(person.career)
    is_in_class = within(gap.office_class, INITIAL_REACH_IN_CLASS)
    if not is_in_class and gap.any is not None and gap.any > INITIAL_REACH:
        return None
    given = [parts for cluster in (piece, person) for _, parts in cluster.forms]
    if any(part.is_initial for parts in given for part in parts):
        return INITIAL
    is_equal = all(relation(one, other) == "equal" for one in given for other in given)
    return SAME_NAME if is_equal else FEWER_NAMES


def nameless_rule(piece: Cluster, person: Cluster) -> str | None:
    """For rows without a given name: office and years must speak for the person."""
    gap = piece.career.distance(person.career)
    years = max(reach(each.office_class) for each in piece.career.stays)
    if within(gap.office, years) or within(gap.office_class, years):
        return ONLY_BY_OFFICE if any(given for _, given in person.forms) else SAME_OFFICE
    return None


def lone_rule(piece: Cluster, person: Cluster) -> str | None:
    """For rows without a given name where one person alone bears the main name: a step of a career will do too."""
    if name := nameless_rule(piece, person):
        return name
    gap = piece.career.distance(person.career)
    if within(gap.any, STEP_YEARS) and fits_the_career(piece.career.stays, person.career.stays):
        return ONLY_PERSON
    return None


def initial_keys(one: Stay) -> list[tuple[str, int]]:
    """What holds rows of one initial together: the class of office, or mere nearness in time."""
    in_class = telling_class(one.office_class)
    return [("", INITIAL_REACH)] + ([(in_class, INITIAL_REACH_IN_CLASS)] if in_class else [])


def nameless_keys(one: Stay) -> list[tuple[str, int]]:
    """What holds rows without a given name together: the class of office, or the very office."""
    in_class = telling_class(one.office_class)
    keys = [(name, reach(one.office_class)) for name in (in_class, one.office and f"office {one.office}") if name]
    return keys or [(f"alone {one}", 0)]


def stints(card: Cluster, keys: Keys) -> list[Cluster]:
    """The rows of one card, parted where no key holds them together within its years.

    An undated row belongs to the others of its key where these are one stint.
    """
    rows_of: dict[Stay, list[Mention]] = defaultdict(list)
    sharing: dict[tuple[str, int], list[Stay]] = defaultdict(list)
    for row in card.mentions:
        rows_of[stay(row)].append(row)
    for each in sorted(rows_of, key=_in_time):
        for key in keys(each):
            sharing[key].append(each)
    chains = _Chains(rows_of)
    for (_, years), stays in sharing.items():
        chains.link(stays, years)
    return [cluster_of(card.area, [row for each in chain for row in rows_of[each]]) for chain in chains.all()]


class _Chains:
    """Stays linked into chains: each knows the first of its chain."""

    def __init__(self, stays: Iterable[Stay]) -> None:
        self._first = {each: each for each in sorted(stays, key=_in_time)}

    def head(self, one: Stay) -> Stay:
        while (up := self._first[one]) != one:
            self._first[one] = self._first[up]
            one = up
        return one

    def link(self, stays: list[Stay], years: int) -> None:
        """Link stays, sorted in time, across gaps of at most so many years; undated ones where there is one chain."""
        gaps = 0
        for one, other in pairwise(stays):
            if one.years and other.years and other.years[0] - one.years[1] > years:
                gaps += 1
            elif other.years or gaps == 0 or not one.years:
                self._first[self.head(other)] = self.head(one)

    def all(self) -> list[list[Stay]]:
        """The chains, in the order of their first stays."""
        chains: dict[Stay, list[Stay]] = defaultdict(list)
        for each in self._first:
            chains[self.head(each)].append(each)
        return list(chains.values())


def _in_time(one: Stay) -> tuple[bool, tuple[int, int], Stay]:
    return one.years is None, one.years or (0, 0), one._replace(years=None)
