"""Prose, items and rows of history tables → events, with the visits that they tell."""

from __future__ import annotations

import re

from pipeline.extract.brackets import bracket_spans
from pipeline.extract.event_dates import (
    anniversary_of,
    bare,
    beginning,
    context_of,
    dates_of,
    heading_date,
    is_within,
    refines,
    stages_of,
)
from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.extract.kinds import Kind, kind_of, place_of, status_of, title_of
from pipeline.extract.prose_visits import find_trips, is_unreal
from pipeline.extract.sentences import clauses, sentences, told_lines, unwrapped
from pipeline.extract.shapes import without_spans
from pipeline.extract.trips import Told, add_trips
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import FoundDate, find_dates
from pipeline.outline import Line, Section
from pipeline.patterns import quick
from pipeline.records import Event, Span

LONGEST_SENTENCE = 3000
"""A longer stretch without an end is no sentence; it stays unread, and is told as unrecognised where it holds figures."""
GLUED, GLUED_ROWS = re.compile(r"(?:19|20)[0-9]{2}(?<![0-9].{4})[A-Z]"), 2
"""Rows of a table run together, of whose dates nobody knows where they belong: `Akishino2010State Secretary`."""
BOTH = quick(r"\b(?:two (?:countries|governments|sides|leaders)|both|bilateral|diplomatic relations|mutual)", re.I)
BACKWARD = re.compile(r"\b(?:they|it|these|this|the two)\b", re.I)
NEXT_CLAUSE = re.compile(r";|, (?:and|but|while)\b")
NOT_TOLD = re.compile("(?:[^A-Za-zぁ-ヿ一-鿿]|[年月日])*\\Z|[ぁ-ヿ一-鿿]{1,20}[な無]し\\Z")
STRONG = frozenset({"statement", "agreement", "meeting", "partnership", "negotiation"})
BETWEEN = STRONG | {"diplomatic_relations", "mission", "anniversary", "recognition"}
OTHER_THAN_RELATIONS = frozenset({"recognition", "anniversary", "visit", "statement", "meeting"})
RELATIONS = re.compile(
    r"\W*(?:(?:(?:first )?(?:established|normali[sz]ed|opened|restored|resumed|re-?(?:established|opened)|taken up"
    r"|interrupted|severed|suspended|broken off|ruptured)"
    r"|(?:establishment|normali[sz]ation|restoration|resumption|reopening)\W*\Z"
    r"|(?:since|in|on|from)\W*(?:\Z|(?:at|by|with|upon|through|when|under|as)\b))"
    r"(?!.*\b(?:embassy|legation|consulate)).*|(?:since|in|on)\W*)?",
    re.I | re.S,
)
"""A line under `Diplomatic Relations` that is told by its heading: a verb or a date, no subject of its own."""
POINTS = frozenset({"visit", "diplomatic_relations", "mission", "agreement", "recognition", "policy"})
"""What begins on a day: `in force since March 2012` happened in March 2012."""
DEFAULT_KIND = {"narrative": "history", "relations": "history", "basic": "history"}


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


