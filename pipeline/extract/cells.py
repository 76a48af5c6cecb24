"""One cell of a table of figures → a row, with what its label, its year and its caption say of it."""

from __future__ import annotations

from pipeline.extract.context import heading_frame
from pipeline.extract.facts import Facts
from pipeline.extract.figure_flows import line_flow, signed
from pipeline.extract.figures import Figure, add_figure
from pipeline.extract.periods import Period, measure_of
from pipeline.extract.shapes import Shape
from pipeline.normalize.amounts import find_amounts
from pipeline.outline import Line
from pipeline.publishers import Topic
from pipeline.records import Span


def add_cell(
    facts: Facts, line: Line, span: Span, label: str, topic: Topic, period: Period, basis: str | None = None
) -> bool:
    """Add the figure of a cell, where it holds one and its topic counts any; `basis`: how its row says it was counted.

    Returns whether it was added.
    """
    frame = heading_frame(facts, line.section, line.section.nearest_topic, label)
    amounts = find_amounts(facts.text[span.start : span.end], context=frame.unit)
    indicator = topic.indicator
    if len(amounts) != 1 or indicator is None:
        return False
    flow = line_flow(facts, line.section, Shape(label, label, label, len(label), (), (), ()), topic)
    amount = signed(amounts[0], label) if indicator == "trade_balance" else amounts[0]
    measure = measure_of(indicator, f"{period.words} {frame.words}", period.value)
    figure = Figure(indicator, amount, flow, period, measure, basis or frame.basis, frame.source, label=label)
    add_figure(facts, line, span, figure)
    return True
