"""What the normalisers remember of texts they have read."""

from __future__ import annotations

import sys


def forget() -> None:
    """Empty every bounded cache of the normalisers; unbounded ones hold lexicons, which are loaded once."""
    for name, module in list(sys.modules.items()):
        if name.startswith("pipeline.normalize"):
            for value in vars(module).values():
                if hasattr(value, "cache_info") and value.cache_info().maxsize is not None:
                    value.cache_clear()
