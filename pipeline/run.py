"""The whole way on one screen: the only file that knows the order of the stages."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.assemble import Rows, assemble, violations
from pipeline.cache import Cache
from pipeline.collection import Collection, collect
from pipeline.decisions import load_decisions
from pipeline.news import Complaint, new_complaints
from pipeline.read.inputs import find_sources
from pipeline.records import Refused
from pipeline.sheet import Sheet, read_sheet

if TYPE_CHECKING:
    import pandas as pd

OK, REFUSED, NOT_WRITTEN, MISSING = 0, 3, 4, 5


class Account(NamedTuple):
    """What a run did: `rows` per table, `findings` per severity, what was refused, and the typed tables themselves.

    `news` are the complaints for which a strict run wrote nothing."""

    documents: int
    rows: dict[str, int]
    findings: dict[str, int]
    refused: tuple[Refused, ...]
    refused_rows: int
    out: Path | None
    written: bool
    exit_code: int
    tables: dict[str, pd.DataFrame]
    news: tuple[Complaint, ...]
    seconds: float


def run(
    paths: Sequence[str | Path],
    out: str | Path | None = None,
    *,
    strict: bool = False,
    cache: str | Path | None = None,
) -> Account:
    """Turn sheets into tables; write them into the folder `out` when one is given.

    `paths` are files and folders. With `strict` nothing is written when there is a warning or refusal that the
    output folder does not hold yet. `cache` is a folder where what was read of a sheet is kept for the next run; it never
    changes a result. Raises `OutputError` when the output cannot be written; bad inputs never raise, they
    are told in the account.
    """
    from pipeline import tables

    started = time.monotonic()
    folders, out_folder = [Path(path) for path in paths], Path(out) if out is not None else None
    if out_folder is not None:
        tables.check_output(out_folder)
    decisions = load_decisions(folders)
    collection = collect(read_sheets(folders, Path(cache) if cache is not None else None))
    texts = {sheet.id: sheet.text for sheet in collection.sheets}
    rows = assemble(collection, decisions)
    checked = tables.validate(tables.build(rows), texts)
    if checked.refused:
        rows["findings"] += violations(checked.refused)
        checked = tables.validate(tables.build(rows), texts)
    accepted, refused_rows = checked.accepted, len(checked.refused)
    news = new_complaints(accepted["findings"].to_dict("records"), out_folder) if strict else []
    exit_code = _exit_code(collection.refused, refused_rows, is_held=bool(news))
    is_written = out_folder is not None and not news
    if out_folder is not None and is_written:
        told = _run_record(collection, rows, accepted, exit_code, started)
        tables.write(accepted, texts, out_folder, run=told)
    return Account(
        documents=len(collection.sheets),
        rows={name: len(frame) for name, frame in accepted.items()},
        findings=dict(sorted(Counter(accepted["findings"]["severity"].tolist()).items())),
        refused=tuple(collection.refused),
        refused_rows=refused_rows,
        out=out_folder,
        written=is_written,
        exit_code=exit_code,
        tables=accepted,
        news=tuple(news),
        seconds=time.monotonic() - started,
    )


def read_sheets(paths: Sequence[Path], cache: Path | None = None) -> Iterator[Sheet | Refused]:
    """Every sheet of some files and folders, one by one: what the cache knows of it, else read."""
    known = Cache(cache) if cache is not None else None
    for source in find_sources(paths):
        if isinstance(source, Refused):
            yield source
        else:
            yield known.read(source, read_sheet) if known else read_sheet(source)


def _exit_code(refused: Sequence[Refused], refused_rows: int, *, is_held: bool) -> int:
    if is_held:
        return NOT_WRITTEN
    if any(one.missing for one in refused):
        return MISSING
    return REFUSED if refused or refused_rows else OK


def _run_record(
    collection: Collection, rows: Rows, accepted: dict[str, pd.DataFrame], exit_code: int, started: float
) -> dict[str, Any]:
    """What `run.json` tells of a run, but for the versions and the time of day that the writer adds."""
    return {
        "inputs": [{"path": path, "sha256": sha} for path, sha in collection.inputs],
        "refused": [{"path": one.source_path, "reason": one.message} for one in collection.refused],
        "rows": {
            name: {"in": len(made), "out": len(accepted[name])} for name, made in rows.items() if name != "refused"
        },
        "exit_status": exit_code,
        "seconds": round(time.monotonic() - started, 3),
    }
