"""`safeclass handout`: where the file goes, what is never overwritten, and what is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import at_the_shell
import pytest

from safeclass.course.course import Course
from safeclass.paths import shipped

LESSONS = Course(shipped()).lesson_ids


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.setenv("SAFECLASS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    return at_the_shell.run(capsys, "handout", *words)


def test_a_sheet_is_a_file_in_this_folder_called_after_the_lesson(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    status, out, err = run(capsys, "not-a-joke", "--language", "ko")
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "not-a-joke.ko.html"
    assert [file.name for file in desk.iterdir()] == ["not-a-joke.ko.html"]
    assert "장난이라고 말할 때" in (desk / "not-a-joke.ko.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("output", "file"), [("mine.html", "mine.html"), (".", "not-a-joke.both.html"), ("sheets", "sheets/not-a-joke.both.html")]
)
def test_another_file_or_folder_can_be_named(capsys: pytest.CaptureFixture[str], desk: Path, output: str, file: str) -> None:
    (desk / "sheets").mkdir()
    assert run(capsys, "not-a-joke", "-o", output, "--language", "both")[0] == 0
    assert (desk / file).is_file()


def test_to_the_standard_output_nothing_else_is_written(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    status, out, err = run(capsys, "not-a-joke", "--output", "-")
    assert (status, err) == (0, "")
    assert out.startswith("<!DOCTYPE html>\n")
    assert out.endswith("</html>\n")
    assert not list(desk.iterdir())


def test_a_sheet_is_made_anew_but_what_somebody_wrote_is_never_overwritten(
    capsys: pytest.CaptureFixture[str], desk: Path
) -> None:
    file = desk / "not-a-joke.en.html"
    assert run(capsys, "not-a-joke", "--today", "2026-11-22")[0] == 0
    first = file.read_text(encoding="utf-8")
    assert run(capsys, "not-a-joke", "--today", "2026-11-27")[0] == 0
    assert file.read_text(encoding="utf-8") != first
    for theirs in (first.replace("22 November", "23 November"), "my own sheet", first + " "):
        file.write_text(theirs, encoding="utf-8")
        status, out, err = run(capsys, "not-a-joke")
        assert (status, out) == (2, "")
        assert err.count("\n") == 1
        assert "not-a-joke.en.html" in err
        assert file.read_text(encoding="utf-8") == theirs


def test_every_lesson_goes_into_a_folder_that_is_made(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    status, _out, err = run(capsys, "--all", "--output", "sheets/today", "--language", "both")
    assert (status, err) == (0, "")
    assert {file.name for file in (desk / "sheets/today").iterdir()} == {f"{lesson}.both.html" for lesson in LESSONS}


def test_a_lesson_that_does_not_open_keeps_no_other_from_being_printed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    course = tmp_path / "course"
    shutil.copytree(shipped(), course)
    (course / "lessons" / "not-a-joke.yaml").write_text("lesson: [", encoding="utf-8")
    status, out, err = run(capsys, "--all", "--course", str(course))
    assert status == 1
    assert err.startswith("safeclass: lessons/not-a-joke.yaml:")
    assert len(out.splitlines()) == len(LESSONS)
    status, out, err = run(capsys, "not-a-joke", "--course", str(course))
    assert (status, out) == (2, "")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("no-such-lesson",), "no-such-lesson"),
        ((), "--all"),
        (("not-a-joke", "--all"), "--all"),
        (("--all", "-o", "-"), "--output"),
        (("not-a-joke", "-o", "/no/such/folder/x.html"), "/no/such/folder"),
        (("not-a-joke", "-o", "no-such-folder/"), "no-such-folder"),
        (("not-a-joke", "-o", "/dev/null"), "/dev/null"),
        (("not-a-joke", "--language", "fr"), "fr"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(
    capsys: pytest.CaptureFixture[str], desk: Path, words: tuple[str, ...], part: str
) -> None:
    status, out, err = run(capsys, *words)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert part in err
    assert not list(desk.iterdir())


def test_where_not_one_of_all_could_be_written_it_is_as_if_nothing_was_asked_rightly(
    capsys: pytest.CaptureFixture[str], course_folder: Path
) -> None:
    lessons = list((course_folder / "lessons").glob("*.yaml"))
    lessons[0].write_text("[", encoding="utf-8")
    assert run(capsys, "--all", "--course", str(course_folder))[0] == 1
    for lesson in lessons:
        lesson.write_text("[", encoding="utf-8")
    assert run(capsys, "--all", "--course", str(course_folder))[0] == 2
