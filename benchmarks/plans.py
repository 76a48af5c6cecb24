"""What a made-up sheet tells: its parts in order, and the visits and figures that must come out of it."""

from __future__ import annotations

import tomllib
from calendar import month_name
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

MONTHS = tuple(month_name)[1:]
SIZES = {"small": (6, 8, 0), "middle": (20, 24, 12), "page": (44, 50, 60)}
"""Size -> visits, figures, sentences."""
JAPAN = "JPN"


class VisitTruth(NamedTuple):
    """A visit that must come out, as columns of the table."""

    from_area: str
    to_area: str
    date: str
    office: str
    honorific: str | None
    main_name: str
    other_names: str | None
    occasion: str | None


class FigureTruth(NamedTuple):
    """A figure that must come out, as columns of the table."""

    indicator: str
    from_area: str
    to_area: str
    period: str
    value: Decimal
    unit: str


class Part(NamedTuple):
    """A part of a sheet. `kind`: `heading` (level in `level`), `label`, `prose`, `items` or `table`: then `words` is the
    caption and the first row the header."""

    kind: str
    words: str = ""
    level: int = 0
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Plan(NamedTuple):
    """A sheet before it is set."""

    title: str
    region: str
    day: str
    published: str
    area: str
    parts: tuple[Part, ...]
    visits: tuple[VisitTruth, ...]
    figures: tuple[FigureTruth, ...]


@cache
def data() -> dict[str, Any]:
    """The words that sheets are made of."""
    return tomllib.loads(Path(__file__).with_name("sheets.toml").read_text("utf-8"))


