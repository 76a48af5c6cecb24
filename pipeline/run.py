"""The whole way on one screen: the only file that knows the order of the stages."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline import tables
from pipeline.account import Account, counted
from pipeline.assemble import Rows, assemble, violations
from pipeline.cache import Cache
from pipeline.collection import Collection, collect
from pipeline.corrections import Correction, load_corrections
from pipeline.decisions import load_decisions
from pipeline.news import new_complaints
from pipeline.normalize.people import Decision, GivenId
from pipeline.read.inputs import find_sources
from pipeline.records import Refused
from pipeline.sheet import Sheet, read_sheet
from pipeline.tables import check_output
from pipeline.tables.person_ids import stored_ids
from pipeline.unchanged import account_of, digest_of, key_of

OK, REFUSED, NOT_WRITTEN, MISSING = 0, 3, 4, 5


def run(
    paths: Sequence[str | Path],
    out: str | Path | None = None,
    *,
    strict: bool = False,
    cache: str | Path | None = None,
) -> Account:
    """Turn sheets into tables; write them into the folder `out` when one is given.

    `paths` are files and folders. With `strict` nothing is written when there is a warning or refusal that the output
    folder does not hold yet. `cache` is a folder where what was read of a sheet is kept for the next run; it never
    changes a result, and with it an output folder that holds already what the run would give is left as it is. Raises
    `OutputError` when the output cannot be written; bad inputs never raise, they are told in the account.
    """
    started = time.monotonic()
    folders = [Path(path) for path in paths]
    out_folder, cache_folder = Path(out) if out is not None else None, Path(cache) if cache is not None else None
    if out_folder is not None:
        check_output(out_folder)
        if cache_folder is not None and (known := account_of(out_folder, _key(folders))):
            return known._replace(seconds=time.monotonic() - started)
    decisions, corrections = load_decisions(folders), load_corrections(folders)
    digests: list[bytes] = []
    collection = collect(read_sheets(folders, cache_folder, digests))
    account, rows, texts, ids = _make(collection, decisions, corrections, out_folder, is_strict=strict)
    if out_folder is not None and not account.news:
        account = account._replace(out=out_folder, written=True)
        told = _run_record(collection, rows, account, started) | {"key": key_of(digests, folders)}
        tables.write(account.tables, texts, out_folder, run=told, person_ids=ids)
    return account._replace(out=out_folder, seconds=time.monotonic() - started)


def _make(
    collection: Collection,
    decisions: Sequence[Decision],
    corrections: Sequence[Correction],
    before: Path | None,
    *,
    is_strict: bool,
) -> tuple[Account, Rows, dict[str, str], tuple[GivenId, ...]]:
    """The tables of a collection, validated, with their account; `before` holds the complaints that are not new, and the
    ids that persons keep."""
    texts = {sheet.id: sheet.text for sheet in collection.sheets}
    given = stored_ids(before) if before is not None else ()
    rows, problems, ids = assemble(collection, decisions, corrections, given)
    checked = tables.validate(tables.build(rows), texts)
    if checked.refused:
        rows["findings"] += violations(checked.refused)
        checked = tables.validate(tables.build(rows), texts)
    accepted = checked.accepted
    news = new_complaints(accepted["findings"].to_dict("records"), before) if is_strict else []
    severities, rules, duplicates = counted(accepted["findings"])
    account = Account(
        documents=len(collection.sheets),
        rows={name: len(frame) for name, frame in accepted.items()},
        findings=severities,
        rules=rules,
        refused=tuple(collection.refused),
        refused_rows=len(checked.refused),
        duplicates=duplicates,
        out=None,
        written=False,
        exit_code=_exit_code(collection.refused, len(checked.refused) + len(problems), is_held=bool(news)),
        problems=tuple(problems),
        tables=accepted,
        news=tuple(news),
        seconds=0.0,
    )
    return account, rows, texts, ids


def read_sheets(
    paths: Sequence[Path], cache: Path | None = None, digests: list[bytes] | None = None
) -> Iterator[Sheet | Refused]:
    """Every sheet of some files and folders, one by one: what the cache knows of it, else read. `digests` get one more
    for each input."""
    known = Cache(cache) if cache is not None else None
    for source in find_sources(paths):
        if digests is not None:
            digests.append(digest_of(source))
        if isinstance(source, Refused):
            yield source
        else:
            yield known.read(source, read_sheet) if known else read_sheet(source)


def _key(paths: Sequence[Path]) -> str:
    return key_of(map(digest_of, find_sources(paths)), paths)


def _exit_code(refused: Sequence[Refused], refused_rows: int, *, is_held: bool) -> int:
    if is_held:
        return NOT_WRITTEN
    if any(one.missing for one in refused):
        return MISSING
    return REFUSED if refused or refused_rows else OK


def _run_record(collection: Collection, rows: Rows, account: Account, started: float) -> dict[str, Any]:
    """What `run.json` tells of a run, but for the versions and the time of day that the writer adds."""
    return {
        "inputs": [{"path": path, "sha256": sha} for path, sha in collection.inputs],
        "refused": [{"path": one.source_path, "reason": one.message} for one in collection.refused],
        "rows": {
            name: {"in": len(made), "out": account.rows[name]} for name, made in rows.items() if name != "refused"
        },
        "exit_status": account.exit_code,
        "seconds": round(time.monotonic() - started, 3),
        "account": account.kept(),
    }
