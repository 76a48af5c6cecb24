"""One record of a web archive → the sheet in it: the page itself, where it stood and when it was captured."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import NamedTuple

from fastwarc.warc import WarcRecord, WarcRecordType

from pipeline.read.files.exchange import MAX_HEAD, Reply, decode_body, parse_reply, unchunk
from pipeline.read.files.headers import SHEET_TYPES, address, content_type, moment
from pipeline.read.limits import CUT, RULE, Damaged, Limits
from pipeline.records import Refused, Source

_LENGTH = re.compile("[0-9]{1,15}")
_ALGORITHMS = frozenset({"md5", "sha1", "sha224", "sha256", "sha384", "sha512"})


class _Said(NamedTuple):
    """What a record says that it holds. `reply` is the response around it, cut off behind its head."""

    media_type: str
    charset: str | None
    reply: Reply | None


def read_record(record: WarcRecord, name: str, limits: Limits) -> Source | Refused | None:
    """The sheet in a record of the archive `name`; None for what is none. Raises `Damaged` where the record goes on
    behind the archive's end, or does not say how long it is."""
    printed = (record.headers.get("Content-Length") or "").strip()
    if not _LENGTH.fullmatch(printed):
        raise Damaged("damaged: a record does not say how long it is")
    size, block = int(printed), record.reader.read(min(int(printed), MAX_HEAD))
    said = _said(record, block)
    if said:
        block += record.reader.read(min(size, limits.record + MAX_HEAD) - len(block))
    if len(block) + record.consume() != size:
        raise Damaged(CUT)
    if said is None:
        return None
    url = address(record.headers.get("WARC-Target-URI"))
    path = f"{name}!{url or address(record.headers.get('WARC-Record-ID')) or ''}"
    try:
        data = _payload(record, block, said, size, limits)
    except Damaged as damaged:
        return Refused(path, RULE, str(damaged))
    captured = moment(record.headers.get("WARC-Date"))
    return Source(path, data, url, said.media_type, said.charset, captured) if data.strip() else None


def _said(record: WarcRecord, block: bytes) -> _Said | None:
    """What a record is said to hold, by its own headers and by those of the response in it; None for no sheet."""
    media_type, charset = content_type(record.headers.get("Content-Type"))
    reply = None
    if record.record_type == WarcRecordType.response and media_type == "application/http":
        reply = parse_reply(block)
        if reply is None or reply.status != 200:
            return None
        media_type, charset = content_type(reply.headers.get("content-type"))
        media_type = media_type or content_type(record.headers.get("WARC-Identified-Payload-Type"))[0]
    elif record.record_type != WarcRecordType.resource:
        return None
    return _Said(media_type, charset, reply) if media_type in SHEET_TYPES else None


def _payload(record: WarcRecord, block: bytes, said: _Said, size: int, limits: Limits) -> bytes:
    """The page in a block. Raises `Damaged` for a part of one, and for one that is not what was archived."""
    if size > len(block):
        raise Damaged(limits.over("record"))
    for header in ("WARC-Truncated", "WARC-Segment-Number"):
        if printed := record.headers.get(header):
            raise Damaged(f"the archive kept only a part of it ({header}: {printed[:40]})")
    _check_digest(record, "WARC-Block-Digest", block)
    reply = parse_reply(block) if said.reply else None
    if reply is None:
        _check_digest(record, "WARC-Payload-Digest", block)
        return block
    body = unchunk(reply)
    data = decode_body(reply, body, limits)
    _check_digest(record, "WARC-Payload-Digest", reply.body, body, data)
    return data


def _check_digest(record: WarcRecord, header: str, *states: bytes) -> None:
    """Compares a digest, printed in base 32 or 16. Archives differ in which state of a payload they take it of: as it
    was sent, or without the framing of the transfer, or without its coding."""
    algorithm, _, printed = (record.headers.get(header) or "").strip().partition(":")
    algorithm = algorithm.lower().replace("-", "")
    if algorithm not in _ALGORITHMS:
        return
    digests = [hashlib.new(algorithm, state, usedforsecurity=False).digest() for state in dict.fromkeys(states)]
    if not any(printed.lower() == digest.hex() or printed.upper() == _base32(digest) for digest in digests):
        raise Damaged(f"not the bytes that were archived ({header} differs)")


def _base32(digest: bytes) -> str:
    return base64.b32encode(digest).decode()
