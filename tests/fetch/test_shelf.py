"""Versions on disk: written once, whole, found again."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.fetch.shelf import ShelfError, keep, locked, newest, versions
from pipeline.read.files.meta import Meta, read_meta

DAY = "2025-03-04"


def _meta(data: bytes, **known: str) -> Meta:
    return Meta(sha256(data).hexdigest(), len(data), "https://mofa.example/a")._replace(**known)  # type: ignore[arg-type]


def _keep(folder: Path, data: bytes, day: str = DAY, **known: str) -> Path:
    return keep(folder, data, ".html", _meta(data, **known), day)


def _names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_a_version_and_its_meta(tmp_path: Path) -> None:
    path = _keep(tmp_path / "a" / "b", b"one")
    assert path.name == f"{DAY}-{sha256(b'one').hexdigest()[:8]}.html"
    assert _names(path.parent) == [path.name, f"{path.name}.meta.json"]
    assert path.read_bytes() == b"one"
    assert versions(path.parent)[0].meta == _meta(b"one")
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_the_same_bytes_are_seen(tmp_path: Path) -> None:
    path = _keep(tmp_path, b"one", last_seen="2025-03-04T00:00:00Z", fetched="2025-03-04T00:00:00Z")
    again = _keep(tmp_path, b"one", "2025-04-01", last_seen="2025-04-01T00:00:00Z", fetched="2025-04-01T00:00:00Z")
    meta = versions(tmp_path)[0].meta
    assert (again, len(versions(tmp_path))) == (path, 1)
    assert meta == _meta(b"one", last_seen="2025-04-01T00:00:00Z", fetched="2025-03-04T00:00:00Z")


def test_what_stands_there_is_never_written_over(tmp_path: Path) -> None:
    taken = tmp_path / f"{DAY}-{sha256(b'one').hexdigest()[:8]}.html"
    taken.write_bytes(b"something else")
    path = _keep(tmp_path, b"one")
    assert taken.read_bytes() == b"something else"
    assert path.name == f"{DAY}-{sha256(b'one').hexdigest()}.html"
    assert not (tmp_path / f"{taken.name}.meta.json").exists()


def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    name = f"{DAY}-{sha256(b'one').hexdigest()[:8]}.html"
    for link in (name, f".new-{name}", f"{name}.meta.json"):
        (shelf / link).symlink_to(victim)
    path = _keep(shelf, b"one")
    assert path.read_bytes() == b"one"
    assert victim.read_bytes() == b"mine"


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    _keep(tmp_path, b"one")
    before = {name: (tmp_path / name).read_bytes() for name in _names(tmp_path)}
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ShelfError, match="No space left"):
        _keep(tmp_path, b"two")
    with pytest.raises(ShelfError, match="No space left"):
        _keep(tmp_path, b"one", last_seen="2026-01-01T00:00:00Z")
    assert {name: (tmp_path / name).read_bytes() for name in _names(tmp_path)} == before


def test_what_a_killed_command_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".new-2020-01-01-00000000.html").write_bytes(b"hal")
    _keep(tmp_path, b"one")
    assert not [name for name in _names(tmp_path) if name.startswith(".new-")]


def test_where_names_cannot_be_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unable)
    assert _keep(tmp_path, b"one").read_bytes() == b"one"
    assert len(_names(tmp_path)) == 2


def test_a_damaged_meta_is_made_again(tmp_path: Path) -> None:
    path = _keep(tmp_path, b"one")
    beside = path.with_name(f"{path.name}.meta.json")
    beside.write_bytes(beside.read_bytes()[:20])
    assert versions(tmp_path)[0].meta is None
    _keep(tmp_path, b"one", last_seen="2025-05-05T00:00:00Z")
    assert read_meta(beside.read_bytes()) == _meta(b"one", last_seen="2025-05-05T00:00:00Z")


def test_the_newest_is_the_one_last_seen(tmp_path: Path) -> None:
    assert newest(versions(tmp_path / "none")) is None
    (tmp_path / "2030-01-01-by-hand.html").write_bytes(b"zero")
    old = _keep(tmp_path, b"one", "2025-01-01", last_seen="2025-01-01T00:00:00Z")
    new = _keep(tmp_path, b"two", "2025-02-01", last_seen="2025-02-01T00:00:00Z")
    found = newest(versions(tmp_path))
    assert found is not None
    assert found.path == new
    _keep(tmp_path, b"one", "2025-03-01", last_seen="2025-03-01T00:00:00Z")
    found = newest(versions(tmp_path))
    assert found is not None
    assert found.path == old


def test_one_command_at_a_time(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(ShelfError, match="another command"), locked(tmp_path):
        pass
    with locked(tmp_path):
        pass
    with pytest.raises(ShelfError, match="cannot be opened"), locked(tmp_path / "none"):
        pass
