"""The text of an HTML page → its tree. Never a shorter page than the one that came in.

lxml reads all but a page in ten thousand. It stops, and says so only in its log, at a depth of 2,048, and it needs
seconds for a tag with ten thousand attributes: such pages are read again with BeautifulSoup, and refused where even
that would take too long.
"""

from __future__ import annotations

import re

import lxml.etree

from pipeline.read.limits import LIMITS, RULE, Limits
from pipeline.records import Refused

Element = lxml.etree._Element
words_of = lxml.etree.XPath("normalize-space()", smart_strings=False)
"""The words of an element with single spaces between them."""
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000}")


def parse(text: str, limits: Limits = LIMITS) -> Element | Refused:
    """The root of a page's tree.

    >>> parse("<p>Asia").xpath("string()")
    'Asia'
    """
    if not _has_flooded_tag(text):
        parser = lxml.etree.HTMLParser(encoding="utf-8", huge_tree=True, recover=True)
        try:
            root = lxml.etree.fromstring(text.encode(), parser)
        except lxml.etree.LxmlError:
            root = None
        if root is not None and not len(parser.error_log.filter_from_fatals()):
            return _with_rest(root)
    if len(text) > limits.slow_page:
        return Refused("", RULE, limits.over("slow_page"))
    # Imported late: nearly no page needs it, and it takes as long as reading five.
    from pipeline.read.page.soup import slowly_read

    return slowly_read(text)


def _with_rest(root: Element) -> Element:
    """A page with what stands behind its end, as browsers show it: lxml keeps that beside the root."""
    for rest in list(root.itersiblings("*")):
        root.append(rest)
    return root


def _has_flooded_tag(text: str) -> bool:
    return any(len(tag[0].split()) > 1000 for tag in _LONG_TAG.finditer(text))
