"""What only the whole sheet decides: whose bare `Exports` are, and which figures are the total of others beside them."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.direction import EXPORT, IMPORT, goods_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures import half_unit
from pipeline.normalize.areas import find_areas
from pipeline.records import Observation

TOTALS = {"trade_total": "trade", "oda_total": "oda"}
PARTS = {"trade_total": ("trade_goods",), "oda_total": ("oda_loans", "oda_grants", "oda_technical")}
TRADE_TO = re.compile("対(?:(?P<home>日)|[^日\\s]{1,12})貿易")
TRADE_WITH = re.compile(r"\btrade with\b", re.I)


def decide_bare(facts: Facts) -> None:
    """Give the bare `Exports` and `Imports`, whose direction no word decides, one by the heading or the goods."""
    groups: dict[str | None, list[int]] = {}
    for n, row in enumerate(facts.observations):
        if row.indicator == "trade_goods" and row.from_area is None:
            groups.setdefault(_list_of(row) or row.section, []).append(n)
    for section, members in groups.items():
        _decide(facts, section, members)


def _decide(facts: Facts, section: str | None, members: list[int]) -> None:
    rows, (home, partner) = facts.observations, facts.pair
    exports = [n for n in members if EXPORT.search(rows[n].label or "")]
    imports = [n for n in members if IMPORT.search(rows[n].label or "")]
    whose, basis = _whose(facts, section), "inherited"
    if whose is None:
        sold, bought = ([rows[n].goods or "" for n in side] for side in (exports, imports))
        whose, basis = goods_flow(sold, bought, facts.outline.publisher), "inferred"
    if whose is None or partner is None:
        return
    out = (home, partner) if whose == "publisher" else (partner, home)
    for side, (source, goal) in ((exports, out), (imports, out[::-1])):
        for n in side:
            rows[n] = rows[n]._replace(from_area=source, to_area=goal, direction_basis=basis)


def _whose(facts: Facts, section: str | None) -> str | None:
    """`Trade with Taiwan` on the publisher's sheet is the publisher's trade; `Trade with Japan` says nothing. `対日貿易` is told
    from the partner's side, `対チリ貿易` from Japan's."""
    headings = (section or "").split(" > ")
    side = next((told for heading in reversed(headings) if (told := TRADE_TO.search(heading))), None)
    if side is not None and facts.pair[0] == "JPN":
        return "partner" if side["home"] else "publisher"
    heading = headings[-1]
    areas = {mention.area for mention in find_areas(heading)} if TRADE_WITH.search(heading) else set()
    home, partner = facts.pair
    return "publisher" if partner in areas and home not in areas else None


def decide_balances(facts: Facts) -> None:
    """Give each balance that no word gives to a country to the one whose exports less imports make it.

    Where they make neither's, it is theirs whose the rows called exports beside it are: a balance is exports less imports.
    """
    rows = facts.observations
    for n, row in enumerate(rows):
        if row.indicator == "trade_balance" and row.from_area is None and row.value:
            whose = {area for area in facts.pair if area and _makes(facts, row, area)}
            if len(whose) != 1:
                beside = (other for other in rows if _is_export_beside(other, row))
                whose = {other.from_area for other in beside if other.from_area}
            if len(whose) == 1:
                area = whose.pop()
                rows[n] = row._replace(from_area=area, to_area=facts.other(area), direction_basis="inferred")


def _is_export_beside(row: Observation, balance: Observation) -> bool:
    return _is_trade_beside(row, balance) and EXPORT.search(row.label or "") is not None


def _is_trade_beside(row: Observation, balance: Observation) -> bool:
    is_trade = row.indicator == "trade_goods" and (row.period, row.unit) == (balance.period, balance.unit)
    return is_trade and in_one_list(row, balance)


def _makes(facts: Facts, balance: Observation, area: str) -> bool:
    """Whether one area's exports less its imports make a balance, within the rounding of the printed figures."""
    goods = [row for row in facts.observations if row.value is not None and _is_trade_beside(row, balance)]
    out = [row for row in goods if row.from_area == area]
    back = [row for row in goods if row.to_area == area]
    if len(out) != 1 or len(back) != 1:
        return False
    made = (out[0].value or Decimal(0)) - (back[0].value or Decimal(0))
    tolerance = sum((half_unit(row) for row in (balance, *out, *back)), Decimal(0))
    return abs(made - (balance.value or Decimal(0))) <= tolerance


def mark_totals(facts: Facts) -> None:
    """Set `is_total` on the totals whose parts stand beside them: never to be summed with them."""
    rows = facts.observations
    for n, row in enumerate(rows):
        if row.indicator in TOTALS and row.value is not None:
            rows[n] = row._replace(is_total=any(_is_part(other, row) for other in rows))


def in_one_list(row: Observation, other: Observation) -> bool:
    """Whether two figures stand in one list: under one heading, or each alone under a label of its own below one."""
    return row.section == other.section or _list_of(row) == _list_of(other) is not None


def _list_of(row: Observation) -> str | None:
    """The heading above the label that a figure stands under alone."""
    above, _, label = (row.section or "").rpartition(" > ")
    return above if above and label == row.label else None


def _is_part(row: Observation, total: Observation) -> bool:
    beside = in_one_list(row, total) and (row.period, row.measure) == (total.period, total.measure)
    return beside and row.value is not None and row.indicator in PARTS[total.indicator]
