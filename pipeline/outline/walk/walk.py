"""The walk: one pass over the blocks that gives each its role and its place in the tree of sections."""

from __future__ import annotations

import re
from typing import TypeGuard

from pipeline.outline.cells import (
    first_line_apart,
    is_date_alone,
    is_labelled,
    is_visit_list,
    label_and_values,
    pairs_beside,
)
from pipeline.outline.clauses import clauses_apart
from pipeline.outline.headings import read_head
from pipeline.outline.identity import Partner
from pipeline.outline.labels import labels_apart
from pipeline.outline.numbers import without_numbers
from pipeline.outline.sections import CAPTION, Outline
from pipeline.outline.stacked import stacked
from pipeline.outline.walk.counts import end_counted
from pipeline.outline.walk.dated import dates_rows
from pipeline.outline.walk.front import is_furniture, take_front
from pipeline.outline.walk.headers import take_table
from pipeline.outline.walk.neighbours import directs_a_figure, is_back_out
from pipeline.outline.walk.opening import open_heading, open_section
from pipeline.outline.walk.scopes import is_remark, is_scope, is_span
from pipeline.outline.walk.signs import HEADS, LONGEST_LABEL, caption_of, is_heading
from pipeline.outline.walk.state import Walk
from pipeline.outline.walk.tables import (
    around_row,
    heads_donors,
    heads_labels,
    heads_list,
    label_and_row,
    labels_rows,
    leave_row_label,
    take_date_above,
    take_years,
)
from pipeline.outline.walk.text_rows import add_rows, heading_apart, heads_items, row_start
from pipeline.outline.wraps import is_source
from pipeline.publishers import Publisher
from pipeline.records import Block, Document, Span

NOTE_NUMBER = re.compile(
    r"(?:(?:[(（]?注[)）]?|Notes?)[:：]?[ \u3000]*)?[(（]?([0-9０-９]{1,2})[)）.．：][ \u3000]*(?=[^0-9０-９])"
)
NOTES_BELOW = re.compile(r"(?:[(（]?注[)）]?|Notes?)\s*[:：]?", re.I)


def walk_through(document: Document, publisher: Publisher, partner: Partner) -> Outline:
    """The outline of a document: one line a block, in order, each with its role and the section that it stands in. Cells of tables
    in Japanese that stand below each other come as rows.
    """
    walk = Walk(document, publisher, partner)
    printed = list(stacked(document.text, document.blocks)) if document.language == "ja" else document.blocks
    blocks = without_numbers(document.text, printed)
    for n, block in enumerate(blocks, 1):
        walk.following = blocks[n] if n < len(blocks) else None
        _take(walk, block)
    return Outline(document, publisher, partner, walk.published, walk.title, tuple(walk.lines))


def _take(walk: Walk, block: Block) -> None:
    """Hand a block to whatever knows its kind."""
    _close_passed(walk, block)
    if block.kind == "furniture" or is_furniture(walk, block):
        walk.add(block, "furniture")
    elif take_years(walk, block):
        pass
    elif block.kind == "header":
        walk.open_table()
        walk.add(block, "header")
    elif block.kind == "row":
        _take_row(walk, block)
    elif block.kind == "paragraph" and (parts := heading_apart(walk, block)):
        for part in parts:
            _take(walk, part)
    elif not take_front(walk, block) and not take_table(walk, block):
        _take_words(walk, block)
    walk.last_end = block.end


def _close_passed(walk: Walk, block: Block) -> None:
    """Leave a tight section at a blank line, an unknown label's list at the paragraph after it, and that of an item at the
    next item beside that; one that has nothing but a note so far goes on."""
    while is_back_out(walk, block) and walk.section.parent:
        walk.section = walk.section.parent
    section = walk.section
    above = walk.lines[-2:] if section.is_tight else []
    if len(above) > 1 and above[1].role == "source" and above[0].block.start == section.start:
        return
    is_unknown = section.kind == "label" and section.topic is None
    is_over_rows = section.kind == "label" and section.head is not None and dates_rows(section.head)
    is_list_over = (is_unknown and walk.lines[-1].role == "item") or (is_over_rows and walk.lines[-1].role == "row")
    is_list_over = is_list_over and block.kind in ("paragraph", "caption") and not is_source(walk.words(block))
    if section.parent and (section.is_tight or is_list_over) and "\n\n" in walk.text[walk.last_end : block.start]:
        walk.section, walk.in_table = section.parent, False


