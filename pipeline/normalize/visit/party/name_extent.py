"""Where the name of a visitor begins and ends, and the lands, seats and further titles that go on with it."""

from __future__ import annotations

from itertools import pairwise

from pipeline.normalize.visit.lexicon import ADDRESS, GROUPS, NAME_ORDER, TITLES, match
from pipeline.normalize.visit.name.extent import name_end
from pipeline.normalize.visit.name.honorifics import honorific_end
from pipeline.normalize.visit.office.classes import is_regal
from pipeline.normalize.visit.office.heads import JOINTS
from pipeline.normalize.visit.office.lookahead import is_given
from pipeline.normalize.visit.office.offices import office_of
from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.office.titles import scan_office
from pipeline.normalize.visit.party.groups import group_end, is_free
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import DOMAIN, FORM, HAPPENING, HEAD, START, STRONG, WEAK_DOMAIN
from pipeline.normalize.visit.text.words import CAPITALISED, CAPITALS, NO_WORDS, NUMBER, OF_NAMES, STOPS, TITLE, Word
from pipeline.normalize.visit.visitor import Visitor


def name_place(cell: Cell, title: Title) -> tuple[int, int]:
    """Where the name behind a title ends and where the forms of address before it begin."""
    start = title.end
    if cell.tokens[start].kind not in OF_NAMES or cell.tokens[start].fold == "at":
        start = cell.skip(_past_time(cell, start), ",\n:-–—")
    behind = honorific_end(cell.tokens, start) if cell.tokens[start].marks & FORM else start
    if behind == start and start > title.end and (not _may_be_name(cell, start) or _reigns_too(cell, title, start)):
        return start, start
    token = cell.tokens[behind]
    if token.fold == "the" or (token.marks & HAPPENING and not cell.stands_out(behind)):
        return start, start
    end = name_stop(cell, behind, is_royal=is_regal(title.head))
    if behind == start > title.end and _is_division(cell, start, end):
        return start, start
    return (end, start) if end > behind else (start, start)


def _is_division(cell: Cell, at: int, end: int) -> bool:
    """`Director General, Asia-Pacific Department`: words behind a comma that name what is directed."""
    first = cell.tokens[at]
    if end < at + 2 or not cell.tokens[end - 1].marks & DOMAIN or cell.stands_out(end - 1):
        return False
    return first.kind == TITLE and first.fold not in NAME_ORDER.given_names


def _past_time(cell: Cell, at: int) -> int:
    """Behind `at that time`, `at the time`, which say no more than `then`."""
    if cell.tokens[at].fold != "at":
        return at
    behind = [token.fold for token in cell.tokens[at + 1 : at + 3]]
    return at + 3 if behind in (["that", "time"], ["the", "time"]) else at


def _may_be_name(cell: Cell, at: int) -> bool:
    """Behind a comma: a capitalised word that begins neither a title, a group nor the name of a land."""
    return cell.is_name_word(at) and not _is_event(cell, at) and group_end(cell, at) == at


def _reigns_too(cell: Cell, title: Title, at: int) -> bool:
    """`King, Queen`: who has no surname is not called as another royal is."""
    return is_regal(title.head) and is_regal(cell.tokens[at].fold) and cell.tokens[at + 1].kind in STOPS


def _is_event(cell: Cell, at: int) -> bool:
    """What an event goes by; its letters printed like a name, with more of one behind them, are one (`Isa bin Khalid`)."""
    token, behind = cell.tokens[at], cell.tokens[at + 1]
    if token.fold not in GROUPS.events:
        return False
    is_word = token.kind == TITLE and token.fold not in GROUPS.event_words | TITLES.acronyms
    return not (is_word and behind.kind not in NO_WORDS and is_free(cell, at + 1))


def is_thing(first: Word, last: Word, title: Title | None = None) -> bool:
    """A building, a place, a prize or a firm is named after an office and perhaps its holder (`Prince Edward Island`,
    `Prince Hotel Tokyo`, `Governor Street Bridge`), or a form of address (`General Motors Corporation`): the first or the
    last word behind that is one for it."""
    if any(word.kind == TITLE and not word.owner and word.fold in GROUPS.things for word in (first, last)):
        return True
    if last.kind == CAPITALS and last.fold in GROUPS.firms and last.fold in GROUPS.things:
        return True
    if last.fold in GROUPS.towers and last is not first and first.kind == TITLE and not is_given(first):
        return True
    is_royal = last.fold in GROUPS.royal_things or last.fold in GROUPS.heads
    if title is None or not is_royal or last.kind != TITLE or last.owner:
        return False
    is_street = first is not last and first.kind == TITLE and first.fold in GROUPS.royal_things
    return is_street or is_regal(title.head)


