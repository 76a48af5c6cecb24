"""Tables of the figures of single goods below a heading of the main ones, of one way or both: `Coffee | 24.6 | (85.1%)`. What is
told of all trade stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.direction import UNDECIDED, Flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.context import bracketed
from pipeline.extract.figures.flows import WHOSE_TRADE
from pipeline.extract.figures.lines.goods_headings import flow_around, goods_frame, goods_heading
from pipeline.extract.figures.lines.goods_lists import good_of_item, lists_of_goods
from pipeline.extract.figures.lines.goods_told import (
    CELL,
    NAME,
    SHARE,
    SHARE_CELL,
    add_english_list,
    add_good,
    add_list,
    add_sentence,
    of_item,
)
from pipeline.extract.figures.periods import Period
from pipeline.extract.figures.tables.year_columns import GOODS, year_under
from pipeline.normalize.amounts import find_amounts, parse_unit
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import DateValue
from pipeline.outline import Line
from pipeline.outline.headings import AMOUNTS, likely_topic, read_head
from pipeline.outline.ranks import OF_RANKS
from pipeline.outline.series import FIGURE
from pipeline.records import Block, Span

AMOUNT_AND_SHARE = re.compile(
    r"\s*(?P<amount>[^()（）%％\n]{0,30}[0-9][^()（）%％\n]{0,30}?)\s*(?P<share>[(（][0-9.．]{1,5}\s?(?P<sign>[%％])?[)）])\s*"
)
GAP = re.compile(r"\t|(?<=[ぁ-ヿ一-鿿）])(?<![0-9０-９][百千万億兆])(?:\u3000+|[ ]{2,})(?=約?[0-9０-９])")
"""What parts the cells of a line: a tab, or the wide space between a good in Japanese and its figure, but none within a figure
that is set in columns: `6億　400万円`."""

LINE_END, COMMA = re.compile(r"\n\s*+"), re.compile(r"[,;]\s(?=[^\d\W])|、(?=[^\d\W])")
"""What parts the goods of a cell."""


class Group(NamedTuple):
    """The columns of a header that are of one way: from the first, up to the last exclusive."""

    first: int
    last: int
    flow: Flow


class GoodFigure(NamedTuple):
    """A figure of a good: where it is printed, whether it is its share, which way it goes, and what heads its column."""

    span: Span
    good: str
    is_share: bool
    flow: Flow
    head: str = ""


class GoodsFigures:
    """Reads the lines below a heading of goods; remembers which columns of a table go which way, and what the others hold."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.lists = lists_of_goods(facts)
        self.section: object = None
        self.ways: list[tuple[int, Flow]] = []
        self.width = 0
        self.heads: list[str] = []
        self.printed: list[str] = []
        """The words of the last header as they stand there, those of its ways too."""
        self.is_filled = False
        """Whether figures have stood below it."""
        self.way_above = UNDECIDED
        """Which way the row above goes, where a column in front of the goods says so."""

    def open(self, line: Line) -> None:
        """Remember a header: one that says which way the columns go, or the one below it, which says what they hold."""
        if goods_heading(line.section) is None:
            return
        printed = self._words(line)
        ways = [(n, flow) for n, each in enumerate(printed) if (flow := self._way(each)) is not UNDECIDED]
        if self.section is not line.section:
            self.ways, self.width, self.heads, self.printed, self.is_filled = [], 0, [], [], False
        words = ["" if n in dict(ways) else each for n, each in enumerate(printed)]
        if ways:
            self.ways, self.width = ways, len(words)
        elif self._parts(printed):
            self.ways, self.width = [(0, UNDECIDED)], len(words)
        if any(words) or not ways:
            self.heads = words
        self.section, self.printed, self.is_filled, self.way_above = line.section, printed, False, UNDECIDED

    def _parts(self, words: Sequence[str]) -> bool:
        """Whether a header half-way down its table has another first word than the one above and is else the same: nobody
        knows which way its goods go, and it is not the one above."""
        is_same = self.is_filled and words[1:] == self.printed[1:] and words[:1] != self.printed[:1]
        return is_same and bool(words) and bool(words[0]) and GOODS.fullmatch(words[0]) is None

    def opens(self, line: Line) -> bool:
        """Remember a row that says what those below it hold, and nothing else: `Imports from Fiji | Amount (million yen)`.
        Returns whether it is one."""
        if goods_heading(line.section) is None:
            return False
        first, *rest = self._words(line)
        told = list(filter(None, rest))
        if not told or any(FIGURE.fullmatch(one.rstrip(" %％")) for one in told):
            return False
        is_repeated = self._is_open(line) and rest == self.printed[1:]
        if not is_repeated and not (self._way(first) is not UNDECIDED and all(map(_heads_figures, told))):
            return False
        self.open(line)
        self.facts.open_header(line)
        self.facts.header_starts.add(line.block.start)
        return True

    def take(self, line: Line) -> bool:
        """Add the figures of a line. Returns whether there were any."""
        heading = goods_heading(line.section)
        if heading is None and line.role == "item" and line.section.start in self.lists:
            return self._add(line, [GoodFigure(*told) for told in good_of_item(self.facts, line)])
        if heading is None:
            return line.section.group == "trade" and (
                add_sentence(self.facts, line) or add_english_list(self.facts, line)
            )
        cells = self._cells(line.block)
        if not line.block.cells and add_list(self.facts, line):
            return True
        if len(cells) > 1:
            told = list(self._behind_way(cells)) or list(self._of_row(line, cells))
            if not told and not any(self.facts.text[a:b].strip("()（） ").isdigit() for a, b in cells):
                self.open(line)  # a header that nothing marks
                if line.role == "row" and self.section is line.section and self.ways:
                    self.facts.open_header(line)
            return self._add(line, told)
        if add_english_list(self.facts, line):
            return True
        return self._add(line, [GoodFigure(*told) for told in of_item(self.facts, line)])

    def _words(self, line: Line) -> list[str]:
        return [" ".join(self.facts.text[a:b].split()) for a, b in self._cells(line.block)]

    def _cells(self, block: Block) -> list[Span]:
        if block.cells:
            return list(block.cells)
        ends = [*GAP.finditer(self.facts.text, block.body, block.end)]
        starts = [block.body, *(gap.end() for gap in ends)]
        return [Span(a, b) for a, b in zip(starts, [*(gap.start() for gap in ends), block.end], strict=True)]

    def _way(self, words: str) -> Flow:
        """Which way a column goes whose head says nothing else."""
        topic = likely_topic(read_head(words), self.facts.outline.publisher) if words.strip() else None
        way = word_flow(words, self.facts.pair) if topic and topic.name in WHOSE_TRADE else None
        return Flow(*way, "stated") if way else UNDECIDED

    def _way_of_row(self, words: str) -> Flow:
        """Which way the first cell of a row says that its goods go, of one or both countries."""
        way = word_flow(words, self.facts.pair) if len(find_areas(words)) > 1 or self._way(words) else None
        return Flow(*way, "stated") if way else UNDECIDED

    def _groups(self, line: Line, cells: Sequence[Span]) -> list[Group]:
        ways, count = self.ways if self._is_open(line) else [], len(cells)
        if not ways and self._is_open(line) and _are_behind(self.heads, count):
            words = self.facts.text[slice(*cells[0])].strip()
            is_ranked = OF_RANKS.fullmatch(self.heads[0]) is not None
            above = self.way_above._replace(basis="inherited") if self.way_above is not UNDECIDED else UNDECIDED
            self.way_above = self._way_of_row(words) if words else above
            return [Group(1, count, flow_around(self.facts, line.section) if is_ranked else self.way_above)]
        if not ways:
            return [Group(0, count, flow_around(self.facts, line.section))]
        each, rest = divmod(count, len(ways))
        if self.width == len(ways) and rest == 0:  # the cells that a head stands over are not told
            return [Group(n * each, (n + 1) * each, flow) for n, (_, flow) in enumerate(ways)]
        ends = [at for at, _ in ways[1:]] + [count]
        return [Group(at, end, flow) for (at, flow), end in zip(ways, ends, strict=True)]

    def _is_open(self, line: Line) -> bool:
        """Whether a line belongs to the table of the last header: labels between its rows open sections within."""
        return any(at is self.section for at in line.section.around())

    def _behind_way(self, cells: Sequence[Span]) -> Iterator[GoodFigure]:
        """The figures of a row of goods behind the way that they go, in a cell each or on the lines of one: `From Japan to Chad | Cars
        402 (41.6%)`."""
        text = self.facts.text
        flow = self._way_of_row(text[slice(*cells[0])])
        goods = [CELL.fullmatch(text, *part) for cell in cells[1:] for part in _listed(text, cell)]
        if flow is UNDECIDED or not all(goods):
            return
        for good in filter(None, goods):
            for kind in ("amount", "share"):
                if good[kind]:
                    yield GoodFigure(Span(*good.span(kind)), good["name"], kind == "share", flow)

    def _of_row(self, line: Line, cells: Sequence[Span]) -> Iterator[GoodFigure]:
        """The figures of a row; several of a good that are no shares only where each column has its year."""
        text, heads = self.facts.text, self.heads if self._is_open(line) else []
        for group in self._groups(line, cells):
            name, *figures = cells[group.first : group.last] or [Span(0, 0)]
            if group.flow is UNDECIDED or not figures or not NAME.fullmatch(text[slice(*name)].strip()):
                continue
            told = [heads[n] if n < len(heads) else "" for n in range(group.first + 1, group.last)]
            marked = [text[slice(*cell)].rstrip(")） ")[-1:] in ("%", "％") for cell in figures]
            shares = [is_one or SHARE.search(head) is not None for is_one, head in zip(marked, told, strict=True)]
            amounts = [head for head, is_share in zip(told, shares, strict=True) if not is_share]
            if len(amounts) > 1 and not all(map(_year, amounts)):
                continue
            for cell, is_share, head in zip(figures, shares, told, strict=True):
                for part, is_part in self._parts_of(line, cell, is_share):
                    yield GoodFigure(part, text[slice(*name)].strip(), is_part, group.flow, head)

    def _parts_of(self, line: Line, cell: Span, is_share: bool) -> Iterator[tuple[Span, bool]]:
        """The figure of a cell, and its share in the bracket behind it where the sign or the heading says that it is one:
        `3,726 (49.0)`."""
        both = AMOUNT_AND_SHARE.fullmatch(self.facts.text, *cell)
        if both and (both["sign"] or SHARE.search(bracketed(self.facts, line.section))):
            yield Span(*both.span("amount")), False
            yield Span(*both.span("share")), True
        elif cell.start < cell.end:
            yield cell, is_share

    def _add(self, line: Line, told: Sequence[GoodFigure]) -> bool:
        """Add such figures, and tell those beside them that are neither money nor shares. Returns whether there were any."""
        facts, added, left = self.facts, False, list[Span]()
        for span, good, is_share, flow, head in told:
            year = _year(head)
            frame = goods_frame(facts, line, head)
            frame = frame._replace(period=year) if year else frame
            words = facts.text[slice(*span)]
            if is_share and SHARE_CELL.fullmatch(words.strip()):
                words = words.rstrip(" %％)）").lstrip("(（ ") + "%"
            amounts = find_amounts(words, context=frame.unit)
            is_share_alone = is_share and len(amounts) == 1 and amounts[0].unit != "percent"
            if len(amounts) == 1 and not is_share_alone and add_good(facts, line, span, good, amounts[0], flow, frame):
                added = True
            elif amounts:
                left.append(span)
        for span in left if added else ():
            message = "in what this figure of a good is, is not said"
            facts.note("unrecognised_amount", line, *span, message, found=facts.text[slice(*span)])
        self.is_filled |= added
        return added


