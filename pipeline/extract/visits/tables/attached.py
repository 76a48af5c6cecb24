"""Who of a row came when: whose each of its dates is, and those in the brackets behind its people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.facts import UNDATED, Dated
from pipeline.extract.visits.dates import HAS_YEAR, SPLIT
from pipeline.extract.visits.tables.fellows import Fellow
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.refusal import Refusal


class Attached(NamedTuple):
    """Who of a row came on which of its dates."""

    fellows: list[Fellow]
    dated: Dated


def attach(fellows: list[Fellow], dates: Sequence[Dated]) -> tuple[list[Attached], bool]:
    """Who came when, and whether that had to be concluded: one party came on every date of its row, as many parties as
    dates are taken in order; of other numbers nobody knows, and no date is given to anybody."""
    if len(dates) == 1:
        return [Attached(fellows, dates[0])], False
    parties = _parties(fellows)
    if len(parties) == 1:
        return [Attached(fellows, dated) for dated in dates], False
    if len(parties) == len(dates):
        return [
            Attached(party, dated._replace(basis="inferred")) for party, dated in zip(parties, dates, strict=True)
        ], True
    return [Attached(party, UNDATED) for party in parties], True


def _parties(fellows: list[Fellow]) -> list[list[Fellow]]:
    """Those who travel together: somebody on his own behalf, and the spouse, head or company behind."""
    parties: list[list[Fellow]] = []
    for fellow in fellows:
        if fellow.visitor.party_role == "principal" or not parties:
            parties.append([])
        parties[-1].append(fellow)
    return parties


def each_occasion(parties: Sequence[Attached]) -> list[Attached]:
    """The same people on their several dates, each with its own occasion where as many are listed: `(PALM2, PALM3)`.
    Empty where they are not."""
    if len(parties) == 1 or any(one.fellows is not parties[0].fellows for one in parties):
        return []
    told = {fellow.visitor.occasion for fellow in parties[0].fellows if fellow.visitor.occasion}
    parts = SPLIT.split(told.pop()) if len(told) == 1 else []
    if len(parts) != len(parties):
        return []
    return [
        Attached([f._replace(visitor=f.visitor._replace(occasion=occasion)) for f in one.fellows], one.dated)
        for one, occasion in zip(parties, parts, strict=True)
    ]


def own_dates(fellow: Fellow, dated: Dated) -> list[Dated]:
    """A visitor's dates: a month in brackets behind the name refines the year of the row, two months are two visits.
    None where the bracket could not be read."""
    printed = fellow.visitor.date_printed
    basis = "inherited" if fellow.inherits and dated.basis != "inferred" else dated.basis
    if printed is None or (dated.year is None and not HAS_YEAR.search(printed)):
        return [dated if dated.value is None or basis == dated.basis else dated._replace(basis=basis)]
    whole = _own_date(printed, dated.year)
    parts = [printed] if isinstance(whole, DateValue) else [part for part in SPLIT.split(printed) if part]
    dates = [date for part in parts if isinstance(date := _own_date(part, dated.year), DateValue)]
    if len(dates) != len(parts):
        return []
    return [Dated(date, basis if dated.value else "stated") for date in dates]


def _own_date(printed: str, year: int | None) -> DateValue | Refusal:
    """The date that a bracket prints; one in Japanese is read with the year before it: `7～8月`."""
    date = parse_date(printed, year=year)
    is_bare = year is not None and not printed.isascii() and not HAS_YEAR.search(printed)
    return parse_date(f"{year}年{printed}") if is_bare and not isinstance(date, DateValue) else date
