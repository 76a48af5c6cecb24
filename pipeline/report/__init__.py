"""Tables → static pages that show every value in its sheet, made for someone who wants to look rather than read.

Everything here reads the tables and texts of an output folder, and nothing else: what is shown is what was written. The
pages open from disk, without a network and without a server, and ask nothing of anybody. Heavy imports come late.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

FOLDER = "report"


def write_report(folder: Path, put: Callable[[str, bytes], None]) -> None:
    """Write all pages for the tables in `folder`: `put` is given each file's path within the folder and its bytes."""
    from pipeline.report.files import report_files

    for name, data in report_files(folder):
        put(f"{FOLDER}/{name}", data)
