"""Names as letters: folding of spellings, parts of given names, and whether two sets of them can be one's.

Nothing here knows of offices, dates or persons; `people` decides with them.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

NAME_LIMIT = 200
SLUG_LIMIT = 80
PARTS_LIMIT = 6
INITIAL_LIMIT = 3
_APOSTROPHES = re.compile(r"['`´ʻʼʾʿ‘’′]")
_VOICED = "\u3099\u309a"
"""The marks of voiced kana, as they stand apart from their letters."""
_PART = re.compile(r"([^\W\d_]+)(\.?)")
_NO_LETTER = re.compile(r"[\W\d_]+")
_NOT_IN_SLUG = re.compile(r"[^0-9a-z]+")
_ONES = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
NUMERALS = frozenset(tens + ones for tens in ("", "X", "XX") for ones in _ONES) - {""}
"""Of reigns and families, up to the highest (`John XXIII`); as the first word of a name each is a name (`XI Jinping`)."""


class Part(NamedTuple):
    """One given name. `letters` are folded, `key` is the same for all romanisations of the name; `is_initial` for an
    abbreviation such as `S.` or `Ts.`, whose key has the dot."""

    letters: str
    key: str
    is_initial: bool


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("spelling.toml").read_text("utf-8"))


@cache
def letters_without_base() -> dict[int, str]:
    """What is written for letters that Unicode does not take apart into a base letter and a mark."""
    return str.maketrans(_facts()["letters"])


class _Sounds(NamedTuple):
    """What is alike in an area's names: patterns with what each becomes, in order, and one that finds whether any is there."""

    any: re.Pattern[str]
    each: tuple[tuple[re.Pattern[str], str], ...]


@cache
def _romanisation(area: str) -> _Sounds | None:
    told = _facts()["romanisation"].get(area)
    if told is None:
        return None
    return _Sounds(
        re.compile("|".join(printed for printed, _ in told)), tuple((re.compile(printed), one) for printed, one in told)
    )


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """Lower case without accents and apostrophes; everything else stays, so do the marks of kana, which tell syllables
    apart. At most the first 200 characters count.

    >>> plain("Halldór Ásgrímsson"), plain("O’KEEFFE"), plain("Łukasz")
    ('halldor asgrimsson', 'okeeffe', 'lukasz')
    >>> plain("ギュル") == plain("キュル")
    False
    """
    if text.isascii():
        return text[:NAME_LIMIT].replace("'", "").replace("`", "").lower()
    bare = _APOSTROPHES.sub("", text[:NAME_LIMIT]).casefold().translate(letters_without_base())
    marked = unicodedata.normalize("NFKD", bare)
    kept = "".join(letter for letter in marked if letter in _VOICED or not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", kept).casefold() if any(map(_VOICED.__contains__, kept)) else kept.casefold()


@lru_cache(maxsize=16384)
def fold(text: str, area: str) -> str:
    """The letters of a name, the same for every spelling that means the same name in that area.

    >>> fold("TUMUR-OCHIR", "MNG"), fold("OHTA", "JPN"), fold("Gemba", "JPN") == fold("GENBA", "JPN")
    ('tumurochir', 'ota', True)
    """
    letters = plain(text)
    if not letters.isalpha():
        letters = _NO_LETTER.sub("", letters)
    sounds = _romanisation(area)
    if sounds and sounds.any.search(letters):
        for printed, one in sounds.each:
            letters = printed.sub(one, letters)
    return letters or text[:NAME_LIMIT].strip().casefold()


@lru_cache(maxsize=16384)
def given_parts(other_names: str, area: str) -> tuple[Part, ...]:
    """The given names or initials, in the printed order; at most six, what follows is left out.

    >>> [part.letters for part in given_parts("Ts.", "MNG")], given_parts("J.-P.", "FRA")[1].is_initial
    (['ts'], True)
    """
    found = _PART.findall(plain(other_names))
    return tuple(_part(letters, area, has_dot=dot == ".") for letters, dot in found[:PARTS_LIMIT])


def _part(letters: str, area: str, *, has_dot: bool) -> Part:
    is_initial = _is_initial(letters, has_dot)
    return Part(letters, f"{letters}." if is_initial else fold(letters, area), is_initial)


def _is_initial(letters: str, has_dot: bool) -> bool:
    """A lone letter is an initial only in scripts that know capitals: one Chinese character is a whole name."""
    if letters.upper() == letters:
        return False
    return len(letters) == 1 or (has_dot and len(letters) <= INITIAL_LIMIT)


def given_key(parts: Sequence[Part]) -> str:
    """What two printings of the same given names share, whatever their order or hyphens."""
    between = " " if any(part.is_initial for part in parts) else ""
    return between.join(sorted(part.key for part in parts))


@lru_cache(maxsize=16384)
def relation(one: tuple[Part, ...], other: tuple[Part, ...]) -> str:
    """How two sets of given names stand to each other: `equal`, `fits` (initials or names left out, nothing against
    it), `missing` (one of them prints none) or `apart`.

    >>> relation(given_parts("S.", "MNG"), given_parts("Sukhbaatar", "MNG"))
    'fits'
    >>> relation(given_parts("Shinzo", "JPN"), given_parts("Shintaro", "JPN"))
    'apart'
    """
    if not one or not other:
        return "missing"
    if given_key(one) == given_key(other) or run_together(one) == run_together(other):
        return "equal"
    short, long = sorted((one, other), key=len)
    return "fits" if _all_find_a_partner(short, long) else "apart"


def run_together(parts: Sequence[Part]) -> str:
    """The given names as one word, for `Shin-ichi` and `Shinichi`."""
    return "".join(part.key for part in parts)


def _all_find_a_partner(short: tuple[Part, ...], long: tuple[Part, ...]) -> bool:
    if not short:
        return True
    return any(
        _same(short[0], part) and _all_find_a_partner(short[1:], long[:at] + long[at + 1 :])
        for at, part in enumerate(long)
    )


def _same(one: Part, other: Part) -> bool:
    if one.is_initial and other.is_initial:
        return one.letters.startswith(other.letters) or other.letters.startswith(one.letters)
    if one.is_initial:
        return other.letters.startswith(one.letters)
    return one.letters.startswith(other.letters) if other.is_initial else one.key == other.key


def slug(text: str) -> str:
    """ASCII for an identifier: letters and digits, hyphens between; letters without a Latin base by code point.

    >>> slug("TUMUR-OCHIR"), slug("Ts."), slug("安倍")
    ('tumur-ochir', 'ts', 'u5b89-u500d')
    """
    letters = plain(text)
    if not letters.isascii():
        letters = "".join(_ascii(letter) for letter in letters)
    elif letters.isalnum():
        return letters[:SLUG_LIMIT]
    return _NOT_IN_SLUG.sub("-", letters).strip("-")[:SLUG_LIMIT].strip("-")


def _ascii(letter: str) -> str:
    if letter.isascii():
        return letter
    return f"-u{ord(letter):x}-" if letter.isalnum() else "-"
