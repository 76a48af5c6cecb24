"""Ids of persons over many runs: once given, never another person's, whatever sheets are added, joined or taken away."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalize.people import Decision, GivenId, Mention, Resolution, resolve
from pipeline.normalize.people.stable import mention_key
from tests.each import each


def row(sheet: str, year: int, name: str, office: str | None = "Minister of Finance", area: str = "MNG") -> Mention:
    """A mention on a sheet `series/version`; the last word is the main name."""
    others, _, main = name.rpartition(" ")
    return Mention(
        f"{sheet}#{year}{name}{office}", area, main.title(), others or None, None, office, None,
        f"{year}-01-01", f"{year}-12-31", f"mofa-japan/{sheet}", name,
    )  # fmt: skip


def runs(*steps: Iterable[Mention], decisions: tuple[Decision, ...] = ()) -> list[Resolution]:
    """One run after the other, each with the ids of the one before."""
    made: list[Resolution] = []
    for step in steps:
        made.append(resolve(list(step), decisions, made[-1].ids if made else ()))
    return made


SHORT, OTHER = row("mng/2014", 2009, "S. BATBOLD"), row("jpn/2014", 2009, "Sukhbaatar BATBOLD")


def test_a_fuller_name_that_joins_changes_no_id() -> None:
    first, second = runs([SHORT], [SHORT, OTHER])
    assert first.person_of[SHORT.row_id] == second.person_of[SHORT.row_id] == second.person_of[OTHER.row_id]
    assert second.people[0].person_id == "mng/batbold-s"
    assert second.people[0].display_name == "Sukhbaatar Batbold"
    assert resolve([SHORT, OTHER]).people[0].person_id == "mng/batbold-sukhbaatar"


def test_an_earlier_namesake_takes_no_id() -> None:
    """The plain id stays with whom it was given to, though another of that name travelled first."""
    late, early = row("mng/2014", 2014, "S. BATBOLD"), row("mng/1960", 1930, "S. BATBOLD")
    fresh = resolve([late, early])
    assert fresh.person_of[early.row_id] == "mng/batbold-s", "the two are two persons"
    _, second = runs([late], [late, early])
    assert second.person_of == {late.row_id: "mng/batbold-s", early.row_id: "mng/batbold-s-2"}


APART = Decision("apart", "MNG", ("S. BATBOLD", "Sukhbaatar BATBOLD"), "seen together")
MORE = row("mng/2014", 2011, "S. BATBOLD")


def test_persons_who_are_joined_leave_one_id_that_tells_where_it_went() -> None:
    first = resolve([SHORT, MORE, OTHER], [APART])
    assert sorted(first.person_of.values()) == ["mng/batbold-s", "mng/batbold-s", "mng/batbold-sukhbaatar"]
    second = resolve([SHORT, MORE, OTHER], (), first.ids)
    assert set(second.person_of.values()) == {"mng/batbold-s"}, "the one with more mentions stays"
    assert [(one.person_id, one.status, one.now) for one in second.ids] == [
        ("mng/batbold-s", "current", None), ("mng/batbold-sukhbaatar", "retired", "mng/batbold-s"),
    ]  # fmt: skip
    third = resolve([SHORT, MORE, OTHER], [APART], second.ids)
    assert third.person_of == first.person_of, "parted again, each is who it was"


def test_a_person_who_is_split_gives_the_smaller_part_a_new_id() -> None:
    first = resolve([SHORT, MORE, OTHER])
    second = resolve([SHORT, MORE, OTHER], [APART], first.ids)
    kept = first.person_of[SHORT.row_id]
    assert second.person_of[SHORT.row_id] == second.person_of[MORE.row_id] == kept
    assert second.person_of[OTHER.row_id] not in {one.person_id for one in first.ids}


def test_an_id_that_is_gone_is_kept_for_its_person_alone() -> None:
    old, new = row("mng/2000", 1930, "S. BATBOLD"), row("mng/2014", 2014, "S. BATBOLD")
    first, second, third = runs([old], [new], [old, new])
    assert second.person_of == {new.row_id: "mng/batbold-s-2"}
    assert [(one.person_id, one.status) for one in second.ids] == [
        ("mng/batbold-s", "retired"), ("mng/batbold-s-2", "current"),
    ]  # fmt: skip
    assert third.person_of == first.person_of | second.person_of


def test_a_couple_of_one_printed_name_is_not_mixed_up() -> None:
    rows = [row("mng/2014", 2002, "AKISHINO", "Princess", "JPN"), row("mng/2014", 2002, "AKISHINO", "Prince", "JPN")]
    apart = [each._replace(honorific=title) for each, title in zip(rows, ("Mrs.", "Mr."), strict=True)]
    first, second = runs(apart, apart[::-1])
    assert len(set(first.person_of.values())) == 2
    assert first.person_of == second.person_of


@each(
    "later",
    [
        SHORT._replace(document_id="mofa-japan/mng/2015", row_id="x"),
        SHORT._replace(office="Prime Minister", row_id="x"),
        SHORT._replace(date_start="2009-04-01", date_end="2009-04-30", row_id="x"),
        SHORT._replace(other_names="Sükhbaatar", row_id="x"),
    ],
)
def test_a_mention_is_known_again(later: Mention) -> None:
    _, second = runs([SHORT], [later])
    assert second.person_of == {"x": "mng/batbold-s"}


def test_what_is_not_the_same_mention_is_a_new_person() -> None:
    for other in (row("mng/2014", 1930, "S. BATBOLD"), row("kor/2014", 2009, "S. BATBOLD")):
        _, second = runs([SHORT], [other])
        assert set(second.person_of.values()) == {"mng/batbold-s-2"}


def test_print_with_the_signs_of_a_key_makes_no_other_key() -> None:
    assert mention_key("a|b/c", None, None, "A | B; C\n", "x|y") == "a/b|..|A / B, C|x/y"


NAMES = [
    "S. BATBOLD",
    "Sukhbaatar BATBOLD",
    "BATBOLD",
    "B. BATBOLD",
    "S. BATBOLT",
    "N. BAGABANDI",
    "Natsagiin BAGABANDI",
]
SHEETS = st.lists(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from([1930, 1990, 2005, 2009, 2014])), max_size=5),
    min_size=1,
    max_size=6,
)  # fmt: skip


def mentions(n: int, sheet: Iterable[tuple[str, int]]) -> list[Mention]:
    return [row(f"x{n}/2014", year, name) for name, year in dict.fromkeys(sheet)]


def holders(resolution: Resolution) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row_id, person_id in resolution.person_of.items():
        found.setdefault(person_id, set()).add(row_id)
    return found


@given(SHEETS, st.randoms())
def test_no_id_ever_moves_to_others(sheets: list[list[tuple[str, int]]], order: object) -> None:
    """Sheets are added one by one: whoever bears an id bears a mention that had it before, and no id is forgotten."""
    read: list[Mention] = []
    before: Resolution | None = None
    ids: tuple[GivenId, ...] = ()
    for n, sheet in enumerate(sheets):
        read += mentions(n, sheet)
        order.shuffle(read)  # type: ignore[attr-defined]
        after = resolve(read, (), ids)
        assert resolve(read, (), after.ids).ids == after.ids, "a second run changes nothing"
        assert resolve(read[::-1], (), ids) == after
        known = {one.person_id for one in ids}
        assert known <= {one.person_id for one in after.ids}
        assert {one.person_id for one in after.ids if one.status == "current"} == set(after.person_of.values())
        for person_id, rows in holders(after).items() if before else ():
            had = holders(before).get(person_id) if before else None
            assert bool(had) == (person_id in {one.person_id for one in ids if one.status == "current"})
            assert had is None or had & rows
        before, ids = after, after.ids


@given(SHEETS, st.data())
def test_sheets_that_come_and_go_give_no_id_to_others(sheets: list[list[tuple[str, int]]], data: st.DataObject) -> None:
    """Any sheets in any run: an id is only borne by who shares a mention with one who bore it, however long ago."""
    ids: tuple[GivenId, ...] = ()
    ever: dict[str, set[str]] = {}
    for _ in range(4):
        chosen = data.draw(st.sets(st.integers(0, len(sheets) - 1)))
        after = resolve([one for n in sorted(chosen) for one in mentions(n, sheets[n])], (), ids)
        for person_id, rows in holders(after).items():
            assert person_id not in ever or ever[person_id] & rows
            ever.setdefault(person_id, set()).update(rows)
        ids = after.ids
