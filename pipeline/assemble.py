"""Facts of documents → rows of the tables that are about documents: `documents`, `blocks`, `people`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.check import looks_like_fact
from pipeline.extract import Facts
from pipeline.keys import series_id
from pipeline.normalize.people import Decision, Mention, Resolution, resolve
from pipeline.outline import Line, Outline
from pipeline.records import Visit

HEADINGS = frozenset({"title", "region", "date", "heading", "label", "caption", "header"})
KINDS = {
    "prose": "paragraph",
    "item": "list_item",
    "row": "table_row",
    "series": "table_row",
    "header": "table_header",
    "furniture": "furniture",
}


def block_rows(facts: Facts) -> list[tuple[object, ...]]:
    """One row per block, in the columns of table `blocks`."""
    rows: list[tuple[object, ...]] = []
    for n, line in enumerate(facts.outline.lines):
        block = line.block
        rows.append(
            (
                facts.document_id, n, KINDS.get(line.role, line.role), block.level, line.section.path, block.line, block.start,
                block.end, facts.text[block.start : block.end], disposition(facts, n, line),
            )
        )  # fmt: skip
    return rows


def disposition(facts: Facts, index: int, line: Line) -> str:
    """What became of a block: `extracted narrative heading furniture unrecognised`."""
    if index in facts.used:
        return "extracted"
    if line.role in HEADINGS:
        return "heading"
    if line.role == "furniture":
        return "furniture"
    return "unrecognised" if looks_like_fact(facts, line) else "narrative"


def document_row(facts: Facts, findings: int) -> tuple[object, ...]:
    """The row of a document, in the columns of table `documents`."""
    outline, document = facts.outline, facts.outline.document
    published = outline.published.edtf if outline.published else None
    characters = _visible(document.text)
    accounted = sum(_visible(document.text[line.block.start : line.block.end]) for line in outline.lines)
    return (
        facts.document_id, series_id(outline), outline.publisher.id, outline.publisher.area, outline.partner.area,
        outline.partner.printed, outline.title, document.language or outline.publisher.language, published,
        "stated" if published else "unknown", document.source_path, document.source_url, document.media_type,
        document.encoding, document.sha256, document.size_bytes, text_form(outline), len(outline.lines), characters,
        accounted, len(facts.visits), len(facts.observations), len(facts.events), findings,
        document.captured,
    )  # fmt: skip


def _visible(text: str) -> int:
    return len("".join(text.split()))


def text_form(outline: Outline) -> str:
    """In which of the forms that such sheets take the text came: by the print of its rows, else of its lists."""
    text = outline.document.text
    if outline.document.media_type == "text/html":
        return "html"
    rows = [line.block for line in outline.lines if line.role in ("row", "header")]
    printed = [text[block.start : block.end] for block in rows]
    if any("|" in row for row in printed):
        return "cell_per_line" if any("|\n" in row for row in printed) else "pipe"
    starts = {block.start for block in outline.document.blocks}
    if sum(block.start not in starts for block in rows) > 1:
        return "fused"
    if any(row.startswith("YearName") for row in printed):
        return "glued"
    return "bullet" if any(line.role == "item" for line in outline.lines) else "old"


def same_facts(documents: Sequence[Facts]) -> dict[str, str]:
    """Documents that tell what another of their series tells, by id → the other's id: one version received twice.

    Facts are compared, not words: a page and its text, or a version with and without its date, are twins. Of several the
    first by id is the original.
    """
    first: dict[tuple[object, ...], str] = {}
    twins: dict[str, str] = {}
    for facts in sorted(documents, key=lambda facts: facts.document_id):
        visits = [(v.from_area, v.to_area, v.date, v.main_name, v.office, v.party_role) for v in facts.visits]
        figures = [(o.indicator, o.from_area, o.to_area, o.period, o.value, o.unit) for o in facts.observations]
        if not visits and not figures:
            continue
        key = (series_id(facts.outline), tuple(visits), tuple(figures))
        if first.setdefault(key, facts.document_id) != facts.document_id:
            twins[facts.document_id] = first[key]
    return twins


def resolve_people(documents: Sequence[Facts], decisions: Sequence[Decision] = ()) -> Resolution:
    """The persons behind the visits of all documents; sets `person_id` on their rows."""
    mentions = [_mention(row) for facts in documents for row in facts.visits if row.visitor_kind == "person"]
    resolution = resolve([mention for mention in mentions if mention is not None], decisions)
    for facts in documents:
        facts.visits = [row._replace(person_id=resolution.person_of.get(row.visit_id)) for row in facts.visits]
    return resolution


def _mention(row: Visit) -> Mention | None:
    if row.from_area is None or row.main_name is None:
        return None
    return Mention(
        row.visit_id, row.from_area, row.main_name, row.other_names, row.honorific, row.office, row.office_class,
        row.date_start, row.date_end, row.document_id, row.name_printed or row.main_name,
    )  # fmt: skip
