"""`docs/notebook.ipynb`: its cells run in their order, beside the tables of raw/, and show what stands below them."""

from __future__ import annotations

import ast
import io
import json
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

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


def test_cells_show_what_stands_below_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {"__name__": "__main__"}
    for cell in CODE:
        printed, value = _ran(cell, names)
        texts = [line for one in cell["outputs"] if one["output_type"] == "stream" for line in one["text"]]
        assert printed == "".join(texts), cell["id"]
        pictures = [
            _told(one["data"]["image/svg+xml"]) for one in cell["outputs"] if one["output_type"] == "execute_result"
        ]
        assert pictures == ([] if value is None else [_told(_svg(value))]), cell["id"]


def test_one_cell_is_a_plot() -> None:
    assert sum(one["output_type"] == "execute_result" for cell in CODE for one in cell["outputs"]) == 1


def _ran(cell: dict[str, Any], names: dict[str, Any]) -> tuple[str, Any]:
    """What a cell prints, and the plot that its last line is, if it is one."""
    tree = ast.parse("".join(cell["source"]))
    last = tree.body.pop() if cell["outputs"] and cell["outputs"][-1]["output_type"] == "execute_result" else None
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(tree, f"cell {cell['id']}", "exec"), names)
        value = eval(compile(ast.Expression(last.value), "plot", "eval"), names) if isinstance(last, ast.Expr) else None
    return printed.getvalue(), value


def _svg(plot: Any) -> list[str]:
    made = plot._repr_mimebundle_()
    return [(made[0] if isinstance(made, tuple) else made)["image/svg+xml"]]


def _told(lines: list[str]) -> list[str]:
    """What a picture says, wherever fonts put it: its words, and what its bars stand for."""
    elements = list(ElementTree.fromstring("".join(lines)).iter())
    return [one.get("aria-label") or one.text or "" for one in elements if one.get("aria-label") or one.text]
