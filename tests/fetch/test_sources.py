"""The file that says what to fetch, and what is told of a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.beside import BesideError
from pipeline.fetch.sources import SourceEntry, load_sources, matching

ROOT = Path(__file__).parents[2]
ENTRY = '[[source]]\npublisher = "mofa-japan"\npartner = "MNG"\naddress = "https://mofa.example/mongolia"\n'


def _load(folder: Path, text: str) -> tuple[SourceEntry, ...]:
    (folder / "sources.toml").write_text(text, "utf-8")
    return load_sources(folder).entries


def test_entries_in_order(tmp_path: Path) -> None:
    second = ENTRY.replace("MNG", "KEN").replace("mongolia", "kenya")
    assert [entry.series for entry in _load(tmp_path, ENTRY + second)] == ["mofa-japan/mng", "mofa-japan/ken"]
    assert _load(tmp_path, "") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[source", ["no TOML"]),
        ("[source]\nx = 1", ["[[source]]"]),
        ("[[sheet]]\n", ["'sheet'", "[[source]]"]),
        (ENTRY + "[[source]]\n", ["entry 2", "publisher", "missing"]),
        (ENTRY + "colour = 1", ["entry 1", "'colour'", "publisher, partner, address"]),
        (ENTRY.replace('"MNG"', "5"), ["entry 1", "partner", "no text"]),
        (ENTRY.replace("mofa-japan", "mofa"), ["entry 1", "'mofa'", "mofa-japan"]),
        (ENTRY.replace("MNG", "mng"), ["entry 1", "'mng'", "as MNG"]),
        (ENTRY.replace("MNG", "Mongolia"), ["entry 1", "'Mongolia'"]),
        (ENTRY.replace("https", "ftp"), ["entry 1", "ftp://", "http and https"]),
        (ENTRY.replace("mofa.example", "0x7f.1"), ["entry 1", "spelled oddly"]),
        (ENTRY + ENTRY.replace("MNG", "KEN"), ["entry 2", "entry 1"]),
        ('contact = "a\\nb"\n' + ENTRY, ["contact"]),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(BesideError) as caught:
        _load(tmp_path, text)
    assert "sources.toml" in str(caught.value)
    assert all(word in str(caught.value) for word in words), caught.value


def test_none_there(tmp_path: Path) -> None:
    with pytest.raises(BesideError, match=r"sources\.toml in .* cannot be read"):
        load_sources(tmp_path)


def test_the_sources_of_the_project() -> None:
    entries = load_sources(ROOT / "raw").entries
    assert matching(entries, "mng")[0].address == "https://www.mofa.go.jp/region/asia-paci/mongolia/data.html"
    assert len({entry.series for entry in entries}) == len(entries)
