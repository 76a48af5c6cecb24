"""Lines with figures → observations: one row a number, with what its line, its headings and the total above say of it."""

from __future__ import annotations

import re

import schemas
from pipeline.extract.direction import UNDECIDED, Flow, word_flow
from pipeline.extract.events.events import take_events
from pipeline.extract.facts import Facts
from pipeline.extract.figures.context import Frame
from pipeline.extract.figures.counted import is_bare_count
from pipeline.extract.figures.each_year import on_its_day
from pipeline.extract.figures.figure import add_figure, counts_things, is_money, is_share
from pipeline.extract.figures.flows import favoured, flow_beside, line_flow, tells_balance
from pipeline.extract.figures.good_named import good_named
from pipeline.extract.figures.lines.beside import MEASURE_WORDS, closing_date, is_joined
from pipeline.extract.figures.lines.doubts import are_kindred, is_led_by, may_all_count, tells_of_a_date, tells_several
from pipeline.extract.figures.lines.happenings import take_beside
from pipeline.extract.figures.lines.inner import as_change, has_open_sign, inner_figure, single_figure, with_none
from pipeline.extract.figures.lines.listed_none import leaves_out, with_listed_none
from pipeline.extract.figures.lines.named_parts import UNITS as NAMED
from pipeline.extract.figures.lines.pieces import as_line, told_apart
from pipeline.extract.figures.lines.stated import SAME, read_figure
from pipeline.extract.figures.lines.subject import may_hold_figures, understand
from pipeline.extract.figures.lines.unlabelled import are_beside, unlabelled
from pipeline.extract.figures.periods import UNSTATED, Period
from pipeline.extract.figures.prose.participants import add_participants
from pipeline.extract.figures.prose.sentences import add_prose_figures
from pipeline.extract.figures.shapes import Shape, is_terse, label_before, label_behind
from pipeline.extract.figures.tables.glued import GluedRows
from pipeline.extract.figures.topics import stands_beside
from pipeline.extract.figures.totals import TOTALS
from pipeline.normalize.amounts import Amount
from pipeline.outline import Line, Section
from pipeline.outline.headings import known_topic, likely_topic, read_head
from pipeline.outline.spread import closed
from pipeline.publishers import Topic
from pipeline.records import Observation, Span

CLAUSE_JOIN = re.compile(r"\b(?:and|while|whereas|but)\b\s*+", re.I)
NOTE_PARTS = re.compile("[;、；] ?|,(?![0-9]{3}) ?")
SOURCE_HEAD = re.compile(r"(?:data )?sources?|出典|出所", re.I)
READ_ELSEWHERE = frozenset({"donor_rank"})
OPEN_SIGN = "whether the dash before this figure is a minus is not said, so it has no row"


