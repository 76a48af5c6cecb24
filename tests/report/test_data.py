"""What stands behind the pages: pieces of text, points of plots, what goes on which page."""

from __future__ import annotations

import re
import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from pipeline.report import write_report
from pipeline.report.dots import dots
from pipeline.report.files import packed
from pipeline.report.points import KINDS, has_enough, points
from pipeline.report.segments import LIMIT, Mark, parts, pieces
from pipeline.report.series_page import plots_of, steps
from pipeline.report.stored import SHOWN, Series, Version, all_series, rows_of
from pipeline.run import run
from pipeline.tables.manifest import problems
from pipeline.tables.owned import is_ours
from tests.each import each


@pytest.fixture(scope="module")
def series(out: Path) -> dict[str, Series]:
    return {one.id: one for one in all_series(out)}


def test_series_hold_all_rows_and_their_versions_are_in_order(out: Path, series: dict[str, Series]) -> None:
    assert [one.name for one in series["mofa-japan/mng"].versions] == ["2014-09-01", "2015-10-20", "2017-03-07"]
    for table in ("blocks", *SHOWN):
        stored = sum(row["document_id"] is not None for row in rows_of(out, table))
        assert sum(len(version.rows[table]) for one in series.values() for version in one.versions) == stored


marks = st.lists(
    st.builds(
        lambda start, size, n: Mark(start, start + size, "visit", f"visit-{n:04d}"),
        st.integers(0, 30),
        st.integers(1, 30),
        st.integers(1, 99),
    ),
    max_size=8,
)


@given(st.text(min_size=40, max_size=40), marks, st.integers(0, 40), st.integers(0, 40))
def test_pieces_are_the_text_and_bear_exactly_the_facts_that_lie_there(
    text: str, found: list[Mark], a: int, b: int
) -> None:
    start, end = sorted((a, b))
    at = start
    for piece in pieces(text, start, end, found):
        assert piece.text == text[at : at + len(piece.text)]
        assert set(piece.marks) == {one for one in found if one.start <= at and one.end >= at + len(piece.text)}
        at += len(piece.text)
    assert at == end


def test_a_flood_of_facts_on_the_same_words_stays_small() -> None:
    found = [Mark(0, 10, "visit", f"visit-{n:04d}") for n in range(9000)]
    started = time.process_time()
    assert [len(piece.marks) for piece in pieces("0123456789", 0, 10, found)] == [LIMIT]
    assert time.process_time() - started < 2


def test_all_parts_are_the_text(series: dict[str, Series]) -> None:
    for one in series.values():
        for version in one.versions:
            assert "".join(piece.text for part in parts(version) for piece in part.pieces) == version.text


def test_the_page_holds_the_text_as_it_was_read(out: Path, series: dict[str, Series]) -> None:
    page = html.document_fromstring((out / "report/mofa-japan/mng.html").read_text("utf-8"))
    sheets = page.xpath("//section[@class='version']")
    shown = {one.get("data-name"): one.xpath("string(.//div[@class='sheet'])") for one in sheets}
    assert shown == {version.name: version.text for version in series["mofa-japan/mng"].versions}


def test_every_fact_has_its_row_and_every_link_within_the_report_its_goal(out: Path) -> None:
    pages = {path: BeautifulSoup(path.read_text("utf-8"), "html.parser") for path in (out / "report").rglob("*.html")}
    ids = {path: {str(one["id"]) for one in page.select("[id]")} for path, page in pages.items()}
    for path, page in pages.items():
        for link in page.select("a[href], link[href], script[src]"):
            file, _, place = str(link.get("href") or link.get("src")).partition("#")
            if file != "data:,":
                goal = (path.parent / file).resolve() if file else path.resolve()
                assert goal.is_file(), (path, file)
                assert not place or place in ids[goal], (path, file, place)
    shown = {str(row["id"]) for path, page in pages.items() for row in page.select("tr[data-r]")}
    assert len(shown) < sum(1 for table in SHOWN for _ in rows_of(out, table)) + 1
    assert "2014-09-01.visit-0001" in shown


def row(**cells: Any) -> dict[str, Any]:
    """A figure that is drawn, with some cells changed."""
    return {
        "indicator": "trade_goods", "measure": "flow", "from_area": "JPN", "to_area": "MNG", "period": "2013",
        "period_start": date(2013, 1, 1), "period_end": date(2013, 12, 31), "value": Decimal(10), "value_status": "exact",
        "unit": "JPY", "accounting_basis": None, "observation_id": "a/b/1#observation-0001",
    } | cells  # fmt: skip


def series_of(*versions: list[dict[str, Any]]) -> Series:
    made = [
        Version({"document_id": f"a/b/{n}", "reporter_area": "JPN", "partner_area": "MNG"}, "", {"observations": rows})
        for n, rows in enumerate(versions, 1)
    ]
    return Series("a/b", tuple(made), [])


