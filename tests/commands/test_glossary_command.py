"""`safeclass glossary`: the words that lessons use, in plain lines and for programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import at_the_shell
import pytest

from safeclass.paths import shipped


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    return at_the_shell.run(capsys, "glossary", *words)[:2]


@pytest.mark.parametrize(("language", "line"), [("ko", "촉법소년: "), ("en", "protective disposition: ")])
def test_each_word_is_a_line_in_the_order_of_a_dictionary(capsys: pytest.CaptureFixture[str], language: str, line: str) -> None:
    status, out = run(capsys, "--language", language)
    lines = out.splitlines()
    assert status == 0
    assert any(told.startswith(line) for told in lines)
    assert lines == sorted(lines, key=lambda told: told.partition(": ")[0].casefold())
    assert not any("{" in told or "**" in told for told in lines)


def test_each_word_has_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    status, out = run(capsys, "--json")
    assert status == 0
    for word in json.loads(out):
        assert set(word) == {"id", "use", "gloss", "reason"}
        assert set(word["use"]) == set(word["gloss"]) == set(word["reason"]) == {"ko", "en"}


def test_a_course_without_such_words_says_so(capsys: pytest.CaptureFixture[str], course_folder: Path) -> None:
    (course_folder / "terms.yaml").unlink()
    assert run(capsys, "--course", str(course_folder), "--language", "en") == (0, "There are no words to explain here.\n")


def test_words_to_avoid_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    _status, out = run(capsys, "--language", "both", "--course", str(shipped()))
    assert not any(word in out.lower() for word in ("porn", "포르노", "지인능욕", "몰카", "spycam", "revenge"))


def test_signs_that_the_stream_cannot_hold_are_written_as_numbers_for_programs(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "safeclass", "glossary", "--json"],
        env=os.environ | {"PYTHONIOENCODING": "ascii", "SAFECLASS_HOME": str(tmp_path)},
        capture_output=True,
        check=True,
    ).stdout
    assert "촉법소년" in [word["use"]["ko"] for word in json.loads(told)]
