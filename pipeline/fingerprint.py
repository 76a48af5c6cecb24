"""What results depend on besides their input: the program, its data files, and the libraries that read with it."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

PACKAGES: Final = (Path(__file__).parent, Path(__file__).parent.parent / "schemas")
SUFFIXES: Final = frozenset({".py", ".toml", ".csv", ".sql", ".j2", ".css", ".js"})
LIBRARIES: Final = (
    *("beautifulsoup4", "fastwarc", "lxml", "pycountry", "pyspellchecker", "rapidfuzz", "webencodings"),
    *("altair", "jinja2", "vl-convert-python"),
)


@cache
def fingerprint() -> str:
    """A sha256 over every code and data file of the program and the versions that it runs with.

    Any change of any of them gives another one, so that nothing made by an older program is taken for new.

    >>> len(fingerprint())
    64
    """
    digest = hashlib.sha256()
    for part in _parts():
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _parts() -> Iterator[bytes]:
    yield platform.python_version().encode()
    for library in LIBRARIES:
        yield f"{library} {version(library)}".encode()
    for package in PACKAGES:
        for file in sorted(package.rglob("*")):
            if file.suffix in SUFFIXES:
                yield file.relative_to(package.parent).as_posix().encode()
                yield file.read_bytes()
