"""The words around numbers: data files, and what is made from them to find the words, built once when first needed.

Words before a number are matched backwards from it, on reversed text with reversed words, so that every phrase is
anchored where the number stands and the cost does not depend on the length of the text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pycountry

import schemas
from pipeline.normalize.amounts.phrases import Phrases, Word, trie_pattern

HERE = Path(__file__).parent
YEN_SIGN, DOLLAR_SIGN, SHARED = "@yen", "@dollar", "@shared"
GAP = r"[ \xa0]{0,3}+\n?+[ \xa0]{0,3}+"
_LATIN_END = re.compile(r"[a-z0-9]\Z")
_EDGED_END = re.compile(r"[a-z$]")
_WORD_END = "(?![a-z0-9]|'s)"
_NO_DIGIT = r"(?![ \xa0]{0,2}[0-9])"


@dataclass(slots=True)
class Nouns:
    """What is counted. `direct` are unit words (part of the printed amount), `things` any counted noun but measures
    (`cubic metres` are no metres), `singular` those read after 1 only, `countable` the units of things; all give a code
    of `schemas/units.toml`."""

    direct: Mapping[str, str]
    things: Mapping[str, str]
    singular: Mapping[str, str]
    nationalities: frozenset[str]
    nationality_endings: tuple[str, ...]
    stop: frozenset[str]
    with_of: frozenset[str]
    countable: frozenset[str]
    small_letters: frozenset[str]


@dataclass(slots=True)
class Lexicon:
    """Everything that the grammar knows: dictionaries from folded phrases to meanings, and compiled patterns."""

    currencies: Mapping[str, str]
    money_names: Mapping[str, str]
    money_of: Mapping[tuple[str, str], str]
    mills: frozenset[str]
    may_be: Mapping[str, frozenset[str]]
    codes: frozenset[str]
    word_codes: frozenset[str]
    after_scale: frozenset[str]
    scales: Mapping[str, int]
    bounds: Mapping[str, str]
    late_bounds: Mapping[str, str]
    nouns: Nouns
    statuses: Mapping[str, str]
    status_capitals: frozenset[str]
    months: frozenset[str]
    fiscal: frozenset[str]
    before_year: frozenset[str]
    names: frozenset[str]
    labels: tuple[str, ...]
    counts: frozenset[str]
    left: Phrases
    right: Phrases
    far_currencies: frozenset[str]
    status_first: re.Pattern[str]
    status: re.Pattern[str]
    lends_to: re.Pattern[str]
    spoils: re.Pattern[str]
    clock: re.Pattern[str]
    measures: re.Pattern[str]
    range_join: re.Pattern[str]
    list_join: re.Pattern[str]
    loose_join: re.Pattern[str]


def _after(words: Iterable[Word], glued: Iterable[str]) -> Phrases:
    """Phrases to the right of a number: Latin words end where no letter or digit follows, but scales before `glued`
    words; a bound is not the next number's."""
    edges, ends = {}, {"scale": rf"(?!(?!{trie_pattern(glued)}(?![a-z]))[a-z0-9]|'s)", "letter": "(?![a-z0-9²³^À-ɏ])"}
    for word in words:
        edges[word.phrase] = _edge(word.phrase, ends.get(word.kind, _WORD_END)) + (
            _NO_DIGIT if word.kind == "bound" else ""
        )
    return Phrases({word.phrase: word for word in words}, edges, takes_hyphen=True)


def _edge(phrase: str, edge: str) -> str:
    return edge if _LATIN_END.search(phrase) else ""


def _before(words: Iterable[Word]) -> Phrases:
    """Phrases to the left of a number, for reversed text: Latin words and `$` begin where no letter stands before."""
    edges = {word.phrase[::-1]: "(?![a-z])" for word in words if _EDGED_END.match(word.phrase)}
    return Phrases({word.phrase[::-1]: word for word in words}, edges)


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text("utf-8"))


