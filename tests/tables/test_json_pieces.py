"""JSON that is made while it is written is what the standard library would write."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from pipeline.tables.json_pieces import Members, json_pieces

LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(LEAVES, lambda some: st.lists(some, max_size=4) | st.dictionaries(st.text(), some, max_size=4))


@given(VALUES, st.integers(1, 4))
def test_pieces_are_what_the_standard_library_writes(told: object, indent: int) -> None:
    assert "".join(json_pieces(told, indent)) == json.dumps(told, ensure_ascii=False, indent=indent)


@given(st.dictionaries(st.text(), VALUES, max_size=4), st.lists(VALUES, max_size=4))
def test_what_comes_one_by_one_is_written_as_if_it_were_whole(names: dict[str, object], some: list[object]) -> None:
    whole = json.dumps({"files": names, "inputs": some}, ensure_ascii=False, indent=1)
    lazy = {"files": Members(iter(names.items())), "inputs": iter(some)}
    assert "".join(json_pieces(lazy, 1)) == whole
