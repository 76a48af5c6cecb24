"""The pages in a real browser, opened from disk: they do what they promise, say nothing on the console, ask nobody."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.report.stored import rows_of

PAGE = "mofa-japan/mng.html"
Open = Callable[..., Any]


@pytest.fixture
def visit(browser: Any, out: Path) -> Iterator[Open]:
    """Open a page of the report; whatever it complains of or asks for is an error."""
    contexts, wrong = [], []

    def open_page(place: str, **options: Any) -> Any:
        context = browser.new_context(
            **{"viewport": {"width": 1400, "height": 900}, "accept_downloads": True} | options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
        page.on(
            "request", lambda one: one.url.startswith(("file:", "data:", "blob:")) or wrong.append(f"asked: {one.url}")
        )
        page.goto(f"{(out / 'report').as_uri()}/{place}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def marked(page: Any, *rows: str, kind: str = "on") -> list[str]:
    """The pieces of text that are marked, as soon as exactly these rows are: an address that changes is followed later.

    What is waited for is asked of the page's tree, since its policy lets nobody evaluate anything.
    """
    from playwright.sync_api import expect

    found = page.locator(f"tr.{kind}")
    expect(found).to_have_count(len(rows))
    for place, row in enumerate(rows):
        expect(found.nth(place)).to_have_attribute("id", row)
    return list(page.locator(f".m.{kind}").evaluate_all("found => found.map(one => one.textContent)"))


def test_choosing_a_row_marks_its_text(visit: Open) -> None:
    page = visit(PAGE)
    page.locator("[id='2017-03-07.visit-0007'] td").first.click()
    texts = marked(page, "2017-03-07.visit-0007")
    assert len(texts) == 1
    assert "OBUCHI" in texts[0]
    assert page.locator(".m.on").is_visible()
    assert page.url.endswith("#2017-03-07.visit-0007")
    inspector = page.locator(".inspector")
    assert "1999-07" in inspector.inner_text()
    assert "direction_basis" in inspector.inner_text()
    page.keyboard.press("Escape")
    assert marked(page) == []
    assert inspector.count() == 0


def test_choosing_text_marks_its_row_and_choosing_again_the_next_one(visit: Open) -> None:
    page = visit(PAGE)
    piece = page.locator(".version:not([hidden]) .m[data-r*=' ']").first
    names = piece.get_attribute("data-r").split(" ")
    for name in [*names, names[0]]:
        piece.click()
        assert marked(page, f"2017-03-07.{name}")


def test_pointing_marks_both_sides(visit: Open) -> None:
    page = visit(PAGE)
    page.locator("[id='2017-03-07.visit-0005'] td").first.hover()
    assert "UNO" in marked(page, "2017-03-07.visit-0005", kind="hot")[0]
    piece = page.locator(".version:not([hidden]) .m.visit").first
    piece.hover()
    assert marked(page, f"2017-03-07.{piece.get_attribute('data-r').split(' ')[0]}", kind="hot")


@pytest.mark.parametrize(
    ("place", "row"),
    [
        ("#visit-0003", "2017-03-07.visit-0003"),
        ("#2014-09-01.observation-0002", "2014-09-01.observation-0002"),
        ("#2015-10-20.finding-0001", "2015-10-20.finding-0001"),
    ],
)
def test_a_link_to_a_row_opens_it_marked(visit: Open, place: str, row: str) -> None:
    page = visit(PAGE + place)
    assert marked(page, row)
    line = page.locator(f"[id='{row}']")
    assert line.is_visible()
    box, view = line.bounding_box(), page.viewport_size
    assert 0 <= box["y"] < view["height"]
    assert page.locator(".m.on").first.is_visible()


def test_versions_are_chosen_one_at_a_time(visit: Open) -> None:
    page = visit(PAGE)
    assert page.locator(".version:visible").evaluate_all("all => all.map(one => one.id)") == ["2017-03-07"]
    page.get_by_role("navigation", name="Versions").get_by_role("link", name="2014-09-01").click()
    assert page.locator(".version:visible").evaluate_all("all => all.map(one => one.id)") == ["2014-09-01"]
    assert page.locator(".versions a[aria-current]").get_attribute("data-version") == "2014-09-01"


def test_links_lead_from_the_first_page_to_a_row_and_back(visit: Open) -> None:
    page = visit("index.html")
    page.get_by_role("link", name="Mongolia").first.click()
    assert page.locator("h1").inner_text() == "Japan and Mongolia"
    page.locator(".version:visible .pane.rows a[href*='#rule-']").first.click()
    assert "index.html#rule-" in page.url
    page.locator("details:has(a) summary").first.click()
    page.locator("details a").first.click()
    page.locator("tr.on[id*='.finding-']").wait_for(state="attached")


def test_a_dot_of_a_plot_leads_to_its_row(visit: Open) -> None:
    page = visit(PAGE)
    dot = page.locator("#plot-visits .picture a").first
    dot.hover()
    assert page.locator(".tip").inner_text().startswith("19")
    goal = dot.get_attribute("href").partition("#")[2]
    dot.click()
    assert marked(page, goal)


def test_a_table_filters_sorts_and_is_downloaded_as_it_stands(visit: Open, out: Path) -> None:
    page = visit(PAGE)
    table = page.get_by_role("table", name="Visits")
    table.get_by_role("searchbox").fill("prime minister japan")
    assert "of 43 rows" in table.get_by_role("status").inner_text()
    head = table.get_by_role("columnheader", name="Date")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    head.get_by_role("button").press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    shown = table.locator("tbody tr:visible").evaluate_all("all => all.map(one => one.id.split('.').pop())")
    with page.expect_download() as told:
        table.get_by_role("button", name="Download as shown").click()
    assert told.value.suggested_filename == "mofa-japan-mng-2017-03-07-visits.csv"
    lines = list(csv.DictReader(io.StringIO(Path(told.value.path()).read_text("utf-8"))))
    assert [line["visit_id"].partition("#")[2] for line in lines] == shown
    dates = [line["date_start"] for line in lines]
    assert dates == sorted(dates, reverse=True)
    stored = {str(row["visit_id"]): row for row in rows_of(out, "visits")}
    for line in lines:
        assert line == {name: "" if value is None else str(value) for name, value in stored[line["visit_id"]].items()}


def test_kinds_can_be_hidden(visit: Open) -> None:
    page = visit(PAGE)
    section = page.locator(".version:visible")
    section.get_by_role("checkbox", name="Visits").uncheck()
    assert not section.get_by_role("table", name="Visits").is_visible()
    assert section.locator("table[data-table=events]").is_visible()
    assert section.evaluate("one => one.classList.contains('no-visit')")


def test_everything_can_be_done_with_the_keyboard(visit: Open) -> None:
    page = visit(PAGE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("[id='2017-03-07.visit-0002'] th a").focus()
    page.keyboard.press("Enter")
    assert marked(page, "2017-03-07.visit-0002")
    page.get_by_role("button", name="Next row").press("Enter")
    assert marked(page, "2017-03-07.visit-0003")
    page.get_by_role("button", name="Close").press("Enter")
    assert page.evaluate("document.activeElement.closest('tr').id") == "2017-03-07.visit-0003"


@pytest.mark.parametrize("place", ["index.html", PAGE])
def test_a_screen_reader_finds_its_way(visit: Open, place: str) -> None:
    page = visit(place)
    for role in ("banner", "main", "contentinfo"):
        assert page.get_by_role(role).count() == 1
    assert page.locator("h1").count() == 1
    nameless = """all => all.filter(one => !(one.getAttribute('aria-label') || one.labels?.length || one.textContent.trim())).length"""
    assert page.locator("button, input, nav, aside").evaluate_all(nameless) == 0
    assert page.locator("table:not(:has(caption))").count() == 0
    assert page.locator("thead th:not([scope=col]), tbody th:not([scope=row])").count() == 0


CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (one) => { for (; one; one = one.parentElement) { const c = rgb(getComputedStyle(one).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255]; };
  const poor = new Set();
  for (const one of document.querySelectorAll('body *')) {
    const isSaying = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!isSaying || one.closest('svg, script, .skip') || !one.checkVisibility()) continue;
    const [a, b] = [light(rgb(getComputedStyle(one).color)), light(ground(one))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.add(`${one.tagName}.${one.className} ${ratio.toFixed(2)}`);
  }
  return [...poor];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["index.html", f"{PAGE}#visit-0002"])
def test_words_stand_out_from_their_ground(visit: Open, place: str, scheme: str) -> None:
    page = visit(place, color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (dark == "rgb(20, 23, 28)") == (scheme == "dark")


@pytest.mark.parametrize("place", ["index.html", f"{PAGE}#visit-0003"])
def test_a_phone_shows_the_page_without_scrolling_sideways(visit: Open, place: str) -> None:
    page = visit(place, viewport={"width": 360, "height": 740}, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    if "#" in place:
        text, rows = (page.locator(f".version:visible .pane.{one}").bounding_box() for one in ("text", "rows"))
        assert rows["y"] >= text["y"] + text["height"] - 1
        assert page.locator(".m.on").first.is_visible()
        assert marked(page, "2017-03-07.visit-0003")


def test_without_scripts_everything_is_there(visit: Open) -> None:
    page = visit(f"{PAGE}#2014-09-01.visit-0001", java_script_enabled=False)
    assert page.locator(".version").count() == 3
    assert page.locator("[id='2014-09-01.visit-0001']").is_visible()


def test_the_policy_holds_against_what_is_put_into_the_page(visit: Open, browser: Any, out: Path) -> None:
    page = browser.new_page()
    page.goto((out / "report" / PAGE).as_uri())
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\"><a id=evil href=\"javascript:window.ran=1\">x</a>')"
    )
    page.locator("#evil").click()
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None
    page.close()


def test_a_page_opens_quickly(visit: Open) -> None:
    page = visit(PAGE)
    took = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert took < 5000
