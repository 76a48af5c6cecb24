"""One happening → a row of `events`, with the visit that it is and the countries it is between. The one place where such
rows are made."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.events.dates import beginning
from pipeline.extract.events.kinds import kind_of, place_of, status_of, title_of
from pipeline.extract.facts import Dated, Facts
from pipeline.extract.visits.prose.trips import Told
from pipeline.extract.visits.prose.undone import is_unreal
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line
from pipeline.patterns import quick
from pipeline.records import Event, Span

BOTH = quick(r"\b(?:two (?:countries|governments|sides|leaders)|both|bilateral|diplomatic relations|mutual)", re.I)
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


def add_event(facts: Facts, sentence: Sentence, clause: str, dated: Dated, kind: str) -> None:
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
    is_visit = kind == "visit"  # what came of it has its own name and status
    title, status = (None, None) if is_visit else (title_of(clause), status_of(clause))
    if title is None and kind == "agreement" and line.section.kind == "label":
        title = title_of(line.section.heading or "")
    if clause != words and not is_visit and len(find_dates(words)) < 2:
        title, status = title or title_of(words), status or status_of(words)
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
