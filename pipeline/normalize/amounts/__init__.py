"""Amounts in a text: numbers with scale, currency, unit and the thing counted, and the words that stand for one.

What belongs here: reading one number as printed, exactly. What does not: dates (`skip` takes them away, and what is
no amount by its looks is left out), ranks and ordinals, and what an amount is about.
"""

from __future__ import annotations

from pipeline.normalize.amounts.find import find_amounts
from pipeline.normalize.amounts.model import Amount, UnitContext
from pipeline.normalize.amounts.of_lands import currency_of_land
from pipeline.normalize.amounts.refusals import why_no_amount
from pipeline.normalize.amounts.units import parse_unit

__all__ = ["Amount", "UnitContext", "currency_of_land", "find_amounts", "parse_unit", "why_no_amount"]
