"""What is a part of the site's frame and not of the sheet: lists of links, menus, lines where the sheet may be and is not."""

from __future__ import annotations

import re
from collections.abc import Sequence

import lxml.etree

from pipeline.read.page.area import Zone, link_words
from pipeline.read.page.layout import layout, names_frame
from pipeline.read.page.lines import Line
from pipeline.read.page.tree import Element
from pipeline.read.text.dates import MONTH_WORD

LISTS = frozenset(("ul", "ol", "dl"))
_items = lxml.etree.XPath(".//li|.//dt|.//dd", smart_strings=False)
_CJK = re.compile("[\u3041-\u30ff\u3400-\u9fff\uff10-\uff9f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
NTH = "[0-9]{1,2}(?:st|nd|rd|th)?"
_DATE_LINE = re.compile(
    rf"(?:(?:{NTH})?[ ,.]*{MONTH_WORD}[ ,.]*(?:{NTH}[ ,.]+)?[12][0-9]{{3}}"
    r"|(?:令和|平成|昭和|[12][0-9])[0-9元]{1,2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?)",
    re.I,
)
_COPYRIGHT = re.compile(r"(?:copyright\b|©|\([cC]\) ?[12][0-9]{3}\b)", re.I)
_SLOTS = re.compile(r"(?:\$\{[^{}]*\}\s*)+")


def is_link_list(element: Element) -> bool:
    """Whether a list consists of two links or more and as good as nothing else."""
    linked = [len(part.strip()) for part in link_words(element)]
    return len(linked) > 1 and sum(linked) * 10 >= 8 * sum(len(part.strip()) for part in element.itertext())


def is_menu(element: Element) -> bool:
    """Whether a list that is named like a part of the frame is one: at least half of its items lead somewhere."""
    items = _items(element)
    return 2 * sum(1 for item in items if link_words(item)) >= len(items)


def is_date(text: str) -> bool:
    """Whether a line is nothing but a full date, as sheets print theirs on top.

    >>> is_date("September 1, 2014"), is_date("令和5年10月20日"), is_date("Established in May 2006")
    (True, True, False)
    """
    return len(text) < 40 and _DATE_LINE.fullmatch(text.strip(" ()")) is not None


def is_furniture(line: Line, zone: Zone, is_latin: bool, kind: str) -> bool:
    """Whether a line of words belongs to the site's frame, where its place alone does not say so."""
    text = line.text
    if zone == Zone.FURNITURE or _SLOTS.fullmatch(text) or (len(text) < 120 and _COPYRIGHT.match(text)):
        return True
    if zone == Zone.CONTENT and not line.links:
        return False
    length = len(text)
    dense = line.linked * 2 > length - text.count(" ")
    if dense and 0 < line.links == line.anchors and kind != "heading":
        return True
    if zone == Zone.CONTENT:
        return False
    if is_latin and len(_CJK.findall(text)) > len(_LATIN.findall(text)):
        return True
    if zone == Zone.OPEN:
        return dense and line.links > 1
    is_prose = length > 80 and text.rstrip("”\"')").endswith((".", "。"))
    return dense or (kind == "paragraph" and not is_prose and not is_date(text))


def _is_named_frame(element: Element) -> bool:
    if names_frame(element.get("id") or "") or names_frame(element.get("class") or ""):
        return True
    role = element.get("role")
    return role is not None and role.lower() in layout().chrome_roles


def is_frame(element: Element, tag: str, attributes: Sequence[str], zone: Zone, *, by_name: bool) -> bool:
    """Whether an element is a part of the frame by its tag, its name (unless `by_name` is false), or by its links alone."""
    names, outside = layout(), zone is not Zone.CONTENT
    if tag in names.chrome_tags or (outside and tag in names.chrome_outer_tags):
        return True
    if attributes and by_name and _is_named_frame(element):
        return tag not in LISTS or zone > Zone.OPEN or is_menu(element)
    return outside and tag in ("ul", "ol") and is_link_list(element)
