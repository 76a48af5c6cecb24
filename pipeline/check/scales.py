"""Checks of scales: figures that are a thousand times too large or too small beside others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.check.registry import at_row, check
from pipeline.extract.facts import Facts, Note
from pipeline.records import Observation

TENFOLD = ((Decimal(8), Decimal("12.5")), (Decimal("0.08"), Decimal("0.125")))
THOUSANDFOLD = ((Decimal(700), Decimal(1400)), (Decimal("0.0007"), Decimal("0.0014")))
EVEN = frozenset({"trade_goods", "trade_total", "residents", "students", "companies", "population", "gdp"})
"""What seldom changes tenfold from one year to the next; aid and investment do, and so did travel in 2020."""
WHOLE = frozenset({"persons", "companies", "cases", "projects", "seats"})
"""Units of which there are no parts."""
STEADY = Decimal("0.5")
SCALE_JUMP, JUMP_OVER_THOUSANDS = Decimal(300), Decimal(100)
"""A sheet that prints `3,732.9 billion` has no use for trillions: there a lower jump is a slip already."""


@check
def scale_suspect(facts: Facts) -> Iterator[Note]:
    """Two directions of one trade that differ in printed scale and so much that one scale is probably a slip."""
    by_place: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for row in facts.observations:
        if row.indicator == "trade_goods" and row.value:
            by_place[(row.section, row.period, row.unit)].append(row)
    for rows in by_place.values():
        if len(rows) == 2 and rows[0].unit_mult != rows[1].unit_mult:
            small, big = sorted(rows, key=lambda row: row.value or Decimal(0))
            is_thousands = small.value is not None and small.value >= 10 ** ((small.unit_mult or 0) + 3)
            jump = JUMP_OVER_THOUSANDS if is_thousands else SCALE_JUMP
            if small.value and big.value and big.value / small.value >= jump:
                message = f"{big.value_printed} beside {small.value_printed}: one scale is probably a slip"
                yield at_row("scale_suspect", big, message, found=big.value_printed, related_id=small.observation_id)


@check
def parts_of_what_is_whole(facts: Facts) -> Iterator[Note]:
    """A count with a fraction: `Population: 36.6 million (2006), 37.5 (2007)` leaves the scale of the second one out."""
    for row in facts.observations:
        if row.unit in WHOLE and row.value is not None and row.value % 1:
            message = f"{row.value_printed} is no whole number: its scale is probably left out"
            yield at_row("scale_suspect", row, message, found=row.value_printed)


@check
def scale_of_neighbours(facts: Facts) -> Iterator[Note]:
    """A year whose figure is about ten or a thousand times those of the years beside it, or as much less."""
    series: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for row in facts.observations:
        if row.value and (row.period_precision == "year" or row.period_kind == "fiscal_year"):
            series[(row.section, row.indicator, row.from_area, row.to_area, row.unit, row.label)].append(row)
    for rows in series.values():
        rows.sort(key=lambda row: row.period or "")
        for before, row, after in zip(rows, rows[1:], rows[2:], strict=False):
            if _is_slip(row.indicator, _ratios(row, before, after)):
                message = f"{row.value_printed} between {before.value_printed} and {after.value_printed}"
                yield at_row("scale_suspect", row, message, found=row.value_printed)
        if len(rows) > 2:
            yield from _at_the_edge(rows[0], rows[1], rows[2])
            yield from _at_the_edge(rows[-1], rows[-2], rows[-3])


def _is_slip(indicator: str, ratios: Sequence[Decimal]) -> bool:
    """Whether all ratios of a figure to others are what one slip of the scale makes of them."""
    least, most = min(ratios), max(ratios)
    slips = (*TENFOLD, *THOUSANDFOLD) if indicator in EVEN else THOUSANDFOLD
    return any(low <= least and most <= high for low, high in slips)


def _ratios(row: Observation, *others: Observation) -> list[Decimal]:
    return [(row.value or Decimal(1)) / (other.value or Decimal(1)) for other in others]


def _at_the_edge(row: Observation, next_one: Observation, after: Observation) -> Iterator[Note]:
    """The first or last year of a series, out of scale with two that are of one size."""
    is_steady = STEADY <= _ratios(next_one, after)[0] <= 1 / STEADY
    if is_steady and _is_slip(row.indicator, _ratios(row, next_one)):
        message = f"{row.value_printed} beside {next_one.value_printed} and {after.value_printed}"
        yield at_row("scale_suspect", row, message, found=row.value_printed)
