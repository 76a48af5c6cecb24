"""Names that stay: the id of a document, and the key that says what a row is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import schemas
from pipeline.normalize.spelling import fold, slug
from pipeline.outline import Outline
from pipeline.records import Event, Observation, Visit


def document_id(outline: Outline) -> str:
    """The id of a sheet that has its day for itself: `<publisher>/<partner>/<published>`, e.g. `mofa-japan/mng/2014-09-01`,
    or `undated-<sha256[:8]>` in place of the date."""
    sha = outline.document.sha256[:8]
    published = outline.published.edtf if outline.published else f"undated-{sha}"
    return f"{series_id(outline)}/{published}"


def series_id(outline: Outline) -> str:
    """What all versions of one sheet share: `<publisher>/<partner>`, as `mofa-japan/mng`; `unknown` where no partner is known."""
    return f"{outline.publisher.id}/{(outline.partner.area or 'unknown').lower()}"


def row_id(document_id: str, table: str, n: int) -> str:
    """The id of the row of a document that is number `n` in its table, from 1.

    >>> row_id("mofa-japan/mng/2014-09-01", "visit", 1)
    'mofa-japan/mng/2014-09-01#visit-0001'
    """
    return f"{document_id}#{table}-{n:04d}"


def key_visits(rows: Sequence[Visit]) -> list[Visit]:
    """Visits with their `fact_key`: who went where, when and in what part, told in a table or in prose.

    The visitor is always in the key, so that one who is listed later with the same month changes no other key. It is
    the name by which the person goes, folded; an office, a title and an occasion may be corrected without another key.
    """
    keys = _numbered(
        f"visit:{row.origin}:{row.from_area}>{row.to_area}:{row.date}:{visitor_of(row)}:{row.party_role}"
        for row in rows
    )
    return [tuple.__new__(Visit, (*row[:2], key, *row[3:])) for row, key in zip(rows, keys, strict=True)]


def visitor_of(row: Visit) -> str:
    """Who came, in a word: the folded name of a person, else the office or the name of the group.

    >>> row = Visit(*Visit._fields)
    >>> visitor_of(row._replace(main_name="Tumur-Ochir", from_area="MNG"))
    'tumurochir'
    >>> visitor_of(row._replace(main_name=None, office="Crown Prince")), visitor_of(row._replace(main_name=None, office=None))
    ('crown-prince', 'name-printed')
    """
    if row.main_name:
        return fold(row.main_name, row.from_area or "")
    return slug(row.office or row.name_printed or "") or row.visitor_kind


def key_observations(rows: Sequence[Observation]) -> list[Observation]:
    """Observations with their id and `fact_key`: the indicator, the two ends, how it is measured, for when and on what basis.

    A currency may change without another key; a count beside the money of one indicator has its unit in its key. Where
    no end of a flow is known the label is all that says what the number is.
    """
    keys = _numbered(map(_observation_key, rows))
    numbered = enumerate(zip(rows, keys, strict=True), 1)
    return [
        tuple.__new__(Observation, (row_id(row.document_id, "observation", n), key, *row[2:]))
        for n, (row, key) in numbered
    ]


def _observation_key(row: Observation) -> str:
    parts = [
        row.indicator, f"{row.from_area}>{row.to_area}", str(row.measure), str(row.period), str(row.accounting_basis)
    ]  # fmt: skip
    if row.unit and schemas.indicators()[row.indicator].is_money and not schemas.units()[row.unit].is_money:
        parts.append(row.unit)
    if row.from_area is None and row.to_area is None and row.label:
        parts.append(slug(row.label))
    return ":".join(parts)


def key_events(rows: Sequence[Event]) -> list[Event]:
    """Events with their id and `fact_key`: the kind of happening, when, and between whom."""
    keys = _numbered(f"event:{row.kind}:{row.date}:{row.areas}" for row in rows)
    numbered = enumerate(zip(rows, keys, strict=True), 1)
    return [tuple.__new__(Event, (row_id(row.document_id, "event", n), key, *row[2:])) for n, (row, key) in numbered]


def _numbered(keys: Iterable[str]) -> Iterator[str]:
    """The keys of one document, those that nothing else tells apart by their order: the second gets `:2`."""
    seen: dict[str, int] = {}
    for key in keys:
        key = key.replace("None", "-")
        n = seen[key] = seen.get(key, 0) + 1
        yield key if n == 1 else f"{key}:{n}"
