"""Runs that are killed, that find the disk full, that fail at every call of the file system: what stands in the folder then.

`python -m tests.hostile.faults KILLS [EVERY]` prints a table; each run is a process of its own, forked from this one.
"""

from __future__ import annotations

import builtins
import copy
import errno
import io
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.account import Account
from pipeline.run import run
from pipeline.tables import OutputError, swap
from pipeline.tables.manifest import problems
from tests.helpers import FIXTURES, MONGOLIA

CRASHED, NO_OUTPUT, MISSING, BUG = 99, 7, 5, 1
MODES = ("crash", "ENOSPC", "EIO")
OS_CALLS = (
    "open",
    "mkdir",
    "link",
    "rename",
    "replace",
    "unlink",
    "rmdir",
    "fsync",
    "scandir",
    "chmod",
    "truncate",
    "write",
)
Content = dict[str, str]


class Damage(Exception):
    """A folder is not as it was and not as it was to be."""


class Place:
    """A folder of tables, sheets that made it and sheets that are to change it, and what both sets look like."""

    def __init__(self, top: Path) -> None:
        self.top, self.out = top / "here", top / "here" / "out"
        self.top.mkdir()
        self.old, self.new, self.kept = top / "old", top / "new", top / "kept"
        for folder, sheets in ((self.old, [MONGOLIA]), (self.new, sorted((FIXTURES / "sheets").glob("*.txt"))[:4])):
            folder.mkdir()
            for sheet in sheets:
                (folder / sheet.name).write_bytes(sheet.read_bytes())
        run([self.old], self.kept)
        self.old_content = content(self.kept)
        self.reset()
        run([self.new], self.out)
        self.new_content = content(self.out)

    def reset(self) -> None:
        """Make the folder hold the old tables."""
        shutil.rmtree(self.out, ignore_errors=True)
        shutil.copytree(self.kept, self.out)

    def check(self, *, is_less: bool = False) -> str:
        """`old` or `new`, and `less` where a run told that it could not read all sheets. Raises `Damage` for anything else."""
        if found := problems(self.out):
            raise Damage("; ".join(found))
        held = content(self.out)
        if held not in (self.old_content, self.new_content):
            if is_less:
                return "less"
            raise Damage("tables of neither run")
        return "old" if held == self.old_content else "new"

    def check_next(self) -> None:
        """The next run succeeds and leaves nothing beside the folder."""
        run([self.new], self.out)
        if self.check() != "new" or os.listdir(self.top) != ["out"]:
            raise Damage(f"the next run left {sorted(os.listdir(self.top))}")


def content(folder: Path) -> Content:
    """The sha256 of every file but the one that tells of the run, and the database, whose bytes differ from run to run."""
    files = (
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("run.json", "factsheets.duckdb")
    )
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in files}


def child(action: Callable[[], Account | None]) -> int:
    """Start a process that does something; gives its id."""
    pid = os.fork()
    if pid:
        return pid
    code = BUG
    try:
        account = action()
        code = account.exit_code if account else 0
    except OutputError:
        code = NO_OUTPUT
    except BaseException as error:
        with suppress(OSError):
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(code)


