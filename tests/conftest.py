"""What all tests share: the commands with what they print, and hypothesis without a clock or a die."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import settings

from pipeline.__main__ import main

ROOT = Path(__file__).parents[1]
Command = Callable[..., subprocess.CompletedProcess[str]]
SURROUNDINGS = {"COLUMNS": "120"}

settings.register_profile("factsheets", max_examples=50, deadline=None, derandomize=True, database=None)
settings.load_profile("factsheets")

# Some hundred commands are run: each compiles the whole package, two seconds, where none may keep what it compiled.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Collecting makes some hundred thousand objects that all stay: to walk them again and again takes a quarter of its time.
gc.disable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests first, so that no worker is left with one of them when the others have nothing more to do."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    gc.enable()


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
def factsheets(tmp_path: Path) -> Command:
    """Give `factsheets` these arguments, and `typed` on standard input, in an empty folder and in this process: one of its
    own takes a second or two before it does anything. That it says the same is tested in `test_cli.py`."""

    def call(*arguments: str | Path, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        streams = {"stdin": BytesIO(typed.encode()), "stdout": BytesIO(), "stderr": BytesIO()}
        texts = {name: TextIOWrapper(stream, encoding="utf-8") for name, stream in streams.items()}
        with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
            patch.chdir(tmp_path)
            patch.setattr(sys, "argv", ["factsheets", *map(str, arguments)])
            for name, value in (SURROUNDINGS | environment).items():
                patch.setenv(name, value)
            for name, text in texts.items():
                patch.setattr(sys, name, text)
            code = main()
        for text in texts.values():
            text.seek(0)
        return subprocess.CompletedProcess(arguments, code, texts["stdout"].read(), texts["stderr"].read())

    return call


@pytest.fixture
def process(tmp_path: Path) -> Command:
    """The same in a process of its own, as a user starts it."""

    def call(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pipeline", *map(str, arguments)],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | SURROUNDINGS | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return call


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: a part of the tests waits for clocks, servers and killed workers."""
    return (os.cpu_count() or 1) + 1
