"""Figures in brackets: those that are facts of their own beside the figure in front, and the only one of a line."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.figures.brackets import read_bracket
from pipeline.extract.figures.context import bracketed
from pipeline.extract.figures.figure import BY_UNIT, Figure, is_money, may_count
from pipeline.extract.figures.flows import BALANCE, favoured, heading_flow, signed
from pipeline.extract.figures.lines.beside import OF_WHICH, date_of_bracket, is_of_both
from pipeline.extract.figures.periods import CUMULATIVE, UNSTATED, Period, measure_of, says_until, stock_or_flow
from pipeline.extract.figures.shapes import Shape, without_spans
from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.normalize.dates import DateValue, find_dates
from pipeline.outline import Section
from pipeline.outline.headings import likely_topic, read_head
from pipeline.outline.walk.told import amount_at_end
from pipeline.publishers import Topic
from pipeline.publishers.groups import AID

PARTED = re.compile(r"[(（、,;；]|[0-9][名人]")
"""What stands between the parts of a whole: `（陸軍37,850人、海軍19,550人）`."""
PEOPLE = frozenset({"residents", "visitors"})
CHANGE = re.compile(r"(?P<label>対?前[年月](?:度|同[期月])?比)\s?[:：]?\s?\Z")
"""What stands before the change of a figure in Japanese: `（対前年比6.9％増）`."""
FALL = re.compile(r"\s?(?:の)?(?:減|低下|下落|縮小)")
RISEN = re.compile(r"\A(?:の)?(?:増加?|減少?|低下|上昇)[、，]\s?")
CASES = frozenset({"projects", "cases"})
RUNNING = frozenset({"oda", "investment"})


def has_open_sign(shape: Shape, inner: Amount) -> bool:
    """Whether a dash before the figure of another year, which is no part of it, leaves open whether it is a loss."""
    start, end = next((a, b) for a, b in shape.brackets if a <= inner.start < b)
    return shape.text[inner.start - 1] in "-－−–" and date_of_bracket(shape, start, end) is not None


def inner_figure(
    facts: Facts, section: Section, shape: Shape, inner: Amount, topic: Topic, outer: Figure
) -> Figure | None:
    """A figure in another's brackets that is a fact of its own: a balance, a number of cases, an item of a grant."""
    start, end = next((a, b) for a, b in shape.brackets if a <= inner.start < b)
    words = shape.text[start:end]
    figure = Figure("", inner, outer.flow, outer.period, label=outer.label, source=outer.source)
    if inner.unit == "percent" and (change := CHANGE.search(shape.text, start, inner.start)):
        is_fall = FALL.match(shape.text, inner.end) is not None and inner.value is not None and inner.value > 0
        inner = inner._replace(value=-inner.value) if is_fall and inner.value is not None else inner
        return figure._replace(
            indicator="other", amount=inner, measure="share", label=f"{outer.label} {change['label']}"
        )
    if is_money(inner.unit) and (told := bracketed(facts, section)):
        return _as_told(figure._replace(indicator=outer.indicator, basis=outer.basis), told, outer)
    if outer.indicator not in ("", "other") and (date := date_of_bracket(shape, start, end)):
        if has_open_sign(shape, inner):
            return None
        period = Period(date, "stated", words)
        is_running = outer.measure == "cumulative" and not (CUMULATIVE.search(words) or says_until(words))
        measure = "flow" if is_running else outer.measure  # beside a total stands what a year added to it
        return figure._replace(indicator=outer.indicator, period=period, measure=measure, basis=outer.basis)
    counted = BY_UNIT.get((topic.group, inner.unit or ""))
    is_shared = is_of_both(shape, start, end)
    if is_shared and is_money(inner.unit):
        return figure._replace(indicator=topic.indicator or "", measure=outer.measure, basis=outer.basis)
    if CUMULATIVE.search(words) and inner.unit and topic.group in RUNNING and not is_shared:
        dates = find_dates(words)
        period = Period(dates[-1].value, "stated", words) if dates else UNSTATED
        return figure._replace(
            indicator=counted or outer.indicator, period=period, measure="cumulative", basis=outer.basis
        )
    if topic.group == "trade" and BALANCE.search(words):
        balance = signed(inner, words)
        return figure._replace(indicator="trade_balance", amount=balance, measure="flow", flow=favoured(facts, words))
    if counted and (date := read_bracket(words).date) and date != outer.period.value:
        measure = measure_of(counted, words, date)
        return figure._replace(indicator=counted, period=Period(date, "stated", words), measure=measure)
    if counted:
        return figure._replace(indicator=counted, measure=outer.measure)
    name = PARTED.split(shape.text[start : inner.start])[-1].strip()
    if topic.name == "aid_people" and OF_WHICH.search(words) and inner.unit == "persons":
        dates = find_dates(words)
        return (
            figure._replace(indicator=outer.indicator, period=Period(dates[-1].value, "stated", words), measure="flow")
            if dates
            else None
        )
    is_part = topic.name == "armed_forces" or (topic.group in PEOPLE and OF_WHICH.search(words))
    if is_part and outer.amount and inner.unit == outer.amount.unit:
        name = OF_WHICH.sub("", name)
        return figure._replace(indicator="other", label=name or outer.label) if name else None
    if topic.group == "oda" and is_money(inner.unit):
        part = likely_topic(read_head(OF_WHICH.sub("", name)), facts.outline.publisher)
        kind = part.indicator if part is not None and part.group in AID else None
        is_other = kind not in (None, "oda_total", outer.indicator)
        label = name.rstrip(" :：")
        return figure._replace(indicator=kind, label=label, measure=outer.measure) if kind and is_other else None
    if topic.group == "culture" and is_money(inner.unit):
        date = read_bracket(words).date
        period = Period(date, "stated", words) if date else UNSTATED
        flow = heading_flow(facts, section, topic)
        return figure._replace(indicator="cultural_grants", flow=flow, period=period, measure=_measure(words, date))
    return None


