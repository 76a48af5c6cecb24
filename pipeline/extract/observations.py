"""Lines with figures → observations: one row a number, with what its line, its headings and the total above say of it."""

from __future__ import annotations

import re

from pipeline.extract.brackets import CLOSE, SOURCE, Part, basis_of, bracket_spans, read_bracket, tidy_source
from pipeline.extract.context import (
    BALANCE,
    Frame,
    bare_unit,
    favoured,
    heading_flow,
    heading_frame,
    line_flow,
    signed,
    stands_beside,
    topic_of_label,
)
from pipeline.extract.direction import UNDECIDED, Flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures import Figure, add_figure, counts_things, is_share
from pipeline.extract.named_parts import UNITS as NAMED
from pipeline.extract.periods import CUMULATIVE, UNSTATED, Period, measure_of, stock_or_flow
from pipeline.extract.scopes import NUMERIC_GROUPS
from pipeline.extract.sentences import sentences
from pipeline.extract.shapes import (
    Shape,
    clause_end,
    date_beside,
    is_joined,
    is_terse,
    label_before,
    label_behind,
    may_be_terse,
    own_brackets,
    parts,
    reach,
    read_shape,
    without_spans,
)
from pipeline.extract.totals import TOTALS, decide_balances, decide_bare, mark_totals
from pipeline.normalize.amounts import Amount
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line, Section
from pipeline.outline.headings import known_topic, likely_topic, read_head
from pipeline.patterns import quick
from pipeline.publishers import Topic
from pipeline.records import Observation, Span

GOODS_LEAD = re.compile(
    r"\s*+(?:[-–—・]\s*+)?(?:(?:the )?main(?:ly)?\s*+"
    r"(?:(?:export|import)s?\s*+)?(?:(?:items?|articles?|goods|products?)\s*+)?(?:[:：]\s*+)?|mainly\s*+)",
    re.I,
)
MEASURE_WORDS = re.compile(
    r"\b(?:number|stock|flow|balance|cumulative (?:total|amount)|accumulated (?:total|amount)|total)\b,?", re.I
)
SAME = quick(r"同上|\bsame as above\b|\bditto\b", re.I)
BY_UNIT = {
    ("investment", "cases"): "investment_cases",
    ("investment", "companies"): "companies",
    ("oda", "projects"): "aid_projects",
    ("culture", "projects"): "cultural_projects",
}
CHANGE = re.compile(r"(?<![0-9.])[0-9.]++ ?(?:%|percent|per cent)")
RUNNING = frozenset({"oda", "investment"})


