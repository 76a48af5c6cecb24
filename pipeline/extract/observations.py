"""Lines with figures → observations: one row per number, with what its line, its section and the total above say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.brackets import Part, bracket_spans, rank_of, read_bracket, tidy_source
from pipeline.extract.direction import UNDECIDED, Flow, goods_flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.periods import CUMULATIVE, FLOW, STOCK, UNSTATED, Period, measure_of
from pipeline.normalize.amounts import Amount, UnitContext, find_amounts, parse_unit
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import DateValue, find_dates
from pipeline.outline import Line, Section
from pipeline.outline.headings import likely_topic, read_head
from pipeline.publishers import Topic
from pipeline.records import Observation

COLON = re.compile(r"[:：](?!//)")
BALANCE = re.compile(r"surplus|deficit|balance|黒字|赤字", re.I)
DEFICIT = re.compile(r"deficit|赤字", re.I)
GOODS_LEAD = re.compile(r"\s*[-–—・]?\s*(?:(?:the )?main(?:ly)?\s*(?:(?:export|import)s?\s*)?(?:items?|articles?|goods|products?)?\s*[:：]?|mainly)\s*", re.I)
MEASURE_WORDS = re.compile(r"\b(?:stock|flow|balance|cumulative (?:total|amount)|accumulated (?:total|amount)|total)\b,?", re.I)
COUNT_UNITS = {
    "residents": "persons", "students": "persons", "descendants": "persons", "visitors": "persons", "participants": "persons",
    "companies": "companies", "investment_cases": "cases", "cultural_projects": "projects", "donor_rank": "rank",
}  # fmt: skip
BY_UNIT = {
    ("investment", "cases"): "investment_cases", ("investment", "companies"): "companies", ("oda", "projects"): "aid_projects",
    ("culture", "projects"): "cultural_projects",
}  # fmt: skip
TOTALS = {"trade_total": "trade", "oda_total": "oda"}
NUMERIC_GROUPS = frozenset({"trade", "oda", "investment", "residents", "visitors", "companies", "culture", "donors"})
MOST_LABEL_WORDS = 16


class Frame(NamedTuple):
    """What a section, or the total above, hands down to a line: period, unit, source, basis, and the words they came from."""

    period: Period
    unit: UnitContext
    source: str | None
    basis: str | None
    words: str


class Shape(NamedTuple):
    """A line taken apart. Offsets count from the line's first word; `amounts` stand outside brackets."""

    text: str
    label: str
    label_end: int
    brackets: tuple[tuple[int, int], ...]
    amounts: tuple[Amount, ...]
    inner: tuple[Amount, ...]


