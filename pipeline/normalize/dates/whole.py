"""`parse_date`: a text that is one date and nothing else."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.normalize.dates.calendar import FIRST_YEAR, LAST_YEAR, DateValue
from pipeline.normalize.dates.edges import is_adjective
from pipeline.normalize.dates.grammar import whole_core
from pipeline.normalize.dates.hints import MONTHS
from pipeline.normalize.dates.pieces import fold
from pipeline.normalize.dates.reading import AMBIGUOUS, SEVERAL, read_period
from pipeline.normalize.dates.respelled import respelled
from pipeline.normalize.dates.roles import is_cumulative
from pipeline.normalize.dates.tokens import Tokens, tokenize
from pipeline.normalize.dates.values import NO_DATE, are_apart, value_of
from pipeline.normalize.refusal import Refusal

LIMIT = 200
"""The longest text that is taken for one date."""
_IN_BRACKETS = re.compile(r"\^(?:Y,?\((?:M[Dd]?|M[-~t]M)\)|(?:M[Dd]?|M[Dd][-~t&][Dd]|(?:[Dd][-~t&])?[Dd]O?M)\(Y\)):?\^")
"""A year, and a month or days in brackets behind it, or the other way round."""
_TELLING = re.compile(rf"[0-9０-９年月]|(?i:centur)|世紀|{MONTHS.pattern}")


def parse_date(text: str, *, year: int | None = None, fiscal_start: int = 4) -> DateValue | Refusal:
    """The one date or period that a text is, bar brackets, a last colon, and words that say where a figure is from.

    `year` is the year of a month or day without one; `fiscal_start` the month in which a fiscal year begins.

    >>> parse_date("(as of the end of FY 2015)")[:5]
    ('2015-04/2016-03', '2015-04-01', '2016-03-31', 'range', 'as_of')
    >>> parse_date("Apr-May", year=2014).edtf, parse_date("Apr-May").reason
    ('2014-04/2014-05', 'the year is missing')
    """
    if len(text) > LIMIT or not _TELLING.search(text):
        return NO_DATE
    return _parse(text, year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None, fiscal_start)


PART_OF_YEAR = Refusal("a half, a quarter or a week is not read")
_PARTS = frozenset("23")
_LEADING = frozenset("in")
_PLAIN = re.compile("[0-9]{4}(?:-[0-9]{2}){0,2}")
_EDTF_ABOUT = re.compile("(?:[0-9]-[0-9]{2}|X)~")
"""In EDTF `~` means about, on sheets since; both are possible behind what EDTF prints and sheets may."""


@lru_cache(maxsize=4096)
def _parse(text: str, year: int | None, fiscal_start: int) -> DateValue | Refusal:
    folded = fold(text)
    tokens = tokenize(folded)
    core = whole_core(tokens.kinds)
    if (core is None or core.name == "bad") and (other := respelled(folded, text)) != folded:
        tokens = tokenize(other)
        core = whole_core(tokens.kinds)
    if core is None:
        if not _PARTS.isdisjoint(tokens.kinds):
            return PART_OF_YEAR
        if "," in tokens.kinds or _IN_BRACKETS.fullmatch(tokens.kinds):
            tokens = _without_signs(tokens)
            core = whole_core(tokens.kinds)
        if core is None:
            return NO_DATE
    if tokens.kinds[core.last - 1] == "F" and is_adjective(tokens, core.last - 1):
        return NO_DATE
    if core.joiner and "Y-D/Y" in tokens.kinds:  # `2004-01/2005`: the month of either year
        return AMBIGUOUS
    period = read_period(tokens, core, year)
    if isinstance(period, Refusal):
        return period
    if core.name == "pair" and are_apart(period):
        return SEVERAL
    is_total = is_cumulative(tokens.kinds, core, is_range=period.last is not None)
    value = value_of(period, core, fiscal_start, is_cumulative=is_total, open_start=core.open_start)
    if "0" in tokens.kinds:
        return _doubted(value, leads=not _LEADING.isdisjoint(tokens.kinds))
    return AMBIGUOUS if "~" in text and _EDTF_ABOUT.search(text) else value


def _doubted(value: DateValue | Refusal, *, leads: bool) -> DateValue | Refusal:
    """A date with a question mark behind it; `in 1871?` asks for more than the date."""
    if isinstance(value, Refusal) or (not leads and _PLAIN.fullmatch(value.edtf)):
        return value if isinstance(value, Refusal) else value._replace(edtf=f"{value.edtf}?")
    return NO_DATE


def _without_signs(tokens: Tokens) -> Tokens:
    """`2010, March`, `Tuesday, May, 3, 2011` and `2010 (March)`, where nothing else stands in the text."""
    signs = ",()" if _IN_BRACKETS.fullmatch(tokens.kinds) else ","
    kept = [n for n, kind in enumerate(tokens.kinds[:-1]) if kind not in signs]
    return Tokens(
        tokens.text,
        "".join(tokens.kinds[n] for n in kept) + "^",
        [tokens.starts[n] for n in kept],
        [tokens.ends[n] for n in kept],
        [tokens.values[n] for n in kept],
    )
