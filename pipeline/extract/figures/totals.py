"""What only the whole sheet decides: whose bare `Exports` are and where `Students` study, and which figures are the total of others
beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.extract.direction import EXPORT, IMPORT, goods_flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.good_named import is_of_one_good
from pipeline.extract.figures.shapes import without_brackets
from pipeline.extract.figures.viewpoints import sides_told, whose_side
from pipeline.extract.japanese import JAPAN
from pipeline.normalize.areas import find_areas
from pipeline.records import Observation

TOTALS = {"trade_total": "trade", "oda_total": "oda"}
PARTS = {"trade_total": ("trade_goods",), "oda_total": ("oda_loans", "oda_grants", "oda_technical")}
PEOPLE = frozenset({"residents", "students"})
INVESTMENTS = frozenset({"direct_investment", "investment_cases"})
ONE_YEAR = frozenset({"calendar_year", "fiscal_year"})
TRADE_TO = re.compile("対(?:(?P<home>日)|[^日\\s]{1,12})貿易")
TRADE_WITH = re.compile(r"\btrade with\b", re.I)


def decide_bare(facts: Facts) -> None:
    """Give the bare `Exports` and `Imports`, whose direction no word decides, one by a note, the heading or the goods."""
    groups: dict[str | None, list[int]] = {}
    for n, row in enumerate(facts.observations):
        if row.indicator == "trade_goods" and row.from_area is None:
            groups.setdefault(_list_of(row) or row.section, []).append(n)
    told = sides_told(facts) if groups else []
    for section, members in groups.items():
        _decide(facts, section, members, whose_side(told, section))


def _decide(facts: Facts, section: str | None, members: list[int], side: str | None) -> None:
    rows, (home, partner) = facts.observations, facts.pair
    exports = [n for n in members if EXPORT.search(rows[n].label or "")]
    imports = [n for n in members if IMPORT.search(rows[n].label or "")]
    whose, basis = _whose(facts, section), "inherited"
    if side is not None:
        whose = "publisher" if side == home else "partner"
    if whose is None:
        sold, bought = ([rows[n].goods or "" for n in one] for one in (exports, imports))
        whose, basis = goods_flow(sold, bought, facts.outline.publisher), "inferred"
    if whose is None or partner is None:
        return
    out = (home, partner) if whose == "publisher" else (partner, home)
    for those, (source, goal) in ((exports, out), (imports, out[::-1])):
        for n in those:
            rows[n] = rows[n]._replace(from_area=source, to_area=goal, direction_basis=basis)


def _whose(facts: Facts, section: str | None) -> str | None:
    """`Palau's trade with Japan` is told from Palau's side, and `Trade with Taiwan` on the publisher's sheet is the publisher's;
    `Trade with Japan` says nothing. `対日貿易` is told from the partner's side, `対チリ貿易` from Japan's."""
    headings = (section or "").split(" > ")
    told = next((told for heading in reversed(headings) if (told := TRADE_TO.search(heading))), None)
    if told is not None and JAPAN in facts.pair:
        return "partner" if (facts.pair[0] == JAPAN) == bool(told["home"]) else "publisher"
    heading = next((heading for heading in reversed(headings) if TRADE_WITH.search(heading)), "")
    areas = {mention.area for mention in find_areas(heading)}
    home, partner = facts.pair
    if owned := word_flow(without_brackets(heading), facts.pair):
        return "publisher" if owned[0] == home else "partner"
    return "publisher" if partner in areas and home not in areas else None


def decide_balances(facts: Facts) -> None:
    """Give each balance that no word gives to a country to the one whose exports less imports make it.

    Where they make neither's, it is theirs whose the rows called exports beside it are: a balance is exports less imports.
    """
    rows, peers = facts.observations, by_period(facts.observations)
    for n, row in enumerate(rows):
        if row.indicator == "trade_balance" and row.from_area is None and row.value:
            beside = peers[row.period, row.measure]
            made = ((area, balance_beside(beside, row, area)) for area in facts.pair if area)
            whose = {area for area, found in made if found and is_made_by(row, *found)}
            if len(whose) != 1:
                exports = (one for one in beside if _is_trade_beside(one, row) and EXPORT.search(one.label or ""))
                whose = {one.from_area for one in exports if one.from_area}
            if len(whose) == 1:
                area = whose.pop()
                rows[n] = row._replace(from_area=area, to_area=facts.other(area), direction_basis="inferred")


def decide_students(facts: Facts) -> None:
    """Give students of whom no word says from where to where they went the way of the partner's people in the publisher's country
    right above them, of whom they are some: `在日チリ人数　950人`, `留学生数　26人`."""
    rows, (home, partner) = facts.observations, facts.pair
    for above, n in pairwise(range(len(rows))):
        is_open = rows[n].indicator == "students" and rows[n].direction_basis == "unknown"
        is_below = rows[above].indicator in PEOPLE and (rows[above].from_area, rows[above].to_area) == (partner, home)
        if is_open and is_below and partner is not None and in_one_list(rows[n], rows[above]):
            rows[n] = rows[n]._replace(from_area=partner, to_area=home, direction_basis="inferred")


def by_period(rows: Iterable[Observation]) -> dict[tuple[str | None, str | None], list[Observation]]:
    """Figures by the period and the measure that parts share with their total."""
    found: dict[tuple[str | None, str | None], list[Observation]] = defaultdict(list)
    for row in rows:
        found[row.period, row.measure].append(row)
    return found


def _is_trade_beside(row: Observation, balance: Observation) -> bool:
    is_whole = row.indicator == "trade_goods" and not is_of_one_good(row)
    return is_whole and row.unit == balance.unit and _is_beside(row, balance)


def balance_beside(
    rows: Iterable[Observation], balance: Observation, area: str | None
) -> tuple[Decimal, list[Observation]] | None:
    """One area's exports less its imports, and the two, where each stands once beside a balance; `rows` are of its period."""
    goods = [row for row in rows if row.value is not None and _is_trade_beside(row, balance)]
    out = list({row.value: row for row in goods if row.from_area == area}.values())  # told twice, they are one
    back = list({row.value: row for row in goods if row.to_area == area}.values())
    if len(out) != 1 or len(back) != 1:
        return None
    return (out[0].value or Decimal(0)) - (back[0].value or Decimal(0)), [*out, *back]