class ObservationReader:
    """Reads lines in order; remembers the total above its parts and the item above an orphan running total.

    `is_unknown` tells whether the last line held a figure under a label that nobody knows.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.publisher = facts.outline.publisher
        self.leader: tuple[Section, str, Frame] | None = None
        self.above: tuple[Section, Topic] | None = None
        self.last_period = UNSTATED
        self.last_way: tuple[Topic, Flow] | tuple[()] = ()
        self.is_unknown = False
        self.glued = GluedRows(facts)
        self.unlabelled = unlabelled(facts.text, facts.outline.lines)

    def take(self, line: Line) -> bool:
        """Add the figures of one line. Returns whether it held any.

        A paragraph is read sentence by sentence, where its first figures are stated rather than told in a story; what
        the others only tell is left to the readers of prose, and so are those without a figure.
        """
        if line.block.start in self.unlabelled:
            self.is_unknown = False
            return False
        told = told_apart(self.facts.text, line)
        if not self._take(next(told)):
            return False
        for sentence in told:
            if not self._take(sentence, self.last_period) and not add_participants(self.facts, sentence):
                add_prose_figures(self.facts, sentence)
        if line.role == "prose":
            take_beside(self.facts, line)
        return True

    def _take(self, line: Line, before: Period | None = None) -> bool:
        """Add the figures of a line or sentence; `before` is the period of the sentence before it, where there is one.

        A bare number further on in a paragraph counts what its own sentence says.
        """
        glued = self.glued.words(line)
        text = glued or as_line(self.facts.words(line), line)
        text, source = self._source_apart(line, text)
        around = line.section.nearest_topic
        self.is_unknown = False
        if self.glued.open(line):
            return False
        if not may_hold_figures(self.facts, line, text):
            return False
        above = self.above[1] if self.above and self.above[0] is line.section else None
        shape, topic, frame = understand(self.facts, line, text, above)
        frame = frame._replace(source=source or frame.source)
        shape = with_listed_none(with_none(shape), self.publisher)
        own = likely_topic(read_head(shape.label), self.publisher) if shape.inner and not shape.amounts else None
        is_own = own is not None and own.indicator is not None and shape.label_end >= shape.inner[0].start
        whole, shape = shape, single_figure(shape, topic, is_own=is_own)
        if glued and (len(shape.amounts) != 1 or shape.inner):
            return False  # where the figures are printed, the row as cut does not tell
        self.is_unknown = topic is None and around is not None and any(a.unit for a in shape.amounts)
        if self.is_unknown:
            self.facts.unknown_labels.append((shape.label, line))
        if (
            topic is None
            or topic.indicator is None
            or topic.indicator in READ_ELSEWHERE
            or topic.name in NAMED
            or not shape.amounts
            or not is_terse(shape)
            or tells_of_a_date(shape)
            or leaves_out(shape)
            or are_beside(shape)
            or (shape.amounts[0].printed.isalpha() and shape.amounts[0].value and not counts_things(topic.indicator))
            or (topic.name == "aid_people" and line.role == "prose" and tells_several(shape))
            or (
                shape.amounts[0].unit == "persons"
                and schemas.indicators()[topic.indicator].is_money
                and not is_bare_count(shape)
            )
            or (before is not None and not may_all_count(topic.indicator, shape))
        ):
            return False
        is_foreign = around is not None and around.indicator is not None and topic.group != around.group
        if line.role == "item" and is_foreign and not stands_beside(line):
            message = f"this stands under {line.section.heading}, and is told by its own words"
            self.facts.note("misplaced_item", line, line.block.body, line.block.end, message, found=shape.label)
        first = len(self.facts.observations)
        self._add_amounts(line, shape, topic, self._from_leader(line, topic, frame), before)
        told = self.facts.observations[first:]
        kinds = {row.indicator for row in told if row.unit is None or is_money(row.unit)}
        self.above = (line.section, topic) if len(kinds) < 2 else None  # of several, what stands below is of none
        if shape is not whole and topic.group == "oda" and not is_own:  # a loan with the day on which it was agreed
            take_events(self.facts, line, Span(line.block.body, line.block.end))
        return True

    def _source_apart(self, line: Line, text: str) -> tuple[str, str | None]:
        """The words of a row without its last cell, and that cell, where the header says that it names the source."""
        header = self.facts.header_above(line) if line.role == "row" and len(line.block.cells) > 1 else None
        if header is None or len(header.cells) != len(line.block.cells):
            return text, None
        last = line.block.cells[-1]
        is_source = SOURCE_HEAD.fullmatch(self.facts.text[slice(*header.cells[-1])].strip()) and last.start < last.end
        if not is_source or not text.endswith(self.facts.text[slice(*last)]):
            return text, None
        return text[: len(text) - (last.end - last.start)].rstrip(" |\t"), self.facts.text[slice(*last)]

    def _from_leader(self, line: Line, topic: Topic, frame: Frame) -> Frame:
        """Parts below their total take its period and source where nothing nearer states them."""
        if self.leader is None or self.leader[0] is not line.section or self.leader[1] != topic.group:
            return frame
        total = self.leader[2]
        return frame.within(total.period, total.words)._replace(source=frame.source or total.source)

    def _add_amounts(self, line: Line, shape: Shape, topic: Topic, frame: Frame, before: Period | None = None) -> None:
        """A row for each figure of a line; a later one may have a label of its own, and takes the first one's period."""
        flow = line_flow(self.facts, line.section, shape, topic)
        flow = flow_beside(self.facts, shape, 0, topic, flow, *(self.last_way if before else ()))
        if frame.period.value is None and (closing := closing_date(shape)):
            frame = frame._replace(period=Period(closing, "stated", shape.text))
        if before and flow is UNDECIDED and self.last_way and self.last_way[0].name == topic.name:
            flow = Flow(*self.last_way[1][:2], "inherited")
        base, periods = frame, set[str | None]()
        first = label_before(shape, 0) if len(shape.amounts) > 1 else ""
        is_list = bool(first) and likely_topic(read_head(first), self.publisher) is None
        for n in range(len(shape.amounts)):
            own, told = self._own_label(shape, n)
            is_known = told is not None and told.indicator is not None and are_kindred(told, topic)
            is_left = n > 0 and not is_known and topic.group == "trade" and tells_balance(self.facts, shape, n, own)
            if is_left and (balance := self.publisher.topics.get("trade_balance")):
                is_known, shape, topic = True, shape._replace(label=own), balance
                flow = favoured(self.facts, own)
            elif told and is_known:
                above = (topic, flow)
                shape, topic = shape._replace(label=own), told
                flow = line_flow(self.facts, line.section, shape, topic)
                if n and topic.indicator == "trade_balance":  # the words before tell of exports and imports
                    flow = favoured(self.facts, own)
                flow = flow_beside(self.facts, shape, n, topic, flow, *above)
            elif n and told is None and (way := self._other_way(own, shape.amounts[n], topic, flow)):
                is_known, shape, flow = True, shape._replace(label=own), way
            is_foreign = n > 0 and not (is_known or is_list or is_joined(MEASURE_WORDS.sub(" ", own)))
            if is_foreign or (shape.amounts[n].unit == "percent" and not is_share(topic.indicator or "")):
                named = as_change(shape._replace(label=own if is_foreign else shape.label), n)
                self._add_amount(line, named, n, topic._replace(indicator="other"), frame, UNDECIDED)
            else:
                own_frame = frame.within(before) if before and n == 0 else frame
                self._add_amount(line, shape, n, topic, own_frame, flow)
            self.last_way = (topic, flow)
            periods.add(self.last_period.value.edtf if self.last_period.value else None)
            if len(periods) > 1:  # nobody knows of which of them the next figure is
                frame = base
            elif n == 0 and is_led_by(shape, self.last_period):
                frame = frame._replace(period=self.last_period._replace(basis="inherited"))
            elif n == 0:
                frame = frame.within(self.last_period, shape.text[: shape.label_end])

    def _own_label(self, shape: Shape, n: int) -> tuple[str, Topic | None]:
        """The words of figure `n` alone, before it or else behind it, and what they say that it counts."""
        own = label_before(shape, n)
        told = likely_topic(read_head(own), self.publisher) if own else None
        last = CLAUSE_JOIN.split(own)[-1] if n else own
        if last != own and (of_clause := likely_topic(read_head(last), self.publisher)):
            own, told = last, of_clause
        behind = label_behind(shape, n) if told is None else ""
        if behind and (of_bracket := known_topic(read_head(behind), self.publisher)):
            return behind, of_bracket
        return own, told

    def _other_way(self, own: str, amount: Amount, topic: Topic, flow: Flow) -> Flow | None:
        """The way of those who went in the direction opposite to that of the figure before, where a figure's own words say so:
        `訪日したフィジー人は90人、フィジーを訪れた日本人は80人`."""
        if topic.indicator != "visitors" or amount.unit not in (None, "persons") or flow.to_area is None:
            return None
        way = word_flow(own, self.facts.pair)
        return Flow(*way, "stated") if way == (flow.to_area, flow.from_area) else None

    def _add_amount(self, line: Line, shape: Shape, n: int, topic: Topic, frame: Frame, flow: Flow) -> None:
        """The row of one figure, and those of the figures in the brackets behind it."""
        amount, above = shape.amounts[n], self.facts.observations[-1] if self.facts.observations else None
        if SAME.search(shape.text) and self.last_period.value is not None:
            frame = frame._replace(period=self.last_period._replace(basis="inherited"))
        figure, words = read_figure(shape, n, topic, flow, frame, above)
        figure = figure._replace(period=on_its_day(figure.period, line.section))
        if not figure.label or (figure.label.islower() and is_joined(figure.label)):  # `3 projects worth 2 billion yen`
            figure = figure._replace(label=closed(line.section.heading or "").rstrip() or None)
        if topic.group == "trade" and (good := good_named(figure.label or "", self.publisher)):
            figure = figure._replace(goods=good, note=figure.note or figure.goods)
        self.last_period = figure.period
        after = shape.amounts[n + 1].start if n + 1 < len(shape.amounts) else len(shape.text)
        inside = [inner for inner in shape.inner if amount.end <= inner.start < after]
        told = [(one, inner_figure(self.facts, line.section, shape, one, topic, figure)) for one in inside]
        own_rows = {amount.printed, *(one.printed for one in shape.amounts), *(one.printed for one, own in told if own)}
        if figure.note and own_rows.issuperset(NOTE_PARTS.split(figure.note)):
            figure = figure._replace(note=None)  # it is a row of its own
        elif figure.goods == amount.printed:
            figure = figure._replace(goods=None)
        elif figure.note and figure.note.endswith(f"; {amount.printed}"):
            figure = figure._replace(note=figure.note.removesuffix(f"; {amount.printed}"))
        row = add_figure(self.facts, line, _span(line, shape, amount), figure)
        self._remember(line, row, figure.period, frame, words)
        for inner, own in told:
            at = _span(line, shape, inner)
            if own is not None:
                add_figure(self.facts, line, at, own)
            elif has_open_sign(shape, inner):
                found = shape.text[inner.start - 1 : inner.end]
                self.facts.note("unrecognised_amount", line, at.start - 1, at.end, OPEN_SIGN, found=found)

    def _remember(self, line: Line, row: Observation, period: Period, frame: Frame, words: str) -> None:
        if row.indicator in TOTALS and row.value is not None:
            total = Frame(period, frame.unit, row.data_source, frame.basis, f"{words} {frame.words}")
            self.leader = (line.section, TOTALS[row.indicator], total)


def _span(line: Line, shape: Shape, amount: Amount) -> Span:
    """Where a figure is printed: the whole line when it is the only one, else the figure itself."""
    at = line.block.body
    whole = len(shape.amounts) == 1 and amount in shape.amounts
    return Span(at, line.block.end) if whole else Span(at + amount.start, at + amount.end)
