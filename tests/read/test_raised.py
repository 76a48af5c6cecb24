"""Figures that are raised signs of their own: marks of notes in texts and pages, exponents where they are."""

from __future__ import annotations

from pipeline.read.raised import as_raised, read_raised
from tests.each import each
from tests.helpers import facts_of

RAISED = [
    ("Mr. PETERS² (APEC)", "Mr. PETERS (2) (APEC)"),
    ("Residents: 1,420¹²", "Residents: 1,420 (12)"),
    ("(2013)¹, 12 km², 5 m³ and 10⁶ yen", "(2013) (1), 12 km², 5 m³ and 10⁶ yen"),
    ("420¹\n\n¹ As of 2012.\n", "420 (As of 2012)\n\n"),
    ("420¹\n¹ As of 2012.\n¹ Estimate.\n", "420 (1)\n¹ As of 2012.\n¹ Estimate.\n"),
    ("420\n¹ As of 2012.\n", "420\n¹ As of 2012.\n"),
    (f"420¹\n¹ {'long ' * 70}\n", f"420 (1)\n¹ {'long ' * 70}\n"),
]


@each(("printed", "read"), RAISED)
def test_what_a_mark_tells_stands_in_its_place(printed: str, read: str) -> None:
    assert read_raised(printed) == read


def test_in_pages_they_are_the_marks_that_they_look_like() -> None:
    assert as_raised("<li>Area: 12 km&sup2;, 420&sup1;") == "<li>Area: 12 km², 420<sup>1</sup>"


def test_a_name_is_without_its_mark() -> None:
    text = "Japan-Kenya Relations\n\nMay 2014\n\nVIP Visits\n\nFrom Kenya to Japan\n\n2013 President Mwai KIBAKI⁶\n\n⁶ Transit\n"
    assert [(row.main_name, row.occasion) for row in facts_of(text).visits] == [("Kibaki", "Transit")]
