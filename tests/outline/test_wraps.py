"""Lines below a row: which go on with it, and which tell somebody else."""

from __future__ import annotations

from pipeline.outline.wraps import goes_on
from tests.each import each

GO_ON = [
    ("Minister of Trade and International", "Development, Mr. Omar Zidane"),
    ("Minister of Foreign Affairs, Mr. Abdelhamid", "Zidane"),
    ("Minister for Foreign Affairs", "Yoriko Kawaguchi"),
    ("H.E. Mr. Salim bin Hilal, Minister", "Responsible for Foreign Affairs"),
    ("Deputy Chief Cabinet", "Secretary Hiroshige Seko"),
    ("Prime Minister Junichiro Koizumi", "(TICAD III)"),
    ("President Omar Zidane (State guest,", "Ceremony of the Enthronement)"),
    ("Japan-Oman Parliamentary", "Friendship League"),
    ("The Crown Prince", "and Crown Princess"),
    ("", "Their Imperial Highnesses the Crown Prince and Crown Princess"),
    ("", "Japan-Oman Parliamentary Friendship League (Head: Mr. Ichiro Yamada)"),
    ("Foreign Minister Taro Aso", "Accompanied by: Mr. Ichiro Yamada, Director"),
]
OTHERS = [
    ("Prime Minister Junichiro Koizumi", "Foreign Minister Yoriko Kawaguchi"),
    ("The Crown Prince Naruhito", "Prime Minister Taro Aso"),
    ("H.I.H. the Crown Prince", "Prime Minister Taro Aso"),
    ("Prime Minister Taro Aso", "Keidanren Mission"),
    ("Prime Minister Taro Aso", "Members of Parliament"),
    ("Foreign Minister", "Prime Minister Mr. Omar Zidane"),
    ("Prime Minister Taro Aso", "Their Majesties the Emperor and Empress"),
]


@each(("above", "words"), GO_ON)
def test_goes_on(above: str, words: str) -> None:
    assert goes_on(above, words)


@each(("above", "words"), OTHERS)
def test_tells_somebody_else(above: str, words: str) -> None:
    assert not goes_on(above, words)
