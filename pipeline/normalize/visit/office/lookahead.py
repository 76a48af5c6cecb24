"""What lies ahead in a list of portfolios: a further portfolio, another title, a rank, or the name."""

from __future__ import annotations

from pipeline.normalize.visit.lexicon import ADDRESS, NAME_ORDER, TITLES, match
from pipeline.normalize.visit.name.honorifics import says_retired
from pipeline.normalize.visit.office.heads import is_behind_body
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import BODY, DOMAIN, HEAD, QUALIFIER, START, WEAK, WEAK_DOMAIN
from pipeline.normalize.visit.text.typos import domain_typo
from pipeline.normalize.visit.text.words import OF_NAMES, SIGN, STOPS, TITLE, Word

AND = frozenset(["and", "&", "/"])
_REACH = 5


def title_begins(cell: Cell, at: int, head: str) -> bool:
    """Another title begins at `at`: a head, or words of a portfolio and a head; `head` is the title before."""
    tokens, place = cell.tokens, at
    while place < at + _REACH:
        token = tokens[place]
        if not token.marks & START or token.kind == SIGN:
            return False
        found = match(TITLES.heads, tokens, place) if token.marks & HEAD else None
        if found:
            if place > at and (cell.is_honorific(place) or found[1] in TITLES.heads_as_address):
                return False
            if _is_title(cell, place, at, found, head):
                return True
            if not token.marks & (QUALIFIER | DOMAIN):
                return False
        place += 1
    return False


def _is_title(cell: Cell, place: int, at: int, found: tuple[int, str], head: str) -> bool:
    """A head behind a portfolio word is one; a weak one alone is (`Justice`) a portfolio itself."""
    tokens = cell.tokens
    end, phrase = found
    if phrase in TITLES.plain_heads and any(tokens[word].fold not in TITLES.qualifiers for word in range(at, place)):
        return phrase == "president" and is_behind_body(cell, at, place)
    if place > at and phrase in NAME_ORDER.given_names:  # `Minister of Foreign Affairs Dean Barrow`
        return False
    if phrase in TITLES.name_like_heads or phrase in TITLES.weak_heads:
        if end - place > 1 or tokens[end].fold == "of":
            return phrase != "justice"
        return place > at and head not in TITLES.weak_heads and phrase not in ("justice", "leader")
    return True


def rank_begins(cell: Cell, at: int) -> bool:
    """A rank before a name (`Senior General Min Aung Hlaing`)."""
    rank = match(ADDRESS.weak, cell.tokens, at) if cell.tokens[at].marks & WEAK else None
    if rank is None:
        return False
    if says_retired(cell.tokens[rank[0]]):
        return True
    return cell.tokens[rank[0]].kind in OF_NAMES and cell.is_name_word(rank[0])


def person_begins(cell: Cell, at: int) -> bool:
    """A form of address or a rank before a name."""
    return cell.is_honorific(at) or rank_begins(cell, at)


def lists_on(cell: Cell, head: str, at: int) -> bool:
    """A further portfolio at `at`, not a title."""
    return cell.tokens[at].marks & DOMAIN != 0 and not title_begins(cell, at, head)


def typo_in_list(cell: Cell, at: int) -> bool:
    """A misspelt portfolio with more of the list behind it."""
    return cell.tokens[at + 1].fold in (*AND, ",") and domain_typo(cell.tokens[at].fold) is not None


def goes_on(cell: Cell, at: int, head: str) -> bool:
    """Behind the word at `at` the list comes to `and` and a further portfolio, neither title nor person."""
    place = at + 1
    if cell.tokens[at].fold in NAME_ORDER.japanese_surnames or cell.stands_out(at):
        return False
    while place < at + 4 and cell.tokens[place].kind == TITLE:
        place += 1
    if cell.tokens[place].fold == "," and cell.tokens[place + 1].marks & DOMAIN:
        place += 2
    if cell.tokens[place].fold not in AND:
        return False
    place += cell.tokens[place + 1].fold == "the"
    following = cell.tokens[place + 1]
    if following.fold in ("his", "her") or cell.is_honorific(place + 1) or title_begins(cell, place + 1, head):
        return False
    return following.marks & (DOMAIN | WEAK_DOMAIN) != 0 or runs_into_form(cell, place + 1) > place + 1


