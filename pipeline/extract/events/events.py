"""Prose, items and rows of history tables → events, with the visits that they tell."""

from __future__ import annotations

import re

from pipeline.extract.events.dates import (
    anniversary_of,
    context_of,
    date_above,
    dates_of,
    heading_date,
    is_within,
    refines,
    stages_of,
)
from pipeline.extract.events.event import STRONG, Sentence, add_event
from pipeline.extract.events.kinds import Kind, kind_in, kind_of
from pipeline.extract.events.listed import ending_year
from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.extract.figures.shapes import without_spans
from pipeline.extract.sentences import clauses, sentences, told_lines, unwrapped
from pipeline.extract.visits.prose.english import find_trips
from pipeline.extract.visits.prose.trips import Told, add_companions, add_trips
from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.dates import FoundDate, find_dates
from pipeline.outline import Line
from pipeline.records import Span

LONGEST_SENTENCE = 3000
"""A longer stretch without an end is no sentence; it stays unread, and is told as unrecognised where it holds figures."""
GLUED, GLUED_ROWS = re.compile(r"(?:19|20)[0-9]{2}(?<![0-9].{4})[A-Z]"), 2
"""Rows of a table run together, of whose dates nobody knows where they belong: `Akishino2010State Secretary`."""
WORD, LONGEST_FIGURES = re.compile(r"[^\W_]"), 120
LETTERS, MOST_WORDS, DIGIT = re.compile("[A-Za-z]{3}"), 8, re.compile("[0-9０-９]")
"""So many words at most have figures and their units, and no more."""
BACKWARD = re.compile(r"\b(?:they|it|these|this|the two)\b", re.I)
NEXT_CLAUSE = re.compile(r";|, (?:and|but|while)\b")
OWN_CLAUSE = re.compile(r"(?:;|, (?:and|but|while)) (?:an?|the|its|their|[A-Z]\w+) ")
"""One with a subject of its own: `, and an exhibition was held`, not `, and signed the pact`."""
PREDICATE = re.compile("[たれしりきいみてで]が?、?\\Z")
"""How a clause in Japanese ends that tells something of its own: `1940年にソ連に併合されたが、`."""


def take_events(facts: Facts, line: Line, span: Span, given: Dated = UNDATED) -> bool:
    """Add the events of a line's words. `given`: the date of the row's own cell. Returns whether there were any."""
    before = len(facts.events)
    parts = [span]
    if line.block.cells and facts.outline.document.media_type == "text/html":
        told = told_lines(facts.text, span.start, span.end)
        is_list = given.value is not None or all(find_dates(facts.text[a:b]) for a, b in told[1:])
        parts = told if told and is_list else parts
    for n, part in enumerate(parts):
        _take_part(facts, line, part, given, whole=n == 0)
    return len(facts.events) > before


def _take_part(facts: Facts, line: Line, span: Span, given: Dated, *, whole: bool) -> None:
    """The events of a paragraph, an item, or a line of a row's cell. `whole`: the row's date cell belongs to it."""
    heading = given if given.value else heading_date(line.section)
    heading = heading if heading.value else date_above(facts, line, facts.text[span.start : span.end])
    context, last_kind, last_direction = heading, None, None
    visits: list[Told] = []
    for at in sentences(facts.text, span.start, span.end):
        words = facts.text[at.start : at.end]
        if len(words) > LONGEST_SENTENCE or len(GLUED.findall(words)) >= GLUED_ROWS or _is_figure(words):
            continue
        dates = dates_of(words, context.year)
        if not dates and line.section.group == "agreements":
            dates = ending_year(words)
        if given.value is not None:
            dates = [found for found in dates if is_within(found, given.value)]
        around = context if dates or given.value is None else given
        trips = find_trips(facts, unwrapped(facts, words), last_direction)
        if trips:
            visits = add_trips(facts, line, at, trips, dates, around)
        else:
            visits = add_companions(facts, line, at, visits, last_direction) if visits and last_direction else []
        last_direction = trips[-1].direction if trips else last_direction
        sentence = Sentence(line, _whole(line, at) if given.value is not None and whole else at, words, visits)
        if given.value is not None and not dates:
            kind = "visit" if trips else kind_in(line.section, words, None)
            stages = stages_of(words, given.year) if kind == "agreement" else []
            own = without_spans(words, [stage.span for stage in stages]).strip()
            add_event(facts, sentence, own, given, kind)
            for stage in stages:
                add_event(facts, sentence._replace(told=[]), words[slice(*stage.span)], stage.dated, kind)
        else:
            last_kind = _take_sentence(facts, sentence, dates, context, heading, last_kind)
        given = UNDATED
        context = context_of(words, dates) or context


