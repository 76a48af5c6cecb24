"""The text of an HTML page → its tree. Never a shorter page than the one that came in.

lxml reads all but a page in ten thousand. It stops, and says so only in its log, at a depth of 2,048, and it needs
seconds for a tag with ten thousand attributes: such pages are read again with BeautifulSoup, and refused where even that
would take too long.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping

import lxml.etree
import lxml.html
from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PreformattedString, Tag
from bs4.exceptions import ParserRejectedMarkup

from pipeline.records import Refused

Element = lxml.html.HtmlElement
MAX_SLOW_CHARACTERS = 1_000_000
"""The longest page for the slow reader; it takes about ten seconds there."""
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000}")
_NAME = re.compile(r"[a-z][a-z0-9]*\Z")
_KEPT = frozenset(
    ["id", "class", "role", "style", "hidden", "align", "colspan", "rowspan", "href", "rel", "lang", "size", "border", "width", "content", "scope"]
)
_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "ul"]
)
_CLOSES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "tbody": (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),
}
_CLOSES_P = (frozenset({"p"}), frozenset({"td", "th", "table", "li", "dd", "div"}))


def parse(text: str) -> Element | Refused:
    """The root of a page's tree.

    >>> parse("<p>Asia").xpath("string()")
    'Asia'
    """
    if not _has_flooded_tag(text):
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, recover=True)
        try:
            root = lxml.html.document_fromstring(text.encode(), parser=parser)
        except lxml.etree.LxmlError:
            root = None
        if root is not None and not len(parser.error_log.filter_from_fatals()):
            return root
    if len(text) > MAX_SLOW_CHARACTERS:
        return Refused("", "document_rejected", "nested too deeply, or too many attributes, to be read whole")
    try:
        with warnings.catch_warnings(action="ignore"):
            return from_soup(BeautifulSoup(text, "html.parser"))
    except ParserRejectedMarkup:
        return Refused("", "document_rejected", "no HTML that can be read")


def _has_flooded_tag(text: str) -> bool:
    return any(len(tag[0].split()) > 1000 for tag in _LONG_TAG.finditer(text))


def from_soup(soup: BeautifulSoup) -> Element:
    """The same kind of tree from BeautifulSoup's, with the end tags that HTML lets authors leave out."""
    root: Element = lxml.html.Element("html")
    waiting: list[tuple[Tag | NavigableString, Element]] = [(child, root) for child in reversed(soup.contents)]  # type: ignore[misc]
    while waiting:
        node, parent = waiting.pop()
        if isinstance(node, Tag):
            element = root if node.name == "html" else _append(node, parent)
            if node.name == "html":
                element.attrib.update(_attributes(node))
            waiting += [(child, element) for child in reversed(node.contents)]  # type: ignore[misc]
        elif isinstance(node, Comment):
            parent.append(lxml.etree.Comment(_legal(node).replace("-", " ")))
        elif not isinstance(node, PreformattedString):
            _append_text(parent, str(node))
    return root


def _append(node: Tag, parent: Element) -> Element:
    name = node.name if _NAME.match(node.name) else "span"
    closes = _CLOSES.get(name) or (_CLOSES_P if name in _BLOCKS else None)
    if closes:
        parent = _close(parent, *closes)
        if name in ("li", "dt", "dd", "table"):
            parent = _close(parent, *_CLOSES_P)
    element: Element = lxml.etree.SubElement(parent, name, _attributes(node))  # type: ignore[assignment]
    return element


def _attributes(node: Tag) -> dict[str, str]:
    kept = {name: value for name, value in node.attrs.items() if name in _KEPT}
    return {name: _legal(" ".join(value) if isinstance(value, list) else value or "") for name, value in kept.items()}


def _close(parent: Element, closing: frozenset[str], scope: frozenset[str]) -> Element:
    """The parent for a new element, once it has closed what stands open and cannot hold it."""
    at: Element | None = parent
    for _ in range(50):
        if at is None or at.tag in scope:
            break
        if at.tag in closing:
            above = at.getparent()
            return parent if above is None else above
        at = at.getparent()
    return parent


def _legal(text: str) -> str:
    return "".join(char for char in text if (char >= " " and char not in "\ufffe\uffff") or char in "\t\n")


def _append_text(parent: Element, text: str) -> None:
    text = text if text.isprintable() else _legal(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
