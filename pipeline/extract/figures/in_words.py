"""A number in words that is all that a line says: `Eight (as of October 2000)`, `Japanese companies: three`."""

from __future__ import annotations

import re

from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.normalize.amounts.cardinals import CARDINAL, parse_cardinal

ALONE = re.compile(rf"\s*(?P<number>{CARDINAL.pattern})(?P<noun>(?: [a-z]+){{0,3}})\s*\.?\s*")


def number_alone(text: str, plain: str, start: int) -> Amount | None:
    """The number that the words of a line from `start` on are, maybe with what it counts; `plain` is the line without its
    brackets. `None` for any other words: in a sentence small numbers are as often none.

    >>> number_alone("Eight (2000)", "Eight       ", 0).printed, number_alone("One of them", "One of them", 0)
    ('Eight', None)
    """
    found = ALONE.fullmatch(plain.lower(), start) if plain.isascii() else None
    value = parse_cardinal(found["number"]) if found else None
    if found is None or value is None:
        return None
    amounts = find_amounts(f"{value}{found['noun']}")
    if len(amounts) != 1 or (found["noun"] and amounts[0].unit is None):
        return None
    first, last = found.start("number"), found.end("noun") if found["noun"] else found.end("number")
    return amounts[0]._replace(printed=text[first:last], start=first, end=last)
