"""The whole way on one screen: the only file that knows the order of the stages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from pipeline.account import Account
from pipeline.account.counts import account_for, run_record
from pipeline.account.news import Complaint, new_ones
from pipeline.account.unchanged import account_of, digest_of, key_of
from pipeline.beside.corrections import load_corrections
from pipeline.beside.decisions import load_decisions
from pipeline.collection import Collection, collect
from pipeline.collection.orders import Orders, give_orders
from pipeline.collection.parts import Part, PartOrder, make_part, part_orders, refused_row
from pipeline.collection.people import People
from pipeline.engine import Engine, Failure
from pipeline.engine.choice import Wanted, engine_for
from pipeline.engine.desk import desk
from pipeline.engine.here import Here
from pipeline.engine.memory import arrow_keeps_none, passes_on
from pipeline.engine.scratch import scratch
from pipeline.engine.spool import Ref, Spool
from pipeline.exits import NOT_WRITTEN
from pipeline.read.files.inputs import find_sources
from pipeline.read.limits import LIMITS, Limits
from pipeline.records import Refused, Source
from pipeline.sheet import Card
from pipeline.sheet.cache import Read
from pipeline.sheet.reading import read_all
from pipeline.tables import OutputError, check_output
from pipeline.tables.claim import claim
from pipeline.tables.person_ids import stored_ids
from pipeline.tables.sinks import Counts, Held, Sink, sink_for
from pipeline.tables.stored import StoredTables


def run(
    paths: Sequence[str | Path],
    out: str | Path | None = None,
    *,
    strict: bool = False,
    report: bool = False,
    cache: str | Path | None = None,
    workers: int | None = None,
    engine: str = "local",
    scheduler: str | None = None,
    progress: Callable[[int], None] | None = None,
    limits: Limits = LIMITS,
    spreadsheet_safe: bool = False,
) -> Account:
    """Turn sheets into tables; write them into the folder `out` when one is given.

    `paths` are files and folders. With `strict` nothing is written when there is a warning or refusal that the output
    folder does not hold yet. With `report` the folder also gets pages that show every value in its sheet, with
    `spreadsheet_safe` CSV files without anything that a spreadsheet would run. `cache` is a folder where what was
    read of a sheet is kept for the next run; it never changes a result, and with it an output folder that holds
    already what the run would give is left as it is. `workers` is the number of processes, by default as many as
    there are processors where there are many sheets; the `engine` `dask` does the work on the cluster of a
    `scheduler`. `progress` is told of each number of sheets that are read; what passes one of the `limits` is
    refused. Raises `OutputError` when the output cannot be written, `ValueError` when a cluster or workers cannot be had; bad
    inputs never raise, they are told in the account.
    """
    plan = Plan(
        paths=tuple(Path(path) for path in paths),
        out=Path(out) if out is not None else None,
        cache=Path(cache) if cache is not None else None,
        strict=strict,
        report=report,
        engine=Wanted(workers, engine == "dask", scheduler, limits.megabytes),
        progress=progress,
        limits=limits,
        spreadsheet_safe=spreadsheet_safe,
        started=time.monotonic(),
    )
    arrow_keeps_none()
    if plan.out is None:
        return _run(plan)
    check_output(plan.out)
    with claim(plan.out):
        known = account_of(plan.out, _key(plan)) if plan.cache is not None else None
        return known._replace(seconds=time.monotonic() - plan.started) if known else _run(plan)


class Plan(NamedTuple):
    """What a run was asked for."""

    paths: tuple[Path, ...]
    out: Path | None
    cache: Path | None
    strict: bool
    report: bool
    engine: Wanted
    progress: Callable[[int], None] | None
    limits: Limits
    spreadsheet_safe: bool
    started: float


def _run(plan: Plan) -> Account:
    """Every stage, one after the other."""
    decisions, corrections = load_decisions(plan.paths), load_corrections(plan.paths)
    digests: list[bytes] = []
    engine, sources = engine_for(_noted(find_sources(plan.paths, plan.limits), digests), plan.engine)
    is_large = not isinstance(engine, Here)
    if is_large:
        passes_on()
    with running(engine), scratch() as folder, desk(folder) as table:
        people = People(table, folder, stored_ids(plan.out) if plan.out is not None else (), engine)
        read = read_all(sources, engine, plan.cache, limits=plan.limits, told=plan.progress)
        collection = collect(_spooled(read, folder), table)
        orders = give_orders(collection, people, decisions, corrections)
        news: list[Complaint] = []
        try:
            with sink_for(plan.out, report=plan.report, is_guarded=plan.spreadsheet_safe, is_large=is_large) as sink:
                counts = _make(orders, collection, engine, sink, is_strict=plan.strict)
                account = account_for(collection, orders, counts)
                news = new_ones(counts.complaints, plan.out)
                if news:
                    raise Held
                seconds = time.monotonic() - plan.started
                told = run_record(collection, account._replace(seconds=seconds), counts) | {"key": _key(plan, digests)}
                sink.finish(told, people.ids())
        except Held:
            account = account._replace(news=tuple(news), exit_code=NOT_WRITTEN)
    is_written = plan.out is not None and not news
    tables = StoredTables(plan.out) if plan.out is not None and is_written else sink.tables()
    return account._replace(out=plan.out, written=is_written, tables=tables, seconds=time.monotonic() - plan.started)


@contextmanager
def running(engine: Engine) -> Iterator[None]:
    """An engine that ends with the block: in peace, or at once when the block ends badly."""
    try:
        yield
    except BaseException:
        engine.close(at_once=True)
        raise
    engine.close()


def _noted(sources: Iterator[Source | Refused], digests: list[bytes]) -> Iterator[Source | Refused]:
    """The sources, each of which leaves its digest behind."""
    for source in sources:
        digests.append(digest_of(source))
        yield source


def _key(plan: Plan, digests: Sequence[bytes] | None = None) -> str:
    """The key of all that a run depends on; the inputs are read where their digests are not known."""
    known = map(digest_of, find_sources(plan.paths, plan.limits)) if digests is None else digests
    return key_of(known, plan.paths, f"{plan.limits} {plan.spreadsheet_safe} {plan.report}")


def _spooled(results: Iterator[Read], folder: Path) -> Iterator[tuple[Card, Ref] | Refused]:
    """Cards with the places of their sheets, which go to disk as they come."""
    with closing(Spool(folder / "sheets")) as spool:
        for result in results:
            yield result if isinstance(result, Refused) else (result[0], spool.put(result[1]))


def _make(orders: Orders, collection: Collection, engine: Engine, sink: Sink, *, is_strict: bool) -> Counts:
    """All parts of all tables, into the sink; what the schemas refused comes last."""
    counts = Counts()
    parts = part_orders(orders.sheets, orders.loose, wants_complaints=is_strict)
    people = (PartOrder((), people=some) for some in orders.people.rows())
    for part in _made(chain(people, parts), engine):
        counts.add(part)
        sink.add({name: made for name, made in part.tables.items() if name != "refused"}, part.texts)
    refused = tuple(refused_row(one) for one in collection.refused) + tuple(counts.refused)
    for last in _made([PartOrder((), refused=refused)], engine):
        counts.rows["refused"] += last.tables["refused"].rows
        sink.add({"refused": last.tables["refused"]}, {})
    return counts


def _made(orders: Iterable[PartOrder], engine: Engine) -> Iterator[Part]:
    for part in engine.map(make_part, orders):
        if isinstance(part, Failure):
            raise OutputError(f"a part of the tables could not be made ({part.reason}): the folder is as it was")
        yield part
