"""The happenings that a paragraph of figures tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from pipeline.extract.events.events import take_events
from pipeline.extract.facts import Facts
from pipeline.extract.sentences import sentences
from pipeline.outline import Line
from pipeline.patterns import has_japanese
from pipeline.records import Event, Observation, Span

DONE = re.compile(
    "(?:表明|供与|約束|決定|合意|拠出|発表|実施|署名|締結|派遣|寄贈|贈与|開始|開催|免除|支援|プレッジ)を?(?:した|行った|しました|行いました)。"
)
"""The end of a sentence in Japanese that tells what was done, with or without a figure."""


DOING = re.compile(
    r"\b(?:extended|provided|gave|given|granted|donated|contributed|pledged|offered|announced|decided|agreed|signed|concluded"
    r"|began|begun|started|launched|opened|built|constructed|completed|inaugurated|introduced|established|founded|set up|held"
    r"|hosted"
    r"|took place|dispatched|sent|invested|acquired|adopted|cancel+ed|waived|rescheduled|resumed|suspended|handed over|implemented)\b",
    re.I,
)
"""What somebody did, in English, whatever figure goes with it."""
STATED = re.compile(
    r"(?:を(?:訪れた|訪問した)|である|であった|だった|となっ(?:ている|た)|(?:進出|操業|活動|在留|居住|滞在|留学)してい[るた]|に(?:上る|のぼる|達する|達した)|を占める|[人名社円件%％])。?\Z"
)
"""The end of a sentence in Japanese that says how many there are."""
TOLD_BY_DEFAULT = frozenset({"history", "other", "visit", "programme"})
"""Kinds of happenings that no word need tell, or one that may count people: `10,000 tourists visited Fiji in 2016`, `As of 2013,
12 volunteers work in Fiji`."""


def drop_stated(facts: Facts, first: int) -> None:
    """Take back the happenings from the index `first` on whose sentences only state figures that are rows."""
    told = facts.events[first:]
    if not told:
        return
    rows = [row for row in _rows_from(facts, told[0].char_start) if _is_known(row)]
    facts.events[first:] = [event for event in told if not _only_states(event, rows)]


def _only_states(event: Event, rows: Sequence[Observation]) -> bool:
    """Whether a sentence says nothing but a figure: no visit of anybody, no word of what happened or was done."""
    words = event.statement or ""
    if event.kind not in TOLD_BY_DEFAULT or event.visit_id:
        return False
    told = [row for row in rows if event.char_start <= row.char_start < event.char_end]
    is_total = all(row.measure == "cumulative" for row in told)  # of what was given on many days
    is_state = STATED.search(words) if has_japanese(words) else is_total or not DOING.search(words)
    return bool(told) and bool(is_state)


def _rows_from(facts: Facts, start: int) -> Iterator[Observation]:
    """The figures printed from a place on, the last one first: those of the line that is read."""
    return takewhile(lambda row: row.char_start >= start, reversed(facts.observations))


def _is_known(row: Observation) -> bool:
    """Whether it is known what a figure is of: one that only its sentence tells has no other label."""
    return row.indicator != "other" or row.from_area is not None or row.to_area is not None


def take_beside(facts: Facts, line: Line) -> None:
    """The happenings that a paragraph of figures tells in sentences without any that are known, or that say what was done."""
    at, end = line.block.body, line.block.end
    known = (row for row in _rows_from(facts, at) if _is_known(row) and row.char_start < end)
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