def is_firm(cell: Cell, end: int, title: Title | None = None) -> bool:
    """Behind the joint at `end` stands what firms are called by (`General Mills, Inc.`, `Wells Fargo & Company`), maybe with one
    more name before it (`King & Spalding LLP`); who reigns comes with his own (`King Hamad and Sons`)."""
    joint, word, behind, *farther = cell.tokens[end : end + 4]
    if title and is_regal(title.head) and joint.fold == "and" and word.fold in ADDRESS.kin_groups:
        return False
    if joint.fold == "&" and word.kind == TITLE and farther and behind.kind in CAPITALISED:
        word, behind = behind, farther[0]
    return word.kind in CAPITALISED and word.fold in GROUPS.firms and behind.kind in STOPS


def names_body(cell: Cell, at: int, end: int) -> bool:
    """Whether a word for the people of a land stands right before that of a field: nobody is called so, but bodies are
    (`Pan American Health`)."""
    words = cell.tokens[at:end]
    return any(
        people.fold in TITLES.demonyms and not is_given(people) and field.marks & (DOMAIN | WEAK_DOMAIN) == DOMAIN
        for people, field in pairwise(words)
        if people.kind == field.kind == TITLE
    )


def name_stop(cell: Cell, at: int, *, is_royal: bool = False) -> int:
    """Behind the name at `at`: a title or a strong form of address inside ends it, and the month of a date behind it."""
    tokens = cell.tokens
    end = name_end(tokens, at)
    if end > at and tokens[end - 1].fold in GROUPS.months and _is_month(cell, at, end - 1, is_royal=is_royal):
        end -= 1
    for place in range(at, end):
        token = tokens[place]
        if not token.marks & (START | STRONG):
            continue
        if place > at and cell.is_honorific(place):
            return place
        if not token.marks & START or (place > at and token.fold in ADDRESS.suffixes):
            continue
        is_head = token.marks & HEAD and token.fold not in TITLES.name_like_heads
        if place > at and not is_head and tokens[place + 1].fold in JOINTS:
            continue  # `Laura Bush and Deputy Speaker X`
        title = scan_office(cell, place)
        if title is not None and not (title.head in TITLES.name_like_heads and title.end == place + 1):
            return place
        is_noun = token.marks & DOMAIN and token.fold not in TITLES.adjectives
        if place == at and is_noun and not cell.stands_out(at):
            return at
    return end


def _is_month(cell: Cell, first: int, at: int, *, is_royal: bool) -> bool:
    """`Taro Aso March 2006`, `Vice President Oct 12`: a number goes on with what may be a month; `Theresa May 2016` has a
    surname of that name, and so has `Prime Minister May 2016`."""
    if cell.tokens[cell.skip(at + 1, ".,")].kind != NUMBER:
        return False
    if cell.tokens[at].fold not in GROUPS.month_names:
        return True
    return at > first and (is_royal or not is_given(cell.tokens[at - 1]))


def past_second_title(cell: Cell, who: Visitor, end: int) -> int:
    """A royal person's further title behind the name (`Prince William, Duke of Cambridge`)."""
    if not is_regal(who.office or "") or who.main_name is None or cell.tokens[end].fold != ",":
        return end
    title = scan_office(cell, end + 1)
    if title is None or not office_of(cell, title).is_regal:
        return end
    behind = cell.tokens[title.end]
    return title.end if behind.kind in STOPS else end


def past_territory(cell: Cell, title: Title, end: int) -> int:
    """Royal names may go on with a land or house: `Princess Mako of Akishino`."""
    tokens = cell.tokens
    if tokens[end].fold == "of" and title.head in TITLES.plain_heads:
        place = end + 1 + (tokens[end + 1].fold == "the")
        behind = name_end(tokens, place)
        return behind if behind > place else end
    return end


def past_seat(cell: Cell, begin: int, end: int) -> int:
    """Behind the place that a peer's title names (`Lord Ahmad of Wimbledon`), or the land that one is of."""
    tokens = cell.tokens
    if tokens[end].fold != "of":
        return end
    if begin and tokens[begin - 1].fold in ADDRESS.peers:
        return name_end(tokens, end + 1)
    land = match(TITLES.areas, tokens, end + 1 + (tokens[end + 1].fold == "the"))
    return land[0] if land else end
