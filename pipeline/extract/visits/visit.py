"""One visitor → a row of `visits`."""

from __future__ import annotations

import re

from pipeline.extract.direction import Flow
from pipeline.extract.facts import Dated, Facts
from pipeline.normalize.areas import find_areas
from pipeline.normalize.visitors import Visitor
from pipeline.outline import Line
from pipeline.records import Span, Visit

OWN_COUNTRY = re.compile(r"\bof (?:the )?(?:(?:Republic|Kingdom|State) of )?\Z")
INSTITUTION = re.compile(
    r"(?:Government|Parliament|Assembly|Bank|Diet|Council|Congress|Senate|Forces|Court|University|Party|Academy|Institute"
    r"|Association|Society|Princess|Prince|Duke|Queen|King) of\b"
)


def add_visit(
    facts: Facts, line: Line, span: Span, visitor: Visitor, dated: Dated, direction: Flow, origin: str, group: str = ""
) -> str:
    """Add one visitor's row; returns its id. `group` is the id of the first row of a printed visit of several."""
    visit_id = facts.new_visit_id()
    office = _without_country(visitor.office, direction.from_area)
    facts.visits.append(
        Visit(  # in the order of the table; its key, who it is and what confirms it are told later
            visit_id, group or visit_id, "", origin, direction.from_area, direction.to_area, direction.basis, *dated.columns(),
            visitor.visitor_kind, visitor.party_role, visitor.honorific, visitor.main_name, visitor.other_names,
            visitor.name_printed, None, office, visitor.office_printed, visitor.office_class,
            visitor.occasion, visitor.guest_status, None, facts.document_id, *facts.place(line, span.start, span.end),
        )
    )  # fmt: skip
    for printed, corrected in visitor.typos:
        at = facts.text.find(printed, span.start, span.end)
        at = span.start if at < 0 else at
        facts.note(
            "likely_typo", line, at, at + len(printed), f"{printed} is probably a slip for {corrected}",
            expected=corrected, found=printed, suggestion=corrected, table="visits", row_id=visit_id,
        )  # fmt: skip
    return visit_id


def _without_country(office: str | None, area: str | None) -> str | None:
    """An office without the visitor's own country behind it: `President of Hungary` is the President."""
    if office is None or " of " not in office or area is None:
        return office
    for mention in find_areas(office):
        before = OWN_COUNTRY.search(office[: mention.start])
        own = mention.area == area and mention.end == len(office) and before
        if own and before and not INSTITUTION.search(office[: mention.start]):
            return office[: before.start()].rstrip(" ,")
    return office
