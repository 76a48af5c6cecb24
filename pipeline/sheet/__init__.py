"""One source → all that it tells by itself. Nothing here knows of other sheets, so that sheets can be read one by one, in
any order, anywhere, and be kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.check import check
from pipeline.extract import extract
from pipeline.extract.facts import Note
from pipeline.extract.visits.ties import tie_visits
from pipeline.keys import document_id, key_events, key_observations, key_visits
from pipeline.outline import outline
from pipeline.outline.identity import is_fact_sheet
from pipeline.publishers import choose
from pipeline.publishers.suggest import Place, unknown_labels
from pipeline.read import read
from pipeline.read.limits import LIMITS, RULE, Limits
from pipeline.records import BlockRow, DocumentRow, Event, Observation, Refused, Source, Visit
from pipeline.sheet.layout_rows import block_rows, document_row


class Sheet(NamedTuple):
    """A sheet as rows, under the id that it has while no other sheet has the same day; plain values, so that it can be
    kept or sent. `notes` are to become findings; `labels` are those that no data file knows."""

    document: DocumentRow
    text: str
    blocks: tuple[BlockRow, ...]
    visits: tuple[Visit, ...]
    observations: tuple[Observation, ...]
    events: tuple[Event, ...]
    notes: tuple[Note, ...]
    labels: tuple[tuple[str, Place], ...]

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.document_id

    def facts(self) -> dict[str, Sequence[Visit] | Sequence[Observation] | Sequence[Event]]:
        """The rows of the tables of facts, by table."""
        return {"visits": self.visits, "observations": self.observations, "events": self.events}


class Visitors(NamedTuple):
    """Some visitors of a sheet, all of one area and one first letter (see `people.parts`): their rows, packed, which only
    who tells persons apart takes out."""

    area: str
    initial: int
    packed: bytes


class Card(NamedTuple):
    """A sheet in short. `facts` is the same for sheets that tell the same facts of one series, and empty where a sheet
    tells none; `mentions` are its visitors with a name, in parts."""

    document_id: str
    series_id: str
    source_path: str
    sha256: str
    published: str | None
    captured_at: str | None
    facts: bytes
    mentions: tuple[Visitors, ...]


def read_sheet(source: Source, limits: Limits = LIMITS) -> Sheet | Refused:
    """All that one source tells by itself, or why it is refused.

    >>> read_sheet(Source("note.txt", b"Call me in 2014.")).rule
    'document_rejected'
    """
    document = read(source, limits)
    if isinstance(document, Refused):
        return document
    found = outline(document, choose(document.source_path, document.source_url))
    if not is_fact_sheet(found):
        message = "this is no fact sheet about a country: no title of one, and no two headings that such sheets have"
        return Refused(document.source_path, RULE, message)
    facts = extract(found, document_id(found))
    tie_visits(facts)
    facts.visits, facts.events = key_visits(facts.visits), key_events(facts.events)
    facts.observations = key_observations(facts.observations)
    return Sheet(
        document=document_row(facts, 0),
        text=facts.text,
        blocks=tuple(block_rows(facts)),
        visits=tuple(facts.visits),
        observations=tuple(facts.observations),
        events=tuple(facts.events),
        notes=tuple(check(facts)),
        labels=tuple(unknown_labels(facts)),
    )


def renamed(sheet: Sheet, document_id: str) -> Sheet:
    """The same sheet under another id, which the ids of its rows begin with too."""
    old, new = f"{sheet.id}#", f"{document_id}#"

    def name(row_id: str | None) -> str | None:
        return new + row_id.removeprefix(old) if row_id and row_id.startswith(old) else row_id

    return sheet._replace(
        document=sheet.document._replace(document_id=document_id),
        blocks=tuple(row._replace(document_id=document_id) for row in sheet.blocks),
        visits=tuple(
            row._replace(
                document_id=document_id,
                visit_id=name(row.visit_id) or "",
                visit_group=name(row.visit_group) or "",
                confirmed_by=name(row.confirmed_by),
            )
            for row in sheet.visits
        ),
        observations=tuple(
            row._replace(document_id=document_id, observation_id=name(row.observation_id) or "")
            for row in sheet.observations
        ),
        events=tuple(
            row._replace(document_id=document_id, event_id=name(row.event_id) or "", visit_id=name(row.visit_id))
            for row in sheet.events
        ),
        notes=tuple(note._replace(row_id=name(note.row_id), related_id=name(note.related_id)) for note in sheet.notes),
    )
