"""Phrases of a visit cell that are neither office nor marked name: groups and bare names."""

from __future__ import annotations

from pipeline.normalize.visit.lexicon import ADDRESS, GROUPS, NAME_ORDER, TITLES, match
from pipeline.normalize.visit.name.extent import name_end
from pipeline.normalize.visit.office.complement import read_complement
from pipeline.normalize.visit.office.lookahead import is_given
from pipeline.normalize.visit.office.titles import scan_titles
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import AREA, HEAD, START, STRONG, TAKEN, WEAK_DOMAIN
from pipeline.normalize.visit.text.words import BRACKET, CAPITALS, INITIAL, LOWER, NUMBER, SIGN, STOPS, TITLE

_LONGEST_GROUP = 20
_LONGEST_LETTERS = 4
_NAME_IN_CAPITALS = 4
"""The length of the shortest word in capitals without a vowel that may be a surname nobody knows."""
_INNER_SIGNS = "-–/&\"“”'’"
_LINKS = frozenset(["of", "from", "for", "on", "to", "in"])
_JOINS = _LINKS | {"and"}


def group_end(cell: Cell, at: int) -> int:
    """The token behind the name of a group that begins at `at`; `at` itself where none does.

    A phrase that begins or goes on with a happening (`Opening of the Mission`, `Joint Committee meeting`) is none.
    """
    tokens = cell.tokens
    start = at + (tokens[at].fold in TITLES.articles and tokens[at].kind != SIGN)
    if tokens[start].kind not in (TITLE, CAPITALS, NUMBER) and tokens[start].fold not in GROUPS.heads:
        return at
    if tokens[start].fold in GROUPS.happenings:
        return at
    head = _group_head(cell, start)
    if head is None:
        return at
    end = _behind_link(cell, head + 1)
    following = tokens[end]
    if following.fold in GROUPS.happenings and following.kind in (TITLE, LOWER, CAPITALS):
        return at
    if end == head + 1 and following.fold in GROUPS.things and following.kind in (TITLE, CAPITALS):
        return at  # `Governors Island`
    return end


def _behind_link(cell: Cell, at: int) -> int:
    """Behind `of ...` or `from ...` at token `at`: a further group (`Members of the ... League`), a body or a land."""
    link = cell.tokens[at]
    if link.fold not in _LINKS or link.fold in ("to", "in") or link.kind == SIGN:
        return at
    if link.fold in ("of", "from") and (inner := group_end(cell, at + 1)) > at + 1:
        return inner
    complement = read_complement(cell, at, "delegation")
    return _behind_words(cell, max(complement.end, at + 1)) or complement.end


def _behind_words(cell: Cell, at: int) -> int:
    """Behind plain words up to a sign or what tells who led (`the ruling parties`, `young parliamentarians`); else 0."""
    place = at
    while cell.tokens[place].kind in (LOWER, NUMBER) and cell.tokens[place].fold not in GROUPS.behind_group:
        place += 1
    is_over = cell.tokens[place].kind in STOPS or cell.tokens[place].fold in GROUPS.behind_group
    return place if place > at and is_over else 0


def _group_head(cell: Cell, start: int) -> int | None:
    """The last word for a body before a sign, a link or a person."""
    tokens, found = cell.tokens, None
    for place in range(start, min(start + _LONGEST_GROUP, cell.count)):
        token = tokens[place]
        kind, word = token.kind, token.fold
        if kind == BRACKET or (kind == SIGN and word not in _INNER_SIGNS):
            break
        if token.marks & STRONG and place > start and cell.is_honorific(place):
            break
        if kind == LOWER and (word in GROUPS.behind_group or (found is not None and word in _JOINS)):
            break
        if word in ("and", "&") and _others_follow(cell, place):
            break
        if (word.rpartition("-")[2] if "-" in word else word) in GROUPS.heads:
            found = place
        elif found is not None and word in GROUPS.happenings:
            return None
    # `Presidents' Day` is theirs, not they.
    return None if found is not None and cell.tokens[found].printed[-1] in "'’" else found


