"""Rows of table `people` from clusters: identifiers, fullest names, offices with their years."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from pipeline.normalize.casing import whole_in_title_case
from pipeline.normalize.people.cluster import Cluster
from pipeline.normalize.people.evidence import day_of
from pipeline.normalize.people.records import Mention, Person, in_order
from pipeline.normalize.people.stable import mention_key
from pipeline.normalize.spelling import given_parts, slug


class Made(NamedTuple):
    """A person under the id that the name asks for, the rows that are the person's, and what these are known by in other
    runs. Persons come in the order of their `moments` when ids are given."""

    person: Person
    rows: list[Mention]
    keys: tuple[str, ...]
    moment: str


def make_person(cluster: Cluster) -> Made:
    """The person of a cluster, whose id is made from the fullest name and may be another's too."""
    rows = cluster.mentions
    if len(rows) == 1:
        (one,) = rows
        return Made(_of_one_row(one), rows, (_key_of(one),), _moment(day_of(one) or cluster.first_day, one))
    cluster.mentions = rows = sorted(rows, key=in_order)
    return Made(_person(cluster), rows, tuple(sorted(set(map(_key_of, rows)))), _moment(cluster.first_day, rows[0]))


def _key_of(row: Mention) -> str:
    return mention_key(row.document_id, row.date_start, row.date_end, row.spelling, row.office)


def _moment(first_day: str, row: Mention) -> str:
    return "\0".join((first_day, *in_order(row)))


def _person(cluster: Cluster) -> Person:
    rows = cluster.mentions
    main = _most_frequent(row.main_name for row in rows)
    other = _fullest_other(rows)
    starts = [row.date_start for row in rows if row.date_start]
    ends = [row.date_end for row in rows if row.date_end]
    return Person(
        person_id=_wanted_id(cluster.area, main, other),
        area=cluster.area,
        main_name=main,
        other_names=other,
        display_name=whole_in_title_case(_fullest_spelling(rows, main)),
        spellings="; ".join(sorted({row.spelling for row in rows})),
        offices=_offices(rows),
        visits=len(rows),
        first_date=min(starts, default=None),
        last_date=max(ends, default=None),
        documents=" ".join(sorted({row.document_id for row in rows})),
        match_basis="; ".join(sorted(cluster.rules)),
    )


def _of_one_row(row: Mention) -> Person:
    """The person of one row, which most are: nothing is to be weighed."""
    return Person(
        person_id=_wanted_id(row.area, row.main_name, row.other_names),
        area=row.area,
        main_name=row.main_name,
        other_names=row.other_names or None,
        display_name=whole_in_title_case(row.spelling),
        spellings=row.spelling,
        offices=_held(row.office, row, row) if row.office else "",
        visits=1,
        first_date=row.date_start or None,
        last_date=row.date_end or None,
        documents=row.document_id,
        match_basis="single mention",
    )


def _wanted_id(area: str, main: str, other: str | None) -> str:
    name = "-".join(filter(None, (slug(main), slug(other) if other else "")))
    return f"{_of_area(area)}/{name or 'unnamed'}"


@cache
def _of_area(area: str) -> str:
    return slug(area) or "unknown"


def _most_frequent(texts: Iterable[str]) -> str:
    counts = Counter(texts)
    return min(counts, key=lambda text: (-counts[text], -len(text), text))


def _fullest_other(rows: Sequence[Mention]) -> str | None:
    counts = Counter(row.other_names for row in rows if row.other_names)
    if not counts:
        return None
    letters = {text: _letters_in_full(text, rows[0].area) for text in counts}
    return min(counts, key=lambda text: (-letters[text], -counts[text], -len(text), text))


def _letters_in_full(other_names: str, area: str) -> int:
    return sum(1 if part.is_initial else 10 + len(part.letters) for part in given_parts(other_names, area))


def _fullest_spelling(rows: Sequence[Mention], main: str) -> str:
    counts = Counter(
        (-_letters_in_full(row.other_names or "", row.area), row.main_name != main, row.spelling) for row in rows
    )
    return min(counts, key=lambda form: (form[0], form[1], -counts[form], form[2]))[2]


def _offices(rows: Sequence[Mention]) -> str:
    """`Minister for Foreign Affairs (2009-04..2009-04); Prime Minister (2010-10..2012-10)`, by first date."""
    held: dict[str, list[Mention]] = defaultdict(list)
    for row in rows:
        if row.office:
            held[row.office.casefold()].append(row)
    told = [(min((row.date_start or "9999") for row in group), _office(group)) for group in held.values()]
    return "; ".join(text for _, text in sorted(told))


def _office(rows: Sequence[Mention]) -> str:
    name = _most_frequent(row.office or "" for row in rows)
    dated = [row for row in rows if row.date_start or row.date_end] or rows[:1]
    first = min(dated, key=lambda row: (row.date_start or row.date_end or "", row.date_end or ""))
    last = max(dated, key=lambda row: (row.date_end or row.date_start or "", row.date_start or ""))
    return _held(name, first, last)


def _held(name: str, first: Mention, last: Mention) -> str:
    """An office with the time from one row to another; by itself where they are undated."""
    if not (first.date_start or first.date_end):
        return name
    since = _month_or_year(first.date_start, first.date_end)
    until = _month_or_year(last.date_end, last.date_start)
    return f"{name} ({since}..{until})"


def _month_or_year(day: str | None, other: str | None) -> str:
    """The month of a day whose row names no more than that month, else its year; nothing where the end is open.

    >>> _month_or_year("2009-04-01", "2009-04-30"), _month_or_year("2009-12-31", "2009-01-01")
    ('2009-04', '2009')
    """
    if day is None:
        return ""
    return day[:7] if other and day[:7] == other[:7] else day[:4]
