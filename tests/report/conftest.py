"""Reports to look at: of real sheets in several versions, and a browser to open them in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.run import run

ROOT = Path(__file__).parents[2]
SHEETS = (ROOT / "raw", ROOT / "tests/fixtures/versions")


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with its report: two partners, three versions each."""
    folder = tmp_path_factory.mktemp("report") / "out"
    run(SHEETS, folder, report=True, workers=1)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real browser without a screen."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        if os.environ.get("FACTSHEETS_REQUIRE_BROWSER"):
            pytest.fail("no browser, and FACTSHEETS_REQUIRE_BROWSER is set: apt-get install chromium")
        pytest.skip("no browser: apt-get install chromium, to try the pages in one")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()
