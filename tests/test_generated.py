"""Made-up sheets in every layout: what comes out is what went in, to the last visit and figure, and nothing stays unread."""

from __future__ import annotations

from collections import Counter

from benchmarks.generate import long_sheet, sheets
from benchmarks.layouts import LAYOUTS
from benchmarks.plans import FigureTruth, VisitTruth
from pipeline.records import Source
from pipeline.sheet import Sheet, read_sheet
from tests.each import each

SEEDS = {"small": 12, "middle": 5, "page": 2}


def read_made(data: bytes, name: str) -> Sheet:
    sheet = read_sheet(Source(name, data))
    assert isinstance(sheet, Sheet)
    return sheet


def columns(rows: object, truth: type) -> Counter[tuple[object, ...]]:
    return Counter(tuple(getattr(row, name) for name in truth._fields) for row in rows)  # type: ignore[attr-defined]


@each("size", SEEDS)
@each("layout", LAYOUTS)
def test_rows_are_as_made(layout: str, size: str) -> None:
    for made in sheets(7, SEEDS[size], layout=layout, size=size):
        sheet = read_made(made.data, made.name)
        assert columns(sheet.visits, VisitTruth) == Counter(made.plan.visits), made.name
        assert columns(sheet.observations, FigureTruth) == Counter(made.plan.figures), made.name
        assert (sheet.document.partner_area, sheet.document.published) == (made.plan.area, made.plan.published)
        assert [note for note in sheet.notes if note.rule.startswith("unrecognised")] == []


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert [made.data for made in sheets(3, 8)] == [made.data for made in sheets(3, 8)]
    assert [made.data for made in sheets(3, 8)][:5] == [made.data for made in sheets(3, 5)]
    assert len({made.data for made in sheets(3, 8)} | {made.data for made in sheets(4, 8)}) == 16


def test_a_long_table_is_read_whole() -> None:
    made = long_sheet(600)
    assert columns(read_made(made.data, made.name).visits, VisitTruth) == Counter(made.plan.visits)
