"""The exit codes: what a command tells a program about how it went."""

from __future__ import annotations

from typing import Final

OK, WRONG_USE, REFUSED, NOT_WRITTEN, MISSING, BUSY, NO_OUTPUT, INTERRUPTED = 0, 2, 3, 4, 5, 6, 7, 130
BUG = DIFFERENT = 1
"""Of a command that compares, 1 tells that it found a difference."""

MEANINGS: Final = {
    OK: "all well",
    BUG: "a bug in the program",
    WRONG_USE: "wrong use",
    REFUSED: "some documents, rows or corrections were refused, everything else is written",
    NOT_WRITTEN: "refused to write: a warning or refusal is new (--strict)",
    MISSING: "an input is missing or unreadable, everything else is written",
    BUSY: "another run is writing into the same folder",
    NO_OUTPUT: "the output cannot be written",
    INTERRUPTED: "interrupted",
}
"""What the codes of a run mean."""
PRECEDENCE: Final = "Where several hold, the gravest is given: 7 before 4, 4 before 5, 5 before 3."
