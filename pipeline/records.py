"""The vocabulary: what stages hand to each other. Small immutable tuples; no logic beyond looking things up.

Rows of tables (`DocumentRow`, `BlockRow`, `Visit`, `Observation`, `Event`, `Finding`, `Change`) carry exactly the columns
of their table, in the table's order (`schemas/tables.toml` is the authority and a test compares the two). A missing value
is `None`. Character positions are 0-based offsets into `Document.text`, `start` inclusive and `end` exclusive; lines are 1-based.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a document's text: `text[start:end]`."""

    start: int
    end: int


class Block(NamedTuple):
    """One block of a document's text as its layout gives it, before anybody asks what it means.

    `kind` is one of `heading paragraph item row header caption term furniture`; `level` is 1 to 6 for headings that
    say so, the depth of the list for items, and 0 where the layout does not tell. `start`/`end` cover the whole block
    with its bullet or number; `body` is where the words begin. `cells` are the cells of a row or table header, left to
    right, without separators; empty for everything else and for rows whose cells the print does not part.
    """

    kind: str
    level: int
    start: int
    end: int
    line: int
    body: int
    cells: tuple[Span, ...] = ()


class Source(NamedTuple):
    """One sheet as it was received: bytes, and what its container says of them.

    `captured` is when it was taken from the web, by an archive or by `factsheets fetch`: ISO 8601 in UTC, to the second.
    """

    path: str
    data: bytes
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    captured: str | None = None


class Document(NamedTuple):
    """One sheet as it was read: its plain text and the blocks that cover it.

    Every character of `text` that is not white space lies in exactly one block; blocks are in order and do not
    overlap. `declared_title` is an HTML page's `<title>`, which is no part of the text.
    """

    source_path: str
    source_url: str | None
    media_type: str
    encoding: str
    sha256: str
    size_bytes: int
    text: str
    blocks: tuple[Block, ...]
    language: str | None = None
    declared_title: str | None = None
    notes: tuple[str, ...] = ()
    captured: str | None = None


class DocumentRow(NamedTuple):
    """One row per source document (table `documents`)."""

    document_id: str
    series_id: str
    publisher: str
    reporter_area: str
    partner_area: str | None
    partner_printed: str | None
    title: str | None
    language: str
    published: str | None
    published_basis: str
    source_path: str
    source_url: str | None
    media_type: str
    encoding: str
    sha256: str
    size_bytes: int
    text_form: str
    blocks: int
    characters: int
    characters_accounted: int
    visits: int
    observations: int
    events: int
    findings: int
    captured_at: str | None


class BlockRow(NamedTuple):
    """One row per block of a document's text (table `blocks`)."""

    document_id: str
    block: int
    kind: str
    level: int
    section: str | None
    line: int
    char_start: int
    char_end: int
    text: str
    disposition: str


class Visit(NamedTuple):
    """One row per visitor of one printed visit (table `visits`)."""

    visit_id: str
    visit_group: str
    fact_key: str
    origin: str
    from_area: str | None
    to_area: str | None
    direction_basis: str
    date: str | None
    date_start: str | None
    date_end: str | None
    date_precision: str
    date_basis: str
    visitor_kind: str
    party_role: str
    honorific: str | None
    main_name: str | None
    other_names: str | None
    name_printed: str | None
    person_id: str | None
    office: str | None
    office_printed: str | None
    office_class: str | None
    occasion: str | None
    guest_status: str | None
    confirmed_by: str | None
    document_id: str
    section: str | None
    line: int
    char_start: int
    char_end: int
    quote: str
    correction_id: str | None = None


class Observation(NamedTuple):
    """One row per number, or per stated absence of one (table `observations`)."""

    observation_id: str
    fact_key: str
    indicator: str
    measure: str | None
    from_area: str | None
    to_area: str | None
    direction_basis: str
    period: str | None
    period_start: str | None
    period_end: str | None
    period_precision: str
    period_kind: str
    period_basis: str
    value: Decimal | None
    value_status: str
    value_printed: str | None
    decimals: int | None
    unit: str | None
    unit_mult: int | None
    unit_basis: str
    accounting_basis: str | None
    is_total: bool
    data_source: str | None
    goods: str | None
    rank: int | None
    note: str | None
    label: str | None
    document_id: str
    section: str | None
    line: int
    char_start: int
    char_end: int
    quote: str
    correction_id: str | None = None


class Event(NamedTuple):
    """One row per happening told (table `events`)."""

    event_id: str
    fact_key: str
    kind: str
    date: str | None
    date_start: str | None
    date_end: str | None
    date_precision: str
    date_basis: str
    areas: str | None
    place: str | None
    title: str | None
    status: str | None
    visit_id: str | None
    statement: str
    document_id: str
    section: str | None
    line: int
    char_start: int
    char_end: int
    quote: str
    correction_id: str | None = None


class Finding(NamedTuple):
    """One row per thing a careful reader would report (table `findings`)."""

    finding_id: str
    document_id: str | None
    rule: str
    severity: str
    table: str | None
    row_id: str | None
    related_id: str | None
    message: str
    expected: str | None
    found: str | None
    suggestion: str | None
    section: str | None
    line: int | None
    char_start: int | None
    char_end: int | None
    quote: str | None


class Change(NamedTuple):
    """One row per difference between consecutive versions of one sheet (table `changes`)."""

    series_id: str
    from_document_id: str
    to_document_id: str
    table: str
    fact_key: str
    change: str
    column: str | None
    old_value: str | None
    new_value: str | None
    old_row_id: str | None
    new_row_id: str | None


class Refused(NamedTuple):
    """A document that is no fact sheet, or could not be read: kept aside with its reason.

    `missing` is true where the input itself cannot be had (exit code 5), false where it was read and refused (3).
    """

    source_path: str
    rule: str
    message: str
    missing: bool = False
