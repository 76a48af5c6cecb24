"""One text → one plain dictionary, for those who want to see what the normalisers make of it (`factsheets normalize`).

What belongs here: which fields are told, and that no text is an error. What a text means is the normalisers' business.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pipeline import normalize
from pipeline.normalize.refusal import Refusal

if TYPE_CHECKING:
    from pipeline.normalize.amounts import Amount
    from pipeline.normalize.visitors import Visitor

_ESCAPED = {point: f"\\u{point:04x}" for point in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


def dates(text: str) -> dict[str, Any]:
    """The one date that a text is, or holds among a few other words. Months without a year have no date here.

    >>> dates("Established on July 24, 2006")["edtf"], dates("July 2006 and May 2008")["refused"]
    ('2006-07-24', 'several dates')
    """
    from pipeline.normalize.dates.lone import lone_date

    value = lone_date(text)
    fields = ("edtf", "start", "end", "precision", "role", "fiscal")
    told = {field: None if isinstance(value, Refusal) else getattr(value, field) for field in fields}
    return {"input": text} | told | {"refused": _reason(value)}


def amounts(text: str) -> dict[str, Any]:
    """All amounts of a text in order; the figures of its dates are none.

    >>> [amount["low"] for amount in amounts("25-30 million yen in May 2013")["amounts"]], amounts("in May 2013")["refused"]
    (['25000000'], 'a date')
    """
    from pipeline.normalize.amounts import why_no_amount

    dates = [(date.start, date.end) for date in normalize.find_dates(text)]
    found = normalize.find_amounts(text, skip=dates)
    refused = None if found else why_no_amount(text, skip=dates)
    return {"input": text, "amounts": [_amount(one) for one in found], "refused": refused}


def _amount(amount: Amount) -> dict[str, Any]:
    fields = ("value", "low", "high", "unit", "unit_mult", "decimals", "status", "printed", "start", "end")
    return {field: _plain(getattr(amount, field)) for field in fields}


def _plain(value: object) -> object:
    return f"{value:f}" if isinstance(value, Decimal) else value


def names(text: str, area: str | None = None) -> dict[str, Any]:
    """The visitors that the content of a visit cell names; `area` is their country, which has its custom of names.

    >>> [(v["office"], v["main_name"]) for v in names("Prime Minister S. ABE")["visitors"]]
    [('Prime Minister', 'Abe')]
    """
    found = normalize.parse_visitors(text, area=area)
    return {
        "input": text,
        "visitors": [_visitor(one, text) for one in found.visitors],
        "occasion": found.occasion,
        "guest_status": found.guest_status,
        "refused": found.refused,
    }


def _visitor(visitor: Visitor, text: str) -> dict[str, Any]:
    fields = ("visitor_kind", "party_role", "honorific", "office", "office_class", "main_name", "other_names")
    return {field: getattr(visitor, field) for field in fields} | {"printed": text[visitor.start : visitor.end]}


def areas(text: str) -> dict[str, Any]:
    """The one area that a text names.

    >>> areas("Mongolian"), areas("Ulaanbaatar")["refused"]
    ({'input': 'Mongolian', 'area': 'MNG', 'kind': 'demonym', 'refused': None}, 'no area')
    """
    value = normalize.parse_area(text)
    area, kind = (None, None) if isinstance(value, Refusal) else value
    return {"input": text, "area": area, "kind": kind, "refused": _reason(value)}


def _reason(value: object) -> str | None:
    return value.reason if isinstance(value, Refusal) else None


DOORS: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "dates": dates,
    "amounts": amounts,
    "names": names,
    "areas": areas,
}


def json_line(told: object, indent: int | None = None) -> str:
    """What is told as JSON, on one line unless indented. Escaped is only what breaks lines, moves cursors, or is no
    character at all.

    >>> json_line({"input": "モンゴル\u2028", "refused": None})
    '{"input": "モンゴル\\\\u2028", "refused": null}'
    """
    line = json.dumps(told, ensure_ascii=False, indent=indent).translate(_ESCAPED)
    return line.encode("utf-8", "backslashreplace").decode()
