"""Rankings of donors: `1 United States 554.2` → what one country gave the partner, with its rank."""

from __future__ import annotations

import re

from pipeline.extract.brackets import bracket_spans, read_bracket
from pipeline.extract.direction import Flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures import Figure, add_figure
from pipeline.extract.periods import UNSTATED, Period, measure_of
from pipeline.normalize.amounts import UnitContext, find_amounts, parse_unit
from pipeline.normalize.areas import parse_area
from pipeline.normalize.dates import find_dates
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Line
from pipeline.records import Span

ROW = re.compile(r"[(（]?([0-9]{1,2})[.)）:]?[\s|]+(.{2,40}?)[\s|:]+([^A-Za-z|]*[0-9][0-9,.]*[^|]*)[\s|]*\Z")


def add_donor(facts: Facts, line: Line) -> bool:
    """Add the row of one donor of a ranking; the year, unit and basis stand in the heading. Returns whether it was one."""
    topic = line.section.nearest_topic()
    match = ROW.match(facts.text, line.block.body, line.block.end) if topic and topic.group == "donors" else None
    donor = parse_area(match[2]) if match else None
    if match is None or donor is None or isinstance(donor, Refusal):
        return False
    heading = line.section.heading or ""
    dates = find_dates(heading)
    period = Period(dates[0].value, "inherited", heading) if dates else UNSTATED
    words = [part for a, b in bracket_spans(heading) for part in re.split(r"[,;]", heading[a:b].strip("()"))]
    unit = next((found for found in map(parse_unit, words) if found), (None, 0))
    amounts = find_amounts(match[3], context=UnitContext(unit=unit[0], unit_mult=unit[1]))
    if len(amounts) != 1:
        return False
    measure = measure_of("oda_total", heading, period.value)
    flow = Flow(donor.area, facts.pair[1], "stated")
    basis, rank = read_bracket(heading).basis, int(match[1])
    figure = Figure("oda_total", amounts[0], flow, period, measure, basis, rank=rank, label=match[2])
    add_figure(facts, line, Span(line.block.body, line.block.end), figure)
    return True
