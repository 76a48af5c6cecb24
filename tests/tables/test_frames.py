"""Rows → typed frames."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

import schemas
from pipeline import tables

Make = Callable[..., tuple[object, ...]]


def test_tables_without_rows_have_all_columns_and_types(rows: dict[str, list[tuple[object, ...]]]) -> None:
    empty, full = tables.build({}), tables.build(rows)
    assert list(empty) == list(schemas.tables())
    for name, frame in empty.items():
        assert len(frame) == 0
        assert list(frame.dtypes.items()) == list(full[name].dtypes.items())
        assert tuple(frame.columns) == schemas.tables()[name].names


def test_rows_are_sorted_by_their_key_and_numbers_count_as_numbers(row: Make) -> None:
    blocks = [row("blocks", block=number) for number in (10, 9, 0)]
    assert tables.build({"blocks": blocks})["blocks"]["block"].tolist() == [0, 9, 10]


@pytest.mark.parametrize("value", ["31100000000", "3.7", "-18581", "0.000000001", "99999999999999999999999999999", "0"])
def test_decimals_are_exact(row: Make, value: str) -> None:
    frame = tables.build({"observations": [row("observations", value=Decimal(value))]})["observations"]
    assert frame["value"][0] == Decimal(value)
    assert str(frame["value"].dtype) == "decimal128(38, 9)[pyarrow]"


def test_an_empty_string_is_a_missing_value(row: Make) -> None:
    assert tables.build({"visits": [row("visits", honorific="")]})["visits"]["honorific"].isna().all()


def test_a_row_of_another_length_is_no_row(row: Make) -> None:
    with pytest.raises(ValueError, match="changes has 11 columns, this one has 12"):
        tables.build({"changes": [(*row("changes"), "more")]})


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match="no such table: visit"):
        tables.build({"visit": []})
