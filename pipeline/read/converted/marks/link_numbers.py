"""The numbers that browsers of text put before links, and the list of addresses at the end: neither are words."""

from __future__ import annotations

import re

ADDRESS = re.compile(
    r"^[ \t]*(?:\[([0-9]{1,4})\]|([0-9]{1,4})\.)[ \t]+(?:(?:https?|ftp|file)://|mailto:|javascript:|tel:)\S+[ \t]*$",
    re.M,
)
NUMBER = re.compile(r"\[([0-9]{1,4})\](?=[^\s\[]|[ \t]*\[)")


def read_link_numbers(text: str) -> str:
    r"""A text without the numbers of its links, if it lists their addresses, which go too: a list of them is read for
    figures else. Other numbers in brackets stay.

    >>> print(read_link_numbers("([1]Source: MOF) 5[2]\n\nReferences\n\n   1. http://www.customs.go.jp/"))
    (Source: MOF) 5[2]
    <BLANKLINE>
    References
    <BLANKLINE>
    <BLANKLINE>
    """
    listed = {found[1] or found[2] for found in ADDRESS.finditer(text)} if "://" in text else set()
    if not listed:
        return text
    end = min(found.start() for found in ADDRESS.finditer(text))
    return NUMBER.sub(lambda found: "" if found[1] in listed else found[0], text[:end]) + ADDRESS.sub("", text[end:])
