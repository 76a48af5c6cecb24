"""What the style of an element says: whether its words are shown, bold, or an item of a word processor's list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read.page.context import Context
from pipeline.read.page.tree import Element

_HIDING = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[a-z-]*\s*:[^;]*line-through)", re.I
)
"""Words that a browser does not show, or strikes out."""
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_LISTED = re.compile(r"mso-list\s*:\s*[^;]{1,20}level([1-9])", re.I)
_SIGN = re.compile(r"mso-list\s*:\s*Ignore", re.I)


def styled(element: Element, context: Context) -> Context:
    """The context within an element whose style may make its words bold, or a paragraph an item of a word processor's list."""
    style = element.get("style") or ""
    listed = _LISTED.search(style) if "mso-list" in style and context.kind == "paragraph" else None
    if listed and any(map(is_bullet, element.iter("span"))):
        context = context._replace(kind="item", level=int(listed[1]), mark=[True])
    return context if context.is_bold or not _BOLD_STYLE.search(style) else context._replace(is_bold=True)


def is_bullet(element: Element) -> bool:
    """Whether an element holds the bullet that a word processor prints before an item; numbers are words of the page."""
    style = element.get("style") or ""
    is_sign = "mso-list" in style and _SIGN.search(style) is not None
    return is_sign and not any(char.isdigit() for words in element.itertext() for char in words)


def is_hidden(element: Element, attributes: Sequence[str]) -> bool:
    """Whether a browser would not show an element's words, or strike them out."""
    if "hidden" in attributes:
        return True
    if "style" not in attributes:
        return False
    return _HIDING.search(element.get("style") or "") is not None or is_bullet(element)
