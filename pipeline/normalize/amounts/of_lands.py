"""Whose currency is whose, as far as the letters of the codes tell."""

from __future__ import annotations

from functools import cache

import pycountry


@cache
def currency_of_land(area: str | None) -> str | None:
    """The ISO 4217 code that begins with the two letters of a land (ISO 3166-1 alpha-3), where exactly one does.

    >>> currency_of_land("SWE"), currency_of_land("FRA"), currency_of_land("CHE")
    ('SEK', None, None)
    """
    land = pycountry.countries.get(alpha_3=area) if area else None
    codes = [one.alpha_3 for one in pycountry.currencies if land is not None and one.alpha_3[:2] == land.alpha_2]
    return codes[0] if len(codes) == 1 else None
