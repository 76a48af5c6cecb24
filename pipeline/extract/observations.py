"""Lines with figures → observations: one row per number, with what its line, its section and the total above say of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.brackets import PART, SOURCE, Part, bracket_spans, read_bracket, tidy_source
from pipeline.extract.direction import UNDECIDED, Flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.periods import UNSTATED, Period, measure_of
from pipeline.extract.shapes import Shape, is_terse, label_before, overlaps, parts, read_shape, without_spans
from pipeline.extract.totals import TOTALS, decide_bare, mark_totals
from pipeline.normalize.amounts import Amount, UnitContext, find_amounts, parse_unit
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import DateValue, find_dates, parse_date
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Line, Section
from pipeline.outline.headings import likely_topic, read_head
from pipeline.publishers import Topic
from pipeline.records import Observation

BALANCE = re.compile(r"surplus|deficit|balance|黒字|赤字", re.I)
DEFICIT = re.compile(r"deficit|赤字", re.I)
GOODS_LEAD = re.compile(
    r"\s*[-–—・]?\s*"
    r"(?:(?:the )?main(?:ly)?\s*(?:(?:export|import)s?\s*)?(?:items?|articles?|goods|products?)?\s*[:：]?|mainly)\s*",
    re.I,
)
MEASURE_WORDS = re.compile(
    r"\b(?:number|stock|flow|balance|cumulative (?:total|amount)|accumulated (?:total|amount)|total)\b,?", re.I
)
SAME = re.compile(r"同上|\bsame as above\b|\bditto\b", re.I)
DIRECTED = re.compile(r"\bfrom\b.+\bto\b", re.I)
FROM_TO = re.compile(r"\b(?:from|to)\b|(?:ex|im)port", re.I)
SHARED_LABELS = frozenset({"total", "balance"})
ORPHAN = re.compile(r"(?:cumulative|accumulated|aggregate)\b|累計", re.I)
COUNT_UNITS = {
    "residents": "persons", "students": "persons", "descendants": "persons", "visitors": "persons", "participants": "persons",
    "companies": "companies", "investment_cases": "cases", "cultural_projects": "projects", "donor_rank": "rank", "population": "persons",
}  # fmt: skip
BY_UNIT = {
    ("investment", "cases"): "investment_cases", ("investment", "companies"): "companies", ("oda", "projects"): "aid_projects",
    ("culture", "projects"): "cultural_projects",
}  # fmt: skip
NUMERIC_GROUPS = frozenset({"trade", "oda", "investment", "residents", "visitors", "companies", "culture", "donors"})


class Frame(NamedTuple):
    """What a section, or the total above, hands down to a line: period, unit, source, basis, and the words they came from."""

    period: Period
    unit: UnitContext
    source: str | None
    basis: str | None
    words: str


class ObservationReader:
    """Reads lines in order; remembers the total above its parts and the item above an orphan running total."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.publisher = facts.outline.publisher
        self._plain = UnitContext(yen_sign=self.publisher.yen_sign, dollar_sign=self.publisher.dollar_sign)
        self.leader: tuple[Section, str, Frame] | None = None
        self.above: tuple[Section, Topic] | None = None
        self.bare: dict[int, str] = {}
        self.last_period = UNSTATED
        self.years: list[DateValue | Refusal] = []
        self.is_unknown = False
        """Whether the last line held a figure under a label that nobody knows."""

    # ── lines ──

    def take(self, line: Line) -> bool:
        """Add the figures of one line. Returns whether it held any."""
        section_topic = line.section.nearest_topic()
        text = _joined(self.facts.text[line.block.body : line.block.end], line)
        self.is_unknown = False
        if not self._may_hold(text, section_topic):
            return False
        frame = self.heading_frame(line.section, section_topic)
        shape = read_shape(text, frame.unit)
        if section_topic and section_topic.indicator and SOURCE.search(shape.label):
            frame = frame._replace(source=tidy_source(shape.label))
            shape = shape._replace(label="")
        topic = self._topic(line.section, shape, section_topic)
        if topic is not None and (
            topic.indicator in COUNT_UNITS or section_topic is None or topic.group != section_topic.group
        ):
            frame = self.heading_frame(line.section, topic)
            shape = read_shape(text, self._plain if topic.indicator in COUNT_UNITS else frame.unit)
        self.is_unknown = topic is None and section_topic is not None and any(a.unit for a in shape.amounts)
        if topic is None or topic.indicator is None or not shape.amounts or not is_terse(shape):
            return False
        frame = self._from_leader(line, topic, frame)
        flow = self._flow(line, shape, topic)
        for n, amount in enumerate(shape.amounts):
            own = label_before(shape, n)
            told = likely_topic(read_head(own), self.publisher) if own else None
            if told and told.indicator and told.group == topic.group:
                named = shape._replace(label=own)
                self._add_amount(line, named, n, amount, told, frame, self._flow(line, named, told))
            else:
                self._add_amount(line, shape, n, amount, topic, frame, flow)
            if n == 0 and self.last_period.value is not None and frame.period.value is None:
                frame = frame._replace(period=self.last_period._replace(basis="inherited"))
        self.above = (line.section, topic)
        return True

    def open_series(self, line: Line) -> None:
        """Remember the years that head the columns of the lines below."""
        self.years = [parse_date(self.facts.text[a:b]) for a, b in line.block.cells] if line.block.cells else []

    def take_series(self, line: Line) -> bool:
        """Add a line of figures under a header of years, one row a column. Returns whether its label is known."""
        text, (label, *cells) = self.facts.text, line.block.cells
        words = text[label.start : label.end]
        around = line.section.nearest_topic()
        frame = self.heading_frame(line.section, around)
        shape = Shape(words, words, len(words), (), (), ())
        topic = self._topic(line.section, shape, around)
        if topic is None or topic.indicator is None:
            return False
        flow = self._flow(line, shape, topic)
        if topic.indicator == "trade_balance" and flow.from_area is None:
            flow = Flow(*self.facts.pair, "inferred")
        for year, cell in zip(self.years, cells, strict=False):
            amounts = find_amounts(text[cell.start : cell.end], context=frame.unit)
            if len(amounts) == 1 and isinstance(year, DateValue):
                at = amounts[0]._replace(start=cell.start - line.block.body, end=cell.end - line.block.body)
                period = Period(year, "inherited", "")
                self._append_series(line, shape, at, topic.indicator, flow, period, frame)
        return True

    def _append_series(
        self, line: Line, shape: Shape, amount: Amount, indicator: str, flow: Flow, period: Period, frame: Frame
    ) -> None:
        measure = measure_of(indicator, frame.words, period.value)
        unit, unit_basis = _unit(indicator, amount)
        self._append(
            line, shape, amount, indicator, measure, flow, period, unit=unit, unit_basis=unit_basis, source=frame.source
        )
        if flow.from_area is None and indicator == "trade_goods":
            self.bare[len(self.facts.observations) - 1] = shape.label

    def take_source(self, line: Line) -> bool:
        """A line that only names a source gives it to the figures above it in its section. Returns whether there were any."""
        source = tidy_source(self.facts.text[line.block.body : line.block.end].strip(" ()（）"))
        rows, n = self.facts.observations, len(self.facts.observations)
        while n and rows[n - 1].section == line.section.path:
            n -= 1
            rows[n] = rows[n]._replace(data_source=rows[n].data_source or source)
        return n < len(rows)

    def _may_hold(self, text: str, topic: Topic | None) -> bool:
        if topic is not None and topic.group in NUMERIC_GROUPS:
            return True
        return any(sign.isdigit() for sign in text) and self._label_topic(text) is not None

    def _label_topic(self, text: str) -> Topic | None:
        """The topic of a line that names its own, outside the sections of its kind."""
        topic = likely_topic(read_head(text[:300].split(":")[0].split("：")[0]), self.publisher)
        return topic if topic and topic.indicator else None

    def _topic(self, section: Section, shape: Shape, around: Topic | None) -> Topic | None:
        """What a line's figure counts: its own label decides, else the item above a running total, else the section.

        `None` for a label that nobody knows: what it counts would be a guess.
        """
        head = read_head(shape.label)
        own = likely_topic(head, self.publisher) if shape.label else None
        is_foreign = (
            own is not None and around is not None and own.group != around.group and around.indicator is not None
        )
        if own and own.indicator and not (is_foreign and head.key in SHARED_LABELS):
            return own if FROM_TO.search(shape.label) else _as_total(own)
        if ORPHAN.match(shape.label) and self.above and self.above[0] is section:
            return self.above[1]
        if own is not None and own.indicator is None and around is not None and own.group != around.group:
            return None
        if (
            own is None
            and around is not None
            and around.indicator is None
            and around.group == "trade"
            and DIRECTED.search(shape.label)
        ):
            return self.publisher.phrases["trade"]
        is_unknown = own is None and head.key != "" and word_flow(shape.label, self.facts.pair) is None
        if around is None or not is_unknown or around.group == "culture":
            return around
        return around._replace(indicator="aid_other") if around.group == "oda" else None

    def heading_frame(self, section: Section, topic: Topic | None) -> Frame:
        """What the headings around a line say for every figure below them, the nearest first, within one subject."""
        frame = Frame(UNSTATED, self._plain, None, None, "")
        at: Section | None = section
        while at is not None:
            if at.topic and topic and at.topic.group != topic.group:
                break
            if at.heading and at.head:
                frame = self._with_heading(frame, at.heading)
            at = at.parent
        return frame

    def _with_heading(self, frame: Frame, heading: str) -> Frame:
        period, unit, source, basis = frame.period, frame.unit, frame.source, frame.basis
        dates = find_dates(heading)
        if period.value is None and dates:
            period = Period(dates[-1].value, "inherited", heading)
        for start, end in bracket_spans(heading):
            part = read_bracket(heading[start:end])
            source, basis = source or part.source, basis or part.basis
            for words in PART.split(heading[start:end].strip("()（）[]")):
                printed = parse_unit(words)
                if printed and unit.unit is None and unit.unit_mult == 0:
                    unit = unit._replace(unit=printed[0], unit_mult=printed[1])
        return Frame(period, unit, source, basis, f"{frame.words} {heading}".strip())

    def _from_leader(self, line: Line, topic: Topic, frame: Frame) -> Frame:
        """Parts below their total take its period and source where nothing nearer states them."""
        if self.leader is None or self.leader[0] is not line.section or self.leader[1] != topic.group:
            return frame
        total = self.leader[2]
        if frame.period.value is None and total.period.value is not None:
            frame = frame._replace(
                period=total.period._replace(basis="inherited"), words=f"{frame.words} {total.words}"
            )
        return frame._replace(source=frame.source or total.source)

    # ── direction ──

    def _flow(self, line: Line, shape: Shape, topic: Topic) -> Flow:
        pair = self.facts.pair
        words = shape.label or without_spans(shape.text, shape.brackets)[shape.label_end :]
        if topic.group == "profile":
            return Flow(pair[1], None, "inherited")
        if topic.group == "sister_cities":
            return Flow(*pair, "inferred")
        stated = word_flow(words, pair)
        if topic.indicator == "trade_balance" and BALANCE.search(shape.text):
            return self._favoured(shape.text)
        if topic.indicator == "trade_total":
            return Flow(*pair, "stated" if len(find_areas(words)) > 1 else "inferred")
        if stated:
            return Flow(*stated, "stated")
        return self.heading_flow(line.section, topic)

    def heading_flow(self, section: Section, topic: Topic) -> Flow:
        """What the headings of the same subject say; aid goes out from the publisher where they are silent."""
        at: Section | None = section
        while at is not None and (at.topic is None or at.topic.group == topic.group or at.topic.group == "basic"):
            is_silent = topic.group == "trade" and (
                at.topic is None or at.topic.name not in ("trade_exports", "trade_imports")
            )
            if at.heading and not is_silent and (stated := word_flow(at.heading, self.facts.pair)):
                return Flow(*stated, "inherited")
            at = at.parent
        if topic.group in ("oda", "culture") and self.facts.pair[1]:
            return Flow(*self.facts.pair, "inferred")
        return UNDECIDED

    # ── rows ──

    def _add_amount(
        self, line: Line, shape: Shape, n: int, amount: Amount, topic: Topic, frame: Frame, flow: Flow
    ) -> None:
        stop = shape.amounts[n + 1].start if n + 1 < len(shape.amounts) else len(shape.text)
        beside = parts(shape, n, amount, stop, topic)
        indicator = BY_UNIT.get((topic.group, amount.unit or ""), topic.indicator) or "other"
        period, words = self._period(shape, n, amount, stop, beside, frame)
        measure = measure_of(indicator, f"{words} {frame.words}" if period.basis != "stated" else words, period.value)
        self.last_period = period
        unit, unit_basis = _unit(indicator, amount)
        goods, note = _goods_and_note(topic, beside, shape.text[amount.end : stop])
        if any(part.words and SAME.search(part.words) for part in beside) and self.facts.observations:
            frame = frame._replace(basis=self.facts.observations[-1].accounting_basis)
        self._append(
            line, shape, amount, indicator, measure, flow, period,
            unit=unit, unit_basis=unit_basis, goods=goods, note=note or amount.note,
            basis=next((p.basis for p in beside if p.basis), frame.basis),
            source=next((p.source for p in beside if p.source), frame.source),
            rank=next((p.rank for p in beside if p.rank), None),
        )  # fmt: skip
        row = self.facts.observations[-1]
        if indicator in TOTALS and amount.value is not None:
            own = Frame(period, frame.unit, row.data_source, frame.basis, f"{words} {frame.words}")
            self.leader = (line.section, TOTALS[indicator], own)
        if row.from_area is None and indicator == "trade_goods":
            self.bare[len(self.facts.observations) - 1] = row.label or ""
        self._add_inner(line, shape, n, amount, stop, topic, period)

    def _period(
        self, shape: Shape, n: int, amount: Amount, stop: int, brackets: list[Part], frame: Frame
    ) -> tuple[Period, str]:
        """The period of a figure: in its own brackets, else beside it, else handed down. And the words that bear on it."""
        start = amount.end if n else 0
        words = shape.text[start:stop]
        date = next((part.date for part in brackets if part.date), None)
        if date is None:
            beside = without_spans(shape.text[:stop], shape.brackets)
            found = [d.value for d in find_dates(beside) if d.start >= start and not overlaps(d.start, d.end, amount)]
            date = found[-1] if found else None
        if date is not None:
            return Period(date, "stated", words), f"{shape.label} {words}"
        return frame.period, f"{shape.label} {words} {frame.period.words}"

    def _add_inner(
        self, line: Line, shape: Shape, n: int, amount: Amount, stop: int, topic: Topic, period: Period
    ) -> None:
        """The figures in a figure's brackets that are facts of their own: a balance, the items of a grant."""
        for inner in shape.inner:
            if not amount.end <= inner.start < stop:
                continue
            a, b = next(span for span in shape.brackets if span[0] <= inner.start < span[1])
            words = shape.text[a:b]
            if topic.group == "trade" and BALANCE.search(words):
                source = self.facts.observations[-1].data_source
                self._append(
                    line,
                    shape,
                    inner,
                    "trade_balance",
                    "flow",
                    self._favoured(words),
                    period,
                    unit=inner.unit,
                    unit_basis=inner.unit_basis,
                    source=source,
                )
            elif topic.group == "investment" and inner.unit in ("cases", "companies", "projects"):
                last = self.facts.observations[-1]
                flow = Flow(last.from_area, last.to_area, last.direction_basis)
                indicator = BY_UNIT.get((topic.group, inner.unit), "other")
                self._append(
                    line, shape, inner, indicator, None, flow, period, unit=inner.unit, unit_basis=inner.unit_basis
                )
            elif topic.group == "culture" and inner.unit and len(inner.unit) == 3:
                part = read_bracket(words)
                own = Period(part.date, "stated", words) if part.date else UNSTATED
                flow = self.heading_flow(line.section, topic)
                self._append(
                    line,
                    shape,
                    inner,
                    "cultural_grants",
                    "flow" if part.date else None,
                    flow,
                    own,
                    unit=inner.unit,
                    unit_basis=inner.unit_basis,
                )

    def _favoured(self, words: str) -> Flow:
        """Whose surplus a balance is; a deficit is the other country's surplus."""
        area = next((m.area for m in find_areas(words) if m.area in self.facts.pair), None)
        if area is None:
            return UNDECIDED
        if DEFICIT.search(words):
            area = self.facts.other(area) or area
        return Flow(area, self.facts.other(area), "stated")

    def _append(
        self, line: Line, shape: Shape, amount: Amount, indicator: str, measure: str | None, flow: Flow, period: Period, *,
        unit: str | None, unit_basis: str, goods: str | None = None, note: str | None = None, basis: str | None = None,
        source: str | None = None, rank: int | None = None,
    ) -> None:  # fmt: skip
        at = line.block.body
        start, end = (
            (at, line.block.end)
            if len(shape.amounts) == 1 and amount in shape.amounts
            else (at + amount.start, at + amount.end)
        )
        is_word = amount.value is None and amount.low is None
        self.facts.observations.append(
            Observation(
                observation_id="",
                fact_key="",
                indicator=indicator,
                measure=measure,
                from_area=flow.from_area,
                to_area=flow.to_area,
                direction_basis=flow.basis,
                value=amount.value,
                value_status=amount.status,
                value_printed=amount.printed,
                decimals=None if is_word else amount.decimals,
                unit=None if is_word else unit,
                unit_mult=None if is_word else amount.unit_mult,
                unit_basis="unknown" if is_word else unit_basis,
                accounting_basis=basis,
                is_total=False,
                data_source=source,
                goods=goods,
                rank=rank,
                note=note,
                label=shape.label or line.section.heading,
                **period.columns(measure),
                **self.facts.place(line, start, end),
            )
        )

    def finish(self) -> None:
        """After the last line: decide the bare `Exports` and `Imports`, and mark the totals whose parts stand beside them."""
        decide_bare(self.facts, self.bare)
        mark_totals(self.facts)


