"""Lines → facts. One door: each line is offered to the readers that its role and section call for, in document order."""

from __future__ import annotations

import re
from operator import attrgetter

from pipeline.extract.events.dates import label_date
from pipeline.extract.events.events import take_events
from pipeline.extract.events.kinds import kind_of
from pipeline.extract.events.lines_above import DatesAbove
from pipeline.extract.facts import Facts
from pipeline.extract.figures.donors.rankings import add_donor, names_others
from pipeline.extract.figures.goods import add_goods
from pipeline.extract.figures.lines.by_place import add_places
from pipeline.extract.figures.lines.happenings import drop_stated
from pipeline.extract.figures.lines.left_cells import tell_left
from pipeline.extract.figures.lines.named_parts import add_full_number, add_named_parts
from pipeline.extract.figures.lines.observations import ObservationReader
from pipeline.extract.figures.lines.year_pairs import add_year_pairs
from pipeline.extract.figures.missing import add_missing
from pipeline.extract.figures.notes.below import add_source
from pipeline.extract.figures.notes.dashes import settle_dashes
from pipeline.extract.figures.notes.marked import MarkedNotes
from pipeline.extract.figures.notes.said import settle_bases, tells_bases
from pipeline.extract.figures.notes.scopes import add_closing_units, add_scope
from pipeline.extract.figures.own_currency import name_own_currency
from pipeline.extract.figures.prose.participants import add_participants
from pipeline.extract.figures.prose.sentences import add_prose_figures
from pipeline.extract.figures.tables.amount_rows import AmountRows, add_one_amount
from pipeline.extract.figures.tables.goods_figures import GoodsFigures
from pipeline.extract.figures.tables.previous import add_previous
from pipeline.extract.figures.tables.series import SeriesReader, add_grouped
from pipeline.extract.figures.tables.way_rows import WayRows
from pipeline.extract.figures.tables.year_rows import YearRows, is_bare_row, is_year_header, is_year_row
from pipeline.extract.figures.totals import (
    decide_balances,
    decide_bare,
    decide_students,
    mark_totals,
    settle_investments,
)
from pipeline.extract.visits.in_japanese import take_japanese_list
from pipeline.extract.visits.lists import take_list
from pipeline.extract.visits.shown_names import share_surnames
from pipeline.extract.visits.tables.date_cells import row_cells
from pipeline.extract.visits.tables.table import VisitTable
from pipeline.normalize.amounts import parse_unit
from pipeline.normalize.areas import find_areas
from pipeline.outline import Line, Outline, Section
from pipeline.outline.headings import likely_topic, read_head
from pipeline.outline.series import FIGURE, YEAR_CELL
from pipeline.outline.walk.told import amount_at_end
from pipeline.records import Span

__all__ = ["Facts", "extract"]

LONGEST_LABELLED = 60
PEOPLE = frozenset({"residents", "visitors", "companies", "participants"})
TELLS = re.compile(r"\b(?:was|were) (?:held|opened|signed|postponed|cancell?ed)\b|\btook place\b", re.I)
PAIRED = re.compile(r"[:,;]|[^\x00-\x7f]")
"""What stands in each line of years and their figures."""
FACT_ROLES = frozenset({"row", "item", "prose", "source", "header", "series", "heading", "label"})


def extract(outline: Outline, document_id: str) -> Facts:
    """Every fact of a document, each with its place; `Facts.used` holds the indices of the lines they came from."""
    facts = Facts(outline, document_id)
    readers = Readers(facts)
    add_closing_units(facts)
    for index, line in enumerate(outline.lines):
        if line.role in FACT_ROLES and readers.take(line):
            facts.used.add(index)
    decide_bare(facts)
    decide_balances(facts)
    decide_students(facts)
    mark_totals(facts)
    settle_investments(facts)
    settle_bases(facts)
    settle_dashes(facts)
    name_own_currency(facts)
    add_missing(facts)
    share_surnames(facts)
    facts.observations.sort(key=attrgetter("char_start"))  # those of empty headings came last
    return facts


