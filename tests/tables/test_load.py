"""`pipeline.load`: the same cells in every kind, typed and described."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import pipeline
import schemas
from tests.each import each
from tests.helpers import MONGOLIA


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made") / "outputs"
    pipeline.run([MONGOLIA], out)
    return out


def records(table: Any) -> list[dict[str, object]]:
    """The rows of a table of any kind as Python objects."""
    if isinstance(table, pa.Table):
        return table.to_pylist()
    if isinstance(table, pl.DataFrame):
        return table.to_dicts()
    plain = table.astype(object).where(table.notna(), None).to_dict("records")
    return [{key: _day(value) for key, value in row.items()} for row in plain]


def _day(value: object) -> object:
    return value.date() if isinstance(value, pd.Timestamp) else value


@each("name", schemas.tables())
def test_all_kinds_hold_the_same_cells(outputs: Path, name: str) -> None:
    frame, polars, arrow = (pipeline.load(outputs, kind)[name] for kind in ("pandas", "polars", "arrow"))
    assert isinstance(frame, pd.DataFrame)
    assert isinstance(polars, pl.DataFrame)
    assert records(frame) == records(polars) == records(arrow)


def test_values_are_exact_and_days_are_dates(outputs: Path) -> None:
    frame = pipeline.load(outputs)["observations"]
    row = frame[frame["unit"] == "USD"].iloc[0]
    assert row["value"] == Decimal("34240000")
    assert (row["period"], row["period_start"].date()) == ("2012", date(2012, 1, 1))
    assert frame["period_start"].dt.year.min() == 2012
    assert pipeline.load(outputs, "polars")["observations"].schema["value"] == pl.Decimal(38, 9)


def test_columns_are_described(outputs: Path) -> None:
    loaded = pipeline.load(outputs)
    wanted = {column.name: column.description for column in schemas.tables()["visits"].columns}
    assert loaded["visits"].attrs["columns"] == loaded.columns("visits") == wanted
    assert loaded["visits"].attrs["description"] == schemas.tables()["visits"].description
    assert list(loaded) == list(schemas.tables())


def test_what_is_not_there_is_told(outputs: Path) -> None:
    with pytest.raises(ValueError, match="pandas, polars, arrow"):
        pipeline.load(outputs, "spark")
    with pytest.raises(KeyError):
        pipeline.load(outputs)["visit"]
