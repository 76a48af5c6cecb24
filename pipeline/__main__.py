"""`factsheets` and `python -m pipeline`: the one way in from a shell, and the last net under it."""

from __future__ import annotations

import os
import sys

from pipeline.exits import BUG, INTERRUPTED

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "1")
"""Loaded with pandas, numpy would start a thread for each processor to multiply matrices, which nothing here does."""


def main() -> int:
    """Run the command that the arguments name and give its exit code; never a traceback unless asked for one."""
    try:
        os.environ.setdefault(*ONE_THREAD)
        from pipeline.engine.garbage import short_life

        with short_life():
            from pipeline.cli import call

            return call(sys.argv[1:])
    except KeyboardInterrupt:
        print("factsheets: interrupted", file=sys.stderr)
        return INTERRUPTED
    except Exception as bug:
        if os.environ.get("FACTSHEETS_TRACEBACK"):
            raise
        print(_confession(bug), file=sys.stderr)
        return BUG


def _confession(bug: Exception) -> str:
    from pipeline import __version__
    from pipeline.account import plain

    place = bug.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f" ({place.tb_frame.f_code.co_filename}:{place.tb_lineno})" if place else ""
    return (
        f"factsheets: this is a bug in factsheets {__version__}, not a mistake of yours.\n"
        f"  {type(bug).__name__}: {plain(str(bug))[:500]}{where}\n"
        "  Please report it with the command and the sheet; FACTSHEETS_TRACEBACK=1 shows more."
    )


if __name__ == "__main__":
    sys.exit(main())
