"""Titles: where one begins and ends in a cell, with the further ones of the same holder.

An office is `[qualifiers] head [complement]` (`Senior Vice-Minister of Economy, Trade and Industry`) or
`[qualifiers] domain head` (`Foreign Affairs Parliamentary Vice-Minister`). A complement goes on as long as portfolio
words, bodies and links between them come; the first capitalised word that is none of them begins the name.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.normalize.visit.lexicon import ADDRESS, GROUPS, TITLES, match
from pipeline.normalize.visit.office.classes import classify_office, is_regal
from pipeline.normalize.visit.office.complement import read_complement
from pipeline.normalize.visit.office.heads import behind_body, behind_named_body, direct_head, premodified
from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import (
    AREA,
    ARTICLE,
    BEFORE_CORE,
    BEFORE_OFFICE,
    BODY,
    DOMAIN,
    DROPPED,
    HEAD,
    LINK,
    OFFICE,
    QUALIFIER,
    START,
    STRONG,
    WEAK,
)
from pipeline.normalize.visit.text.words import CAPITALISED, SIGN, STOPS, TITLE

_JOINTS = frozenset([",", "and", "&", "/", "cum", "–", "-", "concurrently"])


def scan_titles(cell: Cell, at: int, name_first: bool = False) -> Title | None:
    """The office that begins at token `at`, with the further offices that the same person holds.

    `and`, `&` and `/` join two offices; a comma does only where a name comes behind the second, or the last of several
    that follow, or where the person's name stood before the first (`name_first`). Couples are not joined.
    """
    title = scan_office(cell, at)
    while title is not None and cell.tokens[title.end].fold in _JOINTS:
        joined = _joined(cell, title, name_first)
        if joined is None:
            break
        title = joined
    return title


def _joined(cell: Cell, title: Title, name_first: bool) -> Title | None:
    place, by_comma = title.end, False
    if cell.tokens[place].fold == ",":
        place, by_comma = cell.skip(place, ",\n"), True
    if cell.tokens[place].fold in _JOINTS:
        place, by_comma = cell.skip(place + 1, ",\n"), False
    second = scan_titles(cell, place, name_first) if by_comma else scan_office(cell, place)
    if second is None:
        return None
    if is_couple(title.head, second.head):
        title.spouse = place, second
        return None
    if by_comma and second.end == place + 1 and _is_address(title.head, second.head):
        return None
    if by_comma and not (cell.is_name_word(cell.skip(second.end, ",\n")) or (name_first and _stops(cell, second.end))):
        return None
    skipped = ((second.first, second.core),) if second.core > second.first else ()
    return Title(title.first, title.core, second.end, title.head, title.drops + skipped + second.drops, second.guessed)


def _is_address(head: str, second: str) -> bool:
    """Whether a second title behind a comma is how its holder is addressed: `Minister of Trade, Senator X`."""
    is_prince = second in ADDRESS.royal and not is_regal(head)
    return is_prince or classify_office(second) == "legislator"


def _stops(cell: Cell, at: int) -> bool:
    token = cell.tokens[at]
    return token.kind in STOPS or cell.is_honorific(at)


def is_couple(first: str, second: str) -> bool:
    """Two heads that husband and wife share a line under."""
    return (first, second) in TITLES.couples


def scan_office(cell: Cell, at: int) -> Title | None:
    """The one office that begins at token `at`."""
    tokens = cell.tokens
    token = tokens[at]
    if not token.marks & BEFORE_OFFICE:
        return _local(cell, at) or _in_a_body(cell, at) if token.kind in CAPITALISED else None
    first = core = at
    if token.marks & BEFORE_CORE:
        first = core = at + 1 if token.marks & ARTICLE and token.kind != SIGN else at
        while tokens[core].marks & DROPPED:
            core += 1
        if tokens[core].marks & AREA:
            core = _past_nation(cell, core)
        token = tokens[core]
    if token.kind == SIGN or not token.marks & OFFICE:
        return _in_a_body(cell, at) if core == at else None
    found = direct_head(cell, core)
    if token.marks & QUALIFIER and tokens[core + 1].marks & AREA and (found is None or found[1] == core + 1):
        title = _of_a_nation(cell, first, core)
        if title is not None:
            return title
    bare = found is not None and found[0] == core
    if found is None or (found[2] in TITLES.weak_heads and premodified(cell, core)):
        found, bare = premodified(cell, core) or (behind_body(cell, core) if token.marks & BODY else None), False
        if found is None:
            return _local(cell, first) if tokens[first].fold in TITLES.place_openers else None
    if token.kind not in CAPITALISED and not _is_capitalised(cell, core, found[1]):
        return None
    return _completed(cell, first, core, found, bare)


def _of_a_nation(cell: Cell, first: int, core: int) -> Title | None:
    """`former US President`: the nation stands within the title, which leaves it out."""
    nation = match(TITLES.areas, cell.tokens, core + 1)
    found = direct_head(cell, nation[0]) or premodified(cell, nation[0]) if nation else None
    title = _completed(cell, first, core, found, bare=False) if found else None
    return replace(title, drops=((core + 1, nation[0]), *title.drops)) if title and nation else None


def _local(cell: Cell, at: int) -> Title | None:
    """A place and who governs it (`California Governor`), directly before the name or at an end."""
    tokens = cell.tokens
    if tokens[at].kind != TITLE or tokens[at].marks & (STRONG | WEAK) or tokens[at].owner:
        return None
    end = at + 1
    if tokens[at].fold in TITLES.place_openers and tokens[end].kind == TITLE and not tokens[end].marks & HEAD:
        end += 1
    end += tokens[end].fold in TITLES.place_words and tokens[end].kind == TITLE
    if tokens[end].fold not in TITLES.heads_behind_a_place or tokens[end].kind != TITLE:
        return None
    if not _is_end(cell, end + 1) or tokens[end + 1].marks & (HEAD | QUALIFIER):
        return None
    return Title(at, at, end + 1, tokens[end].fold, ())


def _in_a_body(cell: Cell, at: int) -> Title | None:
    """A body whose name no office begins with, and who heads it (`Knesset Speaker`, `Likud Party Chairman`)."""
    if not (cell.tokens[at].marks | cell.tokens[at + 1].marks | cell.tokens[at + 2].marks) & (BODY | DOMAIN):
        return None
    found = behind_named_body(cell, at)
    return Title(at, at, found[1], found[2], ()) if found and _is_end(cell, found[1]) else None


def _is_end(cell: Cell, at: int) -> bool:
    """A name, a form of address or a sign is what comes."""
    return cell.is_honorific(at) or cell.is_name_word(at) or cell.tokens[at].kind in STOPS


def _is_capitalised(cell: Cell, start: int, end: int) -> bool:
    return any(token.kind in CAPITALISED for token in cell.tokens[start:end])


def _completed(cell: Cell, first: int, core: int, found: tuple[int, int, str], bare: bool) -> Title | None:
    _, end, head = found
    served = direct_head(cell, end) or premodified(cell, end) if cell.tokens[end - 1].owner else None
    if served:  # `Prime Minister's Special Envoy`
        _, end, head = served
        bare = False
    elif cell.tokens[end - 1].owner:  # `Minister's Office`
        return Title(first, core, end, head, ())
    suffix = match(TITLES.head_suffixes, cell.tokens, end) if cell.tokens[end].fold in TITLES.head_suffixes else None
    end = suffix[0] if suffix else end
    behind = cell.tokens[end]
    may_go_on = head not in TITLES.plain_heads or behind.marks & LINK or behind.kind == SIGN or behind.fold == "and"
    if end < cell.count and may_go_on:
        complement = read_complement(cell, end, head)
        if complement.end == end + 1 and head in TITLES.name_like_heads and behind.fold in GROUPS.things:
            return None  # `Bishop Museum`
        if complement.end > end:
            return Title(first, core, complement.end, head, complement.drops, complement.guessed)
    if (bare and head in TITLES.weak_heads) or (head == "member" and not suffix and found[0] == core):
        return None
    return Title(first, core, end, head, ())


def _past_nation(cell: Cell, at: int) -> int:
    """Behind the words for a nation before a title (`Lao Prime Minister`, `Japan's Foreign Minister`)."""
    if cell.tokens[at].fold not in TITLES.areas:
        return at
    nation = match(TITLES.areas, cell.tokens, at)
    if nation is None or nation[1] in TITLES.acronyms:
        return at
    following = cell.tokens[nation[0]]
    return nation[0] if following.marks & START and following.kind != SIGN else at
