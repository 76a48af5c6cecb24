"""The words around numbers: data files, and the patterns made from them, built once when first needed.

Words before a number are matched backwards from it, on reversed text with reversed words, so that every pattern is
anchored where the number stands and the cost does not depend on the length of the text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pycountry

import schemas

HERE = Path(__file__).parent
YEN_SIGN, DOLLAR_SIGN, SHARED = "@yen", "@dollar", "@shared"
GAP = r"[ \xa0]{0,3}+\n?+[ \xa0]{0,3}+"
_ANY = re.compile("")
_LATIN_END = re.compile(r"[a-z0-9]\Z")
_EDGED_START = re.compile(r"[a-z$]\Z")


class Nouns(NamedTuple):
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


class Lexicon(NamedTuple):
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
    letters: Mapping[str, int]
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
    before: re.Pattern[str]
    after: re.Pattern[str]
    unit_part: re.Pattern[str]
    status: re.Pattern[str]
    lends_to: re.Pattern[str]
    spoils: re.Pattern[str]
    clock: re.Pattern[str]
    measures: re.Pattern[str]
    range_join: re.Pattern[str]
    list_join: re.Pattern[str]


def trie_pattern(phrases: Iterable[str], *, edge: str = "", edged: re.Pattern[str] = _ANY) -> str:
    """A regular expression of any of the phrases, longest first, that never tries the same letter twice. Behind a
    phrase that `edged` finds something in, `edge` must hold.

    >>> trie_pattern(["us$", "us", "yen"])
    '(?:us(?:\\\\$|)|yen)'
    """
    root: dict[str, Any] = {}
    for phrase in phrases:
        node = root
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = edge if edged.search(phrase) else ""
    return _trie_source(root)


def _trie_source(node: dict[str, Any]) -> str:
    arms = []
    for char, child in sorted(node.items()):
        if char:
            step = r"[ \xa0\n]{1,3}" if char == " " else re.escape(char)
            arms.append(step + _trie_source(child))
    if "" in node:
        arms.append(node[""])
    return arms[0] if len(arms) == 1 else f"(?:{'|'.join(arms)})"


def words_after(phrases: Iterable[str], glued: Iterable[str] = ()) -> str:
    """Phrases to the right of a number: Latin words end where no letter or digit follows, but for `glued` words."""
    unless = rf"(?!{trie_pattern(glued)}(?![a-z]))" if glued else ""
    return trie_pattern(phrases, edge=rf"(?!{unless}[a-z0-9]|'s)", edged=_LATIN_END)


def _words_before(phrases: Iterable[str]) -> str:
    """Phrases to the left of a number, for reversed text: Latin words and `$` begin where no letter stands before."""
    return trie_pattern((p[::-1] for p in phrases), edge="(?![a-z])", edged=_EDGED_START)


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
    data, money = _load("lexicon.toml"), _load("currencies.toml")
    nouns = _nouns(_load("counted.toml"))
    currencies, codes = _currencies(money)
    money_names, money_of = _money_of(money)
    scales, rules = data["scales"], money["rules"]
    bounds = {word: status for status, words in data["before"].items() for word in words}
    late = {word: status for status, words in data["after"].items() for word in words}
    statuses = {word: status for status in _STATUSES for word in data["statuses"][status]}
    scale, currency = words_after(scales, data["glued"]["words"]), words_after(currencies)
    unit = words_after(nouns.direct)
    joins = data["joins"]
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
        letters=data["scale_letters"],
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
        before=_before(scales, currencies, bounds, data["signs"]["words"]),
        after=_after(scale, currency, unit, words_after(late), "|".join(data["scale_letters"])),
        unit_part=re.compile(
            rf"(?P<scale>{scale})|(?P<currency>{currency})|(?P<unit>{unit})|(?P<ten>1[0,]{{1,16}}(?<=0)(?![0-9.]))"
            r"|(?P<filler>[ \xa0\n:/,.()'-]{1,8}|(?:in|of|unit|units|the|amount|value|単位)(?![a-z]))"
        ),
        status=_status(data["statuses"], statuses),
        lends_to=re.compile(rf"[ \xa0-]{{1,3}}(?:{'|'.join(rules['lends_to'])})(?![a-z])"),
        spoils=re.compile(trie_pattern(data["names"]["after"])),
        clock=re.compile(rf"[ \xa0]?(?:{trie_pattern(data['dates']['clock'] + data['dates']['ago'])})(?![a-z])"),
        measures=re.compile(rf"(?<![a-z])(?:{trie_pattern(data['measures']['words'])})(?![a-z])"),
        range_join=re.compile(rf"{GAP}(?:{trie_pattern(joins['range'])}){GAP}"),
        list_join=re.compile(rf"{GAP}(?:{trie_pattern(joins['list'])}){GAP}"),
    )


_STATUSES = ("none", "zero", "not_available", "being_compiled")


def _before(
    scales: Iterable[str], currencies: Iterable[str], bounds: Iterable[str], signs: Iterable[str]
) -> re.Pattern[str]:
    sign = r"[-+](?![\w)%])|[ \xa0]?(?:[△▲]|\)[-+]\()"
    bound, unsigned = _words_before(bounds), _words_before(signs)
    far = [phrase for phrase in currencies if not phrase.isalpha() and " " not in phrase] + ["usd", "jpy", "eur"]
    return re.compile(
        rf"(?P<sign>{sign})?(?:{GAP}(?P<scale>{_words_before(scales)}))?(?:{GAP}(?P<currency>{_words_before(currencies)})"
        rf"(?:{GAP}(?P<far_scale>{_words_before(s for s in scales if s.isascii())}))?)?"
        rf"(?P<outer>{sign}|{GAP}{unsigned})?"
        rf"(?:{GAP}(?P<bound>{bound})(?:{GAP}(?P<bound2>{bound})|{GAP}(?P<far_currency>{_words_before(far)}))?)?"
    )


def _after(scale: str, currency: str, unit: str, late: str, letters: str) -> re.Pattern[str]:
    link, more, alone = rf"(?:-|{GAP})", r"(?![ \xa0]{0,2}[0-9])", "(?![a-z0-9²³^À-ɏ])"
    return re.compile(
        rf"(?P<plus>\+(?![0-9]))?(?:{link}(?P<scale>{scale})(?P<more>(?={GAP}{scale}))?|[ \xa0]?(?P<letter>{letters}){alone})?"
        rf"(?P<late1>{link}{late}{more})?"
        rf"(?:(?:[ \xa0]{{1,2}}of)?{link}(?P<currency>{currency})|{link}(?P<unit>{unit}))?"
        rf"(?P<late2>{GAP}{late}{more})?"
    )


def _status(data: dict[str, Any], statuses: Iterable[str]) -> re.Pattern[str]:
    """A word that is a whole value: after the start of a line, a colon or a bar, up to an end that leaves it whole."""
    end = rf"(?=[ \xa0]{{0,3}}(?:\Z|[\n.,;:()|。、]|(?:{'|'.join(data['after'])})(?![a-z])))"
    dash = r"(?P<dash>(?:-{1,3}|—{1,2}|―|…{1,2}|\.{3}))(?=[ \xa0]{0,3}(?:\Z|[\n|]))"
    return re.compile(
        rf"(?:^|[:\n|])[ \xa0]{{0,8}}[(]?(?:[•*][ \xa0]{{1,8}}|- [ \xa0]{{0,8}})?"
        rf"(?:(?P<word>{words_after(statuses)}){end}|{dash})"
    )
