"""Figures of single goods below a heading of the main ones, as a table, as items or in a line: `Coffee | 24.6 | (85.1%)`,
`Machinery: 344,120 (31.2%)`, `日本の輸出　自動車 78.1億円、一般機械 21.6億円`. What is told of all trade stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.direction import UNDECIDED, Flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.context import Frame, heading_frame
from pipeline.extract.figures.figure import Figure, add_figure, is_money
from pipeline.extract.figures.flows import WHOSE_TRADE, heading_flow
from pipeline.extract.figures.periods import Period
from pipeline.extract.figures.shapes import COLON
from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line, Section
from pipeline.outline.headings import likely_topic, read_head
from pipeline.records import Block, Span

HEADING = re.compile(
    r"\b(?:main|major|principal|chief|leading|key|top) (?:trade |traded |export |import )?"
    r"(?:items?|goods|products?|commodit(?:y|ies)|articles?|exports|imports)\b"
    r"|(?:主要|主な)(?:輸[出入])?(?:品目|品|商品)|輸[出入]品目",
    re.I,
)
SHARE = re.compile(r"[%％]|percent|\bshares?\b|構成比|シェア|割合", re.I)
SHARE_CELL = re.compile(r"[(（]?\s*[0-9０-９]{1,3}(?:[.．][0-9０-９]+)?\s*[%％]?\s*[)）]?")
NAME = re.compile(r"[^\W\d_][^0-9０-９()（）:：]{0,58}")
BULLET = re.compile(r"[・•\s\u3000]*")
SIDE = re.compile(r"(?P<way>[^\s\u3000:：、]{0,24}輸[出入](?:品目?)?)[\s\u3000:：]+")
"""Which way the goods go that a line in Japanese names behind it."""
LISTED = re.compile(
    r"\s*(?P<name>[^0-9０-９（）()、，\s\u3000]{1,24})(?:[\s\u3000:：]*(?P<amount>約?[0-9０-９][^（）()、，％%]{1,20}(?<!\s)))?"
    r"(?:\s*[（(][^（）()0-9０-９]{0,30}(?P<share>[0-9０-９.．]{1,6}[%％])[^（）()]{0,8}[)）])?(?:など|等)?(?:[、，]|[\s\u3000。]*\Z)"
)
WERE_MAIN = re.compile(
    r"\s(?:were|are|was|is) (?:among )?(?:the|its) (?:main|major|principal|chief|leading) "
    r"(?:items?|goods|products?|commodit(?:y|ies)) (?:of|in) (?P<way>[^.]{5,80})\.?\Z"
)
PAIR = re.compile(r"(?:(?:\A|, (?:and )?| and )(?P<name>[A-Za-z][A-Za-z -]{1,58}) \((?P<amount>[^()]{2,40})\))")


class Group(NamedTuple):
    """The columns of a header that are of one way: from the first, up to the last exclusive."""

    first: int
    last: int
    flow: Flow


class GoodsFigures:
    """Reads the lines below a heading of goods; remembers which columns of a table go which way, and which are shares."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.section: object = None
        self.heads: list[tuple[int, Flow]] = []
        self.width = 0
        self.shares: frozenset[int] = frozenset()

    def open(self, line: Line) -> None:
        """Remember a header: one that says which way the columns go, or the one below it, which says what they hold."""
        if goods_heading(line.section) is None:
            return
        cells = self._cells(line.block)
        words = [self.facts.text[a:b] for a, b in cells]
        ways = [(n, flow) for n, each in enumerate(words) if (flow := self._way(each)) is not UNDECIDED]
        if self.section is not line.section:
            self.heads, self.width, self.shares = [], 0, frozenset()
        if ways:
            self.heads, self.width = ways, len(cells)
        else:
            self.shares = frozenset(n for n, each in enumerate(words) if SHARE.search(each))
        self.section = line.section

    def take(self, line: Line) -> bool:
        """Add the figures of a line. Returns whether there were any."""
        heading = goods_heading(line.section)
        if heading is None:
            return line.section.group == "trade" and _add_sentence(self.facts, line)
        cells = self._cells(line.block)
        if len(cells) > 1:
            told = list(self._of_row(line, cells))
            if not told and not any(self.facts.text[a:b].strip("()（） ").isdigit() for a, b in cells):
                self.open(line)  # a header that nothing marks
            return self._add(line, told)
        return self._add(line, list(_of_item(self.facts, line))) or _add_list(self.facts, line)

    def _cells(self, block: Block) -> list[Span]:
        if block.cells:
            return list(block.cells)
        cells, at = [], block.body
        for part in self.facts.text[block.body : block.end].split("\t"):
            cells.append(Span(at, at + len(part)))
            at += len(part) + 1
        return cells

    def _way(self, words: str) -> Flow:
        """Which way a column goes whose head says nothing else."""
        topic = likely_topic(read_head(words), self.facts.outline.publisher) if words.strip() else None
        way = word_flow(words, self.facts.pair) if topic and topic.name in WHOSE_TRADE else None
        return Flow(*way, "stated") if way else UNDECIDED

    def _groups(self, line: Line, count: int) -> list[Group]:
        heads = self.heads if self.section is line.section else []
        if not heads:
            return [Group(0, count, _flow_around(self.facts, line.section))]
        each, rest = divmod(count, len(heads))
        if self.width == len(heads) and rest == 0:  # the cells that a head stands over are not told
            return [Group(n * each, (n + 1) * each, flow) for n, (_, flow) in enumerate(heads)]
        ends = [at for at, _ in heads[1:]] + [count]
        return [Group(at, end, flow) for (at, flow), end in zip(heads, ends, strict=True)]

    def _of_row(self, line: Line, cells: Sequence[Span]) -> Iterator[tuple[Span, str, bool, Flow]]:
        """The figures of a row: where each is printed, the good, whether it is its share, and which way it goes."""
        text = self.facts.text
        for group in self._groups(line, len(cells)):
            name, *figures = cells[group.first : group.last] or [Span(0, 0)]
            if group.flow is UNDECIDED or not figures or not NAME.fullmatch(text[slice(*name)].strip()):
                continue
            marked = {
                n for n in range(group.first + 1, group.last) if text[slice(*cells[n])].rstrip(")） ")[-1:] in "%％"
            }
            shares = (self.shares if self.section is line.section else frozenset()) | marked
            if len([n for n in range(group.first + 1, group.last) if n not in shares]) > 1:
                continue
            for n, cell in enumerate(figures, group.first + 1):
                if cell.start < cell.end:
                    yield cell, text[slice(*name)].strip(), n in shares, group.flow

    def _add(self, line: Line, told: Sequence[tuple[Span, str, bool, Flow]]) -> bool:
        facts, added = self.facts, False
        for span, good, is_share, flow in told:
            frame = _frame(facts, line)
            words = facts.text[slice(*span)]
            if is_share and SHARE_CELL.fullmatch(words.strip()):
                words = words.rstrip(" %％)）").lstrip("(（ ") + "%"
            amounts = find_amounts(words, context=frame.unit)
            if len(amounts) == 1:
                added = _add_good(facts, line, span, good, amounts[0], flow, frame) or added
        return added


