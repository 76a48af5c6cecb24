"""What words say of the figures around them: a unit, a basis, until when totals run."""

from __future__ import annotations

import re

from pipeline.extract.figures.brackets import is_one_bracket, read_bracket
from pipeline.extract.figures.periods import AS_OF, CUMULATIVE, UNTIL, UNTIL_SIGN
from pipeline.extract.figures.sources import PART
from pipeline.normalize.amounts import find_amounts, parse_unit
from pipeline.normalize.dates import find_dates
from pipeline.patterns import quick

UNIT_LEAD = re.compile(r"(?:units?|単位)\s*[:：]", re.I)
VALUE_LEAD = re.compile(r"(?:value|amount|金額)s?\s*[:：]\s*(?P<unit>[^;；]{1,40})(?:[;；]|\Z)", re.I)
"""What a caption says first of several sorts of figures: `Value: million yen; change from the previous year: %`."""
RUNNING = quick(
    rf"{CUMULATIVE.pattern.pattern}|{UNTIL.pattern.pattern}|{UNTIL_SIGN.pattern}|{AS_OF.pattern.pattern}", re.I
)
"""What says that totals run until a date."""
LONGEST_SCOPE = 100
LEAD = re.compile(r"\A[\s※*(（]*(?:(?:notes?\b|注)\s*[)）]?\s*[:：.]?\s*)?(?:[(（]?[0-9]{1,2}[)）.:：]\s)?\s*", re.I)
"""What a note begins with, before its words."""
NOTE_PART = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z0-9\"“'‘(–-])|[;；。]\s*|,\s+(?=[a-z]+\s)")
TELLS_UNIT = re.compile(
    r"(?:(?:all )?(?:the )?(?:figures?|amounts?|values?|numbers?)"
    r"(?: (?:above|below|(?:of|in) (?:this|the)(?: above)? tables?))? (?:are )?(?:(?:given|shown|expressed|stated) )?in(?: units? of)?"
    r"|(?:the )?units?(?: of (?:the )?(?:figures|amounts|values))?(?:\s?[:：=]| is| are| in)|単位(?:は|\s?[:：]))"
    r"\s?(?P<unit>[^:：]{1,40})",
    re.I,
)
"""How a sentence of a note tells the unit of the figures that it is on: `Amounts are in 100 million yen`."""


def is_date_of_totals(words: str) -> bool:
    """Whether words say until when totals run, and hold no figure of their own.

    >>> is_date_of_totals("Cumulative totals up to FY 2003."), is_date_of_totals("Cumulative total as of 2003: 8 yen")
    (True, False)
    """
    dates = find_dates(words) if RUNNING.search(words) else []
    return bool(dates) and not find_amounts(words, skip=[(date.start, date.end) for date in dates])


def scope_of(text: str) -> str | None:
    """What a line of its own says of the figures below it: a unit, a basis, a date; `None` for any other line.

    >>> scope_of("Unit: million yen"), scope_of("(E/N basis)"), scope_of("(mainly fish)")
    ('(Unit: million yen)', '(E/N basis)', None)
    """
    words = text.strip().lstrip("※* ")
    if (value := VALUE_LEAD.match(words)) and parse_unit(value["unit"]) and not any(map(str.isdigit, words)):
        return f"({value['unit'].strip()})"
    if len(words) > LONGEST_SCOPE or not (is_one_bracket(words) or UNIT_LEAD.match(words)):
        return None
    inside = words.strip("()（）[]")
    part = read_bracket(inside)
    return f"({inside})" if units_in(inside) or ((part.date or part.basis) and part.words is None) else None


def units_in(words: str) -> bool:
    """Whether one of the parts of a bracket is a unit."""
    return any(parse_unit(one) for one in PART.split(words.strip("()（）[]")))


def unit_told(words: str) -> str | None:
    """The unit that one sentence of a note below figures tells, beside whatever the others say.

    >>> unit_told("(Unit: million yen. Debt relief is not included.)"), unit_told("Note: In 2010 Japan gave 5 million yen.")
    ('(million yen)', None)
    """
    for part in NOTE_PART.split(LEAD.sub("", words)):
        told = TELLS_UNIT.fullmatch(part.strip(" .()（）"))
        if told and parse_unit(f"({told['unit']})"):
            return f"({told['unit']})"
    return None