def runs_into_form(cell: Cell, at: int) -> int:
    """Behind a word, of no name that lists know, that runs straight into a form of address, or behind up to three whose
    last is one of portfolios; else `at`."""
    for place in range(at, at + 4):
        token = cell.tokens[place]
        if cell.is_honorific(place):
            return place if place < at + 2 or is_noun(cell.tokens[place - 1]) else at
        if token.kind != TITLE or token.owner or is_named(token):
            break
    return at


def run_before_name(cell: Cell, head: str, at: int) -> int:
    """Behind a run of up to three unknown words that a comma parts from a name in another dress; else `at`."""
    place = at
    while place < at + 3 and cell.tokens[place].kind == TITLE:
        place += 1
    if place == at or cell.tokens[place].fold != "," or any(map(is_given, cell.tokens[at:place])):
        return at
    if any(title_begins(cell, word, head) for word in range(at, place)):
        return at
    behind = cell.skip(place, ",\n")
    if cell.tokens[behind].fold in ADDRESS.suffixes:
        return at
    return place if cell.is_honorific(behind) or cell.stands_out(behind) else at


def is_given(word: Word) -> bool:
    """A given name that lists know."""
    return word.fold in NAME_ORDER.given_names or word.fold in NAME_ORDER.japanese_given


def is_named(word: Word) -> bool:
    """A given name or a surname that lists know."""
    return is_given(word) or word.fold in NAME_ORDER.telling


def is_noun(word: Word) -> bool:
    """A word of portfolios, or one that ends as only such words do."""
    return word.marks & DOMAIN != 0 or word.fold.endswith(TITLES.noun_endings)


def is_long_body(cell: Cell, at: int) -> bool:
    """A body of several words (`Deputy Prime Minister for the Council of Ministers`)."""
    body = match(TITLES.institutions, cell.tokens, at) if cell.tokens[at].marks & BODY else None
    return body is not None and body[0] - at > 1


def awaits_name(cell: Cell, at: int) -> bool:
    """Before `at` stands, right behind `of` or its article, a body that has its name behind it (`Governor of Bank ...`)."""
    return cell.tokens[at - 1].fold in TITLES.named_bodies and cell.tokens[at - 2].fold in ("of", "the")


def body_of_land(cell: Cell, at: int) -> int:
    """Behind a body whose name a land's name begins and one or two more words lead to (`Panama Canal Authority`); else 0."""
    for place in range(at, at + 3):
        token = cell.tokens[place]
        body = match(TITLES.institutions, cell.tokens, place) if token.marks & BODY and place > at else None
        if body and token.kind == TITLE:
            return body[0]
        is_owner = token.owner and f"{token.fold}'s" not in TITLES.domain
        if token.kind != TITLE or token.marks & (HEAD | WEAK) or is_owner:
            return 0
    return 0


def body_of_portfolio(cell: Cell, at: int) -> int:
    """Behind a body that words of a portfolio name and nothing goes on (`Management and Coordination Agency`); else 0."""
    tokens = cell.tokens
    for place in range(at, at + 6):
        token = tokens[place]
        if place > at and token.fold in AND:
            continue
        if token.kind != TITLE or not token.marks & DOMAIN:
            return 0
        if place > at and token.marks & BODY and (tokens[place + 1].kind in STOPS or cell.is_honorific(place + 1)):
            body = match(TITLES.institutions, tokens, place)
            return body[0] if body else 0
    return 0


def comma_and_more(cell: Cell, head: str, at: int) -> bool:
    """A comma at `at` with more of the list of portfolios behind it."""
    if cell.tokens[at].fold != ",":
        return False
    at += 1 + (cell.tokens[at + 1].fold == "the")
    return lists_on(cell, head, at) or (cell.tokens[at - 1].fold == "the" and goes_on(cell, at, head))