def _others_follow(cell: Cell, at: int) -> bool:
    """Behind `and` or `&` at token `at` come people, no more of the group's name."""
    following = cell.tokens[at + 1]
    if cell.tokens[at].fold == "and" and following.fold in ("his", "her", "a", "the", "other"):
        return True
    return following.marks & HEAD != 0 and scan_titles(cell, at + 1) is not None


def bare_name_end(cell: Cell, at: int, in_bracket: bool = False) -> int:
    """The token behind a name that stands alone, without office or form of address; `at` where it may be no name.

    Taken are two to four capitalised words that are known for nothing else and fill the text up to a sign; of them
    at least one initial, or one in capitals; or any, where an office follows; or a known Japanese name.
    """
    tokens = cell.tokens
    end = name_end(tokens, at)
    if end == at or not all(is_free(cell, place) for place in range(at, end)):
        return at
    if any(cell.is_honorific(place) for place in range(at + 1, end - 1)):
        return at
    if (
        cell.is_initialism(at)
        and len(tokens[at].fold) < _NAME_IN_CAPITALS
        and tokens[at].fold not in NAME_ORDER.telling
    ):
        return at  # `VM Brandvold`
    behind = tokens[end]
    if behind.kind not in STOPS and not tokens[end - 1].owner and behind.fold not in ("and", "with"):
        return at
    if tokens[end - 1].kind == INITIAL and tokens[at].fold in NAME_ORDER.given_names:
        return at
    if behind.fold == "," and is_given(tokens[end + 1]):
        last = tokens[end + 2]
        if end + 2 == cell.count or last.fold in ADDRESS.suffixes:
            return at  # `Lloyd Webber, Andrew`, or two people
    kinds = {tokens[place].kind for place in range(at, end)}
    if at > 1 and kinds == {CAPITALS} and _are_letters(cell, at, end):
        return at
    if in_bracket:
        return end if end - at <= 4 and (end - at > 1 or kinds == {CAPITALS}) else at
    size = sum(tokens[place].kind != SIGN and not _is_article(cell, place) for place in range(at, end))
    if 1 < size <= 4 and not tokens[end - 1].owner:
        return end
    return end if end - at == 1 and _office_in_bracket(cell, end) else at


def _are_letters(cell: Cell, at: int, end: int) -> bool:
    """Several short words in capitals between a comma and the end of a cell, behind a name in another dress: those of orders and
    degrees (`John Smith, LEED AP`)."""
    is_behind = cell.tokens[at - 1].fold == "," and cell.tokens[at - 2].kind == TITLE and end == cell.count
    return is_behind and end > at + 1 and all(len(token.fold) <= _LONGEST_LETTERS for token in cell.tokens[at:end])


def _is_article(cell: Cell, at: int) -> bool:
    """A particle of a name, capitalised or not (`Zine El Abidine Ben Ali`)."""
    return cell.printed(at, at + 1) in NAME_ORDER.capital_particles or cell.tokens[at].kind == LOWER


def _office_in_bracket(cell: Cell, at: int) -> bool:
    if cell.tokens[at].kind != BRACKET:
        return False
    inner = Cell(cell.tokens[at].fold[1:-1])
    title = scan_titles(inner, 0)
    return title is not None and title.end >= inner.count


def is_free(cell: Cell, at: int) -> bool:
    """A word that is no title, portfolio, land, month, happening or abbreviation of a body."""
    token = cell.tokens[at]
    word = token.fold
    if token.kind == INITIAL or (token.kind == LOWER and word in NAME_ORDER.particles):
        return True
    if token.marks & TAKEN or not (word.isalpha() or not any(letter.isdigit() for letter in word)):
        return False
    is_start = token.marks & START and (token.dot or word not in TITLES.abbreviated)
    if token.marks & WEAK_DOMAIN or is_start or word in GROUPS.months:
        return cell.stands_out(at) or word in NAME_ORDER.japanese_surnames
    parts = word.split("-")
    if len(parts) > 1 and any(part in TITLES.areas or part in TITLES.domain for part in parts):
        return False
    return not (token.marks & AREA and match(TITLES.areas, cell.tokens, at))
