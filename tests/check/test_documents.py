"""The rules that are about whole documents, or about several."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pipeline.run import run

SHEET = """Japan-Fiji Relations

May 1, 2015

Basic Data

Trade with Japan (2014):

  • Exports to Japan: 3 billion yen

VIP Visits

From Fiji to Japan
Year Name
2006 Prime Minister L. QARASE
"""


def rules(folder: Path, **files: str | bytes) -> Counter[str]:
    """How often each rule fires over some files."""
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("_", ".")).write_bytes(data)
    return Counter(run([folder]).tables["findings"]["rule"].tolist())


def test_clean_sheet_has_no_finding(tmp_path: Path) -> None:
    assert not rules(tmp_path, a_txt=SHEET)


@pytest.mark.parametrize(
    ("rule", "files"),
    [
        ("duplicate_document", {"a_txt": SHEET, "b_txt": SHEET}),
        ("duplicate_document", {"a_txt": SHEET, "b_txt": SHEET.replace("May 1, 2015\n\n", "")}),
        (
            "encoding_suspect",
            {"a_txt": SHEET.replace("QARASE", "QARAS\u00c9").encode("utf-8").replace(b"\xc3\x89", b"\xc3")},
        ),
        (
            "spelling_variant",
            {
                "a_txt": SHEET
                + "2007 Prime Minister L. QARRASE\n2008 Minister for Foreign Affairs V. ERDENECHULUUN\n2009 Minister for Foreign Affairs V. ERDNECHULUUN\n"
            },
        ),
        (
            "document_rejected",
            {"a_txt": SHEET, "b_txt": "Press releases\n\nMay 3, 2015\n\nThe Minister met his colleague.\n"},
        ),
    ],
    ids=["same bytes", "same facts without a date", "a bad byte", "two spellings", "a press release"],
)
def test_fires(tmp_path: Path, rule: str, files: dict[str, str | bytes]) -> None:
    assert rules(tmp_path, **files)[rule] >= 1


def test_two_versions_are_no_duplicates(tmp_path: Path) -> None:
    later = SHEET.replace("May 1, 2015", "June 1, 2016").replace("(2014)", "(2015)").replace("3 billion", "4 billion")
    assert not rules(tmp_path, a_txt=SHEET, b_txt=later)["duplicate_document"]


def test_a_twin_names_the_document_that_it_repeats(tmp_path: Path) -> None:
    for name, words in [("a.txt", SHEET), ("b.txt", SHEET.replace("May 1, 2015\n\n", "")), ("c.txt", SHEET)]:
        (tmp_path / name).write_text(words, "utf-8")
    findings = run([tmp_path]).tables["findings"]
    told = findings.loc[findings["rule"] == "duplicate_document", ["document_id", "related_id"]]
    twin = next(one for one in told["document_id"] if "undated" in one)
    assert dict(told.dropna().itertuples(index=False, name=None)) == {twin: "mofa-japan/fji/2015-05-01"}
    assert told["related_id"].isna().sum() == 1  # the same bytes again are no document of their own


def test_two_persons_are_no_variants(tmp_path: Path) -> None:
    assert not rules(tmp_path, a_txt=SHEET + "2007 Prime Minister M. ENKHBOLD\n2008 Prime Minister Z. ENKHBAYAR\n")[
        "spelling_variant"
    ]


@pytest.mark.parametrize(
    ("told", "is_found"),
    [
        ("The Exchange of Notes was signed in Suva in November 2016.", True),
        ("The agreement entered into force in June 2016.", True),
        ("The agreement was signed in Suva in November 2014.", False),
        ("An agreement is to be signed in Suva in November 2016.", False),
        ("It was decided to hold a festival in 2016.", False),
        ("The visit was planned for November 2016.", False),
    ],
)
def test_what_is_told_as_past_is_no_later_than_the_page(tmp_path: Path, told: str, is_found: bool) -> None:
    sheet = SHEET.replace("VIP Visits", f"Recent Relations\n\n{told}\n\nVIP Visits")
    assert bool(rules(tmp_path, a_txt=sheet)["after_publication"]) is is_found
