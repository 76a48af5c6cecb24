"""Texts that a program made of something else: what it put in for itself is read away before the layout of lines is."""

from __future__ import annotations

from pipeline.read.broken_dates import join_dates
from pipeline.read.broken_words import join_words
from pipeline.read.captions_below import read_captions
from pipeline.read.columns import read_columns
from pipeline.read.figure_turns import read_figure_turns
from pipeline.read.framed import read_framed
from pipeline.read.heading_turns import read_heading_turns
from pipeline.read.japanese_breaks import join_japanese
from pipeline.read.link_numbers import read_link_numbers
from pipeline.read.markdown import read_markdown
from pipeline.read.pages import read_pages
from pipeline.read.quoted import read_quoted
from pipeline.read.ruled import read_ruled
from pipeline.read.spreadsheet import read_spreadsheet
from pipeline.read.text_columns import read_text_columns
from pipeline.read.turns import read_turns


def plain(text: str) -> str:
    """A text without the marks of Markdown, columns side by side as rows, broken words whole."""
    text = read_heading_turns(read_figure_turns(read_turns(read_pages(read_spreadsheet(read_quoted(text))))))
    text = read_markdown(read_captions(read_ruled(read_framed(text))))
    text = read_columns(join_dates(read_text_columns(read_link_numbers(text))))
    return join_japanese(join_words(text)).replace("\f", " ")
