"""The names of areas, loaded from `data/areas.csv` and `data/area_names.csv` into two tries: words and characters.

`areas.csv` has one row per area: its code, the ISO alpha-2 code where there is one, its short and formal name, and
whether the code is ISO's (`iso`), an ISO 3166-3 or user-assigned code of a state that ended (`ended`), or
user-assigned for an area (`user`) or an organisation. `area_names.csv` has one row per further name:

- a name that stands there with two codes is ambiguous (`Korea`);
- a name without a code names no area although it contains one (`Indian Ocean`, `New Mexico`);
- `use` is `whole` for a name that is too much like other words to be looked for in running text (`Finn`); a row that
  repeats a name of `areas.csv` says so of that name (`Réunion`);
- words in capitals must be printed so (`UAE`), words in lower case may be printed in any case (`state of Georgia`);
- a name without a code that has accents is another word than the name without them (`América`, the continent);
- a last hyphen stands for the rest of a compound (`Sino-` of `Sino-Japanese`).

Accents, curly quotes and plurals of demonyms are not listed: `fold` and `_plural` know them.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"
LETTER = "A-Za-zªµºÀ-ÖØ-öø-\u1fff"
TOKEN = re.compile(
    rf"[{LETTER}]{{2,}}+(?![.:])"
    rf"|(?:[A-Z]\.){{2,}}+(?:[A-Z](?![{LETTER}]))?"
    r"|(?:[A-Z]|(?i:st|rep|dem|fed|is|prov|neth|eq|brit))\."
    rf"|[{LETTER}]++|(?<!&)&(?!&)"
)
ADDRESS = re.compile(rf"(?<![{LETTER}])(?:https?://|www\.)\S++")
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
ABBREVIATED = {
    "&": "and", "st": "saint", "st.": "saint", "rep.": "republic", "dem.": "democratic", "fed.": "federated",
    "is.": "islands", "isds": "islands",
    "prov.": "province", "neth.": "netherlands", "eq.": "equatorial", "brit.": "british",
}  # fmt: skip
GLUED = ("in", "to", "and", "from")
"""Prepositions that sheets print without the space before (`Japanin October 2012`)."""
UNUSUAL_ENDS = (".", *GLUED)


class Token(NamedTuple):
    """A printed word that occurs in some name: its span and the key the trie knows it by."""

    start: int
    end: int
    key: str


class Reading(NamedTuple):
    """What a name means: one area, several (ambiguous) or none; and how it must be printed.

    `printed` are the ways the data print it, folded, `words` the words of the first, whose capitals tell which a print
    needs. `tail` is what must come next: `)` and `-` themselves; `of` stands for an inverted name, after which no word
    may come (`Korea, Republic of`).
    """

    areas: tuple[str, ...]
    kind: str
    printed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    is_whole: bool = False
    tail: str = ""


class Node:
    """A step of a trie. Keys of words begin with what parts them from the word before: space, `-`, `'`, `,`, `(`."""

    __slots__ = ("next", "reading")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.reading: Reading | None = None


class Name(NamedTuple):
    """One name of one area, as the data give it."""

    name: str
    code: str
    kind: str
    is_whole: bool


class Lexicon(NamedTuple):
    """`words` and `characters` are the tries, `keys` every way to print a known word, `first_keys` those of words that
    begin names, `beginning` the pattern that finds such words in a text, `codes` ISO's and our own.

    `others` are words that only look like names without their accents, `names` the codes and the names as the data
    print them, without those made of others.
    """

    words: Node
    characters: Node
    first_character: re.Pattern[str]
    beginning: re.Pattern[str]
    keys: dict[str, str]
    first_keys: dict[str, str]
    codes: dict[str, str]
    titles: dict[str, str]
    others: frozenset[str]
    names: tuple[str, ...]


def fold(text: str) -> str:
    """The text without accents and with plain quotes, hyphens and spaces; every character keeps its place.

    >>> fold("Côte d’Ivoire – Türkiye")
    "Cote d'Ivoire - Turkiye"
    """
    if text.isascii():
        return text
    table, foldable = _folding()
    return foldable.sub(lambda run: run[0].translate(table), text)


@cache
def _folding() -> tuple[dict[int, str], re.Pattern[str]]:
    """What each character becomes, and a pattern of runs of them: most text has few, and looking up each is slow."""
    table = {}
    for point in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(point))[0]
        if base.isascii():
            table[chr(point)] = base
    table.update({chr(0xFEE0 + point): chr(point) for point in range(0x21, 0x7F)})
    for plain, signs in (("'", "‘’‛ʼʻ′´`"), ("-", "‐‑‒–—―−"), (" ", "\u00a0\u2002\u2003\u2009\u202f\u3000")):
        table.update(dict.fromkeys(signs, plain))
    return str.maketrans(table), re.compile("[" + re.escape("".join(table)) + "]++")


def token_at(folded: str, start: int, keys: dict[str, str]) -> Token | None:
    """The word of some name that stands at a place of a folded text, where a word begins."""
    found = TOKEN.match(folded, start)
    if found is None:
        return None
    word = found[0]
    key = keys.get(word)
    if key is not None:
        return Token(start, found.end(), key)
    return _unusual(folded, start, word, keys) if word.endswith(UNUSUAL_ENDS) or not word.isascii() else None


def _unusual(folded: str, start: int, word: str, keys: dict[str, str]) -> Token | None:
    """A word with a dot too many, with combining accents, or with a preposition glued to its end."""
    bare = "".join(c for c in word if not unicodedata.combining(c)) if not word.isascii() else word
    key = keys.get(bare) or (keys.get(bare[:-1]) if bare.endswith(".") else None)
    if key is not None:
        return Token(start, start + len(word), key)
    for preposition in GLUED:
        if word.endswith(preposition):
            base = word.removesuffix(preposition)
            end = start + len(word)
            if len(base) > 3 and base in keys and folded[end : end + 1].isspace():
                return Token(start, start + len(base), keys[base])
    return None


def separator(gap: str) -> str | None:
    """What parts two words of a name: a space, one of `- ' , ( )`, `--` for a dash between spaces, or None when they
    cannot be one name's.

    One line break may be a hard wrap; a blank line parts blocks.
    """
    if gap in {" ", "-", "'"}:
        return gap
    if len(gap) > 12:
        return None
    sign = gap.strip()
    if not sign:
        return " " if gap.count("\n") < 2 else None
    return "--" if sign == "-" else sign if sign in {",", "(", ")"} else None


@cache
def lexicon() -> Lexicon:
    """The names of all areas, ready to be looked up. Loaded once."""
    areas = list(_rows("areas.csv"))
    codes = {row["code"]: row["code"] for row in areas}
    codes |= {row["alpha_2"]: row["code"] for row in areas if row["alpha_2"]}
    names = [*_area_names(areas), *_listed_names()]
    others = frozenset(
        name.name for name in names if not (name.code or name.name.isascii() or JAPANESE.match(name.name))
    )
    names = [name for name in names if name.name not in others]
    names = [*names, *_plurals(names)]
    usual = [name.name for name in names if not name.name.endswith("-")]
    names = [*names, *_shortened(names)]
    names = [*names, *_inverted(names)]
    words, characters, keys = Node(), Node(), dict[str, str]()
    for name in names:
        if JAPANESE.match(name.name):
            _add_characters(characters, name)
        else:
            _add_words(words, keys, name)
    first = re.compile("[" + re.escape("".join(characters.next)) + "]")
    titles = {row["code"]: row["name"] for row in areas}
    firsts = {printed: key for printed, key in keys.items() if key in words.next}
    return Lexicon(words, characters, first, _beginning(words), keys, firsts, codes, titles, others, (*codes, *usual))


def _beginning(words: Node) -> re.Pattern[str]:
    """A word with a capital, or one of the few that may be small. The set of first letters stands first, so that the
    search skips from one to the next; no letter within `U.S.S.R.` begins one."""
    small = {printed.split()[0] for reading in _readings(words) for printed in reading.printed if printed[0].islower()}
    rest = "|".join(f"(?<={word[0]}){word[1:]}(?![{LETTER}])" for word in sorted(small))
    starts = f"[A-Z{''.join({word[0] for word in small})}](?<![{LETTER}].)"
    return re.compile(rf"{starts}(?!(?<=[A-Z]\.[A-Z])\.)(?:(?<=[A-Z])|{rest})[{LETTER}]*+")


def _readings(node: Node) -> Iterator[Reading]:
    if node.reading:
        yield node.reading
    for child in node.next.values():
        yield from _readings(child)


def _rows(file_name: str) -> Iterator[dict[str, str]]:
    with (DATA / file_name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _area_names(areas: Iterable[dict[str, str]]) -> Iterator[Name]:
    for row in areas:
        kinds = {"organisation": ("organisation",) * 2, "ended": ("historic",) * 2}
        short, formal = kinds.get(row["kind"], ("name", "formal"))
        yield Name(row["name"], row["code"], short, False)
        if row["formal"]:
            yield Name(row["formal"], row["code"], formal, False)


def _listed_names() -> Iterator[Name]:
    for row in _rows("area_names.csv"):
        yield Name(row["name"], row["code"], row["kind"], row["use"] == "whole")


def _plurals(names: Iterable[Name]) -> Iterator[Name]:
    """`Mongolians` of `Mongolian`; nothing for those that have no plural in -s (`Swiss`, `Chinese`, `Irish`)."""
    for name in names:
        if name.kind == "demonym" and not name.name.endswith(("s", "ese", "sh", "ch", "x", "y", "o", "a", "men", "-")):
            yield name._replace(name=name.name + "s", is_whole=False)


def _shortened(names: Iterable[Name]) -> Iterator[Name]:
    """`Fed. Rep. of Germany`: the other short words are known whatever they stand for, but `Fed.` is `Federated` too."""
    for name in names:
        if "Federal " in name.name:
            yield name._replace(name=name.name.replace("Federal ", "Fed. "))


def _inverted(names: Iterable[Name]) -> Iterator[Name]:
    """`Kenya, Republic of` and `Kenya (Republic of)` of `Republic of Kenya`, as lists and tables print them.

    ISO says `Kenya (the Republic of)`, and banks `Kenya, Republic`.
    """
    for name in names:
        head, of, area = name.name.rpartition(" of ")
        if not of or area == "the" or name.kind not in {"name", "formal", "historic"}:
            continue
        the = " the" if area.startswith("the ") else ""
        heads = [f"{head} of{the}", f"the {head} of{the}", *([head] if head.endswith(("Republic", "Rep.")) else [])]
        for end in heads:
            for form in ("{area}, {end}", "{area} ({end})"):
                yield name._replace(name=form.format(area=area.removeprefix("the "), end=end))


def _add_characters(root: Node, name: Name) -> None:
    """Japanese sheets print the middle dot of a long name or leave it out."""
    reading = Reading((name.code,) if name.code else (), name.kind, is_whole=name.is_whole)
    for printed in {name.name, name.name.replace("・", "")}:
        node = root
        for character in fold(printed):
            node = node.next.setdefault(character, Node())
        node.reading = _merged(node.reading, reading)


def _add_words(root: Node, keys: dict[str, str], name: Name) -> None:
    folded = fold(name.name)
    found = list(TOKEN.finditer(folded))
    node, end = root, 0
    for i, token in enumerate(found):
        key = _learn(keys, token[0])
        node = node.next.setdefault((separator(folded[end : token.start()]) or "") + key if i else key, Node())
        end = token.end()
    words = tuple(token[0] for token in found)
    inverted = "," in folded and words[-1].lower() in {"of", "the", "republic", "rep."}
    tail = folded[end:] or ("of" if inverted else "")
    areas = (name.code,) if name.code else ()
    node.reading = _merged(node.reading, Reading(areas, name.kind, (folded[:end],), words, name.is_whole, tail))


def _learn(keys: dict[str, str], word: str) -> str:
    """The key of a word, after every way to print it was noted."""
    key = ABBREVIATED.get(word.lower()) or word.lower().replace(".", "")
    for printed in (word, word.lower(), word.upper(), word.capitalize(), word.replace(".", "")):
        keys.setdefault(printed, key)
    if key in ABBREVIATED.values():
        for short in (short for short, full in ABBREVIATED.items() if full == key):
            keys.update({short: key, short.upper(): key, short.capitalize(): key})
    if key.isalpha() and word.isupper() and 1 < len(key) < 6:
        keys.setdefault(".".join(key.upper()), key)
        keys.setdefault(".".join(key.upper()) + ".", key)
    return key


def _merged(old: Reading | None, new: Reading) -> Reading:
    """The first row of a name decides its kind; a further code makes the name ambiguous."""
    if old is None:
        return new
    areas, printed = old.areas + new.areas, old.printed + new.printed
    is_whole = old.is_whole or new.is_whole
    return old._replace(areas=tuple(dict.fromkeys(areas)), printed=tuple(dict.fromkeys(printed)), is_whole=is_whole)
