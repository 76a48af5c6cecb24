"""The brackets behind a figure, each part by what it holds: a date, a rank, a source, a basis, a balance, goods, a note."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from pipeline.extract.figures.figure import is_money
from pipeline.normalize.amounts import parse_unit
from pipeline.normalize.dates import DateValue, FoundDate, find_dates, parse_date
from pipeline.patterns import Quick, first_meaning, has_japanese, quick

OPEN, CLOSE = "(（[", ")）]"
SIGN = re.compile(r"[(（\[)）\]]")
RANK = re.compile(
    r"\b([0-9]{1,3})(?:st|nd|rd|th)\b(?! (?:century|anniversary|meeting|round|session|edition))|第([0-9]{1,3})位"
)
RANK_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
LARGEST = quick(r"(?:^|\bthe )largest (?:recipient|donor|amount|partner|share)", re.I)
RANK_WORD = quick(r"\b(" + "|".join(RANK_WORDS) + r")[- ](?:largest|biggest|place|rank)", re.I)
SOURCE = quick(
    r"(?:(?:data )?sources?\s*[:：]|data from|according to|\bby the\b)"
    r"|\b(?:ministry|bureau|agency|statistics|organi[sz]ation|jetro|jica"
    r"|jnto|jasso|unctad|eurostat|asian development bank|immigration|statistical"
    r"|oecd|dac|imf|world bank|customs|survey|(?:central|national|reserve) bank|(?<!import )bank of [a-z]+\Z"
    r"|office for national|census)\b|統計|調べ", re.I,
)  # fmt: skip
LED = re.compile(r"\A(?:出典|出所)\s*[:：]\s*")
AUTHORITY = re.compile(
    r"(?:銀行|世銀|中銀|統計[庁院部]?|局|協会|公社|[務業工済画易通働産境]省|庁|税関|機構|基金|当局|委員会|白書|年鑑|調査」?)(?:資料|推計|推定値?|発表)?\Z"
    r"|\A(?:IMF|ILO|OECD|DAC|UNDP|WTO|EIU|CIA|UNCTAD|ADB|JETRO|ジェトロ|国連|ミリタリー・?バランス)"
)
"""Who publishes figures in Japanese, by the last word of the name; letters of others stand at its beginning."""
YEARBOOK = re.compile(
    r"(?:ミリタリー・?バランス|白書|年鑑)\s?[0-9０-９]{4}(?:[/／~～〜–-][0-9０-９]{2,4})?(?!年[^版])年?版?"
)
"""A publication that bears years in its name, which date no figure: `ミリタリー・バランス2003/2004`."""
SOURCE_LEAD = re.compile(
    r"[\s*※(（]*(?:(?:data )?sources?\s*[:：]|(?:出典|出所)\s*[:：)）]|data from|according to|by)?\s*(?:the )?",
    re.I,
)
MEASURE = re.compile(r"((?:net )?(?:flow|stock|balance)s?),\s*", re.I)
"""What is counted, before the source of it: `flow, Bank of Mexico`."""
NAMELESS = frozenset({"survey", "census", "statistics", "統計"})
"""Sources of which nothing but the kind is said: `(October 2022 survey)`."""
STATISTICS = "統計"
"""How a source in Japanese ends, which may name a basis too: `日本銀行国際収支統計`."""
PART = re.compile(r"(?:(?<!\s)\s++)?+(?:,(?![0-9]{3}(?![0-9]))|[、。;；]|\.(?=\s++[Ss]ources?\b))\s*+")


class Part(NamedTuple):
    """What stands in the brackets of a figure. Spans are of the whole text; `None` where nothing of the kind stands."""

    date: DateValue | None
    rank: int | None
    source: str | None
    basis: str | None
    words: str | None


@lru_cache(maxsize=64)  # each reader of a line asks for them
def bracket_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The outermost brackets of a text, as spans with the signs; an unclosed one reaches to the end.

    >>> bracket_spans("29 (a (b)) (c)")
    ((3, 10), (11, 14))
    """
    if "(" not in text and "（" not in text and "[" not in text:
        return ()
    spans, depth, start = [], 0, 0
    for found in SIGN.finditer(text):
        if found[0] in OPEN:
            if depth == 0:
                start = found.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append((start, found.end()))
    return (*spans, (start, len(text))) if depth else tuple(spans)


def is_one_bracket(text: str) -> bool:
    """Whether a text is a bracket from its first sign to its last.

    >>> is_one_bracket("(a (b))"), is_one_bracket("(a) (b)")
    (True, False)
    """
    return bool(text) and text[0] in OPEN and text[-1] in CLOSE and bracket_spans(text) == ((0, len(text)),)


