"""Words in Japanese that tell who goes from where to where."""

from __future__ import annotations

import re

from pipeline.normalize.areas import find_areas
from pipeline.outline.headings import SHORT_LAND

JAPAN = "JPN"
"""Whom 日 means, and 邦 and 我が国 on sheets of its own."""
FROM, TO, OWN = (
    re.compile("(?:から|より)"),
    re.compile("(?:へ|に(?:対|進出|所在|在住|在留|拠点)|向け|訪問)"),
    re.compile("(?:の|人|企業|系|国民)"),
)
IN = re.compile("(?:在留?|訪|対)\\Z")
SHORT_GOAL, TOWARDS, OWN_PEOPLE = re.compile("[在訪対]日"), re.compile("対日"), re.compile("邦人|日系|本邦企業")
GONE_OUT = re.compile("(?:\\A|[）)．.\\s])進出企業")
"""Companies that went out, whose no word says: on a sheet of Japan's they are Japan's."""
OUR_LAND = re.compile("[我わ]が国")
IMPORTS = re.compile("輸入")
ARROW = re.compile(r"\s?[→⇒]\s?")


def japanese_ends(words: str, pair: tuple[str, str | None]) -> tuple[str | None, str | None]:
    """Where what Japanese words name goes from and to, as far as they say.

    >>> japanese_ends("日本からの輸出", ("JPN", "FIN")), japanese_ends("在日フィンランド人数", ("JPN", "FIN"))
    (('JPN', None), ('FIN', 'JPN'))
    >>> japanese_ends("対日輸入", ("JPN", "FIN")), japanese_ends("日本との貿易", ("JPN", "FIN"))
    (('JPN', None), (None, None))
    >>> japanese_ends("我が国への輸入", ("JPN", "FIN"))
    (None, 'JPN')
    >>> japanese_ends("フィンランド→日本", ("JPN", "FIN"))
    ('FIN', 'JPN')
    """
    home = pair[0]
    words = OUR_LAND.sub("日本", words) if home == JAPAN else words
    mentions = find_areas(words)
    if len(mentions) == 2 and ARROW.fullmatch(words[mentions[0].end : mentions[1].start]):
        ends = mentions[0].area, mentions[1].area
        return ends if set(ends) == set(pair) else (None, None)
    source = goal = None
    is_import = IMPORTS.search(words) is not None
    for mention in mentions:
        if mention.area not in pair:
            continue
        before, after = words[: mention.start], words[mention.end :]
        if FROM.match(after):
            source = mention.area
        elif before.endswith("対") and after.startswith("輸入"):
            source, goal = mention.area, pair[0]
        elif TO.match(after) or IN.search(before) or (OWN.match(after) and is_import):
            goal = mention.area
        elif OWN.match(after):
            source = mention.area
    if home == JAPAN:
        if SHORT_LAND.search(words):
            return (pair[1], home) if is_import else (home, pair[1])
        if short := SHORT_GOAL.search(words):
            is_bought = is_import and TOWARDS.match(short[0]) is not None
            source, goal = (home, goal) if is_bought else (source, home)
        if OWN_PEOPLE.search(words) or (source is None and goal != home and GONE_OUT.search(words)):
            source = home
    return (source, goal) if source != goal else (None, None)
