"""Visits told in sentences and lists: who went where and when, and what gives no row."""

from __future__ import annotations

import pytest

from tests.each import each
from tests.helpers import facts_of, notes_of

SHEET = (
    "Japan-Norway Relations\n\nMarch 2016\n\nDiplomatic Relations\nEstablished in November 1905\n\nRecent Relations\n\n"
)

TOLD = {
    "In March 2001, King Olav visited Japan as a State guest.": ["NOR JPN 2001-03 Olav"],
    "PM Stoltenberg (2012) and FM Støre (2007, 2009) visited Japan.": [
        "NOR JPN 2012 Stoltenberg",
        "NOR JPN 2007 Støre",
        "NOR JPN 2009 Støre",
    ],
    "Their Majesties the Emperor and Empress visited Norway from May 8 to 9, 2005.": [
        "JPN NOR 2005-05-08/2005-05-09 None",
        "JPN NOR 2005-05-08/2005-05-09 None",
    ],
    "Prime Minister Brundtland visited Japan in 1983, 1987 and 1992.": [
        "NOR JPN 1983 Brundtland",
        "NOR JPN 1987 Brundtland",
        "NOR JPN 1992 Brundtland",
    ],
    "Foreign Minister Godal and Minister of Fisheries Olsen visited Japan in May 1995 and June 1996 respectively.": [
        "NOR JPN 1995-05 Godal",
        "NOR JPN 1996-06 Olsen",
    ],
    "In May 2014 Foreign Minister Kishida visited Sweden and Norway.": ["JPN NOR 2014-05 Kishida"],
    "President Kekkonen, who visited Japan in June 2012, met the Emperor in Oslo in 2013.": [
        "NOR JPN 2012-06 Kekkonen"
    ],
    "A visit by Crown Prince Naruhito to Norway took place in 1991.": ["JPN NOR 1991 Naruhito"],
    "Norwegian Minister of Trade Brende attended the Forum held in Tokyo in July 2012.": ["NOR JPN 2012-07 Brende"],
    "Emperor Akihito, as Crown Prince, visited Norway in 1953.": ["JPN NOR 1953 Akihito"],
    "Prime Minister Obuchi visited Norway in June 1999. His Norwegian colleague Bondevik came to Japan in 2003.": [
        "JPN NOR 1999-06 Obuchi",
        "NOR JPN 2003 Bondevik",
    ],
    "Ms. Grete Faremo, Minister of Justice, visit to Japan in May 2010": ["NOR JPN 2010-05 Faremo"],
    "Earlier visits to Japan: PM Willoch (1983), Bratteli (1973)": ["NOR JPN 1983 Willoch", "NOR JPN 1973 Bratteli"],
    "Japanese visits to Norway: Prime Minister Obuchi (June 1999)": ["JPN NOR 1999-06 Obuchi"],
    "President Solberg visited Japan in June 2003, and 2005, forty years after the treaty, was named the Year of Friendship.": [
        "NOR JPN 2003-06 Solberg"
    ],
    "President Solberg visited Japan in 2003 and 2005, and was received by the Emperor.": [
        "NOR JPN 2003 Solberg",
        "NOR JPN 2005 Solberg",
    ],
    "President Solberg visited Japan in June 2013, and in May 2016 he met Prime Minister Abe in New York.": [
        "NOR JPN 2013-06 Solberg"
    ],
    "Prime Minister Shinzo Abe visited Oslo in May 2016.": ["JPN NOR 2016-05 Abe"],
    "Foreign Minister Taro Aso took part in the conference of donors in Oslo on May 3, 2009.": [
        "JPN NOR 2009-05-03 Aso"
    ],
    "Crown Prince Naruhito attended the wedding of Crown Prince Haakon in Oslo in August 2001.": [
        "JPN NOR 2001-08 Naruhito"
    ],
    "Prime Minister Yoshiro Mori visited the Kingdom in April 2000.": ["JPN NOR 2000-04 Mori"],
    "Prime Minister Yoshiro Mori visited the Kingdom of Sweden in April 2000.": [],
    "President Solberg attended the conference of donors in Oslo on May 3, 2009.": [],
    "King Olav visited Japan several times, and Crown Prince Naruhito attended a wedding in Oslo in August 2008.": [
        "JPN NOR 2008-08 Naruhito"
    ],
    "King Olav visited Japan several times.": [],
    "King Olav has often visited Japan.": [],
    "King Olav visited Japan several times, most recently in May 2001.": ["NOR JPN 2001-05 Olav"],
    "King Olav visited Japan, and an institute of research was opened in Oslo in August 2008.": ["NOR JPN None Olav"],
    "Prime Minister Obuchi visited Norway on May 30 and June 1, 1999.": [
        "JPN NOR 1999-05-30 Obuchi",
        "JPN NOR 1999-06-01 Obuchi",
    ],
    "Prime Minister Obuchi visited Norway on May 31 and June 1, 1999.": ["JPN NOR 1999-05-31/1999-06-01 Obuchi"],
    "In August 2005, President Solberg made an official visit to Japan. He was accompanied by Mr. Jan Petersen, Minister of "
    "Trade.": ["NOR JPN 2005-08 Solberg", "NOR JPN 2005-08 Petersen"],
    "President Solberg visited Japan in 2005. The talks went well. He was accompanied by Minister of Trade Jan Petersen.": [
        "NOR JPN 2005 Solberg"
    ],
    "President Solberg visited Japan in 2005 and 2007. He was accompanied by Minister of Trade Jan Petersen.": [
        "NOR JPN 2005 Solberg",
        "NOR JPN 2007 Solberg",
    ],
    "President Solberg visited Japan in 2013, met Prime Minister Abe in 2014 and visited Japan in 2016.": [
        "NOR JPN 2013 Solberg",
        "NOR JPN 2016 Solberg",
    ],
    "President Solberg visited Japan in 2013, held talks with Prime Minister Abe and attended a conference in Oslo.": [
        "NOR JPN 2013 Solberg"
    ],
    "President Solberg visited Japan in 2013, and in 2016 a joint statement was signed.": ["NOR JPN 2013 Solberg"],
    "President Solberg visited Japan in 2013 and in May 2016, the two leaders met in New York.": [
        "NOR JPN 2013 Solberg"
    ],
    "President Solberg visited Japan in 2013, and in 2016 Prime Minister Abe visited Norway.": [
        "NOR JPN 2013 Solberg",
        "JPN NOR 2016 Abe",
    ],
    "President Solberg visited Japan in 2003 and in 2005, the second time as a State guest.": [
        "NOR JPN 2003 Solberg",
        "NOR JPN 2005 Solberg",
    ],
    "President Solberg visited Japan in June 2013 for TICAD V, and in May 2016 she came again to attend the Summit.": [
        "NOR JPN 2013-06 Solberg",
        "NOR JPN 2016-05 Solberg",
    ],
    "Prime Minister Abe visited Norway in 2013; in 2016 he travelled to Norway again.": [
        "JPN NOR 2013 Abe",
        "JPN NOR 2016 Abe",
    ],
    "Their Majesties King Harald and Queen Sonja visited Japan in 2001, and in 2005 they came once again.": [
        "NOR JPN 2001 Harald",
        "NOR JPN 2001 Sonja",
        "NOR JPN 2005 Harald",
        "NOR JPN 2005 Sonja",
    ],
    "President Solberg visited Japan in 2013; Minister Brende was elected in 2014, and in 2016 he came again.": [
        "NOR JPN 2013 Solberg"
    ],
    "President Solberg visited Japan in 2013, and in 2016 she travelled again to New York.": ["NOR JPN 2013 Solberg"],
    "President Solberg visited Japan in 2013, and in 2016 she visited Norway.": ["NOR JPN 2013 Solberg"],
    "President Solberg visited Japan in 2013, and in 2016 Prime Minister Abe came again.": ["NOR JPN 2013 Solberg"],
    "In August 2006, Junichiro Koizumi became the first Prime Minister of Japan to visit Norway.": [
        "JPN NOR 2006-08 Koizumi"
    ],
    "In 2006 Jens Christian Stoltenberg was the first Norwegian Prime Minister to come to Japan.": [
        "NOR JPN 2006 Stoltenberg"
    ],
    "Prime Minister Solberg became the first Norwegian leader to visit Japan in 2006.": ["NOR JPN 2006 Solberg"],
    "In November 2004, Queen Sonja made a State visit to Japan together with Prince Henrik.": [
        "NOR JPN 2004-11 Sonja",
        "NOR JPN 2004-11 Henrik",
    ],
    "Prime Minister Abe visited Norway in May 2014, accompanied by Mrs. Abe, and met Prime Minister Solberg.": [
        "JPN NOR 2014-05 Abe",
        "JPN NOR 2014-05 Abe",
    ],
    "King Harald came to Japan along with Queen Sonja in 2001 and 2005.": [
        "NOR JPN 2001 Harald",
        "NOR JPN 2001 Sonja",
        "NOR JPN 2005 Harald",
        "NOR JPN 2005 Sonja",
    ],
    "President Solberg visited Japan in May 2014 together with President Museveni.": ["NOR JPN 2014-05 Solberg"],
    "King Harald visited Japan in 2001 and met Emperor Akihito together with Empress Michiko.": ["NOR JPN 2001 Harald"],
    "The visits of President Solberg to Japan in 2003 and 2005 were a success.": [
        "NOR JPN 2003 Solberg",
        "NOR JPN 2005 Solberg",
    ],
    "President Solberg visited Japan in May 2012 to attend the Sixth Meeting (PALM6) and again in May 2015 for PALM7.": [
        "NOR JPN 2012-05 Solberg",
        "NOR JPN 2015-05 Solberg",
    ],
    "President Solberg visited Japan in 2012 for the Forum, and once again in June 2015.": [
        "NOR JPN 2012 Solberg",
        "NOR JPN 2015-06 Solberg",
    ],
    "President Solberg visited Japan in 2012 to meet Prime Minister Noda, and the two met again in May 2015.": [
        "NOR JPN 2012 Solberg"
    ],
    "Mr. Solberg visited Japan in May 2012. In 2018 Mr. Solberg took part in the Forum in Iwaki, Fukushima Prefecture.": [
        "NOR JPN 2012-05 Solberg",
        "NOR JPN 2018 Solberg",
    ],
    "Mr. Solberg visited Japan on May 2 to 5, 2012. On May 3, 2012, Mr. Solberg attended the Forum in Tokyo.": [
        "NOR JPN 2012-05-02/2012-05-05 Solberg"
    ],
    "Mr. Solberg visited Japan in May 2012. In June 2013 Prime Minister Abe attended the Forum in Tokyo.": [
        "NOR JPN 2012-05 Solberg"
    ],
    "Prime Minister Solberg, his successor but one, visited Japan in 2013.": ["NOR JPN 2013 Solberg"],
    "Their Majesties the Emperor and Empress visited Norway in May 2005, and in 2011 they attended the Games in Oslo.": [
        *["JPN NOR 2005-05 None"] * 2,
        *["JPN NOR 2011 None"] * 2,
    ],
    "Prime Minister Shinzo Abe was in Oslo on January 17-18, 2013.": ["JPN NOR 2013-01-17/2013-01-18 Abe"],
    "Prime Minister Solberg was in Oslo in January 2013.": [],
    "Ambassador Taro Suzuki was in Oslo from 1990 to 1995.": [],
    "Foreign Minister Taro Aso flew to Oslo in May 2009.": ["JPN NOR 2009-05 Aso"],
    "Minister of Trade Børge Brende came to Tokyo in October 2012.": ["NOR JPN 2012-10 Brende"],
    "At the invitation of Prime Minister Abe, Prime Minister Solberg visited Japan in 2014.": ["NOR JPN 2014 Solberg"],
    "At the invitation of Mr. Abe, Prime Minister of Japan, King Harald visited Japan in 2014.": [
        "NOR JPN 2014 Harald"
    ],
    "Following Crown Prince Naruhito, Prime Minister Obuchi visited Norway in 1998.": ["JPN NOR 1998 Obuchi"],
    "Minister of Trade Brende said that King Harald visited Japan in 2001.": ["NOR JPN 2001 Harald"],
}
OFFICES = {
    "Jens Stoltenberg, Prime Minister of Norway, visited Japan in 2009 and 2010.": ("Jens", "Stoltenberg", "Prime Minister"),
    "In 2009, Jens Stoltenberg, then Prime Minister, visited Japan.": ("Jens", "Stoltenberg", "Prime Minister"),
    "Erna Solberg, the second female Prime Minister of Norway, visited Japan in 2014.": ("Erna", "Solberg", "Prime Minister"),
    "Kjell Bondevik, former Prime Minister of Norway, visited Japan in 2009.": ("Kjell", "Bondevik", "former Prime Minister"),
    "Taro Aso, who was Prime Minister of Japan, visited Norway in 2009.": ("Taro", "Aso", "Prime Minister"),
    "The visit of Jens Stoltenberg, Prime Minister of Norway, to Japan took place in 2009.": ("Jens", "Stoltenberg", "Prime Minister"),
    "In Oslo, the Prime Minister of Norway, Jens Stoltenberg, told how he visited Japan in 2009.": ("Jens", "Stoltenberg", "Prime Minister"),
    "Mr. Kabun Muto visited Norway in January 2002 as Special Envoy of the Prime Minister.": ("Kabun", "Muto", "Special Envoy of the Prime Minister"),
    "Mr. Kabun Muto attended the funeral of President Jan Berg in Oslo in 2002 as Special Envoy.": ("Kabun", "Muto", "Special Envoy"),
    "Mr. Kabun Muto visited Norway as Minister of Finance in 2001.": ("Kabun", "Muto", "Minister of Finance"),
    "Mr. Kabun Muto attended the inauguration of Mr. Jan Berg as President in Oslo in 2001.": ("Kabun", "Muto", None),
    "Mr. Kabun Muto visited Norway in 2001 and served as President of the League.": ("Kabun", "Muto", None),
}  # fmt: skip
WRAPPED = {
    "In September 2006, Prime Minister Junichiro\nKoizumi visited Norway to attend the Sixth Asia-Europe\nMeeting.": (
        "Junichiro", "Koizumi", "Prime Minister", "Sixth Asia-Europe Meeting"
    ),
    "In September 2006, Minister for Foreign\nAffairs Taro Aso visited Norway.": ("Taro", "Aso", "Minister for Foreign Affairs", None),
    "Norway was glad of the visit by Prime\n  Minister Taro Aso to Norway in 2008.": ("Taro", "Aso", "Prime Minister", None),
}  # fmt: skip

