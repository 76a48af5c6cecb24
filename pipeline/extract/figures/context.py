"""What the headings around a figure hand down to it: a period, a unit, a source, a basis."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.facts import Facts
from pipeline.extract.figures.bases import basis_alone, basis_of
from pipeline.extract.figures.brackets import bracket_spans, read_bracket
from pipeline.extract.figures.figure import is_money
from pipeline.extract.figures.notes.words import VALUE_LEAD
from pipeline.extract.figures.periods import UNSTATED, Period
from pipeline.extract.figures.shapes import without_brackets
from pipeline.extract.figures.sources import NAMED_STATISTICS, PART, YEARBOOK
from pipeline.normalize.amounts import UnitContext, parse_unit
from pipeline.normalize.dates import find_dates
from pipeline.outline import Section
from pipeline.outline.headings import OF_BRACKETS, part_of_brackets, without_bracketed
from pipeline.publishers import Publisher, Topic

COUNT = re.compile(r"\A\s*(?:number|no\.) of ", re.I)
BARE_UNIT = re.compile(
    r"(?:\A|[ \t\u3000])(単位\s*[:：]\s*[^\s（）()、。]{1,12})"
    r"|(?:\A|[\s,;:])(units?\s?[:：=]\s?[^（）()\n;；]{1,60})",
    re.I,
)
"""A unit that a heading says outside brackets."""
LAST_YEAR = re.compile(r"[^\W\d_] (?:19|20)[0-9]{2}\Z")

EMBRACING = {"profile": "economy", "culture": "oda"}
"""The topics whose headings speak of figures of a narrower group too: `Economy (2018, World Bank)` of the GDP, `Economic
Cooperation (cumulative total as of FY 2009)` of cultural grants."""
GIVEN = frozenset({"oda", "donors"})
"""The groups of aid, of which a heading says by `net` alone how it was counted."""


class Frame(NamedTuple):
    """What a section, or the total above, hands down to a line; `words` are the headings it came from."""

    period: Period
    unit: UnitContext
    source: str | None
    basis: str | None
    words: str

    def within(self, period: Period, words: str = "") -> Frame:
        """The same with a period that stands above or before, and the words beside it, where it has none of its own."""
        if self.period.value is not None or period.value is None:
            return self
        return self._replace(period=period._replace(basis="inherited"), words=f"{self.words} {words}")


def bare_unit(publisher: Publisher) -> UnitContext:
    """What a bare `¥` and `$` mean on a publisher's sheets, and nothing more."""
    return UnitContext(yen_sign=publisher.yen_sign, dollar_sign=publisher.dollar_sign)


def heading_frame(facts: Facts, section: Section, topic: Topic | None, label: str = "") -> Frame:
    """What the headings around a line say for every figure below them, the nearest first, within one subject.

    `label` is what heads a row of figures, nearer than any heading.
    """
    headings = [label] if label else []
    for at in section.around():
        if at.topic and topic and at.topic.group != topic.group and at.topic.name != EMBRACING.get(topic.group):
            break
        if at.start in facts.scopes:
            headings.append(facts.scopes[at.start])
        if at.heading:
            headings.append(at.heading)
    frame = _frame(tuple(headings), facts.outline.publisher)
    if frame.basis is None and topic is not None and topic.group in GIVEN:
        frame = frame._replace(basis=next(filter(None, map(_basis_alone, headings)), None))
    return frame


@lru_cache(4096)
def _basis_alone(heading: str) -> str | None:
    """The basis that a part of a heading of aid is by itself, in its brackets or behind a comma."""
    inside = [heading[start + 1 : end - 1] for start, end in bracket_spans(heading)]
    parts = [part for words in inside for part in PART.split(words)] + PART.split(without_brackets(heading))[1:]
    return next(filter(None, map(basis_alone, parts)), None)


def says_unit(heading: str) -> bool:
    """Whether a heading itself says the unit of the figures below it."""
    return bool(_told(without_bracketed(heading)).units)


def has_own_unit(section: Section, topic: Topic) -> bool:
    """Whether the unit or scale above a figure is said of nothing but its like: `Population (million)`. That of any other heading
    is none of things that are counted, nor of figures per head where it is that of a whole country."""
    return section.topic is not None and section.topic.indicator == topic.indicator and says_unit(section.heading or "")


