"""What the plots of figures draw: a point or a bar a figure, each with the row that it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from pipeline.normalize.areas import area_name
from pipeline.report.stored import Row, Series
from pipeline.report.words import anchor, direction, number, said, sentence

POWERS: Final = {12: "trillion", 9: "billion", 6: "million", 3: "thousand", 0: ""}
_AID: Final = ("oda_total", "oda_loans", "oda_grants", "oda_technical", "aid_other")


_Key = tuple[str, str, object]
"""Unit, line and period of a figure."""


class Kind(NamedTuple):
    """A plot of figures: which ones it draws, and what it says about them."""

    name: str
    title: str
    indicators: tuple[str, ...]
    measure: str
    note: str


KINDS: Final = (
    Kind("trade", "Trade in goods", ("trade_goods", "trade_balance"), "flow", "Each bar spans its period."),
    Kind("residents", "Residents", ("residents",), "stock", "Each point stands at the date it is stated for."),
    Kind("aid", "Aid by kind", _AID, "flow", "What was given within each period; each bar spans its period."),
    Kind(
        "aid-total",
        "Aid piled up, by kind",
        _AID,
        "cumulative",
        "Running totals, each drawn over the last year that it covers: they contain each other and must never be summed.",
    ),
)


class Points(NamedTuple):
    """The figures of one plot in one unit, and how many were left out because the sheet states several values."""

    rows: list[dict[str, Any]]
    left_out: int
    unit: str
    power: int


def points(series: Series, kind: Kind) -> list[Points]:
    """The figures of a plot, one set a unit, each as the newest version that tells it does."""
    own = series.newest.document["reporter_area"]
    told: dict[_Key, Row] = {}
    twice: set[_Key] = set()
    for version in series.versions:
        fresh, doubtful = _of_version(version.rows["observations"], kind)
        twice = (twice - fresh.keys()) | doubtful
        told |= fresh
    units = sorted({unit for unit, _, _ in told})
    return [
        _points(_in_order(told, twice, unit, kind, own), unit, sum(key[0] == unit for key in twice)) for unit in units
    ]


def _of_version(rows: Sequence[Row], kind: Kind) -> tuple[dict[_Key, Row], set[_Key]]:
    """The figures of one version, and those for which it states several values."""
    fresh: dict[_Key, Row] = {}
    doubtful: set[_Key] = set()
    for row in rows:
        if _is_drawn(row, kind):
            key = (row["unit"], _label(row), row["period"])
            if fresh.setdefault(key, row)["value"] != row["value"]:
                doubtful.add(key)
    return fresh, doubtful


def _in_order(told: Mapping[_Key, Row], twice: set[_Key], unit: str, kind: Kind, own: str) -> list[Row]:
    """The figures that are drawn in one unit: the lines as the plot names them, each along the years."""
    rows = [row for key, row in told.items() if key[0] == unit and key not in twice]
    return sorted(
        rows,
        key=lambda row: (
            kind.indicators.index(row["indicator"]),
            row["from_area"] != own,
            _label(row),
            row["period_end"],
            row["observation_id"],
        ),
    )


def moment(day: date, *, is_end: bool = False) -> float:
    """A day as a point on the axis of years, at its beginning or at its end.

    >>> moment(date(2013, 1, 1)), moment(date(2013, 12, 31), is_end=True)
    (2013.0, 2014.0)
    """
    first = date(day.year, 1, 1).toordinal()
    return round(day.year + (day.toordinal() - first + is_end) / (date(day.year, 12, 31).toordinal() + 1 - first), 4)


def power_of(values: Iterable[float]) -> int:
    """The power of ten in which some values read best.

    >>> power_of([31_100_000_000, 1_800_000_000]), power_of([5789, 420])
    (9, 0)
    """
    greatest = max((abs(value) for value in values), default=0)
    return next((power for power in POWERS if power != 3 and greatest >= 10**power), 0)


def _is_drawn(row: Row, kind: Kind) -> bool:
    is_dated = row["period_end"] and (row["period_start"] or kind.measure == "cumulative")
    return bool(
        row["indicator"] in kind.indicators
        and row["measure"] == kind.measure
        and row["value"] is not None
        and row["unit"]
        and is_dated
        and (row["from_area"] and row["to_area"])
    )


def _label(row: Row) -> str:
    match row["indicator"]:
        case "trade_balance":
            return f"Balance, in favour of {area_name(row['from_area'])}"
        case "trade_goods":
            return direction(row)
        case "residents":
            return f"From {area_name(row['from_area'])} in {area_name(row['to_area'])}"
    basis = f" ({said(row['accounting_basis'])})" if row["accounting_basis"] else ""
    return f"{sentence(row['indicator']).replace('Oda ', '').capitalize()}{basis}"


def _points(rows: Sequence[Row], unit: str, left_out: int) -> Points:
    power = power_of(float(row["value"]) for row in rows)
    made = [_point(row, power) for row in rows]
    return Points(made, left_out, unit, power)


def _point(row: Row, power: int) -> dict[str, Any]:
    end = moment(row["period_end"], is_end=True)
    is_total = row["measure"] == "cumulative"
    begun = moment(row["period_start"]) if row["period_start"] else 0.0
    start = max(begun, round(end - 1, 4)) if is_total else begun
    about = {"approximate": "about ", "at_least": "at least ", "at_most": "at most "}.get(row["value_status"], "")
    return {
        "start": start,
        "end": end,
        "years": [int(start), row["period_end"].year],
        "middle": round((start + end) / 2, 4),
        "value": round(float(row["value"]) / 10**power, 6),
        "label": _label(row),
        "is_exact": not about,
        "told": f"{_label(row)}, {row['period']}: {about}{number(row['value'])} {row['unit']}",
        "row": anchor(row["observation_id"]),
    }


def has_enough(rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a plot says more than its rows: three points, two of them of one line and of different times."""
    times: dict[str, set[float]] = {}
    for row in rows:
        times.setdefault(row["label"], set()).add(row["middle"])
    return len(rows) >= 3 and any(len(found) > 1 for found in times.values())
