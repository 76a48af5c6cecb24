"""People in programmes told in prose: `invitation of around 300 Mongolian youths to Japan through JENESYS 2.0 program`."""

from __future__ import annotations

import re

from pipeline.extract.brackets import bracket_spans
from pipeline.extract.direction import word_flow
from pipeline.extract.events import heading_date
from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.extract.periods import Period
from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line
from pipeline.records import Observation

PROGRAMME = re.compile(r"\bprogram(?:me)?s?\b|\binvit|\bJENESYS\b|\bJET\b|\btrainees?\b|\bvolunteers?\b", re.I)
PERSONS = re.compile(
    r"\b(?:youths?|persons?|people|students?|trainees?|volunteers?|participants?|teachers?|experts?|officials?|children)\b",
    re.I,
)


def add_participants(facts: Facts, line: Line) -> bool:
    """Add the counts of people that a line about a programme tells, where it says from where to where they go."""
    start = line.block.body
    text = facts.text[start : line.block.end]
    if not PROGRAMME.search(text):
        return False
    flow = word_flow(text, facts.pair)
    dates = find_dates(text)
    before = len(facts.observations)
    for amount in find_amounts(text, skip=[(date.start, date.end) for date in dates]):
        counted = amount.unit == "persons" or (amount.unit is None and PERSONS.search(amount.noun or ""))
        if not counted or flow is None:
            continue
        around = next(((a, b) for a, b in bracket_spans(text) if a <= amount.start < b), (0, len(text)))
        own = [date for date in dates if around[0] <= date.start < around[1]]
        dated = Dated(own[0].value, "stated") if len(own) == 1 else UNDATED if own else heading_date(line.section)
        period = Period(dated.value, dated.basis, text)
        facts.observations.append(
            Observation(
                observation_id="",
                fact_key="",
                indicator="participants",
                measure="flow",
                from_area=flow[0],
                to_area=flow[1],
                direction_basis="stated",
                value=amount.value,
                value_status=amount.status,
                value_printed=amount.printed,
                decimals=amount.decimals,
                unit="persons",
                unit_mult=amount.unit_mult,
                unit_basis=amount.unit_basis if amount.unit else "inferred",
                accounting_basis=None,
                is_total=False,
                data_source=None,
                goods=None,
                rank=None,
                note=amount.noun,
                label=None,
                **period.columns("flow"),
                **facts.place(line, start + amount.start, start + amount.end),
            )
        )
    return len(facts.observations) > before
