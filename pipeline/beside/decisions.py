"""What people decided about persons: `people.toml` in a folder of sheets, applied after every rule.

```toml
[[join]]                                  # or [[apart]]
area = "MNG"
names = ["S. Batbold", "Sukhbaatar Batbold"]
evidence = "both signed as Prime Minister on 14 March 2012"
```
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.beside import BesideError, files_beside, read_entries
from pipeline.normalize.people import Decision

FILE = "people.toml"
ACTIONS = ("join", "apart")


def load_decisions(paths: Iterable[Path]) -> list[Decision]:
    """The decisions of the folders among some paths, in the order of their files. Raises `BesideError`."""
    read = ((file, read_entries(file, *ACTIONS)) for file in files_beside(paths, FILE))
    return [_decision(file, action, entry) for file, data in read for action in ACTIONS for entry in data[action]]


def _decision(file: Path, action: str, entry: dict[str, Any]) -> Decision:
    area, names, evidence = entry.get("area"), entry.get("names"), entry.get("evidence")
    pair = [str(name) for name in names] if isinstance(names, list) else []
    if len(pair) != 2 or not isinstance(area, str) or not evidence:
        raise BesideError(f"{file}: a [[{action}]] needs area, two names and evidence, found {entry}")
    return Decision(action, area, (pair[0], pair[1]), str(evidence))
