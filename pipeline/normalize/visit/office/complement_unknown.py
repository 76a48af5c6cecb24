"""Words of a complement that nobody knows, taken for what must or can alone stand in their place."""

from __future__ import annotations

from pipeline.normalize.visit.lexicon import TITLES, match
from pipeline.normalize.visit.office.complement_parts import Complement
from pipeline.normalize.visit.office.lookahead import (
    AND,
    goes_on,
    is_named,
    is_noun,
    run_before_name,
    runs_into_form,
    title_begins,
)
from pipeline.normalize.visit.text.marks import AREA, BODY, STRONG, WEAK
from pipeline.normalize.visit.text.words import CAPITALS, LOWER, SIGN, TITLE


def unknown(so_far: Complement, at: int) -> bool:
    """A capitalised word nobody knows where a portfolio, a body or a place must stand: taken on its word.

    One word is taken, more where the name is parted from them by a comma, or where the first opens a place name.
    """
    cell = so_far.cell
    token = cell.tokens[at]
    opens_place = token.fold in TITLES.place_openers
    in_capitals = token.kind == CAPITALS and (opens_place or not cell.capitals_tell)
    if not in_capitals and (token.kind != TITLE or token.owner or cell.is_honorific(at)):
        return False
    place = at + 1
    dress = (TITLE, CAPITALS) if in_capitals else (TITLE,)
    while cell.tokens[place - 1].fold in TITLES.place_openers and cell.tokens[place].kind in dress:
        place += 1
    if cell.tokens[place].fold in TITLES.place_words and cell.tokens[place].kind != SIGN:
        place += 1
    run = run_before_name(so_far.cell, so_far.head, place)
    so_far.take(max(place, run), "place" if so_far.head in TITLES.local_heads else "domain")
    so_far.guessed = True
    return True


def own_name(so_far: Complement, at: int) -> bool:
    """The name that a body has behind it: that of a land, or words that a comma parts from the name of its head
    (`Governor of Bank Al-Maghrib, Mr. Abdellatif Jouahri`), or what a word for `of` leads to (`Banco Central do Brasil`)."""
    tokens = so_far.cell.tokens
    link = at + (tokens[at].kind == TITLE and tokens[at + 1].kind == LOWER)
    if tokens[link].fold in TITLES.words_for_of:
        named = link + 1 + (tokens[link + 1].kind == LOWER)  # `de la República`
        return tokens[named].kind == TITLE and so_far.take(named + 1, "body")
    if tokens[at].fold.startswith("d'"):  # `Banca d'Italia`
        return so_far.take(at + 1, "body")
    area = match(TITLES.areas, tokens, at) if tokens[at].marks & AREA else None
    end = area[0] if area else run_before_name(so_far.cell, so_far.head, at)
    return end > at and so_far.take(end, "body")


def abbreviation(so_far: Complement, at: int, link: str) -> bool:
    """A word in capitals where a body must stand: with the name behind it (`Chairman of BAPPENAS GINANDJAR`), a
    sign or `and` (`Member of the PNDC, Mr. X`), or behind words that join no name (`in charge of TICAD`)."""
    cell = so_far.cell
    follows = cell.tokens[at + 1].kind != LOWER or cell.tokens[at + 1].fold == "and"
    return cell.stands_out(at) and (follows or " " in link) and so_far.take(at + 1, "body")


def unknown_within(so_far: Complement, at: int) -> bool:
    """An unknown word that ends one portfolio of a list and comes before the last (`Trade, Fancy Widgetry and Fisheries`)."""
    tokens, token = so_far.cell.tokens, so_far.cell.tokens[at]
    is_unknown = token.kind == TITLE and not token.marks and not token.owner and so_far.last == "domain"
    if not is_unknown or tokens[at - 2].fold != "," or tokens[at + 1].fold not in AND:
        return False
    return goes_on(so_far.cell, at, so_far.head) and so_far.take(at + 1, "domain")


def before_form(so_far: Complement, at: int) -> bool:
    """Words that run straight into a form of address (`Community Reinsertion Mr. X`), or a body with a comma
    between (`the Capital City, Mr. X`), are no name."""
    cell, tokens = so_far.cell, so_far.cell.tokens
    if not (tokens[at + 1].marks | tokens[at + 2].marks | tokens[at + 3].marks) & STRONG:
        return False
    body = match(TITLES.institutions, tokens, at) if tokens[at].marks & BODY else None
    if body and cell.is_honorific(cell.skip(body[0], ",")):
        return so_far.take(body[0], "body")
    end = runs_into_form(cell, at)
    return so_far.last != "head" and end > at and so_far.take(end, "domain")


def noun(so_far: Complement, at: int) -> bool:
    """A word nobody knows that ends as abstract nouns do and no name does (`Reinsertion`), or that leads on to a word
    of portfolios (`Chemical Weapons Destruction`, `Rational Use of Natural Resources`)."""
    token, following = so_far.cell.tokens[at], so_far.cell.tokens[at + 1]
    if so_far.last != "domain" or token.owner:
        return False
    if token.fold.endswith(TITLES.noun_endings):
        return so_far.take(at + 1, "domain")
    is_of = following.fold == "of"
    behind = so_far.cell.tokens[at + 2] if is_of else following
    if not is_noun(behind) or behind.kind != TITLE or token.marks or is_named(token):
        return False
    return (is_of or not title_begins(so_far.cell, at + 1, so_far.head)) and so_far.take(at + 1, "domain")


def unknown_before_capitals(so_far: Complement, at: int) -> bool:
    """Unknown words of a portfolio before a comma and a name in capitals (`Minister of Mines Hydrates, NANA`)."""
    token = so_far.cell.tokens[at]
    if token.kind != TITLE or not so_far.cell.capitals_tell or token.marks & (STRONG | WEAK) or token.owner:
        return False
    run = run_before_name(so_far.cell, so_far.head, at)
    if run == at or not so_far.cell.stands_out(so_far.cell.skip(run, ",\n")):
        return False
    return so_far.take(run, "domain")
