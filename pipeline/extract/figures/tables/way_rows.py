"""Tables of trade that say in each row which way it goes: `Year | Direction | Amount (million yen) | Main items (share)`."""

from __future__ import annotations

from pipeline.extract.direction import Flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.context import Frame, heading_frame
from pipeline.extract.figures.figure import Figure, add_figure, is_money
from pipeline.extract.figures.lines.goods_headings import HEADING
from pipeline.extract.figures.lines.goods_told import add_good, goods_in
from pipeline.extract.figures.periods import Period
from pipeline.extract.figures.tables.year_columns import year_under
from pipeline.extract.figures.tables.year_rows import YEAR_WORD
from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import DateValue
from pipeline.outline import Line
from pipeline.outline.headings import AMOUNTS, read_head
from pipeline.records import Span

FEWEST = 3


class WayRows:
    """Reads the rows below a header whose first column is the year and of which one says that it holds amounts."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.section: object = None
        self.heads: list[str] = []
        self.amount_at = 0
        self.year: Period | None = None

    def open(self, line: Line) -> None:
        """Remember a header with a year first and one column of amounts."""
        self.heads = [" ".join(self.facts.text[a:b].split()) for a, b in line.block.cells]
        places = [n for n, head in enumerate(self.heads) if read_head(head).key in AMOUNTS]
        is_one = len(self.heads) >= FEWEST and len(places) == 1 and YEAR_WORD.fullmatch(self.heads[0]) is not None
        self.section, self.year = line.section if is_one and line.section.group == "trade" else None, None
        self.amount_at = places[0] if is_one else 0

    def owns(self, line: Line) -> bool:
        """Whether a row belongs to the open table and names one way, so that its amount is what went that way in its year."""
        is_open = self.section is line.section and len(line.block.cells) == len(self.heads)
        return is_open and len(self._ways(line)) == 1

    def take(self, line: Line) -> bool:
        """Add the trade of a row that the table owns, and the goods beside it; an empty year is the one above. Returns whether
        both its year and its amount were understood."""
        cells = line.block.cells
        words = [self.facts.text[a:b].strip() for a, b in cells]
        if words[0]:
            date = year_under(self.heads[0], words[0])
            self.year = Period(date, "stated", words[0]) if isinstance(date, DateValue) else None
        frame = heading_frame(self.facts, line.section, line.section.nearest_topic, self.heads[self.amount_at])
        amounts = find_amounts(words[self.amount_at], context=frame.unit)
        if self.year is None or len(amounts) != 1 or not is_money(amounts[0].unit):
            return False
        [(label, flow)] = self._ways(line)
        period = self.year if words[0] else self.year._replace(basis="inherited")
        told = [n for n, head in enumerate(self.heads) if HEADING.search(head)]
        goods = "; ".join(filter(None, (words[n] for n in told))) or None
        figure = Figure("trade_goods", amounts[0], flow, period, "flow", source=frame.source, goods=goods, label=label)
        add_figure(self.facts, line, cells[self.amount_at], figure)
        for n in told:
            self._add_goods(line, cells[n], flow, frame._replace(period=period))
        return True

    def _add_goods(self, line: Line, cell: Span, flow: Flow, frame: Frame) -> None:
        """What the goods of a cell came to, or their shares."""
        for name, start, printed in goods_in(self.facts.text[slice(*cell)]):
            amounts, at = find_amounts(printed, context=frame.unit), cell.start + start
            if len(amounts) == 1:
                add_good(self.facts, line, Span(at, at + len(printed)), name, amounts[0], flow, frame)

    def _ways(self, line: Line) -> list[tuple[str, Flow]]:
        """The cells of a row behind its year that name both countries, and the way that each says."""
        words = [
            self.facts.text[a:b].strip() for n, (a, b) in enumerate(line.block.cells) if n not in (0, self.amount_at)
        ]
        both = [one for one in words if {mention.area for mention in find_areas(one)} == set(self.facts.pair)]
        return [(one, Flow(*way, "stated")) for one in both if (way := word_flow(one, self.facts.pair))]
