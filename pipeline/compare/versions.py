"""The versions of one sheet in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pipeline.collection import Entry
from pipeline.records import DocumentRow


def in_order(documents: Iterable[DocumentRow | Entry], twins: Mapping[str, str]) -> dict[str, list[str]]:
    """The ids of the versions of each series that has several, the oldest first, by `series_id`.

    A version is as old as the page's own date, else as the moment of its capture. One that has neither cannot be put in
    order and is left out; so is one that tells the same facts as another (`twins`).
    """
    dated: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for one in documents:
        day = one.published or (one.captured_at or "")[:10]
        if day and one.document_id not in twins:
            dated[one.series_id].append((day, one.captured_at or "", one.document_id))
    return {series: [each[2] for each in sorted(found)] for series, found in sorted(dated.items()) if len(found) > 1}
