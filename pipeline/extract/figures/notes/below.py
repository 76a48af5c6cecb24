"""Lines below figures → what they say of those above: their source, their basis, their date."""

from __future__ import annotations

from bisect import bisect_left

from pipeline.extract.facts import Facts
from pipeline.extract.figures.flows import WHOSE_TRADE
from pipeline.extract.figures.notes.dashes import say_of_dashes
from pipeline.extract.figures.notes.footnotes import mark_at, marks_in, notes_of
from pipeline.extract.figures.notes.said import SENTENCE_END, kinds_of, read_note
from pipeline.extract.figures.notes.words import RUNNING, scope_of
from pipeline.extract.figures.periods import CUMULATIVE, Period, measure_of
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line, Section
from pipeline.records import Observation


def add_source(facts: Facts, line: Line) -> bool:
    """A line below figures gives its source, or what it says of their basis, to those above it in its section.

    Returns whether there were any.
    """
    words = facts.words(line).rstrip(" |\t").strip(" ()（）")  # cells behind it are empty
    words = f"{words})" if words.count("(") > words.count(")") else words
    section = _section_above(facts, line)
    is_dash_told = say_of_dashes(facts, words, section)
    notes = [read_note(facts, note) for note in notes_of(words)]
    rows, first = facts.observations, len(facts.observations)
    whole = _whole_of(section) if notes and all(note.names_kinds for note in notes) else None
    while first and (_is_above(rows[first - 1], section) or (whole and _is_within(rows[first - 1], whole))):
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


def _is_above(row: Observation, section: Section) -> bool:
    """Whether a figure is one of those that a line below speaks of: of its section, or of the other side of one trade."""
    if row.section == section.path:
        return True
    is_side = section.topic is not None and section.topic.name in WHOSE_TRADE and row.indicator == "trade_goods"
    return is_side and section.parent is not None and (row.section or "").rpartition(" > ")[0] == section.parent.path


def _whole_of(section: Section) -> Section | None:
    """The section of aid that a label is one kind of: a note below the last kind that names several is said of all of them."""
    around = section.parent
    return around if section.kind == "label" and around is not None and around.group == "oda" else None


def _is_within(row: Observation, section: Section) -> bool:
    """Whether a figure stands in a section or below one of its labels."""
    return f"{row.section} > ".startswith(f"{section.path} > ")


def _until(facts: Facts, words: str, row: Observation) -> Observation:
    """A figure of no date, with the one that words below say its total runs until: `累計は2008年度まで。`,
    `(Cumulative totals up to FY 2003)`."""
    if row.measure not in ("cumulative", None) or row.period is not None:
        return row
    mark = (
        RUNNING if scope_of(f"({words})") else CUMULATIVE
    )  # a sentence may say of anything else that it was `until 1995`
    for sentence in SENTENCE_END.split(words):
        dates, kinds = find_dates(sentence) if mark.search(sentence) else [], kinds_of(facts, sentence)
        if len(dates) != 1 or (kinds and row.indicator not in kinds):
            continue
        measure = row.measure or measure_of(row.indicator, sentence, dates[0].value)
        if measure == "cumulative":
            told = Period(dates[0].value, "inherited", sentence)
            period, start, end, precision, kind, basis = told.columns(measure)
            row = row._replace(measure=measure, period=period, period_start=start, period_end=end)
            return row._replace(period_precision=precision, period_kind=kind, period_basis=basis)
    return row


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
