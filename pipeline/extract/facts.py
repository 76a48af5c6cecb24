"""What the extractors share: the facts of one document as they pile up, and where each was printed."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.direction import other_of
from pipeline.keys import row_id
from pipeline.normalize.dates import DateValue
from pipeline.outline import Line, Outline
from pipeline.outline.pieces import line_at
from pipeline.records import Block, Event, Observation, Span, Visit

RULE = " \t\n|:=-"
"""What may stand between the storeys of a header."""


class Note(NamedTuple):
    """Something an extractor could not settle, to become a finding: where it is printed, and what is odd."""

    rule: str
    start: int
    end: int
    line: int
    section: str | None
    message: str
    expected: str | None = None
    found: str | None = None
    suggestion: str | None = None
    table: str | None = None
    row_id: str | None = None
    related_id: str | None = None


Days = tuple[str | None, str | None]
"""The first and last day that something may have been; `None` where that lies open."""


def overlap(one: Days, other: Days) -> bool:
    """Whether two stretches of time have a day in common.

    >>> overlap(("2003-05-01", "2003-05-31"), ("2003-01-01", None)), overlap(("2003-05-01", None), (None, "2002-12-31"))
    (True, False)
    """
    return (one[0] or "") <= (other[1] or "9") and (other[0] or "") <= (one[1] or "9")


def days(row: Visit | Event) -> Days:
    """When a visit or happening was."""
    return row.date_start, row.date_end


Place = tuple[str | None, int, int, int, str]
"""The columns of a row that say where in its document it is printed: `section line char_start char_end quote`."""
DateColumns = tuple[str | None, str | None, str | None, str, str]
"""`date date_start date_end date_precision date_basis` of a visit or event."""


class Dated(NamedTuple):
    """The date of a row, and how it is known (`stated inherited unknown`)."""

    value: DateValue | None
    basis: str

    @property
    def year(self) -> int | None:
        """The year in which it begins."""
        return int(self.value.start[:4]) if self.value and self.value.start else None

    def columns(self) -> DateColumns:
        """The date as columns; empty with precision `none` where there is none."""
        date = self.value
        if date is None:
            return None, None, None, "none", "unknown"
        return date.edtf, date.start, date.end, date.precision, self.basis


UNDATED = Dated(None, "unknown")


class Facts:
    """The facts of one document in the order of its text. Extractors add rows; `used` holds the indices of the lines they
    came from, `unknown_labels` the labels of figures that no data file knows, `scopes` what a line below a heading says
    for all figures under it, by the heading's start; `headers` the last header of each section so far, by its identity, and
    `upper_headers` the one right above it, `header_starts` where rows begin that were read as headers;
    `empty_dashes` the paths of the headings below which a dash is said to mean that there was nothing,
    `full_dashes` those below which it is said to mean anything else;
    `row_cells` the date and the rest of the rows of tables, by their starts, which many ask for.
    `pair` are the publisher's country and the partner."""

    def __init__(self, outline: Outline, document_id: str) -> None:
        self.outline = outline
        self.text = outline.document.text
        self.pair: tuple[str, str | None] = outline.publisher.area, outline.partner.area
        self.document_id = document_id
        self.visits: list[Visit] = []
        self.observations: list[Observation] = []
        self.events: list[Event] = []
        self.notes: list[Note] = []
        self.used: set[int] = set()
        self.unknown_labels: list[tuple[str, Line]] = []
        self.scopes: dict[int, str] = {}
        self.headers: dict[int, Block] = {}
        self.upper_headers: dict[int, Block | None] = {}
        self.header_starts: set[int] = set()
        self.empty_dashes: list[str] = []
        self.full_dashes: list[str] = []
        self.row_cells: dict[int, tuple[Span, Span]] = {}

    def other(self, area: str | None) -> str | None:
        """The other country of the sheet's pair."""
        return other_of(area, self.pair)

    def new_visit_id(self) -> str:
        """The id of the next visit."""
        return row_id(self.document_id, "visit", len(self.visits) + 1)

    def words(self, line: Line) -> str:
        """The words of a line, without its bullet."""
        return self.text[line.block.body : line.block.end]

    def open_header(self, header: Line) -> None:
        """Remember a header for the rows below it, and the one it stands right under."""
        section, block = id(header.section), header.block
        above = self.headers.get(section)
        is_right_under = above is not None and not self.text[above.end : block.start].strip(RULE)
        self.upper_headers[section] = above if is_right_under else None
        self.headers[section] = block

    def header_above(self, line: Line) -> Block | None:
        """The header of a row's table."""
        return self.headers.get(id(line.section))

    def place(self, line: Line, start: int, end: int) -> Place:
        """The columns that say where `text[start:end]` of a line is printed."""
        return line.section.path, line_at(self.text, line.block, start), start, end, self.text[start:end]

    def note(self, rule: str, line: Line, start: int, end: int, message: str, **more: str | None) -> None:
        """Keep something odd in a line for the findings."""
        self.notes.append(self.note_at(rule, line, start, end, message, **more))

    def note_at(self, rule: str, line: Line, start: int, end: int, message: str, **more: str | None) -> Note:
        """Something odd in a line, not kept."""
        return Note(rule, start, end, line_at(self.text, line.block, start), line.section.path, message, **more)
