"""One document → its rows in the tables that are about documents: `documents` and `blocks`."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check import looks_like_fact
from pipeline.extract import Facts
from pipeline.keys import series_id
from pipeline.outline import Line, Outline
from pipeline.records import BlockRow, DocumentRow

HEADINGS = frozenset({"title", "region", "date", "heading", "label", "caption", "header"})
KINDS = {
    "prose": "paragraph",
    "item": "list_item",
    "row": "table_row",
    "series": "table_row",
    "header": "table_header",
    "furniture": "furniture",
}


def block_rows(facts: Facts) -> list[BlockRow]:
    """One row per block of a document, in order, with the section that it stands in and what became of it (`disposition`)."""
    rows = []
    for n, line in enumerate(facts.outline.lines):
        block = line.block
        rows.append(
            BlockRow(
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


def document_row(facts: Facts, findings: int) -> DocumentRow:
    """The row of a document."""
    outline, document = facts.outline, facts.outline.document
    published = outline.published.edtf if outline.published else None
    characters = _visible(document.text)
    return DocumentRow(
        document_id=facts.document_id,
        series_id=series_id(outline),
        publisher=outline.publisher.id,
        reporter_area=outline.publisher.area,
        partner_area=outline.partner.area,
        partner_printed=outline.partner.printed,
        title=outline.title,
        language=document.language or outline.publisher.language,
        published=published,
        published_basis="stated" if published else "unknown",
        source_path=document.source_path,
        source_url=document.source_url,
        media_type=document.media_type,
        encoding=document.encoding,
        sha256=document.sha256,
        size_bytes=document.size_bytes,
        text_form=text_form(outline),
        blocks=len(outline.lines),
        characters=characters,
        characters_accounted=characters - _visible("".join(_between(outline))),
        visits=len(facts.visits),
        observations=len(facts.observations),
        events=len(facts.events),
        findings=findings,
        captured_at=document.captured,
    )


def _between(outline: Outline) -> Iterator[str]:
    """What stands in no line: before the first one, between two, and behind the last one."""
    text, at = outline.document.text, 0
    for line in outline.lines:
        yield text[at : line.block.start]
        at = line.block.end
    yield text[at:]


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
