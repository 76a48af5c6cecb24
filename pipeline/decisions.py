"""What people decided about persons: `people.toml` in a folder of sheets, applied after every rule.

```toml
[[join]]                                  # or [[apart]]
area = "MNG"
names = ["S. Batbold", "Sukhbaatar Batbold"]
evidence = "both signed as Prime Minister on 14 March 2012"
```
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.normalize.people import Decision

FILE = "people.toml"
ACTIONS = ("join", "apart")


class DecisionError(ValueError):
    """A file of decisions that cannot be read; the message names the file, what was found and what to do."""


def load_decisions(paths: Iterable[Path]) -> list[Decision]:
    """The decisions of the folders among some paths, in the order of their files. Raises `DecisionError`."""
    found = []
    for path in paths:
        file = path / FILE
        if path.is_dir() and file.is_file():
            found += _read(file)
    return found


def _read(file: Path) -> list[Decision]:
    try:
        data: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DecisionError(f"{file}: this is no TOML: {error}; correct it or take it away") from error
    unknown = sorted(set(data) - set(ACTIONS))
    if unknown:
        raise DecisionError(f"{file}: {unknown[0]} is no decision; write [[join]] or [[apart]]")
    return [_decision(file, action, entry) for action in ACTIONS for entry in data.get(action, [])]


def _decision(file: Path, action: str, entry: dict[str, Any]) -> Decision:
    area, names, evidence = entry.get("area"), entry.get("names"), entry.get("evidence")
    pair = [str(name) for name in names] if isinstance(names, list) else []
    if len(pair) != 2 or not isinstance(area, str) or not evidence:
        raise DecisionError(f"{file}: a [[{action}]] needs area, two names and evidence, found {entry}")
    return Decision(action, area, (pair[0], pair[1]), str(evidence))
