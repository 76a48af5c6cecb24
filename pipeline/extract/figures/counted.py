"""Labels that say by their form that they count something, whatever it is: `Number of learners of Japanese: 46,762`."""

from __future__ import annotations

import re

import schemas
from pipeline.extract.direction import UNDECIDED, Flow, word_flow
from pipeline.extract.figures.shapes import Shape
from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.normalize.areas import find_areas

COUNTED = re.compile(r"(?:total )?number of\s++", re.I)
THINGS = re.compile(
    r"(?:(?:number|no\.) of )?(?:[a-z]+ ){0,2}(?P<unit>cases|projects|companies)"
    r"|(?:[一-鿿]{2})?(?P<cases>件数)|(?:進出|日系)*(?P<companies>企業数)",
    re.I,
)
"""What a label counts that says nothing but what is counted: `Number of approved projects`."""
FIRST_WORD = re.compile(r"\S+")


def is_counted(label: str) -> bool:
    """Whether a label counts something.

    >>> is_counted("Number of learners of Japanese"), is_counted("Learners of Japanese")
    (True, False)
    """
    return COUNTED.match(label) is not None


def things_counted(label: str) -> str | None:
    """The unit of what a label counts in words that say nothing else of it: so it is no money, whatever its heading's unit.

    >>> things_counted("Number of approved projects"), things_counted("認可件数"), things_counted("Grants")
    ('projects', 'cases', None)
    """
    told = THINGS.fullmatch(" ".join(label.split()).strip(" :："))
    return (told["unit"] or told.lastgroup or "").lower() or None if told else None


def is_bare_count(shape: Shape) -> bool:
    """Whether a line is a count and nothing else but brackets, so that its heading says what is counted: `12 companies (2012)`."""
    if len(shape.amounts) != 1 or shape.label:
        return False
    [amount] = shape.amounts
    is_whole = shape.plain.strip(" .,;") == shape.plain[amount.start : amount.end].strip()
    return is_whole and amount.unit is not None and schemas.units()[amount.unit].family == "count"


def counted(amount: Amount, label: str) -> Amount:
    """An amount without a unit as one of what its label counts, where its nouns are known.

    >>> counted(find_amounts("46,762")[0], "Number of learners of Japanese in Viet Nam").unit
    'persons'
    >>> counted(find_amounts("12")[0], "Number of Palestinians trained in Japan").unit
    'persons'
    """
    what = COUNTED.sub("", label, count=1)
    if amount.unit is not None or not (first := FIRST_WORD.match(what)):
        return amount
    units = (one.unit for words in (what, first[0]) for one in find_amounts(f"1 {words}")[:1])
    unit = next(filter(None, units), None)
    return amount._replace(unit=unit, unit_basis="stated") if unit else amount


def counted_flow(label: str, pair: tuple[str, str | None]) -> Flow:
    """From where to where those go who are counted, where they are a country's: learners of Japanese are not from Japan.

    >>> counted_flow("Number of Palestinians trained in Japan", ("JPN", "PSE")).from_area
    'PSE'
    """
    first = next(iter(find_areas(label)), None)
    opening = COUNTED.match(label)
    if first is None or opening is None or first.start != opening.end():
        return UNDECIDED
    stated = word_flow(label, pair)
    return Flow(*stated, "stated") if stated else UNDECIDED
