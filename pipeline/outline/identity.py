"""Whose relations a sheet is about, by its title, headings, captions, text, footer or path, in that order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from pipeline.normalize.areas import find_areas
from pipeline.outline.headings import Head, caption_direction, known_topic, read_head
from pipeline.publishers import Publisher
from pipeline.records import Document

if TYPE_CHECKING:
    from pipeline.outline.sections import Outline

LONGEST_HEADING = 160


class Partner(NamedTuple):
    """The other country of a sheet. `basis` says where it was read: `title heading text footer path unknown`."""

    area: str | None
    printed: str | None
    basis: str


def is_title(head: Head, publisher: Publisher) -> bool:
    """Whether a heading is the title of a sheet about two areas: `Japan-Mongolia Relations`."""
    key = head.key.replace("@ flag", "").strip()
    return key in publisher.titles or (key.startswith("@-@ relations ") and key.count("@-@ relations") == 2)


def find_partner(document: Document, publisher: Publisher) -> Partner:
    """The partner of a sheet; the area named most often wins within each place, the first one on a tie."""
    heads = [(text, read_head(text)) for text in _short_texts(document)]
    titles = [pair for pair in heads if is_title(pair[1], publisher)]
    named = [pair for pair in heads if known_topic(pair[1], publisher) or caption_direction(pair[1], publisher.area)]
    body = (document.text[b.start : b.end] for b in document.blocks if b.kind != "furniture")
    footer = (document.text[b.start : b.end] for b in document.blocks if b.kind == "furniture")
    places: tuple[tuple[str, Iterable[str]], ...] = (
        ("title", (text for text, _ in titles)),
        ("heading", (text for text, _ in named)),
        ("text", body),
        ("footer", footer),
        ("path", (document.declared_title or "", _path_words(document))),
    )
    for basis, texts in places:
        found = _most_named(texts, publisher.area)
        if found:
            return Partner(*found, basis)
    return Partner(None, None, "unknown")


def _path_words(document: Document) -> str:
    """The last parts of where a sheet was found, as words: `.../africa/kenya/data.html` is `Africa Kenya Data.Html`."""
    path = document.source_url or document.source_path
    return " ".join(path.replace("-", " ").replace("_", " ").split("/")[-3:]).title()


def _short_texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.kind not in ("furniture", "row") and block.end - block.body <= LONGEST_HEADING:
            yield document.text[block.body : block.end]


def _most_named(texts: Iterable[str], publisher_area: str) -> tuple[str, str] | None:
    counts: Counter[str] = Counter()
    printed: dict[str, str] = {}
    for text in texts:
        for mention in find_areas(text):
            if mention.area != publisher_area:
                counts[mention.area] += 1
                if mention.kind != "demonym":
                    printed.setdefault(mention.area, text[mention.start : mention.end])
    if not counts:
        return None
    area = counts.most_common(1)[0][0]
    return area, printed.get(area, area)


def is_fact_sheet(outline: Outline) -> bool:
    """Whether a document is a sheet about relations with an area: by its title, else by headings that such sheets have.

    Two of them are asked for, one where a region stands in the title's place.
    """
    if outline.partner.area is None:
        return False
    if outline.title is not None:
        return True
    heads = [line.section for line in outline.lines if line.role in ("heading", "label", "caption")]
    known = {
        section.topic.name
        for section in heads
        if section.topic
        and section.head
        and (section.kind == "caption" or known_topic(section.head, outline.publisher))
    }
    has_region = any(line.role == "region" for line in outline.lines)
    return len(known) >= (1 if has_region else 2)
