"""Tables of figures whose cells are run together: `ItemAmountNote`, and below it `Grants139 million yenJICA basis`."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.outline import Line

WORD_END = re.compile(r"(?<=[a-z)])(?=[A-Z])")
COLUMNS = (
    re.compile(r"items?|nationality|categor(?:y|ies)|types?|schemes?|kinds?", re.I),
    re.compile(r"(?:amount|value|number|total)s?(?: ?\(.*\))?", re.I),
    re.compile(r"notes?|remarks?|(?:main )?(?:goods|items|products)|dates?|as of|sources?|basis", re.I),
)
"""What heads the three columns: what is counted, the figure, and what is said of it, which may be missing."""
FEWEST = 2
ROW = re.compile(
    r"(?P<label>[^0-9]*?(?:[^\W\d_]|\)))"
    r"(?P<value>(?:US\$ ?|[$€¥])?[0-9][0-9,.]*(?: (?:thousand|million|billion|trillion))?(?: (?:yen|(?:US )?dollars|euros?))?"
    r"|(?<=[a-z])(?:none|None|N/A)\Z)"
    r"(?P<rest>.*)"
)


class GluedRows:
    """Cuts the rows below a header whose words are run together."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.section: object = None

    def open(self, line: Line) -> bool:
        """Remember a header of such columns. Returns whether the line is one."""
        parts = WORD_END.split(self.facts.text[line.block.body : line.block.end])
        heads = zip(COLUMNS, parts, strict=False)
        is_header = FEWEST <= len(parts) <= len(COLUMNS) and all(known.fullmatch(part) for known, part in heads)
        if is_header:
            self.section = line.section
        return is_header

    def words(self, line: Line) -> str | None:
        """A row with signs between its cells, as other lines are printed: `Grants: 139 million yen (JICA basis)`."""
        if self.section is not line.section:
            return None
        row = ROW.fullmatch(self.facts.text[line.block.body : line.block.end])
        if row is None:
            return None
        return f"{row['label']}: {row['value']}" + (f" ({row['rest'].strip(' ()')})" if row["rest"] else "")
