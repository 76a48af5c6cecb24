"""Tables of single grants or investments: a year, what it was for, and its amount in the unit that heads its column."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.figures.brackets import bracket_spans
from pipeline.extract.figures.context import heading_frame
from pipeline.extract.figures.periods import CUMULATIVE, UNSTATED, Period
from pipeline.extract.figures.tables.cells import add_cell
from pipeline.extract.figures.tables.year_columns import year_under
from pipeline.extract.figures.tables.year_rows import YEAR_WORD
from pipeline.extract.figures.topics import topic_of_label
from pipeline.normalize.dates import DateValue
from pipeline.outline import Line
from pipeline.outline.headings import AMOUNTS, SHARED_LABELS, likely_topic, read_head
from pipeline.publishers import Topic
from pipeline.publishers.groups import AID

AMOUNT = re.compile(r"(?:amounts?|values?|grant amount|金額|供与限度額)\s*(?:[(（]|\Z)", re.I)
SIGNED = re.compile(
    r"(?:date of )?(?:the )?(?:exchange of notes|signature|signing|E/N)(?: date)?"
    r"|(?:交換公文|E/N)?(?:の)?(?:署名|締結)(?:年月日?|日|年度?)?|交換公文|供与年度?|実施年度?",
    re.I,
)
"""What heads a column of the dates on which aid was agreed."""
OF_MONEY = AID | {"investment"}
CELLS = 3


class AmountRows:
    """Reads the rows below a header `Year | Project | Amount (million yen)` under a heading that says what is counted; what
    an amount is of may stand before its year."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.label = ""
        self.header = ""
        self.section: object = None
        self.year_at = 0
        self.above: Period | None = None
        self.what_above = ""

    def open(self, line: Line) -> None:
        """Remember a header of three columns of which the last is the amount and one of the others the year."""
        cells = [self.facts.text[a:b].strip() for a, b in line.block.cells]
        years = [n for n, words in enumerate(cells[:-1]) if YEAR_WORD.fullmatch(words) or SIGNED.fullmatch(words)]
        is_one = len(cells) == CELLS and len(years) == 1 and AMOUNT.match(cells[-1])
        self.section, self.above, self.what_above = line.section if is_one else None, None, ""
        if is_one:
            self.year_at, self.header, self.label = years[0], cells[years[0]], cells[-1]

    def take(self, line: Line) -> bool:
        """Add the amount of a row, with what it was for as its label. Returns whether it was one.

        An empty first cell is the one above it.
        """
        if self.section is not line.section or len(line.block.cells) != CELLS:
            return False
        topic = line.section.nearest_topic
        if topic is None or topic.group not in OF_MONEY:
            return False
        first, second, amount = (self.facts.text[a:b].strip() for a, b in line.block.cells)
        year, what = (first, second) if self.year_at == 0 else (second, first or self.what_above)
        period = self._period(year)
        self.above = period._replace(basis="inherited") if period and period.value else period
        if period is None or not amount:
            return False
        self.what_above = what
        if not add_cell(self.facts, line, line.block.cells[-1], self.label, self._topic(what, topic), period):
            return False
        self.facts.observations[-1] = self.facts.observations[-1]._replace(label=what or self.label)
        return True

    def _period(self, year: str) -> Period | None:
        """The period of a row, with the words that say of a total that it runs: that of the row above where the cell for it is
        empty and stands first. `None` where nobody knows it."""
        if not year:
            return self.above if self.year_at == 0 else None
        date = year_under(self.header, year)
        if isinstance(date, DateValue):
            return Period(date, "stated", year)
        return UNSTATED._replace(words=year) if CUMULATIVE.search(year) else None

    def _topic(self, what: str, around: Topic) -> Topic:
        """What an amount is of: the kind of aid in its row, `2003年度 | 無償資金協力 | 0.53`; what is no kind is no total either."""
        head = read_head(what)
        own = likely_topic(head, self.facts.outline.publisher)
        if own is not None and own.indicator and own.group in AID and around.group in AID:
            return own
        is_one = around.indicator == "oda_total" and what and head.key not in SHARED_LABELS
        return around._replace(indicator="aid_other") if is_one else around


def add_one_amount(facts: Facts, line: Line) -> bool:
    """Add the amount of a row whose header says of one column alone that it holds amounts: `Item | Rank | Amount (yen)`."""
    header = facts.header_above(line)
    heads = [facts.text[a:b].strip() for a, b in header.cells] if header else []
    places = [n for n, head in enumerate(heads) if n and read_head(head).key in AMOUNTS]
    label = facts.text[slice(*line.block.cells[0])].strip()
    topic = topic_of_label(facts, label, line.section, None) if label and len(places) == 1 else None
    if topic is None or topic.indicator is None:
        return False
    [n] = places
    period = heading_frame(facts, line.section, topic).period
    unit = " ".join(heads[n][a:b] for a, b in bracket_spans(heads[n]))
    if not add_cell(facts, line, line.block.cells[n], f"{label} {unit}".strip(), topic, period):
        return False
    facts.observations[-1] = facts.observations[-1]._replace(label=label)
    return True
