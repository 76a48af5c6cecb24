"""The office that stands behind a name: whose it is, and where it ends."""

from __future__ import annotations

from dataclasses import replace

from pipeline.normalize.visit.lexicon import ADDRESS, TITLES, match
from pipeline.normalize.visit.name.extent import name_end
from pipeline.normalize.visit.office.classes import is_regal
from pipeline.normalize.visit.office.heads import direct_head
from pipeline.normalize.visit.office.lookahead import awaits_name, is_given, rank_begins
from pipeline.normalize.visit.office.offices import office_of
from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.office.titles import scan_office, scan_titles
from pipeline.normalize.visit.party.groups import group_end
from pipeline.normalize.visit.party.name_extent import name_stop
from pipeline.normalize.visit.party.person import holding
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.words import CAPITALISED, INITIAL, LINE, SIGN, STOPS
from pipeline.normalize.visit.visitor import Visitor

OF = "of"


def office_behind(cell: Cell, who: Visitor, end: int, has_title: bool = False) -> tuple[Visitor, int]:
    """A visitor with the office behind the name that ends before token `end`, and where that ends.

    An office that is the next visitor's, as a further name shows, is left to it. `has_title` says that a title stood
    before the name.
    """
    start = cell.skip(end, ",:\n-–—")
    if start == end and cell.tokens[end].kind in STOPS:
        return who, end
    title = scan_titles(cell, start, name_first=True)
    if title is None and start > end:
        title = _plain_post(cell, start) or post_in_group(cell, start, group_end(cell, start))
    if title is not None and start > end and LINE not in cell.tokens[end:start]:
        title = _own_title(cell, start, title, has_title, is_whole=who.other_names is not None)
    if title is None or _belongs_to_next(cell, who, title.end, start, end):
        return who, end
    return holding(who, office_of(cell, title)), title.end


def better_office(cell: Cell, who: Visitor, end: int, start: int) -> tuple[Visitor, int]:
    """The same for one whose title before the name is a form of address; it begins at letter `start` of the cell."""
    holder, behind = office_behind(cell, who._replace(office=None), end, has_title=not is_regal(who.office or ""))
    if holder.office is None:
        return who, end
    name = cell.text.find((who.name_printed or " ").split(" ")[0], start)
    honorific = " ".join(cell.text[start:name].split())
    return holder._replace(honorific=honorific or None), behind


def is_address(title: Title) -> bool:
    """A senator's or ambassador's title, or that of a prince of no land, may stand before a name with an office."""
    return title.head in TITLES.heads_as_address or (title.head in ADDRESS.royal and title.end == title.core + 1)


def post_in_group(cell: Cell, start: int, end: int) -> Title | None:
    """`Quartet Mission President Habib Thiam`: what stands directly behind the group is an office in it."""
    head = direct_head(cell, end) if cell.tokens[end].kind in CAPITALISED else None
    title = Title(start, start, head[1], head[2], ()) if head else None
    return title if title and office_of(cell, title).office_class == "official" else None


def _plain_post(cell: Cell, at: int) -> Title | None:
    """A post that is one only behind a name: `Mr. X, Director, Southwest Asia Division`."""
    tokens = cell.tokens
    head = match(TITLES.heads, tokens, at) if tokens[at].kind != SIGN else None
    if head is None or head[1] not in TITLES.weak_heads or tokens[head[0]].kind not in STOPS:
        return None
    end = head[0]
    if tokens[end].fold == "," and tokens[end + 1].fold in TITLES.domain:
        end = name_end(tokens, end + 1)
    return Title(at, at, end, head[1], ())


def _own_title(cell: Cell, at: int, title: Title, has_title: bool, *, is_whole: bool) -> Title:
    """Of two titles behind a name the second is that of the next one, whose name follows (`Mr. X, Minister of Trade
    and Prime Minister Y`); alone, a title goes on with the unknown words that end it, behind a `whole` name with a last word
    that would be nobody's whole name (`Rashid Baraba, Minister of Fish Wealth`)."""
    end = title.end
    stop = name_stop(cell, end)
    is_last = (
        is_whole and not has_title and stop == end + 1 and cell.tokens[stop].kind in STOPS and OF in _folds(cell, title)
    )
    is_guess = (title.guessed or awaits_name(cell, end) or is_last) and not _is_marked(cell, end, stop)
    follows = cell.tokens[end].kind != SIGN and (cell.is_honorific(end) or stop > end + is_guess)
    if follows and not has_title and (first := scan_office(cell, at)) and first.end < end:
        return first
    return replace(title, end=stop) if is_guess else title


def _folds(cell: Cell, title: Title) -> list[str]:
    return [token.fold for token in cell.tokens[title.core : title.end]]


def _is_marked(cell: Cell, at: int, end: int) -> bool:
    """Whether one of these words is an initial or a known given name, or stands out in capitals: they are a name."""
    tokens, marked = cell.tokens, cell.stands_out
    return any(tokens[at].kind == INITIAL or is_given(tokens[at]) or marked(at) for at in range(at, end))


def _belongs_to_next(cell: Cell, who: Visitor, behind: int, start: int, end: int) -> bool:
    """A name follows without a sign; a form of address does, unless the visitor has the same and a list goes on so."""
    token = cell.tokens[behind]
    if LINE in cell.tokens[end:start] and cell.is_name_word(cell.skip(behind, ",")):
        return True
    if cell.is_honorific(behind) or rank_begins(cell, behind):
        return who.honorific is not None and not who.honorific.startswith(token.printed)
    return token.kind != SIGN and cell.is_name_word(behind)