class ObservationReader:
    """Reads lines in order; remembers the total above its parts and the item above an orphan running total."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.publisher = facts.outline.publisher
        self.leader: tuple[Section, str, Frame] | None = None
        self.above: tuple[Section, str, Flow] | None = None
        self.bare: dict[int, str] = {}

    # ── lines ──

    def take(self, line: Line) -> bool:
        """Add the figures of one line. Returns whether it held any."""
        section_topic = line.section.nearest_topic()
        text = self.facts.text[line.block.body : line.block.end]
        if not self._may_hold(text, section_topic):
            return False
        frame = self.heading_frame(line.section, section_topic)
        shape = read_shape(text, frame.unit)
        topic = self._topic(shape, section_topic)
        if topic is None or topic.indicator is None or not shape.amounts or not _is_terse(shape):
            return False
        frame = self._from_leader(line, topic, frame)
        flow = self._flow(line, shape, topic)
        for n, amount in enumerate(shape.amounts):
            self._add_amount(line, shape, n, amount, topic, frame, flow)
        self.above = (line.section, topic.indicator, flow)
        return True

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

    def _topic(self, shape: Shape, above: Topic | None) -> Topic | None:
        """What a line's figure counts: its own label decides, else the item above a running total, else the section."""
        own = likely_topic(read_head(shape.label), self.publisher) if shape.label else None
        if own and own.indicator and (above is None or above.group == own.group or above.indicator is None or own.group != "residents"):
            return own
        return above

    def heading_frame(self, section: Section, topic: Topic | None) -> Frame:
        """What the headings around a line say for every figure below them, the nearest first, within one subject."""
        plain = UnitContext(yen_sign=self.publisher.yen_sign, dollar_sign=self.publisher.dollar_sign)
        frame = Frame(UNSTATED, plain, None, None, "")
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
            printed = parse_unit(heading[start:end].strip("()（）[]"))
            if printed and unit.unit is None and unit.unit_mult == 0:
                unit = unit._replace(unit=printed[0], unit_mult=printed[1])
        return Frame(period, unit, source, basis, f"{frame.words} {heading}".strip())

    def _from_leader(self, line: Line, topic: Topic, frame: Frame) -> Frame:
        """Parts below their total take its period and source where nothing nearer states them."""
        if self.leader is None or self.leader[0] is not line.section or self.leader[1] != topic.group:
            return frame
        total = self.leader[2]
        if frame.period.value is None and total.period.value is not None:
            frame = frame._replace(period=total.period._replace(basis="inherited"), words=f"{frame.words} {total.words}")
        return frame._replace(source=frame.source or total.source)

    # ── direction ──

    def _flow(self, line: Line, shape: Shape, topic: Topic) -> Flow:
        pair = self.facts.pair
        words = shape.label or _without_spans(shape.text, shape.brackets)
        stated = word_flow(words, pair)
        if topic.indicator == "trade_total":
            return Flow(*pair, "stated" if len(find_areas(words)) > 1 else "inferred")
        if stated:
            return Flow(*stated, "stated")
        return self.heading_flow(line.section, topic)

    def heading_flow(self, section: Section, topic: Topic) -> Flow:
        """What the headings of the same subject say; aid goes out from the publisher where they are silent."""
        at: Section | None = section
        while at is not None and (at.topic is None or at.topic.group == topic.group or at.topic.group == "basic"):
            if at.heading and topic.group != "trade" and (stated := word_flow(at.heading, self.facts.pair)):
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
        parts = [read_bracket(shape.text[a:b]) for a, b in shape.brackets if amount.end <= b and a >= amount.start and b <= stop and b > amount.end]
        if n == 0:
            parts += [read_bracket(shape.text[a:b]) for a, b in shape.brackets if b <= amount.start]
        indicator = BY_UNIT.get((topic.group, amount.unit or ""), topic.indicator) or "other"
        period, words = self._period(shape, n, amount, stop, parts, frame)
        measure = measure_of(indicator, f"{words} {frame.words}" if period.basis != "stated" else words, period.value)
        unit, unit_basis = _unit(indicator, amount)
        goods, note = _goods_and_note(topic, parts, shape.text[amount.end : stop])
        self._append(
            line, shape, amount, indicator, measure, flow, period,
            unit=unit, unit_basis=unit_basis, goods=goods, note=note or amount.note,
            basis=next((p.basis for p in parts if p.basis), frame.basis),
            source=next((p.source for p in parts if p.source), frame.source),
            rank=next((p.rank for p in parts if p.rank), None),
        )  # fmt: skip
        row = self.facts.observations[-1]
        if indicator in TOTALS and amount.value is not None:
            own = Frame(period, frame.unit, row.data_source, frame.basis, f"{words} {frame.words}")
            self.leader = (line.section, TOTALS[indicator], own)
        if row.from_area is None and indicator == "trade_goods":
            self.bare[len(self.facts.observations) - 1] = shape.label
        self._add_inner(line, shape, n, amount, stop, topic, period)

    def _period(
        self, shape: Shape, n: int, amount: Amount, stop: int, parts: list[Part], frame: Frame
    ) -> tuple[Period, str]:
        """The period of a figure: in its own brackets, else beside it, else handed down. And the words that bear on it."""
        start = amount.end if n else 0
        words = shape.text[start:stop]
        date = next((part.date for part in parts if part.date), None)
        if date is None:
            beside = _without_spans(shape.text[:stop], shape.brackets)
            found = [d.value for d in find_dates(beside) if d.start >= start and not _overlaps(d.start, d.end, amount)]
            date = found[-1] if found else None
        if date is not None:
            return Period(date, "stated", words), words
        return frame.period, f"{words} {frame.period.words}"

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
                self._append(line, shape, inner, "trade_balance", "flow", self._favoured(words), period, unit=inner.unit, unit_basis=inner.unit_basis)
            elif topic.group == "culture" and inner.unit and len(inner.unit) == 3:
                part = read_bracket(words)
                own = Period(part.date, "stated", words) if part.date else UNSTATED
                flow = self.heading_flow(line.section, topic)
                self._append(line, shape, inner, "cultural_grants", "flow" if part.date else None, flow, own, unit=inner.unit, unit_basis=inner.unit_basis)

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
        start, end = (at, line.block.end) if len(shape.amounts) == 1 and amount in shape.amounts else (at + amount.start, at + amount.end)
        label = shape.label or line.section.heading
        is_word = amount.value is None and amount.low is None
        self.facts.observations.append(
            Observation(
                self.facts.new_id("observation"), "", indicator, measure, flow.from_area, flow.to_area, flow.basis,
                *period.columns(measure), amount.value, amount.status, amount.printed,
                None if is_word else amount.decimals, None if is_word else unit, None if is_word else amount.unit_mult,
                "unknown" if is_word else unit_basis, basis, False, source, goods, rank, note, label,
                *self.facts.place(line, start, end),
            )
        )  # fmt: skip

    # ── after the last line ──

    def finish(self) -> None:
        """Decide the bare `Exports` and `Imports` by their goods, and mark the totals whose parts stand beside them."""
        rows = self.facts.observations
        groups: dict[str | None, list[int]] = {}
        for n in self.bare:
            groups.setdefault(rows[n].section, []).append(n)
        for section, members in groups.items():
            self._decide(section, members)
        for n, row in enumerate(rows):
            if row.indicator in TOTALS and row.value is not None:
                rows[n] = row._replace(is_total=any(_is_part(other, row) for other in rows))

    def _decide(self, section: str | None, members: list[int]) -> None:
        rows = self.facts.observations
        exports = [n for n in members if "export" in self.bare[n].lower()]
        imports = [n for n in members if "import" in self.bare[n].lower()]
        whose, basis = self._whose(section), "inherited"
        if whose is None:
            whose = goods_flow([rows[n].goods or "" for n in exports], [rows[n].goods or "" for n in imports], self.publisher)
            basis = "inferred"
        home, partner = self.facts.pair
        if whose is None or partner is None:
            return
        out = (home, partner) if whose == "publisher" else (partner, home)
        for n in exports:
            rows[n] = rows[n]._replace(from_area=out[0], to_area=out[1], direction_basis=basis)
        for n in imports:
            rows[n] = rows[n]._replace(from_area=out[1], to_area=out[0], direction_basis=basis)

    def _whose(self, section: str | None) -> str | None:
        """`Trade with Taiwan` on the publisher's sheet is the publisher's trade; `Trade with Japan` says nothing."""
        heading = (section or "").rsplit(" > ", 1)[-1]
        if not re.search(r"\btrade with\b", heading, re.I):
            return None
        areas = {mention.area for mention in find_areas(heading)}
        return "publisher" if areas and self.facts.pair[0] not in areas and self.facts.pair[1] in areas else None


