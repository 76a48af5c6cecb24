"""What several tests need: a sheet from words, and its facts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pipeline.check import check
from pipeline.extract import Facts, extract
from pipeline.extract.facts import Note
from pipeline.extract.visits.ties import tie_visits
from pipeline.keys import document_id
from pipeline.outline import Outline, outline
from pipeline.publishers import load
from pipeline.read import read
from pipeline.records import Document, Source

if TYPE_CHECKING:
    import pandas as pd

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "fixtures"
LOOSE = ("run.json", "factsheets.duckdb")
"""The files of an output folder that are not the same, byte for byte, on every run."""
MONGOLIA = ROOT / "raw" / "mongolia-2014-09-01.txt"


def outline_of(text: str, path: str = "sheet.txt") -> Outline:
    """The outline of a sheet given as words."""
    document = read(Source(path, text.encode()))
    assert isinstance(document, Document)
    return outline(document, load())


def facts_of(text: str, path: str = "sheet.txt") -> Facts:
    """The facts of a sheet given as words."""
    read_outline = outline_of(text, path)
    facts = extract(read_outline, document_id(read_outline))
    tie_visits(facts)
    return facts


@cache
def facts_of_file(path: Path) -> Facts:
    """The facts of a sheet in a file, made once."""
    document = read(Source(path.name, path.read_bytes()))
    assert isinstance(document, Document)
    read_outline = outline(document, load())
    facts = extract(read_outline, document_id(read_outline))
    tie_visits(facts)
    return facts


def notes_of(facts: Facts, rule: str) -> list[Note]:
    """What a rule finds in a document."""
    return [note for note in check(facts) if note.rule == rule]


def write_tables(
    frames: Mapping[str, pd.DataFrame],
    texts: Mapping[str, str],
    out: Path,
    run: Mapping[str, Any] = MappingProxyType({}),
) -> list[Path]:
    """Write an output folder from whole tables. Returns its files."""
    from pipeline.tables.output import output
    from pipeline.tables.printed import print_tables

    with output(out) as made:
        made.add(print_tables(frames), {name: texts[name] for name in frames["documents"]["document_id"]})
        made.finish(run)
    return [made.new.out / name for name, _ in made.new.digests.items()]