def plan(random: Random, visits: int, figures: int, sentences: int) -> Plan:
    """A sheet of so many visits, figures and sentences, drawn by `random`."""
    partner = random.choice(data()["partner"])
    day = date(2008, 1, 1) + timedelta(days=random.randrange(6200))
    tables, told = _visits(random, partner, visits, day.year)
    facts, counted = _figures(random, partner, figures, day.year)
    story = [Part("heading", "Overview", 2)] if sentences else []
    story += [Part("prose", " ".join(_sentences(random, partner, day.year, 4))) for _ in range(sentences // 4)]
    parts = [Part("heading", "Basic Data", 2), *facts, *story, Part("heading", "VIP Visits", 2), *tables]
    short = partner["name"]
    title = f"Japan-{short} Relations" + random.choice(("", " (Basic Data)"))
    return Plan(
        title, partner["region"], f"{MONTHS[day.month - 1]} {day.day}, {day.year}", day.isoformat(), partner["area"],
        tuple(parts), told, counted,
    )  # fmt: skip


# ── visits ──


def _visits(
    random: Random, partner: dict[str, str], number: int, year: int
) -> tuple[list[Part], tuple[VisitTruth, ...]]:
    """A table for each direction, the dates of both in one form and all before the year of the sheet."""
    form, style = random.choice(DATE_FORMS), random.choice(NAME_FORMS)
    out = number // 2 - random.randrange(number // 6 + 1)
    sides = (("home", out, JAPAN, partner["area"]), ("partner", number - out, partner["area"], JAPAN))
    parts, told = [], []
    for whose, count, start, goal in sides:
        names = ("Japan", partner["name"]) if whose == "home" else (partner["name"], "Japan")
        months = sorted(random.choices(range(24 * 12), k=count))
        first = year - 24
        rows = [(first + month // 12, month % 12 + 1) for month in months]
        told_here = [_visit(random, whose, start, goal, when, form, style) for when in rows]
        cells = tuple((_date_printed(when, form), cell) for when, (cell, _) in zip(rows, told_here, strict=True))
        parts.append(Part("table", f"From {names[0]} to {names[1]}", rows=(("Year", "Name"), *cells)))
        told += [truth for _, truth in told_here]
    return parts, tuple(told)


DATE_FORMS = ("dotted", "year", "month first", "short first", "year first")
NAME_FORMS = ("initial", "given", "comma", "honorific")


def _date_printed(when: tuple[int, int], form: str) -> str:
    year, month = when
    short = MONTHS[month - 1][:3] + ("" if MONTHS[month - 1] == "May" else ".")
    return {
        "dotted": f"{year}.{month:02d}",
        "year": f"{year}",
        "month first": f"{MONTHS[month - 1]} {year}",
        "short first": f"{short} {year}",
        "year first": f"{year} {short}",
    }[form]


def _visit(
    random: Random, whose: str, start: str, goal: str, when: tuple[int, int], form: str, style: str
) -> tuple[str, VisitTruth]:
    """The cell of a visit, and what must come out of it."""
    office = random.choice(data()["offices"]["both"] + data()["offices"][whose])
    main, given = _name(random, whose, 2, 4), _name(random, whose, 1, 3)
    family = main.upper()
    honorific = random.choice(("Mr.", "Ms.", "Dr.")) if style == "honorific" else None
    occasion = f"{_ordinal(random)} {random.choice(data()['words']['occasions'])}" if random.random() < 0.1 else None
    other: str | None
    match style:
        case "initial":
            other, cell = f"{given[0]}.", f"{office} {given[0]}. {family}"
        case "comma":
            other, cell = None, f"{office}, {family}"
        case "honorific":
            other, cell = given, f"{office} {honorific} {given} {family}"
        case _:
            other, cell = given, f"{office} {given} {family}"
    printed = f"{cell} ({occasion})" if occasion else cell
    told = f"{when[0]}" if form == "year" else f"{when[0]}-{when[1]:02d}"
    return printed, VisitTruth(start, goal, told, office, honorific, main, other, occasion)


def _name(random: Random, whose: str, low: int, high: int) -> str:
    return "".join(random.choices(data()["names"][whose], k=random.randint(low, high))).capitalize()


def _ordinal(random: Random) -> str:
    return f"{random.randint(4, 19)}th"


# ── figures ──


def _figures(
    random: Random, partner: dict[str, str], number: int, year: int
) -> tuple[list[Part], tuple[FigureTruth, ...]]:
    """Residents, and as many years of trade, aid and investment as make the number of figures."""
    left = number - 3
    aid_years = max(1, left * random.randint(3, 5) // 10 // 3)
    trade_years = max(1, (left - 3 * aid_years) // 2)
    years_left = number - 2 - 2 * trade_years - 3 * aid_years
    parts: list[Part] = []
    told: list[FigureTruth] = []
    for made, figures in (
        _residents(random, partner, year),
        _trade(random, partner, trade_years, year),
        _investment(random, partner, years_left, year),
        _aid(random, partner, aid_years, year),
    ):
        parts += made
        told += figures
    return parts, tuple(told)


def _residents(random: Random, partner: dict[str, str], year: int) -> tuple[list[Part], list[FigureTruth]]:
    name, area, demonym = partner["name"], partner["area"], partner["demonym"]
    here, there = random.randint(20, 60_000), random.randint(20, 60_000)
    lines = (
        f"Number of Japanese nationals residing in {name}: {here:,} (as of October {year - 1})",
        f"Number of {demonym} nationals residing in Japan: {there:,} (as of December {year - 2})",
    )
    figures = [
        FigureTruth("residents", JAPAN, area, f"{year - 1}-10", Decimal(here), "persons"),
        FigureTruth("residents", area, JAPAN, f"{year - 2}-12", Decimal(there), "persons"),
    ]
    return [Part("label", "Number of Residents"), Part("items", lines=lines)], figures


def _trade(random: Random, partner: dict[str, str], years: int, year: int) -> tuple[list[Part], list[FigureTruth]]:
    parts, told = [], []
    for at in range(year - years, year):
        lines = []
        for way, start, goal, goods in (
            ("Exports to Japan", partner["area"], JAPAN, "goods_in"),
            ("Imports from Japan", JAPAN, partner["area"], "goods_out"),
        ):
            printed, value = _yen(random)
            named = ", ".join(random.sample(data()["words"][goods], random.randint(1, 3)))
            lines.append(f"{way}: {printed} ({named}, etc.)")
            told.append(FigureTruth("trade_goods", start, goal, f"{at}", value, "JPY"))
        parts += [Part("label", f"Trade with Japan ({at})"), Part("items", lines=tuple(lines))]
    return parts, told


def _investment(random: Random, partner: dict[str, str], years: int, year: int) -> tuple[list[Part], list[FigureTruth]]:
    parts, told = [], []
    for at in range(year - years, year):
        value = Decimal(random.randint(100, 99_999)).scaleb(-2)
        told.append(FigureTruth("direct_investment", JAPAN, partner["area"], f"{at}", value * 10**6, "USD"))
        parts += [
            Part("label", f"Direct Investment from Japan ({at})"),
            Part("items", lines=(f"US$ {value} million",)),
        ]
    return parts, told


def _aid(random: Random, partner: dict[str, str], years: int, year: int) -> tuple[list[Part], list[FigureTruth]]:
    parts, told = [], []
    for at in range(year - years, year):
        lines = []
        for label, indicator, basis in (
            ("Loans", "oda_loans", "exchange of notes"),
            ("Grants", "oda_grants", "exchange of notes"),
            ("Technical cooperation", "oda_technical", "JICA costs"),
        ):
            printed, value = _yen(random)
            lines.append(f"{label}: {printed}" + (f" (based on {basis})" if random.random() < 0.4 else ""))
            told.append(FigureTruth(indicator, JAPAN, partner["area"], f"{at}-04/{at + 1}-03", value, "JPY"))
        parts += [Part("label", f"Japan's Economic Cooperation (FY {at})"), Part("items", lines=tuple(lines))]
    return parts, told


def _yen(random: Random) -> tuple[str, Decimal]:
    """An amount of yen in one of several forms, and its value."""
    if random.random() < 0.5:
        value = Decimal(random.randint(10, 999_999)).scaleb(-2)
        number, mult = f"{value:,}", 9
    else:
        value = Decimal(random.randint(10, 999_999))
        number, mult = f"{value:,}", 6
    word = {9: "billion", 6: "million"}[mult]
    printed = random.choice(("{0} {1} yen", "{0} {1} yen", "JPY {0} {1}", "¥{0} {1}")).format(number, word)
    return printed, value.scaleb(mult)


# ── words ──


def _sentences(random: Random, partner: dict[str, str], year: int, number: int) -> list[str]:
    return [_sentence(random, partner, year) for _ in range(number)]


def _sentence(random: Random, partner: dict[str, str], year: int) -> str:
    at, month = random.randint(year - 40, year - 1), random.choice(MONTHS)
    return str(random.choice(data()["words"]["told"])).format(
        day=f"{month} {random.randint(1, 28)}, {at}", month=f"{month} {at}", year=at, partner=partner["name"],
        agreement=random.choice(data()["words"]["agreements"]), city=partner["city"], demonym=partner["demonym"],
    )  # fmt: skip