def read_shape(text: str, unit: UnitContext) -> Shape:
    """Take a line apart into its label, its figures and its brackets."""
    brackets = tuple(bracket_spans(text))
    plain = _without_spans(text, brackets)
    amounts = find_amounts(text, context=unit, skip=[(d.start, d.end) for d in find_dates(text)])
    outer = tuple(a for a in amounts if not any(s <= a.start < e for s, e in brackets))
    inner = tuple(a for a in amounts if any(s <= a.start < e for s, e in brackets))
    colon = COLON.search(plain)
    if colon and (not outer or colon.end() <= outer[0].start):
        return Shape(text, text[: colon.start()].strip(" -•"), colon.end(), brackets, outer, inner)
    first = outer[0].start if outer else len(text)
    label = plain[:first].strip(" -•,") or plain[outer[0].end :].strip(" -•,.") if outer else plain.strip(" .")
    return Shape(text, re.sub(r"\s+", " ", label), first, brackets, outer, inner)


def _is_terse(shape: Shape) -> bool:
    """Whether a line states figures rather than tells a story: a label or few words around them."""
    return len(shape.label.split()) <= MOST_LABEL_WORDS and shape.amounts[0].start - shape.label_end <= 60


def _without_spans(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """A text with stretches blanked, so that offsets stay."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _overlaps(start: int, end: int, amount: Amount) -> bool:
    return start < amount.end and amount.start < end


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


def _is_part(row: Observation, total: Observation) -> bool:
    parts = {"trade_total": ("trade_goods",), "oda_total": ("oda_loans", "oda_grants", "oda_technical")}[total.indicator]
    return row.indicator in parts and row.section == total.section and row.value is not None and row.period == total.period
