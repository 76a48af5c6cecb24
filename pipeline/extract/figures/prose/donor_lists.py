"""Donors that a sentence lists with what each gave: `the largest donors were France (US$ 9 million) and Japan (US$ 6 million)`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.facts import Facts
from pipeline.extract.figures.bases import basis_of
from pipeline.extract.figures.context import heading_frame
from pipeline.extract.figures.donors.donor import Donor, add, donor_area
from pipeline.extract.figures.figure import is_money
from pipeline.extract.figures.periods import Period
from pipeline.normalize.amounts import Amount
from pipeline.normalize.areas import Area, find_areas
from pipeline.outline import Line
from pipeline.publishers.groups import AID
from pipeline.records import Span

FEWEST = 2
DONORS = re.compile(
    r"\bdonors?\b(?: (?:countries|nations))?(?: (?:of (?:oda|aid)|(?:among|in|of) (?:the )?(?:oecd/)?dac(?: (?:countries|members))?))?"
    r"(?P<goal> (?:to|for|in) [^,;:()]{2,40}?(?= (?:among|were|are|was|is|in|includ\w+|being|with)\b|[,;:(]))?",
    re.I,
)
HERE = re.compile(r" (?:to|for|in) (?:the|this) (?:country|islands?|republic|kingdom)\b", re.I)
_NAME = r"(?:the )?(?P<name>[A-Z][^:;,()0-9]{1,40}?)(?:\s?\(|\s?: ?|,? (?:with|giving|which gave) (?:a total of )?)"
FIRST = re.compile(rf"(?:\A|: ?|\b(?:were|are|was|is|includ(?:e|ed|ing)|being|namely) ){_NAME}\Z")
NEXT = re.compile(rf"\)?(?:[,;] ?(?:and |followed by )?| and | followed by ){_NAME}")


def add_donor_list(facts: Facts, line: Line, words: str, at: int, amounts: Sequence[Amount], period: Period) -> bool:
    """Add the donors to the partner of a sentence that begins at `at`, all of whose amounts are what one of them gave.
    Returns whether it is one."""
    told = DONORS.search(words) if line.section.group in AID | {"donors"} else None
    if told is None or len(amounts) < FEWEST or not all(is_money(one.unit) for one in amounts):
        return False
    names = _names(words, amounts)
    goal = told["goal"] or ""
    lands = {land.area for land in find_areas(goal)}
    is_here = not goal or lands == {facts.pair[1]} or HERE.match(goal) is not None
    if not is_here or not all(isinstance(donor_area(name), Area) for name in names) or not names:
        return False
    frame = heading_frame(facts, line.section, line.section.nearest_topic)
    frame = frame.within(period) if period.value is None else frame._replace(period=period)
    frame = frame._replace(basis=basis_of(words) or frame.basis)
    for name, amount in zip(names, amounts, strict=True):
        add(facts, line, Span(at + amount.start, at + amount.end), Donor(name, None, amount), frame)
    return True


def _names(words: str, amounts: Sequence[Amount]) -> list[str]:
    """What stands right before each amount of a list of nothing else, as a name; empty where the amounts are no such list."""
    first = FIRST.search(words, 0, amounts[0].start)
    ends = [one.end for one in amounts]
    others = [NEXT.fullmatch(words, end, one.start) for end, one in zip(ends, amounts[1:], strict=False)]
    return [one["name"].strip() for one in (first, *others) if one] if first and all(others) else []
