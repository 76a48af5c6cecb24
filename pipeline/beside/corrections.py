"""What people know better than a sheet: `corrections.toml` in a folder of sheets, applied after everything else.

```toml
[[correction]]
id = "mng-trade-2013"                    # what `correction_id` points to
document = "mofa-japan/mng/2014-09-01"   # or series = "mofa-japan/mng"
table = "observations"
fact_key = "trade_goods:JPN>MNG:flow:2013:-"   # or quote = "Exports to Mongolia: 29.3 billion yen."
column = "value"
printed = "29300000000"                  # what the table says
correct = "29400000000"                  # what it should say; "" for nothing
why = "the ministry's own statistics"
evidence = "Trade Statistics of Japan, 2013"
status = "confirmed"                     # or "proposed": listed, and not applied; or "kept": the print is right
rule = "sum_mismatch"                    # the finding that it answers, if it answers one
```

An entry that matches no row, or several rows of one document, or whose row does not say what is `printed`, or says already
what is `correct`, is not applied: the run tells it as an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import schemas
from pipeline.beside import BesideError, files_beside, read_entries

FILE: Final = "corrections.toml"
STATUSES: Final = ("confirmed", "proposed", "kept")
_WORDS: Final = ("id", "table", "column", "printed", "correct", "why", "evidence", "status")
_PLACES: Final = ("document", "series")
_ROWS: Final = ("fact_key", "quote")


class Correction(NamedTuple):
    """One entry. Of `document` and `series`, and of `fact_key` and `quote`, exactly one is given."""

    id: str
    table: str
    column: str
    printed: str
    correct: str
    why: str
    evidence: str
    status: str
    document: str | None = None
    series: str | None = None
    fact_key: str | None = None
    quote: str | None = None
    rule: str | None = None

    def concerns(self, document_id: str) -> bool:
        """Whether it is about a document."""
        return self.document == document_id or self.series == document_id.rpartition("/")[0]


def load_corrections(paths: Iterable[Path]) -> list[Correction]:
    """The corrections of the folders among some paths, in the order of their files. Raises `BesideError`."""
    found = [
        _correction(file, n, entry)
        for file in files_beside(paths, FILE)
        for n, entry in enumerate(read_entries(file, "correction")["correction"], 1)
    ]
    twice = sorted({one.id for one in found if sum(one.id == other.id for other in found) > 1})
    if twice:
        raise BesideError(f"{FILE}: the id {twice[0]} stands there twice; give each correction its own")
    return found


def _correction(file: Path, n: int, entry: dict[str, Any]) -> Correction:
    where = f"{file}: correction {n} ({entry.get('id', 'without an id')})"
    if missing := [name for name in _WORDS if not isinstance(entry.get(name), str)]:
        raise BesideError(f"{where}: {missing[0]} is missing or no text; all of {', '.join(_WORDS)} are needed")
    if unknown := sorted(set(entry) - {*_WORDS, *_PLACES, *_ROWS, "rule"}):
        raise BesideError(f"{where}: {unknown[0]} is no field of a correction")
    for group in (_PLACES, _ROWS):
        if sum(isinstance(entry.get(name), str) for name in group) != 1:
            raise BesideError(f"{where}: one of {' and '.join(group)} is needed, and only one")
    if entry["table"] not in schemas.FACTS or entry["status"] not in STATUSES:
        raise BesideError(
            f"{where}: the table is one of {', '.join(schemas.FACTS)}, the status one of {', '.join(STATUSES)}"
        )
    if blank := [name for name in ("id", "why", "evidence") if not entry[name].strip()]:
        raise BesideError(f"{where}: {blank[0]} is empty")
    return Correction(**entry)


def matching(correction: Correction, rows: Sequence[Any]) -> list[int]:
    """The places of the rows of its table that an entry is about."""
    return [
        n
        for n, row in enumerate(rows)
        if correction.concerns(row.document_id)
        and (correction.fact_key is None or row.fact_key == correction.fact_key)
        and (correction.quote is None or _folded(correction.quote) == _folded(row.quote))
    ]


def _folded(quote: str) -> str:
    return " ".join(quote.split())