class Readers:
    """The readers of one document."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.visits = VisitTable(facts)
        self.observations = ObservationReader(facts)
        self.series = SeriesReader(facts)
        self.year_rows = YearRows(facts)
        self.amount_rows = AmountRows(facts)
        self.goods_figures = GoodsFigures(facts)
        self.way_rows = WayRows(facts)
        self.marked_notes = MarkedNotes(facts)
        self.dates_above = DatesAbove(facts)
        self.compared: Section | None = None
        """Where the columns of a table are countries: a figure there belongs to one that its row does not name."""

    def take(self, line: Line) -> bool:
        """Offer a line to its readers. Returns whether any fact came out."""
        if line.role in ("heading", "label"):
            return add_full_number(self.facts, line) or self._take_amount(line)
        if line.role in ("source", "prose", "item") and self.marked_notes.take(line):
            return True
        if line.role in ("prose", "item") and tells_bases(self.facts, self.facts.words(line)):
            return add_source(self.facts, line)
        if line.role == "source":
            return add_source(self.facts, line) or self._take_note(line)
        if line.role == "header":
            self._open(line)
            return False
        if line.role == "series":
            return add_donor(self.facts, line) if names_others(self.facts, line) else self.series.take(line)
        return self._take_row(line) if line.role == "row" else self._take_words(line)

    def _take_note(self, line: Line) -> bool:
        """A note among visits, which says nothing of figures, may tell what happened: `(Note) PALM9 was held in July 2021.`"""
        tells = line.section.group == "visits" and TELLS.search(self.facts.words(line)) is not None
        return tells and take_events(self.facts, line, _whole(line))

    def _is_unread(self, line: Line) -> bool:
        """Whether a row holds several figures below a header that no reader of tables understood: the first is not the one
        that its label means."""
        header = self.facts.header_above(line)
        if header is None or len(header.cells) != len(line.block.cells):
            return False
        cells = (self.facts.text[a:b].strip() for a, b in line.block.cells[1:])
        return sum(FIGURE.fullmatch(cell) is not None and not YEAR_CELL.fullmatch(cell) for cell in cells) > 1

    def _names_people(self, line: Line) -> bool:
        """Whether the first cell of a row says which people or companies its figure counts, whatever the heading tells of:
        `Students in Japan | 479`."""
        label = self.facts.text[slice(*line.block.cells[0])].strip() if line.block.cells else ""
        topic = likely_topic(read_head(label), self.facts.outline.publisher) if label else None
        return topic is not None and bool(topic.indicator) and topic.group in PEOPLE

    def _take_amount(self, line: Line) -> bool:
        """The amount in the bracket of a heading, unless it may be the unit of what stands below."""
        words = self.facts.words(line)
        amount = amount_at_end(words) if words[-1:] in ")）" else None
        return amount is not None and parse_unit(amount) is None and self.observations.take(line)

    def _open(self, header: Line) -> None:
        self.facts.open_header(header)
        for reader in (self.series, self.visits, self.year_rows, self.amount_rows, self.goods_figures, self.way_rows):
            reader.open(header)
        is_compared = len({mention.area for mention in find_areas(self.facts.words(header))}) > 1
        self.compared = header.section if is_compared and not self.year_rows.labels else None

    def _take_words(self, line: Line) -> bool:
        facts, words = self.facts, self.facts.words(line)
        if self.dates_above.take(line):
            return True
        if is_year_row(words):
            return self.year_rows.take(line)
        if PAIRED.search(words) and add_year_pairs(facts, line):
            return True
        if is_year_header(words):
            self.year_rows.open(line)
        if (
            take_japanese_list(facts, line)
            or add_scope(facts, line)
            or take_list(facts, line)
            or add_donor(facts, line)
        ):
            return True
        if self.goods_figures.opens(line):
            return False
        if self.goods_figures.take(line) or add_named_parts(facts, line) or add_goods(facts, line):
            return True
        if "\t" in words and is_bare_row(words):
            return False
        if add_places(facts, line) or self.observations.take(line):
            return True
        if self.observations.is_unknown and (line.role == "item" or _is_terse(words)):
            return False
        first = len(facts.events)
        above = self.dates_above.dated
        given = above if above.value else label_date(line.section)
        told = take_events(facts, line, self.dates_above.words(line), given)
        are_people = add_participants(facts, line)
        are_figures = add_prose_figures(facts, line)
        drop_stated(facts, first)
        return are_figures or are_people or told

    def _take_row(self, line: Line) -> bool:
        facts, topic = self.facts, line.section.nearest_topic
        is_visits = self.visits.holds(line)
        if line.section.group == "donors" or names_others(facts, line):
            return add_donor(facts, line)
        if not is_visits and self.way_rows.owns(line):
            return self.way_rows.take(line)
        if not is_visits and self.goods_figures.opens(line):
            return False
        if not is_visits and (self.goods_figures.take(line) or add_grouped(facts, line)):
            return True
        if self.compared is line.section and not is_visits and sum(a < b for a, b in line.block.cells) > 2:
            return False
        if is_visits and self.visits.take(line):
            return True
        words = facts.words(line)
        if is_year_row(words) or self.year_rows.owns(line):
            return self.year_rows.take(line)
        if self.amount_rows.take(line) or add_named_parts(facts, line):
            return True
        if not is_visits and self._is_unread(line):
            return add_one_amount(facts, line)
        is_counted = topic.indicator or topic.group in ("basic", "trade", "profile") if topic else not is_visits
        first = len(facts.observations)
        if (is_counted or (not is_visits and self._names_people(line))) and self.observations.take(line):
            add_previous(facts, line)
            tell_left(facts, line, first)
            return True
        if is_visits and kind_of(words) is None:
            return False  # nobody, and nothing with a name: better told than taken for something
        dated = self.visits.dated(line)
        if dated.value is None:  # a label in front of what happened: `Embassy in Baku | Opened in 2000`
            return take_events(facts, line, _whole(line))
        return take_events(facts, line, row_cells(facts, line)[1], dated)


def _is_terse(words: str) -> bool:
    """Whether a line is too short for a story and no sentence: a label that nobody knows and its figure."""
    return len(words) <= LONGEST_LABELLED and not words.endswith((".", "。"))


def _whole(line: Line) -> Span:
    """Where the words of a line stand."""
    return Span(line.block.body, line.block.end)