def unit_in_brackets(facts: Facts, section: Section) -> tuple[str | None, int] | None:
    """The unit that the headings around give to the figures in brackets: `million US$ in brackets`."""
    told = bracketed(facts, section)
    return parse_unit(OF_BRACKETS.pattern.sub("", told).strip(" :：")) if told else None


def bracketed(facts: Facts, section: Section) -> str:
    """What the headings around say of the figures in brackets; empty where they say nothing."""
    words = (words for at in section.around() for words in (facts.scopes.get(at.start), at.heading) if words)
    told = (one[slice(*part_of_brackets(one))].strip() for one in words)
    return next(filter(None, told), "")


@lru_cache(4096)  # each line of a section asks for it
def _frame(headings: tuple[str, ...], publisher: Publisher) -> Frame:
    frame = Frame(UNSTATED, bare_unit(publisher), None, None, "")
    for heading in headings:
        frame = _with_heading(frame, without_bracketed(heading))
    return frame


def _with_heading(frame: Frame, heading: str) -> Frame:
    told, period, unit = _told(heading), frame.period, frame.unit
    if period.value is None and told.period.value:
        period = told.period
    for printed in told.units:
        if unit.unit is None and unit.unit_mult == 0:
            unit = unit._replace(unit=printed[0], unit_mult=printed[1])
    words = f"{frame.words} {heading}".strip()
    return Frame(period, unit, frame.source or told.source, frame.basis or told.basis, words)


def _unit(words: str) -> tuple[str | None, int] | None:
    """The unit that a part of a bracket is, also one of things that are counted: `(number of persons)`."""
    return parse_unit(words) or (parse_unit(f"({COUNT.sub('', words)})") if words else None)


def _units(words: str) -> list[tuple[str | None, int] | None]:
    """The units that the parts of a bracket are, or the one that they make together: `Yen, billion`."""
    units = [_unit(part) for part in PART.split(words)]
    whole = parse_unit(words) if len(units) > 1 and all(units) else None
    return [whole] if whole is not None else units


def _currency(words: str, *, behind: bool = True) -> tuple[str | None, int] | None:
    """The unit that a part of a heading is, where it is one of money: `Net disbursements, US$ million`. The part that is not
    `behind` a comma must say a scale too, `Trade in millions of yen`, since it may name a currency for anything else."""
    unit = parse_unit(f"({words.strip()})") if words.strip() else None
    return unit if unit and is_money(unit[0]) and (behind or unit[1]) else None


class _Told(NamedTuple):
    """What one heading says by itself: its last date, the units of its brackets, the first source and basis in them."""

    period: Period
    units: tuple[tuple[str | None, int], ...]
    source: str | None
    basis: str | None


@lru_cache(4096)
def _told(heading: str) -> _Told:
    printed = YEARBOOK.sub("", heading)
    bare = without_brackets(printed).rstrip(" :：")
    dates = find_dates(printed) or find_dates(bare)  # `Main Items, 2005 (US$)`
    dates = dates or (find_dates(bare[-4:]) if LAST_YEAR.search(bare) else [])
    brackets = [heading[start:end] for start, end in bracket_spans(heading)]
    if unit := BARE_UNIT.search(heading):
        brackets.append(unit[1] or unit[2])
    if value := VALUE_LEAD.match(heading):
        brackets.append(value["unit"])
    parts = [read_bracket(words) for words in brackets]
    words = without_brackets(heading).strip()
    named = words if NAMED_STATISTICS.fullmatch(words) else None
    units = [unit for bracket in brackets for unit in _units(bracket.strip("()（）[]"))]
    first, *behind = PART.split(words)
    units += [_currency(first, behind=False), *map(_currency, behind)]
    return _Told(
        Period(dates[-1].value, "inherited", heading) if dates else UNSTATED,
        tuple(unit for unit in units if unit),
        named or next((part.source for part in parts if part.source), None),
        next((part.basis for part in parts if part.basis), None) or basis_of(words) or basis_of(heading),
    )
