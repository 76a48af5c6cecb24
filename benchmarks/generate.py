"""Made-up sheets, as many as wanted, varied, and the same bytes for the same seed: for benchmarks and load tests.

    python -m benchmarks.generate --seed 1 --count 1000 FOLDER

Each sheet comes with its truth: the visits and figures that must come out of it, whatever its layout.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.layouts import LAYOUTS
from benchmarks.plans import SIZES, Plan, plan


class Made(NamedTuple):
    """A made-up sheet: its file name, layout, bytes, and what it tells."""

    name: str
    layout: str
    data: bytes
    plan: Plan


def sheets(seed: int, count: int, *, layout: str | None = None, size: str | None = None) -> Iterator[Made]:
    """`count` sheets; sheet n of a seed is always the same, however many are asked for.

    `layout` and `size` pick one of each for all; otherwise every sheet draws its own.

    >>> one, other = sheets(1, 2)
    >>> one.data == next(sheets(1, 1)).data, one.data == other.data
    (True, False)
    """
    for number in range(count):
        random = Random(f"{seed}/{number}")
        drawn_layout, drawn_size = random.choice(list(LAYOUTS)), random.choice(list(SIZES))
        chosen, drawn_size = layout or drawn_layout, size or drawn_size
        yield _made(plan(random, *SIZES[drawn_size]), chosen, number)


def long_sheet(visits: int, *, seed: int = 1, layout: str = "today") -> Made:
    """A sheet of as many visits as wanted; 20,000 are some 1.6 MB."""
    return _made(plan(Random(f"{seed}/{visits}"), visits, 8, 0), layout, visits)


def _made(made: Plan, layout: str, number: int) -> Made:
    set_in, ending = LAYOUTS[layout]
    return Made(f"{made.area.lower()}-{made.published}-{number:06d}.{ending}", layout, set_in(made), made)


def main() -> None:
    """Write sheets into a folder."""
    parser = argparse.ArgumentParser(description="write made-up sheets into a folder")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--layout", choices=LAYOUTS)
    parser.add_argument("--size", choices=SIZES)
    told = parser.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    for made in sheets(told.seed, told.count, layout=told.layout, size=told.size):
        (told.folder / made.name).write_bytes(made.data)


if __name__ == "__main__":
    main()
