"""The happenings that a paragraph of figures tells."""

from __future__ import annotations

import re
from itertools import groupby

from pipeline.extract.events.events import take_events
from pipeline.extract.facts import Facts
from pipeline.extract.sentences import sentences
from pipeline.outline import Line
from pipeline.records import Span

DONE = re.compile(
    "(?:表明|供与|約束|決定|合意|拠出|発表|実施|署名|締結|派遣|寄贈|贈与|開始|開催|免除|支援|プレッジ)を?(?:した|行った|しました|行いました)。"
)
"""The end of a sentence in Japanese that tells what was done, with or without a figure."""


def take_beside(facts: Facts, line: Line) -> None:
    """The happenings that a paragraph of figures tells in sentences without any that are known, or that say what was done."""
    at, end = line.block.body, line.block.end
    known = (row for row in facts.observations if row.indicator != "other" and at <= row.char_start < end)
    rows = [Span(row.char_start, row.char_end) for row in known]
    for is_figure, run in groupby(
        sentences(facts.text, at, end),
        lambda one: (
            any(one.start < row.end and row.start < one.end for row in rows) and not DONE.search(facts.text, *one)
        ),
    ):
        if not is_figure:
            spans = list(run)
            take_events(facts, line, Span(spans[0].start, spans[-1].end))
