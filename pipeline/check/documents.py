"""Checks of the sheet as a whole: its title, its date, its encoding, how old its figures are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check.registry import at_document, at_row, check
from pipeline.extract.facts import Facts, Note
from pipeline.extract.visits.prose.undone import is_unreal
from pipeline.normalize.dates import find_dates
from pipeline.records import Event

STALE_YEARS = 5


@check
def missing_title(facts: Facts) -> Iterator[Note]:
    """No title names the partner; a region alone names none."""
    if facts.outline.title is None:
        yield at_document(
            "missing_title", facts, "no title names the partner; it was found in the " + facts.outline.partner.basis,
            found=facts.outline.partner.printed,
        )  # fmt: skip


@check
def missing_published_date(facts: Facts) -> Iterator[Note]:
    """The page bears no date of its own."""
    if facts.outline.published is None:
        yield at_document("missing_published_date", facts, "the page bears no date")


@check
def encoding_suspect(facts: Facts) -> Iterator[Note]:
    """Characters that were lost or read in a charset that the page does not declare."""
    for note in facts.outline.document.notes:
        if note.startswith("encoding:"):
            yield at_document("encoding_suspect", facts, note.removeprefix("encoding:").strip())


PAST = re.compile(r"\b(?:was|were|has been|have been|entered into force)\b(?:(?! to [a-z])[^,;.]){0,80}\Z")
"""What tells, right before its date, of something that has come about."""


@check
def after_publication(facts: Facts) -> Iterator[Note]:
    """A visit, a figure or a happening told as past, later than the page that tells it."""
    published = facts.outline.published
    for row in facts.visits:
        if published and published.end and row.date_start and row.date_start > published.end:
            message = f"the visit of {row.date} is later than the page, {published.edtf}"
            yield at_row("after_publication", row, message, expected=f"up to {published.edtf}", found=row.date)
    for figure in facts.observations:
        start = figure.period_start if figure.value is not None else None
        if published and published.end and start and start > published.end:
            message = f"the figure is of {figure.period}, the page of {published.edtf}"
            yield at_row("after_publication", figure, message, expected=f"up to {published.edtf}", found=figure.period)
    for event in facts.events:
        start = event.date_start if event.visit_id is None else None
        if published and published.end and start and start > published.end and _is_told_as_past(event):
            message = f"this is told as past and dated {event.date}, later than the page, {published.edtf}"
            yield at_row("after_publication", event, message, expected=f"up to {published.edtf}", found=event.date)


def _is_told_as_past(event: Event) -> bool:
    words = event.statement or ""
    before = (words[: found.start] for found in find_dates(words) if found.value.edtf == event.date)
    return any(map(PAST.search, before)) and not is_unreal(words)


@check
def stale_figures(facts: Facts) -> Iterator[Note]:
    """The newest figure is five years or more older than the page."""
    published = facts.outline.published
    dated = [row for row in facts.observations if row.period_end and row.value is not None]
    if not dated or published is None or published.start is None:
        return
    newest = max(dated, key=lambda row: row.period_end or "")
    if int(published.start[:4]) - int((newest.period_end or "")[:4]) >= STALE_YEARS:
        message = f"the newest figure is of {newest.period}, the page of {published.edtf}"
        yield at_row("stale_figures", newest, message, found=newest.period)
