"""A publisher whose data files lack a topic that the readers of figures ask for: it is read all the same, without its rows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline import publishers
from pipeline.extract import extract
from pipeline.keys import document_id
from pipeline.outline import outline
from pipeline.read import read
from pipeline.records import Document, Source

Indicators = Callable[[str, str], list[str]]
TOPICS = sorted(publishers.load().topics)
ASKED_FOR = {
    "trade": (
        "trade_goods",
        "Economic Relations (Exports and Imports, 2011)\n\n  From Japan to Kenya: 165,012 million yen\n",
    ),
    "counted": ("other", "Cultural Relations\n\n  Number of Kenyans trained in Japan: 1,200 (since 1996)\n"),
    "descendants": ("descendants", "Number of Residents\n\n  Japanese Kenyans: 460 (2014)\n"),
    "aid_people": ("participants", "Japan's Economic Cooperation\n\n  Trainees received: 5,841 persons (2014)\n"),
    "trade_balance": (
        "trade_balance",
        "２ 経済関係\n\n（１）対日貿易（2017年）\n\n日本側が228億円の黒字となっている。\n\n"
        "（２）主要品目\n\n日本の輸入は50.8億円にとどまり、日本側の88.2億円の黒字となった。\n",
    ),
}
"""Topics that no word of a line names, so that code asks for them: the indicator that they give, and a sheet with it."""


@pytest.fixture
def indicators_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Indicators]:
    """The indicators in a sheet of a ministry whose data files lack the topic of a name (none, where that is empty)."""
    real, folder = publishers.HERE / "mofa_japan", tmp_path / "small"
    monkeypatch.setattr(publishers, "HERE", tmp_path)

    def indicators(name: str, sheet: str) -> list[str]:
        shutil.copytree(real, folder)
        topics = re.split(r"(?m)^(?=\[\[topic\]\])", (real / "topics.toml").read_text("utf-8"))
        kept = [entry for entry in topics if not re.search(rf'(?m)^name = "{name}"', entry)]
        assert len(topics) - len(kept) == bool(name)
        (folder / "topics.toml").write_text("".join(kept), "utf-8")
        japanese = (real / "japanese.toml").read_text("utf-8")
        (folder / "japanese.toml").write_text(re.sub(rf"(?m)^{name or '-'} = \[[^\]]*\]\n", "", japanese), "utf-8")
        publishers.load.cache_clear()
        document = read(Source("sheet.txt", f"Japan-Kenya Relations\n\n{sheet}".encode()))
        assert isinstance(document, Document)
        read_outline = outline(document, publishers.load("small"))
        return [row.indicator for row in extract(read_outline, document_id(read_outline)).observations]

    yield indicators
    publishers.load.cache_clear()


@pytest.mark.parametrize("name", ASKED_FOR)
def test_a_topic_that_a_publisher_has_is_found_without_its_words(indicators_without: Indicators, name: str) -> None:
    indicator, sheet = ASKED_FOR[name]
    assert indicator in indicators_without("", sheet)


@pytest.mark.parametrize("name", ASKED_FOR)
def test_a_topic_that_a_publisher_has_not_gives_no_rows(indicators_without: Indicators, name: str) -> None:
    indicator, sheet = ASKED_FOR[name]
    assert indicator not in indicators_without(name, sheet)


@pytest.mark.parametrize("name", TOPICS)
def test_any_topic_may_be_left_out(indicators_without: Indicators, name: str) -> None:
    sheets = "\n".join(sheet for _, sheet in ASKED_FOR.values())
    assert indicators_without(name, sheets)
