"""Many spoilt sheets: `python -m tests.hostile.fuzz COUNT [FIRST]` reads them, checks them, and prints a table at the end.

A failure is told with its seed: `python -m tests.hostile.fuzz 1 SEED` gives it again.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.records import Refused
from pipeline.sheet import Sheet, read_sheet
from tests.hostile.mutate import problems, refused_rows, spoilt

TOGETHER = 100
LONGEST = 5.0


class Failed(NamedTuple):
    """One seed, or some, that broke a rule."""

    seed: str
    problem: str


class Told(NamedTuple):
    """What came of many seeds."""

    outcomes: Counter[str]
    failures: list[Failed]
    slowest: tuple[float, int]
    seconds: float


def fuzz(first: int, count: int, say: Callable[[str], None] = lambda line: None) -> Told:
    """Try the seeds from `first` on."""
    outcomes: Counter[str] = Counter()
    failures: list[Failed] = []
    slowest, begun = (0.0, first), time.monotonic()
    for start in range(first, first + count, TOGETHER):
        seeds = range(start, min(start + TOGETHER, first + count))
        sheets: list[Sheet] = []
        for seed in seeds:
            started = time.process_time()
            outcome, sheet, found = _try(seed)
            slowest = max(slowest, (time.process_time() - started, seed))
            outcomes[outcome] += 1
            sheets += [sheet] if sheet else []
            failures += [Failed(str(seed), problem) for problem in found]
        failures += [Failed(f"{seeds[0]}-{seeds[-1]}", problem) for problem in _try_together(sheets)]
        done = start + len(seeds) - first
        if done % 1000 == 0:
            say(f"{done:,} of {count:,}, {len(failures)} failures, {done / (time.monotonic() - begun):.0f} a second")
    return Told(outcomes, failures, slowest, time.monotonic() - begun)


def _try(seed: int) -> tuple[str, Sheet | None, list[str]]:
    try:
        sheet = read_sheet(spoilt(seed))
    except Exception as error:
        return "raised", None, [f"{type(error).__name__}: {error}"]
    if isinstance(sheet, Refused):
        return f"refused: {sheet.message.split(':')[0].split(' (')[0][:60]}", None, []
    return ("rows" if any(sheet.facts().values()) else "no rows"), sheet, list(problems(sheet))


def _try_together(sheets: list[Sheet]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        try:
            return list(refused_rows(sheets, Path(folder)))
        except Exception as error:
            return [f"{type(error).__name__}: {error}"]


def table(told: Told) -> Iterator[str]:
    """What came of it, for people."""
    count = sum(told.outcomes.values())
    yield f"{count:,} sheets in {told.seconds:.0f} s, {len(told.failures)} failures"
    for outcome, number in told.outcomes.most_common():
        yield f"  {number:>9,}  {outcome}"
    yield f"slowest: seed {told.slowest[1]}, {told.slowest[0]:.2f} s"
    kinds = Counter(failed.problem[:300] for failed in told.failures)
    for kind, number in kinds.most_common(20):
        seeds = [failed.seed for failed in told.failures if failed.problem.startswith(kind)][:5]
        yield f"FAILED {number}: {kind} (seeds {', '.join(seeds)})"


def main() -> int:
    """See the module."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    told = fuzz(first, count, lambda line: print(line, flush=True))
    print("\n".join(table(told)))
    return 1 if told.failures else 0


if __name__ == "__main__":
    sys.exit(main())
