"""No pattern of the program makes a text expensive: every one that is compiled anywhere, on strings built against it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import Any

from tests.hostile.in_time import TooSlow, in_time
from tests.hostile.patterns import reachable, repeats, ways

SHORT, LONG = 2_500, 10_000
COMMON = ("a", "1", " ", "A ", "(", "1,", "\n", ".", "a b ")
CHEAP = 0.002
"""Seconds in which no work that grows with the square is done with 2,500 characters."""
MOST = 0.35
"""Seconds that no pattern may take at all."""
MOST_GROWTH = 10
"""Four times the characters take four times as long, and never sixteen times."""
WINDOWS = {
    "pipeline.outline.rows.HEADER_TAIL": 30,
    "pipeline.extract.visits.prose.roles.EARLIER_ROLE": 60,
    "pipeline.normalize.dates.roles._CUMULATIVE": 16,
    "pipeline.check.slips.misspelt.OPENS_SENTENCE": 80,
    "pipeline.normalize.amounts.named._ACRONYM": 12,
}
"""Patterns that only ever see so many characters of a text, whatever its length."""


def seconds(use: Callable[[Any], object], unit: str, size: int, *, is_bytes: bool, rounds: int = 1) -> float:
    """The best time of some rounds on a string that begins as the pattern likes it and does not end so.

    By the clock of the thread: while the alarm of `in_time` is set, that of the process goes by steps of 4 ms.
    """
    text = (unit * size)[: size - 2] + "\0x"
    data = text.encode("utf-8", "replace") if is_bytes else text
    best = 9.0
    for _ in range(rounds):
        begun = time.thread_time()
        try:
            with in_time(MOST):
                use(data)
        except TooSlow:
            return 9.0
        best = min(best, time.thread_time() - begun)
    return best


def is_slow(use: Callable[[Any], object], unit: str, *, is_bytes: bool) -> bool:
    """Whether the time grows faster than the text; most need one look."""
    first = seconds(use, unit, SHORT, is_bytes=is_bytes)
    if first < CHEAP or first > 8:
        return first > 8
    for rounds in (1, 2, 4):  # the long text once, as a rule; the short one twice, since its time must not be too long
        short = seconds(use, unit, SHORT, is_bytes=is_bytes, rounds=rounds + 1)
        long = seconds(use, unit, LONG, is_bytes=is_bytes, rounds=rounds)
        if long < MOST_GROWTH * max(short, CHEAP / 2):
            return False
    return True


def slow_strings(where: str, pattern: re.Pattern[Any]) -> Iterator[str]:
    for unit in dict.fromkeys([*repeats(pattern)[:14], *COMMON]):
        if any(is_slow(use, unit, is_bytes=isinstance(pattern.pattern, bytes)) for use in ways(where, pattern)):
            yield f"{where}: {pattern.pattern!r:.120} on {unit!r}"


def test_every_pattern_takes_linear_time() -> None:
    patterns = list(reachable())
    assert len(patterns) > 400
    assert WINDOWS.keys() <= {where for where, _ in patterns}
    whole = [(where, pattern) for where, pattern in patterns if where not in WINDOWS]
    assert [told for where, pattern in whole for told in slow_strings(where, pattern)] == []


def test_the_test_finds_slow_patterns() -> None:
    for bad in (r"(\d+,?)+x", r"([A-Za-z]+\s?)+!", r"\s*[,;]"):
        assert next(slow_strings("bad", re.compile(bad)), None), bad
