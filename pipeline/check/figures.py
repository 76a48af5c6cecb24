"""Checks of figures: what they lack, whether parts make their total, what is told twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.check.registry import at_row, check
from pipeline.extract.facts import Facts, Note
from pipeline.extract.figures.totals import PARTS, balance_beside, by_period, in_one_list, is_made_by, is_part
from pipeline.outline.headings import SHARED_LABELS, read_head
from pipeline.records import Observation

MONEY = frozenset(
    {
        "trade_goods",
        "trade_total",
        "trade_balance",
        "direct_investment",
        "oda_total",
        "oda_loans",
        "oda_grants",
        "oda_technical",
        "cultural_grants",
    }
)
COMPARABLE = frozenset(
    {"trade_goods", "trade_total", "residents", "students", "visitors", "companies", "oda_total", "population"}
)
FLOWS = frozenset(
    {
        "residents",
        "students",
        "descendants",
        "companies",
        "visitors",
        "participants",
        "direct_investment",
        "investment_cases",
    }
)


@check
def missing_parts(facts: Facts) -> Iterator[Note]:
    """A figure without a currency, a unit, a period, a value, or what it measures."""
    for row in facts.observations:
        if row.value_status == "missing" and row.indicator != "donor_rank":  # a donor named without its rank
            message = f"nothing stands under this heading: {row.label}"
            yield at_row("missing_value", row, message, found=row.label)
        if row.value is None or row.value_status == "zero":
            continue
        if row.unit is None:
            rule = "missing_currency" if row.indicator in MONEY else "missing_unit"
            yield at_row(
                rule, row, f"{row.value_printed} bears no {rule.removeprefix('missing_')}", found=row.value_printed
            )
        if row.period is None and row.indicator not in ("area", "other"):
            yield at_row("missing_period", row, f"{row.value_printed} bears no date", found=row.value_printed)
        if row.measure is None and row.indicator == "direct_investment":
            yield at_row("measure_unstated", row, "whether this is a flow or a stock is not said", found=row.quote)


@check
def directions(facts: Facts) -> Iterator[Note]:
    """A figure between two countries whose direction nothing decides, or the goods beside it or the people above it do."""
    for row in facts.observations:
        if row.indicator == "trade_balance" and row.from_area is None and row.value:
            yield at_row("direction_undecided", row, "in whose favour this balance is is not said", found=row.label)
        if row.indicator in FLOWS and row.from_area is None and row.value is not None:
            yield at_row("direction_undecided", row, "from where to where this goes is not said", found=row.label)
        if row.indicator == "students" and row.direction_basis == "inferred":
            message = f"from {row.from_area} to {row.to_area} by the people above"
            yield at_row("direction_inferred", row, message, found=row.label)
        if row.indicator != "trade_goods" or row.value_status == "missing":
            continue
        if row.from_area is None:
            yield at_row("direction_undecided", row, "whose exports these are is not said", found=row.label)
        elif row.direction_basis == "inferred":
            message = f"from {row.from_area} to {row.to_area} by the goods: {row.goods}"
            yield at_row("direction_inferred", row, message, found=row.label)


@check
def sum_mismatch(facts: Facts) -> Iterator[Note]:
    """Parts that do not make their total, by more than the rounding of each printed figure explains."""
    peers = by_period(facts.observations)
    for total in facts.observations:
        if not total.is_total or total.value is None or total.indicator not in PARTS:
            continue
        beside = peers[total.period, total.measure]
        parts = [r for r in beside if r.value is not None and is_part(r, total) and r.unit == total.unit]
        whole = {(r.indicator, r.from_area) for r in parts} >= _all_parts(total)
        if (whole and len(parts) == len(_all_parts(total))) or _closes_list(facts, total, parts):
            yield from _compare("sum_mismatch", total, sum((r.value or Decimal(0) for r in parts), Decimal(0)), parts)


def _all_parts(total: Observation) -> set[tuple[str, str | None]]:
    """The kinds of parts, and from where each goes: trade goes both ways."""
    sources = (total.from_area, total.to_area) if total.indicator == "trade_total" else (total.from_area,)
    return {(name, source) for name in PARTS[total.indicator] for source in sources}


def _closes_list(facts: Facts, total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether a bare `Total` stands in a list of two kinds of aid or all three, and of nothing else that has a value:
    it is the total of what is listed."""
    kinds = {row.indicator for row in parts}
    if read_head(total.label or "").key not in SHARED_LABELS or not 1 < len(kinds) == len(parts):
        return False
    listed = [r for r in facts.observations if r is not total and r.period == total.period and in_one_list(r, total)]
    return all(row in parts or row.value_status == "none" or row.unit not in (None, total.unit) for row in listed)


def _compare(rule: str, total: Observation, made: Decimal, parts: Sequence[Observation]) -> Iterator[Note]:
    if total.value is not None and not is_made_by(total, made, parts):
        message = f"the parts make {made:f}, printed is {total.value:f}"
        yield at_row(rule, total, message, expected=f"{made:f}", found=f"{total.value:f}")


@check
def balance_mismatch(facts: Facts) -> Iterator[Note]:
    """A balance that is not exports less imports."""
    peers = by_period(facts.observations)
    for balance in facts.observations:
        is_known = balance.indicator == "trade_balance" and balance.from_area is not None
        if is_known and (found := balance_beside(peers[balance.period, balance.measure], balance, balance.from_area)):
            yield from _compare("balance_mismatch", balance, *found)


@check
def label_repeated(facts: Facts) -> Iterator[Note]:
    """The same label twice for the same period with another value: one of the two is probably the other direction."""
    seen: dict[tuple[object, ...], Observation] = {}
    for row in facts.observations:
        if row.value is None or row.label is None:
            continue
        key = (row.section, row.label, row.indicator, row.period, row.measure, row.from_area, row.goods and "goods")
        first = seen.setdefault(key, row)
        if first is row or row.indicator not in MONEY or row.indicator == "cultural_grants":
            continue
        if row.line == first.line and row.unit != first.unit:  # one figure in two currencies
            continue
        rule = "duplicate_row" if first.value == row.value else "label_repeated"
        message = f"the label {row.label} stands in line {first.line} too"
        yield at_row(rule, row, message, related_id=first.observation_id, found=row.label)


@check
def contradiction(facts: Facts) -> Iterator[Note]:
    """Two values of one figure in different places of the sheet, further apart than their rounding."""
    seen: dict[tuple[object, ...], Observation] = {}
    for row in facts.observations:
        if row.value is None or row.period is None or row.from_area is None or row.goods or row.note or row.rank:
            continue
        key = (row.indicator, row.from_area, row.to_area, row.period, row.measure, row.unit, row.accounting_basis)
        first = seen.setdefault(key, row)
        if first is row or first.section == row.section or row.indicator not in COMPARABLE:
            continue
        if first.value is not None and not is_made_by(first, row.value, [row]):
            message = f"{row.value_printed} here, {first.value_printed} in line {first.line}"
            yield at_row(
                "contradiction", row, message, expected=first.value_printed, found=row.value_printed,
                related_id=first.observation_id,
            )  # fmt: skip


@check
def decimal_comma(facts: Facts) -> Iterator[Note]:
    """A comma where the decimal point should be: `105,5`."""
    for row in facts.observations:
        if row.note and "decimal comma" in row.note:
            yield at_row("likely_typo", row, row.note, found=row.value_printed)