def _as_told(figure: Figure, told: str, outer: Figure) -> Figure | None:
    """A figure of the kind in front of its bracket, as the headings say of those in brackets: of another date, a stock or a
    running total. `None` where they say nothing of the kind."""
    dates = find_dates(told)
    date = dates[-1].value if dates else None
    measure = "cumulative" if CUMULATIVE.search(told) else stock_or_flow(told)
    if date is None and measure is None:
        return None
    period = Period(date or outer.period.value, "inherited" if date else outer.period.basis, told)
    return figure._replace(period=period, measure=measure or outer.measure)


def fallen(text: str, amount: Amount) -> Amount:
    """A change in percent that a sentence in Japanese tells as a fall, as a negative one: `輸入は前年比3.1％減`."""
    if amount.unit != "percent" or amount.value is None or amount.value < 0 or text.isascii():
        return amount
    is_fall = FALL.match(text, amount.end) is not None and CHANGE.search(text, 0, amount.start) is not None
    return amount._replace(value=-amount.value) if is_fall else amount


def as_change(shape: Shape, n: int) -> Shape:
    """A line whose figure `n` may say by how much something changed."""
    amounts = (*shape.amounts[:n], fallen(shape.text, shape.amounts[n]), *shape.amounts[n + 1 :])
    return shape._replace(label=RISEN.sub("", shape.label), amounts=amounts)


def _measure(words: str, date: DateValue | None) -> str | None:
    """Whether a grant of a date is one of it, or the total until then: `（総額1.2億円、2004年度まで）`."""
    if date is None:
        return None
    return "cumulative" if says_until(words) or CUMULATIVE.search(words) else "flow"


def _is_dated_alone(shape: Shape, amount: Amount) -> bool:
    """Whether a line ends with a bracket of nothing but a date and an amount: `Water Supply Project (FY 2010, 14 million yen)`."""
    start, end = shape.brackets[-1]
    words = f"{shape.text[start : amount.start]} {shape.text[amount.end : end]}" if start <= amount.start < end else "?"
    dates = find_dates(words)
    rest = without_spans(words, [(date.start, date.end) for date in dates])
    return len(dates) == 1 and end == len(shape.text.rstrip(" .")) and not rest.strip(" ()（），、,;:")


def with_none(shape: Shape) -> Shape:
    """A line whose bracket says that there was none, `Loans (none)`, with that as its figure."""
    told = amount_at_end(shape.text) if not (shape.amounts or shape.inner) and shape.brackets else None
    if told is None:
        return shape
    at = shape.text.rindex(told)
    return shape._replace(inner=tuple(one._replace(start=at, end=at + len(told)) for one in find_amounts(told)))


def single_figure(shape: Shape, topic: Topic | None, *, is_own: bool = False) -> Shape:
    """A line of which only the figure stands in brackets, maybe with the count of what it was given for: a label that is known
    (`is_own`), `Grants (2 billion yen)`, an item of a list of cultural grants, `FY 2008: Sound equipment for the Institute of
    Arts (45.6 million yen)`, of a loan behind that word, or a capital, `Lima (10.56 million people)`. What it is of is its
    label."""
    money = [one for one in shape.inner if is_money(one.unit)]
    is_counted = len(money) == 1 and len(shape.inner) == len(money) + sum(one.unit in CASES for one in shape.inner)
    if shape.amounts or topic is None or not (len(shape.inner) == 1 or is_counted):
        return shape
    amount = money[0] if is_counted else shape.inner[0]
    is_labelled = topic.name in ("oda_loans", "oda_grants") and 0 < shape.label_end < amount.start and bool(shape.label)
    is_labelled |= topic.name in ("oda_loans", "oda_grants") and _is_dated_alone(shape, amount)
    is_own = is_own and amount_at_end(shape.text) is not None
    is_own = is_own and (amount.status == "none" or may_count(topic.indicator or "other", amount))
    is_grant = (topic.group == "culture" or is_labelled) and is_money(amount.unit)
    bracket = next(a for a, b in shape.brackets if a <= amount.start < b)
    words = shape.text[shape.label_end : bracket].strip(" :：") or shape.label
    if not words or not (is_own or is_grant or (topic.name == "capital" and amount.unit == "persons")):
        return shape
    label_end = max(shape.label_end, shape.inner[0].start - 1)
    return shape._replace(label=words, label_end=label_end, amounts=shape.inner, inner=())
