"""Whether a new version reads so unlike the one before it that the page was set anew, and facts were lost on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.extract.facts import Note
from pipeline.sheet import Sheet

FEW = 4
"""Of fewer rows than this half may go without meaning anything."""
ALL = 2
"""Of fewer rows than this all may go without meaning anything."""
FAR_FEWER = 0.5
"""What is left of a kind of rows when half of them are gone."""
LABELS = 3
"""How many labels that nobody knows, and that the version before did not have, make a new layout."""
UNREAD = 0.05
"""By how much the share of text that was not understood may grow."""


def drift(before: Sheet, after: Sheet) -> Note | None:
    """A note that names what vanished or is no longer understood; `None` where the two versions read alike."""
    told = [*_fewer_rows(before, after), *_new_labels(before, after), *_more_unread(before, after)]
    if not told:
        return None
    start, end = (after.blocks[0].char_start, after.blocks[0].char_end) if after.blocks else (0, 0)
    line = after.blocks[0].line if after.blocks else 1
    message = f"against {before.id}: {'; '.join(told)}"
    return Note("layout_drift", start, end, line, None, message, expected=before.id, found="; ".join(told))


def _fewer_rows(before: Sheet, after: Sheet) -> Iterator[str]:
    had, has = _rows(before), _rows(after)
    for name, number in sorted(had.items()):
        left = has[name]
        if (number >= FEW and left <= number * FAR_FEWER) or (number >= ALL and not left):
            yield f"{number} {name} before, {left or 'none'} now"


def _rows(sheet: Sheet) -> Counter[str]:
    return Counter(
        [
            *(f"visits from {row.from_area} to {row.to_area}" for row in sheet.visits if row.origin == "table"),
            *("figures" for row in sheet.observations if row.value_status != "missing"),
            *("dated happenings" for row in sheet.events if row.date),
        ]
    )


def _new_labels(before: Sheet, after: Sheet) -> Iterator[str]:
    known = {key for key, _ in before.labels}
    new = list(dict.fromkeys(place.printed for key, place in after.labels if key not in known))
    if len(new) >= LABELS:
        yield f"{len(new)} headings or labels that nobody knows: {', '.join(new[:LABELS])}"


def _more_unread(before: Sheet, after: Sheet) -> Iterator[str]:
    had, has = _unread(before), _unread(after)
    if has > had + UNREAD:
        yield f"{has:.0%} of the text not understood, {had:.0%} before"


def _unread(sheet: Sheet) -> float:
    unread = sum(len("".join(block.text.split())) for block in sheet.blocks if block.disposition == "unrecognised")
    return unread / max(1, sheet.document.characters)
