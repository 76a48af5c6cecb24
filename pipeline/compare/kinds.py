"""What makes two rows of a table the same fact, which of its columns are values, and which are print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from rapidfuzz import fuzz

from pipeline.compare.matching import Step
from pipeline.records import Event, Observation, Visit

_NO_WORD = re.compile(r"[\W_]+")


class Kind(NamedTuple):
    """How rows of one table are compared: `steps` pair them, `values` are the columns in which a difference is another
    value, `prints` those in which it is another print."""

    steps: tuple[Step, ...]
    values: tuple[str, ...]
    prints: tuple[str, ...]


@lru_cache(maxsize=65536)
def words(text: str | None) -> str:
    """The letters and digits of a text: what is left when only layout differs.

    >>> words("1989.10 | Minister S. UNO") == words("1989.10 Minister S. UNO")
    True
    """
    return _NO_WORD.sub(" ", text or "").strip().casefold()


@lru_cache(maxsize=65536)
def base_key(fact_key: str) -> str:
    """A fact key without the number that tells equal ones of a document apart.

    >>> base_key("event:treaty:1977:JPN MNG:2"), base_key("event:treaty:1977:JPN MNG")
    ('event:treaty:1977:JPN MNG', 'event:treaty:1977:JPN MNG')
    """
    key, _, number = fact_key.rpartition(":")
    return key if number.isdecimal() else fact_key


def _base(row: Visit | Observation | Event) -> str:
    return base_key(row.fact_key)


def _name(row: Visit) -> str:
    """The visitor in folded letters, whatever the area: a turned direction takes no visitor for another."""
    return words(row.main_name or row.name_printed or row.office)


def _alike_names(old: Visit, new: Visit) -> float:
    """How alike two visitors' names are; an office and the name of its holder are alike where the office is the same."""
    if bool(old.main_name) != bool(new.main_name):
        return float(words(old.office) == words(new.office) != "")
    one, other = (words(row.name_printed or row.main_name or row.office) for row in (old, new))
    return max(fuzz.ratio(one, other), fuzz.ratio(_name(old), _name(new))) / 100


def _quote(row: Visit) -> str:
    return words(row.quote)


def _statement(row: Event) -> str:
    return words(row.statement)


VISITS = Kind(
    steps=(
        Step(lambda row: (base_key(row.fact_key), words(row.quote))),
        Step(lambda row: (base_key(row.fact_key), words(row.occasion), words(row.office))),
        Step(_base, text=_quote),
        Step(lambda row: (_place(row), row.date, row.party_role, words(row.office)), _alike_names, 0.7),
        Step(lambda row: (_place(row), row.date, row.party_role), _alike_names, 0.9),
        Step(lambda row: (_place(row), row.date, _name(row))),
        Step(
            lambda row: (row.origin, row.date, row.party_role, name) if (name := _name(row)) else None,
            None,
            0.5,
            _quote,
        ),
        Step(
            lambda row: (_place(row), (row.date or "")[:4], row.party_role, name) if (name := _name(row)) else None,
            None,
            0.7,
            _quote,
        ),
    ),
    values=("from_area", "to_area", "date", "visitor_kind", "party_role", "office", "occasion", "guest_status"),
    prints=("main_name", "other_names", "honorific", "office_printed", "quote"),
)


def _place(row: Visit) -> tuple[str | None, ...]:
    return row.origin, row.from_area, row.to_area


_WHAT = ("indicator", "from_area", "to_area", "measure", "period", "accounting_basis", "unit", "goods", "note")


def _parts(*left_out: str) -> tuple[str, ...]:
    return tuple(name for name in _WHAT if name not in left_out)


def _same(*names: str) -> Step:
    return Step(attrgetter(*names))


_LABEL = ("goods", "note")
OBSERVATIONS = Kind(
    steps=(
        Step(lambda row: (row.fact_key, row.value, row.unit, words(row.label))),
        _same(*_WHAT, "value"),
        Step(lambda row: (base_key(row.fact_key), words(row.label))),
        _same(*_parts(*_LABEL)),
        _same(*_parts(*_LABEL, "unit")),
        _same(*_parts(*_LABEL, "unit", "accounting_basis", "measure"), "value"),
        _same(*_parts(*_LABEL, "from_area", "to_area"), "value"),
        _same(*_parts(*_LABEL, "unit", "measure", "accounting_basis")),
        Step(
            lambda row: (row.indicator, row.period, frozenset((row.from_area, row.to_area)), row.value, row.unit)
            if row.value is not None
            else None
        ),
    ),
    values=(
        "indicator", "from_area", "to_area", "period", "measure", "value", "value_status", "unit", "accounting_basis",
        "rank", "goods", "data_source", "is_total",
    ),
    prints=("value_printed", "label", "note", "quote"),
)  # fmt: skip

IMPLIED = frozenset(
    {"value_status", "period", "measure", "unit", "accounting_basis", "rank", "goods", "data_source", "is_total"}
)
"""What a figure has because there is one: told with its value when the place was empty before or is by now."""

_ONE_KIND = ("indicator", "from_area", "to_area", "measure", "accounting_basis", "unit")
LATER = (_same(*_ONE_KIND, "label", *_LABEL), _same(*_ONE_KIND, "label"), _same(*_ONE_KIND))
"""Figures of one kind for different periods: what is left of them after all other steps may be one that moved on."""


def _filled(old: Observation, new: Observation) -> float:
    """Whether one is the place of a figure, and the other the figure."""
    return float((old.value_status == "missing") != (new.value_status == "missing"))


def _dated(old: Observation, new: Observation) -> float:
    """Whether one figure says when it is for and the other does not, else how alike they are."""
    if bool(old.period) == bool(new.period):
        return 0.0
    return 1.0 if old.value == new.value else fuzz.ratio(words(old.label), words(new.label)) / 100


LAST = (
    Step(attrgetter(*_ONE_KIND), _dated, 0.8),
    _same(*_ONE_KIND, "value"),
    Step(lambda row: (row.indicator, row.from_area, row.to_area), _filled, 1.0),
)
"""Figures whose period was stated or corrected, and places of figures that were filled or emptied: told after those that
moved on, because these say less."""

EVENTS = Kind(
    steps=(
        Step(lambda row: (base_key(row.fact_key), words(row.statement))),
        Step(_base, None, 0.6, _statement),
        Step(lambda row: (row.kind, words(row.title)) if row.title else None, None, 0.6, _statement),
        Step(lambda row: row.kind, None, 0.85, _statement),
        Step(lambda row: row.date, None, 0.85, _statement),
    ),
    values=("kind", "date", "areas", "status"),
    prints=("title", "place", "statement"),
)

KINDS: Mapping[str, Kind] = {"visits": VISITS, "observations": OBSERVATIONS, "events": EVENTS}
