"""How a name printed in capitals is written otherwise."""

from __future__ import annotations

import re

from pipeline.normalize.spelling import NAME_LIMIT, NUMERALS

_PIECE = re.compile(r"[^\W\d_]+")
_TIGHT_DOT = re.compile(r"\.(?=[^\W\d_])")


def is_reign(name: str) -> bool:
    """Whether a numeral ends a name, or stands before a second one: only those who reign have it.

    >>> is_reign("Rainier III"), is_reign("Carl XVI Gustaf"), is_reign("Xi Jinping")
    (True, True, False)
    """
    return not NUMERALS.isdisjoint(name.split()[1:])


def whole_in_title_case(name: str) -> str:
    """A whole printed name, each word in title case, with a space after each initial.

    >>> whole_in_title_case("S. TUMUR-OCHIR"), whole_in_title_case("K.GENBA"), whole_in_title_case("Carl XVI GUSTAF")
    ('S. Tumur-Ochir', 'K. Genba', 'Carl XVI Gustaf')
    """
    cut = name[:NAME_LIMIT]
    words = (_TIGHT_DOT.sub(". ", cut) if "." in cut else cut).split()
    return " ".join(title_case(word, starts=not place) for place, word in enumerate(words))


def title_case(part: str, starts: bool = False) -> str:
    """A word of a name printed in capitals as it is written otherwise; one not in capitals stays, and so does a numeral
    but where a name `starts` with it.

    >>> [title_case(name) for name in ("TUMUR-OCHIR", "O'KEEFFE", "ULUFA'ALU", "'ALANI", "McKAY", "II", "al-SABAH")]
    ['Tumur-Ochir', "O'Keeffe", "Ulufa'alu", "'Alani", 'McKay', 'II', 'al-Sabah']
    """
    if part.istitle() and "Mc" not in part and (part.isalpha() or part[2:].replace("-", "").isalpha()):
        return part
    if (part in NUMERALS and not starts) or len(part) == 1 or part.islower():
        return part
    if part.isupper() and part.isascii() and "MC" not in part and part.replace("-", "").isalpha():
        return part.title()
    pieces, position = [], 0
    for piece in _PIECE.finditer(part):
        before = part[position : piece.start()]
        pieces += [before, _cased(piece.group(), part[: piece.start()])]
        position = piece.end()
    return "".join(pieces) + part[position:]


def _cased(piece: str, before: str) -> str:
    if not (len(piece) > 1 and (piece.isupper() or piece.startswith("Mc"))):
        return piece.lower() if len(piece) == 1 and len(before) > 2 and before[-1] in "'’" else piece
    if piece.startswith("Mc") and len(piece) > 2:
        return "Mc" + piece[2].upper() + piece[3:].lower()
    if piece.startswith("MC") and len(piece) > 4:
        return "Mc" + piece[2] + piece[3:].lower()
    follows_apostrophe = before[-1:] in tuple("'’ʼ‘`´ʻ′") and before != ""
    starts_word = not follows_apostrophe or len(before) <= 2 or before[-3:-2] == "-"
    return piece[0] + piece[1:].lower() if starts_word else piece.lower()
