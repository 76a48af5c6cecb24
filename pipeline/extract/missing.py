"""Headings with nothing under them: present, no value. Not zero, and the next section's figures are not theirs."""

from __future__ import annotations

from pipeline.extract.context import heading_flow, heading_frame, sections_around
from pipeline.extract.facts import Facts
from pipeline.extract.figures import Figure, add_figure
from pipeline.extract.periods import measure_of
from pipeline.outline import Line
from pipeline.records import Span

EXPECTED = frozenset(
    {"trade", "oda", "investment", "residents", "visitors", "companies", "culture", "donors", "relations", "agreements"}
)
CONTENT = frozenset({"row", "series", "item", "prose"})


def add_missing(facts: Facts) -> None:
    """A row with `value_status = missing` for each heading of figures that nothing follows, a note for each of others."""
    lines = facts.outline.lines
    full = {at.start for line in lines if line.role in CONTENT for at in sections_around(line.section)}
    parents = {at.start for line in lines if line.section.parent for at in sections_around(line.section.parent)}
    for line in lines:
        section = line.section
        opens = line.role in ("heading", "label") and section.start == line.block.start
        if not opens or section.start in full | parents or section.topic is None or section.topic.group not in EXPECTED:
            continue
        if section.topic.indicator:
            _add_row(facts, line, section.topic.indicator)
        else:
            message = f"nothing stands under this heading: {section.heading}"
            facts.note("missing_value", line, section.start, section.end, message, found=section.heading)


def _add_row(facts: Facts, line: Line, indicator: str) -> None:
    topic = line.section.topic
    assert topic is not None
    frame = heading_frame(facts, line.section, topic)
    measure = measure_of(indicator, frame.words, frame.period.value)
    figure = Figure(
        indicator,
        None,
        heading_flow(facts, line.section, topic),
        frame.period,
        measure,
        frame.basis,
        frame.source,
        label=line.section.heading,
    )
    add_figure(facts, line, Span(line.block.body, line.block.end), figure)