def _listed(text: str, cell: Span) -> list[Span]:
    """The lines of a cell, or what commas part on its only one."""
    between = LINE_END if LINE_END.search(text, *cell) else COMMA
    ends = [Span(*one.span()) for one in between.finditer(text, *cell)]
    bounds = [cell.start, *(place for end in ends for place in end), cell.end]
    parts = zip(bounds[::2], bounds[1::2], strict=True)
    return [Span(a, a + len(text[a:b].rstrip(" ,;、"))) for a, b in parts if a < b]


def _are_behind(heads: Sequence[str], count: int) -> bool:
    """Whether a header of as many cells has the goods second, so that the first column says something else of them."""
    return len(heads) == count and count > 1 and not GOODS.fullmatch(heads[0]) and GOODS.fullmatch(heads[1]) is not None


def _heads_figures(words: str) -> bool:
    """Whether words only say how figures below them are put: as amounts, in which unit, or as shares.

    >>> list(map(_heads_figures, ["Amount (100 million yen)", "Million yen", "構成比（％）", "423", "n.a."]))
    [True, True, True, False, False]
    """
    is_share = SHARE.search(words) is not None and not any(map(str.isdigit, words))
    return is_share or read_head(words).key in AMOUNTS or parse_unit(f"({words})") is not None


def _year(words: str) -> Period | None:
    """The year that heads a column."""
    date = year_under("", words.strip()) if words.strip() else None
    return Period(date, "inherited", words.strip()) if isinstance(date, DateValue) else None
