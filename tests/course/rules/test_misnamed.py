"""A slip in the name of what many places cite is told once, where it stands, and one in a single citation there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course
from safeclass.course.fault import Fault, Severity

LESSON = "lessons/every-kind.yaml"


def told(folder: Path, file: str, old: str, new: str) -> list[Fault]:
    """What is told of a course after a change, but for advice."""
    path = folder / file
    words = path.read_text(encoding="utf-8")
    assert words.count(old) == 1
    path.write_text(words.replace(old, new), encoding="utf-8")
    faults = set_of_faults(Course(folder), date(2026, 11, 22))
    return [fault for fault in faults if fault.severity is not Severity.ADVICE]


@pytest.mark.parametrize(
    ("file", "old", "new", "meant"),
    [
        ("channels.yaml", '- channel: "1366"', '- channel: "1336"', "'1366'"),
        ("facts.yaml", "- fact: law-keep\n", "- fact: law-kepe\n", "'law-keep'"),
        ("terms.yaml", "- sentence: fault", "- sentence: falt", "'fault'"),
    ],
)
def test_a_slip_in_a_name_that_many_cite_is_told_where_the_name_stands(
    file: str, old: str, new: str, meant: str, course_folder: Path
) -> None:
    (fault,) = [fault for fault in told(course_folder, file, old, new) if fault.rule != "number-not-id"]
    assert (fault.place.path, fault.rule) == (file, "unknown-fact")
    assert meant in fault.say_mend("en")
    assert int(fault.names["count"]) > 1
    line = (course_folder / file).read_text(encoding="utf-8").splitlines()[fault.place.line - 1]
    assert new.strip() in line


def test_a_name_that_one_place_cites_is_told_in_that_place(course_folder: Path) -> None:
    (fault,) = told(course_folder, LESSON, 'turn_to: ["1366", school]', 'turn_to: ["1366", ask-frist]')
    assert (fault.place.path, fault.rule) == (LESSON, "unknown-name")


def test_of_an_entry_that_lost_its_first_line_only_the_place_is_told(course_folder: Path) -> None:
    faults = told(course_folder, "facts.yaml", "  - fact: law-until-2024\n", "")
    assert [(fault.place.path, fault.rule) for fault in faults] == [("facts.yaml", "duplicate-key")]
