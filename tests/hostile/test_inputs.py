"""Inputs that are no files, that change or vanish on the way, that were cut short."""

from __future__ import annotations

import gzip
import io
import os
import socket
import tracemalloc
import zipfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from pipeline.read.files.inflate import read_pieces
from pipeline.read.files.inputs import find_sources
from pipeline.read.limits import LIMITS
from pipeline.records import Refused, Source
from pipeline.run import run
from tests.helpers import MONGOLIA

SHEET = MONGOLIA.read_bytes()


def record(number: int) -> bytes:
    """One record of a web archive."""
    data = SHEET + f"\nNote {number}\n".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Target-URI: http://a.example/{number}\r\n"
        f"WARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: text/plain\r\nContent-Length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data + b"\r\n\r\n"


def test_an_archive_cut_at_every_tenth(tmp_path: Path) -> None:
    whole = b"".join(map(record, range(3)))
    for name, data in (("a.warc", whole), ("a.warc.gz", b"".join(gzip.compress(record(n)) for n in range(3)))):
        for tenth in range(1, 10):
            (tmp_path / name).write_bytes(data[: len(data) * tenth // 10])
            *sheets, last = find_sources([tmp_path / name])
            assert isinstance(last, Refused), (name, tenth)
            assert last.source_path == name
            assert all(isinstance(one, Source) and b"\nNote " in one.data[-9:] for one in sheets), (name, tenth)
        (tmp_path / name).write_bytes(data)
        assert len([one for one in find_sources([tmp_path / name]) if isinstance(one, Source)]) == 3


def test_devices_and_sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # names of sockets are short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
    (tmp_path / "good.txt").write_bytes(SHEET)
    found = list(find_sources([Path("/dev/zero"), Path("/dev/null"), tmp_path]))
    assert [one.message for one in found if isinstance(one, Refused)] == ["not a regular file"] * 3
    assert len(found) == 4


def test_files_that_change_or_vanish_on_the_way(tmp_path: Path) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_bytes(SHEET + name.encode())
    found = find_sources([tmp_path])
    first = list(islice(found, 1))
    (tmp_path / "b.txt").write_bytes(SHEET + b"changed")
    (tmp_path / "c.txt").unlink()
    (tmp_path / "d.txt").unlink()
    (tmp_path / "d.txt").mkdir()
    second, third = found
    assert [one.data[-1:] for one in first if isinstance(one, Source)] == [b"a"]
    assert isinstance(second, Source)
    assert second.data.endswith(b"changed")
    assert third == Refused(f"{tmp_path.name}/c.txt", "document_rejected", "cannot be read", missing=True)


def test_a_file_that_is_another_one_when_it_is_read(tmp_path: Path) -> None:
    """What a run tells of its inputs is about the bytes that it read, so that the next run sees the change."""
    sheet, out, cache = tmp_path / "a.txt", tmp_path / "out", tmp_path / "cache"
    sheet.write_bytes(SHEET)
    run([sheet], out, cache=cache)
    sheet.write_bytes(SHEET + b"\nNote\n")
    assert not run([sheet], out, cache=cache).is_unchanged
    assert run([sheet], out, cache=cache).is_unchanged


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _another(path: Path) -> None:
    path.write_bytes(SHEET + b"\nanother\n")


def _grown(path: Path) -> None:
    os.truncate(path, LIMITS.document + 1)


def _replaced(path: Path) -> None:
    path.rename(path.with_suffix(".old"))
    path.write_bytes(b"another file of this name")


@pytest.mark.parametrize(
    ("change", "told"),
    [(_emptied, b""), (_another, SHEET + b"\nanother\n"), (_grown, LIMITS.over("document")), (_replaced, SHEET)],
)
def test_a_file_that_changes_when_it_is_open(
    change: Callable[[Path], None], told: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What counts is what is read, never what was seen of the file before; the same bytes give sha256, text and rows."""
    path, right = tmp_path / "a.txt", os.open
    path.write_bytes(SHEET)

    def opened(name: Path, *options: int, **more: int) -> int:
        descriptor = right(name, *options, **more)
        if Path(name) == path and path.stat().st_size == len(SHEET):
            change(path)
        return descriptor

    monkeypatch.setattr(os, "open", opened)
    (found,) = find_sources([tmp_path / "a.txt"])
    assert told == (found.data if isinstance(found, Source) else found.message)


def test_a_file_that_is_a_pipe_when_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, right = tmp_path / "a.txt", os.open
    path.write_bytes(SHEET)

    def opened(name: Path, *options: int, **more: int) -> int:
        if Path(name) == path:
            path.unlink()
            os.mkfifo(path)
        return right(name, *options, **more)

    monkeypatch.setattr(os, "open", opened)
    (found,) = find_sources([path])
    assert isinstance(found, Refused)
    assert found.message == "not a regular file"


def test_a_bomb_is_unpacked_in_small_pieces() -> None:
    bomb = gzip.compress(b"\0" * 30_000_000)
    assert {len(piece) for piece in read_pieces(io.BytesIO(bomb))} <= set(range(1, 65_537))


def test_bombs_in_a_package(tmp_path: Path) -> None:
    head = record(0).partition(b"Content-Length")[0]
    with zipfile.ZipFile(tmp_path / "a.wacz", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("archive/a.warc", record(1))
        with package.open("archive/b.warc", "w") as bomb:
            bomb.write(head + b"Content-Length: 200000000\r\n\r\n")
            for _ in range(200):
                bomb.write(b"\0" * 1_000_000)
            bomb.write(b"\r\n\r\n")
        package.writestr("archive/c.warc", record(3))
    tracemalloc.start()
    found = list(find_sources([tmp_path / "a.wacz"]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [one.data[-2:] if isinstance(one, Source) else one.message for one in found] == [
        b"1\n", LIMITS.over("record"), b"3\n",
    ]  # fmt: skip
    assert peak < 100_000_000
    assert (tmp_path / "a.wacz").stat().st_size < 2_000_000


def test_one_archive_of_a_package_under_many_names(tmp_path: Path) -> None:
    """No more is read than a directory of a megabyte can name, one archive after the other."""
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as package:
        package.writestr("archive/a.warc", record(1))
        package.filelist += package.filelist * 20_000
    (told,) = find_sources([tmp_path / "a.wacz"])
    assert isinstance(told, Refused)
    assert told.message == "no zip file, or a damaged one"
