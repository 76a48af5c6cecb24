"""What a run has at hand of a sheet while the sheet itself is put aside: what other sheets have to know of it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter

from pipeline.engine.packing import pack
from pipeline.normalize.people.parts import initial
from pipeline.normalize.people.records import Mention
from pipeline.records import Visit
from pipeline.sheet import Card, Sheet, Visitors


def card_of(sheet: Sheet) -> Card:
    """What other sheets must know of one: ids, dates, a digest of its facts, and its visitors by area and letter."""
    row = sheet.document
    return Card(
        document_id=row.document_id,
        series_id=row.series_id,
        source_path=row.source_path,
        sha256=row.sha256,
        published=row.published,
        captured_at=row.captured_at,
        facts=_facts(sheet),
        mentions=tuple(_visitors(sheet)),
    )


def _visitors(sheet: Sheet) -> Iterator[Visitors]:
    parts: dict[tuple[str, int], list[Mention]] = defaultdict(list)
    for row in filter(None, map(_mention, sheet.visits)):
        parts[row.area, initial(row)].append(row)
    for (area, letter), rows in sorted(parts.items(), key=itemgetter(0)):
        yield Visitors(area, letter, pack(rows))


def renamed_mentions(mentions: Sequence[Mention], document_id: str) -> Sequence[Mention]:
    """The visitors of one sheet under the id that it got."""
    old, new = f"{mentions[0].document_id}#", f"{document_id}#"
    if old == new:
        return mentions
    return [one._replace(document_id=document_id, row_id=new + one.row_id.removeprefix(old)) for one in mentions]


def _facts(sheet: Sheet) -> bytes:
    """Facts and not words: a page and its text, or a version with and without its date, have the same."""
    visits = [(v.from_area, v.to_area, v.date, v.main_name, v.office, v.party_role) for v in sheet.visits]
    figures = [(o.indicator, o.from_area, o.to_area, o.period, o.value, o.unit) for o in sheet.observations]
    if not visits and not figures:
        return b""
    return hashlib.sha256(repr((sheet.document.series_id, visits, figures)).encode("utf-8", "replace")).digest()


def _mention(row: Visit) -> Mention | None:
    if row.visitor_kind != "person" or row.from_area is None or row.main_name is None:
        return None
    return Mention(
        row.visit_id, row.from_area, row.main_name, row.other_names, row.honorific, row.office, row.office_class,
        row.date_start, row.date_end, row.document_id, row.name_printed or row.main_name,
    )  # fmt: skip