def goods_heading(section: Section) -> str | None:
    """The heading of goods that a section stands under, itself or the one around it."""
    for at in section.around():
        if at.heading and HEADING.search(at.heading):
            return at.heading
        if at.topic is None or at.topic.name not in WHOSE_TRADE:
            return None
    return None


def _flow_around(facts: Facts, section: Section) -> Flow:
    topic = section.nearest_topic
    return heading_flow(facts, section, topic) if topic and topic.name in WHOSE_TRADE else UNDECIDED


def _frame(facts: Facts, line: Line) -> Frame:
    return heading_frame(facts, line.section, facts.outline.publisher.phrases.get("trade"))


def _of_item(facts: Facts, line: Line) -> Iterator[tuple[Span, str, bool, Flow]]:
    """The amount of one good behind a colon, and its share in a bracket: `Machinery: 344,120 (31.2%)`."""
    at, text = line.block.body, facts.words(line)
    colon, flow = COLON.search(text), _flow_around(facts, line.section)
    good = text[: colon.start()].strip() if colon else ""
    topic = likely_topic(read_head(good), facts.outline.publisher) if good else None
    if colon is None or flow is UNDECIDED or (topic and topic.indicator) or not NAME.fullmatch(good):
        return
    cut = text.find("(", colon.end())
    cut = len(text) if cut < 0 else cut
    yield Span(at + colon.end(), at + cut), good, text[:cut].rstrip().endswith(("%", "％")), flow
    if SHARE_CELL.fullmatch(text[cut:].strip()) and "%" in text[cut:]:
        yield Span(at + cut, at + len(text.rstrip())), good, True, flow


def _add_list(facts: Facts, line: Line) -> bool:
    """Add the goods of a line in Japanese that names the way they go, each with what it came to or its share."""
    text = facts.words(line)
    lead = BULLET.match(text)
    side = SIDE.match(text, lead.end() if lead else 0) if not text.isascii() else None
    way = word_flow(side["way"], facts.pair) if side else None
    if side is None or way is None:
        return False
    found, at = [], side.end()
    while at < len(text) and (one := LISTED.match(text, at)) and (one["amount"] or one["share"]):
        found.append(one)
        at = one.end()
    if at < len(text) or not found:
        return False
    frame, added = _frame(facts, line), False
    for one in found:
        for kind in ("amount", "share"):
            amounts = find_amounts(one[kind], context=frame.unit) if one[kind] else []
            span = Span(line.block.body + one.start(kind), line.block.body + one.end(kind))
            if len(amounts) == 1:
                added |= _add_good(facts, line, span, one["name"], amounts[0], Flow(*way, "stated"), frame)
    return added


def _add_sentence(facts: Facts, line: Line) -> bool:
    """Add the goods of a sentence that gives what each came to in a bracket, and says behind them all whose they are."""
    text = facts.words(line)
    told = WERE_MAIN.search(text) if line.role in ("item", "prose") and " ma" in text else None
    pairs = list(PAIR.finditer(text, 0, told.start())) if told else []
    way = word_flow(told["way"], facts.pair) if told else None
    if told is None or way is None or not pairs or sum(len(one[0]) for one in pairs) != told.start():
        return False
    dates = find_dates(told["way"])
    frame, added = _frame(facts, line), False
    if len(dates) == 1:
        frame = frame._replace(period=Period(dates[0].value, "stated", told["way"]))
    for one in pairs:
        amounts = find_amounts(one["amount"], context=frame.unit)
        span = Span(line.block.body + one.start("amount"), line.block.body + one.end("amount"))
        if len(amounts) == 1:
            added |= _add_good(facts, line, span, one["name"], amounts[0], Flow(*way, "stated"), frame)
    return added


def _add_good(facts: Facts, line: Line, span: Span, good: str, amount: Amount, flow: Flow, frame: Frame) -> bool:
    """Add what one good came to, or its share in percent; nothing where a figure is neither."""
    if amount.unit == "percent":
        figure = Figure("other", amount, flow, frame.period, "share", source=frame.source, label=good)
    elif is_money(amount.unit):
        figure = Figure("trade_goods", amount, flow, frame.period, "flow", source=frame.source, goods=good, label=good)
    else:
        return False
    add_figure(facts, line, span, figure)
    return True
