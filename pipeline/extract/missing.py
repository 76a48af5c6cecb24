"""Headings with nothing under them: present, no value. Not zero, and the next section's figures are not theirs."""

from __future__ import annotations

from pipeline.extract.direction import UNDECIDED
from pipeline.extract.facts import Facts
from pipeline.extract.observations import ObservationReader
from pipeline.extract.periods import measure_of
from pipeline.outline import Line, Section
from pipeline.publishers import Topic
from pipeline.records import Observation

EXPECTED = frozenset(
    {"trade", "oda", "investment", "residents", "visitors", "companies", "culture", "donors", "relations", "agreements"}
)
CONTENT = frozenset({"row", "series", "item", "prose"})


def add_missing(facts: Facts) -> None:
    """One row with `value_status = missing` for each heading of figures that nothing follows; a note for each of others."""
    reader = ObservationReader(facts)
    full = {section.start for line in facts.outline.lines if line.role in CONTENT for section in _around(line.section)}
    parents = {above.start for line in facts.outline.lines for above in _around(line.section.parent)}
    for line in facts.outline.lines:
        section = line.section
        opens = line.role in ("heading", "label") and section.start == line.block.start
        if not opens or section.start in full | parents or section.topic is None or section.topic.group not in EXPECTED:
            continue
        if section.topic.indicator:
            _add_row(facts, reader, line, section.topic)
        else:
            message = f"nothing stands under this heading: {section.heading}"
            facts.note("missing_value", line, section.start, section.end, message, found=section.heading)


def _around(section: Section | None) -> list[Section]:
    around = []
    while section is not None:
        around.append(section)
        section = section.parent
    return around


def _add_row(facts: Facts, reader: ObservationReader, line: Line, topic: Topic) -> None:
    frame = reader.heading_frame(line.section, topic)
    flow = reader.heading_flow(line.section, topic) or UNDECIDED
    measure = measure_of(topic.indicator or "", frame.words, frame.period.value)
    facts.observations.append(
        Observation(
            observation_id="",
            fact_key="",
            indicator=topic.indicator or "",
            measure=measure,
            from_area=flow.from_area,
            to_area=flow.to_area,
            direction_basis=flow.basis,
            value=None,
            value_status="missing",
            value_printed=None,
            decimals=None,
            unit=None,
            unit_mult=None,
            unit_basis="unknown",
            accounting_basis=frame.basis,
            is_total=False,
            data_source=frame.source,
            goods=None,
            rank=None,
            note=None,
            label=line.section.heading,
            **frame.period.columns(measure),
            **facts.place(line, line.block.body, line.block.end),
        )
    )
