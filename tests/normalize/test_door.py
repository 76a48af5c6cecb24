"""What is told of a text: the fields, their order, and that no text is an error."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline import normalize
from pipeline.normalize.door import DOORS, amounts, areas, dates, json_line, names
from tests.each import each

FIELDS = {
    "dates": ["input", "edtf", "start", "end", "precision", "role", "fiscal", "refused"],
    "amounts": ["input", "amounts", "refused"],
    "names": ["input", "visitors", "occasion", "guest_status", "refused"],
    "areas": ["input", "area", "kind", "refused"],
}
AMOUNT_FIELDS = ["value", "low", "high", "unit", "unit_mult", "decimals", "status", "printed", "start", "end"]
VISITOR_FIELDS = [
    "visitor_kind", "party_role", "honorific", "office", "office_class", "main_name", "other_names", "printed",
]  # fmt: skip
ODD = [
    "",
    " ",
    "\n",
    "\0",
    "\ufeff",
    "\udcff\ud800",
    "\u2028",
    "�",
    "¥" * 50,
    "((((",
    "1" * 5000,
    "a" * 5000,
    "年" * 3000,
]
PLAIN_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")

any_text = st.text(st.characters(exclude_categories=[]), max_size=60)
PIECES = """
1989.10; May; 3-4; , 2013; FY; as of; until; ~; (; ); 31.1; billion; yen; US$; -18,581; none; 約; 億円; 令和5年
Prime Minister; H.E.; Mr.; S. ABE; and; Prince; Delegation; of; Niger; the; Republic; モンゴル
"""
pieces = st.sampled_from([*PIECES.strip().replace("\n", "; ").split("; "), "\udcff", "\0", " ", "\n"])
likely_text = st.lists(pieces, max_size=8).map(" ".join)


@each("door", DOORS)
@each("text", ["2013", "5 yen", "Prime Minister S. ABE", "Japan", *ODD])
def test_fields_and_their_order(door: str, text: str) -> None:
    told = DOORS[door](text)
    assert list(told) == FIELDS[door]
    assert told["input"] == text


@each("door", DOORS)
@each("text", ODD)
def test_odd_texts_are_refused(door: str, text: str) -> None:
    told = DOORS[door](text)
    assert told["refused"] or (door, text[:1]) == ("amounts", "1")


@pytest.mark.parametrize("door", DOORS)
@given(text=any_text | likely_text)
@example(text="1.")
def test_every_text_has_an_answer(door: str, text: str) -> None:
    told = DOORS[door](text)
    assert list(told) == FIELDS[door]
    found = told.get("edtf") or told.get("amounts") or told.get("visitors") or told.get("area")
    assert bool(found) != bool(told["refused"])
    assert_reads_back(told)


def assert_reads_back(told: dict[str, Any]) -> None:
    line = json_line(told)
    assert json.loads(line) == told
    assert line.encode().decode().splitlines() == [line]


class TestDates:
    @each(
        ("text", "edtf"),
        [
            ("1989.10", "1989-10"),
            ("FY 2012", "2012-04/2013-03"),
            ("Established on July 24, 2006", "2006-07-24"),
            ("(as of June 2013, 11th in nationality rankings)", "2013-06"),
            ("TICAD 7 in August 2019", "2019-08"),
            ("10 Feb 2012 14:20", "2012-02-10"),
            ("平成25年 (2013年)", "2013"),
            ("420 (as of Oct 2013)", "2013-10"),
            ("6 June 2011, 3:15 p.m. JST", "2011-06-06"),
            ("Mon Jun  6 15:15:09 2011", "2011-06-06"),
            ("2011-06-06T15:15:09.25+09:00", "2011-06-06"),
            ("2011年6月6日15時15分", "2011-06-06"),
            ("at 3 pm on 6 June 2011 (UTC+9)", "2011-06-06"),
            ("2.5% (2011 est.)", "2011"),
            ("- May 2011", "2011-05"),
            ("1,234 (2010 census)", "2010"),
            ("the 40th meeting, held in May 2011", "2011-05"),
        ],
    )
    def test_one_date_among_a_few_words(self, text: str, edtf: str) -> None:
        assert dates(text)["edtf"] == edtf

    @each(
        ("text", "reason"),
        [
            ("May 2013 and June 2014", "several dates"),
            ("before May 2013", "beside the date stands: before"),
            ("two weeks after May 3, 2013", "beside the date stands: weeks"),
            ("in 2013 05 12", "what touches the date may belong to it"),
            ("31 April 2014", "there is no such day"),
            ("2011, printed 1912", "other figures stand beside the date"),
            ("6. June 2011", "other figures stand beside the date"),
            ("June 6, 2011 - July 8th", "other figures stand beside the date"),
            ("vom 6.6. zum 16.6.2011", "other figures stand beside the date"),
            ("2011 15:15", "a time of day without a day"),
            ("June 6, 2011 25:15", "what touches the date may belong to it"),
            ("~ June 2011", "what touches the date may belong to it"),
            ("2011-XX", "what touches the date may belong to it"),
            ("[..2011-06]", "what touches the date may belong to it"),
            ("2011 - current", "what touches the date may belong to it"),
            ("2011 -> 2012", "what touches the date may belong to it"),
            ("2011...", "what touches the date may belong to it"),
            ("- 2011", "what touches the date may belong to it"),
            ("/2011-06", "what touches the date may belong to it"),
            ("2011-W23", "what touches the date may belong to it"),
            ("2011 maybe", "beside the date stands: maybe"),
            ("day in June 2011", "beside the date stands: day in"),
            ("exports in Q3 2011", "a half, a quarter or a week is not read"),
            ("word " * 120 + "May 2013", "no date in the text"),
        ],
    )
    def test_refused_with_the_reason(self, text: str, reason: str) -> None:
        assert dates(text)["refused"] == reason

    @each(
        "text",
        [
            "over the past four years",
            "1928 or 1929",
            "3 and 7 May 2013",
            "prior to 2005",
            "no later than May 2013",
            "in 1850?",
            "Established on February 31, 2012",
            "Meeting of 03/04/2012",
            "2012 BC",
            "12.5.2013",
        ],
    )
    def test_refused_rather_than_guessed(self, text: str) -> None:
        told = dates(text)
        assert told["edtf"] is None
        assert told["refused"]

    def test_all_fields_of_a_fiscal_year(self) -> None:
        expected = ["FY 2012", "2012-04/2013-03", "2012-04-01", "2013-03-31", "range", "fiscal_year", True, None]
        assert list(dates("FY 2012").values()) == expected


class TestAmounts:
    def test_fields_and_their_order(self) -> None:
        [told] = amounts("around US$ 34.24 million")["amounts"]
        assert list(told) == AMOUNT_FIELDS
        assert list(told.values())[:7] == ["34240000", None, None, "USD", 6, 2, "approximate"]

    def test_a_range_has_both_ends_and_no_value(self) -> None:
        [told] = amounts("25-30 million yen")["amounts"]
        assert (told["value"], told["low"], told["high"]) == (None, "25000000", "30000000")

    @each("text", ["0.000000000001%", "1 trillion yen", "0", "-18,581", "9" * 30])
    def test_decimals_are_plain_strings(self, text: str) -> None:
        [told] = amounts(text)["amounts"]
        assert PLAIN_DECIMAL.fullmatch(told["value"])

    def test_figures_of_dates_are_none(self) -> None:
        assert [one["printed"] for one in amounts("420 persons (as of May 3-4, 2013)")["amounts"]] == ["420 persons"]

    def test_nothing_found_is_said(self) -> None:
        assert amounts("12th in 2013") == {"input": "12th in 2013", "amounts": [], "refused": "an ordinal"}

    @given(text=any_text | likely_text)
    def test_spans_slice_back(self, text: str) -> None:
        for one in amounts(text)["amounts"]:
            assert text[one["start"] : one["end"]] == one["printed"]


class TestNames:
    def test_fields_and_their_order(self) -> None:
        [told] = names("Minister for Foreign Affairs Ts. MUNKH-ORGIL")["visitors"]
        assert list(told) == VISITOR_FIELDS
        assert (told["office"], told["main_name"], told["other_names"]) == (
            "Minister for Foreign Affairs", "Munkh-Orgil", "Ts.",
        )  # fmt: skip

    def test_custom_of_a_country(self) -> None:
        def main_name(area: str | None) -> object:
            return names("Prime Minister Nguyen Tan Dung", area)["visitors"][0]["main_name"]

        assert main_name("VNM") != main_name("GBR")

    @given(text=any_text | likely_text)
    def test_printed_stands_in_the_text(self, text: str) -> None:
        assert all(one["printed"] in text for one in names(text)["visitors"])


class TestAreas:
    @each(
        ("text", "area", "refused"),
        [("British", "GBR", None), ("U.S.S.R.", "SUN", None), ("Ulaanbaatar", None, "no area"), ("", None, "empty")],
    )
    def test_code_or_reason(self, text: str, area: str | None, refused: str | None) -> None:
        told = areas(text)
        assert (told["area"], told["refused"]) == (area, refused)


class TestJson:
    def test_letters_are_not_escaped(self) -> None:
        assert "モンゴル ¥é" in json_line({"input": "モンゴル ¥é"})

    @each("text", ["\udcff", "\x85", "\u2028", "\u2029", "\x9b31m", "\0", "\\udcff", "\r\n"])
    def test_one_line_that_is_valid_and_harmless(self, text: str) -> None:
        assert_reads_back({"input": text})
        assert json_line({"input": text}).isprintable()


class TestImports:
    @each("name", normalize.__all__)
    def test_all_that_is_promised(self, name: str) -> None:
        assert callable(getattr(normalize, name))
        assert name in dir(normalize)

    def test_nothing_else(self) -> None:
        with pytest.raises(AttributeError, match="parse_everything"):
            normalize.parse_everything  # noqa: B018

    @each("door", DOORS)
    def test_only_what_is_asked_for_is_loaded(self, door: str) -> None:
        packages = {"dates": {"dates"}, "amounts": {"amounts", "dates"}, "names": {"visitors"}, "areas": {"areas"}}
        others = {"dates", "amounts", "visitors", "areas"} - packages[door]
        code = f"from pipeline.normalize.door import DOORS; DOORS[{door!r}]('x'); import sys\n"
        code += (
            f"loaded = {others!r} & {{name.split('.')[-1] for name in sys.modules if 'pipeline.normalize.' in name}}\n"
        )
        code += "assert not loaded, loaded"
        subprocess.run([sys.executable, "-c", code], check=True)
