"""One figure with all that is known of it → a row of `observations`. The one place where such rows are made."""

from __future__ import annotations

from typing import NamedTuple

import schemas
from pipeline.extract.direction import UNDECIDED, Flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.periods import UNSTATED, Period
from pipeline.normalize.amounts import Amount, UnitContext
from pipeline.outline import Line
from pipeline.records import Observation, Span

MISSING = "missing"
LONGEST_LABEL = 200
"""How much of a sentence is the label of a figure that it tells."""
BY_UNIT = {
    ("investment", "cases"): "investment_cases",
    ("investment", "projects"): "investment_cases",
    ("investment", "companies"): "companies",
    ("oda", "projects"): "aid_projects",
    ("oda", "cases"): "aid_projects",
    ("culture", "projects"): "cultural_projects",
    ("culture", "cases"): "cultural_projects",
}
"""What the unit of a figure makes of it, within a group of topics whose figures are money otherwise."""


class Figure(NamedTuple):
    """What a number counts, between whom, for when, in what unit. `amount` is `None` where nothing is printed."""

    indicator: str
    amount: Amount | None
    flow: Flow = UNDECIDED
    period: Period = UNSTATED
    measure: str | None = None
    basis: str | None = None
    source: str | None = None
    goods: str | None = None
    rank: int | None = None
    note: str | None = None
    label: str | None = None
    is_total: bool = False


def add_figure(facts: Facts, line: Line, span: Span, figure: Figure) -> Observation:
    """Add the row of a figure printed at `span` (offsets in the text); returns it."""
    amount = figure.amount
    is_number = amount is not None and not (amount.value is None and amount.low is None)
    unit, unit_basis = unit_of(figure.indicator, amount) if amount and is_number else (None, "unknown")
    row = Observation(  # in the order of the table; its id and its key are told later
        "", "", figure.indicator, figure.measure, figure.flow.from_area, figure.flow.to_area, figure.flow.basis,
        *figure.period.columns(figure.measure),
        amount.value if amount else None,
        amount.status if amount else MISSING,
        amount.printed if amount else None,
        amount.decimals if amount and is_number else None,
        unit,
        amount.unit_mult if amount and is_number else None,
        unit_basis,
        figure.basis,
        figure.is_total,
        figure.source, figure.goods, figure.rank, figure.note, figure.label,
        facts.document_id, *facts.place(line, span.start, span.end),
    )  # fmt: skip
    facts.observations.append(row)
    return row


def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency: other units have longer names than its three letters."""
    return len(unit or "") == len("JPY")


def counts_things(indicator: str) -> bool:
    """Whether an indicator counts persons or things: a heading's `million yen` is not its unit."""
    return schemas.indicators()[indicator].unit is not None


def may_count(indicator: str, amount: Amount) -> bool:
    """Whether a figure, by its unit, may be of an indicator: money, or what the indicator counts.

    >>> from pipeline.normalize.amounts import find_amounts
    >>> [may_count(name, find_amounts("7 million yen")[0]) for name in ("trade_goods", "companies")]
    [True, False]
    """
    unit = schemas.indicators()[indicator].unit
    return is_money(amount.unit) if unit is None else amount.unit in (None, unit)


def scales_things(indicator: str, unit: UnitContext) -> bool:
    """Whether a heading counts by the thousand or more what an indicator counts: `人口（万人）`."""
    return unit.unit_mult != 0 and unit.unit == schemas.indicators()[indicator].unit


def is_share(indicator: str) -> bool:
    """Whether an indicator is a share in percent."""
    return schemas.indicators()[indicator].family == "share"


def unit_of(indicator: str, amount: Amount) -> tuple[str | None, str]:
    """The unit of a figure and how it is known: as printed, else what its indicator counts."""
    usual = schemas.indicators()[indicator].unit
    if usual and amount.unit in (None, usual):
        return usual, amount.unit_basis if amount.unit else "inferred"
    return amount.unit, amount.unit_basis
