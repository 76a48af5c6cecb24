"""Offices: where a title begins and ends, and what it is in corrected spelling. Names are no part of this.

An office is `[qualifiers] head [complement]` (`Senior Vice-Minister of Economy, Trade and Industry`) or
`[qualifiers] domain head` (`Foreign Affairs Parliamentary Vice-Minister`). A complement goes on as long as portfolio
words, bodies and links between them come; the first capitalised word that is none of them begins the name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from pipeline.normalize.visit.cell import Cell, may_be_typo
from pipeline.normalize.visit.complement import Complement
from pipeline.normalize.visit.heads import behind_body, behind_named_body, direct_head, premodified
from pipeline.normalize.visit.marks import (
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
from pipeline.normalize.visit.office_class import classify_office, is_regal
from pipeline.normalize.visit.title_lexicon import ADDRESS, TITLES, match
from pipeline.normalize.visit.tokens import first_word
from pipeline.normalize.visit.words import BRACKET, CAPITALISED, SIGN, TITLE

__all__ = ["Office", "Title", "classify_office", "find_office", "office_of", "scan_office", "scan_titles"]

_JOINTS = frozenset([",", "and", "&", "/", "cum", "–", "-", "concurrently"])


class Office(NamedTuple):
    """`office` is the title in corrected spelling without article, nation and `then`; `typos` are
    (printed word, corrected word). `is_regal` says that its holder goes by the own name."""

    printed: str
    office: str
    office_class: str
    typos: tuple[tuple[str, str], ...]
    is_regal: bool


NO_OFFICE = Office("", "", "", (), is_regal=False)


@dataclass(slots=True)
class Title:
    """A title by its tokens: it is printed from `first`, its words count from `core`, `end` is behind it.

    `head` is the folded head (`prime minister`), `drops` are the token ranges that the corrected title leaves out;
    `guessed` says that its last word was taken for a body or place unknown.
    """

    first: int
    core: int
    end: int
    head: str
    drops: tuple[tuple[int, int], ...]
    guessed: bool = False


def find_office(text: str, pos: int = 0) -> tuple[int, int, Office] | None:
    """The office that begins at `pos`, with or without an article: its span in `text` and what it is; else None.

    >>> text = "the Minister for Foreign Affiars L.ERDENECHULUUN"
    >>> start, end, office = find_office(text)
    >>> text[start:end], office.office, office.typos
    ('Minister for Foreign Affiars', 'Minister for Foreign Affairs', (('Affiars', 'Affairs'),))
    """
    first = first_word(text, pos)
    if first is None or not (first.marks & BEFORE_OFFICE or may_be_typo(first)):
        return None
    cell = Cell(text[pos:])
    title = scan_titles(cell, 0)
    if title is None:
        repaired = cell.repaired(0)
        cell, title = (repaired, scan_titles(repaired, 0)) if repaired else (cell, None)
    if title is None:
        return None
    start, end = cell.starts[title.first], cell.end(title.end - 1)
    return pos + start, pos + end, office_of(cell, title)


def office_of(cell: Cell, title: Title) -> Office:
    """What a title says, with its class."""
    text, starts = cell.text, cell.starts
    first, end = starts[title.first], cell.end(title.end - 1)
    fixes = {place: word for place, word in cell.fixes.items() if first <= place < end} if cell.fixes else {}
    if not title.drops and not fixes and title.core == title.first:
        printed = text[first:end]
        return _HEADS_ALONE.get(printed) or _as_printed(printed)
    pieces, typos, at = [], [], title.core
    dropped = {place for start, stop in title.drops for place in range(start, stop)}
    position = starts[at]
    for place in range(at, title.end):
        if place in dropped:
            if place - 1 not in dropped:
                pieces.append(text[position : cell.end(place - 1)] if place > at else "")
            position = cell.end(place) + len("'s") * cell.tokens[place].owner
        elif starts[place] in fixes:
            word = cell.tokens[place].printed
            fixed = _like(word, fixes[starts[place]])
            typos.append((word, fixed))
            pieces += [text[position : starts[place]], fixed]
            position = cell.end(place)
    pieces.append(text[position:end])
    office = _one_line("".join(pieces))
    return Office(_one_line(text[first:end]), office, classify_office(office), tuple(typos), is_regal(office))


@lru_cache(maxsize=16384)
def _as_printed(text: str) -> Office:
    printed = _one_line(text)
    office, short = printed, TITLES.abbreviated
    if not short.keys().isdisjoint(printed.lower().replace(".", "").split(" ")):
        office = " ".join(short.get(word.lower().rstrip("."), word) for word in printed.split(" "))
    return tuple.__new__(Office, (printed, office, classify_office(office), (), is_regal(office)))


def scan_titles(cell: Cell, at: int, name_first: bool = False) -> Title | None:
    """The office that begins at token `at`, with the further offices that the same person holds.

    `and`, `&` and `/` join two offices; a comma does only where a name comes behind the second, or where the person's
    name stood before the first (`name_first`). Couples are not joined.
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
    second = scan_office(cell, place)
    if second is None or is_couple(title.head, second.head):
        return None
    if by_comma and second.end == place + 1 and _is_address(title.head, second.head):
        return None
    if by_comma and not (cell.is_name_word(_behind(cell, second.end)) or (name_first and _stops(cell, second.end))):
        return None
    skipped = ((second.first, second.core),) if second.core > second.first else ()
    return Title(title.first, title.core, second.end, title.head, title.drops + skipped + second.drops, second.guessed)


