"""Whose a sheet is, and that a folder of data is all that a further publisher needs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import publishers
from pipeline.extract import extract
from pipeline.keys import document_id
from pipeline.outline import outline
from pipeline.outline.identity import is_fact_sheet
from pipeline.read import read
from pipeline.records import Document, Source
from tests.each import each


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the publishers' folder, in which a made-up ministry stands beside the real one."""
    copy = tmp_path / "publishers"
    shutil.copytree(publishers.HERE, copy)
    shutil.copytree(copy / "mofa_japan", copy / "made_up")
    facts = (copy / "made_up" / "publisher.toml").read_text("utf-8")
    for old, new in [("mofa-japan", "made-up"), ('area = "JPN"', 'area = "NOR"'), ("mofa.go.jp", "ministry.example")]:
        assert old in facts
        facts = facts.replace(old, new)
    (copy / "made_up" / "publisher.toml").write_text(facts, "utf-8")
    monkeypatch.setattr(publishers, "HERE", copy)
    forget()
    yield copy
    forget()


def forget() -> None:
    publishers.load.cache_clear()
    publishers.known.cache_clear()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("path", "url", "publisher"),
    [
        ("a.txt", None, "mofa-japan"),
        ("a.html", "https://www.mofa.go.jp/a.html", "mofa-japan"),
        ("a.html", "https://ministry.example/a.html", "made-up"),
        ("a.html", "https://www.ministry.example/a.html", "made-up"),
        ("a.html", "https://notministry.example/a.html", "mofa-japan"),
        ("raw/made-up/mng/2014.txt", None, "made-up"),
        ("raw/mofa-japan/mng/2014.txt", "https://ministry.example/a.html", "made-up"),
        ("raw/made-up.txt", None, "mofa-japan"),
    ],
)
def test_a_sheet_goes_to_its_publisher(path: str, url: str | None, publisher: str) -> None:
    assert publishers.choose(path, url).id == publisher


@pytest.mark.usefixtures("folder")
def test_a_folder_of_data_is_enough() -> None:
    words = "Norway-Mongolia Relations\n\nExports to Mongolia: 3.1 million dollars (2013)\n\nVIP Visits\n"
    document = read(Source("raw/made-up/mng/sheet.txt", words.encode()))
    assert isinstance(document, Document)
    read_outline = outline(document, publishers.choose(document.source_path, document.source_url))
    assert is_fact_sheet(read_outline)
    assert (read_outline.publisher.area, read_outline.partner.area) == ("NOR", "MNG")


@pytest.mark.parametrize(("name", "indicators"), [("Polaris", ["participants"]), ("Aurora", [])])
def test_people_go_by_programmes_that_the_publisher_names(folder: Path, name: str, indicators: list[str]) -> None:
    file = folder / "made_up" / "publisher.toml"
    file.write_text('programmes = ["Polaris"]\n' + re.sub("(?m)^programmes.*", "", file.read_text("utf-8")), "utf-8")
    words = f"Norway-Mongolia Relations\n\nCulture\n\nIn 2013, 300 Mongolian students went to Norway with {name}.\n"
    document = read(Source("raw/made-up/mng/sheet.txt", words.encode()))
    assert isinstance(document, Document)
    read_outline = outline(document, publishers.load("made_up"))
    facts = extract(read_outline, document_id(read_outline))
    assert [row.indicator for row in facts.observations] == indicators


@pytest.mark.parametrize("name", ["furniture", "own_titles", "partner_titles"])
def test_a_list_without_patterns_holds_of_nothing(folder: Path, name: str) -> None:
    file = folder / "made_up" / "publisher.toml"
    file.write_text(re.sub(rf"(?ms)^{name} = \[.*?^\]", f"{name} = []", file.read_text("utf-8")), "utf-8")
    pattern = getattr(publishers.load("made_up"), name)
    assert not pattern.search("")
    assert not pattern.search("Prime Minister Jens STOLTENBERG")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "topics.toml",
            'indicator = "visitors"',
            'indicator = "visitor"',
            "topic 'visitors': no indicator is called 'visitor'",
        ),
        ("topics.toml", 'name = "visitors"', 'name = "tourists"', "japanese.toml: topics.toml has no topic 'visitors'"),
    ],
)
def test_names_that_nothing_bears_are_told(folder: Path, file: str, old: str, new: str, told: str) -> None:
    path = folder / "made_up" / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(ValueError, match=told):
        publishers.load("made_up")


def test_fiscal_years_of_another_month_are_refused_and_not_read_as_those_of_april(folder: Path) -> None:
    file = folder / "made_up" / "publisher.toml"
    file.write_text(file.read_text("utf-8").replace("fiscal_start = 4", "fiscal_start = 7"), "utf-8")
    with pytest.raises(ValueError, match="fiscal_start = 7 cannot be read"):
        publishers.load("made_up")


@each(
    ("line", "is_link"),
    [
        ("Legal Matters | About Us | Site Map", True),
        ("Accessibility / Contact Us", True),
        ("About 300 Japanese live there", False),
        ("About three hundred Japanese", False),
    ],
)
def test_a_footer_of_links_is_furniture(line: str, is_link: bool) -> None:
    assert bool(publishers.load().furniture.fullmatch(line.lower())) is is_link
