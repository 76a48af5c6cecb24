"""What all tests share: the commands run as a user runs them, and hypothesis without a clock or a die."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]

settings.register_profile("factsheets", deadline=None, derandomize=True, database=None)
settings.load_profile("factsheets")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the commands keep of sheets goes into a folder of this session, not of its user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a run over the sheets that come in several versions."""
    from pipeline.run import run

    out = tmp_path_factory.mktemp("versions") / "outputs"
    run(sorted((ROOT / "tests" / "fixtures" / "questions").glob("*.txt")), out)
    return out


@pytest.fixture
def factsheets(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `factsheets` with these arguments in an empty folder; standard output and error come apart, as text."""

    def call(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pipeline", *map(str, arguments)],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "120"} | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return call
