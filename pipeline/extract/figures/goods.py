"""Lines that name the goods of a figure above them: `Main exports: fish, timber`, or the goods alone below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.direction import EXPORT, IMPORT, lists_goods, word_flow
from pipeline.extract.facts import Facts
from pipeline.normalize.amounts import find_amounts
from pipeline.outline import Line
from pipeline.outline.spread import closed
from pipeline.records import Observation

GOODS_LABEL = re.compile(
    r"(?:main|major|principal|chief|leading|key)\s+(?:(?:items?|articles?|goods|products?|commodities)"
    r"|(?:(?:ex|im)port(?:s|ed)?)(?:\s+(?:items?|articles?|goods|products?|commodities))?)"
    r"(?:\s+(?:of|for|in)\s+(?:ex|im)ports?)?(?:\s+(?:to|from)\s+[^:：]{2,40})?\s*[:：]\s*",
    re.I,
)
SIDE = re.compile(
    r"(?:\A|(?<=[\s；;、。]))(?:(?:対\S{1,8})?輸[出入]品?[\s:：]+|[（(](?:対[^\s（）()]{1,8})?輸[出入]品?[)）][\s:：]*)"
)
"""The side of trade that the goods behind it are of, in Japanese."""


def add_goods(facts: Facts, line: Line) -> bool:
    """Give the goods of a line to the row above that they are goods of. Returns whether there was one."""
    text = closed(facts.words(line))
    if not text.isascii() and SIDE.match(text) and _is_list_of_goods(line):
        sides = list(SIDE.finditer(text))
        ends = [*(side.start() for side in sides[1:]), len(text)]
        told = [
            _add_listed(facts, line, side[0], text[side.end() : end].strip(" \t\u3000；;、。"))
            for side, end in zip(sides, ends, strict=True)
        ]
        return any(told)
    if _is_below_its_figure(facts, line) and lists_goods(text, facts.outline.publisher):
        facts.observations[-1] = facts.observations[-1]._replace(goods=text.strip(" .;"))
        return True
    label = GOODS_LABEL.match(text)
    goods = text[label.end() :].strip(" .") if label else ""
    if label is None or not goods or any(amount.unit for amount in find_amounts(goods)):
        return False
    rows = facts.observations
    n = len(rows)
    while n and rows[n - 1].section == line.section.path:
        n -= 1
        if _is_of(facts, label[0], rows[n]):
            if _is_of_years(rows, n):
                message = "these goods stand below figures of several years: of which of them is not said"
                facts.note("ambiguous_attachment", line, line.block.body, line.block.end, message, found=goods)
            else:
                rows[n] = rows[n]._replace(goods=rows[n].goods or goods)
            return True
        if not (EXPORT.search(label[0]) or IMPORT.search(label[0])):
            return False
    return False


def _is_of_years(rows: Sequence[Observation], n: int) -> bool:
    """Whether a row is one of several under its label that differ in nothing but the year."""
    same = (row for row in rows[:n] if row.section == rows[n].section and row.label == rows[n].label)
    return any(row.period != rows[n].period and row.from_area == rows[n].from_area for row in same)


def _is_below_its_figure(facts: Facts, line: Line) -> bool:
    """Whether an item, or the next line, stands right below the figure of trade whose label heads them both."""
    if line.role not in ("item", "prose") or not facts.observations:
        return False
    if line.role == "prose" and facts.text[line.block.start - 2 : line.block.start] == "\n\n":
        return False
    row = facts.observations[-1]
    is_headed = row.section == line.section.path and row.label is not None and row.label == line.section.heading
    is_bare = row.indicator == "trade_goods" and row.goods is None
    return is_headed and is_bare and not facts.text[row.char_end : line.block.body].strip(" \n•")


def _is_list_of_goods(line: Line) -> bool:
    """Whether a line stands under a heading in Japanese of nothing but goods: `（イ）主要品目`."""
    head, parent = line.section.head, line.section.parent
    return head is not None and head.key.endswith("品目") and parent is not None and parent.path is not None


def _add_listed(facts: Facts, line: Line, label: str, goods: str) -> bool:
    """Give goods to the last row of their side under the heading around their own list."""
    rows, around = facts.observations, line.section.parent
    for n in range(len(rows) - 1, -1, -1):
        if around is None or not (rows[n].section or "").startswith(around.path or ""):
            return False
        if _is_of(facts, label, rows[n]):
            rows[n] = rows[n]._replace(goods=rows[n].goods or goods)
            return True
    return False


def _is_of(facts: Facts, label: str, row: Observation) -> bool:
    """Whether a label of goods is about a row: by the countries it names, else by the same word for the direction."""
    if row.indicator != "trade_goods":
        return False
    flow = word_flow(label, facts.pair)
    if flow is not None and row.from_area is not None:
        return flow == (row.from_area, row.to_area)
    told = [bool(word.search(label)) for word in (EXPORT, IMPORT)]
    return not any(told) or told == [bool(word.search(row.label or "")) for word in (EXPORT, IMPORT)]
