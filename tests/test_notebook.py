"""`docs/notebook.ipynb`: its cells run in their order, beside the tables of raw/, and print what stands below them."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from pipeline.run import run
from tests.helpers import ROOT

NOTEBOOK = json.loads((ROOT / "docs" / "notebook.ipynb").read_text("utf-8"))
CODE = [cell for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder beside `outputs/`, as `docs/` is."""
    place = tmp_path_factory.mktemp("clone")
    run([ROOT / "raw"], place / "outputs")
    (place / "docs").mkdir()
    return place / "docs"


def test_it_is_a_notebook() -> None:
    assert (NOTEBOOK["nbformat"], NOTEBOOK["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in NOTEBOOK["cells"]]
    assert len(set(ids)) == len(ids)
    assert NOTEBOOK["cells"][0]["cell_type"] == "markdown"
    assert len(CODE) > 4


def test_cells_print_what_they_show(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {"__name__": "__main__"}
    for cell in CODE:
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile("".join(cell["source"]), f"cell {cell['id']}", "exec"), names)
        shown = "".join(line for one in cell["outputs"] for line in one["text"])
        assert printed.getvalue() == shown, cell["id"]
