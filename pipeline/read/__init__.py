"""Stage 1, its one door: the bytes of a sheet → a `Document`. What a sheet *says* is no concern of this package."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from pipeline.read.clean import longest_run_of_marks
from pipeline.read.decode import Decoded, decode
from pipeline.read.files.containers import SHEETS
from pipeline.read.files.headers import content_type
from pipeline.read.files.inputs import find_sources
from pipeline.read.language import guess_language
from pipeline.read.limits import LIMITS, RULE, Limits
from pipeline.read.page.html import looks_like_html, original_url, read_html
from pipeline.records import Document, Refused, Source

__all__ = ["find_sources", "read"]

_HTML_TYPES = ("text/html", "application/xhtml+xml")


def read(source: Source, limits: Limits = LIMITS) -> Document | Refused:
    r"""One sheet as plain text and blocks, or why it cannot be read.

    An HTML page is printed anew: one block a line, `•` before items, ` | ` between cells, nothing that a browser would
    not show, and the site's own frame in blocks of kind `furniture`. A text stays as it is but for its line ends,
    control characters and what a converter put in (`converted`): the line of a row is one of the text as read. Notes
    that begin with `encoding:` say what is suspect. Refused: empty input, what passes one of the `limits`, what is no
    text, and pages that cannot be read whole. Never raises, whatever the bytes.

    >>> document = read(Source("a.txt", b"Exports: 1.8 billion yen\r\n"))
    >>> document.text, document.encoding, document.media_type
    ('Exports: 1.8 billion yen\n', 'utf-8', 'text/plain')
    """
    if len(source.data) > limits.document:
        return Refused(source.path, RULE, limits.over("document"))
    named = _is_named_html(source)
    decoded = decode(
        source.data, declared=source.charset, html=named or _opens_tag(source.data), japanese_hint=_is_japanese(source)
    )
    if isinstance(decoded, Refused):
        return decoded._replace(source_path=source.path)
    if not decoded.text.strip():
        return Refused(source.path, RULE, "empty")
    if looks_like_html(decoded.text, is_named=named):
        document = _read_page(source, decoded, limits)
    else:
        document = _read_text(source, decoded)
    if isinstance(document, Document) and (passed := _passed(document, limits)):
        return Refused(source.path, RULE, limits.over(passed))
    return document._replace(source_path=source.path)


def _passed(document: Document, limits: Limits) -> str | None:
    """The limit that a document as it was read passes."""
    if any(block.end - block.start > limits.line for block in document.blocks):
        return "line"
    return "marks" if longest_run_of_marks(document.text) > limits.marks else None


def _is_named_html(source: Source) -> bool:
    said = content_type(source.media_type)[0] or SHEETS.get(PurePosixPath(source.path).suffix.lower())
    return said in _HTML_TYPES


def _opens_tag(data: bytes) -> bool:
    return b"<" in data[:1024] and (
        b"<html" in (head := data[:4096].lower()) or b"<meta" in head or b"<!doctype" in head
    )


def _is_japanese(source: Source) -> bool:
    """A Japanese host or a page that says so: what a legacy charset without a label probably is."""
    host = urlsplit(original_url(source.url or "") or "").hostname or ""
    return host.endswith(".jp") or b'lang="ja' in source.data[:2048].lower()


def _read_page(source: Source, decoded: Decoded, limits: Limits) -> Document | Refused:
    page = read_html(decoded.text, limits)
    if isinstance(page, Refused):
        return page
    document = _document(source, decoded, "text/html")
    return document._replace(
        source_url=document.source_url if source.url else page.url,
        text=page.text,
        blocks=page.blocks,
        language=page.language or guess_language(page.text),
        declared_title=page.title,
    )


def _read_text(source: Source, decoded: Decoded) -> Document:
    from pipeline.read.converted import plain
    from pipeline.read.text.text import read_blocks

    text = plain(decoded.text)
    document = _document(source, decoded, "text/plain")
    return document._replace(text=text, blocks=tuple(read_blocks(text)), language=guess_language(text))


def _document(source: Source, decoded: Decoded, media_type: str) -> Document:
    return Document(
        source_path=source.path,
        source_url=original_url(source.url) if source.url else None,
        media_type=media_type,
        encoding=decoded.encoding,
        sha256=hashlib.sha256(source.data).hexdigest(),
        size_bytes=len(source.data),
        text=decoded.text,
        blocks=(),
        notes=decoded.notes,
        captured=source.captured,
    )
