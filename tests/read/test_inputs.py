"""What counts as an input, under which name, and what is never opened."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.read.files.inputs import find_sources
from pipeline.read.files.meta import Meta, write_meta
from pipeline.read.limits import LIMITS
from pipeline.records import Refused, Source


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    for name in ("b.txt", "a/z.HTML", "a/y.md", "c.htm", "d.xhtml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
    for name in (
        ".hidden.txt",
        "sources.toml",
        "gone.txt.meta.json",
        "b.expected.json",
        "x.pdf",
        "c_files/ad.html",
        ".git/x.txt",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"not a sheet")
    return folder


def _found(*paths: Path) -> list[str]:
    return [
        source.path if isinstance(source, Source) else f"refused {source.source_path}" for source in find_sources(paths)
    ]


def test_folder(raw: Path) -> None:
    assert _found(raw) == ["raw/a/y.md", "raw/a/z.HTML", "raw/b.txt", "raw/c.htm", "raw/d.xhtml"]
    assert [source.data for source in find_sources([raw]) if isinstance(source, Source)][2] == b"b.txt"


def test_names_show_nothing_of_the_machine(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(raw)
    assert _found(Path("b.txt"), Path("a/y.md"), Path("./b.txt")) == ["b.txt", "a/y.md", "b.txt"]
    assert _found(raw / "b.txt", Path("../raw/b.txt")) == ["b.txt", "b.txt"]
    assert _found(Path("a")) == ["a/y.md", "a/z.HTML"]
    assert _found(Path())[0] == "a/y.md"
    assert _found(Path("../raw"))[0] == "raw/a/y.md"


def test_given_file_of_any_suffix(raw: Path) -> None:
    assert _found(raw / "sources.toml") == ["sources.toml"]


def test_missing_and_empty(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    missing, empty = find_sources([tmp_path / "no.txt", tmp_path / "empty"])
    assert missing == Refused("no.txt", "document_rejected", "no such file or folder", missing=True)
    assert empty == Refused("empty", "document_rejected", "no sheets in this folder")


def test_odd_names_are_missing() -> None:
    assert all(isinstance(source, Refused) for source in find_sources([Path("a\0b"), Path("x" * 5000)]))


def test_size_limit(tmp_path: Path) -> None:
    for name, size in (("at.txt", LIMITS.document), ("over.txt", LIMITS.document + 1)):
        with open(tmp_path / name, "wb") as file:
            file.truncate(size)
    at, over = find_sources([tmp_path])
    assert isinstance(at, Source)
    assert over == Refused(f"{tmp_path.name}/over.txt", "document_rejected", LIMITS.over("document"))


def test_pipes_and_folders_named_like_sheets(raw: Path) -> None:
    os.mkfifo(raw / "fifo.txt")
    (raw / "folder.txt").mkdir()
    assert "refused raw/fifo.txt" in _found(raw)
    assert _found(raw / "fifo.txt") == ["refused fifo.txt"]


def test_links(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_bytes(b"secret")
    (tmp_path / "elsewhere").mkdir()
    (raw / "inside.txt").symlink_to(raw / "b.txt")
    (raw / "out.txt").symlink_to(tmp_path / "outside.txt")
    (raw / "up").symlink_to(tmp_path / "elsewhere")
    (raw / "loop").symlink_to(raw)
    (raw / "dead.txt").symlink_to(tmp_path / "nothing")
    found = _found(raw)
    assert [name for name in found if name.startswith("refused")] == [
        "refused raw/dead.txt", "refused raw/out.txt", "refused raw/up",
    ]  # fmt: skip
    assert len(found) == 8
    assert _found(raw / "out.txt") == ["out.txt"]


def test_names_that_are_no_text(raw: Path) -> None:
    (raw / os.fsdecode(b"\xff\n.txt")).write_bytes(b"x")
    names = _found(raw)
    assert "raw/\ufffd\ufffd.txt" in names
    "".join(names).encode()


def _with_meta(folder: Path, data: bytes, meta: bytes) -> list[Source | Refused]:
    (folder / "a.html").write_bytes(data)
    (folder / "a.html.meta.json").write_bytes(meta)
    return list(find_sources([folder / "a.html"]))


def test_a_meta_beside_a_sheet_goes_with_it(tmp_path: Path) -> None:
    meta = Meta(
        sha256(b"<p>").hexdigest(),
        3,
        "https://mofa.example/a",
        fetched="2025-03-01T10:00:00Z",
        headers={"content-type": "text/html; charset=shift_jis"},
    )
    told = Source("a.html", b"<p>", "https://mofa.example/a", "text/html", "shift_jis", "2025-03-01T10:00:00Z")
    assert _with_meta(tmp_path, b"<p>", write_meta(meta)) == [told]
    assert [source.path for source in find_sources([tmp_path])] == [f"{tmp_path.name}/a.html"]


@pytest.mark.parametrize(
    "meta",
    [
        b"",
        b"[]",
        b"{}",
        b'{"sha256": "half',
        b'{"sha256": 5}',
        b"[" * 60_000,
        b'{"sha256": "%s", "size": 3, "fetched": "soon"}' % (b"0" * 64),
        b'{"sha256": "%s", "size": 3, "headers": {"etag": 5}}' % (b"0" * 64),
        write_meta(Meta("0" * 64, 3)),
        write_meta(Meta("0" * 64, 3))[:-3] + b" " * 200_000 + b"}",
    ],
)
def test_a_meta_that_cannot_be_believed_is_refused(tmp_path: Path, meta: bytes) -> None:
    refused, sheet = _with_meta(tmp_path, b"<p>", meta)
    assert isinstance(refused, Refused)
    assert refused.source_path == "a.html.meta.json"
    assert sheet == Source("a.html", b"<p>")


def test_a_meta_is_a_regular_file(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>")
    os.mkfifo(tmp_path / "a.html.meta.json")
    refused, sheet = find_sources([tmp_path / "a.html"])
    assert isinstance(refused, Refused)
    assert sheet == Source("a.html", b"<p>")
