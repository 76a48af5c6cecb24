"""Figures that sentences tell: people and companies counted in words, amounts of money and shares in percent."""

from __future__ import annotations

import re
from itertools import takewhile

from pipeline.extract.facts import Facts
from pipeline.extract.figures.figure import Figure, add_figure
from pipeline.extract.figures.flows import heading_flow
from pipeline.extract.figures.periods import Period, measure_of
from pipeline.extract.figures.prose.aid_people import people_in_aid
from pipeline.extract.figures.prose.counted import counted, counted_before, figure_told, labelled, seats
from pipeline.extract.figures.prose.dates import period_in, period_of
from pipeline.extract.figures.prose.donor_lists import add_donor_list
from pipeline.extract.figures.prose.stated import Told, donor_rank, in_order, stated
from pipeline.extract.figures.shapes import RATE
from pipeline.extract.sentences import sentences
from pipeline.normalize.amounts import Amount, find_amounts, parse_unit
from pipeline.normalize.dates import FoundDate, find_dates
from pipeline.outline import Line
from pipeline.outline.headings import known_topic, read_head
from pipeline.patterns import has_japanese
from pipeline.publishers.groups import AID
from pipeline.records import Span

NONE_TOLD = re.compile(
    r"There (?:was|were|has been|have been) (?P<no>no) (?:new )?(?P<what>[A-Za-z][\w -]{2,40}?)\s(?=(?:in|during|for)\s)"
)
GIVEN = AID | {"investment"}
"""Of what a sentence may say that there was none."""


def add_prose_figures(facts: Facts, line: Line) -> bool:
    """Add the figures of the sentences of a line. Returns whether there were any."""
    before = len(facts.observations)
    above = _dates_above(facts, line)
    for start, end in sentences(facts.text, line.block.body, line.block.end):
        above = _add_sentence(facts, line, facts.text[start:end], start, above)
    return len(facts.observations) > before


def _dates_above(facts: Facts, line: Line) -> list[FoundDate]:
    """The dates of the sentence before the words of a line, in the paragraph that they are of."""
    start, at = line.block.start, line.block.body
    above = list(sentences(facts.text, start, at)) if start < at and " year" in facts.text[at : line.block.end] else []
    return find_dates(facts.text[slice(*above[-1])]) if above else []


def _add_sentence(facts: Facts, line: Line, words: str, at: int, above: list[FoundDate]) -> list[FoundDate]:
    """Add the figures of a sentence; `above` are the dates of the one before. Returns its own."""
    dates = find_dates(words)
    if none := NONE_TOLD.match(words):
        _add_none(facts, line, none, at, period_of(words, dates))
        return dates
    amounts = find_amounts(words, skip=[(date.start, date.end) for date in dates])
    if "donor" in words and add_donor_list(facts, line, words, at, amounts, period_of(words, dates)):
        return dates
    told = None if has_japanese(words) else Told(facts, line, words, amounts, dates)
    ranked = donor_rank(told, period_of(words, dates)) if told and "donor" in words else None
    if ranked:
        add_figure(facts, line, Span(at + ranked[1], at + ranked[2]), ranked[0])
    above_it = takewhile(lambda row: row.char_start >= at, reversed(facts.observations))
    taken = {row.char_start for row in above_it}  # by those who count people
    known: list[Figure] = []
    last: Figure | None = None
    for n, amount in enumerate(amounts):
        if (
            at + amount.start in taken
            or (ranked and ranked[0].amount is amount)
            or (told is None and RATE.match(words, amount.start))
            or _is_unit(words, amount)
        ):
            continue
        period = period_in(words, dates, amounts, n, above) if told else period_of(words, dates)
        last = stated(told, n, period, last) if told else None
        known += [last] if last else []
        figure = last or (in_order(told, known, n, period) if told else None)
        figure = figure or labelled(facts, line, words, amount, dates) or counted_before(facts, words, amount, dates)
        figure = figure or people_in_aid(facts, words, amount, dates) or counted(facts, words, amount, period, dates)
        figure = figure or seats(facts, words, amount, dates) or figure_told(words, amount, period)
        if figure is not None:
            add_figure(facts, line, Span(at + amount.start, at + amount.end), figure)
    return dates


def _is_unit(words: str, amount: Amount) -> bool:
    """Whether a bracket only says in what figures elsewhere are counted: `Goods (100 million yen)`."""
    within = words[max(0, amount.start - 1) : amount.start] in ("(", "（") and words[amount.end : amount.end + 1] in (
        ")",
        "）",
    )
    return within and parse_unit(amount.printed) is not None


def _add_none(facts: Facts, line: Line, none: re.Match[str], at: int, period: Period) -> None:
    """The row of aid or investment of which a sentence says that there was none."""
    head = read_head(none["what"])
    topic = known_topic(head, facts.outline.publisher)
    if topic is None or topic.indicator is None or topic.group not in GIVEN or period.value is None:
        return
    [amount] = find_amounts("none")
    start, end = none.span("no")
    amount = amount._replace(printed=none["no"], start=start, end=end)
    flow, label = heading_flow(facts, line.section, topic), none["what"]
    measure = measure_of(topic.indicator, none.string, period.value)
    figure = Figure(topic.indicator, amount, flow, period, measure, label=label)
    add_figure(facts, line, Span(at, at + len(none.string)), figure)
