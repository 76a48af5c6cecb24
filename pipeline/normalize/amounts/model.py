"""What goes in and comes out: plain values, no logic."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class UnitContext(NamedTuple):
    """What a heading or caption says for every number below it, and what the publisher says of bare signs.

    `unit` is an ISO 4217 code or a code of `schemas/units.toml`; `unit_mult` a power of ten, 9 for billion. A sign
    whose meaning is `None` leaves the unit empty and says so in the amount's note.
    """

    unit: str | None = None
    unit_mult: int = 0
    yen_sign: str | None = "JPY"
    dollar_sign: str | None = "USD"


class Amount(NamedTuple):
    """One amount of a text: `text[start:end] == printed`.

    `value` is exact and in base units: `31.1 billion yen` is `31100000000`; it is `None` for a range, which has
    `low` and `high`, and for words such as `none`. `status` is one of `exact approximate at_least at_most none zero
    not_available being_compiled`. `decimals` and `unit_mult` are the printed precision: 1 and 9 for `31.1 billion`.
    `unit_basis` is `stated` (by the words or the sign at the number), `inherited` (from the context) or `unknown`.
    `noun` is what is counted, as printed.
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    unit_mult: int
    decimals: int
    status: str
    printed: str
    start: int
    end: int
    unit_basis: str
    noun: str | None = None
    note: str | None = None
