"""Donors in one line or one below the other: with their ranks, or without any."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from pipeline.extract.facts import Facts
from pipeline.extract.figures.brackets import bracket_spans, read_bracket
from pipeline.extract.figures.context import Frame
from pipeline.extract.figures.donors.donor import Donor, add, add_all, donor_area, named, note
from pipeline.extract.figures.periods import Period
from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.normalize.areas import Area
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.outline import Line
from pipeline.records import Span

ENTRY = re.compile(
    r"(?:(?<![\w.,])|(?<=[)）])|(?<=[ぁ-ヿ一-鿿])(?=[(（]))(?:[(（]([0-9０-９]{1,2})[)）]|第?([0-9０-９]{1,2})(?:[.:．](?![0-9０-９])|(?:st|nd|rd|th)[:.]?(?=\s)|位[:：]?)|([①-⑳]))\s*"
)
BESIDE_LIST = re.compile(
    r"[(（]\s?(?P<name>[^\s()（）0-9、,:：]{2,20}?)(?:は|:|：|\s(?:was|ranked|is)(?: the)?)?\s?"
    r"(?:第?([0-9０-９]{1,2})位|([0-9]{1,2})(?:st|nd|rd|th))(?:\s?[、,:：]\s?([^()（）]{1,30}))?[)）]\s*\Z"
)
"""One that is told behind those of a list since it is none of the first ones: `（日本は第8位、26.4）`."""
BEFORE_CIRCLED = ord("①") - 1
LISTED = re.compile(
    r"\s{0,4}+([^\s\x00-\x7f（）、，]{2,20})[（(](?=[0-9０-９])([0-9０-９,，.．]{1,12})[^（）()]{0,10}[)）][、，]?"
)
"""One of several in a line in Japanese that gives no ranks: `米国（665.1）　英国（530.3）`."""
RANKED = re.compile(
    r"(?P<name>[^\W\d_][^()（）0-9０-９,;:]{1,40}?)\s?[(（](?:第?(?P<rank>[0-9０-９]{1,2})(?:st|nd|rd|th|位))[,、，:：]\s?"
    r"(?P<gift>[^()（）]{1,30})[)）](?:\s*[,、，;；]\s*(?:and\s)?|\s*\Z)"
)
"""One of several in a line, each with its rank and what it gave behind its name: `Ireland (4th, US$ 21.5 million)`."""
LEAD = re.compile(r"([^:：]{4,20})[:：]\s*")
RUN = re.compile(
    r"(?P<one>[^\W\d_][^0-9０-９,、，;；:：]{1,40}?[0-9０-９][0-9０-９,.，．]*[^,、，;；0-9０-９]{0,20}?)"
    r"(?:\s*[,、，;；]\s*(?:and\s+)?(?=[^\W\d_])|\s+and\s+(?=[^\W\d_])|\s*\.?\Z)"
)
"""One of several in a line of nothing else, each with what it gave behind its name: `Germany 108.7`."""
NAME = re.compile(r"[^\s、，,;；](?:[^、，,;；\n]*[^\s、，,;；])?")
"""One of several names in a line of nothing else: `米国、英国、日本`."""
DATED = re.compile(r"([^:： \u3000]{4,12})[:： \u3000]{1,4}")
"""How a line begins whose donors are those of a year: `2006年　米国（40.3）`."""
LEAST_LISTED, MOST_NEEDED = 2, 4
ENTRY_ENDS = " ,;、，\u3000"


def add_entries(facts: Facts, line: Line, frame: Frame, at: int) -> bool:
    """Several donors in one line, each behind its rank: `(1) Australia (US$ 76 million) (2) Japan (US$ 14 million)`; or one
    on a line of its own that gives nothing but its rank: `1. Australia`."""
    text = facts.text[at : line.block.end]
    marks = [mark for mark in ENTRY.finditer(text) if text[mark.end() : mark.end() + 1].isalpha()]
    ranks = [int(mark[1] or mark[2] or ord(mark[3]) - BEFORE_CIRCLED) for mark in marks]
    is_alone = len(marks) == 1 and marks[0].start() == 0
    is_alone = is_alone and isinstance(donor_area(named(text[marks[0].end() :].strip(), frame)[0]), Area)
    if not is_alone and (len(marks) < LEAST_LISTED or ranks[0] != 1):
        return False
    behind = BESIDE_LIST.search(text, marks[-1].end())
    ends = [mark.start() for mark in marks[1:]] + [behind.start() if behind else len(text)]
    entries = [text[mark.end() : end].rstrip(ENTRY_ENDS) for mark, end in zip(marks, ends, strict=True)]
    if not is_alone and not _are_ranks(ranks, [_entry(words, frame)[0] for words in entries]):
        return False
    frame = _said_of_all(text[marks[-1].end() :], _dated_before(text[: marks[0].start()], frame))
    told = False
    for rank, mark, end, words in zip(ranks, marks, ends, entries, strict=True):
        name, amount = _entry(words, frame)
        span = Span(at + mark.start(), at + mark.end() + len(words))
        if add(facts, line, span, Donor(name, rank, amount), frame):
            told = True
        else:
            note(facts, line, Span(span.start, at + end))
    if behind:
        rank = int(behind[2] or behind[3])
        amount = next(iter(find_amounts(behind[4], context=frame.unit)), None) if behind[4] else None
        span = Span(at + behind.start(), at + behind.end())
        if not add(facts, line, span, Donor(behind[1].strip(), rank, amount), frame):
            note(facts, line, span)
    return told


def _entry(words: str, frame: Frame) -> tuple[str, Amount | None]:
    """A donor's name and what it gave, behind its rank; a stop ends the name where it is part of no abbreviation."""
    name, amount = named(words, frame)
    return name if "." in name[:-1] else name.rstrip("."), amount


