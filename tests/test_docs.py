"""Pages that people read: their links lead somewhere, and what they tell to type works."""

from __future__ import annotations

import csv
import re
import shlex
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.each import each
from tests.helpers import MONGOLIA, ROOT

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\(([^)\s]+)\)")
ROW = re.compile(r"^\| (.*)\|$", re.M)
QUOTED = re.compile(r"(?s)```.*?```|`[^`\n]+`")
NAMED = re.compile(r"(?<![\w./-])(?:(?:pipeline|schemas|tests|benchmarks)/[\w./*<>-]*[\w/]|[\w/*]+\.py)(?![\w.])")
"""A path from the top, or the end of one to a module."""
MODULE = re.compile(r"python -m ((?:pipeline|tests|benchmarks)[\w.]*\w)")
PARTS = ("pipeline", "schemas", "tests", "benchmarks")
BLOCK = re.compile(r"```(\w*)\n(.*?)```", re.S)


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w -]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@each("page", PAGES)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path) if path else page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file) or file.suffix != ".md", target


def tree() -> set[str]:
    """All files and folders of the program, the folders with a slash behind them."""
    files = [file for part in PARTS for file in (ROOT / part).rglob("*") if "__pycache__" not in file.parts]
    return {f"{file.relative_to(ROOT)}{'/' * file.is_dir()}" for file in files} | {f"{part}/" for part in PARTS}


@each("page", PAGES)
def test_files_and_modules_that_are_named_are_there(page: Path) -> None:
    text, there = page.read_text("utf-8"), tree()
    named = [one for words in QUOTED.findall(text) for one in NAMED.findall(words) if "<" not in one]
    named += [f"{one.replace('.', '/')}" for one in MODULE.findall(text)]
    for one in named:
        is_whole = one.startswith(tuple(f"{part}/" for part in PARTS))
        ends = ("", "/", ".py") if is_whole else ("",)
        assert any(fnmatch(path, (one if is_whole else f"*/{one}") + end) for path in there for end in ends), one


def test_the_excerpt_of_the_readme_is_real() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(text.splitlines()) <= 60
    tables = [
        [[cell.strip() for cell in row.split("|")] for row in ROW.findall(block)]
        for block in text.split("\n\n")
        if block.startswith("| ")
    ]
    assert len(tables) == 2
    for name, ((*head,), *rows) in zip(("visits", "observations"), tables, strict=True):
        columns = [{"from": "from_area", "to": "to_area"}.get(word, word) for word in head]
        with (ROOT / "outputs" / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            written = [[row[column] for column in columns] for row in csv.DictReader(lines)]
        assert all(row in written for row in rows)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sheet and its tables, as after `make run`."""
    folder = tmp_path_factory.mktemp("tutorial")
    (folder / "raw").mkdir()
    (folder / "raw" / MONGOLIA.name).write_bytes(MONGOLIA.read_bytes())
    command(folder, ["run"])
    return folder


def command(folder: Path, arguments: list[str]) -> str:
    code = [sys.executable, "-m", "pipeline", *arguments]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "HOME": str(folder), "COLUMNS": "160"}
    result = subprocess.run(code, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_the_tutorial_does_what_it_says(place: Path) -> None:
    blocks = BLOCK.findall((ROOT / "docs" / "tutorial.md").read_text("utf-8"))
    lines = [line for kind, block in blocks if not kind for line in block.splitlines()]
    typed = [shlex.split(line)[1:] for line in lines if line.startswith(("factsheets sql", "factsheets show"))]
    assert len(typed) == 2
    assert "factsheets explain prose_table_contradiction" in lines
    for arguments in typed:
        assert "mofa-japan/mng/2014-09-01#visit-0030" in command(place, arguments)
    (program,) = [block for kind, block in blocks if kind == "python"]
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=place, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert "2014" in result.stdout
