"""The questions before and after a course are in two files, and still each has its parallel."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course
from safeclass.course.fault import Severity

BEFORE, AFTER = "lessons/before.yaml", "lessons/after.yaml"


def told(folder: Path) -> list[tuple[str, int, str]]:
    """The place and the rule of everything but advice."""
    faults = [fault for fault in set_of_faults(Course(folder)) if fault.severity is not Severity.ADVICE]
    return [(fault.place.path, fault.place.line, fault.rule) for fault in faults]


def change(folder: Path, file: str, old: str, new: str) -> None:
    words = (folder / file).read_text(encoding="utf-8")
    assert words.count(old) == 1
    (folder / file).write_text(words.replace(old, new), encoding="utf-8")


def test_questions_around_a_course_that_are_parallel_break_no_rule(framed_folder: Path) -> None:
    assert told(framed_folder) == []


@pytest.mark.parametrize("name", ["taken", "silence-is-yes", "could-ask"])
def test_a_question_before_without_one_after_is_told_where_it_stands(name: str, framed_folder: Path) -> None:
    change(framed_folder, AFTER, f"parallel: {name}\n", "parallel: another\n")
    ((path, line, rule),) = told(framed_folder)
    lines = (framed_folder / BEFORE).read_text(encoding="utf-8").splitlines()
    assert (path, rule) == (BEFORE, "no-parallel")
    assert lines[line - 1].endswith(f": {name}")


def test_it_is_told_too_where_only_the_questions_before_were_asked_for(framed_folder: Path) -> None:
    change(framed_folder, AFTER, "parallel: taken\n", "parallel: another\n")
    faults = set_of_faults(Course(framed_folder), wanted=[Path(BEFORE)])
    assert "no-parallel" in {fault.rule for fault in faults if fault.place.path == BEFORE}


def test_more_questions_before_than_after_are_told(framed_folder: Path) -> None:
    words = (framed_folder / AFTER).read_text(encoding="utf-8")
    (framed_folder / AFTER).write_text(words[: words.index("  - attitude")], encoding="utf-8")
    assert [(path, rule) for path, _line, rule in told(framed_folder)] == [(AFTER, "closing-not-parallel")]


def test_questions_before_with_none_after_are_told(framed_folder: Path) -> None:
    change(framed_folder, "course.yaml", "closing: after\n", "")
    assert [(path, rule) for path, _line, rule in told(framed_folder)] == [
        (AFTER, "closing-not-parallel"),
        (BEFORE, "closing-not-parallel"),
    ]


SAY = '{ko: "읽어요.", en: "Read this."}'
NO_QUESTION = {
    "page": f"  - page: nothing-asked\n    title: {SAY}\n    text: {SAY}\n",
    "help": f"  - help: nothing-asked\n    say: {SAY}\n    channels:\n      - {{id: school, here: {SAY}}}\n",
    "scene": f"""\
  - scene: nothing-asked
    room: {SAY}
    intro: {SAY}
    people:
      - {{id: jio, name: {SAY}}}
    follows: jio
    start: end
    nodes:
      - node: end
        lines: [{{text: {SAY}}}]
""",
}
"""Cards on which nothing is asked that could be asked again of another case."""


@pytest.mark.parametrize("kind", NO_QUESTION)
def test_a_question_that_is_parallel_to_what_asks_nothing_is_told_as_of_another_kind(kind: str, framed_folder: Path) -> None:
    change(framed_folder, BEFORE, "opening:\n", "opening:\n" + NO_QUESTION[kind])
    change(framed_folder, AFTER, "parallel: taken\n", "parallel: nothing-asked\n")
    assert {(path, rule) for path, _line, rule in told(framed_folder)} == {
        (AFTER, "closing-not-parallel"),
        (AFTER, "parallel-kind"),
    }


@pytest.mark.parametrize("kind", NO_QUESTION)
def test_it_is_told_within_a_lesson_too(kind: str, framed_folder: Path) -> None:
    change(framed_folder, "lessons/every-kind.yaml", "opening:\n", "opening:\n" + NO_QUESTION[kind])
    change(framed_folder, "lessons/every-kind.yaml", "parallel: may-edit\n", "parallel: nothing-asked\n")
    assert {rule for _path, _line, rule in told(framed_folder)} == {"closing-not-parallel", "parallel-kind"}


def test_a_file_that_is_named_and_not_there_is_told_and_nothing_else(framed_folder: Path) -> None:
    (framed_folder / AFTER).unlink()
    lines = (framed_folder / "course.yaml").read_text(encoding="utf-8").splitlines()
    assert told(framed_folder) == [("course.yaml", lines.index("closing: after") + 1, "unreadable")]


def test_what_stands_in_a_unit_and_before_the_course_is_told(framed_folder: Path) -> None:
    change(framed_folder, "course.yaml", "short-one]", "short-one, before]")
    lines = (framed_folder / "course.yaml").read_text(encoding="utf-8").splitlines()
    assert ("course.yaml", lines.index("opening: before") + 1, "duplicate-id") in told(framed_folder)
