"""What is typed at the shell, whatever the command: help, options, slips, and the course that is meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from at_the_shell import run

from safeclass.cli import TAKES_A_VALUE, Parser, add_options, build_parser, with_command_first
from safeclass.commands import COMMANDS
from safeclass.course.course import Course
from safeclass.paths import shipped

pytestmark = pytest.mark.usefixtures("home")


@pytest.mark.parametrize(
    ("typed", "meant"), [("chek", "check"), ("handouts", "handout"), ("not-a-jok", "not-a-joke"), ("if-i-see", "if-i-see-it")]
)
def test_a_slip_of_the_pen_is_told_what_was_meant(typed: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, typed, "--language", "en")
    assert (status, out) == (2, "")
    assert f"Is '{meant}' meant?" in err
    assert "meant?" not in run(capsys, "something-else", "--language", "en")[2]


@pytest.mark.parametrize(
    "typed",
    [["outline"], ["facts"], ["glossary"], ["handout", "every-kind", "--output", "-"], ["schema", "--check"], ["check"]],
    ids=lambda typed: typed[0],
)
def test_whoever_writes_a_course_is_in_it_where_they_stand(
    typed: list[str], capsys: pytest.CaptureFixture[str], course_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course_folder / "lessons")
    there = run(capsys, *typed)
    monkeypatch.chdir("/")
    assert there == run(capsys, *typed, "--course", str(course_folder))
    assert there != run(capsys, *typed)


def test_who_learns_is_in_the_course_that_comes_with_the_program(
    capsys: pytest.CaptureFixture[str], course_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course_folder)
    assert {channel["id"] for channel in json.loads(run(capsys, "channels", "--json")[1])} == set(Course(shipped()).channels)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("learn", "no-such-lesson"), "no-such-lesson"),
        (("learn", "--language", "fr"), "fr"),
        (("learn", "--course", "/no/such/folder"), "/no/such/folder"),
        (("learn", "--colour"), "--colour"),
        (("learn", "--prof", "x", "outline"), "--prof"),
        (("--prof", "x", "outline"), "--prof"),
        (("learn", "--today", "tomorrow"), "tomorrow"),
        (("check", "--today", "9999-12-31"), "9999-12-31"),
        (("learn", "--plain", "--today", "0001-01-01"), "0001-01-01"),
        (("outline", "--course", "/no/such/folder"), "/no/such/folder"),
        (("no-such-lesson",), "no-such-lesson"),
        (("chek",), "safeclass --help"),
        (("learn", "\x1b[31mred"), "[31mred"),
    ],
)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_cannot_be_done_is_one_line_and_status_2(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], part: str, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", {"ko": "ko_KR.UTF-8", "en": "en_GB.UTF-8"}[language])
    status, out, err = run(capsys, *words)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert part in err
    assert "\x1b" not in err
    assert any("가" <= sign <= "힣" for sign in err) == (language == "ko")


@pytest.mark.parametrize(("language", "words"), [("ko", "쓰는 법"), ("en", "usage")])
def test_help_speaks_both_languages(capsys: pytest.CaptureFixture[str], language: str, words: str) -> None:
    status, out, _err = run(capsys, "--help", "--language", language)
    assert status == 0
    assert words in out
    commands = "learn outline channels facts glossary handout check new schema preview progress forget"
    for command in commands.split():
        assert command in out


def test_options_may_stand_before_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "--language", "en", "outline")
    assert status == 0
    assert "questions" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_an_option_before_the_command_may_have_its_value_behind_it(command: str) -> None:
    for option in options_of(command):
        typed = with_command_first([option, "value", command])
        assert typed == [command, option, "value"], option


def options_of(command: str) -> list[str]:
    """The options of a command that take a value."""
    parser = build_parser(command)
    subparser = next(action for action in parser._actions if action.dest == "command").choices[command]
    valued = [action for action in subparser._actions if action.option_strings and action.nargs is None]
    return [option for action in valued for option in action.option_strings]


@pytest.mark.parametrize("typed", ["course", "course/", "./course", "{folder}/../course/"])
def test_a_course_is_the_same_in_whatever_way_it_is_written(
    typed: str, capsys: pytest.CaptureFixture[str], course_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course_folder.rename(course_folder.with_name("course"))
    folder = course_folder.with_name("course")
    lesson = folder / "lessons" / "short-one.yaml"
    assert run(capsys, "check", "--accept", str(folder))[0] == 0
    lesson.rename(folder / "elsewhere.yaml")
    course = folder / "course.yaml"
    course.write_text(course.read_text(encoding="utf-8").replace(", short-one", ""), encoding="utf-8")
    monkeypatch.chdir(folder.parent)
    assert run(capsys, "check", "--accept", typed.format(folder=folder))[0] == 0
    assert not (folder / "reviewed" / "lessons" / "short-one.json").exists()


def test_a_folder_without_a_lesson_is_not_passed_as_in_order(capsys: pytest.CaptureFixture[str], course_folder: Path) -> None:
    drafts = course_folder / "drafts"
    drafts.mkdir()
    (drafts / "short-one.yaml").write_text("{{{", encoding="utf-8")
    status, _out, err = run(capsys, "check", "--language", "en", str(drafts))
    assert (status, err) == (2, "safeclass: drafts is not read: a lesson is a file lessons/<id>.yaml.\n")
    assert run(capsys, "check", "--language", "en", str(course_folder / "lessons"))[0] == 0


def test_what_a_mend_says_to_type_can_be_typed_where_one_stands(
    capsys: pytest.CaptureFixture[str], course_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(capsys, "check", "--accept", str(course_folder))[0] == 0
    lesson = course_folder / "lessons" / "short-one.yaml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("Asking tells.", "Asking helps."), encoding="utf-8")
    for folder in (course_folder.parent, course_folder, course_folder / "lessons"):
        monkeypatch.chdir(folder)
        status, out, _err = run(capsys, "check", "--language", "en", str(course_folder))
        assert status == 1
        typed = out.splitlines()[0].partition("record it: safeclass ")[2].partition(" [")[0].split()
        assert typed[:2] == ["check", "--accept"]
        assert Path(typed[2]).samefile(lesson)
    assert run(capsys, *typed)[0] == 0


def test_every_option_that_takes_a_value_is_known_as_that() -> None:
    takes = set()
    for name in COMMANDS:
        command = Parser()
        add_options(command, name)
        takes |= {
            word for action in command._actions if action.option_strings and action.nargs != 0 for word in action.option_strings
        }
    assert takes == TAKES_A_VALUE