NO_ROW = [
    "In 1999, William Clinton became the first American President to visit Norway.",
    "President Clinton, who was the first US President to visit Norway, came in 1999.",
    "In 1999, William Clinton became the first foreign leader to visit Norway.",
    "In 2006 she became the first Prime Minister of Japan to visit Norway.",
    "In 2006, Junichiro Koizumi was the first Prime Minister of Japan to visit Sweden.",
    "The visit of Foreign Minister Kishida to Norway in 2015 was postponed.",
    "Foreign Minister Kono's planned visit to Norway in 2015 did not take place.",
    "Prime Minister Solberg is scheduled to visit Japan in April 2016.",
    "No Japanese Prime Minister visited Norway between 2000 and 2015.",
    "Prime Minister Abe did not visit Norway in 2014.",
    "US President Solberg visited Japan in April 2014.",
    "President Museveni of Uganda visited Japan in 2015.",
    "Mr. Ban Ki-moon, Secretary-General of the United Nations, visited Norway in 2014.",
    "Foreign Minister Hayashi visited Sweden in May 2014.",
    "Foreign Minister Kishida attended the Forum in Tokyo in 2014.",
    "Prime Minister Abe met Prime Minister Solberg in New York in September 2015.",
    "Jens Berg, brother of the King, visited Japan in 2009.",
    "The wife of the Prime Minister visited Japan in 2009.",
    "Barack Obama, President of the United States, visited Japan in 2009.",
]


