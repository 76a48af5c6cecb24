"""How long the normalisers take on short strings, beside general libraries on the same ones: `make bench`.

Ours remember what they read; `first` is with nothing remembered, `again` with everything. What the libraries make of
the strings is not compared, only how long it takes them; a string on which one fails counts like any other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.memory import forget

STRINGS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("strings.toml").read_text("utf-8"))
ROUNDS = 30

# What the strings are -> whose function it is, in which module, under which name
READERS = {
    "dates": [
        ("factsheets, whole text", "pipeline.normalize", "parse_date"),
        ("factsheets, running text", "pipeline.normalize", "find_dates"),
        ("dateparser", "dateparser", "parse"),
    ],
    "amounts": [
        ("factsheets", "pipeline.normalize", "find_amounts"),
        ("price-parser", "price_parser", "parse_price"),
        ("quantulum3", "quantulum3.parser", "parse"),
    ],
    "names": [
        ("factsheets", "pipeline.normalize", "parse_visitors"),
        ("nameparser", "nameparser", "HumanName"),
    ],
    "areas": [
        ("factsheets, whole text", "pipeline.normalize", "parse_area"),
        ("factsheets, running text", "pipeline.normalize", "find_areas"),
    ],
}
CASES = [(matter, *reader) for matter, readers in READERS.items() for reader in readers]


def reading(module: str, name: str, strings: list[str]) -> Callable[[], None]:
    """A function that reads all the strings once; it has read them before, so that every lexicon is loaded."""
    read: Callable[[str], Any] = getattr(import_module(module), name)

    def read_all() -> None:
        for text in strings:
            with suppress(Exception):
                read(text)

    read_all()
    return read_all


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("times", ["first", "again"])
@pytest.mark.parametrize(("matter", "who", "module", "name"), CASES, ids=[f"{case[0]}-{case[1]}" for case in CASES])
def test_reading(benchmark: BenchmarkFixture, matter: str, who: str, module: str, name: str, times: str) -> None:
    strings = STRINGS[matter]
    read_all = reading(module, name, strings)
    benchmark.extra_info.update(matter=matter, who=who, times=times, strings=len(strings))
    benchmark.pedantic(read_all, setup=forget if times == "first" else None, rounds=ROUNDS)
