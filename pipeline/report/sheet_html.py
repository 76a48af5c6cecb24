"""A sheet's text as HTML, character by character as it was read, every fact a link to its row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

import schemas
from pipeline.report.segments import Part, Piece, parts
from pipeline.report.stored import Version

_GAP: Final = Markup("{}")
_BLOCK: Final = Markup('<span class="b {}" data-line="{}">{}</span>')
_UNREAD: Final = Markup(
    '<span class="b {} unread" data-line="{}" title="Not understood: nothing was read here">{}</span>'
)
_FACT: Final = Markup('<a class="m {}" href="#{}.{}" data-r="{}">{}</a>')


def sheet_html(version: Version) -> Markup:
    """The text of a version; what a reader copies out of it is the text of the file in `text/`."""
    return Markup("").join(_part(version.name, part) for part in parts(version))


def _part(name: str, part: Part) -> Markup:
    inner = Markup("").join(_piece(name, piece) for piece in part.pieces)
    if part.block is None:
        return _GAP.format(inner)
    form = _UNREAD if part.block["disposition"] == "unrecognised" else _BLOCK
    return form.format(part.block["kind"], part.block["line"], inner)


def _piece(name: str, piece: Piece) -> Markup:
    if not piece.marks or not piece.text.strip():
        return Markup("{}").format(piece.text)
    first = piece.marks[0]
    names = " ".join(mark.name for mark in piece.marks)
    return _FACT.format(" ".join(_classes(piece)), name, first.name, names, piece.text)


def _classes(piece: Piece) -> Iterator[str]:
    """The kinds of the facts of a piece, and the gravest severity of its findings."""
    yield from sorted({mark.kind for mark in piece.marks})
    severities = {mark.severity for mark in piece.marks}
    yield from [level for level in schemas.closed_list("severity") if level in severities][:1]
