"""The two tries that names of areas are kept in, one of words and one of characters, and how names are added to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.normalize.areas.tokens import ABBREVIATED, TOKEN, fold, separator


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

    def step(self, key: str) -> Node:
        """The step that a key leads to, made when it is first taken."""
        node = self.next.get(key)
        if node is None:
            node = self.next[key] = Node()
        return node


class Name(NamedTuple):
    """One name of one area, as the data give it."""

    name: str
    code: str
    kind: str
    is_whole: bool


def readings(node: Node) -> Iterator[Reading]:
    """All that is named below a step of a trie."""
    if node.reading:
        yield node.reading
    for child in node.next.values():
        yield from readings(child)


def add_characters(root: Node, name: Name) -> None:
    """Add a Japanese name. Sheets print the middle dot of a long one or leave it out."""
    reading = Reading((name.code,) if name.code else (), name.kind, is_whole=name.is_whole)
    for printed in {name.name, name.name.replace("・", "")}:
        node = root
        for character in fold(printed):
            node = node.step(character)
        node.reading = _merged(node.reading, reading)


def add_words(root: Node, keys: dict[str, str], known: dict[str, str], name: Name) -> None:
    """Add a name of words, to `keys` every way to print one of them, and to `known` the words as printed here."""
    folded = fold(name.name)
    found = list(TOKEN.finditer(folded))
    node, end = root, 0
    for i, token in enumerate(found):
        word = token[0]
        key = known.get(word)
        if key is None:
            key = known[word] = _learn(keys, word)
        node = node.step((separator(folded[end : token.start()]) or "") + key if i else key)
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
