"""Words behind a date that are for people: what is counted there is no date, and a month may be somebody's name."""

from __future__ import annotations

from pipeline.normalize.dates.lexicon import lexicon
from pipeline.normalize.dates.tokens import Tokens

_NO_OWNER = frozenset('^\n|),.;:"i(!')
"""What may stand behind a word for people that is no adjective."""
_SHORTEST_PLURAL = 3
"""The length from which capitals with an s are a plural: `MPs`, but not `Is`."""


def counts(tokens: Tokens, at: int) -> bool:
    """Whether what follows is counted: `students`, `Japanese students`, `Japanese`."""
    kinds = tokens.kinds
    return (
        kinds[at] in "G2"
        or (kinds[at] in "KRx" and kinds[at + 1] == "G")
        or (kinds[at] == "K" and _are_people(tokens, at))
    )


def _are_people(tokens: Tokens, at: int) -> bool:
    """Whether a word is for people: `Mongolians`, or `Japanese` where nothing follows that may be theirs; `JOCVs` are
    counted whoever they are."""
    from pipeline.normalize.areas.matches import longest

    word = tokens.word(at)
    is_plural = word.endswith("s") and not word.endswith("ss")
    if is_plural and word[:-1].isupper() and len(word) >= _SHORTEST_PLURAL:
        return True
    if not (is_plural or tokens.kinds[at + 1] in _NO_OWNER):
        return False
    match = longest(word, 0, whole=True)
    return match is not None and match.reading.kind == "demonym" and match.end == len(word)


def may_be_person(tokens: Tokens, at: int) -> bool:
    """Whether a month is a name as well: `May`, `June` and the like; an abbreviating dot rules a name out."""
    return tokens.word(at).lower() in lexicon().month_names_of_persons
