"""Templates → bytes. Everything that is put into a page is escaped, and what is not there is an error."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline import __version__
from pipeline.account import count
from pipeline.normalize.areas import area_name
from pipeline.report import words
from pipeline.report.sheet_html import sheet_html

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""Nothing but the report's own files; nothing written into a page can run or ask for anything."""


def page(template: str, **values: Any) -> str:
    """A page, or a piece of one."""
    return _environment().get_template(f"{template}.html.j2").render(values)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("pipeline.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    told = (words.said, words.sentence, words.direction, words.areas, words.number, count, words.visitor)
    made.filters |= {one.__name__: one for one in (*told, words.anchor, words.short, area_name, sheet_html)}
    made.globals |= {
        "policy": POLICY,
        "program": f"factsheets {__version__}",
        "titles": words.TITLES,
        "nouns": words.NOUNS,
    }
    return made
