"""`person_ids.csv`: every id that was ever given to a person, and the mentions that each is known by.

The next run reads it, so that persons keep their ids; a folder that an older program wrote has its table of visits.
"""

from __future__ import annotations

import csv
import io
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pipeline.normalize.people.stable import CURRENT, GivenId, mention_key
from pipeline.tables import OutputError
from pipeline.tables.stored import stored_rows

NAME: Final = "person_ids.csv"
_BETWEEN: Final = "; "


def person_ids_bytes(ids: Iterable[GivenId]) -> bytes:
    """The whole file, always the same bytes for the same ids.

    >>> person_ids_bytes([GivenId("mng/bold", "MNG", "retired", "mng/bold-l", ("m/mng|2012..2012|BOLD|",))])
    b'person_id,area,status,now,mentions\\nmng/bold,MNG,retired,mng/bold-l,m/mng|2012..2012|BOLD|\\n'
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(GivenId._fields)
    writer.writerows((*one[:-1], _BETWEEN.join(one.mentions)) for one in ids)
    return lines.getvalue().encode("utf-8")


def stored_ids(out: Path) -> tuple[GivenId, ...]:
    """The ids that an output folder knows; none where there is no folder. Raises `OutputError` for a file that is not as a
    run writes it: without it ids would be given twice.

    >>> stored_ids(Path("nowhere"))
    ()
    """
    path = out / NAME
    if not path.is_file():
        return tuple(_of_visits(out))
    csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines, strict=True)
            if tuple(header) != GivenId._fields:
                raise ValueError
            return tuple(map(_given, rows))
    except (ValueError, OSError, csv.Error) as error:
        told = "is not as a run wrote it: take it from a copy, or remove it and persons get new ids"
        raise OutputError(f"{path} {told}") from error


def _given(row: list[str]) -> GivenId:
    person_id, area, status, now, mentions = row
    return GivenId(person_id, area, status, now or None, tuple(filter(None, mentions.split(_BETWEEN))))


def _of_visits(out: Path) -> Iterable[GivenId]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in stored_rows(out, "visits"):
        if row["person_id"]:
            printed = row["name_printed"] or row["main_name"]
            key = mention_key(row["document_id"], row["date_start"], row["date_end"], printed, row["office"])
            found[row["person_id"], row["from_area"]].add(key)
    return (GivenId(*ids, CURRENT, None, tuple(sorted(keys))) for ids, keys in sorted(found.items()))