def _is_address(head: str, second: str) -> bool:
    """Whether a second title behind a comma is how its holder is addressed: `Minister of Trade, Senator X`."""
    is_prince = second in ADDRESS.royal and not is_regal(head)
    return is_prince or classify_office(second) == "legislator"


def _behind(cell: Cell, at: int) -> int:
    return cell.skip(at, ",\n")


def _stops(cell: Cell, at: int) -> bool:
    token = cell.tokens[at]
    return token.kind in (SIGN, BRACKET) or cell.is_honorific(at)


@lru_cache(maxsize=1024)
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
    lexicon, tokens = TITLES, cell.tokens
    if tokens[at].kind != TITLE or tokens[at].marks & (STRONG | WEAK) or tokens[at].owner:
        return None
    end = at + 1
    if tokens[at].fold in lexicon.place_openers and tokens[end].kind == TITLE and not tokens[end].marks & HEAD:
        end += 1
    end += tokens[end].fold in lexicon.place_words and tokens[end].kind == TITLE
    if tokens[end].fold not in lexicon.heads_behind_a_place or tokens[end].kind != TITLE:
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
    return cell.is_honorific(at) or cell.is_name_word(at) or cell.tokens[at].kind in (SIGN, BRACKET)


def _is_capitalised(cell: Cell, start: int, end: int) -> bool:
    return any(token.kind in CAPITALISED for token in cell.tokens[start:end])


def _completed(cell: Cell, first: int, core: int, found: tuple[int, int, str], bare: bool) -> Title | None:
    lexicon = TITLES
    _, end, head = found
    served = direct_head(cell, end) or premodified(cell, end) if cell.tokens[end - 1].owner else None
    if served:  # `Prime Minister's Special Envoy`
        _, end, head = served
        bare = False
    suffix = match(lexicon.suffixes, cell.tokens, end) if cell.tokens[end].fold in lexicon.suffixes else None
    end = suffix[0] if suffix else end
    behind = cell.tokens[end]
    if head in lexicon.plain_heads and not (behind.marks & LINK or behind.kind == SIGN or behind.fold == "and"):
        return None if bare and head in lexicon.weak_heads else Title(first, core, end, head, ())
    complement = Complement(cell, end, head)
    complement.read()
    if bare and complement.end == end and head in lexicon.weak_heads:
        return None
    if head == "member" and complement.end == end and not suffix and found[0] == core:
        return None
    return Title(first, core, complement.end, head, tuple(complement.drops), complement.guessed)


def _past_nation(cell: Cell, at: int) -> int:
    """Behind the words for a nation before a title (`Lao Prime Minister`, `Japan's Foreign Minister`)."""
    lexicon = TITLES
    if cell.tokens[at].fold not in lexicon.areas:
        return at
    nation = match(lexicon.areas, cell.tokens, at)
    if nation is None or nation[1] in lexicon.acronyms:
        return at
    following = cell.tokens[nation[0]]
    return nation[0] if following.marks & START and following.kind != SIGN else at


def _like(printed: str, corrected: str) -> str:
    """A corrected word in the printed one's capitals."""
    if len(printed) > 1 and printed.isupper():
        return corrected.upper()
    return corrected[0].upper() + corrected[1:] if printed[0].isupper() else corrected


def _one_line(text: str) -> str:
    """A title with a plain space for each white space, and no sign at its end."""
    is_plain = text.isprintable() and "  " not in text and text[-1:] not in " ,;:"  # no other space is printable
    return text if is_plain else " ".join(text.split()).rstrip(" ,;:")


_HEADS_ALONE = {title: _as_printed(title) for title in map(str.title, TITLES.plain_heads)}
"""The titles that are a head and nothing else, as they are mostly printed."""
