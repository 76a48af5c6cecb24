"""What is known of a sheet besides its bytes: the small `.meta.json` that stands beside a collected one."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from pipeline.read.files.headers import address, content_type, moment
from pipeline.records import Source

SUFFIX = ".meta.json"
MAX_META_BYTES = 100_000
_SHA256 = re.compile("[0-9a-f]{64}")
_TIMES = ("fetched", "last_seen")
_TEXTS = ("address", "final_address", "reason")


class Meta(NamedTuple):
    """Where a collected sheet comes from. `fetched` is when these bytes were first received over the web, `last_seen` when
    they were last known to be the sheet: ISO 8601 in UTC. `headers` are those worth keeping, names in lower case.
    `reason` is why a page was put aside."""

    sha256: str
    size: int
    address: str | None = None
    final_address: str | None = None
    fetched: str | None = None
    last_seen: str | None = None
    status: int | None = None
    headers: dict[str, str] = {}  # noqa: RUF012
    reason: str | None = None

    def tell(self, source: Source) -> Source:
        """A source with what is known of it: its address, its moment, what the server said that it is."""
        media_type, charset = content_type(self.headers.get("content-type"))
        return source._replace(url=self.address, captured=self.fetched, media_type=media_type, charset=charset)


def write_meta(meta: Meta) -> bytes:
    """A meta as it stands on disk, without what is not known."""
    told = {key: value for key, value in meta._asdict().items() if value not in (None, {})}
    return (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def read_meta(data: bytes) -> Meta | None:
    """A meta from disk; None for what is damaged. Keys that are not known are passed over.

    >>> read_meta(write_meta(Meta("0" * 64, 12, "https://www.mofa.go.jp/"))).address
    'https://www.mofa.go.jp/'
    >>> read_meta(b'{"sha256": "half') is None
    True
    """
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    texts = {key: told.get(key) for key in (*_TIMES, *_TEXTS)}
    headers, size, status = told.get("headers", {}), told.get("size", 0), told.get("status")
    is_sound = (
        isinstance(told.get("sha256"), str)
        and _SHA256.fullmatch(told["sha256"])
        and type(size) is int
        and (status is None or type(status) is int)
        and all(text is None or isinstance(text, str) for text in texts.values())
        and isinstance(headers, dict)
        and all(isinstance(value, str) for value in headers.values())
    )
    if not is_sound:
        return None
    times = {key: moment(texts[key]) for key in _TIMES}
    if any(texts[key] is not None and times[key] is None for key in _TIMES):
        return None
    places = {key: address(texts[key]) for key in ("address", "final_address")}
    return Meta(
        sha256=told["sha256"], size=size, status=status, headers=headers, reason=texts["reason"], **places, **times
    )
