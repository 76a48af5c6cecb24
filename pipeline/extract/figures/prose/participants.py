"""People in programmes told in prose: `invitation of around 300 Mongolian youths to Japan through JENESYS 2.0 program`."""

from __future__ import annotations

import re

from pipeline.extract.direction import Flow, word_flow
from pipeline.extract.events.dates import heading_date
from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.extract.figures.brackets import bracket_spans
from pipeline.extract.figures.figure import Figure, add_figure
from pipeline.extract.figures.periods import Period
from pipeline.extract.sentences import sentences
from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line
from pipeline.patterns import quick
from pipeline.records import Span

PROGRAMME = quick(r"\bprogram(?:me)?s?\b|\binvit|\bJENESYS\b|\bJET\b|\btrainees?\b|\bvolunteers?\b", re.I)
ARTICLE = re.compile(r"\b(?:an?|one) ", re.I)
PERSONS = re.compile(
    r"\b(?:youths?|persons?|people|students?|trainees?|volunteers?|participants?|teachers?|experts?|officials?|children)\b",
    re.I,
)


def add_participants(facts: Facts, line: Line) -> bool:
    """Add the counts of people that a sentence about a programme tells, where it says from where to where they go."""
    start, end = line.block.body, line.block.end
    if not PROGRAMME.search(facts.text[start:end]):
        return False
    before = len(facts.observations)
    for span in sentences(facts.text, start, end):
        if PROGRAMME.search(facts.text[slice(*span)]):
            _add_sentence(facts, line, span)
    return len(facts.observations) > before


def _add_sentence(facts: Facts, line: Line, span: Span) -> None:
    text = facts.text[slice(*span)]
    flow = word_flow(text, facts.pair)
    dates = find_dates(text)
    for amount in find_amounts(text, skip=[(date.start, date.end) for date in dates]):
        counted = amount.unit == "persons" or (amount.unit is None and PERSONS.search(amount.noun or ""))
        if not counted or flow is None:
            continue
        around = next(((a, b) for a, b in bracket_spans(text) if a <= amount.start < b), (0, len(text)))
        own = [date for date in dates if around[0] <= date.start < around[1]]
        dated = Dated(own[0].value, "stated") if len(own) == 1 else UNDATED if own else heading_date(line.section)
        period = Period(dated.value, dated.basis, text)
        figure = Figure("participants", amount, Flow(*flow, "stated"), period, "flow", note=amount.noun)
        for _ in range(_each(text, around[0], amount.end)):
            add_figure(facts, line, Span(span.start + amount.start, span.start + amount.end), figure)


def _each(text: str, bracket: int, end: int) -> int:
    """For how many a figure is told: `a teacher and an advisor (=1 person each)` tells one person twice."""
    if not text[end:].lstrip().startswith("each"):
        return 1
    clause = re.split(r"[:;,(]", text[:bracket])[-1]
    return max(1, len(ARTICLE.findall(clause)))
