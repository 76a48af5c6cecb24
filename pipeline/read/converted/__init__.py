"""Texts that a program made of something else: what it put in for itself is read away before the layout of lines is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pipeline.read.converted.dated_tables.tables import read_dated_tables
from pipeline.read.converted.framed_tables.broken_rows import read_broken_rows
from pipeline.read.converted.framed_tables.captions import read_captions
from pipeline.read.converted.framed_tables.framed import read_framed
from pipeline.read.converted.framed_tables.ruled import read_ruled
from pipeline.read.converted.framed_tables.spreadsheet import read_spreadsheet
from pipeline.read.converted.framed_tables.underscored import read_underscored
from pipeline.read.converted.framed_tables.unit_captions import read_unit_captions
from pipeline.read.converted.gap_tables.broken_dates import join_dates
from pipeline.read.converted.gap_tables.even_gaps import read_even_gaps
from pipeline.read.converted.gap_tables.paired_columns import read_paired_columns
from pipeline.read.converted.gap_tables.tables import read_columns
from pipeline.read.converted.grid_tables.figure_rows import read_figure_rows
from pipeline.read.converted.grid_tables.tables import read_unframed
from pipeline.read.converted.lines.counted_lines import read_counted_lines
from pipeline.read.converted.lines.split_strings import read_split_strings
from pipeline.read.converted.marks.html_tables import read_html_tables
from pipeline.read.converted.marks.leaders import read_leaders
from pipeline.read.converted.marks.link_numbers import read_link_numbers
from pipeline.read.converted.marks.markdown import read_markdown
from pipeline.read.converted.marks.quoted import read_quoted
from pipeline.read.converted.marks.restructured import read_restructured
from pipeline.read.converted.marks.saved import read_saved
from pipeline.read.converted.marks.starred import read_starred
from pipeline.read.converted.pages.broken_words import join_words
from pipeline.read.converted.pages.heading_turns import read_heading_turns
from pipeline.read.converted.pages.japanese_breaks import join_japanese
from pipeline.read.converted.pages.page_ends import read_pages
from pipeline.read.converted.pages.printed import read_printed
from pipeline.read.converted.pages.text_columns import read_text_columns
from pipeline.read.converted.placed import NEW_PAGE
from pipeline.read.converted.stacked_tables.figure_turns import read_figure_turns
from pipeline.read.converted.stacked_tables.label_turns import read_label_turns
from pipeline.read.converted.stacked_tables.stacked_cells import read_stacked_cells
from pipeline.read.raised import read_raised

_STEPS: Final[tuple[Callable[[str], str], ...]] = (
    read_quoted,
    read_html_tables,
    read_spreadsheet,
    read_printed,
    read_pages,
    read_underscored,
    read_starred,
    read_saved,
    read_counted_lines,
    read_split_strings,
    read_stacked_cells,
    read_figure_turns,
    read_label_turns,
    read_heading_turns,
    read_framed,
    read_ruled,
    read_captions,
    read_unit_captions,
    read_broken_rows,
    read_restructured,
    read_markdown,
    read_raised,
    read_link_numbers,
    read_leaders,
    read_paired_columns,
    read_figure_rows,
    read_unframed,
    read_dated_tables,
    read_even_gaps,
    read_text_columns,
    join_dates,
    read_columns,
    join_words,
    join_japanese,
)
"""Each takes a text back over what one way of making it did, and leaves any other text as it is. The order matters: signs that
a program draws come first, and places of words are asked only where there are none."""


def plain(text: str) -> str:
    """A text without the marks of Markdown, columns side by side as rows, broken words whole."""
    for step in _STEPS:
        text = step(text)
    return text.replace(NEW_PAGE, " ")