def _joined(text: str, line: Line) -> str:
    """A row of cells as a line: the first pipe is its colon, the next opens a bracket; the length stays.

    >>> "Exports | 18 | fish".replace("|", ":", 1).replace("|", "(", 1)
    'Exports : 18 ( fish'
    """
    return text.replace("|", ":", 1).replace("|", "(", 1).replace("|", ";") if line.role == "row" else text


def _as_total(topic: Topic) -> Topic:
    """`Trade (2011): US$ 344.9 billion` is the trade of both ways: neither exports nor imports are named."""
    return topic._replace(name="trade_total", indicator="trade_total") if topic.name == "trade" else topic


def _unit(indicator: str, amount: Amount) -> tuple[str | None, str]:
    """The unit of a figure: as printed, else what its indicator counts."""
    wanted = COUNT_UNITS.get(indicator)
    if wanted and amount.unit in (None, wanted):
        return wanted, amount.unit_basis if amount.unit else "inferred"
    return amount.unit, amount.unit_basis


def _goods_and_note(topic: Topic, parts: list[Part], tail: str) -> tuple[str | None, str | None]:
    """The words in brackets: goods beside trade, a note elsewhere; goods may also follow as `Main items: …`."""
    words = "; ".join(kept for part in parts if part.words and (kept := MEASURE_WORDS.sub("", part.words).strip(" ,")))
    lead = GOODS_LEAD.match(tail)
    if topic.group == "trade":
        if not words and lead and lead[0].strip(" -–—・"):
            words = tail[lead.end() :].strip(" .")
        lead = GOODS_LEAD.match(words)
        return (words[lead.end() if lead else 0 :].strip(" ,;") or None) if not BALANCE.search(words) else None, None
    return None, words or None
