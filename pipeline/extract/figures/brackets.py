"""The brackets behind a figure, each part by what it holds: a date, a rank, a source, a basis, a balance, goods, a note."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.figures.bases import basis_alone, basis_of
from pipeline.extract.figures.figure import is_money
from pipeline.extract.figures.ranks import rank_of
from pipeline.extract.figures.sources import (
    LED,
    NAMELESS,
    PART,
    STATISTICS,
    YEARBOOK,
    source_beside,
    source_in,
    tidy_source,
)
from pipeline.normalize.amounts import parse_unit
from pipeline.normalize.dates import DateValue, FoundDate, find_dates, parse_date
from pipeline.patterns import has_japanese

OPEN, CLOSE = "(（[", ")）]"
UNTIL = re.compile(r"[-–—~～〜]\s?(?![0-9]++\s*+\Z)")
"""Before a date at the beginning of a bracket; what is but a number is less than nothing."""
BEHIND_DATE = re.compile(r"\A[\s,;:、：]*(?:[-–—]\s)?\s*|[\s,;:、：]+\Z")
"""What parts a date from what is said beside it: `2011: World Bank`."""
YEAR_BEHIND = re.compile(r"(?!(?i:sources?)\s?:)([^:：0-9]{2,80})[:：]\s?((?:19|20)[0-9]{2})")
COUNTED = re.compile(
    r"[(（\[]?\s?(?:[0-9]{1,3}|one|two|three|four|five) (?:[a-z]+ ){0,2}(?:projects?|cases?|loans?|grants?|items?|works)\s?: ",
    re.I,
)
"""How a bracket begins that names what it counts, so that a date in it is of that: `1 project: Dry Port, March 2005`."""
SIGN = re.compile(r"[(（\[)）\]]")


class Part(NamedTuple):
    """What stands in the brackets of a figure. Spans are of the whole text; `None` where nothing of the kind stands."""

    date: DateValue | None
    rank: int | None
    source: str | None
    basis: str | None
    words: str | None


@lru_cache(maxsize=64)  # each reader of a line asks for them
def bracket_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The outermost brackets of a text, as spans with the signs; an unclosed one reaches to the end.

    >>> bracket_spans("29 (a (b)) (c)")
    ((3, 10), (11, 14))
    """
    if "(" not in text and "（" not in text and "[" not in text:
        return ()
    spans, depth, start = [], 0, 0
    for found in SIGN.finditer(text):
        if found[0] in OPEN:
            if depth == 0:
                start = found.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append((start, found.end()))
    return (*spans, (start, len(text))) if depth else tuple(spans)


def is_one_bracket(text: str) -> bool:
    """Whether a text is a bracket from its first sign to its last.

    >>> is_one_bracket("(a (b))"), is_one_bracket("(a) (b)")
    (True, False)
    """
    return bool(text) and text[0] in OPEN and text[-1] in CLOSE and bracket_spans(text) == ((0, len(text)),)


@lru_cache(4096)
def read_bracket(words: str) -> Part:
    """Take the inside of a bracket apart.

    >>> part = read_bracket("as of June 2013, 11th in nationality rankings")
    >>> part.date.edtf, part.rank, part.words
    ('2013-06', 11, None)
    """
    words = LED.sub("", words.strip(" \n()（）[]"))
    is_japanese = has_japanese(words)
    if "\n" in words and not is_japanese:
        words = " ".join(words.split())
    date, rest = (None, words) if COUNTED.match(words) else _date_of(words)
    rank = rank_of(rest)
    if rank is not None:
        rest = ", ".join(part for part in PART.split(rest) if rank_of(part) is None)
    basis = basis_of(rest)
    if basis:
        rest = ", ".join(part for part in PART.split(rest) if basis_of(part) is None or STATISTICS.search(part))
    parts = PART.split(rest)
    if any(map(_is_unit_of_money, parts)):
        rest = ", ".join(part for part in parts if not _is_unit_of_money(part))
    if len(parts) > 1 and any(map(basis_alone, parts)):
        rest = ", ".join(part for part in PART.split(rest) if not basis_alone(part))
    rest = BEHIND_DATE.sub("", rest) if date else rest
    source, rest = source_in(rest.strip(" ,;、"), is_japanese=is_japanese)
    named = tidy_source(source) if source else None
    return Part(date, rank, None if named in NAMELESS else named, basis, rest or None)


@lru_cache(4096)  # goods are the same on many sheets
def _is_unit_of_money(words: str) -> bool:
    """Whether words only say in which money, or which scale of it, figures are: `Unit: million yen`."""
    unit = parse_unit(words) if words else None
    return unit is not None and (unit[1] != 0 or is_money(unit[0]))


def _date_of(words: str) -> tuple[DateValue | None, str]:
    """The date of a bracket and what is left: the whole, one of its parts, or the first date in running words."""
    if YEARBOOK.search(words):
        own, rest = _date_of(YEARBOOK.sub("@", words))
        return own, rest.replace("@", YEARBOOK.findall(words)[0])
    parts = PART.split(words) if "年" in words else []
    for part in parts if len(parts) > 1 else ():
        if isinstance(date := parse_date(part), DateValue):
            return date, "、".join(other for other in parts if other != part)
    if (led := UNTIL.match(words)) and isinstance(end := parse_date(words[led.end() :]), DateValue):
        return end._replace(role="until"), ""
    whole = parse_date(words)
    if isinstance(whole, DateValue):
        based = (part for part in PART.split(words) if basis_of(part))
        return whole, source_beside(words) or ", ".join(based)
    found, shift = find_dates(words), 0
    if not found:
        found, shift = find_dates(f"({words})"), 1
    if not found:
        return _year_among(words)
    best: FoundDate = found[0]
    before, after = words[: best.start - shift].rstrip(), words[best.end - shift :].lstrip()
    joint = ", " if before.endswith((",", ";")) or after.startswith((",", ";")) else " "
    return best.value, joint.join((before.rstrip(",; -–—~～〜"), after.lstrip(",; "))).strip(" ,;、")


def _year_among(words: str) -> tuple[DateValue | None, str]:
    """The one part of a bracket that is nothing but a year, and the others: `flow, 2016, Bank of Mexico`, `World Bank: 2016`."""
    last = YEAR_BEHIND.fullmatch(words)
    parts = list(last.groups()) if last else PART.split(words)
    years = [part for part in parts if part.isdigit() and isinstance(parse_date(part), DateValue)]
    if len(years) != 1:
        return None, words
    return parse_date(years[0]), ", ".join(part for part in parts if part != years[0])  # type: ignore[return-value]
