"""Prose, items and rows of history tables → events, with the visits that they tell."""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.extract.brackets import bracket_spans
from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.extract.prose_visits import add_trips, find_trips
from pipeline.extract.sentences import clauses, sentences
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import DateValue, FoundDate, find_dates, parse_date
from pipeline.outline import Line, Section
from pipeline.records import Event, Span

QUOTED = re.compile(r"[“\"”]([^“”\"]{6,200})[”\"]")
NAMED = re.compile(
    r"(?:[A-Z][\w’'.&-]* (?:(?:of|on|and|for|the) ){0,2}){1,10}"
    r"(?:Agreement|Treaty|Convention|Arrangement|Partnership|Initiative|Statement|Protocol|Memorandum|Fair|League|Association|Policy|Plan)\b"
    r"(?: (?:of|on|for|concerning) (?:the )?[A-Z][\w’'-]*(?: (?:(?:of|and|on|the|for) ){0,2}[A-Z][\w’'-]*){0,8})?"
    r"(?: \([A-Z]{2,6}\))?"
)
PLACE = re.compile(r"\b(?:in|at) ((?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,2})")
LONGEST_SENTENCE = 3000
"""A longer stretch without an end is no sentence; it stays unread, and is told as unrecognised where it holds figures."""
YEAR_AT_END = re.compile(r"[A-Za-z)]\s*:\s*((?:1[6-9]|20)[0-9]{2})\.?\Z")
NO_PLACE = re.compile(
    r"(?:operation|agreement|interest|progress|exchanges?|participation|investment|experts?|talks) \Z", re.I
)
BOTH = re.compile(r"\b(?:two (?:countries|governments|sides|leaders)|both|bilateral|diplomatic relations|mutual)", re.I)
BACKWARD = re.compile(r"\b(?:they|it|these|this|the two)\b", re.I)
NOT_TOLD = re.compile(r"[^A-Za-z]*\Z")
STRONG = frozenset({"statement", "agreement", "meeting", "partnership", "negotiation"})
BETWEEN = STRONG | {"visit", "diplomatic_relations", "mission", "anniversary", "recognition"}
RELATIONS = re.compile(
    r"\W*(?:(?:established|normali[sz]ed|opened|restored|resumed|re-?established|taken up|since|in|on)\b"
    r"(?!.*\b(?:embassy|legation|consulate)).*)?",
    re.I | re.S,
)
"""A line under `Diplomatic Relations` that is told by its heading: a verb or a date, no subject of its own."""
DEFAULT_KIND = {"narrative": "history", "relations": "history", "basic": "history"}
POINTS = frozenset({"diplomatic_relations", "mission", "agreement", "recognition"})
"""What begins on a day: `in force since March 2012` happened in March 2012."""


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
            if len(words) > LONGEST_SENTENCE:
                continue
            dates = _dates(words, _year(context))
            trips = find_trips(self.facts, words, last_direction)
            ids = add_trips(self.facts, line, sentence, trips, dates, context)
            last_direction = trips[-1].direction if trips else last_direction
            if given.value is not None:
                kind = self._kind(line.section, words, None)
                self._add(line, _whole(line, span), words, given, kind, ids[0] if ids else None)
                given = UNDATED
            else:
                last_kind = self._take_sentence(line, sentence, dates, context, heading, last_kind, ids)
            context = _context(words, dates) or context
        return len(self.facts.events) > before

    def _take_sentence(
        self,
        line: Line,
        span: Span,
        dates: list[FoundDate],
        context: Dated,
        heading: Dated,
        last: Kind | None,
        ids: list[str],
    ) -> Kind | None:
        """The events of one sentence: one for each date in it, or one by the context's date. Returns its kind."""
        words = self.facts.text[span.start : span.end]
        own = kind_of(words)
        carried = last if BACKWARD.search(words) and last and last.name != "visit" else None
        fallback = own or carried
        visit_id = ids[0] if ids else None
        if not dates:
            if self._is_told(line, words, own, context, heading):
                known = own.name if own else self._kind(line.section, words, fallback)
                self._add(
                    line, span, words, Dated(context.value, "inherited") if context.value else UNDATED, known, visit_id
                )
            return fallback
        seen = set()
        for found, clause in zip(dates, clauses(words, dates), strict=True):
            if any(_refines(other, found) for other in dates):
                continue
            kind = self._kind(line.section, words[clause.start : clause.end], fallback)
            if (found.value.edtf, kind) in seen:
                continue
            seen.add((found.value.edtf, kind))
            self._add(
                line, span, words, Dated(found.value, "inherited" if found.inherited else "stated"), kind, visit_id
            )
        return fallback

    def _is_told(self, line: Line, words: str, kind: Kind | None, context: Dated, heading: Dated) -> bool:
        """Whether a sentence without a date is a happening: it leans on a date nearby, or its words say so."""
        if line.role != "prose" and not words.endswith("."):
            return False
        if heading.value is not None and line.role == "prose":
            return True
        return kind is not None and (kind.is_telling or (context.value is not None and kind.name in STRONG))

    def _kind(self, section: Section, words: str, fallback: Kind | None) -> str:
        own = kind_of(words)
        topic = section.nearest_topic()
        group = topic.group if topic else ""
        if group == "relations" and (own is None or own.name != "recognition") and RELATIONS.fullmatch(_bare(words)):
            told = kind_of(section.heading or "")
            return told.name if told and told.name == "recognition" else "diplomatic_relations"
        if group == "agreements" and not (own and own.name == "visit"):
            return "agreement"
        return own.name if own else fallback.name if fallback else DEFAULT_KIND.get(group, "other")

    def _add(self, line: Line, span: Span, words: str, dated: Dated, kind: str, visit_id: str | None) -> None:
        if NOT_TOLD.match(words):
            return
        if kind in POINTS and dated.value is not None and dated.value.edtf.endswith("/.."):
            dated = Dated(_beginning(dated.value), dated.basis)
        status = next((status for pattern, status in _statuses() if pattern.search(words)), None)
        self.facts.events.append(
            Event(
                event_id=self.facts.new_id("event"),
                fact_key="",
                kind=kind,
                areas=self._areas(words, kind),
                place=_place(words),
                title=_title(words),
                status=status,
                visit_id=visit_id if kind == "visit" else None,
                statement=words,
                **dated.columns(),
                **self.facts.place(line, span.start, span.end),
            )
        )

    def _areas(self, words: str, kind: str) -> str | None:
        """The areas named, and both countries of the sheet where the happening is between them."""
        for row in self.facts.visits[-4:]:
            if row.name_printed and row.origin == "prose":  # Sidney Holland is no country
                words = words.replace(row.name_printed, "")
        named = {mention.area for mention in find_areas(words)}
        if kind in BETWEEN or BOTH.search(words):
            named |= {area for area in self.facts.pair if area}
        return " ".join(sorted(named)) or None


