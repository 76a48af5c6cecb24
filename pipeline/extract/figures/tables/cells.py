"""One cell of a table of figures → a row, with what its label, its year and its caption say of it."""

from __future__ import annotations

import re

import schemas
from pipeline.extract.direction import UNDECIDED, Flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.bases import basis_of
from pipeline.extract.figures.context import bare_unit, bracketed, has_own_unit, heading_frame, says_unit
from pipeline.extract.figures.counted import things_counted
from pipeline.extract.figures.figure import BY_UNIT, Figure, add_figure
from pipeline.extract.figures.flows import line_flow, signed
from pipeline.extract.figures.good_named import good_named, goods_beside
from pipeline.extract.figures.periods import Period, measure_of
from pipeline.extract.figures.shapes import Shape, without_brackets
from pipeline.normalize.amounts import find_amounts
from pipeline.outline import Line
from pipeline.outline.headings import OF_BRACKETS
from pipeline.outline.series import BESIDE
from pipeline.publishers import Topic
from pipeline.records import Span

OF_RATES = re.compile(r"[%％]|\bper ?cent|\brates?\b|\bratios?\b|\bshares?\b|[率比]|シェア", re.I)
"""What a heading says of the figures in brackets where they are changes or shares in percent."""
LEAD = re.compile(r"\A(?:(?:the )?(?:figures?|numbers?|values?) )?|\A(?:are|is|show|indicate|:|：|は)\s?", re.I)

PER_HEAD = "gdp_per_capita"
"""Of which the scale of the figures of a whole country is none."""
SUBTOTAL = re.compile(r"sub-?totals?|小計", re.I)


def add_cell(
    facts: Facts,
    line: Line,
    span: Span,
    label: str,
    topic: Topic,
    period: Period,
    told: str = "",
    corner: str = "",
) -> bool:
    """Add the figure of a cell, where it holds one and its topic counts any; `told`: what a cell of its row says of how it was
    counted, or of which goods; `corner`: what heads the labels of all rows.

    Returns whether it was added.
    """
    frame = heading_frame(facts, line.section, line.section.nearest_topic, f"{label} {corner}".strip())
    words = facts.text[span.start : span.end]
    beside = BESIDE.search(words)
    is_scaled = topic.indicator != PER_HEAD or says_unit(label) or has_own_unit(line.section, topic)
    unit_above = frame.unit if is_scaled or frame.unit.unit_mult == 0 else bare_unit(facts.outline.publisher)
    amounts = find_amounts(words[: beside.start()] if beside else words, context=unit_above)
    indicator = topic.indicator
    unit = things_counted(label)
    if (topic.group, unit or "") in BY_UNIT:
        indicator = BY_UNIT[topic.group, unit or ""]
        amounts = [
            one._replace(unit=unit, unit_basis="stated")
            for one in find_amounts(words, context=bare_unit(facts.outline.publisher))
        ]
    if (
        len(amounts) != 1
        or indicator is None
        or (amounts[0].unit == "persons" and schemas.indicators()[indicator].is_money)
    ):
        return False
    flow = line_flow(facts, line.section, Shape(label, label, label, len(label), (), (), ()), topic)
    if flow is UNDECIDED and corner and (way := word_flow(without_brackets(corner), facts.pair)):
        flow = Flow(*way, "inherited")
    amount = signed(amounts[0], label) if indicator == "trade_balance" else amounts[0]
    is_share = indicator == "other" and amount.unit == "percent"
    words = f"{label} {period.words} {frame.words}"
    measure = "share" if is_share else measure_of(indicator, words, period.value)
    basis = basis_of(told)
    goods = told if told and indicator == "trade_goods" and not basis else None
    if goods is None and indicator == "trade_goods":
        goods = good_named(label, facts.outline.publisher) or goods_beside(label, facts.outline.publisher)
    note = beside[0].strip("()（） \n") if beside else None
    if beside and _add_rate(
        facts, line, Span(span.start + beside.start(), span.start + beside.end()), label, flow, period
    ):
        note = None
    figure = Figure(
        indicator, amount, flow, period, measure, basis or frame.basis, frame.source, goods, note=note, label=label
    )
    add_figure(facts, line, span, figure._replace(is_total=SUBTOTAL.fullmatch(label) is not None))
    return True


def _add_rate(facts: Facts, line: Line, span: Span, label: str, flow: Flow, period: Period) -> bool:
    """Add the change or share in the bracket behind a figure, where the heading says that those in brackets are some:
    `(million yen; figures in brackets are percentage changes from the previous year)`. Returns whether it is one."""
    told = bracketed(facts, line.section)
    words = facts.text[slice(*span)].strip("()（） \n")
    is_rate = bool(told) and (words[-1:] in "%％" or OF_RATES.search(told) is not None)
    amounts = find_amounts(words.rstrip(" %％") + "%") if is_rate else []
    if len(amounts) == 1:
        what = " ".join(OF_BRACKETS.pattern.sub("", told).split())
        named = f"{' '.join(without_brackets(label).split())} {LEAD.sub('', LEAD.sub('', what))}".strip()
        add_figure(facts, line, span, Figure("other", amounts[0], flow, period, "share", label=named))
    return len(amounts) == 1
