"""Where a figure is from, by the words of its bracket or its note."""

from __future__ import annotations

import re

from pipeline.extract.figures.bases import basis_of
from pipeline.normalize.dates import find_dates
from pipeline.patterns import quick

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
HOW = re.compile("net|gross", re.I)
"""How aid is counted, beside the source of it: `DAC, net`."""
NAMELESS = frozenset({"survey", "census", "statistics", "統計"})
"""Sources of which nothing but the kind is said: `(October 2022 survey)`."""
NAMED_STATISTICS = re.compile(r"[^\s、。]*(?:省|庁|税関|銀行|局|機構|基金|世銀|IMF|国連)[^\s、。]*統計(?:局|部)?")
"""A caption of a table that is nothing but where its figures are from: `財務省貿易統計（単位：百万円）`."""
STATISTICS = re.compile(r"(?:統計|\bstatistics)[」』]?\Z", re.I)
"""How a source ends that may name a basis too: `日本銀行国際収支統計`, `Balance of Payments Statistics`."""
PART = re.compile(r"(?:(?<!\s)\s++)?+(?:,(?![0-9]{3}(?![0-9]))|[、。;；]|\.(?=\s++[Ss]ources?\b))\s*+")


def source_in(words: str, *, is_japanese: bool) -> tuple[str, str]:
    """What words name as a source, and what they say beside it: in English all of them or nothing, but for the measure."""
    if not is_japanese:
        is_basis = basis_of(", ".join(part for part in PART.split(words) if not STATISTICS.search(part))) is not None
        is_source = SOURCE.search(words) and not is_basis
        measured = MEASURE.match(words) if is_source else None
        how = [part for part in PART.split(words) if HOW.fullmatch(part)] if is_source and not measured else []
        if how:
            return ", ".join(part for part in PART.split(words) if part not in how), ", ".join(how)
        return (words[measured.end() :], measured[1]) if measured else (words, "") if is_source else ("", words)
    tells = (SOURCE.search, AUTHORITY.search, YEARBOOK.search)
    parts = [(part, any(tell(part) for tell in tells)) for part in PART.split(words)]
    return "、".join(part for part, told in parts if told), "、".join(part for part, told in parts if not told)


def source_beside(words: str) -> str:
    """`December 2006 Ministry of Justice Statistics` is a date and a source in one."""
    found = find_dates(words) or find_dates(f"({words})")
    rest = words[found[0].end :].strip(" ,)") if found else ""
    return rest if SOURCE.search(rest) else ""


def tidy_source(words: str) -> str:
    """A source without the words that introduce it.

    >>> tidy_source("Source: the Ministry of Finance, Japan")
    'Ministry of Finance, Japan'
    >>> tidy_source("Source: Trade Statistics (Ministry of Finance)")
    'Trade Statistics (Ministry of Finance)'
    """
    lead = SOURCE_LEAD.match(words)
    named = words[lead.end() if lead else 0 :].strip(" ()（）.").removesuffix("報告基準").removesuffix("集計ベース")
    is_open = named.count("(") > named.count(")") and words.rstrip(" .").endswith(")")
    return f"{named})" if is_open else named
