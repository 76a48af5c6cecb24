"""Sheets spoilt at random, from a seed: bytes, tags and lines cut, doubled, swapped; and what must hold of all that is read
from them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import cache
from itertools import chain, pairwise
from pathlib import Path

from pipeline.card import card_of
from pipeline.collection import collect
from pipeline.engine.desk import desk
from pipeline.engine.packing import pack
from pipeline.engine.spool import Spool
from pipeline.orders import give_orders
from pipeline.parts import PartOrder, make_part
from pipeline.people import People
from pipeline.records import Source
from pipeline.sheet import Sheet
from tests.helpers import FIXTURES, MONGOLIA

NASTY = (
    b"\0", b"\xff", b"\r", b"\x85", b"\xc2\x85", b"<", b">", b"&", b"&#0;", b"&#xD800;", b"&lt;", b"|", b" | ", b"(", b")", b"\xe2\x80\xae",
    b"\xe2\x80\x8b", b"\xcc\x81" * 5, b"<table>", b"</td>", b"<td rowspan=9>", b"<td colspan=7>", b"<br>", b"<!--", b"<![CDATA[", b"<script>",
    b"\n", b"\n\n", b"\t", b"  \xe2\x80\xa2 ", b"- ", b": ", b"2013", b"9999999", b"1e99", b"FY", b"(31 December 2013)", b"\xd9\xa3", b"0",
    b"\xef\xbc\x91", b"million yen", b"US$", b"Japan", b"Visitors", b"31 February", b"~", b"2013~", b"Prime Minister", b"and", b",", b".", b"\xed\xa0\x80",
)  # fmt: skip
_TAG = re.compile(rb"<[^<>]{1,200}>")


@cache
def seeds() -> tuple[tuple[str, bytes], ...]:
    """The sheets to spoil, by name."""
    paths = [
        MONGOLIA,
        *sorted(p for p in FIXTURES.rglob("*") if p.suffix in (".txt", ".html") and "known_" not in p.name),
    ]
    return tuple((path.name, path.read_bytes()) for path in paths if path.stat().st_size < 60_000)


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
    lines = dice.choice(seeds())[1].splitlines(keepends=True)
    start = dice.randrange(len(lines))
    at, _ = _spot(data, dice)
    return data[:at] + b"".join(lines[start : start + dice.randrange(1, 12)]) + data[at:]


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut, _double, _insert, _insert, _flip, _stop, _other,
    _parts(lambda data: data.splitlines(keepends=True)),
    _parts(lambda data: data.splitlines(keepends=True)),
    _parts(lambda data: re.split(rb"(?<=>)|(?=<)", data)),
    _parts(lambda data: re.split(rb"(?<= )", data)),
)  # fmt: skip


def spoilt(seed: int) -> Source:
    """The sheet of a seed: always the same one."""
    dice = random.Random(seed)
    name, data = dice.choice(seeds())
    for _ in range(dice.choice((1, 1, 2, 3, 5, 12))):
        data = dice.choice(WAYS)(data, dice)
    return Source(f"{seed}-{name}", data)


def problems(sheet: Sheet) -> Iterator[str]:
    """What is wrong with a sheet by itself."""
    text = sheet.text
    yield from _wrong_blocks(sheet)
    for table, rows in sheet.facts().items():
        for row in rows:
            if not 0 <= row.char_start < row.char_end <= len(text) or text[row.char_start : row.char_end] != row.quote:
                yield f"{table}: {row} quotes what does not stand there"
            if text.count("\n", 0, row.char_start) + 1 != row.line:
                yield f"{table}: {row} is on another line"
    for note in sheet.notes:
        if not 0 <= note.start <= note.end <= len(text):
            yield f"{note} lies outside of the text"


def _wrong_blocks(sheet: Sheet) -> Iterator[str]:
    text, blocks = sheet.text, sheet.blocks
    if any(a.char_end > b.char_start for a, b in pairwise(blocks)):
        yield "blocks overlap"
    if any(text.count("\n", 0, block.char_start) + 1 != block.line for block in blocks):
        yield "a block is on another line"
    if any(text[block.char_start : block.char_end] != block.text for block in blocks):
        yield "a block has other words than the text"
    edges = [0, *(at for block in blocks for at in (block.char_start, block.char_end)), len(text)]
    if any(text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True)):
        yield "characters outside of all blocks"
    if sheet.document.characters_accounted > sheet.document.characters:
        yield "more characters accounted for than there are"


def refused_rows(sheets: Sequence[Sheet], folder: Path) -> Iterator[str]:
    """What the schemas refuse of sheets that are taken through the rest of a run: types, closed lists, bounds, unique ids,
    keys between tables, quotes, dates in order; and rows that got lost."""
    with closing(Spool(folder / "sheets")) as spool, desk(folder) as table:
        people = People(table)
        orders = give_orders(collect(((card_of(sheet), spool.put(pack(sheet))) for sheet in sheets), table), people)
        known = PartOrder(tuple(orders.sheets), people=tuple(chain.from_iterable(people.rows())))
    part = make_part(known)
    for refusal in part.refused:
        yield f"refused by its schema: {refusal}"
    for name, made in part.tables.items():
        if name != "refused" and made.rows != part.rows_in[name]:
            yield f"{name}: {part.rows_in[name]} rows in, {made.rows} out"
