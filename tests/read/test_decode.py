"""Bytes against the text that a careful reader would get out of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.charsets import codec_of
from pipeline.read.clean import clean, collapse
from pipeline.read.decode import Decoded, decode
from pipeline.records import Refused
from tests.each import each

JAPANESE = "令和5年10月20日 日本との貿易は①㈱髙島屋のとおりです。"
SMART = "Japan’s “Strategic Partnership” – Côte d’Ivoire 64.2 €"
META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


def _page(charset: str, text: str, codec: str) -> bytes:
    return (META.format(charset) + text).encode(codec)


MATRIX = [
    ("ascii", b"1.8 billion yen", {}, "utf-8", "utf8", False),
    ("utf-8", SMART.encode(), {}, "utf-8", "utf8", False),
    ("utf-8 with mark", b"\xef\xbb\xbf" + SMART.encode(), {"declared": "cp932"}, "utf-8", "bom", False),
    ("utf-16 with mark", SMART.encode("utf-16"), {}, "utf-16-le", "bom", False),
    ("utf-16-be with mark", b"\xfe\xff" + SMART.encode("utf-16-be"), {}, "utf-16-be", "bom", False),
    ("utf-16-le without mark", SMART.encode("utf-16-le"), {}, "utf-16-le", "guess", False),
    ("utf-16-be without mark", SMART.encode("utf-16-be"), {}, "utf-16-be", "guess", False),
    (
        "header iso-8859-1 is windows-1252",
        SMART.encode("cp1252"),
        {"declared": "iso-8859-1"},
        "cp1252",
        "header",
        False,
    ),
    ("windows-1252 undeclared", SMART.encode("cp1252"), {}, "cp1252", "guess", False),
    ("header shift_jis is cp932", JAPANESE.encode("cp932"), {"declared": "Shift_JIS"}, "cp932", "header", False),
    ("meta shift_jis is cp932", _page("Shift_JIS", JAPANESE, "cp932"), {"html": True}, "cp932", "declared", False),
    ("cp932 undeclared", JAPANESE.encode("cp932"), {}, "cp932", "guess", False),
    ("cp932 declared western", _page("iso-8859-1", JAPANESE, "cp932"), {"html": True}, "cp932", "guess", True),
    ("cp932 declared utf-8", _page("utf-8", JAPANESE, "cp932"), {"html": True}, "cp932", "guess", True),
    ("utf-8 declared western", _page("iso-8859-1", SMART, "utf-8"), {"html": True}, "utf-8", "utf8", True),
    ("utf-8 declared shift_jis", _page("shift_jis", JAPANESE, "utf-8"), {"html": True}, "utf-8", "utf8", True),
    (
        "smart quotes declared western",
        _page("iso-8859-1", SMART, "cp1252"),
        {"html": True},
        "cp1252",
        "declared",
        False,
    ),
    ("euc-jp undeclared", "日本との貿易は次のとおりです。".encode("euc-jp"), {}, "euc-jp", "guess", False),
    ("euc-jp with vendor row", _page("euc-jp", "貿易①", "euc_jisx0213"), {"html": True}, "euc-jp", "declared", False),
    ("iso-2022-jp", "日本との貿易".encode("iso2022_jp"), {}, "iso-2022-jp", "guess", False),
    ("utf-7 is no charset", SMART.encode(), {"declared": "utf-7"}, "utf-8", "utf8", True),
    ("unknown label", SMART.encode("cp1252"), {"declared": "klingon"}, "cp1252", "guess", True),
    ("windows-1251", _page("windows-1251", "Внешняя торговля", "cp1251"), {"html": True}, "cp1251", "declared", False),
    ("meta counts in pages only", _page("shift_jis", SMART, "utf-8"), {}, "utf-8", "utf8", False),
    ("label in a comment", b"<!-- charset=utf-16 -->" + SMART.encode(), {"html": True}, "utf-8", "utf8", False),
]


@each(("data", "options", "encoding", "basis", "noted"), [case[1:] for case in MATRIX])
def test_matrix(data: bytes, options: dict[str, str], encoding: str, basis: str, noted: bool) -> None:
    decoded = decode(data, **options)  # type: ignore[arg-type]
    assert isinstance(decoded, Decoded)
    assert (decoded.encoding, decoded.basis, decoded.replaced) == (encoding, basis, 0)
    assert bool(decoded.notes) == noted
    assert any(text in decoded.text for text in (JAPANESE, SMART, "1.8 billion", "貿易", "торговля"))


def test_one_bad_byte_is_one_replacement() -> None:
    decoded = decode(SMART.encode() + b"\xff end")
    assert isinstance(decoded, Decoded)
    assert decoded.text == SMART + "\ufffd end"
    assert decoded.replaced == 1
    assert decoded.notes == ("encoding: 1 replacement character",)


def test_one_bad_byte_under_a_declared_utf8() -> None:
    decoded = decode(b"31.1 \xffbillion yen", declared="utf-8")
    assert isinstance(decoded, Decoded)
    assert (decoded.text, decoded.basis) == ("31.1 \ufffdbillion yen", "header")


def test_one_bad_byte_in_japanese() -> None:
    data = (JAPANESE * 5).encode("cp932") + b"\x81 end"
    decoded = decode(data, declared="shift_jis")
    assert isinstance(decoded, Decoded)
    assert decoded.encoding == "cp932"
    assert decoded.text.startswith(JAPANESE)
    assert decoded.replaced == 1


def test_mojibake_is_noted() -> None:
    decoded = decode("Japan’s".encode().decode("cp1252").encode())
    assert isinstance(decoded, Decoded)
    assert decoded.notes == ("encoding: looks decoded twice, such as 'â€™'",)


@each(
    "data",
    [
        b"",
        b" \r\n\t",
        b"\0\0\0",
        b"%PDF-1.7 text",
        bytes(range(256)) * 40,
        b"\x89PNG....",
        b"\xff\xfe" + b"\0\xd8" * 50,
    ],
)
def test_refused(data: bytes) -> None:
    assert isinstance(decode(data), Refused)


def test_controls_are_removed_and_counted() -> None:
    decoded = decode("a\r\nb\rc\0d\x85e\u2028f\u202eg\x0bh\tend".encode())
    assert isinstance(decoded, Decoded)
    assert decoded.text == "a\nb\ncd\ne\nfg h\tend"
    assert decoded.notes == ("encoding: 5 control characters removed",)


@each(
    ("label", "codec"),
    [("Shift_JIS", "cp932"), ("x-sjis", "cp932"), ("latin1", "cp1252"), ("UTF8", "utf-8"), (" ascii ", "cp1252"),
     ("utf-7", None), ("iso-2022-kr", None), ("x-user-defined", None), ("", None), ("ｕｔｆ８", None)],
)  # fmt: skip
def test_labels(label: str, codec: str | None) -> None:
    assert codec_of(label) == codec


@given(
    st.binary(max_size=400), st.sampled_from([None, "utf-8", "shift_jis", "euc-jp", "utf-16", "x", "\0"]), st.booleans()
)
def test_any_bytes(data: bytes, declared: str | None, flag: bool) -> None:
    decoded = decode(data, declared=declared, html=flag, japanese_hint=flag)
    if isinstance(decoded, Decoded):
        assert "\r" not in decoded.text
        text = decoded.text.replace("\f", " ")  # which only ends a page
        assert text.splitlines() == text.removesuffix("\n").split("\n") or not text
        decoded.text.encode()
        assert all(note.startswith("encoding: ") for note in decoded.notes)


@given(st.text(max_size=200))
def test_clean_text_stays(text: str) -> None:
    once, _ = clean(text)
    assert clean(once) == (once, 0)
    assert collapse(collapse(text)) == collapse(text)
