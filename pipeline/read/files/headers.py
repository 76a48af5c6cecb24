"""What the headers of HTTP, MIME and web archives say: media type, charset, address and moment."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from pipeline.read.limits import MAX_NAME

SHEET_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_CHARSET = re.compile(r";\s{0,20}charset\s{0,20}=\s{0,20}[\"']?([^\s\"';,]{1,40})", re.I)


def content_type(value: str | None) -> tuple[str | None, str | None]:
    """Media type and charset of a `Content-Type`; the first type, where several were joined.

    >>> content_type('Text/HTML; charset="Shift_JIS"'), content_type("text/html, text/html"), content_type("")
    (('text/html', 'Shift_JIS'), ('text/html', None), (None, None))
    """
    value = (value or "")[:500]
    media_type = value.partition(";")[0].partition(",")[0].strip().lower()
    charset = _CHARSET.search(value)
    return media_type or None, charset[1] if charset else None


def address(value: str | None) -> str | None:
    """An address as archives print it, without brackets, folds and control characters; None for none.

    >>> address("<http://www.mofa.go.jp/a\\r\\n .html>")
    'http://www.mofa.go.jp/a.html'
    """
    text = "".join(char for char in (value or "")[: 2 * MAX_NAME] if char.isprintable() and char != " ")
    return text.removeprefix("<").removesuffix(">")[:MAX_NAME] or None


def moment(value: str | None) -> str | None:
    """A moment of ISO 8601 in UTC, to the second; None for what is no moment, a mere day or month among it.

    >>> moment("2014-09-01T09:30:00.25+09:00"), moment("2014-09-01T00:30:00Z"), moment("2014-09")
    ('2014-09-01T00:30:00Z', '2014-09-01T00:30:00Z', None)
    """
    text = (value or "").strip()
    if not 19 <= len(text) <= 40 or text[10] not in "Tt ":
        return None
    try:
        return in_utc(datetime.fromisoformat(text))
    except ValueError:
        return None


def in_utc(when: datetime) -> str | None:
    """A moment as the tables have it; one without a zone is taken for UTC, which archives prescribe."""
    try:
        there = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return there.replace(microsecond=0, tzinfo=None).isoformat() + "Z"