def _take_row(walk: Walk, block: Block) -> None:
    """A row with cells: a heading or caption where it holds but one, else a row."""
    filled = [cell for cell in block.cells if cell.start < cell.end]
    if (len(filled) < len(block.cells) and heads_labels(walk, block, filled)) or heads_donors(walk, block):
        walk.open_table()
        walk.add(block._replace(kind="header"), "header")
        return
    pairs = pairs_beside(walk.text, block, around_row(walk), walk.publisher)
    for part in pairs:
        _take_row(walk, part)
    if pairs:
        return
    parts = filled if is_labelled(walk.text, filled, around_row(walk), walk.publisher) else []
    if not parts and heads_list(walk, block, filled):
        parts = filled
        leave_row_label(walk)
    if labels_rows(walk, block):
        for part in label_and_row(walk, block):
            _take(walk, part)
        return
    if len(filled) == 1 and not walk.in_table:
        parts = first_line_apart(walk.text, filled[0], walk.section, walk.publisher)
    if parts:
        label, *values = label_and_values(walk.text, block, parts)
        _take(walk, label)
        walk.row_label = walk.section
        for value in values:
            _take(walk, value)
        return
    if len(filled) == 1 and take_date_above(walk, block, filled[0]):
        return
    if len(filled) == 1 and _says_of_others(walk, walk.text[slice(*filled[0])]):
        cell = filled[0]
        _take_words(walk, block._replace(kind="paragraph", body=cell.start), Span(cell.start, cell.end))
        return
    if len(filled) == 1 and caption_of(walk, walk.text[filled[0].start : filled[0].end]):
        open_section(walk, block, "caption", walk.text[filled[0].start : filled[0].end], CAPTION)
        return
    walk.in_table = True
    walk.add(block, "row")


def _says_of_others(walk: Walk, words: str) -> bool:
    """Whether the only cell of a row is no part of a table, or says which way the figures below it go, or where those of the table
    are from."""
    return (
        not walk.in_table or directs_a_figure(walk, read_head(words)) or (not walk.among_visits() and is_source(words))
    )


def _take_words(walk: Walk, block: Block, span: Span | None = None) -> None:
    """What a block says that is no row; `span` are the words of a row's only cell."""
    words = walk.text[span.start : span.end] if span else walk.words(block)
    is_whole = span is not None or _is_whole(walk, block, words)
    parts = [] if is_whole else labels_apart(walk.text, block, walk.publisher)
    parts = parts or ([] if is_whole else clauses_apart(walk.text, block, walk.publisher))
    for part in parts:
        _take(walk, part)
    if parts:
        return
    head = read_head("" if len(words) > LONGEST_LABEL and block.kind not in HEADS else words)
    if is_source(words) or (walk.lines and walk.lines[-1].role == "source" and _is_next_note(walk, block, words)):
        walk.add(block, "source")
    elif is_scope(walk, words):
        walk.add(block, "label")
        if not walk.section.is_tight and not is_span(words):
            return
        heads_on = walk.text.startswith("\n\n", block.end)  # what it heads stands below the blank line
        walk.section = walk.section._replace(
            heading=f"{walk.section.heading} {words}", end=block.end, is_tight=not heads_on
        )
    elif is_remark(walk, block, words):
        line = walk.lines[-1]
        walk.lines[-1] = line._replace(block=line.block._replace(end=block.end))
    elif caption_of(walk, words):
        open_section(walk, block, "caption", words, CAPTION)
        walk.open_table()
    elif _take_visit_item(walk, block, words):
        pass
    elif is_heading(walk, block, words, head):
        open_heading(walk, block, words, head)
    else:
        walk.in_table = False
        end_counted(walk, words, head)
        walk.add(block, "item" if block.kind == "item" else "prose")


def _is_next_note(walk: Walk, block: Block, words: str) -> bool:
    """Whether a line goes on with the numbers of the notes above it: `2．金額は、…による。` below `（注）1．年度は、…`, or
    is the first below a bare `Notes:`."""
    last = walk.words(walk.lines[-1].block)
    above, number = NOTE_NUMBER.match(last), NOTE_NUMBER.match(words)
    is_told = block.kind in ("paragraph", "item") and words.endswith(("。", "ベース", "."))
    if is_told and number is not None and NOTES_BELOW.fullmatch(last):
        return int(number[1]) == 1
    return is_told and above is not None and number is not None and int(number[1]) == int(above[1]) + 1


def _is_whole(walk: Walk, block: Block, words: str) -> bool:
    """Whether a line is not looked at for a label before another one."""
    return words.isascii() or block.kind not in ("paragraph", "item") or walk.among_visits()


def _take_visit_item(walk: Walk, block: Block, words: str) -> bool:
    """Visits that are set as a list: items that begin with their date, or stand beside or below it. Returns whether it is one."""
    if block.kind not in ("item", "term") or not is_visit_list(walk.section):
        return False
    if is_date_alone(words) and (block.kind == "term" or heads_items(walk, block)):
        walk.add(block, "label")
        walk.term = block
    elif block.kind == "item" and walk.lines[-1].role in ("label", "row") and _is_below(walk.term, block):
        date = Span(walk.term.body, walk.term.end)
        walk.add(block._replace(kind="row", cells=(date, Span(block.body, block.end))), "row")
    elif block.kind == "item" and row_start(walk, block.body, block.end):
        add_rows(walk, block)
    else:
        return False
    return True


def _is_below(date: Block | None, block: Block) -> TypeGuard[Block]:
    """Whether an item stands beside the date of a list of terms, or lies deeper than an item that is one."""
    return date is not None and (date.kind == "term" or block.level > date.level)
