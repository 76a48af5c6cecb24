"""Texts that a program made of something else: what it put in for itself is read away before the layout of lines is."""

from __future__ import annotations

from pipeline.read.markdown import read_markdown


def plain(text: str) -> str:
    """The text alone."""
    return read_markdown(text)
