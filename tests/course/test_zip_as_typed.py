"""A course in a zip, as it is typed: every command reads it, none writes into it, and a bad one is told in one line."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile import STEERING
from packing import LESSON, NO_ZIPS, SMALL_COURSE, TRAPS, packed

from safeclass.cli import main

Captured = pytest.CaptureFixture[str]
Make = Callable[[Path], object]

COMMANDS = ("outline", "outline --json", "channels", "channels --json", "facts", "facts --json", "check", "check --all --json")
HANGUL = re.compile("[가-힣]")


def typed(captured: Captured, *words: str) -> tuple[int, str, str]:
    try:
        status = main(words)
    except SystemExit as end:
        status = int(end.code or 0)
    told = captured.readouterr()
    return status, told.out, told.err


@pytest.fixture
def zipped(tmp_path: Path) -> Path:
    return packed(tmp_path / "course.zip", "my-course/")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_zip_is_told_as_its_folder_is(command: str, zipped: Path, capsys: Captured) -> None:
    words = (*command.split(), "--language", "en", "--course")
    before = zipped.read_bytes()
    assert typed(capsys, *words, str(zipped)) == typed(capsys, *words, str(SMALL_COURSE))
    assert zipped.read_bytes() == before
    assert list(zipped.parent.iterdir()) == [zipped]


def test_a_lesson_in_a_zip_is_taken_and_kept(zipped: Path, capsys: Captured) -> None:
    status, out, err = typed(capsys, "learn", "short-one", "--plain", "--course", str(zipped), "--language", "en")
    assert (status, err) == (0, "")
    assert "A short lesson" in out
    status, out, _err = typed(capsys, "progress", "--course", str(zipped), "--language", "en")
    assert status == 0
    assert "A short lesson" in out


def test_a_translation_that_fell_behind_is_told_of_a_zip_too(course_folder: Path, tmp_path: Path, capsys: Captured) -> None:
    assert typed(capsys, "check", "--accept", "--course", str(course_folder))[0] == 0
    lesson = course_folder / "lessons" / "short-one.yaml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace('"물어봐요."', '"물어볼까요?"'), encoding="utf-8")
    zipped = tmp_path / "course.zip"
    with zipfile.ZipFile(zipped, "w") as into:
        for file in sorted(course_folder.rglob("*.*")):
            into.write(file, file.relative_to(course_folder))
    of_folder, of_zip = (json.loads(typed(capsys, "check", "--json", "--course", str(at))[1]) for at in (course_folder, zipped))
    assert [fault["rule"] for fault in of_zip] == ["stale-translation"]
    assert of_zip == of_folder


def test_faults_in_a_zip_are_told_at_its_members(tmp_path: Path, capsys: Captured) -> None:
    zipped = packed(tmp_path / "c.zip", "", ("lessons/other.yaml", b"lesson: other\ntitle: ]\n"))
    status, out, _err = typed(capsys, "check", "--json", "--course", str(zipped))
    assert status == 1
    assert ("lessons/other.yaml", 2) in {(fault["path"], fault["line"]) for fault in json.loads(out)}
    status, out, _err = typed(capsys, "check", "--format", "sarif", "--course", str(zipped))
    assert status == 1
    assert json.loads(out)["runs"][0]["originalUriBaseIds"]["COURSE"]["uri"] == f"{zipped.as_uri()}/"
    for paths, of_them in (([], True), (["lessons/other.yaml"], True), (["lessons"], True), ([LESSON], False)):
        status, out, _err = typed(capsys, "check", str(zipped), *paths)
        assert ("lessons/other.yaml:2:8" in out) is of_them
    status, out, err = typed(capsys, "check", str(zipped), "lessons/none.yaml", "--language", "en")
    assert (status, out) == (2, "")
    assert "lessons/none.yaml" in err


@pytest.mark.parametrize("options", [(), ("--check",)])
def test_no_schema_is_written_into_a_zip(options: tuple[str, ...], zipped: Path, capsys: Captured) -> None:
    status, out, err = typed(capsys, "schema", *options, "--course", str(zipped), "--language", "en")
    assert (status, out) == (2, "")
    assert err == "safeclass: Nothing is written into a zip. Unpack it, and name its folder.\n"


@pytest.mark.parametrize("make", (TRAPS | NO_ZIPS).values(), ids=(TRAPS | NO_ZIPS).keys())
def test_a_bad_zip_is_told_in_one_line_in_the_users_language(
    make: Make, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.zip"
    make(path)
    for language in ("ko", "en"):
        monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
        for command in ("learn", "outline", "channels", "facts", "schema", "progress"):
            status, out, err = typed(capsys, command, "--course", str(path))
            assert (status, out, err.count("\n")) == (2, "", 1)
            assert not STEERING.search(err[:-1])
            assert bool(HANGUL.search(err)) is (language == "ko")


@pytest.mark.parametrize("make", TRAPS.values(), ids=TRAPS.keys())
def test_a_trap_is_a_fault_to_the_checker(make: Make, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "c.zip"
    make(path)
    status, out, err = typed(capsys, "check", "--json", "--course", str(path))
    assert (status, err) == (1, "")
    (fault,) = json.loads(out)
    assert fault["rule"] == "zip"
    assert fault["path"]
    assert set(fault["message"]) == {"ko", "en"}


@pytest.mark.parametrize("make", NO_ZIPS.values(), ids=NO_ZIPS.keys())
def test_what_is_no_zip_is_no_course_to_the_checker(make: Make, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "c.zip"
    make(path)
    for words in (("check", "--course", str(path)), ("check", str(path))):
        status, out, err = typed(capsys, *words)
        assert (status, out, err.count("\n")) == (2, "", 1)
