"""The data files that several normalisers read, and how such a file is read."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@cache
def facts(name: str) -> dict[str, Any]:
    """What a TOML file tells; read once."""
    return tomllib.loads((_HERE / name).read_text("utf-8"))


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV file, by the names of its columns."""
    with (_HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
