"""Currencies as printed, from `currencies.toml` and the closed list of units: names, signs, codes, and whose a money is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pycountry

import schemas
from pipeline.normalize.amounts.phrases import Word

YEN_SIGN, DOLLAR_SIGN, SHARED = "@yen", "@dollar", "@shared"


def currencies(data: dict[str, Any]) -> tuple[dict[str, str], frozenset[str]]:
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


def scaled_money(money: Mapping[str, str], scales: Mapping[str, int], codes: Iterable[str]) -> list[Word]:
    """Signs and codes with a scale stuck to them: `$bn`, `USDm`, `MEUR`."""
    signs = [phrase for phrase in money if phrase[-1] in "$€£¥"] + [code.lower() for code in codes]
    behind = [Word("currency", sign + scale, money[sign], power) for sign in signs for scale, power in scales.items()]
    ahead = [Word("currency", scale + code.lower(), code, scales[scale]) for code in codes for scale in ("k", "m")]
    return behind + ahead


def _money_names(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Code and folded name of every currency that is or was money of some country; those of today come first."""
    money = [unit for unit in schemas.units().values() if unit.is_money]
    for unit in money:
        if unit.code not in data["rules"]["no_money"]:
            yield unit.code, unit.name.lower().replace("’", "'")


def money_of(data: dict[str, Any]) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
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
