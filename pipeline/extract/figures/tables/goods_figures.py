"""Tables of the figures of single goods below a heading of the main ones, of one way or both: `Coffee | 24.6 | (85.1%)`. What is
told of all trade stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.direction import UNDECIDED, Flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.flows import WHOSE_TRADE
from pipeline.extract.figures.lines.goods_told import (
    NAME,
    SHARE_CELL,
    add_english_list,
    add_good,
    add_list,
    add_sentence,
    flow_around,
    goods_frame,
    goods_heading,
    of_item,
)
from pipeline.normalize.amounts import find_amounts
from pipeline.outline import Line
from pipeline.outline.headings import likely_topic, read_head
from pipeline.records import Block, Span

SHARE = re.compile(r"[%％]|percent|\bshares?\b|構成比|シェア|割合", re.I)


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
        heads = {n for n, _ in ways}
        shares = frozenset(n for n, each in enumerate(words) if n not in heads and SHARE.search(each))
        if ways:
            self.heads, self.width = ways, len(cells)
        if shares or not ways:
            self.shares = shares
        self.section = line.section

    def take(self, line: Line) -> bool:
        """Add the figures of a line. Returns whether there were any."""
        heading = goods_heading(line.section)
        if heading is None:
            return line.section.group == "trade" and (
                add_sentence(self.facts, line) or add_english_list(self.facts, line)
            )
        cells = self._cells(line.block)
        if len(cells) > 1:
            told = list(self._of_row(line, cells))
            if not told and not any(self.facts.text[a:b].strip("()（） ").isdigit() for a, b in cells):
                self.open(line)  # a header that nothing marks
                if line.role == "row" and self.section is line.section and self.heads:
                    self.facts.open_header(line)
            return self._add(line, told)
        if add_list(self.facts, line) or add_english_list(self.facts, line):
            return True
        return self._add(line, list(of_item(self.facts, line)))

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
            return [Group(0, count, flow_around(self.facts, line.section))]
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
            frame = goods_frame(facts, line)
            words = facts.text[slice(*span)]
            if is_share and SHARE_CELL.fullmatch(words.strip()):
                words = words.rstrip(" %％)）").lstrip("(（ ") + "%"
            amounts = find_amounts(words, context=frame.unit)
            if len(amounts) == 1:
                added = add_good(facts, line, span, good, amounts[0], flow, frame) or added
        return added
