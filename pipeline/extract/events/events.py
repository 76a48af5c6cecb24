"""Prose, items and rows of history tables → events, with the visits that they tell."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.events.dates import (
    anniversary_of,
    beginning,
    context_of,
    date_above,
    dates_of,
    heading_date,
    is_within,
    refines,
    stages_of,
)
from pipeline.extract.events.kinds import Kind, kind_in, kind_of, place_of, status_of, title_of
from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.extract.figures.shapes import without_spans
from pipeline.extract.sentences import clauses, sentences, told_lines, unwrapped
from pipeline.extract.visits.prose.english import find_trips
from pipeline.extract.visits.prose.trips import Told, add_companions, add_trips
from pipeline.extract.visits.prose.undone import is_unreal
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import FoundDate, find_dates
from pipeline.outline import Line
from pipeline.patterns import quick
from pipeline.records import Event, Span

LONGEST_SENTENCE = 3000
"""A longer stretch without an end is no sentence; it stays unread, and is told as unrecognised where it holds figures."""
GLUED, GLUED_ROWS = re.compile(r"(?:19|20)[0-9]{2}(?<![0-9].{4})[A-Z]"), 2
"""Rows of a table run together, of whose dates nobody knows where they belong: `Akishino2010State Secretary`."""
BOTH = quick(r"\b(?:two (?:countries|governments|sides|leaders)|both|bilateral|diplomatic relations|mutual)", re.I)
BACKWARD = re.compile(r"\b(?:they|it|these|this|the two)\b", re.I)
NEXT_CLAUSE = re.compile(r";|, (?:and|but|while)\b")
OWN_CLAUSE = re.compile(r"(?:;|, (?:and|but|while)) (?:an?|the|its|their|[A-Z]\w+) ")
"""One with a subject of its own: `, and an exhibition was held`, not `, and signed the pact`."""
PREDICATE = re.compile("[たれしりきいみてで]が?、?\\Z")
"""How a clause in Japanese ends that tells something of its own: `1940年にソ連に併合されたが、`."""
NOT_TOLD = re.compile("(?:[^A-Za-zぁ-ヿ一-鿿]|[年月日])*\\Z|[ぁ-ヿ一-鿿]{1,20}[な無]し\\Z")
STRONG = frozenset({"statement", "agreement", "meeting", "partnership", "negotiation"})
BETWEEN = STRONG | {"diplomatic_relations", "mission", "anniversary", "recognition"}
POINTS = frozenset({"visit", "diplomatic_relations", "mission", "agreement", "recognition", "policy"})
"""What begins on a day: `in force since March 2012` happened in March 2012."""


class Sentence(NamedTuple):
    """A sentence whose events are told: its line, its place with what belongs to it, its words, the visits it has told."""

    line: Line
    span: Span
    words: str
    told: list[Told]


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
        if len(words) > LONGEST_SENTENCE or len(GLUED.findall(words)) >= GLUED_ROWS:
            continue
        dates = dates_of(words, context.year)
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
            _add(facts, sentence, own, given, kind)
            for stage in stages:
                _add(facts, sentence._replace(told=[]), words[slice(*stage.span)], stage.dated, kind)
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
            _add(facts, sentence, words, dated, known)
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
        _add(facts, sentence, part, Dated(found.value, basis), kind)
    return fallback


def _add(facts: Facts, sentence: Sentence, clause: str, dated: Dated, kind: str) -> None:
    """Add an event. `clause`: the words of its date; a sentence that tells a visit may tell what came of it too."""
    if NOT_TOLD.match(sentence.words):
        return
    visit = _visit_of(sentence.told, dated, kind)
    if kind == "visit" and visit is None and (_is_beside(clause) if sentence.told else is_unreal(sentence.words)):
        kind = "history"
    outcome = kind_of(clause, without="visit") if visit else None
    _append(facts, sentence, clause, dated, "visit" if visit else kind, visit)
    if outcome and outcome.is_telling and outcome.name in STRONG - {"meeting"}:
        _append(facts, sentence, clause, dated, outcome.name, None)


def _is_beside(clause: str) -> bool:
    """Whether the words of a date tell of no visit, though their sentence does: `… visited Japan in May, and aid began in 1998`."""
    own = kind_of(clause)
    return own is None or own.name != "visit"


def _visit_of(told: list[Told], dated: Dated, kind: str) -> str | None:
    """The visit that an event is: the one of its date, or the only one of a sentence that tells a visit."""
    if not told:
        return None
    date = dated.value.edtf if dated.value else None
    ids = {visit.date: visit.visit_id for visit in reversed(told)}
    if date in ids and (date is not None or kind == "visit"):
        return ids[date]
    is_only = kind == "visit" and len(ids) == 1 and (date is None or None in ids)
    return told[0].visit_id if is_only else None


def _append(facts: Facts, sentence: Sentence, clause: str, dated: Dated, kind: str, visit: str | None) -> None:
    line, span, words, _ = sentence
    if kind in POINTS and dated.value is not None and dated.value.edtf.endswith("/.."):
        dated = Dated(beginning(dated.value), dated.basis)
    title, status = title_of(clause), status_of(clause)
    if title is None and kind == "agreement" and line.section.kind == "label":
        title = title_of(line.section.heading or "")
    if clause != words:
        title = title or title_of(words)
        status = status or (status_of(words) if len(find_dates(words)) < 2 else None)
    facts.events.append(
        Event(  # in the order of the table; its id and key are told later
            "", "", kind, *dated.columns(), _areas(facts, line, words, kind, visit), place_of(clause),
            title, status, visit, words, facts.document_id, *facts.place(line, span.start, span.end),
        )
    )  # fmt: skip


def _areas(facts: Facts, line: Line, words: str, kind: str, visit: str | None) -> str | None:
    """The areas named, and both countries of the sheet where the happening is between them: in a land's own history only
    where the publisher's country is named."""
    for row in facts.visits[-4:]:
        if row.name_printed and row.origin == "prose":  # Sidney Holland is no country
            words = words.replace(row.name_printed, "")
    named = {mention.area for mention in find_areas(words)}
    topic = line.section.nearest_topic
    is_own = topic is not None and topic.name == "own_history" and facts.pair[0] not in named
    if visit or ((kind in BETWEEN or BOTH.search(words)) and not is_own):
        named |= {area for area in facts.pair if area}
    return " ".join(sorted(named)) or None


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