def ended(pid: int) -> int:
    """The exit code of a process, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def kills(place: Place, count: int, seed: int = 0) -> Iterator[str]:
    """Kill runs at random moments; tells which tables stand afterwards."""
    dice = random.Random(seed)
    place.reset()
    started = time.monotonic()
    ended(child(lambda: run([place.new], place.out)))
    whole = time.monotonic() - started
    for _ in range(count):
        place.reset()
        pid = child(lambda: run([place.new], place.out))
        time.sleep(dice.uniform(0, whole * 1.1))
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        ended(pid)
        yield place.check()
        place.check_next()


def faulty(number: int, mode: str, tell: int | None = None) -> None:
    """From now on the call of the file system with this number fails, in this process; `tell` gets the number of calls."""
    calls = 0

    def wrap(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == number:
                if mode == "crash":
                    os._exit(CRASHED)
                code = getattr(errno, mode)
                raise OSError(code, os.strerror(code))
            if tell is not None:
                os.pwrite(tell, b"%9d" % calls, 0)
            return function(*arguments, **options)

        return call

    for name in OS_CALLS:
        setattr(os, name, wrap(getattr(os, name)))
    io.open = builtins.open = wrap(io.open)
    swap._exchange = wrap(swap._exchange)  # type: ignore[assignment]
    swap.sync_contents = wrap(swap.sync_contents)  # type: ignore[assignment]


def calls_of_a_run(place: Place) -> int:
    """How many calls of the file system a run makes."""
    with tempfile.TemporaryFile() as told:
        place.reset()

        def action() -> Account:
            faulty(0, "none", told.fileno())
            return run([place.new], place.out)

        if code := ended(child(action)):
            raise Damage(f"a run without faults ended with {code}")
        return int(os.pread(told.fileno(), 9, 0))


def faults(place: Place, every: int = 1) -> Iterator[str]:
    """Fail at each n-th call in each way; tells how the run ended and which tables stand."""
    count = calls_of_a_run(place)
    for at, number in enumerate(range(1, count + 1, every)):
        for mode in MODES if every == 1 else (MODES[at % len(MODES)],):
            place.reset()

            def action(number: int = number, mode: str = mode) -> Account:
                faulty(number, mode)
                return run([place.new], place.out)

            code = ended(child(action))
            try:
                state = place.check(is_less=code == MISSING)
            except Damage as damage:
                raise Damage(f"call {number}, {mode}, exit {code}: {damage}") from damage
            if code == 0 and state != "new":
                raise Damage(f"call {number}, {mode}: the run says that all is well")
            if code not in (0, CRASHED, NO_OUTPUT, MISSING):
                raise Damage(f"call {number}, {mode}: the run ended with {code}")
            yield f"{mode}: exit {code}, {state}"
            place.check_next()


def full_disks(place: Place) -> Iterator[str]:
    """No file can grow beyond some sizes."""
    for size in (0, 100, 1_000, 4_000, 10_000, 30_000):
        place.reset()

        def action(size: int = size) -> Account:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            return run([place.new], place.out)

        code = ended(child(action))
        state = place.check()
        if code not in (0, NO_OUTPUT) or (state == "new") != (code == 0):
            raise Damage(f"files of {size} bytes: exit {code}, {state}")
        if os.listdir(place.top) != ["out"]:
            raise Damage(f"files of {size} bytes: left {os.listdir(place.top)}")
        yield f"exit {code}, {state}"
        place.check_next()


def small_disks(place: Place) -> Iterator[str]:
    """A disk of its own with little room beside the old tables; only root may mount one."""
    disk = copy.copy(place)
    disk.top, disk.out = place.top.parent / "disk", place.top.parent / "disk" / "out"
    disk.top.mkdir(exist_ok=True)
    held = sum(-(-path.stat().st_size // 4096) * 4096 for path in place.kept.rglob("*"))
    for room in (0, 50_000, 200_000, 1_000_000, 3_000_000):
        size = f"size={held + 65_536 + room}"
        if (
            os.getuid()
            or subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", disk.top], check=False).returncode
        ):
            return
        try:
            disk.reset()
            code = ended(child(lambda: run([place.new], disk.out)))
            state = disk.check()
            if code not in (0, NO_OUTPUT) or (state == "new") != (code == 0):
                raise Damage(f"a disk with room for {room} bytes: exit {code}, {state}")
            yield f"exit {code}, {state}"
            subprocess.run(["mount", "-o", "remount,size=1g", disk.top], check=True)
            disk.check_next()
        finally:
            subprocess.run(["umount", disk.top], check=True)


def read_only(place: Place) -> Iterator[str]:
    """The folder is another user's, or is made unwritable."""
    place.reset()

    def action() -> Account:
        if os.getuid() == 0:
            os.setgroups([])
            os.setuid(65534)
        tempfile.tempdir = None
        return run([place.new], place.out)

    place.top.chmod(0o555)
    try:
        code = ended(child(action))
    finally:
        place.top.chmod(0o755)
    state = place.check()
    if (code, state) != (NO_OUTPUT, "old"):
        raise Damage(f"exit {code}, {state}")
    yield f"exit {code}, {state}"
    place.check_next()


def main() -> int:
    """See the module."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        place = Place(Path(folder))
        for name, tried in (
            ("kill -9", kills(place, count)), ("faults", faults(place, every)), ("files that cannot grow", full_disks(place)), ("full disk", small_disks(place)), ("read-only", read_only(place)),
        ):  # fmt: skip
            begun = time.monotonic()
            told = Counter(tried)
            print(f"{name}: {sum(told.values())} runs in {time.monotonic() - begun:.0f} s, 0 damaged", flush=True)
            for line, number in sorted(told.items()):
                print(f"  {number:>5}  {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
