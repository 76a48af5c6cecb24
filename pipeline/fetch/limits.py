"""How long, how much, how often: the bounds of fetching, and how it fails."""

from __future__ import annotations

import time
from typing import NamedTuple

from pipeline.read.limits import LIMITS


class Limits(NamedTuple):
    """Bounds of fetching; times in seconds, `max_bytes` of a decoded page.

    `total` is the time of one attempt from the first connection to the last byte, redirects included and polite waits
    not. `delay` lies between two requests to a host, `pause` before the second attempt, doubled before each further one.
    A server that asks for a longer wait than `longest_wait` is left alone, and so is a host after `host_failures`
    addresses in a row that it failed.
    """

    connect: float = 10.0
    total: float = 60.0
    delay: float = 2.0
    pause: float = 2.0
    longest_wait: float = 60.0
    attempts: int = 4
    redirects: int = 5
    host_failures: int = 3
    max_bytes: int = LIMITS.document


class FetchFailed(Exception):
    """An address gives no page; says for people why. It is no use to ask again now."""


class Unsteady(FetchFailed):
    """A failure that may pass by the next attempt."""


class TooSlow(FetchFailed):
    """A server that did not say all in time; it had its time, and is not asked again."""


class Deadline:
    """A moment after which nothing is waited for."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._started = seconds, time.monotonic()

    @property
    def spent(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._started

    def left(self, at_most: float = float("inf")) -> float:
        """Seconds until then, or `at_most` if that is less. Raises `TooSlow` when there are none."""
        left = self._seconds - self.spent
        if left <= 0:
            raise TooSlow("not whole within the time limit")
        return min(left, at_most)
