"""The text of an HTML page → its plain text and blocks, with what the page says of itself."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple
from urllib.parse import urlsplit

import lxml.etree

from pipeline.read.clean import collapse
from pipeline.read.converted.marks.markdown import is_markdown
from pipeline.read.limits import LIMITS, RULE, Exceeded, Limits
from pipeline.read.page.area import Area, Zone, find_area
from pipeline.read.page.grids import as_tables, join_heads
from pipeline.read.page.notes import place_notes
from pipeline.read.page.pieces import Piece, print_pieces
from pipeline.read.page.set_tables import read_set_tables
from pipeline.read.page.tree import Element, parse
from pipeline.read.page.walk import walk
from pipeline.read.raised import as_raised
from pipeline.records import Block, Refused

MAX_URL = 2000
MIN_TAGS = 4
"""Tags that make a page of a text without a name or a beginning that says so."""
_HEAD = 4096
_OPENS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I
)
_TAG = re.compile(r"</(?:p|td|tr|li|ul|div|table|h[1-6]|a|b)\s*>|<(?:br|p|li|td|tr|hr)\s*/?>", re.I)
_ANY_TAG = re.compile(r"<[a-zA-Z!/]")
_SAVED = re.compile(r"<!--\s*saved from url=\([0-9]{1,8}\)(https?://\S{1,2000})\s")
_ARCHIVED = re.compile(r"https?://[^/]+/web/[0-9]{1,14}[a-z_]{0,4}/(https?:/.*)", re.S)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})((?:-[A-Za-z0-9]{2,8}){0,5}+)")
_canonical = lxml.etree.XPath("//link[contains(concat(' ', @rel, ' '), ' canonical ')]/@href", smart_strings=False)
_source_lines = lxml.etree.XPath("//td[@class='line-content']", smart_strings=False)
_tables = lxml.etree.XPath("count(//table)")
_cells = lxml.etree.XPath("count(.//td) + count(.//th)")
_title = lxml.etree.XPath("string((//title)[1])", smart_strings=False)


class Page(NamedTuple):
    """A page as it was read; fields as in `Document`."""

    text: str
    blocks: tuple[Block, ...]
    language: str | None
    title: str | None
    url: str | None


def looks_like_html(text: str, *, is_named: bool = False) -> bool:
    """Whether a text is a page. `is_named`: its name or its sender says so, and any tag will do; Markdown may hold tags.

    >>> looks_like_html("<!DOCTYPE html><p>Asia"), looks_like_html("exports < imports, 5 > 3", is_named=True)
    (True, False)
    """
    if _OPENS.match(text[:_HEAD]) or (is_named and _ANY_TAG.search(text)):
        return True
    has_tags = sum(1 for _ in itertools.islice(_TAG.finditer(text), MIN_TAGS)) == MIN_TAGS
    return has_tags and not is_markdown(text)


def read_html(text: str, limits: Limits = LIMITS) -> Page | Refused:
    """The plain text, blocks and statements of a page. Refused: a page that no reader reads whole, one without words, and
    one that passes a limit.

    >>> page = read_html("<html lang=en><h2>Trade</h2><ul><li>Exports: 26.9&nbsp;billion</ul><script>1</script>")
    >>> page.text, page.language
    ('Trade\\n\\n  • Exports: 26.9 billion\\n', 'en')
    """
    root = parse(as_raised(text), limits)
    if isinstance(root, Refused):
        return root
    if shown := _shown_source(root):
        return read_html(shown, limits)
    try:
        pieces = _read_pieces(root, limits)
    except Exceeded as exceeded:
        return Refused("", RULE, limits.over(str(exceeded)))
    if not pieces:
        return Refused("", RULE, "empty")
    printed, blocks = print_pieces(pieces)
    return Page(printed, blocks, _stated_language(root), collapse(_title(root))[:500] or None, _find_url(root, text))


def _stated_language(root: Element) -> str | None:
    """The language that a page says it is in; None for what is no tag of BCP 47."""
    said = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    found = _LANGUAGE.fullmatch(said.strip().replace("_", "-"))
    return found[1].lower() + found[2] if found else None


def _shown_source(root: Element) -> str | None:
    """The page that a browser's view of its source shows: saved so, every line of it is text in a cell or one block."""
    lines = _source_lines(root)
    if not lines:
        blocks = [element for element in root.iter("pre") if len(element) == 0 and element.text]
        lines = blocks[:1] if len(blocks) == 1 else []
    shown = "\n".join("".join(line.itertext()) for line in lines)
    return shown if _OPENS.match(shown[:_HEAD]) and len(_TAG.findall(shown)) >= MIN_TAGS else None


def _read_pieces(root: Element, limits: Limits) -> list[Piece]:
    """The page's pieces; where all of them would be the site's frame, its names have misled, and only tags count."""
    read_set_tables(root)
    as_tables(root)
    join_heads(root)
    place_notes(root)
    if _tables(root) > limits.tables:
        raise Exceeded("tables")
    if _cells(root) > limits.cells and any(_cells(table) > limits.cells for table in root.iter("table")):
        raise Exceeded("cells")
    area = find_area(root)
    pieces = walk(root, area, limits=limits)
    if any(piece.kind not in ("furniture", "heading") for piece in pieces):
        return pieces
    again = walk(root, Area(frozenset(), Zone.OPEN, area.is_latin), by_name=False, limits=limits)
    return again if any(piece.kind != "furniture" for piece in again) else pieces


def _find_url(root: Element, text: str) -> str | None:
    """Where the page says it stands, or where a browser says it was saved from."""
    saved = _SAVED.search(text[:_HEAD])
    for url in [*_canonical(root)[:1], *([saved[1]] if saved else [])]:
        if address := original_url(str(url)):
            return address
    return None


def original_url(url: str) -> str | None:
    """The address of the page itself, out of that of an archived copy; None for what is no web address.

    >>> original_url("https://web.archive.org/web/20250809071522/https://www.mofa.go.jp/region/index.html")
    'https://www.mofa.go.jp/region/index.html'
    """
    url = "".join(char for char in url[:MAX_URL].strip() if char.isprintable() and char != " ")
    for _ in range(3):
        if match := _ARCHIVED.match(url):
            url = re.sub(r"^(https?):/+", r"\1://", match[1])
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
