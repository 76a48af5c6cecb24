"""Patterns that fail early find what `re` finds, in any text."""

from __future__ import annotations

import re
import tomllib

from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns import first_meaning, quick
from pipeline.publishers import known, load
from tests.each import each
from tests.helpers import ROOT

EVENTS = tomllib.loads((ROOT / "pipeline/extract/events/events.toml").read_text("utf-8"))
BASES = tomllib.loads((ROOT / "pipeline/extract/figures/bases.toml").read_text("utf-8"))
WORDS = [entry["words"] for entry in EVENTS["kind"] + EVENTS["status"]] + [
    one.pattern.pattern for one, _ in load().words
]
SHAPES = [
    "a(?:bc|bd)e?", "(?:abc|[xy]z)", "(?>abc)+d", "x*abc{2,}", "(?=abc)..", "ab|", "[ab]c", "(?i:ab)c", "é+x", "s+k", "(ab)\\1", "ab(?!c)",
]  # fmt: skip
LETTERS = "abcdexyzskABCS ſKİıéÉ@"


@each(
    ("pattern", "needles"),
    [
        ("(?:embass(?:y|ies)|legations?)", ("embass", "legation")),
        ("colou?r", ("colo",)),
        ("visit(?:s|ed)?", ("visit",)),
        ("a(?:bcd|bce)", ("abc",)),
        ("[ab]c", ()),
        ("(?:abc)?", ()),
        ("(?:abc|x?)", ()),
        ("(?=abc)", ()),
    ],
)
def test_needles(pattern: str, needles: tuple[str, ...]) -> None:
    assert quick(pattern, re.I).needles == needles


@given(st.sampled_from(SHAPES), st.text(LETTERS, max_size=20))
def test_shapes_as_re(pattern: str, text: str) -> None:
    found = re.search(pattern, text, re.I) is not None
    assert (first_meaning([(quick(pattern), True)], text) is True) == found
    for flags in (0, re.I):
        assert quick(pattern, flags).may_stand_in(text) or not re.search(pattern, text, flags)


@given(st.sampled_from(WORDS), st.data())
def test_words_of_the_program_as_re(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.one_of(st.from_regex(re.compile(pattern, re.I)), st.text(max_size=60)))
    found = re.search(pattern, text, re.I) is not None
    assert (first_meaning([(quick(pattern), True)], text) is True) == found


def test_what_is_looked_for_in_small_letters_holds_no_capital() -> None:
    furniture = [publisher.furniture.pattern for publisher in known()]
    for pattern in (*WORDS, *(entry["words"] for entry in BASES["basis"]), *furniture):
        letters = re.sub(r"\\[A-Za-z]", "", pattern)
        assert letters == letters.lower()
