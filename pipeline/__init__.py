"""Government fact sheets about other countries, as clean tables with the exact place of every value.

`pipeline.run(paths, out)` makes the tables, `pipeline.read(path)` reads one sheet into text and blocks; nothing is
imported before one of them is used. The stages live in modules below, in the order of `pipeline/run.py`.

`run` and `read` are also the names of the modules that hold the two functions. As attributes of this package they are
always the functions; take anything else with `from pipeline.run import Account`, `from pipeline.read import text`.

>>> import pipeline.run
>>> pipeline.run.__name__, type(pipeline.run).__name__
('run', 'function')
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pipeline.read import read as read
    from pipeline.run import run as run

__all__ = ["__version__", "read", "run"]
__version__ = "0.1.0"

_DOORS: Final = frozenset({"read", "run"})


class _Package(ModuleType):
    """Binds the function where the import system would bind the module of the same name."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in _DOORS and isinstance(value, ModuleType):
            value = getattr(value, name, value)
        super().__setattr__(name, value)


def __getattr__(name: str) -> object:
    if name not in _DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import_module(f"{__name__}.{name}")
    return globals()[name]


sys.modules[__name__].__class__ = _Package
