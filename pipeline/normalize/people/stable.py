"""Ids that stay: what a person was called in an earlier run is what the person is called in this one.

An id is kept by the mentions that had it, never by the name that it was made from: a fuller name that joins changes
nothing, and of two persons who were one the one with more of the old mentions stays what it was. An id once given is
given to nobody else: when its mentions are another's by now, or gone, it is retired, and only comes back with them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

CURRENT, RETIRED = "current", "retired"
BETWEEN = "; "
"""What parts the keys of mentions, which hold no semicolon, where they are one text."""


class GivenId(NamedTuple):
    """One id that was ever given. `now` is the id that a retired one was joined into, `mentions` are those it is known by
    (see `mention_key`)."""

    person_id: str
    area: str
    status: str
    now: str | None
    mentions: tuple[str, ...]


def mention_key(
    document_id: str, first_day: str | None, last_day: str | None, spelling: str, office: str | None
) -> str:
    """What tells a mention in another version of its sheet, and in another run: series, days, print and office.

    >>> mention_key("mofa-japan/mng/2014-09-01", "2010-10-01", "2010-10-31", "S. BATBOLD", "Prime Minister")
    'mofa-japan/mng|2010-10-01..2010-10-31|S. BATBOLD|Prime Minister'
    """
    series = _bare(document_id.rpartition("/")[0])
    return f"{series}|{first_day or ''}..{last_day or ''}|{_bare(spelling)}|{_bare(office) if office else ''}"


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    return " ".join(text.replace("|", "/").replace(";", ",").split())


def _without_office(key: str) -> str:
    return key.rpartition("|")[0]


def _of_the_year(key: str) -> str:
    series, days, spelling, _ = key.split("|")
    return f"{series}|{days[:4]}|{spelling}"


_ROUNDS: tuple[tuple[str, Callable[[str], str]], ...] = (
    (CURRENT, str), (RETIRED, str), (CURRENT, _without_office), (RETIRED, _without_office), (CURRENT, _of_the_year),
)  # fmt: skip
"""How an id is looked for, the sure ways first: ids in use before retired ones, whole mentions before parts of them."""


def ids_for(
    wanted: Sequence[str], persons: Sequence[tuple[str, Collection[str]]], given: Sequence[GivenId]
) -> list[str]:
    """The id of every person, in the order of their first visits: one that was given before, or what the name asks for.

    A new id is none that was ever given; of new persons who want the same the first has the plain one. `persons` (see
    `kept_ids`) are not looked at where no id was given.

    >>> ids_for(["mng/bold", "mng/bold"], (), ())
    ['mng/bold', 'mng/bold-2']
    """
    kept = kept_ids(persons, given) if given else {}
    taken = {one.person_id for one in given}
    made = []
    for place, wish in enumerate(wanted):
        made.append(kept.get(place) or _free_id(wish, taken))
        taken.add(made[-1])
    return made


def _free_id(wanted: str, taken: Collection[str]) -> str:
    free, count = wanted, 1
    while free in taken:
        count += 1
        free = f"{wanted}-{count}"
    return free


def kept_ids(persons: Sequence[tuple[str, Collection[str]]], given: Iterable[GivenId]) -> dict[int, str]:
    """The ids that persons keep, by their place in `persons` (area and keys of mentions).

    Each id stays with whom most of its mentions speak for; of several that a person could keep, with the same number of
    mentions, one that was not joined into another comes first. Who keeps none has no entry.

    >>> known = [GivenId("mng/batbold-s", "MNG", "current", None, ("m/mng|2010..2010|S. BATBOLD|",))]
    >>> kept_ids([("MNG", frozenset({"m/mng|2010..2010|S. BATBOLD|"})), ("MNG", frozenset())], known)
    {0: 'mng/batbold-s'}
    """
    known = list(given)
    kept: dict[int, str] = {}
    for status, part in _ROUNDS:
        taken = set(kept.values())
        free = [one for one in known if one.status == status and one.person_id not in taken]
        wanting = [place for place in range(len(persons)) if place not in kept]
        kept |= _round(persons, wanting, free, part)
    return kept


def _round(
    persons: Sequence[tuple[str, Collection[str]]],
    wanting: Iterable[int],
    free: Iterable[GivenId],
    part: Callable[[str], str],
) -> dict[int, str]:
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    joined = {}
    for one in free:
        joined[one.person_id] = one.now is not None
        for key in one.mentions:
            holders[one.area, part(key)].add(one.person_id)
    votes = Counter(
        (place, person_id)
        for place in wanting
        for key in {part(key) for key in persons[place][1]}
        for person_id in holders.get((persons[place][0], key), ())
    )
    found: dict[int, str] = {}
    taken: set[str] = set()
    for place, person_id in sorted(votes, key=lambda one: (-votes[one], joined[one[1]], one[1], one[0])):
        if place not in found and person_id not in taken:
            found[place] = person_id
            taken.add(person_id)
    return found


def registered(persons: Mapping[str, tuple[str, tuple[str, ...]]], given: Iterable[GivenId]) -> tuple[GivenId, ...]:
    """The ids of this run's persons (id → area and keys of mentions) and all that were ever given, sorted.

    An id in use remembers mentions whose sheet is not among the inputs, unless another person has them now.
    """
    before = {one.person_id: one for one in given}
    owners = {(area, key): person_id for person_id, (area, keys) in persons.items() for key in keys} if before else {}
    made = []
    for person_id, (area, keys) in persons.items():
        old = before[person_id].mentions if person_id in before else ()
        remembered = [key for key in old if (area, key) not in owners]
        known = tuple(sorted({*keys, *remembered})) if remembered else keys
        made.append(GivenId(person_id, area, CURRENT, None, known))
    made += [_retired(one, owners) for one in before.values() if one.person_id not in persons]
    return tuple(sorted(made))


def _retired(one: GivenId, owners: Mapping[tuple[str, str], str]) -> GivenId:
    heirs = Counter(owners[one.area, key] for key in one.mentions if (one.area, key) in owners)
    now = min(heirs, key=lambda person_id: (-heirs[person_id], person_id)) if heirs else one.now
    return one._replace(status=RETIRED, now=now)