@lru_cache(4096)
def read_bracket(words: str) -> Part:
    """Take the inside of a bracket apart.

    >>> part = read_bracket("as of June 2013, 11th in nationality rankings")
    >>> part.date.edtf, part.rank, part.words
    ('2013-06', 11, None)
    """
    words = LED.sub("", words.strip(" \n()（）[]"))
    is_japanese = has_japanese(words)
    if "\n" in words and not is_japanese:
        words = " ".join(words.split())
    date, rest = _date_of(words)
    rank = rank_of(rest)
    if rank is not None:
        rest = ", ".join(part for part in PART.split(rest) if rank_of(part) is None)
    basis = basis_of(rest)
    if basis:
        rest = ", ".join(
            part for part in PART.split(rest) if basis_of(part) is None or part.rstrip("」』").endswith(STATISTICS)
        )
    parts = PART.split(rest)
    if any(map(_is_unit_of_money, parts)):
        rest = ", ".join(part for part in parts if not _is_unit_of_money(part))
    source, rest = _source_in(rest.strip(" ,;、：" if date else " ,;、"), is_japanese=is_japanese)
    named = tidy_source(source) if source else None
    return Part(date, rank, None if named in NAMELESS else named, basis, rest or None)


def _source_in(words: str, *, is_japanese: bool) -> tuple[str, str]:
    """What words name as a source, and what they say beside it: in English all of them or nothing, but for the measure."""
    if not is_japanese:
        is_source = SOURCE.search(words) and not basis_of(words)
        measured = MEASURE.match(words) if is_source else None
        return (words[measured.end() :], measured[1]) if measured else (words, "") if is_source else ("", words)
    tells = (SOURCE.search, AUTHORITY.search, YEARBOOK.search)
    parts = [(part, any(tell(part) for tell in tells)) for part in PART.split(words)]
    return "、".join(part for part, told in parts if told), "、".join(part for part, told in parts if not told)


@lru_cache(4096)  # goods are the same on many sheets
def _is_unit_of_money(words: str) -> bool:
    """Whether words only say in which money, or which scale of it, figures are: `Unit: million yen`."""
    unit = parse_unit(words) if words else None
    return unit is not None and (unit[1] != 0 or is_money(unit[0]))


def _date_of(words: str) -> tuple[DateValue | None, str]:
    """The date of a bracket and what is left: the whole, one of its parts, or the first date in running words."""
    if YEARBOOK.search(words):
        own, rest = _date_of(YEARBOOK.sub("@", words))
        return own, rest.replace("@", YEARBOOK.findall(words)[0])
    parts = PART.split(words) if "年" in words else []
    for part in parts if len(parts) > 1 else ():
        if isinstance(date := parse_date(part), DateValue):
            return date, "、".join(other for other in parts if other != part)
    whole = parse_date(words)
    if isinstance(whole, DateValue):
        return whole, _source_beside(words)
    found = find_dates(words) or find_dates(f"({words})")
    if not found:
        return _year_among(words)
    best: FoundDate = found[0]
    before, after = words[: best.start].rstrip(), words[best.end :].lstrip()
    joint = ", " if before.endswith((",", ";")) or after.startswith((",", ";")) else " "
    return best.value, joint.join((before.rstrip(",; "), after.lstrip(",; "))).strip(" ,;、")


def _year_among(words: str) -> tuple[DateValue | None, str]:
    """The one part of a bracket that is nothing but a year, and the others: `flow, 2016, Bank of Mexico`."""
    parts = PART.split(words)
    years = [part for part in parts if part.isdigit() and isinstance(parse_date(part), DateValue)]
    if len(years) != 1:
        return None, words
    return parse_date(years[0]), ", ".join(part for part in parts if part != years[0])  # type: ignore[return-value]


def _source_beside(words: str) -> str:
    """`December 2006 Ministry of Justice Statistics` is a date and a source in one."""
    found = find_dates(words) or find_dates(f"({words})")
    rest = words[found[0].end :].strip(" ,)") if found else ""
    return rest if SOURCE.search(rest) else ""


def rank_of(words: str) -> int | None:
    """The rank that words give.

    >>> rank_of("12th largest amount")
    12
    """
    match = RANK.search(words)
    if match:
        return int(match[1] or match[2]) or None
    if LARGEST.search(words):
        return 1
    word = RANK_WORD.search(words)
    return RANK_WORDS.index(word[1].lower()) + 1 if word else None


def tidy_source(words: str) -> str:
    """A source without the words that introduce it.

    >>> tidy_source("Source: the Ministry of Finance, Japan")
    'Ministry of Finance, Japan'
    """
    lead = SOURCE_LEAD.match(words)
    return words[lead.end() if lead else 0 :].strip(" ()（）.").removesuffix("報告基準").removesuffix("集計ベース")


@cache
def _bases() -> tuple[tuple[Quick, str], ...]:
    data = tomllib.loads((Path(__file__).parent / "bases.toml").read_text("utf-8"))
    return tuple((quick(entry["words"]), entry["basis"]) for entry in data["basis"])


@lru_cache(4096)
def basis_of(words: str) -> str | None:
    """The accounting basis that words name.

    >>> basis_of("based on JICA costs")
    'jica_cost'
    >>> basis_of("ＥＮベース"), basis_of("実現ベース")
    ('exchange_of_notes', 'realized')
    """
    return first_meaning(_bases(), words if words.isascii() else unicodedata.normalize("NFKC", words))
