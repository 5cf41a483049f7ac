"""A folder of files as a course: what it lists, the heads of its lessons, its languages, and folders that hold none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from safeclass.course.course import Course
from safeclass.course.fault import Fault, NoCourse
from safeclass.course.head import LessonHead
from safeclass.course.lesson import Lesson

Told = Callable[[Path], list[Fault]]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "[",
        "course: x",
        "course: x\ntitle: {ko: 가, en: a}\nlanguages: {}\nunits: []\n",
        "course: x\ntitle: {ko: 가, en: a}\nlanguages: []\nunits: []\n",
        'course: x\ntitle: {ko: 가, en: a}\nlanguages: {"../..": x}\nunits: []\n',
        'course: x\ntitle: {"": 가}\nlanguages: {"": x}\nunits: []\n',
    ],
)
def test_a_folder_without_a_course_says_why(words: str, course_folder: Path) -> None:
    (course_folder / "course.yaml").write_text(words, encoding="utf-8")
    with pytest.raises(NoCourse) as refused:
        Course(course_folder)
    assert refused.value.faults
    assert refused.value.faults[0].place.path == "course.yaml"


def test_a_course_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoCourse) as refused:
        Course(tmp_path / "nowhere")
    assert refused.value.faults[0].rule == "unreadable"


def test_a_lesson_that_a_unit_lists_but_nobody_wrote_is_told(course_folder: Path, faults_in: Told) -> None:
    (course_folder / "lessons" / "short-one.yaml").unlink()
    (fault,) = faults_in(course_folder)
    assert (fault.place.path, fault.rule) == ("course.yaml", "unreadable")


def head_of(lesson: Lesson) -> LessonHead:
    return LessonHead(lesson=lesson.lesson, title=lesson.title, aim=lesson.aim, minutes=lesson.minutes, note=lesson.note)


def test_the_head_is_what_the_lesson_says(course_folder: Path, every_kind: Lesson) -> None:
    assert Course(course_folder).head("every-kind") == head_of(every_kind)


@pytest.mark.parametrize("key", ["title", "aim", "minutes", "note"])
def test_the_head_is_the_same_wherever_its_keys_stand_or_their_order_is_a_fault(
    key: str, course_folder: Path, faults_in: Told
) -> None:
    path = course_folder / "lessons" / "every-kind.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    moved = [line for line in lines if line.startswith(f"{key}:")]
    path.write_text("".join([line for line in lines if line not in moved] + moved), encoding="utf-8")
    course = Course(course_folder)
    lesson, _ = course.lesson("every-kind")
    head = course.head("every-kind")
    faults = faults_in(course_folder)
    assert faults or (lesson is not None and head == head_of(lesson))
    for fault in faults:
        assert fault.say("en") == f"Above 'summary' stand title, aim, minutes and note; below it is: {key}."
        assert fault.place.line == len(lines), "where the key stands that is to be moved"


def test_lessons_and_units_are_in_the_order_of_the_course(course_folder: Path) -> None:
    course = Course(course_folder)
    assert course.lesson_ids == ("every-kind", "short-one")
    unit = course.unit_of("short-one")
    assert unit is not None
    assert unit.unit == "ask"
    assert course.unit_of("no-such") is None
    assert course.languages == ("ko", "en")
    assert list(course.files()) == ["lessons/every-kind.yaml", "lessons/short-one.yaml"]


def test_a_third_language_is_one_more_key(course_folder: Path, faults_in: Told) -> None:
    path = course_folder / "course.yaml"
    words = path.read_text(encoding="utf-8").replace('en: "English"}', 'en: "English", vi: "Tiếng Việt"}')
    words = words.replace('en: "A small course"', 'en: "A small course", vi: "Khóa học"')
    words = words.replace('en: "Ask"', 'en: "Ask", vi: "Hỏi"')
    path.write_text(words, encoding="utf-8")
    faults = faults_in(course_folder)
    missing = [fault for fault in faults if fault.rule == "missing-language"]
    assert missing
    assert {fault.names["language"] for fault in missing} == {"vi"}
    assert {fault.place.path for fault in missing} >= {"facts.yaml", "channels.yaml", "terms.yaml", "lessons/every-kind.yaml"}
