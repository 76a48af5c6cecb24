"""Links to other pages below their heading tell nothing of the sheet."""

from __future__ import annotations

from tests.each import each
from tests.helpers import facts_of

FRONT = "Japan-Kenya Relations\n\nMay 5, 2018\n\nAgreements\n\n  • Air Agreement (1999)\n\n"
TOLD = [
    ("Related Information\nJapan-Kenya Summit Meeting (October 29, 2015)\nList of Grant Aid in Fiscal Year 2007\n\nBack to Index\n", ["1999"]),
    ("Related Links:\n\n  • Japan-Kenya Summit Meeting (October 29, 2015)\n  • Statement on Kenya (December 28, 2007)\n", ["1999"]),
    ("Related Information\n\nForeign Minister of Kenya visits Japan (March 24-26, 2009)\nSigning of Notes (May 8, 2008)\n\nBack to Kenya\n", ["1999"]),
    ("Related Links\n\nMinister of Kenya visits Japan (March 2009)\n\nSigning of Notes, grant aid (May 8, 2008)\n\nThe pact was signed in May 2010\n", ["1999", "2010-05"]),
    ("Related Information\nMr. Kono visited Kenya in May 2010.\n", ["1999", "2010-05"]),
    ("Related Information\n\nThe pact was signed in May 2010\n", ["1999", "2010-05"]),
    ("Related Information\nDiplomatic Relations\nSeptember 1963\n", ["1999", "1963-09"]),
]  # fmt: skip


@each(("text", "dates"), TOLD)
def test_what_stands_below_a_heading_of_links(text: str, dates: list[str]) -> None:
    assert [event.date for event in facts_of(FRONT + text).events] == dates
