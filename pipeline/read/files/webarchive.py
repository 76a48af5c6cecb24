"""Web archives, WARC and WACZ → the pages and texts in them, one after the other; memory holds one at a time."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from typing import IO

from fastwarc.warc import ArchiveIterator

from pipeline.read.files.capture import read_record
from pipeline.read.files.inflate import read_pieces
from pipeline.read.limits import CUT, LIMITS, RULE, Damaged, Limits
from pipeline.records import Refused, Source

MAX_DIRECTORY = 1 << 20
NO_SHEETS = "no page or text in this web archive"
_BLANK = b"\r\n\r\n"
_FOLDER, _SUFFIXES = "archive/", (".warc", ".warc.gz")
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ZIP_ERRORS = (zipfile.BadZipFile, OSError, ValueError, EOFError, RuntimeError, struct.error)


class Stream:
    """The bytes of an archive for a reader that knows no failure: they end where they lead no further; `why` says why.

    `end` are the last bytes given, up to four: the record that ends an archive ends in an empty line.
    """

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""
        self._given = 0
        self.end = b""
        self.why: str | None = None

    def read(self, size: int = -1) -> bytes:
        """The next bytes, up to `size`, fewer where a piece ends; none at the end."""
        if not self._rest and self.why is None:
            try:
                self._rest = next(self._pieces, b"")
            except Damaged as damaged:
                self.why = str(damaged)
        size = len(self._rest) if size < 0 else size
        given, self._rest = self._rest[:size], self._rest[size:]
        self._given += len(given)
        self.end = (self.end + given[-4:])[-4:]
        return given

    def tell(self) -> int:
        """How many bytes were given."""
        return self._given

    def seek(self, offset: int, whence: int = 0) -> int:
        """Never: what was read is gone."""
        raise OSError("not seekable")

    def close(self) -> None:
        """Gives no more bytes."""
        self._rest, self._pieces = b"", iter(())


def read_warc(pieces: Iterator[bytes], name: str, limits: Limits = LIMITS) -> Iterator[Source | Refused]:
    """The sheets of a web archive: responses with status 200 and resources, of HTML or plain text.

    A sheet's path is `<archive>!<address>`. Images and whatever else archives are full of are passed over. Refused, each
    by itself while the reading goes on: a sheet over a limit, one that its digests or lengths contradict, one of which
    the archive kept only a part. Refused under the archive's name: an end in the middle of a record, damage behind
    which no record can be found, and an archive without any sheet.

    >>> [refused.message for refused in read_warc(iter([b"<html>"]), "a.warc")]
    ['no web archive']
    """
    stream = Stream(pieces)
    records, found, failure = 0, False, None
    try:
        for record in ArchiveIterator(stream, parse_http=False, stream_detect=False):
            records += 1
            sheet = read_record(record, name, limits)
            if sheet is not None:
                found = True
                yield sheet
    except Damaged as damaged:
        failure = str(damaged)
    except OSError:
        failure = f"damaged: nothing behind record {records} can be read"
    why = _why(stream, records, failure)
    if why or not found:
        yield Refused(name, RULE, why or NO_SHEETS)


def _why(stream: Stream, records: int, failure: str | None) -> str | None:
    """Why an archive could not be read to its end, for people; None where it was."""
    if stream.why:
        return f"{CUT} ({stream.why})"
    if records == 0:
        return failure and "no web archive"
    is_spent = not stream.read(1)
    return CUT if is_spent and not stream.end.endswith(_BLANK) else failure


def read_wacz(file: IO[bytes], name: str, limits: Limits = LIMITS) -> Iterator[Source | Refused]:
    """The sheets of the archives in a WACZ, in the order of its directory: of `archive/*.warc` and `archive/*.warc.gz`.

    Nothing else in it is opened, and nothing is ever unpacked to disk. Refused: what is no zip or has a directory over
    1 MB, and archives that are encrypted, damaged, or compressed otherwise than by deflate.
    """
    try:
        package = zipfile.ZipFile(_Bounded(file))
    except _ZIP_ERRORS:
        yield Refused(name, RULE, "no zip file, or a damaged one")
        return
    members = [member for member in package.infolist() if _is_archive(member.filename)]
    if not members:
        yield Refused(name, RULE, NO_SHEETS)
    for member in members:
        yield from _read_member(package, member, name, limits)


def _is_archive(path: str) -> bool:
    inner = path.removeprefix(_FOLDER)
    return path.startswith(_FOLDER) and inner.lower().endswith(_SUFFIXES) and "/" not in inner and inner.isprintable()


def _read_member(
    package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, limits: Limits
) -> Iterator[Source | Refused]:
    """The sheets of one archive, under the name of the package; what is wrong with the archive itself names both."""
    own_name = f"{name}!{member.filename}"
    if member.flag_bits & 1:
        yield Refused(own_name, RULE, "encrypted")
        return
    try:
        file = package.open(member) if member.compress_type in _PLAIN else None
    except _ZIP_ERRORS:
        file = None
    if file is None:
        yield Refused(own_name, RULE, "damaged, or compressed in a way that is not read")
        return
    with file:
        for sheet in read_warc(read_pieces(file), name, limits):
            yield sheet._replace(source_path=own_name) if isinstance(sheet, Refused) and sheet[0] == name else sheet


class _Bounded:
    """A file of which nobody gets more than a directory's worth at once: `zipfile` takes a directory whole."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        if size > MAX_DIRECTORY:
            raise zipfile.BadZipFile("directory too large")
        return self._file.read(size)
