"""Where words stand in a line of print."""

from __future__ import annotations

import re
from typing import Final

NEW_PAGE: Final = "\f"
"""What `pdftotext` puts before the first line of a page."""
SEGMENT: Final = re.compile(r"\S+(?: \S+)*")
"""Words that no gap parts."""


def indent(line: str) -> int:
    """How much room there is before the words of a line.

    >>> indent("  Exports"), indent("")
    (2, 0)
    """
    return len(line) - len(line.lstrip())
