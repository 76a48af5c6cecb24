"""How codes, numbers and ids are told to people."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import schemas
from pipeline.normalize.areas import area_name
from pipeline.report.stored import SHOWN, Row

NOUNS: Final = {table: schemas.keys()[table].removesuffix("_id") for table in SHOWN}
"""Table → what one of its rows is called, in ids and on the pages."""
TITLES: Final = {"visits": "Visits", "observations": "Figures", "events": "Events", "findings": "Findings"}


def said(code: str | None) -> str:
    """A code of a closed list as words.

    >>> said("minister_foreign_affairs"), said(None)
    ('minister foreign affairs', '')
    """
    return (code or "").replace("_", " ")


def sentence(code: str | None) -> str:
    """A code as the words that begin a line.

    >>> sentence("trade_goods")
    'Trade goods'
    """
    words = said(code)
    return words[:1].upper() + words[1:]


def direction(row: Row) -> str:
    """From where to where, as far as it is known.

    >>> direction({"from_area": "MNG", "to_area": "JPN"}), direction({"from_area": "MNG", "to_area": None})
    ('Mongolia → Japan', 'Mongolia')
    """
    known = [area_name(row[column]) for column in ("from_area", "to_area") if row[column]]
    if row["to_area"] and not row["from_area"]:
        return f"→ {known[0]}"
    return " → ".join(known)


def areas(codes: str | None) -> str:
    """The names of some areas.

    >>> areas("JPN MNG")
    'Japan, Mongolia'
    """
    return ", ".join(map(area_name, (codes or "").split()))


def number(value: Decimal | int | None) -> str:
    """An exact number with its thousands parted, and no zeros behind it that nobody wrote.

    >>> number(Decimal("31100000000.000")), number(Decimal("3.70")), number(None)
    ('31,100,000,000', '3.7', '')
    """
    if value is None:
        return ""
    told = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def visitor(row: Row) -> str:
    """Who came, as normalised: the name as far as there is one, else the office."""
    names = [row["other_names"], row["main_name"]]
    return " ".join(name for name in names if name) or row["name_printed"] or row["office"] or said(row["visitor_kind"])


def anchor(row_id: str) -> str:
    """The place of a row on its page.

    >>> anchor("mofa-japan/mng/2014-09-01#visit-0001"), anchor("mofa-japan/mng/2014-09-01")
    ('2014-09-01.visit-0001', '2014-09-01')
    """
    return row_id.rpartition("/")[2].replace("#", ".")


def short(row_id: str) -> str:
    """The number of a row within its sheet.

    >>> short("mofa-japan/mng/2014-09-01#visit-0001")
    'visit-0001'
    """
    return row_id.partition("#")[2]