@each(
    ("kind", "versions", "values"),
    [
        ("trade", [[row()]], [10.0]),
        # A later version's value takes the place of an earlier one's.
        ("trade", [[row()], [row(value=Decimal(12))]], [12.0]),
        # What a sheet states with two values is not drawn, unless a later version settles it.
        ("trade", [[row(), row(value=Decimal(11))]], []),
        ("trade", [[row(), row(value=Decimal(11))], [row()]], [10.0]),
        # No period, no unit, no direction, no value: no point.
        ("trade", [[row(period_end=None)]], None),
        ("trade", [[row(unit=None)]], None),
        ("trade", [[row(to_area=None)]], None),
        ("trade", [[row(value=None, value_status="not_available")]], None),
        # Running totals are drawn apart.
        ("aid", [[row(indicator="oda_loans", measure="cumulative")]], None),
        ("aid-total", [[row(indicator="oda_loans", measure="cumulative", period_start=None)]], [10.0]),
    ],
)
def test_which_figures_are_drawn(kind: str, versions: list[list[dict[str, Any]]], values: list[float] | None) -> None:
    found = points(series_of(*versions), next(one for one in KINDS if one.name == kind))
    assert [[one["value"] for one in each.rows] for each in found] == ([] if values is None else [values])


def test_a_year_is_drawn_from_its_beginning_to_its_end_and_a_total_over_its_last_year() -> None:
    (year,) = points(series_of([row()]), KINDS[0])[0].rows
    assert (year["start"], year["end"], year["middle"]) == (2013.0, 2014.0, 2013.5)
    total = row(indicator="oda_loans", measure="cumulative", period_start=date(1990, 1, 1))
    (piled,) = points(series_of([total]), KINDS[3])[0].rows
    assert (piled["start"], piled["end"]) == (2013.0, 2014.0)


def test_a_line_needs_three_points_of_two_times() -> None:
    few = [{"label": "a", "middle": 1.0}, {"label": "b", "middle": 1.0}, {"label": "c", "middle": 1.0}]
    assert not has_enough(few)
    assert not has_enough(few[:2])
    assert has_enough([*few, {"label": "a", "middle": 2.0}])


def test_a_visit_is_drawn_once_and_in_its_year(series: dict[str, Series]) -> None:
    drawn = dots(series["mofa-japan/mng"])
    assert all({"year", "n", "office", "label", "row"} == one.keys() for one in drawn.rows)
    assert all(isinstance(one["year"], int) for one in drawn.rows)
    assert len({one["row"] for one in drawn.rows}) == len(drawn.rows)
    assert len({(one["year"], one["n"]) for one in drawn.rows}) == len(drawn.rows)


def test_plots_tell_unit_and_years(series: dict[str, Series]) -> None:
    told = {plot.name: (plot.unit, plot.span) for plot in plots_of(series["mofa-japan/mng"])}
    assert told["visits"] == ("visits", "1989–2016")
    assert told["trade-jpy"] == ("JPY", "2013–2014")
    assert told["residents-persons"][0] == "persons"


def test_changes_stand_newest_first(series: dict[str, Series]) -> None:
    found = steps(series["mofa-japan/mng"])
    assert [new.rpartition("/")[2] for _, new, _ in found] == ["2017-03-07", "2015-10-20"]
    assert sum(len(rows) for _, _, rows in found) == len(series["mofa-japan/mng"].changes)


@given(st.lists(st.integers(1, 20)), st.integers(1, 30))
def test_pages_hold_every_version_once_and_no_more_than_fits(sizes: list[int], full: int) -> None:
    pages = packed(sizes, full)
    assert [at for page in pages for at in page] == list(reversed(range(len(sizes))))
    assert all(len(page) == 1 or sum(sizes[at] for at in page) <= full for page in pages if page)


def test_the_same_tables_give_the_same_bytes_which_the_manifest_lists(out: Path) -> None:
    again: dict[str, bytes] = {}
    write_report(out, again.__setitem__)
    stored = {
        path.relative_to(out).as_posix(): path.read_bytes() for path in (out / "report").rglob("*") if path.is_file()
    }
    assert again == stored
    assert problems(out) == []
    assert all(map(is_ours, again))


def test_pages_are_small_and_name_no_host(out: Path) -> None:
    for path in (out / "report").rglob("*"):
        if path.suffix in {".html", ".css", ".js", ".svg"}:
            assert path.stat().st_size < 1_000_000
            found = set(re.findall(rb"(?:src|href)=\"?https?:[^\" ]+|url\([^)]+\)|@import", path.read_bytes()))
            assert found == set(), path


def test_a_run_without_a_report_leaves_none_that_is_older_than_its_tables(tmp_path: Path) -> None:
    sheet = Path(__file__).parents[1] / "fixtures/versions/montenegro-2019-07-10.txt"
    cache = tmp_path / "cache"
    run([sheet], tmp_path / "out", report=True, cache=cache, workers=1)
    assert run([sheet], tmp_path / "out", report=True, cache=cache, workers=1).is_unchanged
    assert (tmp_path / "out/report/mofa-japan/mne.html").is_file()
    assert not run([sheet], tmp_path / "out", cache=cache, workers=1).is_unchanged
    assert not (tmp_path / "out/report").exists()
    assert not run([sheet], tmp_path / "out", report=True, cache=cache, workers=1).is_unchanged


def test_the_picture_of_a_plot_stands_alone(out: Path) -> None:
    picture = (out / "report/plots/mofa-japan/mng/visits.svg").read_bytes()
    assert picture.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')
    assert b"href" not in picture
