"""The tree of a page that lxml does not read, made with BeautifulSoup."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping

import lxml.etree
from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PageElement, PreformattedString, Tag
from bs4.exceptions import ParserRejectedMarkup

from pipeline.read.limits import RULE
from pipeline.read.page.layout import layout
from pipeline.read.page.tree import Element
from pipeline.records import Refused

MAX_DEPTH = 2000
_NAME = re.compile(r"[a-z][a-z0-9]*\Z")
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


def slowly_read(text: str) -> Element | Refused:
    """The root of a page's tree, refused where BeautifulSoup gives up too.

    >>> slowly_read("<ul><li>Asia<li>Africa</ul>").xpath("count(//ul/li)")
    2.0
    """
    try:
        with warnings.catch_warnings(action="ignore"):
            return from_soup(BeautifulSoup(text, "html.parser"))
    except ParserRejectedMarkup:
        return Refused("", RULE, "no HTML that can be read")


class _Place:
    """Where the children of a tag go; it moves up when one of them closes what stands open."""

    __slots__ = ("depth", "element")

    def __init__(self, element: Element, depth: int) -> None:
        self.element = element
        self.depth = depth


def from_soup(soup: BeautifulSoup) -> Element:
    """The same kind of tree from BeautifulSoup's, with the end tags that HTML lets authors leave out.

    What is nested deeper than 2,000 stands side by side there: building deeper trees takes quadratic time.
    """
    root: Element = lxml.etree.Element("html")
    waiting: list[tuple[PageElement, _Place]] = [(soup, _Place(root, 0))]
    while waiting:
        node, place = waiting.pop()
        if isinstance(node, Tag):
            if node.name not in layout().hidden_tags or node.name in ("head", "title", "link"):
                inner = _add_tag(node, place, root)
                waiting += ((child, inner) for child in reversed(node.contents))
            else:
                lxml.etree.SubElement(place.element, "script")
        elif isinstance(node, Comment):
            place.element.append(lxml.etree.Comment(_legal(node).replace("-", " ")))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            _append_text(place.element, str(node))
    return root


def _add_tag(node: Tag, place: _Place, root: Element) -> _Place:
    """Adds a tag's element, and gives the place of its children."""
    if isinstance(node, BeautifulSoup) or node.name == "html":
        root.attrib.update(_attributes(node))
        return _Place(root, 1)
    name = node.name if _NAME.match(node.name) else "span"
    if closes := _CLOSES.get(name) or (_CLOSES_P if name in layout().blocks else None):
        place.element = _close(place.element, *closes)
        if name in ("li", "dt", "dd", "table"):
            place.element = _close(place.element, *_CLOSES_P)
    element: Element = lxml.etree.SubElement(place.element, name, _attributes(node))
    return _Place(element if place.depth < MAX_DEPTH else place.element, place.depth + 1)


def _attributes(node: Tag) -> dict[str, str]:
    kept = {name: value for name, value in node.attrs.items() if name in layout().attributes}
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
