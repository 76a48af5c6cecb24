"""Where on a page the sheet stands.

Today's pages say so by their names. Old ones lay everything out with tables: there the sheet is the cell with most of
the words, and what stands outside of it has to look like a part of a sheet to count as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

import lxml.etree

from pipeline.read.page.layout import layout
from pipeline.read.page.tables import is_layout
from pipeline.read.page.tree import Element, words_of

_ids = lxml.etree.XPath("//@id")
_title = lxml.etree.XPath("normalize-space(//title)", smart_strings=False)
_headings = lxml.etree.XPath(".//h1|.//h2", smart_strings=False)
_all_headings = lxml.etree.XPath(".//h1|.//h2|.//h3|.//h4", smart_strings=False)
_parts = lxml.etree.XPath(
    ".//text()[not(ancestor::script|ancestor::style|ancestor::noscript|ancestor::title)]", smart_strings=False
)
link_words = lxml.etree.XPath(".//a[@href]//text()", smart_strings=False)


class Zone(IntEnum):
    """How much has to speak for words to count as the sheet's, from nothing to all there is."""

    CONTENT = 0
    OPEN = 1
    OUTSIDE = 2
    FURNITURE = 3


class Area(NamedTuple):
    """The elements that hold the sheet, the zone of everything else, and whether the page's words are Latin."""

    holders: frozenset[Element]
    rest: Zone
    is_latin: bool


def find_area(root: Element) -> Area:
    """Where the sheet stands on a page: in what the page names as its main part, else in what has half of its words, else in the
    cell with most of them, else anywhere.
    """
    by_id = _by_id(root)
    for names in layout().area_trusted:
        holders = [by_id[name] for name in names if name in by_id and _has_words(by_id[name])]
        if holders:
            return Area(frozenset(holders + _lost_titles(root, holders)), Zone.FURNITURE, is_latin=True)
    is_latin = _is_latin(root)
    weights = _weigh(root)
    for named in _named(root, by_id):
        if weights.get(named, 0) * 2 >= weights[root] > 0:
            return Area(frozenset([named, *_lost_titles(root, [named])]), Zone.FURNITURE, is_latin)
    cell = _main_cell(root, weights)
    if cell is not None:
        return Area(frozenset([cell]), Zone.OUTSIDE, is_latin)
    return Area(frozenset(_lost_titles(root, [])), Zone.OPEN, is_latin)


def _by_id(root: Element) -> dict[str, Element]:
    """The elements that have an id, the first one of each."""
    return {name: name.getparent() for name in reversed(_ids(root))}


def _has_words(element: Element) -> bool:
    return any(not part.isspace() for part in element.itertext())


def _named(root: Element, by_id: Mapping[str, Element]) -> list[Element]:
    named = [by_id[name] for name in layout().area_ids if name in by_id]
    return named + [element for tag in layout().area_tags for element in root.iter(tag)][:20]


def _lost_titles(root: Element, holders: list[Element]) -> list[Element]:
    """Titles above a sheet's holder, or in the page's header, where the sheet itself has none; else what the page calls
    itself."""
    titles = _headings(root)
    above = {title: set(title.iterancestors()) for title in titles[:50]}
    if any(not _in_frame(parents) and (not holders or parents & set(holders)) for parents in above.values()):
        framed = [title for title, parents in above.items() if _in_frame(parents)]
        return [title for title in framed if words_of(title) == _title(root)]
    return [title for title, parents in above.items() if not _is_site_title(title, parents)]


def _is_site_title(title: Element, parents: set[Element]) -> bool:
    return bool(link_words(title)) or any(element.tag in layout().chrome_tags for element in parents)


def _in_frame(parents: set[Element]) -> bool:
    return any(element.tag in layout().chrome_tags or element.tag == "header" for element in parents)


def _weigh(root: Element) -> dict[Element, int]:
    """How many characters of words that are no links each element holds."""
    weights: dict[Element, int] = {}
    hidden = layout().hidden_tags
    for element in reversed(list(root.iter())):
        own = weights.get(element, 0)
        if element.tag == "a" or not isinstance(element.tag, str) or element.tag in hidden:
            own = 0
        elif element.text:
            own += len(element.text.strip())
        weights[element] = own
        parent = element.getparent()
        if parent is not None:
            weights[parent] = weights.get(parent, 0) + own + (len(element.tail.strip()) if element.tail else 0)
    return weights


def _main_cell(root: Element, weights: dict[Element, int]) -> Element | None:
    """The innermost cell of a layout table with most of the page's words."""
    cell, at = None, root
    while True:
        heaviest = max(at, key=lambda child: weights[child], default=None)
        if heaviest is None or weights[heaviest] * 10 < weights[root] * 6:
            return cell
        if heaviest.tag == "table" and not is_layout(heaviest):
            return cell
        at = heaviest
        if at.tag == "td" and (cell is None or len(_all_headings(cell)) == len(_all_headings(at))):
            cell = at


def _is_latin(root: Element) -> bool:
    """Whether at most one character in four is none of ASCII's."""
    words = "".join("".join(_parts(root)).split())
    return len(words.encode("ascii", "ignore")) * 4 >= len(words) * 3
