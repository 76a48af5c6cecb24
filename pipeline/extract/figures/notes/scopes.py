"""Lines of their own that say something of the figures around them: a unit, an accounting basis, a source, a date."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.extract.facts import Facts
from pipeline.extract.figures.bases import basis_of
from pipeline.extract.figures.brackets import bracket_spans, is_one_bracket, read_bracket
from pipeline.extract.figures.notes.below import add_source
from pipeline.extract.figures.notes.words import LONGEST_SCOPE, is_date_of_totals, scope_of, unit_told, units_in
from pipeline.outline import Line
from pipeline.outline.headings import part_of_brackets
from pipeline.patterns import has_japanese
from pipeline.publishers.groups import NUMERIC

CLOSING = re.compile(r"[(（]\s*(?:units?|単位)\s*[:：][^()（）]{1,40}[)）]\Z", re.I)
"""A unit behind all the figures that it is of: `（1）米国（38.1）　（2）日本（26.6）　（単位：百万米ドル）`."""
NOTES = frozenset({"prose", "item", "source"})
FOOTNOTE = re.compile(r"\s*[※*]\s*(?!sources?\b)", re.I)


def add_scope(facts: Facts, line: Line) -> bool:
    """A line in brackets that says a unit, a basis or a date for the figures below it, or a basis for those above, as a
    footnote does: `* Loans are on an exchange-of-notes basis; technical cooperation is based on JICA costs.`"""
    words = facts.words(line)
    if line.section.group not in NUMERIC:
        return False
    rows = facts.observations
    is_above = not rows or rows[-1].char_start < line.section.start
    if not is_above and FOOTNOTE.match(words) and basis_of(words):
        return add_source(facts, line)
    told = read_bracket(words) if is_one_bracket(words) and (has_japanese(words) or not is_above) else None
    if told and (told.source or (has_japanese(words) and _ends_in_note(words, is_above))):
        return add_source(facts, line)
    if not is_above and unit_told(words):  # it says no figure of its own, whatever else it says
        add_source(facts, line)
        return True
    is_running = not is_above and is_date_of_totals(words)
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
    add_units_below(facts)


def add_units_below(facts: Facts) -> None:
    """What a note below the tables of a section tells of the unit of all its figures, whose heading tells none, and of those in
    brackets, beside other things: `(Unit: 100 million yen. Debt relief is not included.)`."""
    rows: set[int] = set()
    told: dict[int, str] = {}
    for line in facts.outline.lines:
        if line.section.group not in NUMERIC:
            continue
        if line.role in ("row", "series"):
            rows.add(id(line.section))
            told.pop(line.section.start, None)  # other figures stand below what was a note on those above
        elif line.role in NOTES and id(line.section) in rows:
            words = facts.words(line)
            unit = unit_told(words)
            is_first = unit is not None and _is_first_unit(unit, line.section.heading or "")
            parts = [told.get(line.section.start, ""), unit if is_first else "", _of_brackets(words)]
            told[line.section.start] = " ".join(filter(None, parts))
    for start, words in told.items():
        if words:
            facts.scopes.setdefault(start, words)


def _of_brackets(words: str) -> str:
    """What a note says of the figures in brackets, as a bracket; empty where it says nothing."""
    start, end = part_of_brackets(words) if len(words) < LONGEST_SCOPE else (0, 0)
    return f"({words[start:end].strip(' .')})" if end else ""


def _is_first_unit(words: str, heading: str) -> bool:
    """Whether words below a heading say a unit, and no bracket of the heading does."""
    return units_in(words) and not any(units_in(heading[a:b]) for a, b in bracket_spans(heading))