class EventReader:
    """Reads lines in order; remembers the last date and kind of a paragraph for the sentences that lean on them."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def take(self, line: Line, span: Span, dated: Dated | None = None) -> bool:
        """Add the events of a line's words. `dated`: the date of the row's own cell. Returns whether there were any."""
        before = len(self.facts.events)
        parts = [span]
        if line.block.cells and self.facts.outline.document.media_type == "text/html":
            told = told_lines(self.facts.text, span.start, span.end)
            is_dated = dated is not None and dated.value is not None
            is_list = is_dated or all(find_dates(self.facts.text[a:b]) for a, b in told[1:])
            parts = told if told and is_list else parts
        for n, part in enumerate(parts):
            self._take_part(line, part, dated or UNDATED, whole=n == 0)
        return len(self.facts.events) > before

    def _take_part(self, line: Line, span: Span, given: Dated, *, whole: bool) -> None:
        """The events of a paragraph, an item, or a line of a row's cell. `whole`: the row's date cell belongs to it."""
        heading = given if given.value else heading_date(line.section)
        context, last_kind, last_direction = heading, None, None
        for sentence in sentences(self.facts.text, span.start, span.end):
            words = self.facts.text[sentence.start : sentence.end]
            if len(words) > LONGEST_SENTENCE or len(GLUED.findall(words)) >= GLUED_ROWS:
                continue
            dates = dates_of(words, context.year)
            if given.value is not None:
                dates = [found for found in dates if is_within(found, given.value)]
            around = context if dates or given.value is None else given
            trips = find_trips(self.facts, unwrapped(self.facts, words), last_direction)
            told = add_trips(self.facts, line, sentence, trips, dates, around) if trips else []
            last_direction = trips[-1].direction if trips else last_direction
            place = _whole(line, sentence) if given.value is not None and whole else sentence
            if given.value is not None and not dates:
                kind = "visit" if trips else self._kind(line.section, words, None)
                stages = stages_of(words) if kind == "agreement" else []
                own = without_spans(words, [stage.span for stage in stages]).strip()
                self._add(line, place, words, own, given, kind, told)
                for stage in stages:
                    self._add(line, place, words, words[slice(*stage.span)], stage.dated, kind, [])
            else:
                last_kind = self._take_sentence(line, place, words, dates, context, heading, last_kind, told)
            given = UNDATED
            context = context_of(words, dates) or context

    def _take_sentence(
        self,
        line: Line,
        span: Span,
        words: str,
        dates: list[FoundDate],
        context: Dated,
        heading: Dated,
        last: Kind | None,
        told: list[Told],
    ) -> Kind | None:
        """The events of one sentence: one for each date in it, or one by the context's date. Returns its kind."""
        own = kind_of(words)
        carried = last if last and last.name != "visit" else None
        fallback = own or (carried if carried and BACKWARD.search(words) else None)
        if not dates:
            if self._is_told(line, words, own, context, heading):
                known = own.name if own else self._kind(line.section, words, fallback)
                dated = Dated(context.value, "inherited") if context.value else UNDATED
                self._add(line, span, words, words, dated, known, told)
            return fallback
        seen = set()
        is_row = line.role == "row"
        parts = [words[clause.start : clause.end] for clause in clauses(words, dates)]
        for n, (found, part) in enumerate(zip(dates, parts, strict=True)):
            if any(refines(other, found) for other in dates) and not _is_told_apart(parts[n : n + 2]):
                continue
            kind = self._kind(line.section, part, carried if carried and BACKWARD.match(part) else fallback)
            if kind == "anniversary" and (origin := anniversary_of(words, found, dates)):
                kind = self._kind(line.section, origin, None)
            if (found.value.edtf, kind) in seen:
                continue
            seen.add((found.value.edtf, kind))
            basis = "inherited" if found.inherited and not is_row else "stated"
            self._add(line, span, words, part, Dated(found.value, basis), kind, told)
        return fallback

    def _is_told(self, line: Line, words: str, kind: Kind | None, context: Dated, heading: Dated) -> bool:
        """Whether a sentence without a date is a happening: it leans on a date nearby, or its words say so."""
        if line.role != "prose" and not words.endswith("."):
            return False
        if heading.value is not None and line.role == "prose":
            return True
        return kind is not None and (kind.is_telling or (context.value is not None and kind.name in STRONG))

    def _kind(self, section: Section, words: str, fallback: Kind | None) -> str:
        group = section.group
        own = kind_of(words)
        if (
            group == "relations" and own and own.name == "statement"
        ):  # `Diplomatic relations restored by the Joint Declaration`
            told = kind_of(words, without="statement")
            own = told if told and told.name == "diplomatic_relations" else own
        if (
            group == "relations"
            and (own is None or own.name not in OTHER_THAN_RELATIONS or _is_bracketed(words, own))
            and RELATIONS.fullmatch(bare(words))
        ):
            told = kind_of(section.heading or "")
            return told.name if told and told.name == "recognition" else "diplomatic_relations"
        if group == "agreements" and not (own and own.name == "visit"):
            return "agreement"
        return own.name if own else fallback.name if fallback else DEFAULT_KIND.get(group, "other")

    def _add(self, line: Line, span: Span, words: str, clause: str, dated: Dated, kind: str, told: list[Told]) -> None:
        """Add an event. `clause`: the words of its date; a sentence that tells a visit may tell what came of it too."""
        if NOT_TOLD.match(words):
            return
        visit = _visit_of(told, dated, kind)
        if kind == "visit" and not told and is_unreal(words):
            kind = "history"
        outcome = kind_of(clause, without="visit") if visit else None
        self._append(line, span, words, clause, dated, "visit" if visit else kind, visit)
        if outcome and outcome.is_telling and outcome.name in STRONG - {"meeting"}:
            self._append(line, span, words, clause, dated, outcome.name, None)

    def _append(
        self, line: Line, span: Span, words: str, clause: str, dated: Dated, kind: str, visit: str | None
    ) -> None:
        if kind in POINTS and dated.value is not None and dated.value.edtf.endswith("/.."):
            dated = Dated(beginning(dated.value), dated.basis)
        title, status = title_of(clause), status_of(clause)
        if clause != words:
            title = title or title_of(words)
            status = status or (status_of(words) if len(find_dates(words)) < 2 else None)
        self.facts.events.append(
            Event(  # in the order of the table; its id and key are told later
                "", "", kind, *dated.columns(), self._areas(words, kind, visit), place_of(clause),
                title, status, visit, words, self.facts.document_id, *self.facts.place(line, span.start, span.end),
            )
        )  # fmt: skip

    def _areas(self, words: str, kind: str, visit: str | None) -> str | None:
        """The areas named, and both countries of the sheet where the happening is between them."""
        for row in self.facts.visits[-4:]:
            if row.name_printed and row.origin == "prose":  # Sidney Holland is no country
                words = words.replace(row.name_printed, "")
        named = {mention.area for mention in find_areas(words)}
        if visit or kind in BETWEEN or BOTH.search(words):
            named |= {area for area in self.facts.pair if area}
        return " ".join(sorted(named)) or None


def _is_bracketed(words: str, kind: Kind) -> bool:
    """Whether only a bracket tells of a statement: `Established in 1887 (Declaration of Amity and Commerce)`."""
    return kind.name == "statement" and kind_of(without_spans(words, bracket_spans(words))) != kind


def _is_told_apart(parts: list[str]) -> bool:
    """Whether the clause of a year tells a happening, and the next one, which takes its year from there, another.

    >>> _is_told_apart(["In 1998 they celebrated the centenary", ", and the President visited Japan in May of that year."])
    True
    """
    first, second = (kind_of(part) for part in parts)
    is_another = first is not None and second is not None and second.name != first.name
    return is_another and NEXT_CLAUSE.match(parts[1]) is not None


def _whole(line: Line, span: Span) -> Span:
    return Span(line.block.body, max(span.end, line.block.body + 1))
