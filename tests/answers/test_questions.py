"""The worked questions of `docs/questions.md`: every query runs, and gives the answer that stands below it."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.answers.ask import ask, connect
from pipeline.answers.lines import table_lines
from tests.each import each
from tests.helpers import ROOT

PAGE = (ROOT / "docs" / "questions.md").read_text("utf-8")
QUESTIONS = re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]


def block(kind: str, text: str) -> str:
    """The one code block of a kind."""
    found = re.findall(rf"^```{kind}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)
    assert len(found) == 1
    return str(found[0])


def test_there_are_ten() -> None:
    assert [int(text.split(".")[0]) for text in QUESTIONS] == list(range(1, 11))


@each("text", QUESTIONS)
def test_the_answer_is_the_one_on_the_page(versions: Path, text: str) -> None:
    with connect(versions) as connection:
        told = list(table_lines(ask(connection, block("sql", text))))
    assert told == block("text", text).splitlines()
