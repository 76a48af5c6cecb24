"""What must hold of values and rows, as questions to whole columns; `schemas.models` makes checks of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

import schemas

Texts = Mapping[str, str]


def each(values: pd.Series[str], is_right: Callable[[str], object]) -> pd.Series[bool]:
    """Whether each value is right; every distinct value is looked at once. Missing values are not."""
    distinct = pc.unique(pa.array(values)).drop_null().to_pylist()
    right = [value for value in distinct if is_right(value)]
    return values.notna() if len(right) == len(distinct) else among(values, right)


def among(values: pd.Series[str], others: Iterable[str]) -> pd.Series[bool]:
    """Whether each value is one of others; a missing one is not. (`Series.isin` makes an object of each of the others.)

    >>> among(pd.Series(["a", "b", None], dtype="string[pyarrow]"), ["b"]).tolist()
    [False, True, False]
    """
    cells = pa.array(values)
    found = pc.is_in(cells, value_set=pa.array(others, cells.type), skip_nulls=True)
    return pd.Series(found.to_numpy(zero_copy_only=False), index=values.index, dtype=bool)


def are_strange(values: pd.Series[str], others: Iterable[str]) -> Any:
    """Whether each value is none of others, as an array; a missing one is not.

    >>> are_strange(pd.Series(["a", "b", None], dtype="string[pyarrow]"), ["b"]).tolist()
    [True, False, False]
    """
    cells = pa.array(values)
    found = pc.is_in(cells, value_set=pa.array(others, cells.type))
    return pc.and_not(cells.is_valid(), found).to_numpy(zero_copy_only=False)


def is_day(printed: str) -> bool:
    """Whether there is such a day, written as ISO 8601 has it.

    >>> is_day("2012-02-29"), is_day("2013-02-29"), is_day("20130228")
    (True, False, False)
    """
    if not re.fullmatch(schemas.formats()["date"].pattern, printed):
        return False
    try:
        date.fromisoformat(printed)
    except ValueError:
        return False
    return True


def is_sorted(codes: str) -> bool:
    """Whether codes with one space between them are in order, none twice.

    >>> is_sorted("JPN MNG"), is_sorted("MNG JPN"), is_sorted("JPN JPN")
    (True, False, False)
    """
    return codes.split(" ") == sorted(set(codes.split(" ")))


def has_text(texts: Texts, document_id: str) -> bool:
    """Whether there is a text of the document that UTF-8 can hold."""
    try:
        return texts[document_id].encode("utf-8") is not None
    except (KeyError, UnicodeEncodeError):
        return False


def value_fits_status(frame: pd.DataFrame) -> pd.Series[bool]:
    """No value beside a word such as `none`, 0 beside `zero`; others may lack one, as a range has no one value."""
    status, value = frame["value_status"], frame["value"]
    is_word = status.isin(["none", "not_available", "being_compiled", "missing"])
    is_zero = (value == 0).fillna(False).astype(bool)
    return (~is_word | value.isna()) & ((status != "zero") | is_zero).fillna(True).astype(bool)


def is_slice(frame: pd.DataFrame, column: str, texts: Texts) -> pd.Series[bool]:
    """Whether `text[char_start:char_end]` is the column; a row without any place and print is right."""
    cells = [pa.array(frame[name]).to_pylist() for name in ("document_id", "char_start", "char_end", column)]
    return pd.Series([_stands_there(texts, *row) for row in zip(*cells, strict=True)], index=frame.index, dtype=bool)


def _stands_there(texts: Texts, document_id: str | None, start: int | None, end: int | None, quote: str | None) -> bool:
    if start is None and end is None:
        return quote is None
    text = texts.get(document_id or "")
    if text is None or start is None or end is None or not 0 <= start <= end <= len(text):
        return False
    return text[start:end] == (quote or "")
