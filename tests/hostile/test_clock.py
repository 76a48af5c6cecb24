"""No result depends on the day of the run: nothing asks for it but what tells when something was done."""

from __future__ import annotations

import re

from tests.helpers import ROOT

NOW = re.compile(r"\b(?:now|utcnow|today|localtime|gmtime|ctime|asctime|time_ns)\(|\btime\.time\(|\bstrftime\(")
MAY_ASK = {
    "pipeline/tables/output.py",  # when the tables were written, into run.json
    "pipeline/tables/claim.py",  # since when a folder is held, for whoever finds it so
    "pipeline/engine/scratch.py",  # how old what a killed run left is
    "pipeline/fetch/refresh.py",  # when a page was fetched
    "pipeline/fetch/polite.py",  # how long a site asks to be left alone
}


def test_nothing_else_asks_for_the_day() -> None:
    asking = {
        str(path.relative_to(ROOT))
        for path in [*(ROOT / "pipeline").rglob("*.py"), *(ROOT / "schemas").rglob("*.py")]
        if NOW.search(path.read_text("utf-8"))
    }
    assert asking == MAY_ASK
