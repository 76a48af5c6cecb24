"""A folder for what a run needs for a while; what killed runs left of theirs is cleared by the next one."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from pipeline.tables import OutputError
from pipeline.tables.held import held, is_held

_PREFIX: Final = "factsheets-scratch-"
_SETTLED: Final = 60.0
"""Seconds after which a folder has its lock, if its owner lives."""


@contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder, gone afterwards. Its lock ends with the process that made it. Raises `OutputError` where there can
    be none."""
    with ExitStack() as lock:
        try:
            _clear(Path(tempfile.gettempdir()))
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
            lock.enter_context(held(folder))
        except OSError as error:
            raise no_room(Path(os.environ.get("TMPDIR", "/tmp")), error) from error
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def no_room(folder: Path, error: OSError) -> OutputError:
    """What is told when nothing can be put aside."""
    reason = error.strerror or str(error)
    return OutputError(
        f"nothing can be put aside in {folder} ({reason}): free some space, or name a folder with TMPDIR"
    )


def _clear(above: Path) -> None:
    """Remove the folders of this user that nobody holds."""
    for folder in above.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            state = folder.lstat()
            if state.st_uid == os.getuid() and time.time() - state.st_mtime > _SETTLED and not is_held(folder):
                shutil.rmtree(folder, ignore_errors=True)
