"""Sheets of a run together: the order in which they come never shows, and every id is its own."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest

from pipeline.collection import collect
from pipeline.engine.desk import desk
from pipeline.engine.packing import unpack
from pipeline.engine.spool import Ref
from pipeline.records import Refused, Source
from pipeline.run import run
from pipeline.sheet import Card, Sheet, read_sheet, renamed
from pipeline.sheet.card import card_of, renamed_mentions
from tests.helpers import FIXTURES, MONGOLIA

WORDS = MONGOLIA.read_text("utf-8")
OTHER = WORDS.replace("420", "421", 1)


def sheet(path: str, words: str) -> Sheet:
    read = read_sheet(Source(path, words.encode()))
    assert isinstance(read, Sheet)
    return read


def result(n: int, path: str, words: str) -> tuple[Card, Ref]:
    return card_of(sheet(path, words)), Ref("spool", n, 1)


def test_the_order_of_the_inputs_does_not_show(tmp_path: Path) -> None:
    results = [
        result(1, "b.txt", WORDS), result(2, "a.txt", OTHER), result(3, "c.txt", WORDS),
        Refused("z.txt", "document_rejected", "empty"),
    ]  # fmt: skip
    told = [everything(order, tmp_path / str(n)) for n, order in enumerate(permutations(results))]
    assert all(one == told[0] for one in told)
    sha = sha256(WORDS.encode()).hexdigest()
    assert told[0] == [
        ("mofa-japan/mng/2014-09-01", "a.txt", 2, []),
        (f"mofa-japan/mng/2014-09-01+{sha[:8]}", "b.txt", 1, ["c.txt"]),
    ]


def everything(results: Iterable[tuple[Card, Ref] | Refused], folder: Path) -> list[tuple[str, str, int, list[str]]]:
    """Id, path, place and further paths of all sheets."""
    folder.mkdir()
    with desk(folder) as table:
        made = collect(results, table)
        return [(one.document_id, one.source_path, one.ref.start, made.further_paths(one)) for one in made]


def test_a_renamed_sheet_has_no_trace_of_its_old_id() -> None:
    old = sheet("a.txt", WORDS)
    new = renamed(old, "mofa-japan/mng/2014-09-01+12345678")
    assert f"{old.id}#" not in repr(new)
    assert new.id in repr(new)
    assert renamed(new, old.id) == old
    parts = zip(card_of(old).mentions, card_of(new).mentions, strict=True)
    assert all(renamed_mentions(unpack(one.packed), new.id) == unpack(other.packed) for one, other in parts)


def test_tables_do_not_depend_on_the_order_of_the_paths(tmp_path: Path) -> None:
    paths = sorted(path for path in (FIXTURES / "sheets").iterdir() if path.suffix in (".txt", ".html"))[:6]
    run(paths, tmp_path / "one")
    run(paths[::-1], tmp_path / "two")
    for file in sorted((tmp_path / "one").rglob("*.csv")):
        assert file.read_bytes() == (tmp_path / "two" / file.relative_to(tmp_path / "one")).read_bytes()


@pytest.mark.parametrize("path", ["a.txt", "b/ä.html"])
def test_a_sheet_is_the_same_each_time(path: str) -> None:
    assert sheet(path, WORDS) == sheet(path, WORDS)
