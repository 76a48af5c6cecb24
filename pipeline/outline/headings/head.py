"""A heading taken apart: its words without number, date, bracket and area names."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache

from pipeline.normalize.areas import AreaMention, find_areas
from pipeline.normalize.arrows import in_words
from pipeline.normalize.dates import find_dates
from pipeline.outline.spread import closed

NUMBER = re.compile(
    r"(?:[0-9０-９]{1,2}[ \t\u3000](?=[ぁ-ヿ一-鿿]|[A-ZＡ-Ｚ]{2,5}(?:[（ぁ-ヿ一-鿿]|\Z|[ \t\u3000：].*[ぁ-ヿ一-鿿]))"
    r"|[0-9]{1,2}\t(?=[A-Z])|[（(][ア-ン][)）]|[（(][a-h][)）](?=[ \t\u3000]*[A-Zぁ-ヿ一-鿿])|[a-h][.)](?=[ \t]+[A-Z])"
    r"|[（(]?(?:[0-9０-９]{1,2}|[ivx]{1,4}|[IVX]{1,4}|[A-Z])(?:[)）]|[.．](?![0-9０-９]))"
    r"|[アイウエオカキ][ \t\u3000．.](?=[一-鿿])|[①-⑳])\s*"
)
"""`2 GDP` is the second heading of a list in Japanese; `（ア）` counts as `(a)` does."""
BRACKET = re.compile(r"(?:(?<!\s)\s++)?+[(（\[][^()（）\[\]]*+[)）\]]")
LOOSE_WORDS = re.compile(
    r"\b(?:the|republic of|kingdom of|then|in|on|as of|of)\s*(?=\b(?:in|as of)\b|(?:\bthe\b\s*)?\Z)|\b(?:the|japan’s)\b"
)
POSSESSIVE = re.compile(r"@['’]s?(?=\s)|@s\b")
NOT_WORDS = re.compile(r"[^a-z@\- ぁ-ヿ一-鿿々]+")
FLAG_GLUE = re.compile(r"(?<=flag)(?=[A-Z])")
DIGIT = re.compile("[0-9０-９]")
JAPANESE = re.compile(r"[ぁ-ヿ一-鿿々]+")
ENGLISH = re.compile(r"[A-Za-z][a-z]{2}")
MARKED, LONGEST_MARK = re.compile(r"(?<=[^\W_]|[)）:：])\s?[*＊※†]{1,2}[0-9]{0,2}(?=\s?[:：]?\Z)"), 8
"""A footnote's mark at the end of a heading: `Trade with Japan (2003)*1:`."""
SHORT_LAND = re.compile("(対(?![日外内])|訪(?![日問]))[一-鿿](?=輸出|輸入|貿易|直接投資|投資|日本人|邦人|@人)")
"""One ideograph for a country: `対仏輸出`, `訪越日本人数`."""
TWICE = re.compile("([一-鿿]{2})\\1")
"""A word of two ideographs that was written twice: `技術協力協力実績`."""
UNIT_BEHIND = re.compile(r"(?<![ \t\u3000])[ \t\u3000]++(?:単位|出典)\s*+[:：].*\Z")
"""What a heading says of its figures outside brackets: `（１）貿易額（2003年）　単位：百万ドル`."""
FRAMED = re.compile(r"(?:\[([^\[\]]++)\]|<([^<>]++)>)(?=\s?[:：]?\Z)")
"""A heading that is set in brackets as a whole: `[Economic Relations]`, `1. <Trade (2008)>:`."""


class Head:
    """A heading taken apart, each part when it is first asked for: most lines are known for none by a few of them."""

    def __init__(self, text: str) -> None:
        words = in_words(closed(text.strip()[:300]).rstrip())
        if not words[-1:].isalpha() and MARKED.search(words[-LONGEST_MARK:]):
            words = MARKED.sub("", words).rstrip()
        framed = FRAMED.match(words)
        words = FRAMED.sub(r"\1\2", words, count=1) if framed else words
        number = NUMBER.match(words)
        at = number.end() if number and number.end() < len(words) else 0
        self.number = number[0].strip() if at and number else None
        """The number before its words, as printed: `(1)`."""
        self.is_framed = framed is not None or FRAMED.match(words, at) is not None
        """Whether it is set in brackets as a whole."""
        self._words = FRAMED.sub(r"\1\2", words[at:], count=1) if self.is_framed else words[at:]

    @property
    def colon(self) -> bool:
        """Whether it ends with a colon."""
        return self._words.endswith((":", "："))

    @cached_property
    def scope(self) -> str:
        """What its brackets hold."""
        return " ".join([part.strip(" ()（）[]") for part in BRACKET.findall(self._words)])

    @cached_property
    def numeric(self) -> bool:
        """Whether a figure is left when number, brackets and dates are gone: then it is no heading but a fact."""
        return DIGIT.search(self._words) is not None and DIGIT.search(self._bare) is not None

    @cached_property
    def areas(self) -> tuple[AreaMention, ...]:
        """The areas named outside its brackets."""
        return tuple(find_areas(self._bare))

    @cached_property
    def key(self) -> str:
        """What is looked up: its words in lower case, without number, brackets and dates, areas as `@`."""
        return _key(self._bare, self.areas)

    @cached_property
    def _bare(self) -> str:
        words = FLAG_GLUE.sub(" ", self._words) if "flag" in self._words else self._words
        if "単位" in words:
            words = UNIT_BEHIND.sub("", words)
        if "(" in words or "（" in words or "[" in words:
            words = BRACKET.sub(" ", words)
        return _in_one_language(_without_dates(words.strip(" :：")))

    def holds(self, needles: frozenset[str]) -> bool:
        """Whether its words hold one of some strings in lower case; where none, its key holds none either."""
        return any(map(self._words.lower().__contains__, needles))


@lru_cache(maxsize=20_000)
def read_head(text: str) -> Head:
    """Take a heading apart.

    >>> head = read_head("(1) Trade with Japan (2019):")
    >>> head.key, head.number, head.scope, head.colon
    ('trade with @', '(1)', '2019', True)
    >>> read_head("Trade with Japan (2019):*1").colon, read_head("Trade with Japan (2019)*1").numeric
    (True, False)
    """
    return Head(text)


def _in_one_language(text: str) -> str:
    """The English words of a heading in two languages: `外交関係 Diplomatic Relations`; `ODA実績` is in one."""
    if text.isascii() or not ENGLISH.search(text) or not JAPANESE.search(text):
        return text
    return JAPANESE.sub(" ", text).strip(" :：,・/／")


def _without_dates(text: str) -> str:
    for found in reversed(find_dates(text)):
        text = text[: found.start] + text[found.end :]
    return text.strip(" :：,").removeprefix("の")


def _key(text: str, mentions: tuple[AreaMention, ...]) -> str:
    parts, at = [], 0
    for mention in mentions:
        parts += [text[at : mention.start], "@"]
        at = mention.end
    key = "".join([*parts, text[at:]]).lower().replace("’", "'")
    if not key.isascii():
        key = SHORT_LAND.sub(r"\1@", TWICE.sub(r"\1", unicodedata.normalize("NFKC", key)))
    if mentions:
        key = POSSESSIVE.sub("@", key)
    key = NOT_WORDS.sub(" ", LOOSE_WORDS.sub(" ", key.replace("'s ", " ")))
    key = " ".join(key.split()).strip(" -")
    return LOOSE_WORDS.sub("", key + " ").strip(" -") if key.endswith((" in", " of", " as of", " on")) else key
