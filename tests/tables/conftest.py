"""Rows of all tables, and the text that they point into."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import tables
from tests.helpers import write_tables
from tests.tables.sample import CELLS, DOCUMENT, TEXT, Rows, make_row


@pytest.fixture
def row() -> Callable[..., tuple[object, ...]]:
    """Makes a row of a table: the true one with some cells changed."""
    return make_row


@pytest.fixture
def rows() -> Rows:
    """One true row in each table."""
    return {name: [make_row(name)] for name in CELLS}


@pytest.fixture
def texts() -> dict[str, str]:
    """The text that the rows point into."""
    return {DOCUMENT: TEXT}


@pytest.fixture(scope="session")
def _written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "out"
    write_tables(tables.build({name: [make_row(name)] for name in CELLS}), {DOCUMENT: TEXT}, folder)
    return folder


@pytest.fixture
def out(_written: Path, tmp_path: Path) -> Path:
    """The output folder of these tables, to do with as one likes."""
    return shutil.copytree(_written, tmp_path / "out", symlinks=True)
