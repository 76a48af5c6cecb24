"""One figure of a line with all that its line says of it: period, measure, basis, source, goods, rank, note."""

from __future__ import annotations

import re

from pipeline.extract.direction import Flow
from pipeline.extract.figures.bases import basis_of
from pipeline.extract.figures.brackets import Part, read_bracket
from pipeline.extract.figures.context import Frame
from pipeline.extract.figures.figure import BY_UNIT, Figure
from pipeline.extract.figures.flows import BALANCE, signed
from pipeline.extract.figures.lines.beside import (
    MEASURE_WORDS,
    clause,
    closing_part,
    date_beside,
    own_brackets,
    parts,
    reach,
)
from pipeline.extract.figures.periods import CUMULATIVE, Period, measure_of, stock_or_flow
from pipeline.extract.figures.shapes import RATE, Shape, without_brackets, without_spans
from pipeline.normalize.dates import DateValue
from pipeline.patterns import has_japanese, quick
from pipeline.publishers import Topic
from pipeline.records import Observation

GOODS_LEAD = re.compile(
    r"\s*+(?:[-–—・]\s*+)?(?:(?:the )?main(?:ly)?\s*+"
    r"(?:(?:export|import)s?\s*+)?(?:(?:items?|articles?|goods|products?)\s*+)?(?:[:：]\s*+)?|mainly\s*+)",
    re.I,
)
BEHIND_COLON = re.compile(r"\s*+:\s*+([^0-9:.]{3,200}?)\.?\s*\Z")
"""What a figure is of, behind it and its brackets: `3 billion yen (2019): fish, timber`."""
SAME = quick(r"同上|\bsame as above\b|\bditto\b", re.I)
AT_JAPANESE = re.compile("末|現在|時点")
"""Of a figure that no aid or trade is, a day makes no running total: `外貨準備高　1,070億ドル（2021年末）`."""
SUM = re.compile("[（(](?:総額|合計|総計|計)")
CHANGE = re.compile(r"(?<![0-9.])[0-9.]++ ?(?:[%％]|percent|per cent)")


def read_figure(
    shape: Shape, n: int, topic: Topic, flow: Flow, frame: Frame, above: Observation | None
) -> tuple[Figure, str]:
    """The figure `n` of a line, and the words that bear on its period. What is not beside it, its `frame` hands down;
    `above` is the row above, whose basis is meant where the print says `the same as above`."""
    amount, stop = shape.amounts[n], reach(shape, n)
    start, end = clause(shape, n, stop)
    others = own_brackets(shape, topic)
    beside = parts(shape, amount, start, end, others)
    date = next((part.date for part in beside if part.date), None) or date_beside(shape, n, end)
    date = date or next((one for a, b in others if (one := _date_of_sum(shape.text[a:b]))), None)
    period, words = _period(date, without_spans(shape.text, others)[start:end], shape.label, frame)
    indicator = BY_UNIT.get((topic.group, amount.unit or ""), topic.indicator) or "other"
    goods, note = _goods_and_note(topic, beside, shape.text[amount.end : stop])
    beside_it = shape.text[shape.amounts[n - 1].end if n else 0 : stop]
    is_same = above is not None and any(part.words and SAME.search(part.words) for part in beside)
    same_basis = above.accounting_basis if above is not None and is_same else None
    closing = closing_part(shape)
    told = closing.words or "" if closing else ""
    basis = same_basis or basis_of(shape.label) or (closing.basis if closing else None) or frame.basis
    source = closing.source if closing and closing.source else frame.source
    is_people = topic.group == "profile" and amount.unit == "persons"
    is_rate = topic.group == "profile" and _is_rate(shape.text, period)
    is_count = (
        topic.group == "counted" and not shape.label and period.value is not None and period.value.role == "as_of"
    )
    measure = "share" if amount.unit == "percent" else "stock" if is_people or is_rate or is_count else None
    figure = Figure(
        indicator,
        signed(amount, beside_it if BALANCE.search(beside_it) else frame.words)
        if indicator == "trade_balance"
        else amount,
        flow,
        period,
        measure or _measure(indicator, words, period, frame) or stock_or_flow(told),
        basis=next((part.basis for part in beside if part.basis), basis),
        source=next((part.source for part in beside if part.source), source),
        goods=None if goods == shape.label else goods,
        rank=next((part.rank for part in beside if part.rank), None),
        note=note or amount.note,
        label=shape.label,
    )
    return figure, words


def _date_of_sum(bracket: str) -> DateValue | None:
    """The date in a bracket that says what the things in front cost together: `3件（総額1.2億円、2004年度まで）`."""
    return read_bracket(bracket).date if SUM.match(bracket) else None


def _is_rate(text: str, period: Period) -> bool:
    """Whether a figure is a rate of exchange of a day or month, and not that of a year: `1ドル＝15.73ペソ（2015年7月10日）`."""
    is_short = period.value is not None and period.value.precision in ("day", "month")
    return is_short and has_japanese(text) and RATE.search(text) is not None


def _measure(indicator: str, words: str, period: Period, frame: Frame) -> str | None:
    """Flow, stock or running total: by the line's own words where it states its period, else by the headings' too.

    A heading that says nothing but flow or stock says it of every figure below.
    """
    if indicator == "other" and AT_JAPANESE.search(words) and not CUMULATIVE.search(words):
        return "stock"
    if period.basis != "stated":
        return measure_of(indicator, f"{words} {frame.words}", period.value)
    return measure_of(indicator, words, period.value) or stock_or_flow(frame.words)


def _period(date: DateValue | None, words: str, label: str, frame: Frame) -> tuple[Period, str]:
    """The period of a figure: its own date, else what is handed down. And the words that bear on it."""
    if date is not None:
        return Period(date, "stated", words), f"{label} {words}"
    return frame.period, f"{label} {words} {frame.period.words}"


def _goods_and_note(topic: Topic, beside: list[Part], tail: str) -> tuple[str | None, str | None]:
    """The words in brackets: goods beside trade, a note elsewhere; goods may also follow as `Main items: …`."""
    words = "; ".join(
        kept for part in beside if part.words and (kept := MEASURE_WORDS.sub("", part.words).strip(" ,;:、"))
    )
    if topic.group == "trade" and BALANCE.search(words):  # a row of its own
        return None, None
    if topic.group != "trade" or topic.indicator in ("trade_total", "trade_balance") or CHANGE.search(words):
        return None, words or None
    lead = GOODS_LEAD.match(tail)
    if not words and lead and lead[0].strip(" -–—・"):
        words = tail[lead.end() :].strip(" .")
    if not words and (behind := BEHIND_COLON.match(without_brackets(tail))):
        words = tail[slice(*behind.span(1))]
        if "," not in words:
            return None, words
    lead = GOODS_LEAD.match(words)
    goods = words[lead.end() if lead else 0 :].strip(" ,;")
    if not any(map(str.isalpha, goods)):  # figures of which nobody says what they are
        return None, goods or None
    return goods or None, None
