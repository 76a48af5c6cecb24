"""The views of `schemas/views.sql`, which DuckDB speaks, in PostgreSQL's words: by rule, so that there is one copy of them.

A macro becomes a function, whose body PostgreSQL binds to the tables when it is made: it goes on reading them whatever
their schema is called later, and whatever the path of a session. What no rule here fits PostgreSQL refuses when the view
is made, and the tests compare the rows of every view with DuckDB's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from schemas.views import View, views

HELPERS: Final = """
CREATE FUNCTION try_date(text) RETURNS date LANGUAGE plpgsql STABLE AS $$
BEGIN RETURN $1::date; EXCEPTION WHEN data_exception THEN RETURN NULL; END $$;
COMMENT ON FUNCTION try_date IS 'The day that a text names, if there is one.';
CREATE FUNCTION last_day(day date) RETURNS date STABLE PARALLEL SAFE
RETURN (date_trunc('month', day) + interval '1 month - 1 day')::date;
COMMENT ON FUNCTION last_day IS 'The last day of a day''s month.'
"""
"""What DuckDB has of its own."""
HELPER_NAMES: Final = ("FUNCTION try_date", "FUNCTION last_day")

_RULES: Final = (
    (r"\(\s*FROM\b", "(SELECT FROM"),
    (r"\btry_cast\((.+?) AS DATE\)", r"try_date(\1)"),
    (r"\bstring_split\(", "string_to_array("),
    (r"\bUNION ALL BY NAME\b", "UNION ALL"),
    (
        r"\bSELECT ((?:(?!\bSELECT\b)[^;])+?)\s+QUALIFY row_number\(\) OVER \(PARTITION BY (.+?) ORDER BY (.+?)\) = 1",
        r"SELECT DISTINCT ON (\2) \1 ORDER BY \2, \3",
    ),
)
"""DuckDB's way to say it, and PostgreSQL's."""
_PARAMETERS: Final = {"code": "text", "day": "date"}
_CALLED: Final = re.compile(r"SELECT \* FROM (\w+)\((.+)\)")


class Made(NamedTuple):
    """A view or a function: what makes it, what it is in `DROP` and `COMMENT`, and what it is for."""

    sql: str
    named: str
    description: str


def made_views() -> Iterator[Made]:
    """All views and functions in the order in which they are made.

    >>> [made.named for made in made_views()][:4]
    ['FUNCTION area_name', 'VIEW v_versions', 'VIEW v_latest_visits', 'FUNCTION as_of_visits']
    """
    macros: dict[str, View] = {}
    for view in views():
        if view.kind == "table_macro":
            macros[view.name] = view
        elif view.kind == "macro":
            parameter = _parameter(view)
            sql = f"CREATE FUNCTION {view.name}({parameter} {_PARAMETERS[parameter]}) RETURNS text"
            yield Made(f"{sql} STABLE PARALLEL SAFE RETURN {_body(view)}", f"FUNCTION {view.name}", view.description)
        elif (called := _CALLED.fullmatch(_body(view))) and called[1] in macros:
            yield from _view_and_function(view, macros.pop(called[1]), called[2])
        else:
            yield Made(f"CREATE VIEW {view.name} AS {_body(view)}", f"VIEW {view.name}", view.description)
    assert not macros, f"no view calls {macros.keys()}"


def _view_and_function(view: View, macro: View, argument: str) -> Iterator[Made]:
    """A view that only calls a macro has the macro's query itself, and gives the function made from it the type of its rows."""
    parameter, body = _parameter(macro), _body(macro)
    filled = re.sub(rf"\b{parameter}\b", argument, body)
    yield Made(f"CREATE VIEW {view.name} AS {filled}", f"VIEW {view.name}", view.description)
    head = f"CREATE FUNCTION {macro.name}({parameter} {_PARAMETERS[parameter]}) RETURNS SETOF {view.name}"
    yield Made(f"{head} STABLE BEGIN ATOMIC {body}; END", f"FUNCTION {macro.name}", macro.description)


def _parameter(macro: View) -> str:
    """The one parameter of a macro: `day` of `as_of_visits(day)`."""
    return macro.call.removeprefix(f"{macro.name}(").removesuffix(")")


def _body(view: View) -> str:
    """What a view or a macro is made as, in PostgreSQL's words."""
    body = view.sql.partition(" AS TABLE\n" if view.kind == "table_macro" else " AS")[2].strip()
    for pattern, replacement in _RULES:
        body = re.sub(pattern, replacement, body)
    return body
