"""`factsheets normalize` as a user and a program at the other end of a pipe meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.each import each

ROOT = Path(__file__).parents[2]
MATTERS = ["dates", "amounts", "names", "areas"]
Command = Callable[..., subprocess.CompletedProcess[str]]


def piped(matter: str, data: bytes, *options: str, **environment: str) -> list[dict[str, Any]]:
    """What the command says of the lines of standard input; it says nothing else and does not fail."""
    result = subprocess.run(
        [sys.executable, "-m", "pipeline", "normalize", matter, *options],
        cwd=ROOT,
        env=os.environ | environment,
        input=data,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    return [json.loads(line) for line in result.stdout.decode("utf-8").splitlines()]


def told(result: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert (result.returncode, result.stderr) == (0, "")
    return [json.loads(line) for line in result.stdout.splitlines()]


class TestArguments:
    @pytest.mark.parametrize(
        ("matter", "text", "field", "value"),
        [
            ("dates", "as of Oct 2013", "edtf", "2013-10"),
            ("areas", "イギリス", "area", "GBR"),
            ("amounts", "none of them", "amounts", []),
            ("names", "Trade arrangements (signed)", "visitors", []),
        ],
    )
    def test_one_text(self, factsheets: Command, matter: str, text: str, field: str, value: object) -> None:
        [line] = told(factsheets("normalize", matter, text))
        assert (line["input"], line[field]) == (text, value)

    def test_several_in_order_with_empty_ones(self, factsheets: Command) -> None:
        lines = told(factsheets("normalize", "areas", "Japan", "", "Niger", "Nigeria"))
        assert [line["area"] for line in lines] == ["JPN", None, "NER", "NGA"]

    @pytest.mark.parametrize("text", ["-18,581", "-27.9 thousand", "-hq", "-o", "--5", "-"])
    def test_what_looks_like_an_option_is_a_text(self, factsheets: Command, text: str) -> None:
        [line] = told(factsheets("normalize", "amounts", text))
        assert line["input"] == text

    def test_letters_are_not_escaped(self, factsheets: Command) -> None:
        assert '"モンゴル"' in factsheets("normalize", "areas", "モンゴル").stdout

    def test_bytes_that_are_no_text(self) -> None:
        command = [sys.executable, "-m", "pipeline", "normalize", "areas", b"\xff\xfeJapan"]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        assert json.loads(result.stdout)["input"] == "\udcff\udcfeJapan"

    def test_country_of_the_names(self, factsheets: Command) -> None:
        text = "Prime Minister Nguyen Tan Dung"
        with_area, without = (
            told(factsheets("normalize", "names", text, *options))[0]["visitors"][0]
            for options in (["--area", "vnm"], ["--area=GBR"])
        )
        assert with_area["main_name"] != without["main_name"]


class TestStandardInput:
    @each("matter", MATTERS)
    def test_one_object_for_every_line_whatever_it_holds(self, matter: str) -> None:
        data = b"2013\n\n\0\n \r\n" + b"\xff\x80\n" + "\u2028|\x85\n\r x\n".encode() + b"1" * 5000 + b"\nlast"
        lines = piped(matter, data)
        assert [line["input"] for line in lines] == [
            "2013", "", "\0", " ", "\udcff\udc80", "\u2028|\x85", "\r x", "1" * 5000, "last",
        ]  # fmt: skip

    def test_a_byte_order_mark_is_no_text(self) -> None:
        assert [line["area"] for line in piped("areas", "\ufeffJapan\r\nMongolia".encode())] == ["JPN", "MNG"]

    def test_nothing_in_nothing_out(self) -> None:
        assert piped("dates", b"") == []

    def test_utf_8_whatever_the_locale(self) -> None:
        [line] = piped("areas", "モンゴル".encode(), LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert line["area"] == "MNG"

    def test_answers_while_the_pipe_is_open(self) -> None:
        command = [sys.executable, "-m", "pipeline", "normalize", "dates"]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdin
            assert process.stdout
            for year in (b"2013", b"2014"):
                process.stdin.write(year + b"\n")
                process.stdin.flush()
                assert json.loads(process.stdout.readline())["edtf"] == year.decode()

    def test_stops_when_nobody_reads(self) -> None:
        command = [sys.executable, "-m", "pipeline", "normalize", "areas"]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdin
            assert process.stdout
            process.stdin.write(b"Japan\n")
            process.stdin.flush()
            process.stdout.readline()
            process.stdout.close()
            process.stdin.write(b"Niger\n")
            process.stdin.flush()
            assert process.wait(timeout=30) == 0


class TestWrongUse:
    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["colours"],
            ["dates", "--area", "MNG", "2013"],
            ["names", "--area", "XYZ", "x"],
            ["names", "--area", "", "x"],
        ],
        ids=" ".join,
    )
    def test_is_2_and_nothing_on_standard_output(self, factsheets: Command, arguments: list[str]) -> None:
        result = factsheets("normalize", *arguments)
        assert (result.returncode, result.stdout) == (2, "")
        assert "Traceback" not in result.stderr

    def test_help_has_an_example(self, factsheets: Command) -> None:
        result = factsheets("normalize", "--help")
        assert result.returncode == 0
        assert "Example:  factsheets normalize" in result.stdout
