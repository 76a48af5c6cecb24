"""People in programmes told in prose: `invitation of around 300 Mongolian youths to Japan through JENESYS 2.0 program`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from pipeline.extract.direction import Flow, word_flow
from pipeline.extract.events.dates import heading_date
from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.extract.figures.brackets import bracket_spans
from pipeline.extract.figures.figure import Figure, add_figure
from pipeline.extract.figures.periods import Period, measure_of
from pipeline.extract.sentences import sentences
from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line
from pipeline.patterns import Quick, quick
from pipeline.records import Span

ARTICLE = re.compile(r"\b(?:an?|one) ", re.I)
CLAUSE = re.compile(r"[;,] (?:and |while |whereas |but )?|\b(?:and|while|whereas|but) ")
Way = tuple[str | None, str | None] | None
SENDS = r"sends?|sending|sent|dispatch(?:e[sd]|ing)?|despatch(?:e[sd]|ing)?"
TAKES = r"receiv(?:e[sd]?|ing)|accept(?:s|ed|ing)?|invit(?:e[sd]?|ing)|host(?:s|ed|ing)?|welcom(?:e[sd]?|ing)"
MOVES = re.compile(rf"\b(?:(?P<sends>{SENDS})|(?:{TAKES}))\b", re.I)
"""What somebody does with people: they go, or they come."""
SUFFERED = re.compile(r"\b(?:been|were|was|are|is|being|be)(?: \w+ly)? \Z", re.I)
NO_SUBJECT = re.compile(r"\b(?:from|to|in|into|of|with|by|between|and|for|at)(?: the)? \Z", re.I)
PERSONS = re.compile(
    r"\b(?:youths?|persons?|people|students?|trainees?|volunteers?|participants?|teachers?|experts?|officials?|children)\b",
    re.I,
)


def add_participants(facts: Facts, line: Line) -> bool:
    """Add the counts of people that a sentence about a programme tells, where it says from where to where they go."""
    start, end = line.block.body, line.block.end
    programme = _programme(facts.outline.publisher.programmes)
    if not programme.search(facts.text[start:end]):
        return False
    before = len(facts.observations)
    for span in sentences(facts.text, start, end):
        if programme.search(facts.text[slice(*span)]):
            _add_sentence(facts, line, span)
    return len(facts.observations) > before


@cache
def _programme(names: tuple[str, ...]) -> Quick:
    """What a sentence about a programme holds: a word for one, or the name of one of the publisher's."""
    named = "".join(rf"|\b{re.escape(name)}\b" for name in names)
    return quick(rf"\bprogram(?:me)?s?\b|\binvit|\btrainees?\b|\bvolunteers?\b{named}", re.I)


def _add_sentence(facts: Facts, line: Line, span: Span) -> None:
    text = facts.text[slice(*span)]
    dates = find_dates(text)
    amounts = [
        one
        for one in find_amounts(text, skip=[(date.start, date.end) for date in dates])
        if one.unit == "persons" or (one.unit is None and _are_people(one.noun or ""))
    ]
    for amount, flow in zip(amounts, _flows(facts, text, amounts), strict=True):
        if flow is None:
            continue
        around = next(((a, b) for a, b in bracket_spans(text) if a <= amount.start < b), (0, len(text)))
        own = [date for date in dates if around[0] <= date.start < around[1]]
        dated = Dated(own[0].value, "stated") if len(own) == 1 else UNDATED if own else heading_date(line.section)
        period = Period(dated.value, dated.basis, text)
        is_running = dated.value is not None and dated.value.role == "until"
        measure = "cumulative" if is_running else measure_of("participants", text[slice(*around)], dated.value)
        figure = Figure("participants", amount, Flow(*flow, "stated"), period, measure, note=amount.noun)
        for _ in range(_each(text, around[0], amount.end)):
            add_figure(facts, line, Span(span.start + amount.start, span.start + amount.end), figure)


def _are_people(noun: str) -> bool:
    first = next(iter(find_areas(noun)), None)
    return PERSONS.search(noun) is not None or (first is not None and first.start == 0 and first.kind == "demonym")


def _flows(facts: Facts, text: str, amounts: Sequence[Amount]) -> list[Way]:
    """From where to where the people of each amount go: by its own clause, where each one's says it, else by the sentence."""
    cuts = [CLAUSE.search(text, one.end, other.start) for one, other in pairwise(amounts)]
    if cuts and all(cuts):
        bounds = [0, *(cut.end() for cut in cuts if cut), len(text)]
        own = [word_flow(text[a:b], facts.pair) for a, b in pairwise(bounds)]
        if all(own):
            return own
    return _by_verbs(facts, text, amounts) or [word_flow(text, facts.pair)] * len(amounts)


def _by_verbs(facts: Facts, text: str, amounts: Sequence[Amount]) -> list[Way]:
    """The ways of those whom one country both sends and takes in one sentence, by the last verb before each amount; none for
    all of them where it does not say of each: `Japan received 26 trainees from Fiji and sent there 14 experts and 2 nurses`.
    Empty for a sentence whose verbs all tell of one way."""
    verbs = list(MOVES.finditer(text))
    if len({verb["sends"] is None for verb in verbs}) < 2:
        return []
    nobody: list[Way] = [None] * len(amounts)
    before = [land for land in find_areas(text[: verbs[0].start()]) if land.area in facts.pair]
    is_done = any(SUFFERED.search(text[: verb.start()]) for verb in verbs)
    if is_done or len(before) != 1 or NO_SUBJECT.search(text[: before[0].start]):
        return nobody
    here, found = before[0].area, list[Way]()
    there = facts.other(here)
    for amount in amounts:
        above = [verb for verb in verbs if verb.end() <= amount.start]
        if not above or there is None:
            return nobody
        found.append((here, there) if above[-1]["sends"] else (there, here))
    return found


def _each(text: str, bracket: int, end: int) -> int:
    """For how many a figure is told: `a teacher and an advisor (=1 person each)` tells one person twice."""
    if not text[end:].lstrip().startswith("each"):
        return 1
    clause = re.split(r"[:;,(]", text[:bracket])[-1]
    return max(1, len(ARTICLE.findall(clause)))