@each(("sentence", "told"), OFFICES.items())
def test_who_held_which_office(sentence: str, told: tuple[str | None, ...]) -> None:
    visits = facts_of(f"{SHEET}{sentence}\n").visits
    assert {(visit.other_names, visit.main_name, visit.office) for visit in visits} == {told}


@pytest.mark.parametrize(("sentence", "told"), WRAPPED.items())
def test_a_name_over_a_line_break_is_one(sentence: str, told: tuple[str | None, ...]) -> None:
    (visit,) = facts_of(f"{SHEET}The two countries have long been good friends. {sentence}\n").visits
    assert (visit.other_names, visit.main_name, visit.office, visit.occasion) == told


@each(("sentence", "rows"), TOLD.items())
def test_visits_told_in_prose(sentence: str, rows: list[str]) -> None:
    facts = facts_of(f"{SHEET}{sentence}\n")
    assert [f"{v.from_area} {v.to_area} {v.date} {v.main_name}" for v in facts.visits] == rows


@each("sentence", NO_ROW)
def test_no_visit_of_the_two_countries(sentence: str) -> None:
    facts = facts_of(f"{SHEET}{sentence}\n")
    assert facts.visits == []
    assert [event.statement for event in facts.events if event.date != "1905-11" and event.visit_id] == []


