"""Sheets and slices of them spoilt at random, from a seed: bytes, tags, words and lines cut, doubled, swapped, put in."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from pipeline.records import Source
from tests.hostile.slices import cut, wholes

NASTY = (
    b"\0", b"\xff", b"\r", b"\x85", b"\xc2\x85", b"<", b">", b"&", b"&#0;", b"&#xD800;", b"&lt;", b"|", b" | ", b"(", b")", b"\xe2\x80\xae",
    b"\xe2\x80\x8b", b"\xcc\x81" * 5, b"<table>", b"</td>", b"<td rowspan=9>", b"<td colspan=7>", b"<br>", b"<!--", b"<![CDATA[", b"<script>",
    b"\n", b"\n\n", b"\t", b"  \xe2\x80\xa2 ", b"- ", b": ", b"2013", b"9999999", b"1e99", b"FY", b"(31 December 2013)", b"\xd9\xa3", b"0",
    b"\xef\xbc\x91", b"million yen", b"US$", b"Japan", b"Visitors", b"31 February", b"~", b"2013~", b"Prime Minister", b"and", b",", b".", b"\xed\xa0\x80",
    "億円".encode(), "令和元年".encode(), "約".encode(), "（".encode(), "、".encode(), b"FY2013-", b" to ", b"%", b"-18,581", b"25-30 million yen", b"3 to 4 billion US$", "10～12億円".encode(), b"none", b"/", b"<li>", b"</ul>",
    b"<td rowspan=1000000000>", b"<?x", b"</", b"=\"", b"<p ", b"\xe2\x80\xa8", b"\x0b", b"\x1b[31m", b"\xf4\x8f\xbf\xbf", b"\xef\xbb\xbf", b"Mr.", b"H.E.",
)  # fmt: skip
CODINGS = ("cp932", "euc-jp", "utf-16", "cp1252", "utf-8-sig", "utf-7")
CHARSETS = ("shift_jis", "euc-jp", "utf-8", "utf-16le", "iso-8859-1", "x")
NUMBERS = (
    "0", "00", "0.0", "1", "7", "12", "13", "29", "31", "32", "99", "0.12345678901", "1.5", "1,5", "1,234", "12,34",
    "1.2.3", "1,234.567.89", "1989.13", "1989.2.30", "2013~", "c2013", "c2013~", "2013-2010", "2010-13", "2013/14", "1868", "2099", "2100", "20130", "-5", "▲5",
    "+5", ".5", "5.", "5%", "1/3", "½", "１２", "1２", "百", "3rd", "21th", "1e9", "123456789012345678901234567890", "1980s", "平成元", "令和5",
)  # fmt: skip
"""What a number of a sheet becomes: edges of dates and amounts."""
_NUMBER = re.compile(rb"[0-9][0-9.,]*")
_BREAK = re.compile(rb"[ \n.,;:()/|-]+")
TIMES = (1, 1, 2, 2, 3, 4, 6, 12)
"""How often a sheet is spoilt."""


def _spot(data: bytes, dice: random.Random) -> tuple[int, int]:
    start = dice.randrange(len(data) + 1)
    return start, min(len(data), start + int(dice.expovariate(1 / 40)) + 1)


def _cut(data: bytes, dice: random.Random) -> bytes:
    start, end = _spot(data, dice)
    return data[:start] + data[end:]


def _double(data: bytes, dice: random.Random) -> bytes:
    start, end = _spot(data, dice)
    return data[:end] + data[start:end] * dice.randrange(1, 4) + data[end:]


def _insert(data: bytes, dice: random.Random) -> bytes:
    start, _ = _spot(data, dice)
    return data[:start] + dice.choice(NASTY) * dice.choice((1, 1, 1, 2, 40)) + data[start:]


def _flip(data: bytes, dice: random.Random) -> bytes:
    start, _ = _spot(data, dice)
    return data[:start] + bytes([dice.randrange(256)]) + data[start + 1 :]


def _stop(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def _parts(split: Callable[[bytes], list[bytes]]) -> Callable[[bytes, random.Random], bytes]:
    def spoil(data: bytes, dice: random.Random) -> bytes:
        parts = split(data)
        if len(parts) < 2:
            return data
        one, other = dice.randrange(len(parts)), dice.randrange(len(parts))
        match dice.randrange(4):
            case 0:
                del parts[one]
            case 1:
                parts.insert(other, parts[one])
            case 2:
                parts[one], parts[other] = parts[other], parts[one]
            case _:
                low, high = sorted((one, min(len(parts), one + dice.randrange(1, 9))))
                del parts[low:high]
        return b"".join(parts)

    return spoil


def _other(data: bytes, dice: random.Random) -> bytes:
    """A stretch of another sheet."""
    lines = dice.choice(wholes()).data.splitlines(keepends=True)
    start = dice.randrange(len(lines))
    at, _ = _spot(data, dice)
    return data[:at] + b"".join(lines[start : start + dice.randrange(1, 6)]) + data[at:]


def _number(data: bytes, dice: random.Random) -> bytes:
    """One number is another."""
    if not (found := list(_NUMBER.finditer(data))):
        return data
    one = dice.choice(found)
    return data[: one.start()] + dice.choice(NUMBERS).encode() + data[one.end() :]


def _glue(data: bytes, dice: random.Random) -> bytes:
    """What stands between two words is gone, or stands for what parts two others."""
    if not (found := list(_BREAK.finditer(data))):
        return data
    one, other = dice.choice(found), dice.choice(found)
    return data[: one.start()] + dice.choice((b"", other[0])) + data[one.end() :]


def _recode(data: bytes, dice: random.Random) -> bytes:
    """The words in another coding, or what is left of them."""
    return data.decode("utf-8", "replace").encode(dice.choice(CODINGS), "replace")


_lines = _parts(lambda data: data.splitlines(keepends=True))
_tags = _parts(lambda data: re.split(rb"(?<=>)|(?=<)", data))
_words = _parts(lambda data: re.split(rb"(?<= )", data))

WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut, _cut, _double, _double, _insert, _insert, _insert, _insert, _flip, _flip, _stop, _other, _other,
    _lines, _lines, _lines, _lines, _tags, _tags, _words, _words, _number, _number, _number, _glue, _glue, _glue, _recode,
)  # fmt: skip


def spoilt(seed: int) -> Source:
    """The sheet of a seed: always the same one. A quarter of the slices are spoilt in front too, where they say what they
    are about; most would be no fact sheets otherwise."""
    dice = random.Random(seed)
    name, front, data = cut(dice)
    if dice.random() < 0.25:
        front, data = b"", front + data
    for _ in range(dice.choice(TIMES)):
        data = dice.choice(WAYS)(data, dice)
    return Source(f"{seed}-{name}", front + data, charset=dice.choice(CHARSETS) if dice.random() < 0.03 else None)
