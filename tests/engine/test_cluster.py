"""The same run on a real Dask scheduler with two real worker processes, one of which is killed on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.engine.cluster import Cluster
from pipeline.run import run, running
from tests.helpers import FIXTURES, LOOSE, MONGOLIA, ROOT

pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")


def start(*command: str) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
    return subprocess.Popen([sys.executable, "-m", "distributed.cli." + command[0], *command[1:]], env=environment)


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    folder = tmp_path_factory.mktemp("dask")
    file = folder / "scheduler.json"
    processes = [
        start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
    ]
    for _ in range(2):
        processes.append(
            start("dask_worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-dashboard", "--no-nanny",
                  "--local-directory", str(folder))
        )  # fmt: skip
    from distributed.utils import json_load_robust  # waits for a whole file

    yield json_load_robust(file, timeout=40)["address"], processes
    for process in processes:
        process.kill()
        process.wait()


def files(out: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path.name not in LOOSE
    }


def slowly(item: int) -> int:
    time.sleep(0.2)
    return item * 2


@pytest.mark.long
def test_a_cluster_gives_the_same_bytes_and_survives_a_killed_worker(
    scheduler: tuple[str, list[subprocess.Popen[bytes]]],
    tmp_path: Path,
    process: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    address, processes = scheduler
    sheets = [FIXTURES / "sheets"]
    run(sheets, tmp_path / "here")
    run(sheets, tmp_path / "cluster", engine="dask", scheduler=address)
    assert files(tmp_path / "cluster") == files(tmp_path / "here")

    result = process(
        "run", MONGOLIA, "-o", tmp_path / "typed", "--engine", "dask", "--scheduler", address, "--no-cache"
    )
    assert result.returncode == 0, result.stderr

    cluster = Cluster(address)
    with running(cluster):
        cluster.client.wait_for_workers(2, timeout=40)
        results = cluster.map(slowly, range(8))
        first = next(results)
        processes[-1].send_signal(signal.SIGKILL)
        assert [first, *results] == [2 * n for n in range(8)]

    run(sheets, tmp_path / "after", engine="dask", scheduler=address)
    assert files(tmp_path / "after") == files(tmp_path / "here")


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engine.cluster.WAIT", 1)
    with pytest.raises(ValueError, match="no Dask scheduler answers"):
        run([MONGOLIA], engine="dask", scheduler="tcp://127.0.0.1:1")
