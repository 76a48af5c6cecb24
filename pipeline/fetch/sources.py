"""What to fetch: `sources.toml` in the folder of the collection.

```toml
contact = "mailto:data@example.org"       # optional; told to the servers

[[source]]
publisher = "mofa-japan"
partner = "MNG"
address = "https://www.mofa.go.jp/region/asia-paci/mongolia/data.html"
```
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.fetch.addresses import read_address
from pipeline.fetch.limits import FetchFailed
from pipeline.normalize.areas import areas
from pipeline.publishers import known

FILE = "sources.toml"
_KEYS = ("publisher", "partner", "address")


class SourcesError(ValueError):
    """A file of sources that cannot be used; the message names the file, the entry and what to do."""


class SourceEntry(NamedTuple):
    """One sheet that is republished at one address; `partner` is its area's code."""

    publisher: str
    partner: str
    address: str

    @property
    def series(self) -> str:
        """The series that its versions make, which is also the folder where they stand."""
        return f"{self.publisher}/{self.partner.lower()}"


class Sources(NamedTuple):
    """What to fetch, and whom a server's keeper may write to."""

    entries: tuple[SourceEntry, ...]
    contact: str | None = None


def load_sources(raw: Path) -> Sources:
    """The sources of a collection, in the order of the file. Raises `SourcesError`."""
    file = raw / FILE
    try:
        data: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise SourcesError(f"{FILE} in {raw} cannot be read ({error.strerror}): it says what to fetch") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourcesError(f"{file}: this is no TOML: {error}; correct it") from error
    unknown = sorted(set(data) - {"source", "contact"})
    if unknown:
        raise SourcesError(f"{file}: {unknown[0]!r} is unknown; write [[source]] for each sheet")
    found = data.get("source", [])
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise SourcesError(f"{file}: write [[source]], with two brackets, for each sheet")
    entries = tuple(_entry(entry, f"{file}, entry {n}") for n, entry in enumerate(found, 1))
    _check_addresses(file, entries)
    return Sources(entries, _contact(file, data.get("contact")))


def matching(entries: Iterable[SourceEntry], pattern: str) -> list[SourceEntry]:
    """The entries that a pattern like those of a shell fits: their partner, their series or their address, in any case.

    >>> mongolia = SourceEntry("mofa-japan", "MNG", "https://www.mofa.go.jp/region/asia-paci/mongolia/data.html")
    >>> [len(matching([mongolia], pattern)) for pattern in ("mng", "mofa-japan/*", "*/asia-paci/*", "mongolia")]
    [1, 1, 1, 0]
    """
    wanted = pattern.lower()
    return [
        entry
        for entry in entries
        if any(fnmatchcase(text.lower(), wanted) for text in (entry.partner, entry.series, entry.address))
    ]


def _entry(entry: dict[str, Any], where: str) -> SourceEntry:
    unknown = sorted(set(entry) - set(_KEYS))
    if unknown:
        raise SourcesError(f"{where}: {unknown[0]!r} is unknown; an entry has {', '.join(_KEYS)}")
    for key in _KEYS:
        if not isinstance(entry.get(key), str):
            raise SourcesError(f"{where}: {key} is missing or no text; an entry has {', '.join(_KEYS)}")
    made = SourceEntry(*(entry[key] for key in _KEYS))
    if made.publisher not in (names := [publisher.id for publisher in known()]):
        raise SourcesError(f"{where}: no publisher {made.publisher!r}; known: {', '.join(names)}")
    if made.partner not in areas():
        raise SourcesError(f"{where}: no area {made.partner!r}; write a code as MNG (ISO 3166-1 alpha-3)")
    try:
        read_address(made.address)
    except FetchFailed as failure:
        raise SourcesError(f"{where}: {made.address!r}: {failure}; write the full address of the sheet") from None
    return made


def _check_addresses(file: Path, entries: Sequence[SourceEntry]) -> None:
    first: dict[str, int] = {}
    for n, entry in enumerate(entries, 1):
        if first.setdefault(entry.address, n) != n:
            raise SourcesError(f"{file}, entry {n}: the address of entry {first[entry.address]} again; take one away")


def _contact(file: Path, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not (value.isascii() and value.isprintable() and 0 < len(value) <= 200):
        raise SourcesError(f"{file}: contact is an address of mail or web, in ASCII")
    return value
