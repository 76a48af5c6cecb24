"""Files that hold sheets in a wrapping → the sheets: gzip, MHTML, WARC and WACZ, told apart by their suffix.

No container is opened within another one, but for the gzip around a WARC and the archives in a WACZ.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import PurePosixPath
from typing import IO

from pipeline.read.files.inflate import GZIP, inflate, join_pieces, read_pieces, take
from pipeline.read.limits import LIMITS, RULE, Damaged, Limits
from pipeline.records import Refused, Source

SHEETS = {".txt": "text/plain", ".md": "text/plain", ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}
_MHTML = frozenset({".mhtml", ".mht"})
_CONTAINERS = _MHTML | {".gz", ".warc", ".wacz"}


def is_container(name: str) -> bool:
    """Whether a file by its name is to be unpacked."""
    return PurePosixPath(name).suffix.lower() in _CONTAINERS


def may_hold_sheets(name: str) -> bool:
    """Whether a file by its name is a sheet or a container of some; a gzip only if its inner name allows it.

    >>> [may_hold_sheets(name) for name in ("a.HTM", "a.html.gz", "a.warc.gz", "a.mht", "a.tar.gz", "a.css")]
    [True, True, True, True, False, False]
    """
    path = PurePosixPath(name)
    suffix, inner = path.suffix.lower(), PurePosixPath(path.stem).suffix.lower()
    if suffix == ".gz":
        return inner in SHEETS or inner in ("", ".warc")
    return suffix in SHEETS or suffix in _CONTAINERS


def unpack(file: IO[bytes], name: str, limits: Limits = LIMITS) -> Iterator[Source | Refused]:
    """The sheets in an open container, as the readers of its kind give them; see there for bounds and refusals.

    >>> from io import BytesIO
    >>> [refused.message for refused in unpack(BytesIO(b"<p>"), "a.html.gz")]
    ['no gzip file']
    """
    path = PurePosixPath(name)
    suffix, inner = path.suffix.lower(), PurePosixPath(path.stem).suffix.lower()
    if suffix in _MHTML:
        yield _unpack_mhtml(file, name, limits)
    elif suffix == ".wacz":
        from pipeline.read.files.webarchive import read_wacz

        yield from read_wacz(file, name, limits)
    elif ".warc" in (suffix, inner):
        yield from _unpack_warc(read_pieces(file), name, limits)
    elif inner in _CONTAINERS:
        yield Refused(name, RULE, "a container within a container is not opened")
    else:
        yield from _unpack_gzip(file, name, SHEETS.get(inner), limits)


def _unpack_mhtml(file: IO[bytes], name: str, limits: Limits) -> Source | Refused:
    from pipeline.read.files.mhtml import read_mhtml

    data = file.read(limits.document + 1)
    return read_mhtml(data, name) if len(data) <= limits.document else Refused(name, RULE, limits.over("document"))


def _unpack_warc(pieces: Iterator[bytes], name: str, limits: Limits) -> Iterator[Source | Refused]:
    from pipeline.read.files.webarchive import read_warc

    yield from read_warc(pieces, name, limits)


def _unpack_gzip(file: IO[bytes], name: str, media_type: str | None, limits: Limits) -> Iterator[Source | Refused]:
    """One sheet, or a web archive that its name hides."""
    head = take(file)
    if not head.startswith(GZIP):
        yield Refused(name, RULE, "no gzip file")
        return
    try:
        pieces = inflate(file, head)
        first = next(filter(None, pieces), b"")
        if not first.startswith(b"WARC/"):
            yield Source(name, join_pieces(chain([first], pieces), limits), media_type=media_type)
            return
    except Damaged as damaged:
        yield Refused(name, RULE, str(damaged))
        return
    yield from _unpack_warc(chain([first], filter(None, pieces)), name, limits)
