"""Whose currency is whose, as far as the letters of the codes tell."""

from __future__ import annotations

from functools import cache

import pycountry

import schemas


@cache
def currency_of_land(area: str | None) -> str | None:
    """The ISO 4217 code that begins with the two letters of a land (ISO 3166-1 alpha-3), where exactly one does: one of today,
    else one that was withdrawn.

    >>> currency_of_land("SWE"), currency_of_land("AUT"), currency_of_land("CHE")
    ('SEK', 'ATS', None)
    """
    land = pycountry.countries.get(alpha_3=area) if area else None
    money = [code for code, unit in schemas.units().items() if unit.is_money]
    own = [code for code in money if land is not None and code[:2] == land.alpha_2]
    today = [code for code in own if pycountry.currencies.get(alpha_3=code)]
    codes = today or own
    return codes[0] if len(codes) == 1 else None
