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

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.beside import BesideError, read_entries
from pipeline.fetch.addresses import read_address
from pipeline.fetch.limits import FetchFailed
from pipeline.normalize.areas import areas
from pipeline.publishers import known

FILE = "sources.toml"
_KEYS = ("publisher", "partner", "address")


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
    """The sources of a collection, in the order of the file. Raises `BesideError`."""
    file = raw / FILE
    try:
        data = read_entries(file, "source", settings=("contact",))
    except OSError as error:
        raise BesideError(f"{FILE} in {raw} cannot be read ({error.strerror}): it says what to fetch") from error
    entries = tuple(_entry(entry, f"{file}, entry {n}") for n, entry in enumerate(data["source"], 1))
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
        raise BesideError(f"{where}: {unknown[0]!r} is unknown; an entry has {', '.join(_KEYS)}")
    for key in _KEYS:
        if not isinstance(entry.get(key), str):
            raise BesideError(f"{where}: {key} is missing or no text; an entry has {', '.join(_KEYS)}")
    made = SourceEntry(*(entry[key] for key in _KEYS))
    if made.publisher not in (names := [publisher.id for publisher in known()]):
        raise BesideError(f"{where}: no publisher {made.publisher!r}; known: {', '.join(names)}")
    if made.partner not in areas():
        raise BesideError(f"{where}: no area {made.partner!r}; write a code as MNG (ISO 3166-1 alpha-3)")
    try:
        read_address(made.address)
    except FetchFailed as failure:
        raise BesideError(f"{where}: {made.address!r}: {failure}; write the full address of the sheet") from None
    return made


def _check_addresses(file: Path, entries: Sequence[SourceEntry]) -> None:
    first: dict[str, int] = {}
    for n, entry in enumerate(entries, 1):
        if first.setdefault(entry.address, n) != n:
            raise BesideError(f"{file}, entry {n}: the address of entry {first[entry.address]} again; take one away")


def _contact(file: Path, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not (value.isascii() and value.isprintable() and 0 < len(value) <= 200):
        raise BesideError(f"{file}: contact is an address of mail or web, in ASCII")
    return value
