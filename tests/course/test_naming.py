"""What course.yaml names wrongly is told where it names it, with what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course
from safeclass.course.fault import Fault

LISTED = "lessons: [every-kind, short-one]"


def faults(folder: Path, rule: str, wanted: tuple[Path, ...] = ()) -> list[Fault]:
    return [fault for fault in set_of_faults(Course(folder), wanted=wanted) if fault.rule == rule]


def words_at(folder: Path, fault: Fault) -> str:
    """The words of course.yaml from the place of a fault to the end of the line."""
    assert fault.place.path == "course.yaml"
    return (folder / "course.yaml").read_text(encoding="utf-8").splitlines()[fault.place.line - 1][fault.place.column - 1 :]


def listed(folder: Path, lessons: str) -> None:
    path = folder / "course.yaml"
    words = path.read_text(encoding="utf-8")
    assert LISTED in words
    path.write_text(words.replace(LISTED, lessons), encoding="utf-8")


@pytest.mark.parametrize("lessons", ["lessons: [every-kind, short-oen]", "lessons:\n    - every-kind\n    - short-oen"])
def test_a_slip_in_the_name_of_a_lesson_is_told_there_with_what_was_meant(lessons: str, course_folder: Path) -> None:
    listed(course_folder, lessons)
    (fault,) = faults(course_folder, "unreadable")
    assert words_at(course_folder, fault).startswith("short-oen")
    assert "lessons/short-oen.yaml" in fault.say("ko")
    assert fault.say_mend("en") == (
        "lessons/short-one.yaml is named nowhere: write 'short-one' here, or call that file lessons/short-oen.yaml."
    )


def test_a_file_that_was_given_another_name_is_known_by_what_stands_in_it(course_folder: Path) -> None:
    (course_folder / "lessons" / "short-one.yaml").rename(course_folder / "lessons" / "another-name.yaml")
    (course_folder / "lessons" / "third.yaml").write_text("lesson: third\n", encoding="utf-8")
    (fault,) = faults(course_folder, "unreadable")
    assert fault.say_mend("en").startswith("lessons/another-name.yaml is named nowhere")


def test_a_lesson_that_was_given_another_name_is_asked_after(course_folder: Path) -> None:
    path = course_folder / "lessons" / "short-one.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("lesson: short-one", "lesson: another-name"), encoding="utf-8")
    path.rename(course_folder / "lessons" / "another-name.yaml")
    (fault,) = faults(course_folder, "unreadable")
    assert "lessons/another-name.yaml?" in fault.say_mend("en")


@pytest.mark.parametrize("name", ["short-one.yml", "short-one.yaml.txt", "Short-one.YAML"])
def test_a_file_with_another_ending_is_told(name: str, course_folder: Path) -> None:
    (course_folder / "lessons" / "short-one.yaml").rename(course_folder / "lessons" / name)
    (fault,) = faults(course_folder, "unreadable")
    assert f"lessons/{name}" in fault.say_mend("ko")


def test_a_lesson_that_nobody_wrote_can_be_begun(course_folder: Path) -> None:
    (course_folder / "lessons" / "short-one.yaml").unlink()
    (fault,) = faults(course_folder, "unreadable")
    assert words_at(course_folder, fault).startswith("short-one")
    assert fault.say_mend("en").endswith("safeclass new short-one")


@pytest.mark.parametrize("asked", ["lessons", "course.yaml"])
def test_it_is_told_where_only_the_lessons_or_only_the_course_were_asked_for(asked: str, course_folder: Path) -> None:
    listed(course_folder, "lessons: [every-kind, short-oen]")
    assert len(faults(course_folder, "unreadable", (Path(asked),))) == 1


def test_a_lesson_that_is_named_twice_is_told_at_the_second_place_and_one_is_to_go(course_folder: Path) -> None:
    listed(course_folder, "lessons: [every-kind, short-one, every-kind]")
    (fault,) = faults(course_folder, "duplicate-id")
    assert words_at(course_folder, fault) == "every-kind]"
    assert fault.place.column > len("    lessons: [every-kind")
    assert "line 8 " in fault.say("en")
    assert "Delete it in one of the two places." in fault.say_mend("en")
