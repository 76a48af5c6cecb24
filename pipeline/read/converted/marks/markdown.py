"""Markdown → the text that it marks up: emphasis, links, escapes and rules are no words, as the tags of a page are none.

What stands at the head of a line stays, since it tells the layout: the signs of headings, items, and tables of pipes.
"""

from __future__ import annotations

import html
import re

from pipeline.read.converted.marks.paragraphs import whole_paragraphs
from pipeline.read.converted.marks.underlined import read_underlined

SIGNS = tuple(
    re.compile(sign, re.M)
    for sign in (
        r"^#{1,6} +\S",
        r"^[ ]{0,3}\|?[ :]*--+[ :]*\|[-:| ]*$",
        r"\*\*[^\s*]|__[^\s_][^\n]*__",
        r"\]\((?:https?:|/|#|\.)\S*\)",
        r"""\\['"*_\[\]#.~$|<>]""",
        r"^[ ]{0,3}\[[^\]\n]+\]:\s+\S+$",
        r"^\+[-=+:]{5,}\+[ ]*$",
        r"^[^\s|+][^\n]*\n={3,}[ ]*$",
    )
)
"""What hardly stands in a text that is no Markdown: two kinds of them tell one."""
NEEDLES = ("# ", "**", "__", "](", "\\", "--", "]:", "+-", "===")
"""One of them is in each sign, so that most texts are not searched."""
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
HIDDEN = 0xE000
"""Escaped signs mark nothing up: they wait among the code points of private use."""
EMPTY_LINES = re.compile(
    r"^[ ]{0,3}(?:(?:[-*_][ \t]*){3,}|:{3,}.*|`{3,}.*|\[[^\]\n]+\]:[ \t]+\S+(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*)$",
    re.M,
)
"""Rules across the page, the fences of divisions and of code, the addresses of links."""
WORDS = r"((?:[^\[\]\n]|\n(?!\n)|\[[^\[\]\n]*\]){0,400})"
TAKEN = tuple(
    (re.compile(sign, re.M), kept)
    for sign, kept in (
        (r"<!--.{0,400}?-->", ""),
        (r"(?<!\s)[ ]*+<br ?/?>[ ]*+(?=\|?[ ]*+$)", ""),
        (r"(?<!\s)[ ]*+<br ?/?>[ ]*+(?=[^|\n]{0,400}+\|?[ ]*+$)", "\n"),
        (r"<br ?/?>", " "),
        (r"(?<=[0-9])<sup>([^<>\n]{1,20})</sup>", r"^\1"),
        (r"</?(?:b|i|u|em|strong|sup|sub|span|div|a|p)\b[^<>\n]{0,400}>", ""),
        (rf"!\[{WORDS}\]\([^()\n]*\)(?:\{{[^{{}}\n]*\}})?", ""),
        (rf"\[{WORDS}\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)(?:\{{[^{{}}\n]*\}})?", r"\1"),
        (rf"\[{WORDS}\]\{{[^{{}}\n]*\}}", r"\1"),
        (rf"\[{WORDS}\]\[[^\[\]\n]*\]", r"\1"),
        (r"^(#{1,6} .*?)[ ]*#*[ ]*\{[^{}\n]*\}[ ]*$", r"\1"),
        (r"^(#{1,6} .*?)[ ]+#+[ ]*$", r"\1"),
        (r"^[ ]{0,3}>[ ]?", ""),
        (r"(?<![\w*])(\*{1,3})(?=[^\s*])((?:[^\n*|]|\n(?!\n))*[^\s*|])\1(?![\w*])", r"\2"),
        (r"(?<![\w_])(_{1,3})(?=[^\s_])((?:[^\n_]|\n(?!\n)|(?<=\w)_(?=\w))*[^\s_])\1(?![\w_])", r"\2"),
        (r"(?<!`)(`{1,2})(?=[^`\n])([^`\n]+)\1(?!`)", r"\2"),
        (r"~~(?=\S)[^~\n]+~~", ""),
        (r"(?<=[0-9])\^([0-9]{1,8})\^", r"^\1"),
        (r"\^([^\s^]{1,8})\^", r"\1"),
        (r"(?<=[\w.,)])---(?=\w)", "—"),
        (r"(?<=[\w.,)])--(?=\w)", "–"),
        (r"\\$", ""),
    )
)
"""Marks and what stays of them, from the outer ones in; struck out words go, and figures raised behind others keep a sign."""
LINK = re.compile(rf"\[{WORDS}\]\(")
"""The words of a link may go on in the next line, where the address still had room."""
NESTED = 3


def read_markdown(text: str) -> str:
    r"""A text without its marks of Markdown, if it is one. Lines stay lines, but for those of filled paragraphs.

    >>> read_markdown("# Japan\n\n**Companies:** [63](https://a.jp/) (\\'as of\\' 2020)\n")
    "# Japan\n\nCompanies: 63 ('as of' 2020)\n"
    >>> read_markdown("** Excluding ODA **")
    '** Excluding ODA **'
    """
    if not is_markdown(text):
        return text
    text = whole_paragraphs(text)
    text = ESCAPED.sub(lambda sign: chr(HIDDEN + ord(sign[1])), text)
    text = LINK.sub(lambda link: link[0].replace("\n", " "), text)
    text = EMPTY_LINES.sub("", read_underlined(text))
    for _ in range(NESTED):
        before = text
        for sign, kept in TAKEN:
            text = sign.sub(kept, text)
        if text == before:
            break
    text = html.unescape(text).replace("\xa0", " ")
    return "".join(chr(ord(sign) - HIDDEN) if 0 <= ord(sign) - HIDDEN < 0x80 else sign for sign in text)


def is_markdown(text: str) -> bool:
    """Whether a text has two kinds of signs that hardly stand in another one.

    >>> is_markdown("# Basic Data\\n\\n**Grants:** None"), is_markdown("Year | Name\\n-----|-----\\n2006 | Taro Aso")
    (True, False)
    """
    if sum(needle in text for needle in NEEDLES) < 2:
        return False
    return sum(sign.search(text) is not None for sign in SIGNS) > 1
