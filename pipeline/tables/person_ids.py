"""`person_ids.csv`: every id that was ever given to a person, and the mentions that each is known by.

The next run reads it, so that persons keep their ids; a folder that an older program wrote has its table of visits.
"""

from __future__ import annotations

import csv
import io
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Final

from pipeline.normalize.people.stable import BETWEEN, CURRENT, GivenId, mention_key
from pipeline.tables import OutputError
from pipeline.tables.stored import stored_rows

NAME: Final = "person_ids.csv"
_TOGETHER: Final = 1 << 10
"""How many lines are printed at a time."""


def person_ids_lines(ids: Iterable[GivenId]) -> Iterator[bytes]:
    """The file, many lines at a time, always the same bytes for the same ids.

    >>> list(person_ids_lines([GivenId("mng/bold", "MNG", "retired", "mng/bold-l", ("m/mng|2012..2012|BOLD|",))]))
    [b'person_id,area,status,now,mentions\\nmng/bold,MNG,retired,mng/bold-l,m/mng|2012..2012|BOLD|\\n']
    """
    rows = chain([GivenId._fields], ((*one[:-1], BETWEEN.join(one.mentions)) for one in ids))
    while some := list(islice(rows, _TOGETHER)):
        lines = io.StringIO(newline="")
        csv.writer(lines, lineterminator="\n").writerows(some)
        yield lines.getvalue().encode("utf-8")


def stored_ids(out: Path) -> Iterator[GivenId]:
    """The ids that an output folder knows; none where there is no folder. Raises `OutputError` for a file that is not as a
    run writes it: without it ids would be given twice.

    >>> list(stored_ids(Path("nowhere")))
    []
    """
    path = out / NAME
    if not path.is_file():
        yield from _of_visits(out)
        return
    csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines, strict=True)
            if tuple(next(rows, ())) != GivenId._fields:
                raise ValueError
            yield from map(_given, rows)
    except (ValueError, OSError, csv.Error) as error:
        told = "is not as a run wrote it: take it from a copy, or remove it and persons get new ids"
        raise OutputError(f"{path} {told}") from error


def _given(row: list[str]) -> GivenId:
    person_id, area, status, now, mentions = row
    return GivenId(person_id, area, status, now or None, tuple(filter(None, mentions.split(BETWEEN))))


def _of_visits(out: Path) -> Iterable[GivenId]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in stored_rows(out, "visits"):
        if row["person_id"]:
            printed = row["name_printed"] or row["main_name"]
            key = mention_key(row["document_id"], row["date_start"], row["date_end"], printed, row["office"])
            found[row["person_id"], row["from_area"]].add(key)
    return (GivenId(*ids, CURRENT, None, tuple(sorted(keys))) for ids, keys in sorted(found.items()))
