"""Compressed bytes → bytes, piece by piece: bounded, checked to the end, and never a stump taken for the whole."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Generator, Iterable, Iterator
from typing import IO

from pipeline.read.limits import LIMITS, Damaged, Limits

GZIP = b"\x1f\x8b"
CUT = "ends in the middle of its gzip data"
_TAKEN = 1 << 14
_GIVEN = 1 << 16
GZIP_BITS = 31


def read_pieces(file: IO[bytes]) -> Iterator[bytes]:
    """A file's bytes in pieces of 64 KB at most, decompressed if they are gzip. Raises `Damaged`."""
    first = take(file)
    if first.startswith(GZIP):
        yield from filter(None, inflate(file, first))
        return
    while first:
        yield first
        first = take(file)


def take(file: IO[bytes]) -> bytes:
    """The next bytes of a file, which may be one in a zip. Raises `Damaged`."""
    try:
        return file.read(_TAKEN)
    except (OSError, EOFError, ValueError, zlib.error, zipfile.BadZipFile):
        raise Damaged("cannot be read to its end") from None


def inflate(file: IO[bytes], first: bytes = b"", bits: int = GZIP_BITS) -> Iterator[bytes]:
    """The decompressed bytes of all members of a gzip file, `first` being what was read of it already.

    A piece is handed on only when the next one, or the checksum and length behind it, proved sound: nobody gets the end
    of a member that fails. Raises `Damaged`, where a file was cut short behind the last byte that it still holds.
    Zeros behind the last member are padding.
    """
    rest = first or take(file)
    while rest:
        rest = yield from _inflate_member(file, rest, bits)
        while not (rest := rest.lstrip(b"\0")) and (rest := take(file)):
            pass


def _inflate_member(file: IO[bytes], rest: bytes, bits: int) -> Generator[bytes, None, bytes]:
    """The pieces of one member; returns the bytes behind it."""
    member = zlib.decompressobj(bits)
    held = b""
    while not member.eof:
        rest = rest or take(file)
        if not rest:
            yield held
            raise Damaged(CUT)
        try:
            made = member.decompress(rest, _GIVEN)
        except zlib.error:
            raise Damaged("its gzip data are damaged") from None
        rest = member.unconsumed_tail
        if made:
            yield held
            held = made
    yield held
    return member.unused_data


def join_pieces(pieces: Iterable[bytes], limits: Limits = LIMITS) -> bytes:
    """All of some pieces. Raises `Damaged` where they are larger than a sheet may be, having read little more.

    >>> join_pieces([b"Exports", b": 3"])
    b'Exports: 3'
    """
    kept: list[bytes] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limits.document:
            raise Damaged(limits.over("document"))
        kept.append(piece)
    return b"".join(kept)