def _are_ranks(ranks: list[int], names: list[str]) -> bool:
    """Whether the numbers before names are ranks: they count from one, or skip some where each name is that of a country."""
    is_count = ranks == list(range(1, len(ranks) + 1))
    is_rising = all(one < other for one, other in pairwise(ranks))
    return is_count or (is_rising and all(isinstance(donor_area(name), Area) for name in names))


def _dated_before(words: str, frame: Frame) -> Frame:
    """The year that stands before the donors of a line is theirs: `2010: (1) Australia 21.07`."""
    date = parse_date(words.strip(" :：、,-–—|\t\u3000"))
    return frame._replace(period=Period(date, "stated", words)) if isinstance(date, DateValue) else frame


def _said_of_all(last: str, frame: Frame) -> Frame:
    """What a bracket behind the last donor of a line says of them all: `（１）日本　（２）米国（2016年、OECD/DAC）`."""
    spans = bracket_spans(last.rstrip())
    part = read_bracket(last[slice(*spans[-1])]) if spans and spans[-1][1] == len(last.rstrip()) else None
    if part is None or part.date is None or frame.period.value is not None:
        return frame
    return frame._replace(period=Period(part.date, "inherited", last), source=frame.source or part.source)


def add_unranked(facts: Facts, line: Line, frame: Frame) -> bool:
    """One donor on a line of its own, whose rank is its place in the list, or their total: `United States (US$ 98.4 million)`."""
    span = Span(line.block.body, line.block.end)
    name, amount = named(facts.text[span.start : span.end], frame)
    if amount is None:
        return False
    return add(facts, line, span, Donor(name, None, amount), frame) or add_all(facts, line, span, name, amount, frame)


def add_below(facts: Facts, line: Line, frame: Frame) -> bool:
    """What one donor gave, on the line right below its name: `Denmark` over `29.43 million US dollars`."""
    lines = facts.outline.lines
    n = bisect_left(lines, line.block.start, key=lambda one: one.block.start)
    above = lines[n - 1] if n else line
    words = facts.words(line).strip()
    amounts = find_amounts(words, context=frame.unit)
    is_alone = len(amounts) == 1 and (amounts[0].start, amounts[0].end) == (0, len(words))
    is_next = above.section is line.section and facts.text[above.block.end : line.block.body].strip(" ") == "\n"
    if not is_alone or not is_next:
        return False
    span = Span(above.block.body, line.block.end)
    return add(facts, line, span, Donor(facts.words(above).strip(), None, amounts[0]), frame)


