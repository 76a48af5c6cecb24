"""What the page on reliability names is there: tests, limits, commands."""

from __future__ import annotations

import re

from pipeline.read.limits import LIMITS, MEANINGS, Limits
from tests.helpers import ROOT

PAGE = (ROOT / "docs" / "reliability.md").read_text("utf-8")


def test_every_named_test_is_there() -> None:
    named = re.findall(r"`(tests/[a-z_/]+\.py)::(?:\w+::)?(\w+)`", PAGE)
    assert len(named) == PAGE.count(".py::") > 50
    assert [
        one for one in named if not re.search(rf"^ *def {one[1]}\(", (ROOT / one[0]).read_text("utf-8"), re.M)
    ] == []


def test_every_limit_is_told_as_it_is() -> None:
    cells = [
        tuple(cell.strip() for cell in line.strip("|").split("|")) for line in PAGE.splitlines() if line.startswith("|")
    ]
    told = [row for row in cells if row[0].strip("`") in Limits._fields]
    assert told == [(f"`{name}`", f"{getattr(LIMITS, name):,}", MEANINGS[name]) for name in Limits._fields]


def test_commands_are_in_the_makefile() -> None:
    assert "\ntorture: " in (ROOT / "Makefile").read_text("utf-8")
