"""The engine with worker processes on this machine, each limited in memory; one that dies takes only its item with it."""

from __future__ import annotations

import multiprocessing
import resource
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from math import ceil
from typing import Any, Final

from pipeline.engine import PATIENCE, Failure, Item, Result

NO_WORKERS: Final = (
    "worker processes cannot be started, or have died; they read the program that asks for them anew: let it be a file "
    "that calls `run` below `if __name__ == '__main__':`, or ask for `workers=1`"
)
WATCH: Final = 1.0
"""Seconds after which it is looked whether there is anybody left who may bring a result."""
AHEAD: Final = 2
"""How many items for each worker may be under way or wait to be fetched."""
PRELOADED: Final = ["pipeline.sheet.reading", "pipeline.collection.parts", "pipeline.engine.warm"]


class Workers:
    """A pool of processes; they start with the first item."""

    def __init__(self, count: int, *, megabytes: int | None = None) -> None:
        from pebble import ProcessPool

        self.count = count
        self.pool: Any = ProcessPool(
            max_workers=count, context=processes(), initializer=_limit_memory, initargs=(megabytes,)
        )

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, seconds: float | None = None
    ) -> Iterator[Result | Failure[Item]]:
        """See `Engine.map`. Raises `ValueError` where no worker can be started, or none lives on."""
        waiting: deque[tuple[Item, Any]] = deque()
        source = iter(items)
        patience = None if seconds is None else PATIENCE * seconds

        def fill() -> None:
            for item in islice(source, self.count * AHEAD - len(waiting)):
                try:
                    future = self.pool.schedule(_timed, args=[function, item, seconds], timeout=patience)
                except RuntimeError as error:
                    raise ValueError(NO_WORKERS) from error
                waiting.append((item, future))

        fill()
        while waiting:
            item, future = waiting.popleft()
            while not wait([future], timeout=WATCH).done:
                if not self.pool.active:
                    raise ValueError(NO_WORKERS)
            result = _result(item, future, seconds)
            fill()
            yield result

    def close(self, *, at_once: bool = False) -> None:
        """End the workers."""
        if at_once:
            self.pool.stop()
        else:
            self.pool.close()
        self.pool.join()


def processes() -> Any:
    """How processes are started: by one that has loaded what they need, where the system can; never as copies of the run."""
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(PRELOADED)
    return context


def _result(item: Item, future: Any, seconds: float | None) -> Any:
    from pebble import ProcessExpired

    try:
        return future.result()
    except TimeoutError:
        return Failure(item, f"it took longer than {seconds:g} s")
    except BrokenProcessPool as error:
        raise ValueError(NO_WORKERS) from error
    except ProcessExpired as error:
        if error.exitcode == -signal.SIGXCPU:
            return Failure(item, f"it took longer than {seconds:g} s")
        return Failure(item, f"its worker died (exit code {error.exitcode})")
    except Exception as error:
        return Failure(item, f"{type(error).__name__}: {str(error)[:200]}")


def _timed(function: Callable[[Item], Result], item: Item, seconds: float | None) -> Result:
    """Call a function. A worker that takes more seconds of the processor is ended by the system, whatever it is doing."""
    if seconds is None:
        return function(item)
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    limit = ceil(time.process_time() + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
    try:
        return function(item)
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _limit_memory(megabytes: int | None) -> None:
    """Keep a worker from taking the machine down; where the system knows no such limit there is none."""
    with suppress(OSError, ValueError):
        if megabytes is not None:
            resource.setrlimit(resource.RLIMIT_DATA, (megabytes << 20, megabytes << 20))
