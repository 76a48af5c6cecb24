"""How a date or a period stands in the cell of a table."""

from __future__ import annotations

import re

from pipeline.patterns import ERA

YEAR = re.compile(r"(?:19|20)[0-9]{2}")
MONTH_WORD = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
"""A piece of a pattern: a word that begins as the name of a month does, for places where no other is likely."""
MONTH_NAME = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|(?:Nov|Dec)(?:ember)?)"
)
"""The same for the name of a month, whole or cut, and no other word."""
MONTH = re.compile(rf"{MONTH_WORD}\.?")
PERIOD = re.compile(rf"(?:FY ?)?{YEAR.pattern}(?:[-/][0-9]{{2,4}})?")
"""A year, or one that begins in spring or reaches into the next."""
DATE = re.compile(rf"(?:1[6-9]|20)[0-9]{{2}}\b|{MONTH_NAME}\.?(?![a-z])")
DATED = re.compile(
    rf"[0-9０-９]{{1,4}}(?:[年月日/世]|\.[0-9])|{ERA}|同[年月上]|〃"
    rf"|(?:[A-Z][a-z]{{2,8}}\.?,? )?{YEAR.pattern}(?![0-9,])"
)
"""How a cell begins that dates its row, in English by a year or a month alone, and in any language."""
_DATES = re.compile(rf"(?:[0-9]++|{MONTH.pattern}|and|to|until|[ ,.&/()~–-])++")
_JAPANESE_DATES = re.compile(
    r"[0-9０-９元明治大正昭和平成令年月日世紀上中下旬初半末頃以前後降、・（）()~～〜－—–-]*[年月日紀旬頃降][）)]?"
)


def is_date(words: str) -> bool:
    """Whether words are nothing but a date, a part of one, or several.

    >>> is_date("2003 Sep.-Oct."), is_date("2000, 2003 and 2006"), is_date("2004年5月"), is_date("2004 Olympics")
    (True, True, True, False)
    """
    return (_DATES.fullmatch(words) or _JAPANESE_DATES.fullmatch(words)) is not None
