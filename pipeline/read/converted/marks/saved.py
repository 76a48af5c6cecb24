"""What browsers and mail programs make of a page as text: bold words between stars, underlined ones between lines, lines in
italics between slashes, addresses behind links, `o` and `+` before the items of lists within lists → the words alone, and the
usual sign of an item."""

from __future__ import annotations

import re

BOLD_LINE = re.compile(r"^[ ]{0,8}\*[^\s*][^\n*]{0,200}\*(?=[ ]*$|[ ]\([^\n()]{1,80}\)[ ]*$)", re.M)
ADDRESS = re.compile(r"(?:(?<!\s)[ \n])?<(?:https?://|mailto:)[^<>\s]{1,400}>")
INNER_ITEM = re.compile(r"^([ ]{4,})[o+] (?=\S)", re.M)
MARKED = tuple(
    re.compile(rf"(?<![\w{sign}])[{sign}]([^\s{sign}][^\n{sign}]{{0,200}})(?<!\s)[{sign}](?![\w{sign}])")
    for sign in "*_"
)
ITALIC_LINE = re.compile(r"^([ ]{0,8})/([^\s/][^\n/]{0,200}(?:\n[ ]{0,8}[^\s/][^\n/]{0,200})?)(?<!\s)/(?=[ ]*$)", re.M)
"""Slashes stand within words too, so that only whole lines are known by them, or two of one paragraph."""
KINDS, FEWEST = (BOLD_LINE, ADDRESS, INNER_ITEM), 2


def read_saved(text: str) -> str:
    r"""A text without such marks, if it has some of two kinds, or bold lines, which are labels, more than once.

    >>> print(read_saved("*Trade*\n\n*Aid:*\n\n  * Loans: none\n      o Port: none\n\nHome <https://a.jp/>"))
    Trade
    <BLANKLINE>
    Aid:
    <BLANKLINE>
      * Loans: none
          • Port: none
    <BLANKLINE>
    Home
    >>> print(read_saved("*Trade*\n\n*Aid*\n/Source: Ministry of\nFinance/\n/a/b"))
    Trade
    <BLANKLINE>
    Aid
    Source: Ministry of
    Finance
    /a/b
    >>> read_saved("* Loans: none\n* Grants*: none")
    '* Loans: none\n* Grants*: none'
    """
    if not any(needle in text for needle in ("<http", "*\n", "* (", " o ")):
        return text
    found = [len(kind.findall(text)) for kind in KINDS]
    if sum(map(bool, found)) < FEWEST and found[0] < FEWEST:
        return text
    text = INNER_ITEM.sub(r"\1• ", ADDRESS.sub("", text))
    for marked in MARKED:
        text = marked.sub(r"\1", text)
    return ITALIC_LINE.sub(r"\1\2", text)
