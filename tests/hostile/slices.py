"""What is spoilt: whole sheets and, mostly, slices of them. A slice is what stands in front of a sheet, the headings above a
place in it and some blocks from there on; printed as a text, as a page made anew, or in the markup of the page it is from."""

from __future__ import annotations

import random
import re
from functools import cache
from html import escape
from typing import NamedTuple

from pipeline.outline import Section, outline
from pipeline.publishers import load
from pipeline.read import read
from pipeline.records import Document, Source
from tests.helpers import FIXTURES, MONGOLIA

LARGEST = 60_000
LENGTHS = (1, 1, 1, 1, 2, 2, 4)
"""How many blocks a slice has below its headings."""
FRONT = ("title", "region", "date")
"""What a slice keeps of what stands above the first heading."""
_JAPANESE = re.compile(rb"[\xe3-\xe9][\x80-\xbf]{2}")  # kana and kanji in UTF-8
_MARKUP = re.compile(rb"(?=<(?:h[1-6]|p|ul|ol|li|dl|dt|dd|table|tr|div)\b)")
_HEADING = re.compile(rb"<h[1-6]\b")


class Whole(NamedTuple):
    """A sheet of the tests."""

    name: str
    data: bytes


class Slice(NamedTuple):
    """What is to be spoilt, and what may stay as it is in front of it; a whole sheet has no such front."""

    name: str
    front: bytes
    data: bytes


class Piece(NamedTuple):
    """What stands in a sheet from one block on up to the next, and the headings above it, the outermost first."""

    role: str
    text: str
    heads: tuple[str, ...]


class Pieces(NamedTuple):
    """A sheet taken apart; the front is what stands above its first heading."""

    title: str
    front: str
    body: tuple[Piece, ...]


@cache
def wholes(*, japanese: bool | None = None, page: bool | None = None) -> tuple[Whole, ...]:
    """The sheets to spoil, all of them or those of a language and a form."""
    if japanese is None and page is None:
        paths = (p for p in FIXTURES.rglob("*") if p.suffix in (".txt", ".html") and "known_" not in p.name)
        small = [path for path in (MONGOLIA, *sorted(paths)) if path.stat().st_size < LARGEST]
        return tuple(Whole(path.name, path.read_bytes()) for path in small)
    return tuple(
        one
        for one in wholes()
        if (japanese is None or (len(_JAPANESE.findall(one.data)) > 20) == japanese)
        and (page is None or one.name.endswith(".html") == page)
    )


@cache
def pieces(whole: Whole) -> Pieces:
    """A sheet taken apart at the borders of its blocks."""
    document = read(Source(whole.name, whole.data))
    if not isinstance(document, Document):
        return Pieces("", "", ())
    text, lines = document.text, outline(document, load()).lines
    starts = [text.rfind("\n", 0, line.block.start) + 1 for line in lines]
    front, body, header = "", list[Piece](), ("", "")
    for line, start, end in zip(lines, starts, [*starts[1:], len(text)], strict=True):
        if start == end or line.role == "furniture":
            continue
        if not line.section.heading:
            front += text[start:end] if line.role in FRONT and not body else ""
            continue
        heads = _heads(text, line.section, start)
        if line.role == "header":
            header = (line.section.path or "", text[start:end].strip())
        elif header[0] == line.section.path:
            heads = (*heads, header[1])
        body.append(Piece(line.role, text[start:end], heads))
    title = next((text[line.block.start : line.block.end] for line in lines if line.role == "title"), "")
    return Pieces(title, front, tuple(body))


def _heads(text: str, section: Section | None, start: int) -> tuple[str, ...]:
    found: list[str] = []
    while section is not None and section.heading:
        found += [text[section.start : section.end]] if section.start < start else []
        section = section.parent
    return tuple(reversed(found))


def text_slice(whole: Whole, dice: random.Random) -> Slice:
    """A slice as a text."""
    front, heads, body = _slice(whole, dice)
    above = "".join(f"{head}\n\n" for head in heads[:-1]) + "".join(f"{head}\n" for head in heads[-1:])
    return Slice("slice.txt", _bytes(front), _bytes(above + "".join(piece.text for piece in body)))


def page_slice(whole: Whole, dice: random.Random) -> Slice:
    """A slice as a page made of its words."""
    front, heads, body = _slice(whole, dice)
    title, *rest = [line.strip() for line in front.split("\n") if line.strip()] or [""]
    above = [f"<h1>{escape(title)}</h1>", *(f"<p>{escape(line)}</p>" for line in rest)]
    below = [f"<h{min(n, 6)}>{escape(head)}</h{min(n, 6)}>" for n, head in enumerate(heads, 2)]
    return Slice("slice.html", _bytes("\n".join(above)), _bytes("\n".join([*below, *map(_markup, body)])))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _markup(piece: Piece) -> str:
    words = escape(piece.text.strip())
    match piece.role:
        case "heading" | "label":
            return f"<h3>{words}</h3>"
        case "item" | "series":
            return f"<ul><li>{words.lstrip('•- ')}</ul>"
        case "row" | "header":
            cells = words.split(" | ") if "|" in words else words.split(" ", 1)
            return f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"
        case _:
            return f"<p>{words}</p>"


def _slice(whole: Whole, dice: random.Random) -> tuple[str, tuple[str, ...], tuple[Piece, ...]]:
    _, front, body = pieces(whole)
    if not body:
        return front, (), ()
    first = dice.randrange(len(body))
    return front, body[first].heads, body[first : first + dice.choice(LENGTHS)]


def markup_slice(whole: Whole, dice: random.Random) -> Slice:
    """A slice of a page as it is marked up there, below its title and the heading before it."""
    parts = _markup_pieces(whole)
    first = dice.randrange(next((n for n, part in enumerate(parts) if _HEADING.match(part)), 0), len(parts))
    above = next((part for part in reversed(parts[:first]) if _HEADING.match(part)), b"")
    body = b"".join(parts[first : first + dice.choice(LENGTHS)])
    return Slice("slice.html", _bytes(f"<h1>{escape(pieces(whole).title)}</h1>"), above + body)


@cache
def _markup_pieces(whole: Whole) -> list[bytes]:
    return _MARKUP.split(whole.data)


def cut(dice: random.Random) -> Slice:
    """One of them all: one of a hundred whole, a sixth of the others in Japanese."""
    if dice.random() < 0.01:
        whole = dice.choice(wholes())
        return Slice(whole.name, b"", whole.data)
    make = dice.choice((text_slice, text_slice, text_slice, page_slice, markup_slice))
    page = True if make is markup_slice else None
    return make(dice.choice(wholes(japanese=dice.random() < 1 / 6, page=page)), dice)
