"""Whose relations a sheet is about, by its title, headings, captions, text, footer or path, in that order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.refusal import Refusal
from pipeline.outline.captions import caption_direction
from pipeline.outline.headings import Head, known_topic, read_head
from pipeline.publishers import Publisher
from pipeline.records import Block, Document

if TYPE_CHECKING:
    from pipeline.outline.sections import Outline

LONGEST_HEADING, FRONT = 160, 6
PAIR = re.compile(r"@ ?[-・]? ?@")
"""Two areas of a title, however they are joined: `Japan – Peru`."""
UPDATED = re.compile(
    r"\A(?:last |page )?(?:updated?|modified|revised|published|posted|issued)\s*(?:on|in)?\s*[:：]?\s+", re.I
)
SHORT_NAMES = frozenset({"uk", "us", "usa", "uae", "eu", "drc", "png"})


class Partner(NamedTuple):
    """The other country of a sheet. `basis` says where it was read: `title heading text footer path unknown`."""

    area: str | None
    printed: str | None
    basis: str


def is_title(head: Head, publisher: Publisher) -> bool:
    """Whether a heading is the title of a sheet of the publisher's: of two areas (`Japan-Mongolia Relations`), or of the
    partner alone (`リベリア共和国（Republic of Liberia）基礎データ`)."""
    if not _is_pair(head, publisher):
        return False
    if head.key.count("@") == 1 and len(head.areas) == 1:
        return head.areas[0].area != publisher.area
    is_short = publisher.short is not None and head.key.startswith(publisher.short)
    return is_short or any(mention.area == publisher.area for mention in head.areas)


def is_broken_title(first: str, second: str, publisher: Publisher) -> bool:
    """Whether two lines are a title together that is broken behind the name of the land.

    >>> from pipeline.publishers import load
    >>> is_broken_title("カンボジア王国（Kingdom of Cambodia）", "基礎データ", load())
    True
    """
    return read_head(first).key == "@" and is_title(read_head(f"{first} {second[:LONGEST_HEADING]}"), publisher)


def is_foreign_title(head: Head, publisher: Publisher) -> bool:
    """Whether a heading is the title of somebody else's sheet: `India-Peru Relations`."""
    return _is_pair(head, publisher) and len({m.area for m in head.areas} - {publisher.area}) > 1


def _is_pair(head: Head, publisher: Publisher) -> bool:
    if not head.holds(publisher.title_words):
        return False
    key = head.key.replace("@ flag", "").strip()
    if publisher.short:
        key = key.replace(f"{publisher.short}・@", "@-@")
    key = PAIR.sub("@-@", key)
    return key in publisher.titles or (key.startswith("@-@ relations ") and key.count("@-@ relations") == 2)


def page_date(words: str) -> DateValue | Refusal:
    """The date that a line in the front of a page holds: `March 2012`, `Last updated: March 2012`.

    >>> page_date("(Updated on September 1, 2014)").edtf
    '2014-09-01'
    """
    return parse_date(UPDATED.sub("", words.strip(" ()（）[]")))


def find_partner(document: Document, publisher: Publisher) -> Partner:
    """The partner of a sheet; the area named most often wins within each place, the first one on a tie."""
    heads = [(text, read_head(text)) for text in _short_texts(document)]
    front = pairwise(text for text, _ in heads[:FRONT])
    titles = [text for text, head in heads if is_title(head, publisher)]
    titles = titles or [first for first, second in front if is_broken_title(first, second, publisher)]
    named = (text for text, head in heads if known_topic(head, publisher) or caption_direction(head, publisher.area))
    body = (document.text[b.start : b.end] for b in document.blocks if not _is_frame(document, b, publisher))
    footer = (document.text[b.start : b.end] for b in document.blocks if _is_frame(document, b, publisher))
    places: tuple[tuple[str, Iterable[str]], ...] = (
        ("title", titles),
        ("heading", named),
        ("text", body),
        ("footer", footer),
        ("path", (document.declared_title or "", _path_words(document))),
    )
    for basis, texts in places:
        found = _most_named(texts, publisher.area)
        if found:
            return Partner(*found, basis)
    return Partner(None, None, "unknown")


def _is_frame(document: Document, block: Block, publisher: Publisher) -> bool:
    return block.kind == "furniture" or publisher.is_furniture(document.text[block.start : block.end].strip())


def _path_words(document: Document) -> str:
    """The last parts of where a sheet was found, as words: `.../africa/kenya/data.html` is `Africa Kenya Data.Html`."""
    path = document.source_url or document.source_path
    words = " ".join(path.replace("-", " ").replace("_", " ").split("/")[-3:]).split()
    return " ".join(word.upper() if word.lower() in SHORT_NAMES else word.title() for word in words)


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

    Two of them on different subjects are asked for, one where a region stands in the title's place.
    """
    if outline.partner.area is None:
        return False
    if outline.title is not None:
        return True
    if any(is_foreign_title(read_head(text), outline.publisher) for text in _first_texts(outline.document)):
        return False
    heads = [line.section for line in outline.lines if line.role in ("heading", "label", "caption")]
    known = {
        section.topic.group
        for section in heads
        if section.topic
        and section.head
        and (section.kind == "caption" or known_topic(section.head, outline.publisher))
    }
    has_region = any(line.role == "region" for line in outline.lines)
    return len(known) >= (1 if has_region else 2)


def _first_texts(document: Document) -> list[str]:
    """The short lines on top of a document."""
    return list(islice(_short_texts(document), 5))