def heading_date(section: Section) -> Dated:
    """The date that the headings of a story carry: `(2)2012: …` dates what stands below."""
    at: Section | None = section
    while at is not None and at.head is not None:
        if at.kind == "heading" and (at.topic is None or at.topic.group in ("narrative", "basic")):
            dates = find_dates((at.heading or "").removeprefix(at.head.number or "").strip() + ":")
            if dates:
                return Dated(dates[0].value, "inherited")
        at = at.parent
    return UNDATED


def _dates(words: str, year: int | None) -> list[FoundDate]:
    """The dates of a sentence; in a line of the form `Opening of the Embassy: 1958` the year behind its colon."""
    dates = find_dates(words, year=year)
    ending = None if dates else YEAR_AT_END.search(words)
    found = parse_date(ending[1]) if ending else None
    return (
        [FoundDate(found, ending.start(1), ending.end(1), False)] if ending and isinstance(found, DateValue) else dates
    )


def _beginning(date: DateValue) -> DateValue:
    """The day, month or year in which an open period begins.

    >>> _beginning(DateValue("2000-02/..", "2000-02-01", None, "open", "since", False)).end
    '2000-02-29'
    """
    edtf = date.edtf.removesuffix("/..")
    year, month, day = (int(part) if part.isdigit() else None for part in (*edtf.split("-"), "", "")[:3])
    if day or year is None:
        return date._replace(edtf=edtf, end=edtf, precision="day")
    last = monthrange(year, month or 12)[1]
    end = f"{year:04d}-{month or 12:02d}-{last:02d}"
    return date._replace(edtf=edtf, end=end, precision="month" if month else "year", role="date")


def _bare(words: str) -> str:
    """Words without their dates and brackets."""
    for found in reversed(find_dates(words)):
        words = words[: found.start] + words[found.end :]
    for start, end in reversed(bracket_spans(words)):
        words = words[:start] + words[end:]
    return words.strip(" ;,.")


def _context(words: str, dates: list[FoundDate]) -> Dated | None:
    """What a sentence's dates say for the next one: its last date outside brackets."""
    brackets = bracket_spans(words)
    plain = [d for d in dates if not any(a <= d.start < b for a, b in brackets)]
    return Dated(plain[-1].value, "inherited") if plain else None


def _refines(fine: FoundDate, coarse: FoundDate) -> bool:
    """Whether a date of the same sentence took its year from the other: `In 2025 … in May`."""
    return bool(fine.inherited and fine.start > coarse.end and fine.value.edtf.startswith(f"{coarse.value.edtf}-"))


def _year(context: Dated) -> int | None:
    start = context.value.start if context.value else None
    return int(start[:4]) if start else None


def _whole(line: Line, span: Span) -> Span:
    return Span(line.block.body, max(span.end, line.block.body + 1))


def _place(words: str) -> str | None:
    """The first town or site named with `in` or `at` that is no country and no month."""
    for match in PLACE.finditer(words):
        if (
            not NO_PLACE.search(words[: match.start()])
            and not find_areas(match[1])
            and not find_dates(f"in {match[1]}", year=2000)
        ):
            return match[1]
    return None


def _title(words: str) -> str | None:
    quoted = QUOTED.search(words)
    if quoted:
        return quoted[1].strip(" .")
    named = NAMED.search(words)
    return named[0].strip().removeprefix("the ").removeprefix("The ") if named and " " in named[0].strip() else None
