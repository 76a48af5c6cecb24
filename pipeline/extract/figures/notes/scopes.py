"""Lines of their own that say something of the figures around them: a unit, an accounting basis, a source, a date."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from pipeline.extract.facts import Facts
from pipeline.extract.figures.brackets import (
    LED,
    PART,
    basis_of,
    bracket_spans,
    is_one_bracket,
    read_bracket,
    tidy_source,
)
from pipeline.extract.figures.notes.footnotes import Footnote, mark_at, marks_in, notes_of
from pipeline.extract.figures.periods import AS_OF, CUMULATIVE, UNTIL, Period, measure_of
from pipeline.normalize.amounts import find_amounts, parse_unit
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line, Section
from pipeline.patterns import has_japanese, quick
from pipeline.records import Observation

NUMERIC_GROUPS = frozenset(
    {"trade", "oda", "investment", "residents", "visitors", "companies", "culture", "donors", "profile"}
)
UNIT_LEAD = re.compile(r"(?:units?|単位)\s*[:：]", re.I)
CLOSING = re.compile(r"[(（]\s*(?:units?|単位)\s*[:：][^()（）]{1,40}[)）]\Z", re.I)
"""A unit behind all the figures that it is of: `（1）米国（38.1）　（2）日本（26.6）　（単位：百万米ドル）`."""
NOTE = re.compile(r"[※*\s]*(?:notes?\b|注)", re.I)
RUNNING = quick(rf"{CUMULATIVE.pattern.pattern}|{UNTIL.pattern.pattern}|{AS_OF.pattern.pattern}", re.I)
"""What says that totals run until a date."""
FOOTNOTE = re.compile(r"\s*[※*]\s*(?!sources?\b)", re.I)
SOURCE_WORD = re.compile(r"sources?\b", re.I)
LONGEST_SCOPE = 100
SENTENCE_END = re.compile("。|[（(]注")
ENGLISH_END = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])")
NUMBERED = re.compile(r"[(]?[0-9]{1,2}[).]\s")
"""The number of one of several notes in English."""
_DASH = "[-－–—―‐]"
DASH_TOLD = re.compile(
    rf"[「『\"“'‘]{_DASH}{{1,3}}[」』\"”'’]\s?(?:は|means?\b|indicates?\b|denotes?\b|stands? for\b|[:：=＝])([^。.;；\n]{{1,40}})",
    re.I,
)
"""A note on what a dash in a table says: `「－」は実績なし`."""
NOTHING = re.compile(
    r"(?<!データ)(?<!資料)(?:な[しい]|無し|無い)|\b(?:none|nil|no (?!data|figures?|statistics|information))", re.I
)
DASHES = re.compile(f"{_DASH}{{1,3}}")


def add_source(facts: Facts, line: Line) -> bool:
    """A line below figures gives its source, or what it says of their basis, to those above it in its section.

    Returns whether there were any.
    """
    words = facts.words(line).strip(" ()（）")
    section = _section_above(facts, line)
    is_dash_told = _say_of_dashes(facts, words, section)
    notes = [read_note(facts, note) for note in notes_of(words)]
    rows, first = facts.observations, len(facts.observations)
    while first and rows[first - 1].section == section.path:
        first -= 1
    before = rows[first:]
    borne = [_marks_of(facts, section, row) for row in rows[first:]]
    known: set[str] = set().union(*borne)
    for n, marks in enumerate(borne, first):
        row = rows[n]
        said = [note for note in notes if note.is_of(marks, known)]
        bases = (basis for note in said for basis, kinds in note.bases if not kinds or row.indicator in kinds)
        source = next((note.source for note in said if note.source), None)
        rows[n] = _until(facts, words, row)._replace(
            data_source=row.data_source or source, accounting_basis=row.accounting_basis or next(bases, None)
        )
    is_told = any(note.source or note.bases for note in notes) or rows[first:] != before
    return is_dash_told or (bool(borne) and is_told)


def _say_of_dashes(facts: Facts, words: str, section: Section) -> bool:
    """Remember what a note below a table tells of its dashes: where it says `none`, nothing was given, and no value is
    unknown. Returns whether it tells any."""
    told = DASH_TOLD.search(words)
    if told is None:
        return False
    around = section.parent.path if section.parent and section.parent.path else section.path
    if NOTHING.search(told[1]):
        facts.empty_dashes.append(around or "")
    else:
        facts.full_dashes.append(section.path or "")
    return True


def settle_dashes(facts: Facts) -> None:
    """Give the dashes of the tables below one heading the status that a note below one of them tells, unless another has a note
    of its own that tells otherwise: a sheet means one thing by its dashes."""
    rows = facts.observations
    for n, row in enumerate(rows if facts.empty_dashes else ()):
        path = row.section or ""
        if row.value_status != "not_available" or not DASHES.fullmatch((row.value_printed or "").strip()):
            continue
        if path.startswith(tuple(facts.empty_dashes)) and path not in facts.full_dashes:
            rows[n] = row._replace(value_status="none")


def _until(facts: Facts, words: str, row: Observation) -> Observation:
    """A figure of no date, with the one that words below say its total runs until: `累計は2008年度まで。`,
    `(Cumulative totals up to FY 2003)`."""
    if row.measure not in ("cumulative", None) or row.period is not None:
        return row
    mark = (
        RUNNING if scope_of(f"({words})") else CUMULATIVE
    )  # a sentence may say of anything else that it was `until 1995`
    for sentence in SENTENCE_END.split(words):
        dates, kinds = find_dates(sentence) if mark.search(sentence) else [], _kinds(facts, sentence)
        if len(dates) != 1 or (kinds and row.indicator not in kinds):
            continue
        measure = row.measure or measure_of(row.indicator, sentence, dates[0].value)
        if measure == "cumulative":
            told = Period(dates[0].value, "inherited", sentence)
            period, start, end, precision, kind, basis = told.columns(measure)
            row = row._replace(measure=measure, period=period, period_start=start, period_end=end)
            return row._replace(period_precision=precision, period_kind=kind, period_basis=basis)
    return row


class _Note(NamedTuple):
    """What one note says: a source, and the bases with the indicators that each is said of, all where there are none."""

    printed: Footnote
    bases: tuple[tuple[str, set[str]], ...]
    source: str | None

    def is_of(self, marks: set[str], known: set[str]) -> bool:
        """Whether a note is said of a figure that bears `marks`; `known` are those of all figures beside it.

        A number that no figure bears is a reference lost: unless the note names what it is of, nobody knows.
        """
        if self.printed.mark in known:
            return self.printed.mark in marks
        return not self.printed.is_numbered or all(kinds for _, kinds in self.bases)


def read_note(facts: Facts, note: Footnote) -> _Note:
    parts = [part for sentence in ENGLISH_END.split(note.words) for part in PART.split(sentence)]
    bases = tuple((basis, _kinds(facts, part)) for part in parts if (basis := basis_of(part)))
    if bases and has_japanese(note.words):
        bases = _japanese_bases(facts, note.words)
    is_numbered = NUMBERED.match(note.words) is not None and not has_japanese(note.words)
    if NOTE.match(note.words) or is_numbered or (note.mark and bases and not SOURCE_WORD.match(note.words)):
        return _Note(note, bases, None)
    sources = [part for part in parts if not basis_of(part) and not _is_date_of_totals(part)]
    if has_japanese(note.words) and not LED.match(note.words):
        named = [part for part in sources if read_bracket(part).source]
        sources = named if named or bases or note.words.endswith("。") else sources
    return _Note(note, bases, tidy_source(", ".join(sources)) or None)


def _japanese_bases(facts: Facts, words: str) -> tuple[tuple[str, set[str]], ...]:
    """The bases of a note in Japanese: what is listed before one is of it too, up to the end of a sentence or the next
    note: `（注1）有償資金協力、無償資金協力は交換公文ベース。（注2）技術協力はJICA経費実績ベース。`"""
    bases: list[tuple[str, set[str]]] = []
    for sentence in SENTENCE_END.split(words):
        kinds: set[str] = set()
        for part in PART.split(sentence):
            kinds |= _kinds(facts, part)
            if basis := basis_of(part):
                bases.append((basis, kinds))
                kinds = set()
    return tuple(bases)


def settle_bases(facts: Facts) -> None:
    """The bases that a heading in Japanese, or a line below it, gives to kinds of aid by name:
    `（E/Nベース。ただし技術協力はJICA経費実績ベース）`. A total of figures on several bases is on none."""
    if "ベース" not in facts.text:
        return
    rows = facts.observations
    for section in {id(line.section): line.section for line in facts.outline.lines}.values():
        words = f"{section.heading or ''}{facts.scopes.get(section.start, '')}"
        bases = [told for a, b in bracket_spans(words) for told in _japanese_bases(facts, words[a + 1 : b - 1])]
        if len({basis for basis, _ in bases}) < 2:
            continue
        general = next((basis for basis, kinds in bases if not kinds), None)
        handed_down = {None, *(basis for basis, _ in bases)}
        for n, row in enumerate(rows):
            if (row.section or "").startswith(section.path or words) and row.accounting_basis in handed_down:
                own = next((basis for basis, kinds in bases if row.indicator in kinds), general)
                rows[n] = row._replace(accounting_basis=None if row.indicator == "oda_total" else own)


def _marks_of(facts: Facts, section: Section, row: Observation) -> set[str]:
    """The marks of a figure: in its label, within or right behind its print, or in the heading above it."""
    words = "\n".join([row.label or "", row.quote, section.heading or ""])
    return marks_in(words) | mark_at(facts.text, row.char_end)


def _section_above(facts: Facts, line: Line) -> Section:
    """The section whose figures a line below them speaks of: its own, or the one right above that a blank line has ended."""
    lines = facts.outline.lines
    at = bisect_left(lines, line.block.start, key=lambda one: one.block.start)
    above = lines[at - 1].section if at else line.section
    is_ended = above.is_tight and any(section is line.section for section in above.around())
    return above if is_ended else line.section


def _kinds(facts: Facts, words: str) -> set[str]:
    """What a note on a basis is said of: `Loans and grants: exchange of notes basis`; empty when of everything."""
    kinds = ((pattern, topic) for pattern, topic in facts.outline.publisher.words if topic.group == "oda")
    found = {topic.indicator for pattern, topic in kinds if topic.indicator and pattern.pattern.search(words.lower())}
    if has_japanese(words):
        told = facts.outline.publisher.phrases.items()
        found |= {
            topic.indicator for phrase, topic in told if topic.indicator and topic.group == "oda" and phrase in words
        }
    return found - {"oda_total"}


def add_scope(facts: Facts, line: Line) -> bool:
    """A line in brackets that says a unit, a basis or a date for the figures below it, or a basis for those above, as a
    footnote does: `* Loans are on an exchange-of-notes basis; technical cooperation is based on JICA costs.`"""
    words = facts.words(line)
    if line.section.group not in NUMERIC_GROUPS:
        return False
    rows = facts.observations
    is_above = not rows or rows[-1].char_start < line.section.start
    if FOOTNOTE.match(words) and basis_of(words) and not is_above:
        return add_source(facts, line)
    told = read_bracket(words) if is_one_bracket(words) and (has_japanese(words) or not is_above) else None
    if told and (told.source or (has_japanese(words) and _ends_in_note(words, is_above))):
        return add_source(facts, line)
    is_running = not is_above and _is_date_of_totals(words)
    scope = scope_of(words) or (scope_of(f"({words.rstrip('.。')})") if is_running else None)
    if scope is None:
        return False
    if facts.scopes.get(line.section.start) == scope:
        return True
    if not is_above:
        return (basis_of(scope) is not None or is_running) and add_source(facts, line)
    facts.scopes[line.section.start] = scope
    return True


def _ends_in_note(words: str, is_above: bool) -> bool:
    """Whether a bracket below figures says several things of them: `（無償は交換公文ベース。累計は2013年度まで）`."""
    return not is_above and "。" in words and basis_of(words) is not None


def _is_date_of_totals(words: str) -> bool:
    """Whether words say until when totals run, and hold no figure of their own.

    >>> _is_date_of_totals("Cumulative totals up to FY 2003."), _is_date_of_totals("Cumulative total as of 2003: 8 yen")
    (True, False)
    """
    dates = find_dates(words) if RUNNING.search(words) else []
    return bool(dates) and not find_amounts(words, skip=[(date.start, date.end) for date in dates])


def add_closing_units(facts: Facts) -> None:
    """What the last words of a section say of the unit of all its figures, before any of them is read."""
    lines = facts.outline.lines
    last = [line for line, following in pairwise(lines) if following.section is not line.section]
    for line in (*last, *lines[-1:]):
        if facts.text[line.block.end - 1] not in ")）":
            continue
        words = facts.text[max(line.block.body, line.block.end - LONGEST_SCOPE) : line.block.end]
        closing = CLOSING.search(words)
        is_told = closing is not None or (line.role == "prose" and _is_first_unit(words, line.section.heading or ""))
        if is_told and line.section.start < line.block.start and (scope := scope_of(closing[0] if closing else words)):
            facts.scopes[line.section.start] = scope


def _is_first_unit(words: str, heading: str) -> bool:
    """Whether words below a heading say a unit, and no bracket of the heading does."""
    return _units_in(words) and not any(_units_in(heading[a:b]) for a, b in bracket_spans(heading))


def scope_of(text: str) -> str | None:
    """What a line of its own says of the figures below it: a unit, a basis, a date; `None` for any other line.

    >>> scope_of("Unit: million yen"), scope_of("(E/N basis)"), scope_of("(mainly fish)")
    ('(Unit: million yen)', '(E/N basis)', None)
    """
    words = text.strip().lstrip("※* ")
    if len(words) > LONGEST_SCOPE or not (is_one_bracket(words) or UNIT_LEAD.match(words)):
        return None
    inside = words.strip("()（）[]")
    part = read_bracket(inside)
    return f"({inside})" if _units_in(inside) or ((part.date or part.basis) and part.words is None) else None


def _units_in(words: str) -> bool:
    """Whether one of the parts of a bracket is a unit."""
    return any(parse_unit(one) for one in PART.split(words.strip("()（）[]")))
