"""Labels that no data file knows: what is listed, what is not, and what can be pasted."""

from __future__ import annotations

import tomllib

from pipeline.extract import Facts
from pipeline.publishers.suggest import Label, count_labels, label_lines, unknown_labels
from tests.helpers import FIXTURES, facts_of, facts_of_file

SHEET = """Japan-Kenya Relations (Basic Data)

Economic Relations

Japan’s Economic Cooperation

  • Loans: 12.0 billion yen (FY 2015)
  • Debt relief measures: 1.5 billion yen (FY 2015)

Football diplomacy:

  • The two teams met in Nairobi in May 2016.
"""


def labels_of(*documents: Facts) -> list[Label]:
    return count_labels(label for facts in documents for label in unknown_labels(facts))


def test_a_sheet_of_known_words_has_none() -> None:
    assert labels_of(facts_of_file(FIXTURES / "sheets" / "kenya-2018-04-11.txt")) == []


def test_unknown_headings_and_labels_are_counted_with_their_places() -> None:
    labels = labels_of(facts_of(SHEET), facts_of(SHEET, "second.txt"))
    football = next(label for label in labels if label.key == "football diplomacy")
    assert football.times == 2
    assert [(place.path, place.line, place.printed) for place in football.places] == [
        ("sheet.txt", 10, "Football diplomacy:"),
        ("second.txt", 10, "Football diplomacy:"),
    ]
    assert "loans" not in {label.key for label in labels}


def test_lines_can_be_pasted_into_a_list_of_phrases() -> None:
    lines = list(label_lines(labels_of(facts_of(SHEET))))
    pasted = tomllib.loads("phrases = [\n" + "\n".join(lines) + "\n]")
    assert "football diplomacy" in pasted["phrases"]


def test_no_documents_no_labels() -> None:
    assert labels_of() == []
