"""A course of one language can be checked, read, printed and added to as one of two can."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from at_the_shell import run

from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course

pytestmark = pytest.mark.usefixtures("home")

Captured = pytest.CaptureFixture[str]
LeaveOnly = Callable[[Path, str], None]


@pytest.fixture(params=["ko", "en"])
def folder(request: pytest.FixtureRequest, framed_folder: Path, leave_only: LeaveOnly) -> Path:
    """A copy of the small course in Korean alone, or in English alone."""
    leave_only(framed_folder, request.param)
    return framed_folder


def test_nothing_is_wrong_with_it_but_what_was_before(folder: Path) -> None:
    faults = set_of_faults(Course(folder), date(2026, 11, 22))
    assert {fault.rule: fault.names["name"] for fault in faults} == {"uncited-fact": "law-until-2024"}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_number_that_does_not_follow_and_a_part_that_differs_are_told_in_it(
    language: str, course_folder: Path, leave_only: LeaveOnly
) -> None:
    facts = course_folder / "facts.yaml"
    words = facts.read_text(encoding="utf-8").replace('{ko: "3년", en: "3 years"}', '{ko: "7년", en: "7 years"}')
    facts.write_text(words.replace('"2.8%", en: "2.8%"', '"2.9%", en: "2.9%"'), encoding="utf-8")
    leave_only(course_folder, language)
    assert {fault.rule for fault in set_of_faults(Course(course_folder))} == {"wrong-share", "part-differs"}


def test_in_a_language_whose_numbers_nobody_reads_none_is_said_to_be_missing(course_folder: Path, leave_only: LeaveOnly) -> None:
    leave_only(course_folder, "en")
    for path in course_folder.rglob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace(" en:", " vi:"), encoding="utf-8")
    assert Course(course_folder).languages == ("vi",)
    assert set_of_faults(Course(course_folder)) == []


@pytest.mark.parametrize(
    "command",
    [
        "outline",
        "outline --json",
        "facts --today 2026-11-22",
        "glossary",
        "channels",
        "channels --json",
        "progress",
        "check --all --today 2026-11-22",
        "check --all --json --today 2026-11-22",
        "check --format sarif --today 2026-11-22",
        "handout every-kind --output -",
    ],
)
def test_every_command_tells_of_it(command: str, folder: Path, capsys: Captured) -> None:
    status, out, err = run(capsys, *command.split(), "--course", str(folder))
    assert (status, err) == (0, "")
    assert out
    if command == "outline --json":
        assert json.loads(out)["languages"] == list(Course(folder).languages)


def test_it_can_be_taken_in_plain_lines(folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    (language,) = Course(folder).languages
    monkeypatch.setattr("sys.stdin", io.StringIO("\n" * 60))
    status, out, err = run(capsys, "learn", "every-kind", "--plain", "--guest", "--course", str(folder))
    assert (status, err) == (0, "")
    assert {"ko": "찍어도 돼?", "en": "OK to take it?"}[language] in out


def test_a_new_lesson_of_it_is_written_in_it_alone(folder: Path, capsys: Captured) -> None:
    status, _out, err = run(capsys, "new", "asking-first", "--unit", "ask", "--course", str(folder))
    assert (status, err) == (0, "")
    faults = [fault for fault in set_of_faults(Course(folder)) if fault.place.path == "lessons/asking-first.yaml"]
    assert {fault.rule for fault in faults} == {"todo"}
