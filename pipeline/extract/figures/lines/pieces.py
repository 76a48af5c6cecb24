"""Lines as figures are looked for in them: paragraphs by their sentences, rows of cells as one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from pipeline.extract.figures.brackets import is_one_bracket
from pipeline.extract.figures.shapes import COLON, DIGIT
from pipeline.extract.sentences import sentences
from pipeline.outline import Line
from pipeline.outline.headings import NUMBER
from pipeline.outline.spread import closed
from pipeline.patterns import has_japanese

COUNT = re.compile(r"[0-9０-９]+[ \u3000](?:[社名人件組校円回位国]|[万億兆千百])(?:[（(、。\s0-9]|\Z|[円人社件名])")
"""A figure at the beginning of a line in Japanese, which is no number of a list: `4 社（2019年）`."""
LONG_SENTENCE = re.compile(r"(?:[^\s:]{1,40}\s{1,20}){6}")
"""A sentence that needs no words before it to say what it counts."""
COUNTED = re.compile(r"[0-9]{1,2}\t(?=[A-Z])")
"""The number of a heading in a cell of its own."""
NONE_TOLD = re.compile(r"(?<=[ぁ-ヿ一-鿿])[ \t\u3000]++(?=(?:該当|実績|特に)?[な無]し\s*(?:[（(]|\Z))")


def told_apart(text: str, line: Line) -> Iterator[Line]:
    """The sentences of a paragraph that hold figures, each with those behind it that hold none or stand in brackets;
    any other line as it is. What a paragraph tells before a first sentence of its own with a figure is left out."""
    told = sentences(text, line.block.body, line.block.end) if line.role == "prose" else ()
    figured = (span for span in told if DIGIT.search(text, *span) and any(map(str.isalpha, text[slice(*span)])))
    first, second = next(figured, None), next(figured, None)
    at = line.block.body
    if first and LONG_SENTENCE.match(text, *first) and _tells(text[at : first.start]):
        at = first.start
        line = line._replace(block=line.block._replace(body=at))
    if second is None or COLON.search(text, at, second.start):
        yield line
        return
    for span in chain([second], figured):
        if text[span.start] not in "(（":
            yield line._replace(block=line.block._replace(body=at, end=span.start))
            at = span.start
    yield line._replace(block=line.block._replace(body=at))


def _tells(words: str) -> bool:
    """Whether words before a sentence tell something, and are no label of it."""
    return any(map(str.isalnum, words)) and ":" not in words


def as_line(text: str, line: Line) -> str:
    """A row of cells as a line, in English also one with tabs, a line in brackets as one without; the length stays.

    The first pipe or tab is a colon, the next opens a bracket: `Exports | 18 | fish` is read as `Exports : 18 ( fish`. In Japanese
    the number of a list is no figure, and a space parts a label from its `none`: `3 在留邦人数 215名`, `2016年度　なし`.
    """
    if has_japanese(text):
        text = closed(text)
        number = None if COUNT.match(text) else NUMBER.match(text)
        text = text if number is None else f"{' ' * number.end()}{text[number.end() :]}"
        told = NONE_TOLD.search(text)
        text = f"{text[: told.start()]}{':'.ljust(len(told[0]))}{text[told.end() :]}" if told else text
    elif counted := COUNTED.match(text):
        text = f"{' ' * counted.end()}{text[counted.end() :]}"
    if line.role == "row":
        return _as_bracketed(text, "|" if "|" in text else "\t")
    if "\t" in text and not has_japanese(text):
        number = NUMBER.match(text)
        start = number.end() if number else 0
        return text[:start] + _as_bracketed(text[start:], "\t")
    return f" {text[1:-1]} " if is_one_bracket(text) else text


def _as_bracketed(cells: str, sign: str) -> str:
    """Cells as a label, a colon, and what else they say in a bracket."""
    return cells.replace(sign, ":", 1).replace(sign, "(", 1).replace(sign, ";")
