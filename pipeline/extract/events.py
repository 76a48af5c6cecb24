"""Prose, items and rows of history tables → events, with the visits that they tell."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.extract.prose_visits import add_trips, find_trips
from pipeline.extract.sentences import clauses, sentences
from pipeline.extract.visits import Direction
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import FoundDate, find_dates
from pipeline.outline import Line, Section
from pipeline.records import Event, Span

QUOTED = re.compile(r"[“\"”]([^“”\"]{6,200})[”\"]")
NAMED = re.compile(
    r"(?:[A-Z][\w’'.&-]* (?:(?:of|on|and|for|the) ){0,2}){1,10}?"
    r"(?:Agreement|Treaty|Convention|Arrangement|Partnership|Initiative|Statement|Protocol|Memorandum|Fair|League|Association|Policy|Plan)\b"
    r"(?: (?:of|on|for|concerning) (?:the )?[A-Z][\w’'-]*(?: (?:(?:of|and|on|the|for) ){0,2}[A-Z][\w’'-]*){0,8})?(?: \([A-Z]{2,6}\))?"
)
PLACE = re.compile(r"\b(?:in|at) ((?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,2})")
BOTH = re.compile(r"\b(?:two (?:countries|governments|sides|leaders)|both|bilateral|diplomatic relations|mutual)", re.I)
BACKWARD = re.compile(r"\b(?:they|it|these|this|the two)\b", re.I)
NOT_TOLD = re.compile(r"[^A-Za-z]*\Z")
STRONG = frozenset({"statement", "agreement", "meeting", "partnership", "negotiation"})
DEFAULT_KIND = {"relations": "diplomatic_relations", "agreements": "agreement", "narrative": "history"}


class Kind(NamedTuple):
    """A kind of happening; a telling one is a happening without a date too."""

    name: str
    is_telling: bool


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], Kind], ...]:
    data = tomllib.loads((Path(__file__).parent / "events.toml").read_text("utf-8"))
    return tuple((re.compile(e["words"], re.I), Kind(e["kind"], e["telling"])) for e in data["kind"])


@cache
def _statuses() -> tuple[tuple[re.Pattern[str], str], ...]:
    data = tomllib.loads((Path(__file__).parent / "events.toml").read_text("utf-8"))
    return tuple((re.compile(e["words"], re.I), e["status"]) for e in data["status"])


def kind_of(words: str) -> Kind | None:
    """The kind of happening that words tell.

    >>> kind_of("Opening of the Embassy of Japan").name
    'mission'
    """
    return next((kind for pattern, kind in _kinds() if pattern.search(words)), None)


class EventReader:
    """Reads lines in order; remembers the last date and kind of a paragraph for the sentences that lean on them."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def take(self, line: Line, span: Span, dated: Dated | None = None) -> bool:
        """Add the events of a line's words. `dated`: the date of the row's own cell. Returns whether there were any."""
        given = dated or UNDATED
        heading = given if given.value else heading_date(line.section)
        context, last_kind, last_direction = heading, None, None
        before = len(self.facts.events)
        for sentence in sentences(self.facts.text, span.start, span.end):
            words = self.facts.text[sentence.start : sentence.end]
            dates = find_dates(words, year=_year(context))
            trips = find_trips(self.facts, words, last_direction)
            ids = add_trips(self.facts, line, sentence, trips, dates, context)
            last_direction = trips[-1].direction if trips else last_direction
            if given.value is not None:
                kind = self._kind(line.section, words, None)
                self._add(line, _whole(line, span), words, given, kind, ids[0] if ids else None)
                given = UNDATED
            else:
                last_kind = self._take_sentence(line, sentence, dates, context, heading, last_kind, ids)
            if dates:
                context = Dated(dates[-1].value, "inherited")
        return len(self.facts.events) > before

    def _take_sentence(
        self, line: Line, span: Span, dates: list[FoundDate], context: Dated, heading: Dated, last: Kind | None, ids: list[str]
    ) -> Kind | None:
        """The events of one sentence: one for each date in it, or one by the context's date. Returns its kind."""
        words = self.facts.text[span.start : span.end]
        own = kind_of(words)
        fallback = own or (last if BACKWARD.search(words) else None)
        visit_id = ids[0] if ids else None
        if not dates:
            if self._is_told(line, own, context, heading):
                known = own.name if own else self._kind(line.section, words, fallback)
                self._add(line, span, words, self._lean(own, context, heading), known, visit_id)
            return fallback
        seen = set()
        for found, clause in zip(dates, clauses(words, dates), strict=True):
            kind = self._kind(line.section, words[clause.start : clause.end], fallback)
            if (found.value.edtf, kind) in seen:
                continue
            seen.add((found.value.edtf, kind))
            self._add(line, span, words, Dated(found.value, "inherited" if found.inherited else "stated"), kind, visit_id)
        return fallback

    def _is_told(self, line: Line, kind: Kind | None, context: Dated, heading: Dated) -> bool:
        """Whether a sentence without a date is a happening: it leans on a date nearby, or its words say so."""
        if line.role != "prose":
            return False
        if heading.value is not None:
            return True
        return kind is not None and (kind.is_telling or (context.value is not None and kind.name in STRONG))

    def _lean(self, kind: Kind | None, context: Dated, heading: Dated) -> Dated:
        if context.value is not None and kind is not None and kind.name in STRONG:
            return Dated(context.value, "inherited")
        return heading

    def _kind(self, section: Section, words: str, fallback: Kind | None) -> str:
        own = kind_of(words)
        topic = section.nearest_topic()
        default = DEFAULT_KIND.get(topic.group if topic else "", "other")
        if topic and topic.group == "agreements" and (own is None or own.name != "recognition"):
            return "agreement"
        return own.name if own else fallback.name if fallback else default

    def _add(self, line: Line, span: Span, words: str, dated: Dated, kind: str, visit_id: str | None) -> None:
        if NOT_TOLD.match(words):
            return
        status = next((status for pattern, status in _statuses() if pattern.search(words)), None)
        self.facts.events.append(
            Event(
                self.facts.new_id("event"), "", kind, *dated.columns(), self._areas(words), _place(words), _title(words),
                status, visit_id if kind == "visit" else None, words, *self.facts.place(line, span.start, span.end),
            )
        )  # fmt: skip

    def _areas(self, words: str) -> str | None:
        named = {mention.area for mention in find_areas(words)}
        if not named - {self.facts.pair[0]} or BOTH.search(words):
            named |= {area for area in self.facts.pair if area}
        return " ".join(sorted(named)) or None


def heading_date(section: Section) -> Dated:
    """The date that the headings of a story carry: `(2)2012: …` dates what stands below."""
    at: Section | None = section
    while at is not None and at.head is not None:
        if at.kind == "heading" and (at.topic is None or at.topic.group in ("narrative", "basic")):
            dates = find_dates(at.heading or "")
            if dates:
                return Dated(dates[0].value, "inherited")
        at = at.parent
    return UNDATED


def _year(context: Dated) -> int | None:
    start = context.value.start if context.value else None
    return int(start[:4]) if start else None


def _whole(line: Line, span: Span) -> Span:
    return Span(line.block.body, max(span.end, line.block.body + 1))


def _place(words: str) -> str | None:
    """The first town or site named with `in` or `at` that is no country and no month."""
    for match in PLACE.finditer(words):
        if not find_areas(match[1]) and not find_dates(f"in {match[1]}", year=2000):
            return match[1]
    return None


def _title(words: str) -> str | None:
    quoted = QUOTED.search(words)
    if quoted:
        return quoted[1].strip(" .")
    named = NAMED.search(words)
    return named[0].strip().removeprefix("the ").removeprefix("The ") if named and " " in named[0].strip() else None
