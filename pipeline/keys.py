"""Names that stay: the id of a document, and the key that says what a row is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.outline import Outline
from pipeline.records import Event, Observation, Visit


def document_id(outline: Outline) -> str:
    """The id of a sheet that has its day for itself: `<publisher>/<partner>/<published>`, e.g. `mofa-japan/mng/2014-09-01`,
    or `undated-<sha256[:8]>` in place of the date."""
    sha = outline.document.sha256[:8]
    published = outline.published.edtf if outline.published else f"undated-{sha}"
    return f"{series_id(outline)}/{published}"


def series_id(outline: Outline) -> str:
    """What all versions of one sheet share."""
    return f"{outline.publisher.id}/{(outline.partner.area or 'unknown').lower()}"


def key_visits(rows: Sequence[Visit]) -> list[Visit]:
    """Visits with their `fact_key`: who of what office went where and when; spelling does not count."""
    numbered = _Numbered()
    return [
        row._replace(
            fact_key=numbered(
                f"visit:{row.origin}:{row.from_area}>{row.to_area}:{row.date}"
                f":{row.office_class or row.visitor_kind}:{row.party_role}"
            )
        )
        for row in rows
    ]


def key_observations(rows: Sequence[Observation]) -> list[Observation]:
    """Observations with their `fact_key`: the indicator, the two ends, how it is measured and for when."""
    numbered = _Numbered()
    return [
        row._replace(
            fact_key=numbered(
                f"{row.indicator}:{row.from_area}>{row.to_area}:{row.measure}:{row.period}:{row.accounting_basis}"
            )
        )
        for row in rows
    ]


def key_events(rows: Sequence[Event]) -> list[Event]:
    """Events with their `fact_key`: the kind of happening, when, and between whom."""
    numbered = _Numbered()
    return [row._replace(fact_key=numbered(f"event:{row.kind}:{row.date}:{row.areas}")) for row in rows]


class _Numbered:
    """Tells equal keys of one document apart by their order: the second gets `:2`."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()

    def __call__(self, key: str) -> str:
        key = key.replace("None", "-")
        self.seen[key] += 1
        return key if self.seen[key] == 1 else f"{key}:{self.seen[key]}"