class ObservationReader:
    """Reads lines in order; remembers the total above its parts and the item above an orphan running total.

    `is_unknown` tells whether the last line held a figure under a label that nobody knows. `bare` holds the rows of
    `Exports` and `Imports` whose direction only the goods may decide, with their labels.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.publisher = facts.outline.publisher
        self.leader: tuple[Section, str, Frame] | None = None
        self.above: tuple[Section, Topic] | None = None
        self.bare: dict[int, str] = {}
        self.last_period = UNSTATED
        self.is_unknown = False

    def take(self, line: Line) -> bool:
        """Add the figures of one line. Returns whether it held any."""
        text = _joined(self.facts.text[line.block.body : line.block.end], line)
        around = line.section.nearest_topic()
        self.is_unknown = False
        if not self._may_hold(line, text, around):
            return False
        shape, topic, frame = self._understand(line, text, around)
        shape = _single_grant(shape, topic)
        self.is_unknown = topic is None and around is not None and any(a.unit for a in shape.amounts)
        if self.is_unknown:
            self.facts.unknown_labels.append((shape.label, line))
        if topic is None or topic.indicator in (None, "donor_rank", *NAMED) or not shape.amounts or not is_terse(shape):
            return False
        is_foreign = around is not None and around.indicator is not None and topic.group != around.group
        if line.role == "item" and is_foreign and not stands_beside(line):
            message = f"this stands under {line.section.heading}, and is told by its own words"
            self.facts.note("misplaced_item", line, line.block.body, line.block.end, message, found=shape.label)
        self._add_amounts(line, shape, topic, self._from_leader(line, topic, frame))
        self.above = (line.section, topic)
        return True

    def finish(self) -> None:
        """After the last line: decide the bare `Exports` and `Imports`, and mark totals whose parts stand beside them."""
        decide_bare(self.facts, self.bare)
        decide_balances(self.facts)
        mark_totals(self.facts)

    def _may_hold(self, line: Line, text: str, around: Topic | None) -> bool:
        if around is not None and around.group in NUMERIC_GROUPS:
            return True
        at, end = line.block.body, line.block.end
        if not may_be_terse(text, [(a - at, b - at) for a, b in sentences(self.facts.text, at, end)]):
            return False
        label = re.split("[:：]", text[:300], maxsplit=1)[0]
        topic = likely_topic(read_head(label), self.publisher)
        return topic is not None and topic.indicator is not None

    def _understand(self, line: Line, text: str, around: Topic | None) -> tuple[Shape, Topic | None, Frame]:
        """A line taken apart, what its figures count, and what its headings hand down to them."""
        frame = heading_frame(self.facts, line.section, around)
        shape = read_shape(text, frame.unit)
        own = likely_topic(read_head(shape.label), self.publisher)
        if around and around.indicator and SOURCE.search(shape.label) and not (own and own.indicator):
            frame, shape = frame._replace(source=tidy_source(shape.label)), shape._replace(label="")
        above = self.above[1] if self.above and self.above[0] is line.section else None
        topic = topic_of_label(self.facts, shape.label, around, above)
        if topic is None or topic.indicator is None:
            return shape, topic, frame
        is_count = counts_things(topic.indicator)
        if is_count or around is None or topic.group != around.group:
            source = frame.source
            frame = heading_frame(self.facts, line.section, topic)
            frame = frame._replace(source=frame.source or source)
            label = shape.label
            shape = read_shape(text, bare_unit(self.publisher) if is_count else frame.unit)._replace(label=label)
        return shape, topic, frame

    def _from_leader(self, line: Line, topic: Topic, frame: Frame) -> Frame:
        """Parts below their total take its period and source where nothing nearer states them."""
        if self.leader is None or self.leader[0] is not line.section or self.leader[1] != topic.group:
            return frame
        total = self.leader[2]
        if frame.period.value is None and total.period.value is not None:
            words = f"{frame.words} {total.words}"
            frame = frame._replace(period=total.period._replace(basis="inherited"), words=words)
        return frame._replace(source=frame.source or total.source)

    def _add_amounts(self, line: Line, shape: Shape, topic: Topic, frame: Frame) -> None:
        """A row for each figure of a line; a later one may have a label of its own, and takes the first one's period."""
        flow, first = line_flow(self.facts, line.section, shape, topic), label_before(shape, 0)
        is_list = bool(first) and likely_topic(read_head(first), self.publisher) is None
        for n in range(len(shape.amounts)):
            own = label_before(shape, n) if n else first
            told = likely_topic(read_head(own), self.publisher) if own else None
            if told is None and (behind := known_topic(read_head(label_behind(shape, n)), self.publisher)):
                own, told = label_behind(shape, n), behind
            is_known = told is not None and told.indicator is not None and told.group == topic.group
            if told and is_known:
                shape, topic = shape._replace(label=own), told
                flow = line_flow(self.facts, line.section, shape, topic)
            is_foreign = n > 0 and not (is_known or is_list or is_joined(MEASURE_WORDS.sub(" ", own)))
            if is_foreign or (shape.amounts[n].unit == "percent" and not is_share(topic.indicator or "")):
                named = shape._replace(label=own if is_foreign else shape.label)
                self._add_amount(line, named, n, topic._replace(indicator="other"), frame, UNDECIDED)
            else:
                self._add_amount(line, shape, n, topic, frame, flow)
            if n == 0 and self.last_period.value is not None and frame.period.value is None:
                words = f"{frame.words} {shape.text[: shape.label_end]}"
                frame = frame._replace(period=self.last_period._replace(basis="inherited"), words=words)

    def _add_amount(self, line: Line, shape: Shape, n: int, topic: Topic, frame: Frame, flow: Flow) -> None:
        amount = shape.amounts[n]
        stop = reach(shape, n)
        beside = parts(shape, n, amount, stop, topic)
        indicator = BY_UNIT.get((topic.group, amount.unit or ""), topic.indicator) or "other"
        period, words = _period(shape, n, stop, topic, beside, frame)
        self.last_period = period
        goods, note = _goods_and_note(topic, beside, shape.text[amount.end : stop])
        goods = None if goods == shape.label else goods
        basis = self._same_basis(beside) or basis_of(shape.label) or frame.basis
        figure = Figure(
            indicator,
            signed(amount, shape.text[:stop]) if indicator == "trade_balance" else amount,
            flow,
            period,
            "share" if amount.unit == "percent" else _measure(indicator, words, period, frame),
            basis=next((part.basis for part in beside if part.basis), basis),
            source=next((part.source for part in beside if part.source), frame.source),
            goods=goods,
            rank=next((part.rank for part in beside if part.rank), None),
            note=note or amount.note,
            label=shape.label or line.section.heading,
        )
        row = add_figure(self.facts, line, self._span(line, shape, amount), figure)
        self._remember(line, row, period, frame, words)
        after = shape.amounts[n + 1].start if n + 1 < len(shape.amounts) else len(shape.text)
        for inner in shape.inner:
            if amount.end <= inner.start < after:
                self._add_inner(line, shape, inner, topic, row, figure)

    def _span(self, line: Line, shape: Shape, amount: Amount) -> Span:
        """Where a figure is printed: the whole line when it is the only one, else the figure itself."""
        at = line.block.body
        whole = len(shape.amounts) == 1 and amount in shape.amounts
        return Span(at, line.block.end) if whole else Span(at + amount.start, at + amount.end)

    def _same_basis(self, beside: list[Part]) -> str | None:
        """The basis of the row above, where the print says `the same as above`."""
        is_same = any(part.words and SAME.search(part.words) for part in beside)
        return self.facts.observations[-1].accounting_basis if is_same and self.facts.observations else None

    def _remember(self, line: Line, row: Observation, period: Period, frame: Frame, words: str) -> None:
        if row.indicator in TOTALS and row.value is not None:
            total = Frame(period, frame.unit, row.data_source, frame.basis, f"{words} {frame.words}")
            self.leader = (line.section, TOTALS[row.indicator], total)
        if row.from_area is None and row.indicator == "trade_goods":
            self.bare[len(self.facts.observations) - 1] = row.label or ""

    def _add_inner(
        self, line: Line, shape: Shape, inner: Amount, topic: Topic, row: Observation, outer: Figure
    ) -> None:
        """A figure in another's brackets that is a fact of its own: a balance, a number of cases, an item of a grant."""
        start, end = next((a, b) for a, b in shape.brackets if a <= inner.start < b)
        words = shape.text[start:end]
        figure = Figure("", inner, outer.flow, outer.period, label=outer.label, source=outer.source)
        if CUMULATIVE.search(words) and inner.unit and topic.group in RUNNING:
            dates = find_dates(words)
            period = Period(dates[-1].value, "stated", words) if dates else UNSTATED
            figure = figure._replace(indicator=outer.indicator, period=period, measure="cumulative", basis=outer.basis)
        elif topic.group == "trade" and BALANCE.search(words):
            balance = signed(inner, words)
            figure = figure._replace(
                indicator="trade_balance", amount=balance, measure="flow", flow=favoured(self.facts, words)
            )
        elif (topic.group, inner.unit or "") in BY_UNIT:
            figure = figure._replace(indicator=BY_UNIT[topic.group, inner.unit or ""], measure=outer.measure)
        elif topic.group == "culture" and inner.unit and len(inner.unit) == 3:
            date = read_bracket(words).date
            period = Period(date, "stated", words) if date else UNSTATED
            flow = heading_flow(self.facts, line.section, topic)
            figure = figure._replace(
                indicator="cultural_grants", flow=flow, period=period, measure="flow" if date else None
            )
        if figure.indicator:
            add_figure(self.facts, line, self._span(line, shape, inner), figure)


