"""Patterns that fail early find what `re` finds, in any text."""

from __future__ import annotations

import re
import tomllib

from hypothesis import given
from hypothesis import strategies as st

from pipeline.patterns import first_meaning, quick
from pipeline.publishers import load
from tests.each import each
from tests.helpers import ROOT

EVENTS = tomllib.loads((ROOT / "pipeline/extract/events.toml").read_text("utf-8"))
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


@given(st.sampled_from(SHAPES), st.sampled_from([0, re.I]), st.text(LETTERS, max_size=20))
def test_shapes_as_re(pattern: str, flags: int, text: str) -> None:
    found = re.search(pattern, text, flags) is not None
    one = quick(pattern, flags)
    assert (first_meaning([(one, True)], text) is True) == found
    assert one.may_stand_in(text) or not found


@given(st.sampled_from(WORDS), st.data())
def test_words_of_the_program_as_re(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.one_of(st.from_regex(re.compile(pattern, re.I)), st.text(max_size=60)))
    found = re.search(pattern, text, re.I) is not None
    assert (first_meaning([(quick(pattern, re.I), True)], text) is True) == found
