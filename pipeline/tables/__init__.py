"""Records → tables: typed frames, validation, and the files of an output folder. One door; heavy imports come late."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.tables.validation import Validation

__all__ = ["BusyError", "OutputError", "build", "check_output", "validate"]


class OutputError(Exception):
    """The output cannot be made or written. The message names the place and says what to do; the old tables stand."""


class BusyError(OutputError):
    """Another run is writing into the same folder. The message names it."""


def build(rows: Mapping[str, Sequence[Sequence[object]]]) -> dict[str, pd.DataFrame]:
    """Typed frames of all tables from their rows; see `pipeline.tables.frames.build`."""
    from pipeline.tables import frames

    return frames.build(rows)


def validate(
    frames: Mapping[str, pd.DataFrame], texts: Mapping[str, str], known: Mapping[str, Collection[str]] | None = None
) -> Validation:
    """The accepted rows and the refused ones; see `pipeline.tables.validation.validate`."""
    from pipeline.tables import validation

    return validation.validate(frames, texts, known or {})


def check_output(out: Path) -> None:
    """Raise `OutputError` when a folder is not one to write into; see `pipeline.tables.owned.check_output`."""
    from pipeline.tables import owned

    owned.check_output(out)
