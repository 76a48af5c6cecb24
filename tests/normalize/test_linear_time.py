"""No text makes a normaliser slow: eight times as much of anything takes about eight times as long, or less.

Growth is compared, never seconds: work that grows with the square would take sixty-four times as long. Processor time is
counted, so that other programs do not matter, and only the best of several rounds.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from pipeline import normalize
from tests.each import each

SHORT, LONG = 3_000, 24_000
MOST_GROWTH = 20
GRAIN = 0.05
"""Seconds below which clocks, caches and garbage collection say more than the text does."""
ROUNDS = 5

CHARACTERS = "019aAzé年月一アん人１・ .,-–~([{|:;'’\"/$¥%+*•=_\\^<>&?!\n\t\r\0\xa0\u3000\u0301\ud800"
STRINGS = """
1,;1.;1-;1~;1/;1:;'05 ;1 000 ;¥1;$1 ;-1;+81 ;1st ;1億2;令和5年;2022年1月~;((;();[];(1) ;(a) ;ab-;A.;A-;a';A, B, ;Mr. ;H.E. ;
Ms. Anne ;Prime Minister ;Minister of ;Minister for ;President A. ;Prince and ;Delegation (;Members of ;of ;and ;the ;FY ;FY 2012 ;
2012 ;2012-;1998-99 ;May ;May 3, ;3-4 ;in ;as of ;since 2012 ;19th century ;million ;1 billion ;about ;none|;: none,;Niger ;
United States ;Republic of ;U.S.;モンゴル・;Japan-;tel 1;http://;@a;e1;x²
"""
PATTERNS = [*CHARACTERS, "9 ", "a ", "A ", " \n", "\r\n", *(s for s in STRINGS.replace("\n", "").split(";") if s)]


def seconds(read: Callable[[str], object], text: str) -> float:
    start = time.thread_time()
    read(text)
    return time.thread_time() - start


@pytest.mark.parametrize("pattern", PATTERNS, ids=repr)
@each("name", normalize.__all__)
def test_time_grows_with_the_text(name: str, pattern: str) -> None:
    read = getattr(normalize, name)
    best_short = best_long = float("inf")
    for more in range(ROUNDS):  # each time a character more: texts that were read are remembered
        short, long = ((pattern * (size + more))[: size + more] for size in (SHORT, LONG))
        best_short = min(best_short, seconds(read, short))
        best_long = min(best_long, seconds(read, long))
        if best_long <= MOST_GROWTH * best_short + GRAIN:
            return
    pytest.fail(f"{SHORT} characters took {best_short:.4f} s, {LONG} took {best_long:.4f} s")
