"""Checks of visits: who has no name, what two tellings disagree about, what a caption does not cover."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.registry import at_row, check
from pipeline.extract.facts import Facts, Note, days, overlap
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import find_dates
from pipeline.outline import Section
from pipeline.records import Visit

HEADS = frozenset({"head_of_state", "head_of_government"})


@check
def unnamed_person(facts: Facts) -> Iterator[Note]:
    """An office holder without any name."""
    for row in facts.visits:
        if row.visitor_kind == "office_holder":
            who = row.office or f"a {row.party_role}"
            yield at_row("unnamed_person", row, f"{who} is printed without a personal name", found=row.office_printed)


@check
def missing_date(facts: Facts) -> Iterator[Note]:
    """A visit without a date in a table that dates others: none was printed, or nobody knows which of two is its own."""
    dated = {row.section for row in facts.visits if row.date and row.origin == "table"}
    for row in facts.visits:
        if row.date is None and row.origin == "table" and row.section in dated:
            yield at_row(
                "missing_period", row, "nothing says when this visit was, though others of its table bear dates"
            )


@check
def caption_against_office(facts: Facts) -> Iterator[Note]:
    """A head of state or government whose office is of the country that the caption sends him to."""
    for row in facts.visits:
        if row.office_printed is None or row.office_class not in HEADS or row.direction_basis != "inherited":
            continue
        named = find_areas(row.office_printed)
        if named and named[-1].end == len(row.office_printed) and named[-1].area == row.to_area:
            message = f"the caption says that this visit went to {row.to_area}, whose {row.office} this is"
            yield at_row("contradiction", row, message, found=row.office_printed)


@check
def prose_table_contradiction(facts: Facts) -> Iterator[Note]:
    """One visit whose date a sentence and a table tell differently."""
    by_id = {row.visit_id: row for row in facts.visits}
    for row in facts.visits:
        other = by_id.get(row.confirmed_by or "")
        if row.origin == "prose" and other and not overlap(days(row), days(other)):
            yield at_row(
                "prose_table_contradiction", row, f"the text says {row.date}, the table says {other.date}",
                expected=other.date, found=row.date, suggestion=other.date, related_id=other.visit_id,
            )  # fmt: skip


@check
def outside_stated_scope(facts: Facts) -> Iterator[Note]:
    """A row before or after the years that the heading over it states: `(since 2005)` over a row of 1993."""
    told = {row.section for row in facts.visits}
    sections = {line.section.path: line.section for line in facts.outline.lines}
    tables = {line.section.path: line.section for line in facts.outline.lines if line.role == "row"}
    table_scopes = {path: _scope(section) for path, section in tables.items() if path in told}
    list_scopes = {path: _list_scope(section) for path, section in sections.items() if path in told}
    for row in facts.visits:
        scope = table_scopes.get(row.section) if row.origin == "table" else None
        scope = scope or list_scopes.get(row.section)
        if scope is None or row.date_start is None or row.date_end is None:
            continue
        start, end = scope
        if (start and row.date_end < start) or (end and row.date_start > end):
            message = f"the row is of {row.date}, the heading says {(start or '')[:4]}-{(end or '')[:4]}"
            yield at_row("outside_stated_scope", row, message, found=row.date)


def _list_scope(section: Section) -> tuple[str | None, str | None] | None:
    """The first and last day of the years that the heading of a list of visits states, above the years of its parts."""
    for at in section.around():
        is_list = at.topic is not None and at.topic.group == "visits"
        for found in find_dates(at.heading) if is_list and at.heading else ():
            if found.value.start is None or found.value.end is None or found.value.start[:4] != found.value.end[:4]:
                return found.value.start, found.value.end
    return None


def _scope(section: Section) -> tuple[str | None, str | None] | None:
    """The first and last day that the nearest dated heading states."""
    for at in section.around():
        if dates := find_dates(at.heading or ""):
            return dates[0].value.start, dates[0].value.end
    return None


@check
def duplicate_row(facts: Facts) -> Iterator[Note]:
    """The same row printed twice under one heading: same date, same words; the same month may be printed in part only,
    where the year stands in the row above."""
    seen: dict[tuple[object, ...], Visit] = {}
    for row in facts.visits:
        told = (row.honorific, row.name_printed, row.office_printed, row.occasion, row.guest_status)
        words = told if row.date_precision in ("month", "day") else (row.quote,)
        key = (row.section, row.date, row.party_role, *words)
        first = seen.setdefault(key, row)
        if first is not row and row.origin == "table" and row.visit_group != first.visit_group:
            message = f"the same row stands in line {first.line} too"
            yield at_row("duplicate_row", row, message, related_id=first.visit_id, found=row.quote)


@check
def direction_of_visits(facts: Facts) -> Iterator[Note]:
    """A visit that no caption or word gives a direction."""
    for row in facts.visits:
        if row.from_area is None or row.to_area is None:
            yield at_row(
                "direction_undecided", row, "nothing says from where to where this visit went", found=row.quote
            )


@check
def ambiguous_attachment(facts: Facts) -> Iterator[Note]:
    """A bracket behind the last of several visitors of one row: it may be meant for all of them."""
    groups: dict[str, list[Visit]] = {}
    for row in facts.visits:
        groups.setdefault(row.visit_group, []).append(row)
    for rows in groups.values():
        several = [row for row in rows if row.party_role == "principal" and row.origin == "table"]
        if len(several) < 2 or any(row.occasion or row.guest_status for row in several[:-1]):
            continue
        if len({row.date for row in several}) > 1 or several[-2].quote.endswith((")", "）")):
            continue  # each has a month or a bracket of his own
        words = several[-1].occasion or several[-1].guest_status
        if words:
            message = f"{words} stands behind {several[-1].main_name or several[-1].name_printed}; it may be said of all in the row"
            yield at_row("ambiguous_attachment", several[-1], message, found=words, related_id=several[0].visit_id)
