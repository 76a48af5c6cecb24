"""The currency of the partner, where a sheet in Japanese names it: `通貨　スウェーデン・クローナ` tells what `クローナ` is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.facts import Facts
from pipeline.normalize.amounts import currency_of_land
from pipeline.normalize.amounts.units import SHARED
from pipeline.outline.spread import closed

TOLD = re.compile(r"(?:[0-9０-９]{1,2}[ \u3000．.]\s*)?通貨(?:単位)?[\s:：|]+(?P<named>.+)")
NAMED = re.compile(r"(?P<name>[ァ-ヶー・]{2,24})(?:[（(](?P<sign>[A-Z]{1,3})[)）])?")
"""A currency by its name, maybe with how it is written: `エジプト・ポンド（LE）`."""
WORD = re.compile(r"[ァ-ヶー・]{2,24}|[A-Z]{1,3}(?![A-Za-z])")
LAST_WORD = re.compile(r"[ァ-ヶー・]{2,24}\Z")
"""A word that several lands share is read with its figure: `19.6億ルピー`."""


def name_own_currency(facts: Facts) -> None:
    """Give the figures whose unit is the currency that the sheet names as the partner's its code.

    Only a land whose currency ISO 4217 names by its two letters has one here.
    """
    is_unread = any(row.unit is None and row.value is not None for row in facts.observations)
    code = currency_of_land(facts.pair[1]) if is_unread and not facts.text.isascii() else None
    names = set(_names(facts)) if code else set()
    for n, row in enumerate(facts.observations) if names else ():
        if row.unit is None and row.value is not None and row.value_printed:
            start = row.quote.find(row.value_printed) + len(row.value_printed)
            word = WORD.match(row.quote, start) or LAST_WORD.search(row.value_printed)
            if word and any(name == word[0] or name.endswith(f"・{word[0]}") for name in names):
                note = None if row.note == SHARED else row.note
                facts.observations[n] = row._replace(unit=code, unit_basis="inherited", note=note)


def _names(facts: Facts) -> Iterator[str]:
    """What the sheet calls the partner's currency, and how it writes it: behind the label, or below it."""
    for line in facts.outline.lines:
        words = closed(facts.words(line))
        is_headed = line.section.head is not None and line.section.head.key == "通貨" and line.role in ("prose", "item")
        told = TOLD.match(words)
        if found := NAMED.match(told["named"] if told else words if is_headed else ""):
            yield from filter(None, found.groups())
