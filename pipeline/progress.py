"""How far a run is, for people: a line that moves on a terminal, now and then a quiet one elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Final, Self

from pipeline.account import plain

EVERY: Final = 0.2
"""Seconds between two drawings on a terminal."""
QUIET: Final = 30.0
"""Seconds between two lines where there is none, and before the first."""


class Progress:
    """Tells of sheets as they are read: how many, how fast, and what was refused; nothing where all is done at once."""

    def __init__(self, *, is_quiet: bool = False) -> None:
        self.is_quiet = is_quiet
        self.is_terminal = sys.stderr is not None and sys.stderr.isatty()
        self.done = 0
        self.started = time.monotonic()
        self.told = self.started
        self.is_drawn = False

    def __call__(self, more: int) -> None:
        """Some more sheets are read."""
        self.done += more
        now = time.monotonic()
        if not self.is_quiet and now - self.told >= (EVERY if self.is_terminal else QUIET):
            self.told = now
            self._tell(now)

    def _tell(self, now: float) -> None:
        rate = self.done / max(now - self.started, 0.001)
        words = plain(f"{self.done:,} sheets read, {rate:,.0f} a second")
        if self.is_terminal:
            self.is_drawn = True
            print(f"\r{words}\033[K", end="", file=sys.stderr, flush=True)
        else:
            print(words, file=sys.stderr, flush=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self.is_drawn:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
