"""`safeclass new` writes a lesson that only its own reminders keep from being clean, and never writes over anything."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from safeclass.cli import main
from safeclass.commands import new
from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course
from safeclass.course.fault import Fault, Severity
from safeclass.paths import shipped

SMALL_COURSE = Path(__file__).parents[1] / "course" / "small_course"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the small course, with the working folder in it."""
    copy = tmp_path / "course"
    shutil.copytree(SMALL_COURSE, copy)
    monkeypatch.chdir(copy)
    yield copy
    os.chdir("/")


def typed(*words: str, language: str = "en") -> int:
    try:
        return main(["new", *words, "--language", language])
    except SystemExit as end:
        return int(end.code or 0)


def faults_of(folder: Path, lesson: str) -> list[Fault]:
    return [fault for fault in set_of_faults(Course(folder)) if fault.place.path == f"lessons/{lesson}.yaml"]


@pytest.mark.parametrize("sensitive", [[], ["--sensitive"]])
@pytest.mark.parametrize("course", [SMALL_COURSE, shipped()])
def test_nothing_but_its_reminders_is_wrong_with_a_new_lesson(course: Path, sensitive: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "course"
    shutil.copytree(course, folder)
    assert typed("asking-first", "--course", str(folder), *sensitive) == 0
    faults = [fault for fault in faults_of(folder, "asking-first") if fault.severity is not Severity.ADVICE]
    assert {fault.rule for fault in faults} == {"todo"}
    text = (folder / "lessons" / "asking-first.yaml").read_text(encoding="utf-8")
    assert text.count("할 일:") - 1 == text.count("TODO:") - 1 == len(faults), "each reminder is told once; one is a note"


def test_a_reminder_is_told_at_its_line_in_both_languages(folder: Path) -> None:
    typed("asking-first")
    lines = (folder / "lessons" / "asking-first.yaml").read_text(encoding="utf-8").splitlines()
    for fault in faults_of(folder, "asking-first"):
        assert "할 일:" in "".join(lines[fault.place.line - 1 : fault.place.line + 1])
        assert "할 일" in fault.say("ko")
        assert "words" in fault.say("en")


def written_over(line: str, number: int) -> str:
    """A line of a new lesson as an author might leave it: words of its own in place of each reminder."""
    if line.lstrip().startswith("#"):
        return line
    korean = f"{'가나다라마바사아자차'[number % 10]}{'묻듣보말적알찾돕쉬멈'[number // 2 // 10 % 10]}게 해요."
    english = f"It is the one called {chr(97 + number // 2 % 26)}{chr(97 + number // 52)}."
    line = re.sub(r"할 일:[^\"{]*", korean, line)
    return re.sub(r"TODO:[^\"{]*", english, line)


def test_a_new_lesson_with_its_reminders_written_over_is_clean_and_can_be_taken(folder: Path) -> None:
    typed("asking-first", "--unit", "ask", "--sensitive")
    path = folder / "lessons" / "asking-first.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(written_over(line, number) for number, line in enumerate(lines)), encoding="utf-8")
    assert [f"{fault.place} {fault.say('en')}" for fault in faults_of(folder, "asking-first")] == []
    lesson, faults = Course(folder).lesson("asking-first")
    assert lesson is not None
    assert faults == []
    assert len(lesson.deck) == 6


def test_the_path_the_next_step_and_the_line_to_add_are_told(folder: Path, capsys: Captured) -> None:
    assert typed("asking-first") == 0
    written, then, add = capsys.readouterr().out.splitlines()
    assert written == os.path.join("lessons", "asking-first.yaml")
    assert then.endswith(f"safeclass check {written}")
    assert "lessons: [..., asking-first]" in add
    assert (folder / "course.yaml").read_bytes() == (SMALL_COURSE / "course.yaml").read_bytes()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    "words",
    [["short-one"], ["Asking"], ["../asking"], ["묻기"], ["-"], ["asking", "--unit", "none"], ["a" * 300], ["asking\x1b[1m"]],
)
def test_what_cannot_be_written_is_one_line_and_status_2(words: list[str], language: str, folder: Path, capsys: Captured) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert typed(*words, language=language) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "\x1b" not in told.err
    assert any("가" <= sign <= "힣" for sign in told.err.replace("묻기", "")) == (language == "ko")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_folder_that_cannot_be_written_is_told(folder: Path, capsys: Captured) -> None:
    shutil.rmtree(folder / "lessons")
    (folder / "lessons").write_text("in the way", encoding="utf-8")
    assert typed("asking-first") == 2
    assert capsys.readouterr().err.startswith("safeclass: lessons")


def test_without_a_course_of_ones_own_an_author_is_asked_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(new, "is_installed", lambda: True)
    before = sorted(path.name for path in (shipped() / "lessons").iterdir())
    assert typed("asking-first") == 2
    assert "--course" in capsys.readouterr().err
    assert sorted(path.name for path in (shipped() / "lessons").iterdir()) == before


def test_a_lesson_is_put_into_a_unit_and_nothing_else_of_the_file_changes(folder: Path, capsys: Captured) -> None:
    before = (folder / "course.yaml").read_text(encoding="utf-8")
    assert typed("asking-first", "--unit", "ask") == 0
    assert "course.yaml" in capsys.readouterr().out.splitlines()
    after = (folder / "course.yaml").read_text(encoding="utf-8")
    assert after == before.replace("short-one]", "short-one, asking-first]")
    assert Course(folder).lesson_ids[-1] == "asking-first"


def test_check_without_a_path_looks_at_the_course_around_the_working_folder(folder: Path, capsys: Captured) -> None:
    typed("asking-first")
    capsys.readouterr()
    (folder / "deeper").mkdir()
    os.chdir(folder / "deeper")
    assert main(["check", "--language", "en"]) == 1
    assert "asking-first.yaml:" in capsys.readouterr().out