def _currencies(data: dict[str, Any]) -> tuple[dict[str, str], frozenset[str]]:
    """Printed currency → ISO 4217 code, or what a bare sign or a shared word is; and the codes themselves."""
    rules = data["rules"]
    words: dict[str, str] = dict.fromkeys(data["shared"]["words"], SHARED)
    words |= dict.fromkeys(data["bare"]["yen"], YEN_SIGN) | dict.fromkeys(data["bare"]["dollar"], DOLLAR_SIGN)
    for code, printed in data["words"].items():
        words |= dict.fromkeys(printed, code)
    codes = set()
    for code, name in _money_names(data):
        codes.add(code.lower())
        if " " in name and "(" not in name:
            words.setdefault(name, code)
            words.setdefault(f"{name}s", code)
    for code in sorted(codes):
        words.setdefault(code, code.upper())
    signed = {f"{code.lower()}{sign}": code for sign in data["signed"] for code in data["signed"][sign]}
    signed |= {f"{code.lower()} {sign}": code for sign in data["signed"] for code in data["signed"][sign]}
    signed |= {f"{code[:2].lower()}$": code for code in data["signed"]["$"] if code not in rules["no_letters"]}
    signed |= {f"{code[:2].lower()} $": code for code in rules["spaced"]}
    capitals = {phrase for phrase in signed if phrase not in words} | set(rules["capitals"])
    words = signed | words
    spelled_small = {c for c in codes if any(c in printed for printed in data["words"].values())}
    return words, frozenset((codes - spelled_small) | capitals)


