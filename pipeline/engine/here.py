"""The engine without workers: everything in this process."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from pipeline.engine import PATIENCE, Failure, Item, Result


class TooLong(Exception):
    """An item took longer than it may."""


class Here:
    """Calls the function on one item after the other."""

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, seconds: float | None = None
    ) -> Iterator[Result | Failure[Item]]:
        """See `Engine.map`. A time limit holds where signals do: in the main thread of a program."""
        for item in items:
            try:
                with _limit(seconds):
                    result: Result | Failure[Item] = function(item)
            except TooLong:
                result = Failure(item, f"it took longer than {seconds:g} s")
            except (MemoryError, RecursionError) as error:
                result = Failure(item, _words(error))
            except Exception as error:
                result = Failure(item, _words(error))
            yield result

    def close(self, *, at_once: bool = False) -> None:
        """Nothing is to be ended."""


def _words(error: BaseException) -> str:
    return f"{type(error).__name__}: {str(error)[:200]}"


@contextmanager
def _limit(seconds: float | None) -> Iterator[None]:
    if seconds is None or threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(number: int, frame: FrameType | None) -> Any:
        raise TooLong

    clocks = ((signal.SIGPROF, signal.ITIMER_PROF, seconds), (signal.SIGALRM, signal.ITIMER_REAL, PATIENCE * seconds))
    before = [signal.signal(number, ring) for number, _, _ in clocks]
    for _, clock, limit in clocks:
        signal.setitimer(clock, limit)
    try:
        yield
    finally:
        for (number, clock, _), handler in zip(clocks, before, strict=True):
            signal.setitimer(clock, 0)
            signal.signal(number, handler)
