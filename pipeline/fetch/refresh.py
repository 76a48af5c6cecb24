"""Fetching what is new: each address of the sources once, its answer judged and put on its shelf."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from pipeline.fetch.judge import objection
from pipeline.fetch.limits import FetchFailed
from pipeline.fetch.outcome import Outcome
from pipeline.fetch.polite import Guest
from pipeline.fetch.shelf import ASIDE, SUFFIXES, VALIDATORS, Version, keep, newest, see, versions
from pipeline.fetch.sources import SourceEntry
from pipeline.fetch.wire import Answer
from pipeline.read.files.headers import content_type, in_utc
from pipeline.read.files.meta import Meta
from pipeline.records import Refused, Source
from pipeline.sheet import Sheet, read_sheet

KEPT_HEADERS = (*VALIDATORS, "content-type", "content-language")
_LONGEST_HEADER = 500
_ASKED = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


def now() -> str:
    """This moment, as the tables have moments."""
    return in_utc(datetime.now(UTC)) or ""


def refresh(
    raw: Path, entries: Iterable[SourceEntry], guest: Guest, clock: Callable[[], str] = now
) -> Iterator[Outcome]:
    """What became of each entry, one by one; the caller holds the lock of the collection. Raises `ShelfError`."""
    for entry in entries:
        known = versions(raw / entry.series)
        last = newest(known)
        try:
            answer = guest.get(entry.address, _conditions(entry, last))
        except FetchFailed as failure:
            yield Outcome(entry.series, entry.address, "failed", reason=str(failure))
            continue
        yield _take(raw, entry, answer, known, clock())


def _conditions(entry: SourceEntry, last: Version | None) -> dict[str, str]:
    """What makes a server answer 304 if the newest version still stands; nothing where its bytes or address changed."""
    meta = last.meta if last else None
    if last is None or meta is None or meta.sha256 != last.sha256 or meta.address != entry.address:
        return {}
    return {_ASKED[name]: meta.headers[name] for name in VALIDATORS if _is_sendable(meta.headers.get(name, ""))}


def _is_sendable(value: str) -> bool:
    return value.isascii() and value.isprintable() and 0 < len(value) <= _LONGEST_HEADER


def _take(raw: Path, entry: SourceEntry, answer: Answer, known: list[Version], moment: str) -> Outcome:
    last = newest(known)
    if answer.status == 304 and last is not None and _conditions(entry, last):
        see(last, _meta(entry, answer, moment)._replace(sha256=last.sha256, fetched=None))
        return Outcome(entry.series, entry.address, "seen", str(last.path))
    if answer.status != 200:
        return Outcome(entry.series, entry.address, "failed", reason=f"the server answered {answer.status}")
    meta = _meta(entry, answer, moment)
    same = next((version for version in known if version.sha256 == meta.sha256), None)
    if same is not None:
        see(same, meta)
        return Outcome(entry.series, entry.address, "seen", str(same.path))
    page = read_sheet(_source(entry.series, answer.body, meta))
    reason = objection(page, entry.partner, _sheet(entry, last))
    if reason is None and isinstance(page, Sheet):
        path = keep(raw / entry.series, answer.body, SUFFIXES[page.document.media_type], meta, moment[:10])
        return Outcome(entry.series, entry.address, "new", str(path))
    suffix = SUFFIXES.get(content_type(answer.headers.get("content-type"))[0] or "", ".html")
    path = keep(raw / ASIDE / entry.series, answer.body, suffix, meta._replace(reason=reason), moment[:10])
    return Outcome(entry.series, entry.address, "aside", str(path), reason)


def _meta(entry: SourceEntry, answer: Answer, moment: str) -> Meta:
    kept = {name: answer.headers[name] for name in KEPT_HEADERS if _is_sendable(answer.headers.get(name, ""))}
    return Meta(
        sha256=sha256(answer.body).hexdigest(),
        size=len(answer.body),
        address=entry.address,
        final_address=answer.address if answer.address != entry.address else None,
        fetched=moment,
        last_seen=moment,
        status=answer.status,
        headers=kept,
    )


def _sheet(entry: SourceEntry, version: Version | None) -> Sheet | Refused | None:
    if version is None:
        return None
    return read_sheet(_source(entry.series, version.path.read_bytes(), version.meta, version.path.name))


def _source(series: str, data: bytes, meta: Meta | None, name: str = "page") -> Source:
    """The source that a run will find on the shelf."""
    source = Source(f"{series}/{name}", data)
    return meta.tell(source) if meta else source
