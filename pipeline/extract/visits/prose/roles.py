"""What travellers were then, and who came along: `visited Japan as Crown Prince, together with Prince Henrik`."""

from __future__ import annotations

import re

from pipeline.extract.visits.prose.bare_names import in_office
from pipeline.extract.visits.prose.subjects import DESTINATION_REACH, LONGEST_SUBJECT, Subject, visitor_start
from pipeline.normalize.dates import find_dates
from pipeline.normalize.visitors import Visitor, parse_visitors

BESIDE = re.compile(
    r"(?: (?:(?:to|in|on|from|the|of)\b|[A-Z0-9][\w’'-]*),?)*+,? (?P<with>(?:(?:together|along) with|accompanied by) [^;()]{3,80})"
)
"""Who came along, where only the place and the date of the visit stand between: those behind `and met …` may be the hosts."""
ROLE_THEN = re.compile(r",\s+as (?:the )?(?:then )?(?=[A-Z])")
EARLIER_ROLE = re.compile(r"(?<!ed)(?<!en)(?<!wn)(?<!uch)(?<!ell)\s+as (?:the )?(?:then )?(?=[A-Z])")
CLAUSE_GOES_ON = re.compile(r"[;(]|,? (?:and|but|who|which|where|while|when)\b")
ENVOY = re.compile(r"(?:(?:[Ss]pecial|Personal|Presidential|Official) )?(?:Envoy|Ambassador|Representative)\b")


def in_earlier_role(sentence: str, match: re.Match[str], visitors: tuple[Visitor, ...]) -> tuple[Visitor, ...]:
    """`had been in Ireland as Crown Prince`, `the Emperor, as Crown Prince, visited …`: what the visitors were then."""
    role = ROLE_THEN.search(sentence, 0, match.start()) if match["did"] and len(visitors) == 1 else None
    if role is None and match["did"] and len(visitors) == 1 and visitors[0].name_printed and not visitors[0].office:
        role = _role_behind(sentence, match.end())
    elif role is None and not any(visitor.main_name for visitor in visitors):
        role = EARLIER_ROLE.search(sentence, match.end(), match.end() + DESTINATION_REACH)
        role = None if role and find_dates(sentence[match.end() : role.start()]) else role
    elif role and find_dates(sentence[match.end() : role.start()]):
        role = None
    if role is None:
        return visitors
    return in_office(visitors, parse_visitors(sentence[role.end() : role.end() + LONGEST_SUBJECT]).visitors)


def _role_behind(sentence: str, start: int) -> re.Match[str] | None:
    """What somebody without an office came as, at the end of his clause: `visited Laos in May 2002 as Special Envoy`. Behind
    somebody else it is his who has none but as an envoy: `the inauguration of Mr. Sato as President`."""
    end = CLAUSE_GOES_ON.search(sentence, start)
    role = EARLIER_ROLE.search(sentence, start, end.start() if end else len(sentence))
    is_own = role and (visitor_start(sentence[start : role.start()]) is None or ENVOY.match(sentence, role.end()))
    return role if is_own else None


def with_spouse(sentence: str, match: re.Match[str], subject: Subject) -> tuple[Visitor, ...]:
    """The visitors, and whoever came along as the spouse of a single one: `made a visit to Japan together with Prince Henrik`.

    Others that came along may be of any country, the hosts' too. The spouse has the visitor's place in the sentence.
    """
    beside = BESIDE.match(sentence, match.end()) if match["did"] and len(subject.visitors) == 1 else None
    if beside is None:
        return subject.visitors
    [visitor] = subject.visitors
    words = f"{sentence[subject.offset + visitor.start : subject.offset + visitor.end]} {beside['with'].rstrip(' .,')}"
    both = parse_visitors(words).visitors
    spouse = [one._replace(start=visitor.start, end=visitor.end) for one in both[1:2] if one.party_role == "spouse"]
    return (visitor, *spouse)
