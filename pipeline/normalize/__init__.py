"""What printed dates, amounts, visitors and areas mean: pure functions, text in, value or named refusal out.

Each is imported when it is first asked for, so that whoever needs one does not wait for the lexicons of all.

>>> from pipeline.normalize import parse_area
>>> parse_area("Viet Nam").area
'VNM'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.normalize.amounts import find_amounts
    from pipeline.normalize.areas import find_areas, parse_area
    from pipeline.normalize.dates import find_dates, parse_date
    from pipeline.normalize.visitors import parse_visitors

__all__ = ["find_amounts", "find_areas", "find_dates", "parse_area", "parse_date", "parse_visitors"]

_HOMES = {
    "find_amounts": "amounts",
    "find_areas": "areas",
    "find_dates": "dates",
    "parse_area": "areas",
    "parse_date": "dates",
    "parse_visitors": "visitors",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
