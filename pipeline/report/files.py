"""All files of a report, one after the other: the scripts and styles, a page and plots for each series, the first page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from markupsafe import Markup

import schemas
from pipeline.report.charts import whole
from pipeline.report.overview import Overview
from pipeline.report.pictures import draw, spec_text, svg_text
from pipeline.report.render import page
from pipeline.report.series_page import (
    Plot,
    data_of,
    facts_of,
    findings_by_row,
    plots_of,
    quotes_of,
    steps,
    title_of,
    unread,
)
from pipeline.report.stored import Series, Version, all_series, rows_of

BATCH: Final = 16
FULL: Final = 800_000
"""Bytes of sheets on one page; older versions go on to a page of their own, with what changed up to them."""
CHANGE: Final = 350
"""Bytes of one change on a page, about."""


class _Drawn(NamedTuple):
    """A series whose plots are being drawn."""

    series: Series
    plots: list[Plot]


def report_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Path within the report → bytes, for every file."""
    overview = Overview()
    for asset in sorted(files("pipeline.report").joinpath("assets").iterdir(), key=lambda one: one.name):
        yield f"assets/{asset.name}", asset.read_bytes()
    with ThreadPoolExecutor(1) as drawing:
        waiting: tuple[list[_Drawn], Future[list[Any]]] | None = None
        series = all_series(folder)
        while batch := list(islice(series, BATCH)):
            drawn = [_Drawn(one, list(plots_of(one))) for one in batch]
            ahead = (drawn, drawing.submit(draw, [plot.spec for one in drawn for plot in one.plots]))
            if waiting:
                yield from _pages(*waiting, overview)
            waiting = ahead
        if waiting:
            yield from _pages(*waiting, overview)
    yield "index.html", _index(folder, overview).encode("utf-8")


def _pages(drawn: Sequence[_Drawn], pictures: Future[list[Any]], overview: Overview) -> Iterator[tuple[str, bytes]]:
    pairs = [(one, [_version(version) for version in one.series.versions]) for one in drawn]
    made = iter(pictures.result())
    for one, versions in pairs:
        yield from _series(one, versions, [next(made) for _ in one.plots], overview)


def _version(version: Version) -> str:
    return page(
        "version",
        version=version,
        document=version.document,
        rows=version.rows,
        findings=findings_by_row(version),
        unread=unread(version),
        data=data_of(version),
    )


def _series(
    drawn: _Drawn, versions: Sequence[str], pictures: Sequence[Any], overview: Overview
) -> Iterator[tuple[str, bytes]]:
    """The pages of a series and the files of its plots."""
    series, (publisher, partner) = drawn.series, drawn.series.id.split("/")
    told = {new.rpartition("/")[2]: (old, new, changes) for old, new, changes in steps(series)}
    own = [told.get(version.name) for version in series.versions]
    sizes = [
        len(version.encode("utf-8")) + (len(step[2]) * CHANGE if step else 0)
        for version, step in zip(versions, own, strict=True)
    ]
    pages = packed(sizes)
    names = [f"{partner}.html" if n == 0 else f"{partner}.{n + 1}.html" for n in range(len(pages))]
    page_of = {series.versions[at].name: name for name, ats in zip(names, pages, strict=True) for at in ats}
    overview.add(series, len(drawn.plots), {name: f"{publisher}/{place}" for name, place in page_of.items()})
    quotes = quotes_of(series)
    plots = []
    for plot, picture in zip(drawn.plots, pictures, strict=True):
        place = f"plots/{series.id}/{plot.name}"
        yield f"{place}.svg", (svg_text(picture) + "\n").encode("utf-8")
        yield f"{place}.vl.json", spec_text(whole(plot.spec)).encode("utf-8")
        plots.append(
            (plot, Markup(svg_text(picture, lambda row: f"{page_of[row.partition('.')[0]]}#{row}")), f"../{place}")
        )
    for n, (name, ats) in enumerate(zip(names, pages, strict=True)):
        html = page(
            "series",
            root="../",
            series=series,
            title=title_of(series),
            here=name,
            page_of=page_of,
            bodies=[Markup(versions[at]) for at in ats],
            counts={version.name: facts_of(version) for version in series.versions},
            plots=plots if n == 0 else [],
            steps=[step for at in ats if (step := own[at])],
            quotes=quotes,
        )
        yield f"{publisher}/{name}", html.encode("utf-8")


def packed(sizes: Sequence[int], full: int = FULL) -> list[list[int]]:
    """Which versions stand on which page: the newest, which is the last, first, and as many as the page holds.

    >>> packed([5, 3, 4, 2], full=8)
    [[3, 2], [1, 0]]
    """
    pages: list[list[int]] = [[]]
    left = full
    for at in reversed(range(len(sizes))):
        if pages[-1] and sizes[at] > left:
            pages.append([])
            left = full
        pages[-1].append(at)
        left -= sizes[at]
    return pages


def _index(folder: Path, overview: Overview) -> str:
    for row in rows_of(folder, "findings"):
        if row["document_id"] is None:
            overview.loose(row)
    tables = [
        (table, sum(1 for _ in rows_of(folder, name))) for name, table in schemas.tables().items() if name != "refused"
    ]
    return page(
        "index",
        root="",
        overview=overview,
        totals=overview.totals(),
        tables=tables,
        refused=list(rows_of(folder, "refused")),
    )
