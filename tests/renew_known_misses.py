"""Writes `known_misses.txt` anew for the folders of sheets with truth: `python -m tests.renew_known_misses`.

The list may only get shorter by itself: read the difference before it is committed.
"""

from __future__ import annotations

from tests.helpers import FIXTURES
from tests.test_truth import FOLDERS, missed, sheets


def main() -> None:
    for folder in FOLDERS:
        lines = sorted(line for path in sheets(folder) for line in missed(folder, path))
        file = folder / "known_misses.txt"
        if lines or file.exists():
            file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        print(f"{folder.relative_to(FIXTURES)}: {len(lines)}")


if __name__ == "__main__":
    main()
