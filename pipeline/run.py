"""The whole way on one screen: the only file that knows the order of the stages."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

from pipeline.account import Account
from pipeline.cache import Read
from pipeline.card import Card
from pipeline.collection import Collection, collect
from pipeline.corrections import load_corrections
from pipeline.decisions import load_decisions
from pipeline.engine import Engine, Failure
from pipeline.engine.choice import engine_for
from pipeline.engine.spool import Ref, Spool
from pipeline.news import new_ones
from pipeline.orders import Orders, give_orders
from pipeline.parts import PartOrder, make_part, part_orders, refused_row
from pipeline.read.inputs import find_sources
from pipeline.reading import read_all
from pipeline.records import Refused, Source
from pipeline.tables import check_output
from pipeline.tables.sinks import Counts, Held, Sink, sink_for
from pipeline.tables.stored import StoredTables
from pipeline.unchanged import account_of, digest_of, key_of

OK, REFUSED, NOT_WRITTEN, MISSING = 0, 3, 4, 5


def run(
    paths: Sequence[str | Path],
    out: str | Path | None = None,
    *,
    strict: bool = False,
    cache: str | Path | None = None,
    workers: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> Account:
    """Turn sheets into tables; write them into the folder `out` when one is given.

    `paths` are files and folders. With `strict` nothing is written when there is a warning or refusal that the output
    folder does not hold yet. `cache` is a folder where what was read of a sheet is kept for the next run; it never
    changes a result, and with it an output folder that holds already what the run would give is left as it is. `workers`
    is the number of processes, by default as many as there are processors where there are many sheets; `progress` is
    told of each number of sheets that are done. Raises `OutputError` when the output cannot be written; bad inputs never
    raise, they are told in the account.
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
    engine, sources = engine_for(_noted(find_sources(folders), digests), workers)
    with closing(engine), tempfile.TemporaryDirectory(prefix="factsheets-") as spool:
        collection = collect(_spooled(read_all(sources, engine, cache_folder, told=progress), Path(spool)))
        orders = give_orders(collection, decisions, corrections)
        try:
            with sink_for(out_folder) as sink:
                counts = _make(orders, collection, engine, sink, is_strict=strict)
                news = new_ones(counts.complaints, out_folder)
                if news:
                    raise Held
                account = _account(collection, orders, counts)
                sink.finish(_run_record(collection, account, counts, started) | {"key": key_of(digests, folders)})
        except Held:
            account = _account(collection, orders, counts)._replace(news=tuple(news), exit_code=NOT_WRITTEN)
    is_written = out_folder is not None and not news
    tables = StoredTables(out_folder) if out_folder is not None and is_written else sink.tables()
    return account._replace(out=out_folder, written=is_written, tables=tables, seconds=time.monotonic() - started)


def _noted(sources: Iterator[Source | Refused], digests: list[bytes]) -> Iterator[Source | Refused]:
    """The sources, each of which leaves its digest behind."""
    for source in sources:
        digests.append(digest_of(source))
        yield source


def _key(paths: Sequence[Path]) -> str:
    return key_of(map(digest_of, find_sources(paths)), paths)


def _spooled(results: Iterator[Read], folder: Path) -> Iterator[tuple[Card, Ref] | Refused]:
    """Cards with the places of their sheets, which go to disk as they come."""
    with closing(Spool(folder / "sheets")) as spool:
        for result in results:
            yield result if isinstance(result, Refused) else (result[0], spool.put(result[1]))


def _make(orders: Orders, collection: Collection, engine: Engine, sink: Sink, *, is_strict: bool) -> Counts:
    """All parts of all tables, into the sink; what the schemas refused comes last."""
    counts = Counts()
    parts = part_orders(orders.sheets, orders.loose, wants_complaints=is_strict)
    people = PartOrder((), people=orders.people.people)
    for part in engine.map(make_part, chain([people], parts)):
        if isinstance(part, Failure):
            raise RuntimeError(f"a part of the tables could not be made: {part.reason}")
        counts.add(part)
        sink.add({name: made for name, made in part.tables.items() if name != "refused"}, part.texts)
    refused = tuple(refused_row(one) for one in collection.refused) + tuple(counts.refused)
    last = make_part(PartOrder((), refused=refused))
    counts.rows["refused"] += last.tables["refused"].rows
    sink.add({"refused": last.tables["refused"]}, {})
    return counts


def _account(collection: Collection, orders: Orders, counts: Counts) -> Account:
    exit_code = REFUSED if collection.refused or counts.refused or orders.problems else OK
    return Account(
        documents=len(collection.cards),
        rows=dict(counts.rows),
        findings=counts.severities(),
        rules=counts.by_rule(),
        refused=tuple(collection.refused),
        refused_rows=len(counts.refused),
        duplicates=tuple(counts.duplicates),
        out=None,
        written=False,
        exit_code=MISSING if any(one.missing for one in collection.refused) else exit_code,
        tables={},
        news=(),
        seconds=0.0,
        problems=tuple(orders.problems),
    )


def _run_record(collection: Collection, account: Account, counts: Counts, started: float) -> dict[str, Any]:
    """What `run.json` tells of a run, but for the versions and the time of day that the writer adds."""
    return {
        "inputs": [{"path": path, "sha256": sha} for path, sha in collection.inputs],
        "refused": [{"path": one.source_path, "reason": one.message} for one in collection.refused],
        "rows": {
            name: {"in": made, "out": account.rows[name]} for name, made in counts.rows_in.items() if name != "refused"
        },
        "exit_status": account.exit_code,
        "seconds": round(time.monotonic() - started, 3),
        "account": account.kept(),
    }
