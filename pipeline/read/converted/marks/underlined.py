"""Headings underlined by a row of one sign, as Markdown and reStructuredText have them → headings with signs before them."""

from __future__ import annotations

import re

from pipeline.read.converted.wide import widened

ROW = re.compile(r"""([=\-~^"'*+#:.`_])\1{2,} *""")
OF_MARKDOWN = "=-"
"""There the deeper sign may come first, and a row may be shorter than its heading."""


def read_underlined(text: str) -> str:
    r"""A text whose underlined headings have as many `#` as they are deep: the sign that comes first is the highest.

    A heading stands alone between blank lines, with the row that underlines it; the same row may stand above it too.

    >>> read_underlined("Japan-Togo\n==========\n\nFrom Togo\n~~~~~~~~~\n\n2001 Mr. Ito\n------------\n2002")
    '# Japan-Togo\n\n\n## From Togo\n\n\n2001 Mr. Ito\n------------\n2002'
    """
    lines = ["", *text.split("\n"), ""]
    found = {n: sign for n in range(1, len(lines) - 2) if (sign := _underlined(lines, n))}
    order = dict.fromkeys(found.values())
    depths = {sign: n for n, sign in enumerate(OF_MARKDOWN if order.keys() <= set(OF_MARKDOWN) else order, 1)}
    for n, sign in found.items():
        if lines[n - 1].strip():
            lines[n - 1] = ""
        lines[n : n + 2] = [f"{'#' * depths[sign]} {lines[n].strip()}", ""]
    return "\n".join(lines[1:-1])


def _underlined(lines: list[str], n: int) -> str | None:
    """The sign of the row that underlines a line, if that is a heading."""
    above, line, below, behind = lines[n - 1 : n + 3]
    row = ROW.fullmatch(below)
    if row is None or behind.strip() or not any(map(str.isalnum, line)) or line[0] == "|":
        return None
    is_long = len(row[0].rstrip()) >= len(widened(line.rstrip()))
    is_framed = is_long and above == below and not lines[n - 2].strip()
    is_alone = not above.strip() and not line[0].isspace() and (is_long or row[1] in OF_MARKDOWN)
    return row[1] if is_framed or is_alone else None
