"""Rankings of donors: `1 United States 554.2` → what one country gave the partner, with its rank."""

from __future__ import annotations

import re

from pipeline.extract.brackets import bracket_spans, read_bracket
from pipeline.extract.facts import Facts
from pipeline.extract.periods import UNSTATED, Period, measure_of
from pipeline.normalize.amounts import UnitContext, find_amounts, parse_unit
from pipeline.normalize.areas import parse_area
from pipeline.normalize.dates import find_dates
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Line
from pipeline.records import Observation

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
    facts.observations.append(
        Observation(
            observation_id="",
            fact_key="",
            indicator="oda_total",
            measure=measure_of("oda_total", heading, period.value),
            from_area=donor.area,
            to_area=facts.pair[1],
            direction_basis="stated",
            value=amounts[0].value,
            value_status=amounts[0].status,
            value_printed=amounts[0].printed,
            decimals=amounts[0].decimals,
            unit=amounts[0].unit,
            unit_mult=amounts[0].unit_mult,
            unit_basis=amounts[0].unit_basis,
            accounting_basis=read_bracket(heading).basis,
            is_total=False,
            data_source=None,
            goods=None,
            rank=int(match[1]),
            note=None,
            label=match[2],
            **period.columns("flow"),
            **facts.place(line, line.block.body, line.block.end),
        )
    )
    return True
