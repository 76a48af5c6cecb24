"""Government fact sheets about other countries, as clean tables with the exact place of every value.

`pipeline.run(paths, out)` makes the tables, `pipeline.load(folder)` gives those that a run has written, and
`pipeline.read(path)` reads one sheet into text and blocks; nothing heavy is imported before one of them is called.
The stages are the modules below, in the order of `pipeline/run.py`.

`run` and `read` are also the names of modules. As attributes of this package they are always the functions; what else
the modules hold is had by `from pipeline.account import Account`, `from pipeline.read import text`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.account import Account
    from pipeline.records import Document
    from pipeline.tables.loading import LoadedTables

__all__ = ["__version__", "load", "read", "run"]
__version__ = "0.1.0"


def run(
    paths: Sequence[str | Path],
    out: str | Path | None = None,
    *,
    strict: bool = False,
    report: bool = False,
    cache: str | Path | None = None,
    workers: int | None = None,
) -> Account:
    """Turn sheets, and folders of sheets, into tables; write them into the folder `out` when one is given.

    The account that comes back holds the tables as typed frames, `run(["raw"]).tables["visits"]`, and what was refused.
    With `strict` nothing is written when a warning or a refusal is new against those in `out`, with `report` pages that
    show every value in its sheet are written, too.
    `cache` is a folder where what was read of a sheet is kept for the next run, `workers` the number of processes.
    """
    from pipeline.run import run as make_tables

    return make_tables(paths, out, strict=strict, report=report, cache=cache, workers=workers)


def read(path: str | Path) -> Document:
    """Read one sheet into its plain text and the blocks that cover it; `ValueError` says why one cannot be read.

    >>> read("nowhere.txt")
    Traceback (most recent call last):
    ValueError: nowhere.txt: no such file or folder
    """
    from pipeline.read import find_sources
    from pipeline.read import read as read_source
    from pipeline.records import Refused

    sources = list(find_sources([Path(path)]))
    if len(sources) != 1:
        raise ValueError(f"{path}: {len(sources)} sheets, not one")
    document = sources[0] if isinstance(sources[0], Refused) else read_source(sources[0])
    if isinstance(document, Refused):
        raise ValueError(f"{document.source_path}: {document.message}")
    return document


def load(folder: str | Path, kind: str = "pandas") -> LoadedTables:
    """The tables of an output folder by name, typed: decimals exact, days as dates, dates of EDTF as they are printed.

    `kind` is `pandas`, `polars` (which must be installed) or `arrow`. `load("outputs")["visits"]` is a frame; what its columns
    hold is in its `attrs["columns"]`, and for all kinds in `load("outputs").columns("visits")`. `ValueError` says why there are
    no tables.

    >>> load("nowhere")
    Traceback (most recent call last):
    ValueError: nowhere: no tables here; `factsheets run` makes them
    """
    from pipeline.tables.loading import LoadedTables

    return LoadedTables(Path(folder), kind)


class _Package(ModuleType):
    """Keeps the two functions where the import system would bind the modules of the same names."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in {"read", "run"} and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
