"""What must hold of all that is read from any sheet whatever: of a sheet by itself, and of sheets together."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain, pairwise
from pathlib import Path

import schemas
from pipeline.collection import collect
from pipeline.collection.orders import give_orders
from pipeline.collection.parts import PartOrder, make_part
from pipeline.collection.people import People
from pipeline.engine.desk import desk
from pipeline.engine.packing import pack
from pipeline.engine.spool import Spool
from pipeline.normalize import find_amounts
from pipeline.sheet import Sheet
from pipeline.sheet.card import card_of
from pipeline.tables.frames import fits


def problems(sheet: Sheet) -> Iterator[str]:
    """What is wrong with a sheet by itself."""
    text = sheet.text
    yield from _wrong_blocks(sheet)
    if any(row.value == 0 and row.value_status == "exact" for row in sheet.observations):
        yield "nothing is told as an exact something"
    for quote in dict.fromkeys(row.quote for row in sheet.observations):
        yield from wrong_amounts(quote)
    for table, rows in sheet.facts().items():
        for row in rows:
            if not 0 <= row.char_start < row.char_end <= len(text) or text[row.char_start : row.char_end] != row.quote:
                yield f"{table}: {row} quotes what does not stand there"
            if text.count("\n", 0, row.char_start) + 1 != row.line:
                yield f"{table}: {row} is on another line"
    for note in sheet.notes:
        if not 0 <= note.start <= note.end <= len(text):
            yield f"{note} lies outside of the text"


def is_held(sheet: Sheet) -> bool:
    """Whether the tables hold all its values. A number of more decimals, or digits, than they have makes its row a refused
    one, with the reason, and what is told of the row too."""
    column = next(column for column in schemas.tables()["observations"].columns if column.name == "value")
    values = (row.value for row in sheet.observations if row.value is not None)
    return all((abs(value) < 1 << 32 and value == int(value)) or fits(column, value) for value in values)


def _wrong_blocks(sheet: Sheet) -> Iterator[str]:
    text, blocks, row = sheet.text, sheet.blocks, sheet.document
    if any(a.char_end > b.char_start for a, b in pairwise(blocks)):
        yield "blocks overlap"
    if any(text.count("\n", 0, block.char_start) + 1 != block.line for block in blocks):
        yield "a block is on another line"
    if any(text[block.char_start : block.char_end] != block.text for block in blocks):
        yield "a block has other words than the text"
    edges = [0, *(at for block in blocks for at in (block.char_start, block.char_end)), len(text)]
    if any(text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True)):
        yield "characters outside of all blocks"
    if row.characters_accounted > row.characters:
        yield "more characters accounted for than there are"
    told = (row.blocks, row.visits, row.observations, row.events)
    if told != (len(blocks), len(sheet.visits), len(sheet.observations), len(sheet.events)):
        yield f"{told} blocks, visits, observations, events are told, others are there"


def wrong_amounts(text: str) -> Iterator[str]:
    """What is wrong with the amounts of a text."""
    end = 0
    for one in find_amounts(text):
        if one.start < end or text[one.start : one.end] != one.printed:
            yield f"{one} stands elsewhere"
        bounds = [bound for bound in (one.low, one.value, one.high) if bound is not None]
        if (one.low is None) != (one.high is None) or bounds != sorted(bounds):
            yield f"{one} has bounds that are none"
        end = one.end


def problems_together(sheets: Sequence[Sheet], folder: Path) -> Iterator[str]:
    """What the schemas refuse of sheets that are taken through the rest of a run: types, closed lists, bounds, unique ids,
    keys between tables, quotes, dates in order; rows that got lost, in the CSV too; texts that are no UTF-8."""
    with closing(Spool(folder / "sheets")) as spool, desk(folder) as table:
        people = People(table, folder)
        orders = give_orders(collect(((card_of(sheet), spool.put(pack(sheet))) for sheet in sheets), table), people)
        known = PartOrder(tuple(orders.sheets), people=tuple(chain.from_iterable(people.rows())))
    part = make_part(known)
    for refusal in part.refused:
        yield f"refused by its schema: {refusal}"
    for name, made in part.tables.items():
        if name != "refused" and made.rows != part.rows_in[name]:
            yield f"{name}: {part.rows_in[name]} rows in, {made.rows} out"
        width = len(schemas.tables()[name].columns)
        read = list(csv.reader(io.StringIO(made.csv.decode("utf-8"), newline=""), strict=True))
        if len(read) != made.rows or any(len(row) != width for row in read):
            yield f"{name}: {made.rows} rows out, {len(read)} in its CSV, or not of {width} cells"
    for text in part.texts.values():
        text.encode("utf-8")
