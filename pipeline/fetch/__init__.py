"""Keeping the collection: sheets come from their addresses or from files into `raw/`, version beside version.

Nothing here makes tables, and no stage from `read` to `tables` knows of this package: what a run needs to know of a
fetched sheet stands in the `.meta.json` beside it (`pipeline/read/meta.py`).

The way of a page: `sources` (what to fetch) → `polite` (robots, delays, retries, redirects) → `wire` (one exchange with a
checked address) → `judge` (is it the sheet?) → `shelf` (the versions on disk); `refresh` and `add` walk it.
"""

from __future__ import annotations

from pipeline.fetch.add import add_files
from pipeline.fetch.limits import Limits
from pipeline.fetch.outcome import Outcome
from pipeline.fetch.polite import Guest
from pipeline.fetch.refresh import refresh
from pipeline.fetch.shelf import ShelfError, locked
from pipeline.fetch.sources import load_sources, matching

__all__ = [
    "Guest",
    "Limits",
    "Outcome",
    "ShelfError",
    "add_files",
    "load_sources",
    "locked",
    "matching",
    "refresh",
]
