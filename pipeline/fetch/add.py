"""Taking files saved by hand into the collection: read first, then put on the shelf that they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from pipeline.fetch.judge import objection
from pipeline.fetch.outcome import Outcome
from pipeline.fetch.refresh import now
from pipeline.fetch.shelf import ASIDE, SUFFIXES, keep, versions
from pipeline.read.files.headers import in_utc
from pipeline.read.files.inputs import find_sources
from pipeline.read.files.meta import Meta
from pipeline.records import Refused, Source
from pipeline.sheet import read_sheet


def add_files(
    raw: Path,
    files: Sequence[Path],
    publisher: str | None = None,
    partner: str | None = None,
    clock: Callable[[], str] = now,
) -> Iterator[Outcome]:
    """What became of each sheet in some files, one by one; the caller holds the lock of the collection.

    Archives and saved pages are unpacked, and each sheet in them is kept by itself. Publisher and partner are what the
    sheet says, unless they are given. What the collection already holds, in whatever folder, is not stored again. Raises
    `ShelfError`.
    """
    held = _held(raw)
    for file in files:
        for source in find_sources([file]):
            if isinstance(source, Refused):
                status = "failed" if source.missing else "refused"
                yield Outcome(None, source.source_path, status, reason=source.message)
            else:
                moment = source.captured or _saved(file) or clock()
                yield _add(raw, source, publisher, partner, held, moment)


def _add(
    raw: Path, source: Source, publisher: str | None, partner: str | None, held: dict[str, str], moment: str
) -> Outcome:
    digest = sha256(source.data).hexdigest()
    if digest in held:
        return Outcome(None, source.path, "seen", held[digest])
    sheet = read_sheet(source._replace(path=f"{publisher}/{source.path}") if publisher else source)
    reason = objection(sheet, None, None)
    if isinstance(sheet, Refused) or reason is not None:
        return Outcome(None, source.path, "refused", reason=reason)
    found = sheet.document
    series = f"{publisher or found.publisher}/{(partner or found.partner_area or 'unknown').lower()}"
    meta = Meta(
        sha256=digest,
        size=len(source.data),
        address=found.source_url,
        fetched=source.captured,
        last_seen=moment,
        headers=_headers(source),
    )
    path = keep(raw / series, source.data, SUFFIXES[found.media_type], meta, moment[:10])
    held[digest] = str(path)
    return Outcome(series, source.path, "new", held[digest])


def _headers(source: Source) -> dict[str, str]:
    """What the container said of a sheet, as the server once did."""
    if source.media_type is None:
        return {}
    charset = f"; charset={source.charset}" if source.charset else ""
    return {"content-type": f"{source.media_type}{charset}"}


def _held(raw: Path) -> dict[str, str]:
    """The sheets of a collection by the sha256 of their bytes."""
    folders = [raw, *(folder for folder in raw.rglob("*") if folder.is_dir() and ASIDE not in folder.parts)]
    found = (version for folder in folders for version in versions(folder))
    return {version.sha256: str(version.path) for version in found}


def _saved(file: Path) -> str | None:
    """When a file was last written; None for a folder."""
    try:
        return in_utc(datetime.fromtimestamp(file.stat().st_mtime, UTC)) if file.is_file() else None
    except (OSError, OverflowError, ValueError):
        return None
