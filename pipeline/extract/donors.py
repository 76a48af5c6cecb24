"""Rankings of donors: `1 United States 554.2` → what one country gave the partner, with its rank."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.extract.brackets import bracket_spans, read_bracket
from pipeline.extract.direction import Flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures import Figure, add_figure
from pipeline.extract.periods import UNSTATED, Period, measure_of
from pipeline.normalize.amounts import Amount, UnitContext, find_amounts, parse_unit
from pipeline.normalize.areas import parse_area
from pipeline.normalize.dates import find_dates
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Line, Section
from pipeline.records import Span

RANK = re.compile(r"(?:\A|(?<=[\s;,]))[(（]?([0-9]{1,2})(?:st\b|nd\b|rd\b|th\b|[.)）:])?[:.]?[\s|]+(?=[A-Z])")
FIGURE = re.compile(r"[\s|:(（]+([^A-Za-z|()（）]*(?:(?:US|U\.S\.) ?)?[$¥€£]?\s*[0-9][^|]*?)[\s|)）;,.]*\Z")
LONGEST_NAME = 40


def add_donor(facts: Facts, line: Line) -> bool:
    """Add the donors that a line of a ranking lists; the year, unit, basis and source stand in the heading. Returns whether
    the whole line was understood: a ranking with gaps gives nothing."""
    topic = line.section.nearest_topic()
    if topic is None or topic.group != "donors":
        return False
    heading = _heading(line.section)
    text = facts.text[line.block.body : line.block.end]
    marks = list(RANK.finditer(text))
    ranks = [int(mark[1]) for mark in marks]
    if not marks or marks[0].start() or any(b != a + 1 for a, b in pairwise(ranks)):
        return False
    bounds = [*(mark.start() for mark in marks), len(text)]
    unit = _unit(f"{heading} {_header(facts, line)}")
    given = [_given(text[mark.end() : stop], unit) for mark, stop in zip(marks, bounds[1:], strict=True)]
    for rank, one, start, stop in zip(ranks, given, bounds, bounds[1:], strict=False):
        if one is None or None in given:
            return False
        words = text[start:stop].rstrip(" \n|;,")
        span = Span(line.block.body + start, line.block.body + start + len(words))
        _add(facts, line, span if len(marks) > 1 else Span(line.block.body, line.block.end), rank, one, heading)
    return True


def _heading(section: Section) -> str:
    """The words of the heading that says what is ranked, and of those below it."""
    words = section.heading or ""
    while section.topic is None and section.parent is not None:
        section = section.parent
        words = f"{section.heading or ''} {words}"
    return words


def _header(facts: Facts, line: Line) -> str:
    """The words of the header of a row's table."""
    headers = (one for one in facts.outline.lines if one.role == "header" and one.section is line.section)
    near = [one for one in headers if one.block.end <= line.block.start] if line.role == "row" else []
    return facts.text[near[-1].block.body : near[-1].block.end] if near else ""


def _unit(words: str) -> UnitContext:
    """The unit that the brackets of a heading or header state."""
    inside = [part for a, b in bracket_spans(words) for part in re.split(r"[,;]", words[a:b].strip("()"))]
    unit = next((found for found in map(parse_unit, inside) if found), (None, 0))
    return UnitContext(unit=unit[0], unit_mult=unit[1])


def _given(words: str, unit: UnitContext) -> tuple[str, str, Amount] | None:
    """A donor's area, its printed name and what it gave: `U.S.A. (US$ 76.2 million)`, `United States | 554.2`."""
    figure = FIGURE.search(words)
    name = words[: figure.start()].strip(" |:") if figure else ""
    donor = parse_area(name) if 1 < len(name) <= LONGEST_NAME else None
    if figure is None or donor is None or isinstance(donor, Refusal):
        return None
    amounts = find_amounts(figure[1], context=unit)
    return (donor.area, name, amounts[0]) if len(amounts) == 1 else None


def _add(facts: Facts, line: Line, span: Span, rank: int, given: tuple[str, str, Amount], heading: str) -> None:
    area, name, amount = given
    dates = find_dates(heading)
    period = Period(dates[0].value, "inherited", heading) if dates else UNSTATED
    measure = measure_of("oda_total", heading, period.value)
    inside = [read_bracket(heading[a:b]) for a, b in bracket_spans(heading)]
    figure = Figure(
        "oda_total",
        amount,
        Flow(area, facts.pair[1], "stated"),
        period,
        measure,
        read_bracket(heading).basis,
        next((part.source for part in inside if part.source), None),
        rank=rank,
        label=name,
    )
    add_figure(facts, line, span, figure)
