"""Frames → accepted and refused rows: each check with a row that must fail it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from pipeline import tables
from pipeline.tables.validation import Validation as Judged
from tests.each import each
from tests.tables.sample import CELLS, DOCUMENT, TEXT, make_row

Make = Callable[..., tuple[object, ...]]
Rows = dict[str, list[tuple[object, ...]]]

BAD = [
    # table, the cell that is spoilt, the column and the check that must tell of it
    ("documents", {"document_id": None}, "document_id", "missing"),
    ("documents", {"document_id": "../../etc/passwd"}, "document_id", "format"),
    ("documents", {"document_id": "mofa-japan/mng/2014-09-01\n"}, "document_id", "format"),
    ("documents", {"document_id": "mofa-japan/mng/2015"}, "document_id", "has_text"),
    ("documents", {"partner_area": "Mongolia"}, "partner_area", "format"),
    ("documents", {"published": "2014-13"}, "published", "format"),
    ("documents", {"sha256": "0" * 63}, "sha256", "format"),
    ("documents", {"size_bytes": -1}, "size_bytes", "minimum"),
    ("documents", {"size_bytes": 1.9}, "size_bytes", "type"),
    ("documents", {"size_bytes": "1_000"}, "size_bytes", "type"),
    ("documents", {"size_bytes": 2**63}, "size_bytes", "type"),
    ("documents", {"size_bytes": True}, "size_bytes", "type"),
    ("documents", {"text_form": "scroll"}, "text_form", "enum"),
    ("documents", {"title": "\udcff"}, "title", "type"),
    ("documents", {"characters_accounted": 71}, "characters_accounted", "start_before_end"),
    ("blocks", {"kind": "list item"}, "kind", "enum"),
    ("blocks", {"text": "Basic data"}, "text", "text_slice"),
    ("blocks", {"document_id": "mofa-japan/mng/2015"}, "text", "text_slice"),
    ("visits", {"from_area": "jpn"}, "from_area", "format"),
    ("visits", {"origin": None}, "origin", "missing"),
    ("visits", {"date": "1989.10"}, "date", "format"),
    ("visits", {"date": "2013-05-03/04"}, "date", "format"),
    ("visits", {"date": "../.."}, "date", "format"),
    ("visits", {"date_start": "1989-02-29"}, "date_start", "format"),
    ("visits", {"date_start": "1989-10"}, "date_start", "format"),
    ("visits", {"date_start": "1989-11-01"}, "date_start", "start_before_end"),
    ("visits", {"visitor_kind": "people"}, "visitor_kind", "enum"),
    ("visits", {"line": 0}, "line", "minimum"),
    ("visits", {"char_start": 13}, "quote", "text_slice"),
    ("visits", {"char_end": 10_000}, "quote", "text_slice"),
    ("visits", {"quote": ""}, "quote", "missing"),
    ("visits", {"person_id": "jpn-una"}, "person_id", "foreign_key"),
    ("visits", {"confirmed_by": "nobody"}, "confirmed_by", "foreign_key"),
    ("observations", {"indicator": "happiness"}, "indicator", "enum"),
    ("observations", {"unit": "YEN"}, "unit", "enum"),
    ("observations", {"unit_mult": 99}, "unit_mult", "maximum"),
    ("observations", {"value": 31.1}, "value", "type"),
    ("observations", {"value": Decimal("0.0000000001")}, "value", "type"),
    ("observations", {"value": Decimal("1E+38")}, "value", "type"),
    ("observations", {"value": Decimal("NaN")}, "value", "type"),
    ("observations", {"value": Decimal("Infinity")}, "value", "type"),
    ("observations", {"value_status": "none"}, "value", "value_fits_status"),
    ("observations", {"value_status": "zero"}, "value", "value_fits_status"),
    ("observations", {"value_status": "zero", "value": None}, "value", "value_fits_status"),
    ("visits", {"honorific": 0}, "honorific", "type"),
    ("observations", {"rank": ""}, "rank", "type"),
    ("observations", {"is_total": 1}, "is_total", "type"),
    ("events", {"kind": "party"}, "kind", "enum"),
    ("events", {"areas": "JPN,MNG"}, "areas", "format"),
    ("events", {"areas": "MNG JPN"}, "areas", "sorted_codes"),
    ("events", {"visit_id": "nothing"}, "visit_id", "foreign_key"),
    ("findings", {"rule": "boredom"}, "rule", "enum"),
    ("findings", {"row_id": "nothing"}, "row_id", "foreign_key"),
    ("findings", {"table": None}, "row_id", "foreign_key"),
    ("findings", {"char_end": None}, "quote", "text_slice"),
    ("changes", {"change": "improved"}, "change", "enum"),
    ("changes", {"to_document_id": "mofa-japan/mng/2015"}, "to_document_id", "foreign_key"),
]


KEYS = {
    "documents": ("document_id", "mofa-japan/mng/undated-{:08}"),
    "blocks": ("block", None),
    "visits": ("visit_id", "visit-{}"),
    "observations": ("observation_id", "observation-{}"),
    "events": ("event_id", "event-{}"),
    "findings": ("finding_id", "finding-{}"),
}


@pytest.fixture(scope="module")
def judged() -> Judged:
    """All bad rows, each with a key of its own, judged at once beside the true ones."""
    rows: Rows = {name: [make_row(name)] for name in CELLS}
    texts = {DOCUMENT: TEXT}
    for number, (table, spoilt, _, _) in enumerate(BAD, 1):
        column, pattern = KEYS.get(table, (None, None))
        key = {} if column is None else {column: pattern.format(number) if pattern else number}
        rows[table].append(make_row(table, **key | spoilt))
        texts |= {str(key["document_id"]): TEXT} if "document_id" in key and "document_id" not in spoilt else {}
    return tables.validate(tables.build(rows), texts)


@each(
    ("number", "table", "column", "check"),
    [(number, table, column, check) for number, (table, _, column, check) in enumerate(BAD, 1)],
)
def test_a_bad_row_is_refused_with_its_reason(judged: Judged, number: int, table: str, column: str, check: str) -> None:
    found = [one for one in judged.refused if (one.table, one.column, one.check) == (table, column, check)]
    assert len(found) == sum(bad[0] == table and bad[2:] == (column, check) for bad in BAD)
    assert all(one.reason.startswith(f"{column}: ") for one in found)
    name, pattern = KEYS.get(table, (None, None))
    if pattern and name not in BAD[number - 1][1]:
        assert pattern.format(number) in [one.row_id for one in found]


def test_the_true_rows_beside_them_stay(judged: Judged) -> None:
    assert {name: len(judged.accepted[name]) for name in CELLS} == dict.fromkeys(CELLS, 1) | {"refused": 1 + len(BAD)}
    assert len(judged.refused) == len(BAD)


def test_true_rows_are_accepted_whole(rows: Rows, texts: dict[str, str]) -> None:
    frames = tables.build(rows)
    accepted, refused = tables.validate(frames, texts)
    assert refused == []
    assert all(accepted[name].equals(frame) for name, frame in frames.items())


def test_empty_tables_are_valid() -> None:
    accepted, refused = tables.validate(tables.build({}), {})
    assert not refused
    assert not any(map(len, accepted.values()))


def test_dates_that_are_open_and_places_that_are_empty_are_right(rows: Rows, texts: dict[str, str], row: Make) -> None:
    rows["visits"] = [row("visits", date="2013/..", date_start="2013-01-01", date_end=None)]
    rows["findings"] += [row("findings", finding_id="a", char_start=0, char_end=0, quote="", table=None, row_id=None)]
    rows["findings"] += [row("findings", finding_id="b", document_id=None, line=None, char_start=None, char_end=None,
                             quote=None, table=None, row_id=None)]  # fmt: skip
    rows["findings"] += [row("findings", finding_id="c", table="blocks", row_id="mofa-japan/mng/2014-09-01:0")]
    assert tables.validate(tables.build(rows), texts).refused == []


def test_a_bad_row_below_one_without_a_value_is_the_one_that_is_refused(
    rows: Rows, texts: dict[str, str], row: Make
) -> None:
    rows["visits"] = [
        row(
            "visits",
            visit_id="mofa-japan/mng/2014-09-01#visit-0001",
            date="2013/..",
            date_start="2013-01-01",
            date_end=None,
        ),
        row("visits", visit_id="mofa-japan/mng/2014-09-01#visit-0002"),
        row("visits", visit_id="mofa-japan/mng/2014-09-01#visit-0003", date_end="2013~"),
    ]
    told = [one.row_id for one in tables.validate(tables.build(rows), texts).refused if one.column == "date_end"]
    assert told == ["mofa-japan/mng/2014-09-01#visit-0003"]


def test_of_rows_with_one_key_the_first_stays(rows: Rows, texts: dict[str, str], row: Make) -> None:
    rows["visits"] += [row("visits", honorific="Mr."), row("visits", honorific="Dr.")]
    accepted, refused = tables.validate(tables.build(rows), texts)
    assert accepted["visits"]["honorific"].isna().tolist() == [True]
    assert [one.check for one in refused] == ["unique", "unique"]


def test_what_hangs_on_a_refused_document_is_refused_too(rows: Rows, texts: dict[str, str], row: Make) -> None:
    rows["documents"] = [row("documents", partner_area="?")]
    frames = tables.build(rows)
    accepted, refused = tables.validate(frames, texts)
    assert {name for name, frame in accepted.items() if len(frame)} == {"people", "refused"}
    assert len(refused) == 7
    assert {one.source_path for one in refused if one.document_id} == {"raw/mongolia.txt"}


def test_every_row_goes_out_once_and_the_sound_ones_of_a_column_keep_their_type(
    rows: Rows, texts: dict[str, str], row: Make
) -> None:
    spoilt: list[object] = [7, "x", None, 2**70, 3.5]
    rows["people"] += [row("people", person_id=f"p{n}", visits=value) for n, value in enumerate(spoilt)]
    frames = tables.build(rows)
    accepted, refused = tables.validate(frames, texts)
    assert accepted["people"]["visits"].tolist() == [1, 7]
    assert str(accepted["people"]["visits"].dtype) == "Int64"
    assert sorted(one.row_id or "" for one in refused) == ["p1", "p2", "p3", "p4"]
    before, after = sum(map(len, frames.values())), sum(map(len, accepted.values()))
    assert before == after
    assert [one.reason for one in refused if one.row_id == "p1"] == ["visits: x is no integer"]
    assert sorted(one.check for one in refused) == ["missing", "type", "type", "type"]


def test_a_flood_of_bad_rows_is_kept_whole(rows: Rows, texts: dict[str, str], row: Make) -> None:
    rows["people"] += [row("people", person_id=f"p{n:04}", area="?", spellings="x" * 5000) for n in range(2000)]
    accepted, refused = tables.validate(tables.build(rows), texts)
    assert len(refused) == 2000
    assert len(accepted["refused"]) == 2001


def test_a_long_value_is_cut_and_an_impossible_one_escaped(rows: Rows, texts: dict[str, str], row: Make) -> None:
    rows["people"] += [row("people", person_id="a", area="x" * 5000), row("people", person_id="b", area="\udc80")]
    _, refused = tables.validate(tables.build(rows), texts)
    assert {one.value for one in refused} == {"x" * 200, "\\udc80"}


def test_columns_of_other_types_are_a_slip_of_the_program(rows: Rows, texts: dict[str, str]) -> None:
    frames = tables.build(rows)
    frames["people"] = frames["people"].astype({"visits": "int64"})
    with pytest.raises(TypeError, match="people has columns of other types: visits"):
        tables.validate(frames, texts)
