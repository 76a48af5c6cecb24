"""What is remembered of sheets is what reading them would give, or nothing."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Source
from pipeline.sheet import cache as cache_module
from pipeline.sheet.cache import Cache, Read, default_folder
from pipeline.sheet.reading import read_one
from tests.helpers import MONGOLIA

SOURCE = Source("raw/mongolia.txt", MONGOLIA.read_bytes())


def never(source: Source) -> Read:
    raise AssertionError(f"{source.path} is read again")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def entry(cache: Cache) -> Path:
    (path,) = (path for path in cache.folder.rglob("*") if path.is_file())
    return path


def test_what_is_remembered_is_what_was_read(cache: Cache) -> None:
    made = cache.read(SOURCE, read_one)
    assert cache.read(SOURCE, never) == made == read_one(SOURCE)


def test_refusals_are_remembered(cache: Cache) -> None:
    empty = Source("empty.txt", b"")
    assert cache.read(empty, read_one) == cache.read(empty, never)


@pytest.mark.parametrize(
    "other",
    [
        SOURCE._replace(data=SOURCE.data + b" "),
        SOURCE._replace(path="raw/kenya.txt"),
        SOURCE._replace(url="https://www.mofa.go.jp/"),
        SOURCE._replace(charset="shift_jis"),
        SOURCE._replace(captured="2014-09-01T00:00:00Z"),
        SOURCE._replace(path="raw/mongolia.txt" + "text/html", media_type=None),
        SOURCE._replace(media_type="text/html"),
    ],
    ids=["bytes", "path", "address", "charset", "capture", "longer path", "type"],
)
def test_whatever_a_sheet_is_read_from_counts(cache: Cache, other: Source) -> None:
    cache.read(SOURCE, read_one)
    with pytest.raises(AssertionError, match="is read again"):
        cache.read(other, never)


def test_another_program_reads_anew(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.read(SOURCE, read_one)
    monkeypatch.setattr(cache_module, "fingerprint", lambda: "another")
    with pytest.raises(AssertionError, match="is read again"):
        cache.read(SOURCE, never)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:],
        lambda data: b"\0" * len(data),
    ],
    ids=["empty", "stump", "short by one", "half", "one bit", "zeros"],
)
def test_a_damaged_entry_is_made_again(cache: Cache, damage: Callable[[bytes], bytes]) -> None:
    made = cache.read(SOURCE, read_one)
    path = entry(cache)
    path.write_bytes(damage(path.read_bytes()))
    assert cache.read(SOURCE, read_one) == made
    assert cache.read(SOURCE, never) == made


class Harm:
    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("harm",)


@pytest.mark.parametrize(
    "payload", [Harm(), [1, 2], "words", {"a": Harm()}], ids=["a call", "a list", "words", "a call within"]
)
def test_an_entry_holds_rows_and_nothing_else(
    cache: Cache, payload: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = cache.read(SOURCE, read_one)
    body = pickle.dumps(payload)
    entry(cache).write_bytes(cache_module.hashlib.sha256(body).digest() + body)
    assert cache.read(SOURCE, read_one) == made
    assert not (tmp_path / "harm").exists()


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert Cache(tmp_path / "file" / "cache").read(SOURCE, read_one) == read_one(SOURCE)


@given(st.binary(max_size=300))
def test_bytes_that_are_no_entry_are_none(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("entry") / "one"
    path.write_bytes(cache_module.hashlib.sha256(data).digest() + data)
    assert cache_module._load(path) is None


@pytest.mark.parametrize(("told", "folder"), [("/somewhere", "/somewhere/factsheets"), ("relative", None), ("", None)])
def test_the_usual_folder(monkeypatch: pytest.MonkeyPatch, told: str, folder: str | None) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", told)
    assert default_folder() == Path(folder) if folder else Path.home() / ".cache" / "factsheets"
