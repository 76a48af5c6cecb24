"""Whether a page that came is a version of the sheet: error pages, login pages and empty shells come with status 200 too."""

from __future__ import annotations

from pipeline.records import Refused
from pipeline.sheet import Sheet

FEWER = 10
"""A page with less than one fact for this many of the newest version is not believed."""


def facts_of(sheet: Sheet) -> int:
    """How much a sheet tells: visitors of its visits and figures together. Two versions of a page are compared by it."""
    return len(sheet.visits) + len(sheet.observations)


def objection(page: Sheet | Refused, partner: str | None, newest: Sheet | Refused | None) -> str | None:
    """Why a page is no version of the sheet about `partner` (or any), whose newest version so far is given; None if it is.

    >>> objection(Refused("a.html", "document_rejected", "empty"), "MNG", None)
    'empty'
    """
    if isinstance(page, Refused):
        return page.message
    if partner is not None and page.document.partner_area != partner:
        return f"this is a sheet about {page.document.partner_area}, not about {partner}"
    found = facts_of(page)
    before = facts_of(newest) if isinstance(newest, Sheet) else 0
    if found * FEWER < before:
        return f"an empty shell: {_told(found)}, where the newest version has {before}"
    if not found and not page.events:
        return f"an empty shell: {_told(found)} and no event"
    return None


def _told(facts: int) -> str:
    return f"{facts} visits and figures" if facts else "no visit, no figure"