def is_made_by(total: Observation, made: Decimal, parts: Sequence[Observation]) -> bool:
    """Whether what parts make is a total, as far as the rounding of each printed figure explains."""
    return abs((total.value or Decimal(0)) - made) <= sum(map(_half_unit, (total, *parts)))


def _half_unit(row: Observation) -> Decimal:
    """Half of the last printed digit of a row: how far the true value may lie from the printed one.

    `31.1 billion yen` may be off by 50 million: half of 10 to the power of 9 - 1.
    """
    return Decimal(5).scaleb((row.unit_mult or 0) - (row.decimals or 0) - 1)


def mark_totals(facts: Facts) -> None:
    """Set `is_total` on the totals whose parts stand beside them: never to be summed with them."""
    rows = facts.observations
    parts = by_period(row for row in rows if row.value is not None and row.indicator not in TOTALS)
    for n, row in enumerate(rows):
        if row.indicator in TOTALS and row.value is not None:
            beside = parts.get((row.period, row.measure), ())
            rows[n] = row._replace(is_total=row.is_total or any(is_part(one, row) for one in beside))


def settle_investments(facts: Facts) -> None:
    """Investments of fiscal years that are told with the number of their cases are what was invested in each: a flow. Those of
    a stretch of years that holds the years beside it have run up in it."""
    rows = facts.observations
    told: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    years: dict[tuple[str, str | None, str | None], list[Observation]] = defaultdict(list)
    for row in rows:
        if row.indicator in INVESTMENTS and row.measure in (None, "flow") and row.period_kind in ONE_YEAR:
            years[row.indicator, row.section, row.from_area].append(row)
        if row.measure is None and row.period_kind == "fiscal_year":
            told[row.section, row.from_area].add(row.indicator)
    for n, row in enumerate(rows):
        if row.measure is not None or row.indicator not in INVESTMENTS:
            continue
        if row.period_kind == "fiscal_year" and told[row.section, row.from_area] >= INVESTMENTS:
            rows[n] = row._replace(measure="flow")
        elif row.period_kind == "range" and _runs_up(row, years[row.indicator, row.section, row.from_area]):
            rows[n] = row._replace(measure="cumulative")


def _runs_up(row: Observation, years: Sequence[Observation]) -> bool:
    """Whether a figure of a stretch of years is the sum of years of which several are told: all of them lie within it, and come
    to no more."""
    first, last = row.period_start or "9", row.period_end or ""
    are_within = all(first <= (one.period_start or "") and (one.period_end or "9") <= last for one in years)
    values = [one.value for one in years if one.value is not None and one.unit == row.unit]
    return are_within and len(values) > 1 and row.value is not None and row.value >= sum(values)


def in_one_list(row: Observation, other: Observation) -> bool:
    """Whether two figures stand in one list: under one heading, or each alone under a label of its own below one."""
    return row.section == other.section or _list_of(row) == _list_of(other) is not None


def _list_of(row: Observation) -> str | None:
    """The heading above the label that a figure stands under alone."""
    above, _, label = (row.section or "").rpartition(" > ")
    return above if above and label == row.label else None


def is_part(row: Observation, total: Observation) -> bool:
    """Whether a figure is of the kinds that a total is made of, and stands beside it."""
    return row.indicator in PARTS[total.indicator] and _is_beside(row, total)


def _is_beside(row: Observation, other: Observation) -> bool:
    return (row.period, row.measure) == (other.period, other.measure) and in_one_list(row, other)
