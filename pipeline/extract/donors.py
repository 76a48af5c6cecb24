"""Rankings of donors: `1 United States 554.2` → what one country gave the partner, with its rank; a row each, or all in one."""

from __future__ import annotations

import re

from pipeline.extract.brackets import bracket_spans, read_bracket
from pipeline.extract.context import bare_unit
from pipeline.extract.direction import Flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures import Figure, add_figure
from pipeline.extract.periods import UNSTATED, Period, measure_of
from pipeline.normalize.amounts import Amount, UnitContext, find_amounts, parse_unit
from pipeline.normalize.areas import parse_area
from pipeline.normalize.dates import find_dates
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Line
from pipeline.outline.headings import likely_topic, read_head
from pipeline.records import Span

ROW = re.compile(
    r"[(（]?(0?[1-9]|[1-9][0-9])(?:st|nd|rd|th|[.)）:])?[\s|]+(.{2,40}?)[\s|:]+([(（]?(?:[A-Z]{2,3}(?=\s?[$0-9]))?[^A-Za-z|]*[0-9][0-9,.]*[^|]*)[\s|]*\Z"
)
ENTRY = re.compile(r"(?:(?<![\w.,])|(?<=[)）]))(?:[(（]([0-9]{1,2})[)）]|([0-9]{1,2})[.:](?![0-9]))\s*")
LABEL = re.compile(r"([^:：\n]{5,120})[:：]\s*(?=[(（]?1[)）.:])")
NAME_END = re.compile(r"[(（:：,;]|\s(?=[0-9$¥€£])|\s(?=US\$)")


def add_donor(facts: Facts, line: Line) -> bool:
    """Add the donors of a line of a ranking; the year, unit and basis stand in the heading. Returns whether there were any."""
    topic = line.section.nearest_topic()
    if topic is not None and topic.group == "donors":
        heading = f"{line.section.heading or ''} {_header(facts, line)}".strip()
        return _add_row(facts, line, heading) or _add_entries(facts, line, heading, line.block.body)
    label = LABEL.match(facts.text, line.block.body, line.block.end) if line.role in ("item", "prose") else None
    own = likely_topic(read_head(label[1]), facts.outline.publisher) if label else None
    if label is None or own is None or own.group != "donors":
        return False
    return _add_entries(facts, line, label[1], label.end())


def _add_row(facts: Facts, line: Line, heading: str) -> bool:
    match = ROW.match(facts.text, line.block.body, line.block.end)
    if match is None:
        return False
    amounts = find_amounts(match[3], context=_unit(facts, heading))
    span = Span(line.block.body, line.block.end)
    return len(amounts) == 1 and _add(facts, line, span, match[2], int(match[1]), amounts[0], heading)


def _add_entries(facts: Facts, line: Line, heading: str, at: int) -> bool:
    """Several donors in one line, each behind its rank: `(1) Australia (US$ 76 million) (2) Japan (US$ 14 million)`."""
    text = facts.text[at : line.block.end]
    marks = [mark for mark in ENTRY.finditer(text) if text[mark.end() : mark.end() + 1].isalpha()]
    if [int(mark[1] or mark[2]) for mark in marks] != list(range(1, len(marks) + 1)) or len(marks) < 2:
        return False
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    told = False
    for rank, (mark, end) in enumerate(zip(marks, ends, strict=True), 1):
        words = text[mark.end() : end].rstrip(" ,;")
        cut = NAME_END.search(words)
        at_figure = cut.start() if cut else len(words)
        amounts = find_amounts(words[at_figure:], context=_unit(facts, heading))
        name = words[:at_figure].strip()
        name = name if "." in name[:-1] else name.rstrip(".")
        span = Span(at + mark.start(), at + mark.end() + len(words))
        if len(amounts) < 2 and _add(facts, line, span, name, rank, next(iter(amounts), None), heading):
            told = True
        else:
            message = "this entry of a ranking was not understood"
            facts.note("unrecognised_text", line, span.start, span.end, message, found=text[mark.start() : end].strip())
    return told


def _header(facts: Facts, line: Line) -> str:
    """The words of the header of a row's table."""
    headers = (one.block for one in facts.outline.lines if one.role == "header" and one.section is line.section)
    near = [block for block in headers if block.end <= line.block.start]
    return facts.text[near[-1].body : near[-1].end] if near else ""


def _unit(facts: Facts, heading: str) -> UnitContext:
    words = [part for a, b in bracket_spans(heading) for part in re.split(r"[,;]", heading[a:b].strip("()"))]
    unit, mult = next((found for found in map(parse_unit, words) if found), (None, 0))
    return bare_unit(facts.outline.publisher)._replace(unit=unit, unit_mult=mult)


def _add(facts: Facts, line: Line, span: Span, name: str, rank: int, amount: Amount | None, heading: str) -> bool:
    """Add one donor: what it gave, with its rank; the rank alone where no amount is printed."""
    donor = parse_area(name)
    if donor is None or isinstance(donor, Refusal):
        return False
    dates = find_dates(heading)
    period = Period(dates[0].value, "inherited", heading) if dates else UNSTATED
    about = read_bracket(heading[heading.find("(") :]) if "(" in heading else None
    basis, source = (about.basis, about.source) if about else (None, None)
    indicator = "oda_total" if amount else "donor_rank"
    figure = Figure(
        indicator, amount or _rank(rank), Flow(donor.area, facts.pair[1], "stated"), period,
        measure_of(indicator, heading, period.value), basis, source, rank=rank, label=name,
    )  # fmt: skip
    add_figure(facts, line, span, figure)
    return True


def _rank(rank: int) -> Amount:
    """A rank as an amount: the number that is printed before a donor."""
    return find_amounts(f"{rank} countries")[0]._replace(unit="rank", unit_basis="stated", noun=None, printed=str(rank))
