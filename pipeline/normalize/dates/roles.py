"""What the words near a date tell of it: that a part of it is meant, that a figure is cumulative, that it is a beginning."""

from __future__ import annotations

import re

from pipeline.normalize.dates.grammar import Core

_CUMULATIVE = re.compile(r"C[Cq5vniOT,(:&a]*\Z")
_TOTAL = re.compile(r"5[nT,(:]*\Z")
_CUMULATIVE_BEHIND = re.compile(r"[,(]?5?q?C")
_SINCE = re.compile(r"sT?[KRxOvEt&'T]{1,12}[iO]T?\Z")
_PART_BEFORE = re.compile(r"(?:(?:3[,OiT]*|2[DN]?OT?|[1d]2,?i?T?)[FylO-]*|[2y][tzu][iO]?T?)\Z")
_PART_BEHIND = re.compile(r"[-,(:]*(?:3|[1d]2|2[DN]?[)^])")
_ENDING = frozenset("asuHp")
_REACH = 16
"""How many tokens before a date its words may begin."""


def may_have_parts(kinds: str) -> bool:
    """Whether a text has words for a part of a year, or for years up to a date."""
    return "2" in kinds or "3" in kinds or "yt" in kinds or "yz" in kinds or "yu" in kinds


def is_part(kinds: str, core: Core) -> bool:
    """Whether a half, a quarter or a week is meant, of which a core names only the year or month, or a time of which it
    names only the end (`12 months to June 2014`, `year through March 2014`)."""
    start = core.first - len(core.before)
    before = _PART_BEFORE.search(kinds, max(0, start - _REACH), start + core.before.startswith("u"))
    return before is not None or _PART_BEHIND.match(kinds, core.last + len(core.behind)) is not None


def is_cumulative(kinds: str, core: Core, *, is_range: bool) -> bool:
    """Whether `cumulative` or the like stands with a date; a bare `total` counts where that is an end or a range."""
    if "C" not in kinds and "5" not in kinds:
        return False
    start = core.first - len(core.before)
    words = kinds[max(0, start - _REACH) : start]
    behind = core.last + len(core.behind)
    if kinds[core.first] in "JU" and kinds[behind] == "K":  # `の`
        behind += 1
    if _CUMULATIVE.search(words) or _CUMULATIVE_BEHIND.match(kinds, behind):
        return True
    return (is_range or not _ENDING.isdisjoint(core.before)) and _TOTAL.search(words) is not None


def dates_since(kinds: str, core: Core) -> bool:
    """Whether a date is when something began: `Since Mongolia's democratization in 1990`."""
    if "s" not in kinds:
        return False
    words = kinds[max(0, core.first - _REACH) : core.first]
    found = _SINCE.search(words)
    return found is not None and ("'" in found[0] or found[0][1] == "T")
