"""What the stages of a run counted → its account, and what `run.json` tells of it."""

from __future__ import annotations

from typing import Any

from pipeline.account import Account
from pipeline.collection import Collection
from pipeline.collection.orders import Orders
from pipeline.exits import MISSING, OK, REFUSED
from pipeline.tables.sinks import Counts


def account_for(collection: Collection, orders: Orders, counts: Counts) -> Account:
    """The account of a run that has written nothing yet."""
    exit_code = REFUSED if collection.refused or counts.refused or orders.problems else OK
    return Account(
        documents=len(collection),
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


def run_record(collection: Collection, account: Account, counts: Counts) -> dict[str, Any]:
    """What `run.json` tells of a run, but for the versions and the time of day that the writer adds."""
    return {
        "inputs": ({"path": path, "sha256": sha} for path, sha in collection.inputs()),
        "refused": [{"path": one.source_path, "reason": one.message} for one in collection.refused],
        "rows": {
            name: {"in": made, "out": account.rows[name]} for name, made in counts.rows_in.items() if name != "refused"
        },
        "exit_status": account.exit_code,
        "seconds": round(account.seconds, 3),
        "account": account.kept(),
    }
