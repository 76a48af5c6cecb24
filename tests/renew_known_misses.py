"""Writes `known_misses.txt` anew for the folders of sheets with truth: `python -m tests.renew_known_misses`.

The list may only get shorter by itself: read the difference before it is committed.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from tests.test_truth import FOLDERS, SHEETS, missed


def main() -> None:
    found: dict[Path, set[str]] = defaultdict(set)
    for folder, path in SHEETS:
        found[folder] |= missed(folder, path)
    for folder in FOLDERS:
        lines = sorted(found[folder])
        file = folder / "known_misses.txt"
        if lines or file.exists():
            file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        print(f"{folder.name}: {len(lines)}")


if __name__ == "__main__":
    main()
