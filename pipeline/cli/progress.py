"""How far a command is, for people: a line that moves on a terminal, now and then a quiet one elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Final, Self

EVERY: Final = 0.2
"""Seconds between two drawings on a terminal."""
QUIET: Final = 30.0
"""Seconds between two lines where there is none, and before the first."""


class Progress:
    """Tells of things as they are done: how many, and how fast; nothing where all is done at once.

    `what` says what is counted, as `sheets read`.
    """

    def __init__(self, what: str = "sheets read", *, is_quiet: bool = False) -> None:
        self.what, self.is_quiet = what, is_quiet
        self.is_terminal = sys.stderr is not None and sys.stderr.isatty()
        self.done = 0
        self.started = time.monotonic()
        self.told = self.started
        self.is_drawn = False

    def __call__(self, more: int) -> None:
        """Some more are done."""
        self.done += more
        now = time.monotonic()
        if not self.is_quiet and now - self.told >= (EVERY if self.is_terminal else QUIET):
            self.told = now
            self._tell(now)

    def _tell(self, now: float) -> None:
        rate = self.done / max(now - self.started, 0.001)
        words = f"{self.done:,} {self.what}" + (f", {rate:,.0f} a second" if rate >= 1 else "")
        if self.is_terminal:
            self.is_drawn = True
            print(f"\r{words}\033[K", end="", file=sys.stderr, flush=True)
        else:
            print(words, file=sys.stderr, flush=True)

    def __enter__(self) -> Self:
        return self

    def clear(self) -> None:
        """Take the line away that moves, so that another can stand there."""
        if self.is_drawn:
            self.is_drawn = False
            print("\r\033[K", end="", file=sys.stderr, flush=True)

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.clear()
