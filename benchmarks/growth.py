"""What a run over many small sheets takes: seconds by the clock, and the most memory of its main process and of any other.

    python -m benchmarks.growth 1000 10000

Linux only: what the other processes took stands in /proc alone.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from subprocess import Popen
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.generate import sheets

EVERY = 0.2
"""Seconds between two looks at the other processes; the peak of each is the system's own figure."""
PEAK = re.compile(r"VmHWM:\s+([0-9]+) kB")
PARENT = re.compile(r"PPid:\s+([0-9]+)")


class Taken(NamedTuple):
    """What a run took: seconds by the clock, memory in megabytes."""

    seconds: float
    main: float
    other: float


def run_over(folder: Path, out: Path, workers: int) -> Taken:
    """Run over a folder of sheets in a process of its own and watch it."""
    told = ["-m", "pipeline", "run", str(folder), "--out", str(out), "--workers", str(workers), "--no-cache", "--quiet"]
    process = Popen([sys.executable, *told])
    own, other, started = 0, 0, time.monotonic()
    while process.poll() is None:
        own = max(own, *_peaks_of([process.pid]))
        other = max([other, *_peaks_of(_below(process.pid))])
        time.sleep(EVERY)
    return Taken(time.monotonic() - started, own / 1024, other / 1024)


def _peaks_of(pids: Iterable[int]) -> Iterator[int]:
    """The peaks of some processes, in kilobytes. What the system tells of one that has ended counts its parent's memory too."""
    yield 0
    yield from (int(found[1]) for pid in pids if (found := PEAK.search(_text(Path(f"/proc/{pid}/status")))))


def _below(ancestor: int) -> set[int]:
    """All processes below one."""
    told = {int(path.parent.name): _text(path) for path in Path("/proc").glob("[0-9]*/status")}
    parents = {pid: int(found[1]) for pid, text in told.items() if (found := PARENT.search(text))}
    below = {ancestor}
    while more := {pid for pid, parent in parents.items() if parent in below} - below:
        below |= more
    return below - {ancestor}


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it has ended
        return ""


def main() -> None:
    """Print a line for each number of sheets."""
    parser = argparse.ArgumentParser(description="what a run over many small sheets takes")
    parser.add_argument("counts", type=int, nargs="+", metavar="COUNT")
    parser.add_argument("--workers", type=int, default=2)
    told = parser.parse_args()
    print(f"{'sheets':>8} {'seconds':>9} {'main, MB':>10} {'a worker, MB':>13}", flush=True)
    for count in told.counts:
        with TemporaryDirectory() as made:
            folder = Path(made) / "in"
            folder.mkdir()
            for sheet in sheets(1, count, size="small"):
                (folder / sheet.name).write_bytes(sheet.data)
            taken = run_over(folder, Path(made) / "out", told.workers)
        print(f"{count:>8,} {taken.seconds:>9.1f} {taken.main:>10.0f} {taken.other:>13.0f}", flush=True)


if __name__ == "__main__":
    main()
