"""What bytes could be written in: labels, and how Japanese a reading looks. `decode` weighs them.

Labels follow the WHATWG Encoding Standard, as browsers do: `shift_jis` means cp932, `iso-8859-1` means windows-1252,
and labels outside of it (utf-7 among them) are unknown.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import webencodings

_NAMES = {"euc_jp": "euc-jp", "iso2022_jp": "iso-2022-jp"}
_USELESS = {"replacement", "x-user-defined"}
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.S)
_XML_LABEL = re.compile(rb"^\s*<\?.*encoding=['\"](.*?)['\"].*\?>", re.I)
_META_LABEL = re.compile(rb"<\s*meta[^>]+charset\s*=\s*[\"']?([^>]*?)[ /;'\">]", re.I)
_HEAD = 4096
"""The bytes looked at for a declaration. Browsers look at 1,024 and more; saved pages begin with comments."""

_JAPANESE_RUN = re.compile("[\u3001-\u3003\u3005-\u301c\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uff01-\uff5e]{2,}")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_ASCII = re.compile(r"[\x00-\x7f]+")


class Reading(NamedTuple):
    """Bytes read with one codec, without a single error."""

    text: str
    codec: str


def codec_of(label: str) -> str | None:
    """The Python codec of a WHATWG label; None where there is none.

    >>> codec_of("Shift_JIS"), codec_of("iso-8859-1"), codec_of("utf-7")
    ('cp932', 'cp1252', None)
    """
    if not label.isascii():
        return None
    encoding = webencodings.lookup(label.strip())
    if encoding is None or encoding.name in _USELESS:
        return None
    name: str = encoding.codec_info.name
    return _NAMES.get(name, name)


def declared_label(data: bytes) -> str | None:
    """The charset that a page declares for itself, in its XML declaration or a `<meta>`; None where it does not.

    >>> declared_label(b'<!-- charset=x --><meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">')
    'shift_jis'
    """
    head = _COMMENT.sub(b"", data[:_HEAD])
    found = _XML_LABEL.search(head) or _META_LABEL.search(head)
    return found[1].decode("ascii", "replace").lower().strip()[:40] or None if found else None


def read_strictly(data: bytes, codec: str) -> str | None:
    """The text of bytes that are wholly valid in a codec, else None.

    Sites that declare EUC-JP use its vendor row as well (`①`), which only the wider codec knows.
    """
    for name in (codec, "euc_jisx0213") if codec == "euc-jp" else (codec,):
        try:
            return data.decode(name)
        except UnicodeError:
            continue
    return None


def japanese_share(text: str) -> float:
    """How much of a text's non-ASCII stands in runs of Japanese, 0 to 1. Wrongly read Latin text gives lone kanji.

    >>> japanese_share("2020年6月の更新"), japanese_share("the country痴 efforts")
    (0.8, 0.0)
    """
    others = len(_ASCII.sub("", text))
    return sum(map(len, _JAPANESE_RUN.findall(text))) / others if others else 0.0


def read_japanese(data: bytes, hint: bool) -> Reading | None:
    """Bytes without a usable label as Japanese, if they are wholly valid and look it. `hint`: they are said to be."""
    if b"\x1b$" in data:
        text = read_strictly(data, "iso2022_jp")
        return Reading(text, "iso-2022-jp") if text is not None else None
    best, best_share = None, 0.0 if hint else 0.5
    for codec in ("cp932", "euc-jp"):
        text = read_strictly(data, codec)
        if text is None or (codec == "euc-jp" and not hint and not _KANA.search(text)):
            continue
        share = japanese_share(text)
        if share > best_share or (hint and best is None):
            best, best_share = Reading(text, codec), share
    return best
