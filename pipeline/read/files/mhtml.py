"""A page that a browser saved in one file, MHTML → the page itself."""

from __future__ import annotations

import email.errors
import email.utils
from email.message import Message
from email.parser import BytesParser
from functools import partial

from pipeline.read.files.headers import SHEET_TYPES, address, content_type, in_utc
from pipeline.read.limits import RULE, Damaged
from pipeline.records import Refused, Source

MAX_PARTS = 5_000
MAX_NESTED = 8
MAX_HEADER = 2_000
_DAMAGED = (email.errors.InvalidBase64CharactersDefect, email.errors.InvalidBase64LengthDefect)
_CUT = (email.errors.CloseBoundaryNotFoundDefect, email.errors.StartBoundaryNotFoundDefect)


class _Part(Message):
    """A part that keeps the work of the parser within bounds; `counts` are shared by all parts of a file."""

    def __init__(self, counts: dict[str, int], **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self._add(counts, "part", MAX_PARTS)
        self._counts = counts

    def set_raw(self, name: str, value: str) -> None:
        if name.lower() == "content-type" and value.lstrip()[:9].lower() == "multipart":
            self._add(self._counts, "multipart", MAX_NESTED)
        super().set_raw(name, value[:MAX_HEADER])

    @staticmethod
    def _add(counts: dict[str, int], what: str, most: int) -> None:
        counts[what] = counts.get(what, 0) + 1
        if counts[what] > most:
            raise Damaged(f"more than {most} {what}s")


def read_mhtml(data: bytes, name: str) -> Source | Refused:
    """The main page of an MHTML file, with the address and, as the capture time, the date that the browser gave it.

    The main page is the part that the file names as its start, else the one that stands at the file's own address, else
    the first. Frames and images are passed over. Refused: a file without a page, one that ends within its page, and
    more parts than pages have.

    >>> read_mhtml(b"Content-Type: text/html\\nContent-Location: http://a/\\n\\n<p>Asia", "a.mht")
    Source(path='a.mht', data=b'<p>Asia', url='http://a/', media_type='text/html', charset=None, captured=None)
    """
    try:
        message: Message = BytesParser(partial(_Part, {})).parsebytes(data)
        pages = [part for part in message.walk() if part.get_content_type() in SHEET_TYPES]
        if "content-type" not in message or not pages:
            return Refused(name, RULE, "no page in this file")
        return _source(message, pages, name)
    except Damaged as damaged:
        return Refused(name, RULE, str(damaged))


def _source(message: Message, pages: list[Message], name: str) -> Source:
    named = _named(message, pages)
    page = named or min(pages, key=lambda page: page.get_content_type() == "text/plain")
    data = page.get_payload(decode=True)
    is_last = page is [part for part in message.walk() if not part.is_multipart()][-1]
    is_cut = any(isinstance(defect, _CUT) for part in message.walk() for defect in part.defects)
    if not isinstance(data, bytes) or (is_cut and (is_last or named is None)):
        raise Damaged("ends in the middle of its page")
    if any(isinstance(defect, _DAMAGED) for defect in page.defects):
        raise Damaged("its base64 data are damaged")
    url = address(_header(page, "Content-Location")) or address(_header(message, "Snapshot-Content-Location"))
    url = url if url and url.lower().startswith(("http:", "https:")) else None
    media_type, charset = content_type(_header(page, "Content-Type"))
    return Source(name, data, url, media_type, charset, _captured(message))


def _named(message: Message, pages: list[Message]) -> Message | None:
    """The page that the file's own header tells to be the main one."""
    start = str(message.get_param("start", ""))
    own = address(_header(message, "Snapshot-Content-Location"))
    for page in pages:
        if start and _header(page, "Content-ID") == start:
            return page
    for page in pages:
        if own and address(_header(page, "Content-Location")) == own:
            return page
    return None


def _header(part: Message, name: str) -> str:
    return str(part.get(name, "")).strip()


def _captured(message: Message) -> str | None:
    try:
        return in_utc(email.utils.parsedate_to_datetime(_header(message, "Date")))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
