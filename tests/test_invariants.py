"""What holds for any text at all: no exception, every character accounted for, spans that quote, dates in order."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.check import check
from pipeline.extract import Facts, extract
from pipeline.extract.visits.ties import tie_visits
from pipeline.outline import outline
from pipeline.publishers import load
from pipeline.read import read
from pipeline.records import Document, Source
from tests.helpers import MONGOLIA

LINES = [line for line in MONGOLIA.read_text("utf-8").split("\n") if line.strip()]
PIECES = st.one_of(
    st.sampled_from(LINES),
    st.sampled_from(
        [
            "",
            "  • Exports: 3 billion yen (2013)",
            "Year | Name |",
            "---|---|",
            " | Minister A",
            "From Japan to Mongolia",
            "(",
            "|",
            "31 February 2012",
            "2013~",
        ]
    ),
    st.text(max_size=60),
)


def facts_of_any(text: str) -> Facts | None:
    document = read(Source("any.txt", text.encode("utf-8", "surrogatepass")))
    if not isinstance(document, Document):
        return None
    read_outline = outline(document, load())
    facts = extract(read_outline, "any/any/any")
    tie_visits(facts)
    check(facts)
    return facts


def assert_sound(facts: Facts) -> None:
    text, blocks = facts.text, [line.block for line in facts.outline.lines]
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    covered = "".join(text[block.start : block.end] for block in blocks)
    assert "".join(covered.split()) == "".join(text.split())
    for row in (*facts.visits, *facts.observations, *facts.events):
        assert text[row.char_start : row.char_end] == row.quote
        assert row.char_start < row.char_end
    for visit in (*facts.visits, *facts.events):
        assert not (visit.date_start and visit.date_end) or visit.date_start <= visit.date_end
    for row in facts.observations:
        assert not (row.period_start and row.period_end) or row.period_start <= row.period_end


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=25))
def test_any_lines_in_any_order(lines: list[str]) -> None:
    facts = facts_of_any("\n".join(lines))
    if facts is not None:
        assert_sound(facts)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 7000), st.integers(0, 7000), st.text(max_size=8))
def test_a_sheet_with_a_piece_torn_out(start: int, length: int, patch: str) -> None:
    text = MONGOLIA.read_text("utf-8")
    facts = facts_of_any(text[:start] + patch + text[start + length :])
    if facts is not None:
        assert_sound(facts)
