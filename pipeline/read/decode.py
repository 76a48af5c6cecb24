"""Bytes → text. What the bytes themselves prove stands above what they are declared to be."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from pipeline.read.charsets import Reading, codec_of, declared_label, japanese_share, read_japanese, read_strictly
from pipeline.read.clean import clean
from pipeline.read.limits import RULE
from pipeline.records import Refused

MAX_JUNK = 20
"""Replaced and control characters a text may have, if they are more than one in a hundred."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = ((b"%PDF-", "PDF"), (b"PK\x03\x04", "ZIP"), (b"\x89PNG", "PNG"), (b"GIF8", "GIF"), (b"\xff\xd8\xff", "JPEG"),
          (b"\x1f\x8b", "gzip"), (b"\xd0\xcf\x11\xe0", "Office"), (b"7z\xbc\xaf", "7z"), (b"Rar!", "RAR"))  # fmt: skip
_MOJIBAKE = re.compile("â€.|Ã[¡-¿\u0192\u201a]|Â[\u00a0-¿]|ï¿½|[縺繧繝][^ -~]|窶[^ -~]")
_MOJIBAKE_SIGNS = ("â€", "Ã", "Â", "ï¿½", "縺", "繧", "繝", "窶")


class Decoded(NamedTuple):
    """The text of some bytes, and how it is known to be that.

    `basis` is what decided: `bom header declared utf8 guess`. `replaced` counts U+FFFD in the text. `notes` are short
    phrases, each beginning with `encoding:`, for whatever is suspect.
    """

    text: str
    encoding: str
    basis: str
    replaced: int
    notes: tuple[str, ...] = ()


def decode(
    data: bytes, *, declared: str | None = None, html: bool = False, japanese_hint: bool = False
) -> Decoded | Refused:
    """The text of a sheet's bytes, with LF line ends and without control characters.

    `declared` is the charset of the HTTP header, `html` lets a page declare its own, `japanese_hint` says that the
    language or host is Japanese. In this order: byte order mark, header, the page's own label, strict UTF-8, Japanese
    where the bytes look it, windows-1252. A label that the bytes contradict is passed over, with a note. Refused: empty
    bytes, and whatever is no text.

    >>> decode("Côte d’Ivoire".encode("cp1252"), declared="iso-8859-1")
    Decoded(text='Côte d’Ivoire', encoding='cp1252', basis='header', replaced=0, notes=())
    """
    if not data.strip(b"\0 \t\r\n\f\v"):
        return Refused("", RULE, "empty")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return Refused("", RULE, f"not text ({name})")
    labels = [("header", declared)] if declared else []
    if html and (label := declared_label(data)):
        labels.append(("declared", label))
    text, encoding, basis = _choose(data, labels, japanese_hint)
    text, controls = clean(text)
    replaced = text.count("\ufffd")
    if ((junk := replaced + controls) > MAX_JUNK and junk * 100 > len(text)) or junk * 3 > len(text) + 6:
        return Refused("", RULE, f"not text ({junk} of {len(text) + controls} characters cannot be read)")
    labels_read = [] if data.isascii() or basis == "bom" else labels
    return Decoded(text, encoding, basis, replaced, _notes(text, encoding, labels_read, replaced, controls))


def _choose(data: bytes, labels: list[tuple[str, str]], hint: bool) -> tuple[str, str, str]:
    """Text, codec and basis, by the first rule that fits."""
    for bom, wide in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(wide, "replace"), wide, "bom"
    unmarked = _wide_codec(data)
    if unmarked:
        return data.decode(unmarked, "replace"), unmarked, "guess"
    known = [(basis, codec) for basis, label in labels if (codec := codec_of(label))]
    utf8 = read_strictly(data, "utf-8") if b"\x1b$" not in data else None
    for basis, codec in known:
        if (reading := _honest_reading(data, codec, utf8)) is not None:
            return reading.text, codec, basis
    if utf8 is not None:
        return utf8, "utf-8", "utf8"
    return _choose_damaged(data, known) or _guess(data, known, hint)


def _wide_codec(data: bytes) -> str | None:
    """UTF-16 without a mark: mostly ASCII text has a zero in every other byte."""
    sample = data[: 4096 & ~1]
    half = max(len(sample) // 2, 1)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if min(even, odd) > 0.05 or max(even, odd) < 0.4 or len(data) < 8:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _honest_reading(data: bytes, codec: str, utf8: str | None) -> Reading | None:
    """The bytes in their declared codec, unless they are valid UTF-8 or evidently Japanese under a Western label.

    Text of any other charset is as good as never valid UTF-8 by chance, while every byte is valid windows-1252.
    """
    if codec.startswith("utf-16") or (utf8 is not None and codec != "utf-8" and not data.isascii()):
        return None
    text = utf8 if codec == "utf-8" else read_strictly(data, codec)
    if text is None or (codec == "cp1252" and not data.isascii() and read_japanese(data, hint=False)):
        return None
    return Reading(text, codec)


def _choose_damaged(data: bytes, known: list[tuple[str, str]]) -> tuple[str, str, str] | None:
    """UTF-8, or a declared charset of several bytes, with a few bytes spoilt; None where it is none of them."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if 0 < bad <= sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text))):
        return text, "utf-8", next((basis for basis, codec in known if codec == "utf-8"), "utf8")
    for basis, codec in known:
        if codec == "utf-8" and bad == 1:
            return text, codec, basis
        if codec in ("cp932", "euc-jp"):
            spoilt = data.decode(codec, "replace")
            if spoilt.count("\ufffd") * 20 < len(spoilt) and japanese_share(spoilt) > 0.5:
                return spoilt, codec, basis
    return None


def _guess(data: bytes, known: list[tuple[str, str]], hint: bool) -> tuple[str, str, str]:
    if japanese := read_japanese(data, hint):
        return japanese.text, japanese.codec, "guess"
    basis = next((basis for basis, codec in known if codec == "cp1252"), "guess")
    return data.decode("cp1252", "replace"), "cp1252", basis


def _notes(text: str, encoding: str, labels: list[tuple[str, str]], replaced: int, controls: int) -> tuple[str, ...]:
    """What is suspect about a decoded text, for people."""
    notes = []
    for _, label in labels:
        codec = codec_of(label)
        if codec is None:
            notes.append(f"encoding: unknown charset {label!r}, read as {encoding}")
        elif codec != encoding:
            notes.append(f"encoding: declared as {label}, read as {encoding}")
    if replaced:
        notes.append(f"encoding: {replaced} replacement character{'s' * (replaced > 1)}")
    if controls:
        notes.append(f"encoding: {controls} control character{'s' * (controls > 1)} removed")
    if any(sign in text for sign in _MOJIBAKE_SIGNS) and (mojibake := _MOJIBAKE.search(text)):
        notes.append(f"encoding: looks decoded twice, such as {mojibake[0]!r}")
    return tuple(dict.fromkeys(notes))
