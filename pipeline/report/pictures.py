"""Charts → SVG: drawn many at once, cut apart, and only what is on a list let through."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, Final

import vl_convert
from lxml import etree

from pipeline.report.charts import WIDTH, Spec, sheet_of

LEFT, TOP, RIGHT, BOTTOM = 64, 64, 16, 30
BATCH: Final = 24
_SVG: Final = "http://www.w3.org/2000/svg"
_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_ELEMENTS: Final = frozenset({"a", "circle", "g", "line", "path", "rect", "text", "tspan"})
_ATTRIBUTES: Final = frozenset(
    """aria-hidden aria-label aria-roledescription class cx cy d dx dy fill fill-opacity font-family font-size font-weight
    height opacity r role stroke stroke-dasharray stroke-linecap stroke-miterlimit stroke-opacity stroke-width text-anchor
    transform width x x1 x2 y y1 y2""".split()  # noqa: SIM905
)


def draw(specs: Sequence[Spec]) -> list[etree._Element]:
    """The picture of each chart."""
    made: list[etree._Element] = []
    for start in range(0, len(specs), BATCH):
        made += _draw(specs[start : start + BATCH])
    return made


def svg_text(picture: etree._Element, link: Callable[[str], str] | None = None) -> str:
    """A picture as text. `link` turns the place of a row into an address; without it there are no links."""
    copy = etree.fromstring(etree.tostring(picture))
    for element in list(copy.iter(f"{{{_SVG}}}a")):
        place = element.attrib.pop(_HREF, "").rpartition("/")[2]
        if link is None:
            element.tag = f"{{{_SVG}}}g"
        else:
            element.set("href", link(place))
            element.set("aria-label", next((one.get("aria-label", "") for one in element), ""))
    etree.cleanup_namespaces(copy)
    return etree.tostring(copy, encoding="unicode")


def spec_text(spec: Spec) -> str:
    """A specification as JSON."""
    return json.dumps(spec, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def _draw(specs: Sequence[Spec]) -> list[etree._Element]:
    text = vl_convert.vegalite_to_svg(sheet_of(specs, TOP + BOTTOM))
    root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    groups = [
        element
        for n in range(len(specs))
        for element in root.iter(f"{{{_SVG}}}g")
        if f"concat_{n}_group" in _classes(element)
    ]
    return [_alone(group, spec) for group, spec in zip(groups, specs, strict=True)]


def _classes(element: etree._Element) -> list[str]:
    return element.get("class", "").split()


def _alone(group: etree._Element, spec: Spec) -> etree._Element:
    """One chart of many as a picture of its own."""
    width, height = LEFT + WIDTH + RIGHT, TOP + int(spec["height"]) + BOTTOM
    svg: etree._Element = etree.Element(f"{{{_SVG}}}svg", nsmap={None: _SVG})
    svg.set("viewBox", f"{-LEFT} {-TOP} {width} {height}")
    svg.set("width", str(width))
    svg.set("height", str(height))
    inner = group[0]
    inner.set("transform", "translate(0,0)")
    svg.append(group)
    svg.set("fill", "none")
    svg.set("stroke-miterlimit", "10")
    _clean(svg)
    return svg


def _clean(root: etree._Element) -> None:
    """Drop every element and attribute that a chart has no use for."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or (
            element is not root and etree.QName(element).localname not in _ELEMENTS
        ):
            parent: Any = element.getparent()
            parent.remove(element)
            continue
        for name in list(element.attrib):
            if name not in _ATTRIBUTES and name != _HREF and element is not root:
                del element.attrib[name]
