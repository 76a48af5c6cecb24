"""Persons of a run, whose areas are taken in parts: where an area is parted never shows."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.collection import collect, parting, people
from pipeline.collection.people import People
from pipeline.engine.desk import desk
from pipeline.engine.packing import pack
from pipeline.engine.spool import Ref
from pipeline.normalize.people import Decision, GivenId, Join, Mention, Person, resolve
from pipeline.normalize.people.parts import initial, links_of
from pipeline.sheet import Card, Visitors

NAMES = [
    "Sukhbaatar BATBOLD", "Batbold SUKHBAATAR", "S. BATBOLD", "SUKHBAATAR", "Batbold SUKHBATAAR", "Batbod SUKHBAATAR",
    "Sukhbaatar BATBOL", "Natsag BAGABANDI", "Bagabandi NATSAG", "Bagabanda NATSAG", "N. BAGABANDI", "Natsag BAGABANDII",
    "Tsakhia ELBEGDORJ", "Tsakhiagiin ELBEGDORJ", "Elbegdorj TSAKHIA", "Natsaag BAGABANDI",
]  # fmt: skip
OFFICES = [("President", "head_of_state"), ("Minister of Finance", "minister"), (None, None)]
ROWS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from([1930, 2005, 2009]), st.sampled_from(OFFICES), st.integers(0, 3)),
    max_size=16,
    unique=True,
)
DECISIONS = st.lists(
    st.builds(
        Decision, st.sampled_from(["join", "apart"]), st.just("MNG"), st.tuples(*[st.sampled_from(NAMES)] * 2),
        st.just("told so"),
    ),
    max_size=2,
)  # fmt: skip


def mention(name: str, year: int, office: tuple[str | None, str | None], sheet: int) -> Mention:
    others, _, main = name.rpartition(" ")
    document_id = f"mofa-japan/s{sheet}/2014"
    row_id = f"{document_id}#{year}{name}{office[0]}"
    days = f"{year}-01-01", f"{year}-12-31"
    return Mention(row_id, "MNG", main.title(), others or None, None, *office, *days, document_id, name)


def card(document_id: str, rows: list[Mention]) -> Card:
    parts = groupby(sorted(rows, key=initial), key=initial)
    visitors = [Visitors("MNG", letter, pack(list(some))) for letter, some in parts]
    return Card(document_id, document_id[:-5], document_id, document_id, None, None, b"", tuple(visitors))


Told = tuple[dict[str, str], list[Person], list[Join], list[GivenId], list[str]]


def told_in_parts(rows: list[Mention], decisions: list[Decision], ids: tuple[GivenId, ...]) -> Told:
    by_sheet = groupby(sorted(rows, key=lambda row: row.document_id), key=lambda row: row.document_id)
    cards = [(card(name, list(some)), Ref("spool", 0, 1)) for name, some in by_sheet]
    with TemporaryDirectory() as folder, desk(Path(folder)) as table:
        found = People(table, Path(folder), ids)
        found.settle(collect(cards, table), decisions)
        sheets = [found.told_of(number) for number in range(len(cards))]
        persons = {row_id: person for some, _ in sheets for row_id, person in some.items()}
        joins = sorted(join for _, some in sheets for join in some)
        return persons, [one for some in found.rows() for one in some], joins, list(found.ids()), found.problems


@pytest.mark.parametrize("size", [1, 1 << 20], ids=["a part for each letter", "one part"])
@settings(max_examples=150, deadline=None)
@given(rows=ROWS, decisions=DECISIONS, later=st.integers(0, 16))
def test_where_an_area_is_parted_never_shows(
    size: int, rows: list[tuple[str, int, tuple[str | None, str | None], int]], decisions: list[Decision], later: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parting, "VISITORS", size)
        patch.setattr(people, "PART", size)
        mentions = [mention(*row) for row in rows]
        ids: tuple[GivenId, ...] = ()
        for some in (mentions[later:], mentions):
            whole = resolve(some, decisions, ids)
            joins = sorted(whole.joins + whole.suspects)
            expected = whole.person_of, list(whole.people), joins, list(whole.ids), list(whole.problems)
            Random(1).shuffle(some)
            assert told_in_parts(some, decisions, ids) == expected
            ids = whole.ids


def test_names_in_another_order_are_linked_across_letters() -> None:
    one, other = (mention(name, 2009, OFFICES[0], 1) for name in NAMES[:2])
    assert initial(one) != initial(other)
    assert links_of([one]) == links_of([other]) != set()
    assert links_of([mention("S. BATBOLD", 2009, OFFICES[0], 1)]) == set()


@pytest.mark.parametrize("size", [1, 1 << 20], ids=["a part for each letter", "one part"])
def test_an_id_that_looks_like_the_second_of_a_name_is_given_once(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "PART", size)
    rows = [mention("Sukhbaatar BATBOLD", year, OFFICES[0], n) for n, year in enumerate((1990, 2025, 1960))]
    rows[0] = rows[0]._replace(honorific="Ms.")
    rows[2] = rows[2]._replace(honorific="Mr.", other_names="Sukhbaatar 2")
    persons, *_ = told_in_parts(rows, [], ())
    assert persons == resolve(rows).person_of
    assert sorted(name.rpartition("-")[2] for name in persons.values()) == ["2", "3", "sukhbaatar"]