def _single_grant(shape: Shape, topic: Topic | None) -> Shape:
    """An item of a list of cultural grants, of which only the amount stands in brackets: `FY 2008: Sound equipment for the
    Institute of Arts (45.6 million yen)`. What it was for is its label."""
    if shape.amounts or len(shape.inner) != 1 or topic is None or topic.group != "culture":
        return shape
    amount = shape.inner[0]
    words = shape.text[shape.label_end : amount.start].strip(" (（:：")
    if not words or len(amount.unit or "") != len("JPY"):
        return shape
    return shape._replace(label=words, label_end=max(shape.label_end, amount.start - 1), amounts=(amount,), inner=())


def _measure(indicator: str, words: str, period: Period, frame: Frame) -> str | None:
    """Flow, stock or running total: by the line's own words where it states its period, else by the headings' too.

    A heading that says nothing but flow or stock says it of every figure below.
    """
    if period.basis != "stated":
        return measure_of(indicator, f"{words} {frame.words}", period.value)
    return measure_of(indicator, words, period.value) or stock_or_flow(frame.words)


def _period(shape: Shape, n: int, stop: int, topic: Topic, brackets: list[Part], frame: Frame) -> tuple[Period, str]:
    """The period of a figure: in its own brackets, else beside it, else handed down. And the words that bear on it."""
    start = clause_end(shape, n - 1, shape.amounts[n].start) if n else 0
    stop = clause_end(shape, n, stop)
    words = without_spans(shape.text, own_brackets(shape, topic))[start:stop]
    date = next((part.date for part in brackets if part.date), None) or date_beside(shape, n, stop)
    if date is not None:
        return Period(date, "stated", words), f"{shape.label} {words}"
    return frame.period, f"{shape.label} {words} {frame.period.words}"


def _goods_and_note(topic: Topic, beside: list[Part], tail: str) -> tuple[str | None, str | None]:
    """The words in brackets: goods beside trade, a note elsewhere; goods may also follow as `Main items: …`."""
    words = "; ".join(kept for part in beside if part.words and (kept := MEASURE_WORDS.sub("", part.words).strip(" ,")))
    if topic.group == "trade" and BALANCE.search(words):  # a row of its own
        return None, None
    if topic.group != "trade" or topic.indicator == "trade_total" or CHANGE.search(words):
        return None, words or None
    lead = GOODS_LEAD.match(tail)
    if not words and lead and lead[0].strip(" -–—・"):
        words = tail[lead.end() :].strip(" .")
    lead = GOODS_LEAD.match(words)
    goods = words[lead.end() if lead else 0 :].strip(" ,;")
    return goods or None, None


def _joined(text: str, line: Line) -> str:
    """A row of cells as a line, a line in brackets as one without; the length stays.

    The first pipe is a colon, the next opens a bracket: `Exports | 18 | fish` is read as `Exports : 18 ( fish`.
    """
    if line.role == "row":
        return text.replace("|", ":", 1).replace("|", "(", 1).replace("|", ";")
    return f" {text[1:-1]} " if bracket_spans(text) == ((0, len(text)),) and text[-1] in CLOSE else text