def add_run(facts: Facts, line: Line, frame: Frame, at: int | None = None) -> bool:
    """Several donors in a line of nothing else, but maybe their year in front, each with what it gave behind its name:
    `2003: United States 496.2, Germany 108.7`; they begin at `at`."""
    at = line.block.body if at is None else at
    text = facts.text[at : line.block.end]
    lead = LEAD.match(text)
    frame = _dated_before(lead[1], frame) if lead else frame
    if lead and frame.period.words != lead[1]:
        return False
    found, place = [], lead.end() if lead else 0
    while place < len(text) and (one := RUN.match(text, place)):
        found.append(one)
        place = one.end()
    read = [named(one["one"], frame) for one in found]
    lands = [isinstance(donor_area(name), Area) for name, amount in read if amount is not None]
    if place < len(text) or len(found) < LEAST_LISTED or len(lands) != len(found) or not any(lands):
        return False
    for one, (name, amount) in zip(found, read, strict=True):
        span = Span(at + one.start("one"), at + one.end("one"))
        if amount and not (
            add(facts, line, span, Donor(name, None, amount), frame) or add_all(facts, line, span, name, amount, frame)
        ):
            note(facts, line, span)
    return True


def add_listed(facts: Facts, line: Line, frame: Frame) -> bool:
    """Several donors in a line of nothing else, but maybe their year in front, each with what it gave in a bracket."""
    at, end = line.block.body, line.block.end
    lead = DATED.match(facts.text, at, end)
    if lead and (dated := _dated_before(lead[1], frame)) is not frame:
        frame, at = dated, lead.end()
    found: list[re.Match[str]] = []
    while at < end and (one := LISTED.match(facts.text, at, end)):
        found.append(one)
        at = one.end()
    if at < end or len(found) < LEAST_LISTED:
        return False
    told = False
    for one in found:
        name, amount = named(one[0].rstrip("、，"), frame)
        span = Span(one.start(1), one.end())
        if amount and add(facts, line, span, Donor(name, None, amount), frame):
            told = True
        else:
            note(facts, line, span)
    return told


def add_ranked(facts: Facts, line: Line, frame: Frame) -> bool:
    """Donors in a line of nothing else, but maybe their year in front, each with its rank and what it gave in a bracket."""
    at, end = line.block.body, line.block.end
    first = RANKED.search(facts.text, at, end)
    if first is None:
        return False
    frame = _dated_before(facts.text[at : first.start()], frame)
    if facts.text[at : first.start()].strip() and frame.period.words != facts.text[at : first.start()]:
        return False
    found, place = [], first.start()
    while place < end and (one := RANKED.match(facts.text, place, end)):
        found.append(one)
        place = one.end()
    if place < end:
        return False
    told = False
    for one in found:
        amounts = find_amounts(one["gift"], context=frame.unit)
        donor = Donor(one["name"].strip(), int(one["rank"]), amounts[0] if len(amounts) == 1 else None)
        span = Span(one.start(), one.end("gift") + 1)
        if len(amounts) == 1 and add(facts, line, span, donor, frame):
            told = True
        else:
            note(facts, line, span)
    return told


def add_named(facts: Facts, line: Line, frame: Frame) -> bool:
    """The donors of a line that is nothing but their names, without what they gave or a rank: that each is one of them is
    told, and no value. One alone is an item of a list."""
    at = line.block.body
    words = facts.text[at : line.block.end]
    parts = [Span(at + one.start(), at + one.end()) for one in NAME.finditer(words)]
    names = [facts.text[a:b] for a, b in parts]
    if line.role not in ("item", "prose") or not all(isinstance(donor_area(name), Area) for name in names):
        return False
    if len(names) < (1 if line.role == "item" else LEAST_LISTED):
        return False
    told = [add(facts, line, span, Donor(name, None, None), frame) for span, name in zip(parts, names, strict=True)]
    return all(told)
