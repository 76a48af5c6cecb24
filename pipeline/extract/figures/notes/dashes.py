"""What notes say of the dashes in a table: that nothing was given, or that nobody knows."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.outline import Section

_DASH = "[-－–—―‐]"
DASH_TOLD = re.compile(
    rf"[「『\"“'‘]{_DASH}{{1,3}}[」』\"”'’]\s?(?:は|means?\b|indicates?\b|denotes?\b|stands? for\b|[:：=＝])([^。.;；\n]{{1,40}})",
    re.I,
)
"""A note on what a dash in a table says: `「－」は実績なし`."""
NOTHING = re.compile(
    r"(?<!データ)(?<!資料)(?:な[しい]|無し|無い)|\b(?:none|nil|no (?!data|figures?|statistics|information))", re.I
)
DASHES = re.compile(f"{_DASH}{{1,3}}")


def say_of_dashes(facts: Facts, words: str, section: Section) -> bool:
    """Remember what a note below a table tells of its dashes: where it says `none`, nothing was given, and no value is
    unknown. Returns whether it tells any."""
    told = DASH_TOLD.search(words)
    if told is None:
        return False
    around = section.parent.path if section.parent and section.parent.path else section.path
    if NOTHING.search(told[1]):
        facts.empty_dashes.append(around or "")
    else:
        facts.full_dashes.append(section.path or "")
    return True


def settle_dashes(facts: Facts) -> None:
    """Give the dashes of the tables below one heading the status that a note below one of them tells, unless another has a note
    of its own that tells otherwise: a sheet means one thing by its dashes."""
    rows = facts.observations
    for n, row in enumerate(rows if facts.empty_dashes else ()):
        path = row.section or ""
        if row.value_status != "not_available" or not DASHES.fullmatch((row.value_printed or "").strip()):
            continue
        if path.startswith(tuple(facts.empty_dashes)) and path not in facts.full_dashes:
            rows[n] = row._replace(value_status="none")