def _take_sentence(
    facts: Facts, sentence: Sentence, dates: list[FoundDate], context: Dated, heading: Dated, last: Kind | None
) -> Kind | None:
    """The events of one sentence: one for each date in it, or one by the context's date. Returns its kind."""
    words, section = sentence.words, sentence.line.section
    own = kind_of(words)
    carried = last if last and last.name != "visit" else None
    fallback = own or (carried if carried and BACKWARD.search(words) else None)
    if not dates:
        if _is_told(sentence, own, context, heading):
            known = own.name if own else kind_in(section, words, fallback)
            dated = Dated(context.value, "inherited") if context.value else UNDATED
            add_event(facts, sentence, words, dated, known)
        return fallback
    seen = set()
    is_row = sentence.line.role == "row"
    parts = [words[clause.start : clause.end] for clause in clauses(words, dates)]
    for n, (found, part) in enumerate(zip(dates, parts, strict=True)):
        if any(refines(other, found) for other in dates) and not _is_told_apart(parts[n : n + 2]):
            continue
        said = None if len(dates) > 1 and PREDICATE.search(part) else fallback
        kind = kind_in(section, part, carried if carried and BACKWARD.match(part) else said)
        if kind == "anniversary" and (origin := anniversary_of(words, found, dates)):
            kind = kind_in(section, origin, None)
        if (found.value.edtf, kind) in seen:
            continue
        seen.add((found.value.edtf, kind))
        basis = "inherited" if found.inherited and not is_row else "stated"
        add_event(facts, sentence, part, Dated(found.value, basis), kind)
    return fallback


def _is_figure(words: str) -> bool:
    """Whether words are nothing but dates and figures, of whatever: `2004年　24,916人、2005年　29,873人` tells no happening."""
    if len(words) > LONGEST_FIGURES or len(LETTERS.findall(words)) > MOST_WORDS or not DIGIT.search(words):
        return False
    dates = [(date.start, date.end) for date in find_dates(words)]
    amounts = [(one.start, one.end) for one in find_amounts(words, skip=dates)]
    return bool(amounts) and WORD.search(without_spans(words, dates + amounts)) is None


def _is_told(sentence: Sentence, kind: Kind | None, context: Dated, heading: Dated) -> bool:
    """Whether a sentence without a date is a happening: it leans on a date nearby, or its words say so."""
    if sentence.line.role != "prose" and not sentence.words.endswith("."):
        return False
    if heading.value is not None and sentence.line.role == "prose":
        return True
    return kind is not None and (kind.is_telling or (context.value is not None and kind.name in STRONG))


def _is_told_apart(parts: list[str]) -> bool:
    """Whether the clause of a year tells a happening, and the next one, which takes its year from there, another or one that
    no word names.

    >>> _is_told_apart(["In 1998 they celebrated the centenary", ", and the President visited Japan in May of that year."])
    True
    """
    if parts[1].startswith("、同年") or parts[0].endswith("同年"):
        return True
    first, second = (kind_of(part) for part in parts)
    if first is None or (second is not None and second.name == first.name):
        return False
    return (OWN_CLAUSE if second is None else NEXT_CLAUSE).match(parts[1]) is not None


def _whole(line: Line, span: Span) -> Span:
    return Span(line.block.body, max(span.end, line.block.body + 1))
