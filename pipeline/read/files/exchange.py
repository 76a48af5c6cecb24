"""An HTTP response as a web archive keeps it, byte for byte → what the server said, and the page itself."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import NamedTuple

from pipeline.read.files.inflate import GZIP, inflate, join_pieces
from pipeline.read.limits import LIMITS, Damaged, Limits

MAX_HEAD = 1 << 16
_STATUS = re.compile(rb"HTTP/[0-9](?:\.[0-9])?[ ]+([0-9]{3})(?![0-9])")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]{0,20}(?:;[^\r\n]{0,200})?\r?\n")
_CODINGS = 3
_UNCODED = frozenset({"", "identity", "none"})


class Reply(NamedTuple):
    """A response: `headers` with lower-case names, the first of each; `body` as it was sent."""

    status: int
    headers: dict[str, str]
    body: bytes


def parse_reply(block: bytes) -> Reply | None:
    r"""A stored response in its parts; None for what is none. Lines may end in LF alone.

    >>> parse_reply(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nAsia")
    Reply(status=200, headers={'content-type': 'text/plain'}, body=b'Asia')
    """
    status, end = _STATUS.match(block), _HEAD_END.search(block, 0, MAX_HEAD)
    if not status or not end:
        return None
    headers: dict[str, str] = {}
    for line in block[: end.start()].decode("latin-1").split("\n")[1:]:
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return Reply(int(status[1]), headers, block[end.end() :])


def unchunk(reply: Reply) -> bytes:
    """The body without the framing of its transfer. Raises `Damaged` for one that was cut short on its way.

    Some archives keep the header and undo the framing: a body that does not begin with a chunk stands as it is. So
    does one longer than it said, as its coding may have been undone.
    """
    if "chunked" in reply.headers.get("transfer-encoding", "").lower():
        return _join_chunks(reply.body) if _CHUNK.match(reply.body) else reply.body
    said = reply.headers.get("content-length", "")
    if re.fullmatch("[0-9]{1,15}", said) and len(reply.body) < int(said) and not _is_undone(reply):
        raise Damaged(f"cut short: {len(reply.body)} of {int(said)} bytes were kept")
    return reply.body


def _is_undone(reply: Reply) -> bool:
    """Whether a gzip body was kept unpacked, so that its length says nothing."""
    return "gzip" in reply.headers.get("content-encoding", "") and not reply.body.startswith(GZIP)


def _join_chunks(body: bytes) -> bytes:
    kept: list[bytes] = []
    at = 0
    while head := _CHUNK.match(body, at):
        size = int(head[1], 16)
        if size == 0:
            return b"".join(kept)
        at = head.end() + size
        kept.append(body[head.end() : at])
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    raise Damaged("cut short: its last chunk is missing")


def decode_body(reply: Reply, body: bytes, limits: Limits = LIMITS) -> bytes:
    """The page itself, no larger than it may be: `body` without its codings (gzip, deflate, br). Raises `Damaged`."""
    said = f"{reply.headers.get('content-encoding', '')},{reply.headers.get('transfer-encoding', '')}"
    codings = [coding for name in said.lower().split(",") if (coding := name.strip()) not in _UNCODED | {"chunked"}]
    for coding in reversed(codings[: _CODINGS + 1]):
        body = _undo(coding, body, limits)
    if len(codings) > _CODINGS:
        raise Damaged(f"more than {_CODINGS} codings")
    if len(body) > limits.document:
        raise Damaged(limits.over("document"))
    return body


def _undo(coding: str, body: bytes, limits: Limits) -> bytes:
    if coding in ("gzip", "x-gzip"):
        return join_pieces(inflate(BytesIO(body)), limits) if body.startswith(GZIP) else body
    if coding == "deflate":
        return join_pieces(inflate(BytesIO(body), bits=_deflate_bits(body)), limits)
    if coding == "br":
        return _undo_brotli(body, limits)
    raise Damaged(f"its content coding is not read: {coding[:40]!r}")


def _deflate_bits(body: bytes) -> int:
    """Servers send `deflate` with the header of zlib, as the standard has it, or without any."""
    has_header = len(body) > 1 and body[0] & 15 == 8 and int.from_bytes(body[:2], "big") % 31 == 0
    return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS


def _undo_brotli(body: bytes, limits: Limits) -> bytes:
    from fastwarc.stream_io import BrotliReader

    try:
        reader = BrotliReader(BytesIO(body))
        return join_pieces(iter(lambda: reader.read(MAX_HEAD), b""), limits)
    except OSError:
        if body.lstrip().startswith(b"<"):
            return body
        raise Damaged("its brotli data are damaged") from None
