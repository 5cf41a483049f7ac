"""A lesson can be named by its id or by its file, whatever the command."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_shell import run


@pytest.fixture(autouse=True)
def desk(course_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small course, to work in."""
    monkeypatch.setenv("SAFECLASS_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(course_folder)
    return course_folder


def test_check_and_preview_take_an_id(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    path = desk / "lessons" / "short-one.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("물어봐요.", "물어봐요!"), encoding="utf-8")
    by_file = run(capsys, "check", "lessons/short-one.yaml", "--language", "en")
    assert by_file[0] == 1
    assert run(capsys, "check", "short-one", "--language", "en") == by_file
    assert run(capsys, "check", "every-kind", "--language", "en")[0] == 0
    frame = ("--frame", "1", "--language", "en")
    assert run(capsys, "preview", "short-one", *frame) == run(capsys, "preview", "lessons/short-one.yaml", *frame)


def test_an_id_works_from_another_folder_with_the_course_named(
    capsys: pytest.CaptureFixture[str], desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.parent)
    assert run(capsys, "check", "short-one", "--course", str(desk))[0] == 0


def test_what_is_neither_file_nor_lesson_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "check", "no-such", "--language", "en")
    assert (status, out) == (2, "")
    assert "There is no file no-such" in err


def test_a_file_that_is_called_as_a_lesson_is_that_file(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    (desk / "short-one").write_text("notes", encoding="utf-8")
    assert "short-one is not read" in run(capsys, "check", "short-one", "--language", "en")[2]


@pytest.mark.parametrize("outside", [False, True])
def test_handout_and_learn_take_a_path(
    outside: bool, capsys: pytest.CaptureFixture[str], desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if outside:
        monkeypatch.chdir(desk.parent)
    path = str(desk / "lessons" / "short-one.yaml") if outside else "lessons/short-one.yaml"
    status, out, _err = run(capsys, "handout", path, "--output", "-", "--language", "en")
    assert status == 0
    assert out == run(capsys, "handout", "short-one", "--output", "-", "--language", "en", "--course", str(desk))[1]
    status, out, _err = run(capsys, "learn", path, "--plain", "--guest", "--language", "en")
    assert status == 0
    assert out == run(capsys, "learn", "short-one", "--plain", "--guest", "--language", "en", "--course", str(desk))[1]


@pytest.mark.parametrize("command", ["handout", "learn"])
def test_a_lesson_that_the_course_does_not_name_yet_can_be_previewed(
    command: str, capsys: pytest.CaptureFixture[str], desk: Path
) -> None:
    (desk / "lessons" / "another.yaml").write_bytes((desk / "lessons" / "short-one.yaml").read_bytes())
    status, _out, err = run(capsys, command, "lessons/another.yaml", "--language", "en")
    assert status == 2
    assert "safeclass preview lessons/another.yaml" in err
    assert run(capsys, command, "lessons/no-such.yaml", "--language", "en")[0] == 2
    assert "is no lesson" in run(capsys, command, "facts.yaml", "--language", "en")[2]