def _money_names(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Code and folded name of every currency that is or was money of some country; those of today come first."""
    money = [unit for unit in schemas.units().values() if unit.family == "money"]
    for unit in money:
        if unit.code not in data["rules"]["no_money"]:
            yield unit.code, unit.name.lower().replace("’", "'")


def _money_of(data: dict[str, Any]) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """How a currency is called without its country, in all its forms, and whose it is: `francs`; of France, `FRF`.

    A code begins with the letters of its country.
    """
    areas = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    forms = {form: name for name, printed in data["forms"].items() for form in printed}
    names: dict[str, str] = {}
    money: dict[tuple[str, str], str] = {}
    for code, full_name in _money_names(data):
        *others, last = full_name.split()
        for word in (last, *(word for word in others if word in forms)):
            if code[:2] in areas and word.isalpha() and word not in data["rules"]["no_names"]:
                name = forms.get(word, word)
                names |= {word: name, f"{word}s": name}
                money.setdefault((areas[code[:2]], name), code)
    return names | forms, money


def _nouns(data: dict[str, Any]) -> Nouns:
    grammar = data.pop("grammar")
    persons = data["persons"]
    nationalities, endings = persons.pop("nationalities"), persons.pop("nationality_endings")
    direct = {word: unit for unit, entry in data.items() for word in entry["words"]}
    things = {word: unit for unit, entry in data.items() if entry["one"] for word in entry["nouns"] + entry["words"]}
    singular = {word: unit for unit, entry in data.items() for word in entry["one"]}
    return Nouns(
        direct,
        things,
        singular,
        frozenset(nationalities),
        tuple(endings),
        frozenset(grammar["stop"]),
        frozenset(grammar["with_of"]),
        frozenset(unit for unit, entry in data.items() if entry["one"]),
        frozenset(grammar["small_letters"]),
    )


@cache
def lexicon() -> Lexicon:
    """The lexicon of the data files beside this module."""
    data, printed = _load("lexicon.toml"), _load("currencies.toml")
    nouns = _nouns(_load("counted.toml"))
    currencies, codes = _currencies(printed)
    money_names, money_of = _money_of(printed)
    scales, rules = data["scales"], printed["rules"]
    bounds = {word: status for status, words in data["before"].items() for word in words}
    late = {word: status for status, words in data["after"].items() for word in words}
    statuses = {word: status for status in _STATUSES for word in data["statuses"][status]}
    money = _words("currency", currencies)
    powers = [Word("scale", phrase, power=power) for phrase, power in scales.items()]
    letters = [Word("letter", letter, power=power) for letter, power in data["scale_letters"].items()]
    joins = data["joins"]
    behind = data["dates"]["clock"] + data["dates"]["ago"] + data["names"]["dozens"]
    return Lexicon(
        currencies=currencies,
        money_names=money_names,
        money_of=money_of,
        mills=frozenset(rules["mills"]),
        may_be={YEN_SIGN: frozenset(rules["yen_codes"]), DOLLAR_SIGN: frozenset(rules["dollar_codes"])},
        codes=codes,
        word_codes=frozenset(rules["word_codes"]),
        after_scale=frozenset(rules["after_scale"]),
        scales=scales,
        bounds=bounds,
        late_bounds=late,
        nouns=nouns,
        statuses=statuses,
        status_capitals=frozenset(data["statuses"]["capitals"]),
        months=frozenset(data["dates"]["months"]),
        fiscal=frozenset(data["dates"]["fiscal"]),
        before_year=frozenset(data["dates"]["before_year"]),
        names=frozenset(data["names"]["before"]),
        labels=tuple(data["names"]["labels"]),
        counts=frozenset(data["names"]["counts"]),
        left=_before(
            [*_words("bound", bounds), *(Word("sign", word) for word in data["signs"]["words"]), *money, *powers]
        ),
        right=_after(
            [*_words("unit", nouns.direct), *money, *_words("bound", late), *powers, *letters], data["glued"]["words"]
        ),
        far_currencies=frozenset(
            [phrase for phrase in currencies if not phrase.isalpha() and " " not in phrase] + rules["far"]
        ),
        status_first=_status("", data["statuses"], statuses),
        status=_status(r"[:\n|]", data["statuses"], statuses),
        lends_to=re.compile(rf"[ \xa0-]{{1,3}}(?:{'|'.join(rules['lends_to'])})(?![a-z])"),
        spoils=re.compile(trie_pattern(data["names"]["after"])),
        clock=re.compile(rf"[ \xa0]?(?:{trie_pattern(behind)})(?![a-z])"),
        measures=re.compile(rf"(?<![a-z])(?:{trie_pattern(data['measures']['words'])})(?![a-z])"),
        range_join=re.compile(rf"{GAP}(?:{trie_pattern(joins['range'])}){GAP}"),
        loose_join=re.compile(
            rf"{GAP}(?:[(][^()\n]{{1,24}}[)]{GAP})?(?:{trie_pattern(joins['loose'] + joins['list'])}){GAP}"
            rf"(?:in[ \xa0])?(?:(?:1[89]|20)[0-9]{{2}}:?{GAP})?"
        ),
        list_join=re.compile(rf"{GAP}(?:{trie_pattern(joins['list'])}){GAP}"),
    )


def _words(kind: str, codes: Mapping[str, str]) -> list[Word]:
    return [Word(kind, phrase, code) for phrase, code in codes.items()]


_STATUSES = ("none", "zero", "not_available", "being_compiled")


def _status(begin: str, data: dict[str, Any], statuses: Iterable[str]) -> re.Pattern[str]:
    """A word that is a whole value: after the start of the text, a line, a colon or a bar, up to an end that leaves it
    whole. It may be said again, as in two languages."""
    end = rf"(?=[ \xa0]{{0,3}}(?:\Z|[\n.,;:()|。、]|(?:{'|'.join(data['after'])})(?![a-z])))"
    words = trie_pattern({word: _edge(word, _WORD_END) for word in statuses})
    dash = r"(?P<dash>(?:-{1,3}|—{1,2}|―|…{1,2}|\.{3}))(?=[ \xa0]{0,3}(?:\Z|[\n|]))"
    return re.compile(
        rf"{begin}[ \xa0]{{0,8}}[(]?(?:[•*][ \xa0]{{1,8}}|- [ \xa0]{{0,8}})?"
        rf"(?:(?P<word>{words})(?:[ \xa0/]{{1,3}}(?P<again>{words}))?{end}|{dash})"
    )
