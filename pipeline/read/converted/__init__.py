"""Texts that a program made of something else: what it put in for itself is read away before the layout of lines is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pipeline.read.converted.broken_dates import join_dates
from pipeline.read.converted.broken_rows import read_broken_rows
from pipeline.read.converted.broken_words import join_words
from pipeline.read.converted.captions_below import read_captions
from pipeline.read.converted.columns import read_columns
from pipeline.read.converted.counted_lines import read_counted_lines
from pipeline.read.converted.dated_tables import read_dated_tables
from pipeline.read.converted.figure_turns import read_figure_turns
from pipeline.read.converted.framed import read_framed
from pipeline.read.converted.heading_turns import read_heading_turns
from pipeline.read.converted.japanese_breaks import join_japanese
from pipeline.read.converted.link_numbers import read_link_numbers
from pipeline.read.converted.markdown import read_markdown
from pipeline.read.converted.pages import read_pages
from pipeline.read.converted.printed import read_printed
from pipeline.read.converted.quoted import read_quoted
from pipeline.read.converted.restructured import read_restructured
from pipeline.read.converted.ruled import read_ruled
from pipeline.read.converted.split_strings import read_split_strings
from pipeline.read.converted.spreadsheet import read_spreadsheet
from pipeline.read.converted.stacked_cells import read_stacked_cells
from pipeline.read.converted.starred import read_starred
from pipeline.read.converted.text_columns import read_text_columns
from pipeline.read.converted.underscored import read_underscored
from pipeline.read.converted.unframed import read_unframed
from pipeline.read.raised import read_raised

_STEPS: Final[tuple[Callable[[str], str], ...]] = (
    read_quoted,
    read_spreadsheet,
    read_printed,
    read_pages,
    read_underscored,
    read_starred,
    read_counted_lines,
    read_split_strings,
    read_stacked_cells,
    read_figure_turns,
    read_heading_turns,
    read_framed,
    read_ruled,
    read_captions,
    read_broken_rows,
    read_restructured,
    read_markdown,
    read_raised,
    read_link_numbers,
    read_unframed,
    read_dated_tables,
    read_text_columns,
    join_dates,
    read_columns,
    join_words,
    join_japanese,
)
"""Each takes a text back over what one way of making it did, and leaves any other text as it is; the order matters."""


def plain(text: str) -> str:
    """A text without the marks of Markdown, columns side by side as rows, broken words whole."""
    for step in _STEPS:
        text = step(text)
    return text.replace("\f", " ")