def test_who_came_when_is_not_guessed() -> None:
    facts = facts_of(f"{SHEET}Foreign Minister Godal and Minister of Trade Brende visited Japan in 1995 and 1997.\n")
    assert [v.date for v in facts.visits] == [None, None]
    assert notes_of(facts, "ambiguous_attachment")


@each(
    ("words", "occasion", "status"),
    [
        ("visited Japan in June 2013 for the World Water Forum.", "World Water Forum", None),
        ("visited Japan in June 2013 and attended the World Water Forum in Kyoto.", "World Water Forum", None),
        ("visited Japan on the occasion of the Kobe Conference in 2013.", "Kobe Conference", None),
        ("visited Japan as an official guest in 2013.", None, "official guest"),
        ("visited Japan for the first time in 2013.", None, None),
    ],
)
def test_occasion_and_guest_status(words: str, occasion: str | None, status: str | None) -> None:
    [visit] = facts_of(f"{SHEET}Prime Minister Solberg {words}\n").visits
    assert (visit.occasion, visit.guest_status) == (occasion, status)


def test_a_visit_told_again_has_its_own_occasion() -> None:
    words = "Prime Minister Solberg visited Japan in 2012 to attend the Kobe Conference and again in 2015 for the World Water Forum."
    assert [visit.occasion for visit in facts_of(f"{SHEET}{words}\n").visits] == [
        "Kobe Conference",
        "World Water Forum",
    ]


def test_a_surname_that_the_table_shows_in_capitals() -> None:
    facts = facts_of(
        "Japan-Kenya Relations\n\nHistory\n\nPresident Denis Sassou Nguesso visited Japan in June 2013.\n\nVIP Visits\n\n"
        "From Kenya to Japan\nYear Name\n2008 President Denis SASSOU NGUESSO\n2009 Minister of Trade Denis Sassou\n"
    )
    assert sorted((visit.date, visit.main_name, visit.other_names) for visit in facts.visits) == [
        ("2008", "Sassou Nguesso", "Denis"),
        ("2009", "Sassou", "Denis"),
        ("2013-06", "Sassou Nguesso", "Denis"),
    ]


def test_an_office_said_behind_a_name() -> None:
    words = "In August 2006, Junichiro Koizumi became the first Prime Minister of Japan to visit Norway."
    facts = facts_of(f"{SHEET}{words}\n")
    assert [(visit.other_names, visit.main_name, visit.office) for visit in facts.visits] == [
        ("Junichiro", "Koizumi", "Prime Minister")
    ]
    assert [event.kind for event in facts.events if event.date == "2006-08"] == ["visit"]
