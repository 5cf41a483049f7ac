"""A lesson that nobody could meet is told of, once it is written."""

from __future__ import annotations

from pathlib import Path

from rule_faults import replaced, told

from safeclass.course.fault import Fault

SHORT = "lessons/short-one.yaml"


def never_met(folder: Path) -> list[Fault]:
    return [fault for fault in told(folder) if fault.rule == "in-no-unit"]


def test_a_lesson_in_no_unit_is_told_of_until_it_is_put_into_one(course_folder: Path) -> None:
    assert never_met(course_folder) == []
    replaced(course_folder, "[every-kind, short-one]", "[every-kind]", "course.yaml")
    (fault,) = never_met(course_folder)
    assert (fault.place.path, fault.place.line) == (SHORT, 1)
    assert fault.say("en") == "No learner meets 'short-one': course.yaml names it nowhere."


def test_one_that_is_still_being_written_is_left_in_peace(course_folder: Path) -> None:
    replaced(course_folder, "[every-kind, short-one]", "[every-kind]", "course.yaml")
    replaced(course_folder, '"물어봐요."', '"할 일: 물어보는 말 쓰기"', SHORT)
    assert never_met(course_folder) == []


def test_the_questions_before_and_after_a_course_stand_in_no_unit(framed_folder: Path) -> None:
    assert never_met(framed_folder) == []
