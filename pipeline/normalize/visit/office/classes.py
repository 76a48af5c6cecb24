"""The class of an office, decided by its corrected title alone with the rules in `data/offices.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.normalize.data import facts
from pipeline.normalize.visit.text.marks import marked_words
from pipeline.normalize.visit.text.words import LIMIT, fold

_SIGNS = re.compile(r'[-."“”]')
_STEM = 4
_NATIONS = ("us ", "uk ", "u s ", "u k ", "uae ", "prc ", "dprk ", "fsm ")
_WORDS = re.compile(r"[^\W_]++")
_SECOND = re.compile(
    r"[,/]|(?<=\W)and (?=(?:(?:deputy|vice|senior|state|first|foreign|finance|defen[cs]e|federal|acting) )*"
    r"(?:prime minister|minister|president|secretary|chair\w*|governor|commander|head|king|queen|speaker)\b)"
)


def classify_office(text: str) -> str:
    """The class of a title; of two titles of one person, that of the higher. Empty text is `other`.

    >>> classify_office("President of the National Assembly"), classify_office("President of the Republic")
    ('speaker', 'head_of_state')
    >>> classify_office("Senior Vice-Minister for Foreign Affairs"), classify_office("Foreign Minister")
    ('vice_minister', 'minister_foreign_affairs')
    >>> classify_office("Deputy Prime Minister and Minister of Finance"), classify_office("Former Prime Minister")
    ('minister', 'other')
    """
    return class_of(fold_title(" ".join(text[:LIMIT].split())))


def class_of(title: str) -> str:
    """The same for a folded title with single spaces."""
    known = _HEADS.get(title)
    if known is not None:
        return known
    title = _without_signs(title).removeprefix("the ")
    if title.startswith(_NATIONS):
        title = title.partition(" ")[2].removeprefix("s ").removeprefix("k ")
    rules = _rules_of(title)
    whole = _class(title, rules)
    may_be_two = "and " in title or "," in title or "/" in title
    if not may_be_two or not rules & _HIGHER[whole]:
        return whole
    seconds = map(str.strip, _SECOND.split(title)[1:])
    return min([whole, *(_class(second, _rules_of(second)) for second in seconds)], key=_CLASS_ORDER.__getitem__)


def is_regal(office: str) -> bool:
    """Whoever holds the office goes by the own name, not by a surname.

    >>> is_regal("King"), is_regal("Crown Prince"), is_regal("Pope"), is_regal("President")
    (True, True, True, False)
    """
    return is_regal_title(fold_title(office[:LIMIT]))


def is_regal_title(title: str) -> bool:
    """The same for a folded title, with or without its article.

    >>> is_regal_title("the crown prince"), is_regal_title("prime minister")
    (True, False)
    """
    title = title.removeprefix("the ")
    return title[:_STEM].rstrip(" -") in _REGAL_STEMS and _REGAL.match(title.replace("-", " ")) is not None


def _without_signs(title: str) -> str:
    """A folded title with spaces for hyphens and dots, and commas for dashes."""
    if "-" in title or "." in title or '"' in title or not title.isascii():
        title = " ".join(_SIGNS.sub(" ", title.replace(" - ", ", ").replace(" – ", ", ")).split())
    return title


def fold_title(text: str) -> str:
    """A title in folded letters; long ones are folded piece by piece, for `fold` stops at 200 characters."""
    return text.lower() if text.isascii() else " ".join(map(fold, text.split()))


def _rules_of(title: str) -> int:
    """The rules that may hold for a title, as bits."""
    rules, of_word = 0, _RULES_BY_WORD.get
    for word in title.replace(",", " ").split():
        known = of_word(word)
        rules |= _rules_of_run(word) if known is None else known
    return rules


def _rules_of_run(run: str) -> int:
    """The same for a word that no lexicon knows, perhaps with signs."""
    rules = 0
    for word in _WORDS.findall(run):
        rules |= _RULES_BY_STEM.get(word[:_STEM], 0)
    return rules


def _class(title: str, tried: int) -> str:
    """The class by the first that holds of the rules tried."""
    while tried:
        rule = tried & -tried
        name, found = _RULES[rule]
        if found(title):
            return name
        tried ^= rule
    return "other"


def _class_rules() -> tuple[dict[int, tuple[str, Callable[[str], object]]], dict[str, int]]:
    """The classes of offices, each rule a bit, the first tried the lowest; for each stem the rules that need it."""
    fill = {name.upper(): _DATA[name] for name in ("parliament", "regal")}
    rules: dict[int, tuple[str, Callable[[str], object]]] = {}
    by_stem: dict[str, int] = {}
    for place, rule in enumerate(_DATA["classes"]):
        (kind,) = rule.keys() & {"match", "search"}
        pattern = re.compile(re.sub("PARLIAMENT|REGAL", lambda found: fill[found[0]], rule[kind]))
        rules[1 << place] = rule["class"], pattern.match if kind == "match" else pattern.search
        for stem in rule["stems"].split():
            by_stem[stem] = by_stem.get(stem, 0) | 1 << place
    return rules, by_stem


def _regal_rule() -> tuple[frozenset[str], re.Pattern[str]]:
    """What the titles of those begin with who go by their own name: the first letters, and the whole."""
    names = f"{_DATA['of_churches']}|{_DATA['regal']}"
    before = ["hereditary", "royal", "co", "crown", "deputy", "former", "late", "ex", "acting", "future"]
    stems = frozenset(word[:_STEM] for word in (*names.split("|"), *before))
    return stems, re.compile(f"^(?:(?:{'|'.join(before)}) )*(?:{names})\\b(?!.s )")


_DATA = facts("offices.toml")
_CLASS_ORDER = {name: rank for rank, name in enumerate(_DATA["class_order"])}
"""The rank of each class where one person holds two offices."""
_REGAL_STEMS, _REGAL = _regal_rule()
_RULES, _RULES_BY_STEM = _class_rules()
_RULES_BY_WORD = {word: _RULES_BY_STEM.get(word[:_STEM], 0) for word, _ in marked_words() if word.isalpha()}
_HIGHER = {
    name: sum(rule for rule, (other, _) in _RULES.items() if name != "other" and _CLASS_ORDER[other] < rank)
    for name, rank in _CLASS_ORDER.items()
}
"""The rules for higher classes than each, by which a second title may count; not beside a title that is `other`."""
_HEADS = {
    head: _class(title, _rules_of(title))
    for head in (*_DATA["plain_heads"], *_DATA["heads"])
    for title in [_without_signs(head)]
}
"""The classes of the titles that are a head and nothing else."""
