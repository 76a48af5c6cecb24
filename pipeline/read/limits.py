"""What no input may exceed, and how inputs fail that cannot be followed to their end.

The limits fit real sheets: of those known none is larger than 200 kB, has more than 300 rows or a line over 2,000
characters. What passes one is refused under `document_rejected`, with the limit named, and the run goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

RULE = "document_rejected"
CUT = "ends in the middle of a record"
MAX_NAME = 2_000
"""Characters of an address within a path."""
_VALUE: Final = re.compile(r"[0-9]{1,12}")


class Limits(NamedTuple):
    """The limits of one run; plain numbers, so that they reach every worker as they are."""

    document: int = 20_000_000
    record: int = 20_000_000
    slow_page: int = 1_000_000
    tables: int = 500
    cells: int = 200_000
    line: int = 20_000
    marks: int = 30
    seconds: int = 15
    megabytes: int = 2_048

    def over(self, name: str) -> str:
        """How a document is refused that passed a limit.

        >>> LIMITS.over("tables")
        'over the limit of 500 tables of one page (tables)'
        """
        return f"over the limit of {getattr(self, name):,} {MEANINGS[name]} ({name})"


MEANINGS: Final = {
    "document": "bytes of one sheet, without containers and codings",
    "record": "bytes of one record of a web archive",
    "slow_page": "characters of a page that only the slow reader reads whole: nested too deeply, or too many attributes",
    "tables": "tables of one page",
    "cells": "cells of one table, spans counted",
    "line": "characters of one paragraph, item or row",
    "marks": "combining marks in a row",
    "seconds": "seconds for one sheet",
    "megabytes": "megabytes of memory for one worker",
}

LIMITS: Final = Limits()
"""The limits unless told otherwise."""


def limits_from(settings: Iterable[str]) -> Limits:
    """The limits with some of them set, as `NAME=VALUE`. Raises `ValueError`, which says what can be set.

    >>> limits_from(["tables=10", "cells=1_000"]).tables
    Traceback (most recent call last):
    ...
    ValueError: no limit 'cells=1_000': NAME=VALUE sets document, record, slow_page, tables, cells, line, marks, seconds, \
megabytes to a whole number from 1
    """
    made = LIMITS
    for setting in settings:
        name, _, value = setting.partition("=")
        if name not in Limits._fields or not _VALUE.fullmatch(value) or not int(value):
            known = ", ".join(Limits._fields)
            raise ValueError(f"no limit {setting[:80]!r}: NAME=VALUE sets {known} to a whole number from 1")
        made = made._replace(**{name: int(value)})
    return made


class Damaged(Exception):
    """Raised where a container's bytes lead no further; says for people why. Never leaves `pipeline.read`."""


class Exceeded(Exception):
    """Raised where a page passes the limit of this name. Never leaves `pipeline.read`."""
