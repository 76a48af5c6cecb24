"""Many spoilt sheets: `python -m tests.hostile.fuzz COUNT [FIRST]` reads them, checks them, and prints a table at the end.

They are made from the seeds FIRST, FIRST + 1 ..., so that a failure, which is told with its seed and put into a folder, can be
had again: `python -m tests.hostile.fuzz 1 SEED`. What is made of many sheets together is checked by hundreds, and where that
fails by halves of them, down to the one that fails by itself or the few that fail together.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from pipeline.engine.garbage import garbage_waits
from pipeline.records import Refused, Source
from pipeline.sheet import Sheet, read_sheet
from tests.hostile.in_time import TooSlow, in_time
from tests.hostile.mutate import spoilt
from tests.hostile.sound import is_held, problems, problems_together, wrong_amounts

TOGETHER = 1_000
"""So many sheets are taken through the rest of a run together: checking frames costs as much for ten rows as for a thousand."""
LONGEST = 5.0
"""Processor seconds after which a sheet has failed."""
AGAIN = 32
"""One of so many sheets is read twice, and the second time must tell the same; the amounts of its whole text are looked at."""
NAMED = 3
"""So many culprits are looked for where sheets fail together."""


class Failed(NamedTuple):
    """One sheet, or the first of some, that broke a rule."""

    source: Source
    problem: str


class Told(NamedTuple):
    """What came of some seeds; the slowest sheet is told as seconds and name, all seconds are the processor's."""

    outcomes: Counter[str]
    failures: list[Failed]
    slowest: tuple[float, str]
    seconds: float


def fuzz(seeds: range) -> Told:
    """Try some seeds: each sheet by itself, then all together."""
    outcomes: Counter[str] = Counter()
    failures: list[Failed] = []
    read: list[tuple[Source, Sheet]] = []
    slowest, first = (0.0, ""), time.process_time()
    with garbage_waits():
        for seed in seeds:
            source, begun = spoilt(seed), time.process_time()
            outcome, sheet, found = _try(source, again=seed % AGAIN == 0)
            slowest = max(slowest, (time.process_time() - begun, source.path))
            outcomes[outcome] += 1
            read += [(source, sheet)] if sheet and not found and is_held(sheet) else []
            failures += [Failed(source, problem) for problem in found]
        failures += culprits(read, NAMED)
    return Told(outcomes, failures, slowest, time.process_time() - first)


def _try(source: Source, *, again: bool) -> tuple[str, Sheet | None, list[str]]:
    """How it went, what was read, and what is wrong with it."""
    try:
        with in_time(LONGEST):
            sheet = read_sheet(source)
            if isinstance(sheet, Refused):
                return f"refused: {sheet.message.split(':')[0].split(' (')[0][:60]}", None, []
            found = list(problems(sheet))
            if again:
                found += wrong_amounts(sheet.text)
                found += ["read twice, it tells something else"] if read_sheet(source) != sheet else []
    except TooSlow:
        return "too slow", None, [f"longer than {LONGEST:.0f} s"]
    except Exception as error:
        return "raised", None, [f"{type(error).__name__}: {error}"]
    if not is_held(sheet):
        return "a value that no table holds", sheet, found
    return ("rows" if any(sheet.facts().values()) else "no rows"), sheet, found


def culprits(read: Sequence[tuple[Source, Sheet]], most: int) -> list[Failed]:
    """What is wrong with sheets together, told of as few of them as show it: half by half, down to one if one does."""
    found = _try_together([sheet for _, sheet in read])
    if not found or len(read) == 1:
        return [Failed(source, problem) for source, _ in read for problem in found]
    named: list[Failed] = []
    for half in (read[: len(read) // 2], read[len(read) // 2 :]):
        named += culprits(half, most - len(named)) if len(named) < most else []
    return named or [Failed(source, f"beside {len(read) - 1} others: {found[0]}") for source, _ in read]


def _try_together(sheets: Sequence[Sheet]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        try:
            return list(problems_together(sheets, Path(folder)))
        except Exception as error:
            return [f"{type(error).__name__}: {error}"]


def batches(count: int, first: int) -> list[range]:
    """The seeds in lots, which begin at the same seeds whatever the first one is."""
    ends = range(first - first % TOGETHER + TOGETHER, first + count + TOGETHER, TOGETHER)
    return [range(max(first, end - TOGETHER), min(end, first + count)) for end in ends]


def table(told: Sequence[Told]) -> Iterator[str]:
    """What came of it, for people."""
    outcomes = sum((one.outcomes for one in told), Counter[str]())
    failures = [failed for one in told for failed in one.failures]
    count, seconds = outcomes.total(), sum(one.seconds for one in told)
    yield f"{count:,} sheets, {len(failures)} failures, {seconds:.0f} s of one processor, {count / seconds:.0f} a second"
    for outcome, number in outcomes.most_common():
        yield f"  {number:>9,}  {outcome}"
    slowest, name = max(one.slowest for one in told)
    yield f"slowest: {name}, {slowest:.2f} s"
    kinds: dict[str, list[Failed]] = {}
    for failed in failures:
        kinds.setdefault(re.sub("[0-9]+", "#", failed.problem)[:100], []).append(failed)
    for alike in kinds.values():
        yield f"FAILED {len(alike)}: {alike[0].problem[:500]} ({', '.join(one.source.path for one in alike[:5])})"


def main() -> int:
    """See the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=10_000, help="how many sheets")
    parser.add_argument("first", type=int, nargs="?", default=0, help="the seed of the first")
    parser.add_argument("--workers", type=int, default=1, help="processes")
    parser.add_argument("--failures", type=Path, default=Path("build/fuzz"), help="folder for the sheets that failed")
    asked = parser.parse_args()
    lots, told = batches(asked.count, asked.first), list[Told]()
    with ProcessPoolExecutor(asked.workers) as pool:
        for one in map(fuzz, lots) if asked.workers == 1 else pool.map(fuzz, lots):
            told.append(one)
            _keep(one.failures, asked.failures)
            if len(told) % 10 == 0:
                print(*list(table(told))[:1], flush=True)
    print(f"seeds {asked.first} to {asked.first + asked.count - 1}", *table(told), sep="\n")
    return 1 if any(one.failures for one in told) else 0


def _keep(failures: Sequence[Failed], folder: Path) -> None:
    for source, problem in failures:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / source.path).write_bytes(source.data)
        with (folder / "failures.txt").open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{source.path}\t{source.charset or ''}\t{problem[:1000]!r}\n")


if __name__ == "__main__":
    sys.exit(main())
