"""Rows of all tables, and the text that they point into."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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
