"""Tables that a page sets with other tags than a table's: by the roles that it tells screen readers, or in rows of `div`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.etree

from pipeline.read.page.frame import NTH
from pipeline.read.page.layout import heads_a_column
from pipeline.read.page.tree import Element, words_of
from pipeline.read.text.dates import MONTH_WORD

_TAGS = {"row": "tr", "cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th", "rowgroup": "tbody"}
_roles = lxml.etree.XPath("//@role", smart_strings=False)
_role_tables = lxml.etree.XPath("//*[@role='table' or @role='grid'][not(self::table)][.//*[@role='row']]")
_with_role = lxml.etree.XPath(".//*[@role]")
_rows = lxml.etree.XPath(
    "//div[count(*) > 1 and not(*[not(self::div or self::p)]) and not(text()[normalize-space()])"
    " and not(*/*[self::div or self::p or self::table or self::ul or self::ol or self::dl"
    " or self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6])]"
)
_table_rows = lxml.etree.XPath("//tr[count(td|th) > 1][count(*/descendant::table) > 1]")
_DATE = re.compile(
    rf"(?=.*(?:{MONTH_WORD}|[12][0-9]{{3}}|[0-9]月))(?:{MONTH_WORD}|[12][0-9]{{3}}|{NTH}|[年月日 \u00a0.,/–-])++", re.I
)
_LONGEST_DATE = 40
_LONGEST_HEAD = 100
_YEAR = re.compile(r"(?:FY ?)?[12][0-9]{3}")


def as_tables(root: Element) -> None:
    """Gives a page's tables the tags of one, in place.

    Rows are `div` beside each other whose parts are as many: the first of them a date or blank, or below a row that
    heads columns. One alone is a row where others of the page are set in its class.
    """
    for table in _role_tables(root) if "row" in _roles(root) else ():
        table.tag = "table"
        for element in _with_role(table):
            element.tag = _TAGS.get(element.get("role"), element.tag)
    runs = list(_runs(_rows(root)))
    known = {row.get("class") for run in runs if len(run) > 1 for row in run} - {None}
    for run in runs:
        if len(run) > 1 or run[0].get("class") in known:
            _wrap(run)


def join_heads(root: Element) -> None:
    """Puts the words over tables that stand side by side in one row of another table to each of them, in place: else they
    would be read one behind the other before the first."""
    for row in _table_rows(root):
        cells, above = _cells(row), row.getprevious()
        heads = _cells(above) if above is not None and above.tag == "tr" else []
        if len(heads) != len(cells) or any(cell.find(".//table") is None for cell in cells):
            continue
        stray = (above.text, above.tail, *(head.tail for head in heads)) if heads else ()
        if any((words or "").strip() for words in stray):
            continue
        if any(head.find(".//table") is not None or not 0 < len(words_of(head)) <= _LONGEST_HEAD for head in heads):
            continue
        for head, cell in zip(heads, cells, strict=True):
            head.tag = "div"
            head.tail, cell.text = cell.text, None
            cell.insert(0, head)
        row.getparent().remove(above)


def _runs(rows: list[Element]) -> Iterator[list[Element]]:
    """The rows that stand right beside each other, as far as they are a table's."""
    run: list[Element] = []
    for row in rows:
        if run and (
            run[-1].getnext() is not row or (run[-1].tail or "").strip() or len(_cells(run[-1])) != len(_cells(row))
        ):
            if _is_table(run):
                yield run
            run = []
        run.append(row)
    if run and _is_table(run):
        yield run


def _cells(row: Element) -> list[Element]:
    """The elements of a row, among which comments may stand."""
    return list(row.iterchildren(lxml.etree.Element))


def _is_table(run: list[Element]) -> bool:
    heads = [words for cell in _cells(run[0]) if (words := words_of(cell))]
    if len(run) > 1 and len(heads) > 1 and all(heads_a_column(words) or _YEAR.fullmatch(words) for words in heads):
        return True
    firsts = [words_of(_cells(row)[0]).strip("\u00a0") for row in run]
    return bool(firsts[0]) and all(
        not words or (len(words) < _LONGEST_DATE and _DATE.fullmatch(words)) for words in firsts
    )


def _wrap(run: list[Element]) -> None:
    """Puts rows into a table of their own, where the first of them stands."""
    above = run[0].getparent()
    if above is None:
        return
    table = lxml.etree.Element("table", border="1")
    above.insert(above.index(run[0]), table)
    table.extend(run)
    for row in run:
        row.tag = "tr"
        for cell in _cells(row):
            cell.tag = "td"
