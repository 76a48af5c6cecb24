"""Points → Altair charts, as specifications with the data in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import ceil, floor
from typing import Any, Final

import altair as alt

from pipeline.report.dots import OFFICES, OTHER, Dots
from pipeline.report.points import POWERS, Points

WIDTH: Final = 640
COLOURS: Final = ("#3b7dd8", "#c9731b", "#2e9e6b", "#9065c9", "#cf4d6f", "#1b93a0", "#a0703c", "#7d828c")
"""Told apart on light and on dark ground, 3:1 on both."""
_KINDS: Final = [*dict.fromkeys(OFFICES.values()), OTHER]
_CONFIG: Final = {
    "background": None,
    "font": "Liberation Sans, Arial, sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": "#555",
        "titleColor": "#555",
        "gridColor": "#ddd",
        "domainColor": "#999",
        "tickColor": "#999",
        "labelFontSize": 12,
        "titleFontSize": 12,
        "labelLimit": 0,
        "labelOverlap": False,
    },
    "legend": {
        "labelColor": "#555",
        "titleColor": "#555",
        "labelFontSize": 12,
        "orient": "top",
        "title": None,
        "labelLimit": 0,
        "symbolOpacity": 1,
    },
}
"""Neither limits nor overlaps of labels: to measure each of them takes longer than all the rest."""
Spec = dict[str, Any]


def visits_chart(dots: Dots) -> Spec:
    """One dot a visit in the column of its year, those from the publisher's country up, those to it down."""
    up = max([row["n"] for row in dots.rows] + [0]) + 1.2
    down = min([row["n"] for row in dots.rows] + [0]) - 1.2
    height = min(300, max(110, int((up - down) * 15)))
    years = [row["year"] for row in dots.rows]
    first, last = min(years), max(years)
    size = max(16, min(90, int((WIDTH / (last - first + 2) * 0.82) ** 2 * 0.785)))
    offices = tuple(kind for kind in _KINDS if kind in {row["office"] for row in dots.rows})
    return _filled(_visits(size, up, down, first, last, offices, dots.up, dots.down), dots.rows, height)


def figures_chart(points: Points) -> Spec:
    """Values over the years: a bar over each period, a point in its middle that is hollow where the value is not exact."""
    labels = tuple(dict.fromkeys(row["label"] for row in points.rows))
    title = " ".join(part for part in (POWERS[points.power], points.unit) if part)
    first, last = min(row["start"] for row in points.rows), max(row["end"] for row in points.rows)
    has_negative = any(row["value"] < 0 for row in points.rows)
    return _filled(_figures(title, labels, first, last, has_negative), points.rows, 200)


def ticks(first: int, last: int, most: int = 9) -> list[int]:
    """Round years between two, not more than a few.

    >>> ticks(1989, 2014)
    [1990, 1995, 2000, 2005, 2010]
    """
    step = next((step for step in (1, 2, 5, 10, 20, 50) if (last - first) // step < most), 100)
    return list(range(-(-first // step) * step, last + 1, step))


def _filled(template: Spec, rows: Sequence[Mapping[str, Any]], height: int) -> Spec:
    return template | {"data": {"values": list(rows)}, "width": WIDTH, "height": height}


@cache
def _visits(
    size: int,
    up: float,
    down: float,
    first: int,
    last: int,
    offices: tuple[str, ...],
    above: str,
    below: str,
) -> Spec:
    colours = alt.Scale(domain=list(offices), range=[COLOURS[_KINDS.index(office)] for office in offices])
    years = alt.X("year:Q", title=None, scale=alt.Scale(domain=[first - 0.75, last + 0.75], nice=False))
    tall = alt.Scale(domain=[down, up], nice=False, zero=False)
    dots = (
        alt.Chart(_NOTHING)
        .mark_circle(size=size, opacity=1)
        .encode(
            x=years.axis(format="d", values=ticks(first, last), grid=False),
            y=alt.Y("n:Q", title=None, scale=tall, axis=None),
            color=alt.Color("office:N", scale=colours).legend(columns=4),
            href="row:N",
            description="label:N",
        )
    )
    zero = alt.Chart(_one(y=0)).mark_rule(color="#999").encode(y=alt.Y("y:Q", scale=tall, axis=None))
    ends = [
        alt.Chart(_one(y=y, text=f"{'↑' if is_above else '↓'} {text}"))
        .mark_text(
            align="left", baseline="top" if is_above else "bottom", x=-50, fontWeight="bold", color="#555", fontSize=12
        )
        .encode(y=alt.Y("y:Q", scale=tall, axis=None), text="text:N")
        for y, text, is_above in ((up, above, True), (down, below, False))
    ]
    return _spec(alt.layer(zero, dots, *ends))


@cache
def _figures(title: str, labels: tuple[str, ...], first: float, last: float, has_negative: bool) -> Spec:
    colour = alt.Color("label:N", scale=alt.Scale(domain=list(labels), range=list(COLOURS))).legend(columns=2)
    value = alt.Y("value:Q", title=title, scale=alt.Scale(zero=True), axis=alt.Axis(tickCount=5))
    years = alt.Axis(format="d", values=ticks(floor(first), ceil(last)), grid=False)
    base = alt.Chart(_NOTHING).encode(y=value, color=colour)
    middle = alt.X("middle:Q", title=None, scale=alt.Scale(domain=[first - 0.2, last + 0.2], nice=False), axis=years)
    line = base.mark_line(opacity=0.35, strokeWidth=1.5).encode(x=middle)
    bar = base.mark_rule(strokeWidth=3).encode(x=alt.X("start:Q", title=None), x2="end:Q")
    point = base.mark_point(size=46, opacity=1, strokeWidth=1.8).encode(
        x=middle,
        href="row:N",
        description="told:N",
        fillOpacity=alt.condition("datum.is_exact", alt.value(1), alt.value(0)),
        fill=alt.Fill("label:N", scale=alt.Scale(domain=list(labels), range=list(COLOURS)), legend=None),
    )
    layers = [line, bar, point]
    if has_negative:
        layers.insert(0, alt.Chart(_one(y=0)).mark_rule(color="#999").encode(y="y:Q"))
    return _spec(alt.layer(*layers))


_NOTHING: Final = alt.NamedData(name="rows")


def _one(**values: Any) -> alt.InlineData:
    return alt.InlineData(values=[values])


def _spec(chart: Any) -> Spec:
    """The chart without its data and its configuration, which every picture brings along."""
    made: Spec = chart.to_dict()
    for layer in made["layer"]:
        name = layer.pop("data", {}).get("name", "rows")
        if name != "rows":
            layer["data"] = {"values": made["datasets"][name]}
    return {key: value for key, value in made.items() if key not in ("config", "$schema", "data", "datasets")}


def whole(spec: Spec) -> Spec:
    """A specification that stands alone, for those who want to draw it anew."""
    return {"$schema": alt.SCHEMA_URL, "config": _CONFIG, **spec}


def sheet_of(specs: Sequence[Spec], spacing: int) -> Spec:
    """Many charts below each other in one picture: drawing them at once takes a fifth of the time."""
    return whole({"vconcat": list(specs), "spacing": spacing, "bounds": "flush", "resolve": _APART})


_APART: Final = {"scale": dict.fromkeys(("x", "y", "color", "fill"), "independent")}
