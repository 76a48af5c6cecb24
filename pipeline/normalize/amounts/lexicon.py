"""The words around numbers: data files, and what is made from them to find the words, built once when first needed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.normalize.amounts.counted_words import Nouns, counted
from pipeline.normalize.amounts.money_words import DOLLAR_SIGN, YEN_SIGN, currencies, money_of, scaled_money
from pipeline.normalize.amounts.numbers import YEAR
from pipeline.normalize.amounts.phrases import GAP, Phrases, Word, trie_pattern
from pipeline.normalize.amounts.word_edges import whole_values, words_after, words_before

HERE = Path(__file__).parent
_STATUSES = ("none", "zero", "not_available", "being_compiled")


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
    hundredths: Mapping[str, str]
    after_scale: frozenset[str]
    scales: Mapping[str, int]
    scale_letters: frozenset[str]
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
    scale_hints: re.Pattern[str]
    status_first: re.Pattern[str]
    status: re.Pattern[str]
    lends_to: re.Pattern[str]
    spoils: re.Pattern[str]
    clock: re.Pattern[str]
    measures: re.Pattern[str]
    range_join: re.Pattern[str]
    list_join: re.Pattern[str]
    loose_join: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon of the data files beside this module."""
    data, printed = _load("lexicon.toml"), _load("currencies.toml")
    nouns = counted(_load("counted.toml"))
    money, codes = currencies(printed)
    money_names, owners = money_of(printed)
    scales, rules = data["scales"], printed["rules"]
    bounds = {word: status for status, words in data["before"].items() for word in words}
    late = {word: status for status, words in data["after"].items() for word in words}
    statuses = {word: status for status in _STATUSES for word in data["statuses"][status]}
    money_words = _words("currency", money) + scaled_money(money, data["glued_scales"], rules["scaled"])
    powers = [Word("scale", phrase, power=power) for phrase, power in scales.items()]
    letters = [Word("letter", letter, power=power) for letter, power in data["scale_letters"].items()]
    shares = [Word("unit", phrase, "percent", power) for phrase, power in data["shares"]["tenths"].items()]
    joins = data["joins"]
    behind = data["dates"]["clock"] + data["dates"]["ago"] + data["names"]["dozens"]
    return Lexicon(
        currencies=money,
        money_names=money_names,
        money_of=owners,
        mills=frozenset(rules["mills"]),
        may_be={YEN_SIGN: frozenset(rules["yen_codes"]), DOLLAR_SIGN: frozenset(rules["dollar_codes"])},
        codes=codes,
        word_codes=frozenset(rules["word_codes"]),
        hundredths={code.lower(): code for code in rules["hundredths"]},
        after_scale=frozenset(rules["after_scale"]),
        scales=scales,
        scale_letters=frozenset(data["scale_letters"]),
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
        left=words_before(
            [
                *_words("bound", bounds),
                *(Word("sign", word) for word in data["signs"]["words"]),
                *(Word("arrow", word) for word in joins["loose"] if word.endswith(">")),
                *money_words,
                *powers,
            ]
        ),
        right=words_after(
            [*_words("unit", nouns.direct), *money_words, *_words("bound", late), *powers, *letters, *shares],
            data["glued"]["words"],
        ),
        far_currencies=frozenset(
            [phrase for phrase in money if not phrase.isalpha() and " " not in phrase] + rules["far"]
        ),
        scale_hints=re.compile(
            rf"{trie_pattern(list(scales))}|000|(?<![a-z])[{''.join(data['scale_letters'])}](?![a-z])"
        ),
        status_first=whole_values("", data["statuses"], statuses),
        status=whole_values(r"[:\n|]", data["statuses"], statuses),
        lends_to=re.compile(rf"[ \xa0-]{{1,3}}(?:{'|'.join(rules['lends_to'])})(?![a-z])"),
        spoils=re.compile(trie_pattern(data["names"]["after"])),
        clock=re.compile(rf"[ \xa0]?(?:{trie_pattern(behind)})(?![a-z])"),
        measures=re.compile(rf"(?<![a-z])(?:{trie_pattern(data['measures']['words'])})(?![a-z])"),
        range_join=re.compile(rf"{GAP}(?:{trie_pattern(joins['range'])}){GAP}"),
        loose_join=re.compile(
            rf"{GAP}(?:[(][^()\n]{{1,24}}[)]{GAP})?(?:{trie_pattern(joins['loose'] + joins['list'])}){GAP}"
            rf"(?:in[ \xa0])?(?:{YEAR}:?{GAP})?"
        ),
        list_join=re.compile(rf"{GAP}(?:{trie_pattern(joins['list'])}){GAP}"),
    )


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text("utf-8"))


def _words(kind: str, codes: Mapping[str, str]) -> list[Word]:
    return [Word(kind, phrase, code) for phrase, code in codes.items()]
