"""Pages as a browser prints them: above each the hour of printing and the title, below it the address and `1/2`."""

from __future__ import annotations

import re

from pipeline.read.converted.placed import NEW_PAGE

FOOT = re.compile(r"\f?[ \t]{0,9}(?:https?|file)://\S{4,300}[ \t]{2,200}([0-9]{1,3})/([0-9]{1,3})[ \t]{0,9}")
HEAD = re.compile(
    r"\f?[ \t]{0,9}[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4},?[ ][0-9]{1,2}:[0-9]{2}(?:[ ]?[AP]M)?[ \t]{2,200}\S.{0,200}"
)


def read_printed(text: str) -> str:
    r"""A text without what was printed around its pages, if their feet count all of them; what runs on to the next page has
    no blank line there.

    >>> head, foot = "1/2/26, 9:08 PM      Oman", "http://a.jp/oman.html      {}/2"
    >>> pages = f"{head}\n\nYear  Name\n2001  A\n{foot.format(1)}\n\f{head}\n\n2002  B\n\n{foot.format(2)}"
    >>> print(read_printed(pages).replace("\f", ""))
    Year  Name
    2001  A
    2002  B
    <BLANKLINE>
    """
    lines = text.split("\n") if "://" in text else []
    feet = {n: found for n, line in enumerate(lines) if (found := FOOT.fullmatch(line))}
    numbers = [int(found[1]) for found in feet.values()]
    if not feet or numbers != list(range(1, int(next(iter(feet.values()))[2]) + 1)):
        return text
    printed, drops_blank, feed = list[str](), True, ""
    for n, line in enumerate(lines):
        if n in feet:
            drops_blank = bool(printed) and bool(printed[-1].strip())
        elif HEAD.fullmatch(line):
            feed = NEW_PAGE if line.startswith(NEW_PAGE) else feed
        elif line.strip() or not drops_blank:
            printed.append(feed + line)
            drops_blank, feed = False, ""
    return "\n".join(printed)
