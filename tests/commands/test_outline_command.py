"""`safeclass outline`: units, lessons and the questions around them, in lines and for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from at_the_shell import run

from safeclass.course.course import Course
from safeclass.paths import shipped

pytestmark = pytest.mark.usefixtures("home")

LESSONS = Course(shipped()).lesson_ids


def test_the_outline_counts_lessons_and_questions_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "outline", "--json")
    outline = json.loads(out)
    assert status == 0
    assert outline["languages"] == ["ko", "en"]
    lessons = [lesson for unit in outline["units"] for lesson in unit["lessons"]]
    assert [lesson["id"] for lesson in lessons] == list(LESSONS)
    for lesson in lessons:
        assert set(lesson) == {"id", "title", "minutes", "estimate", "sensitive", "questions", "kinds"}
        assert all(7 < lesson["estimate"][language] < 15 for language in ("ko", "en"))
        assert lesson["questions"] >= 7
        assert set(lesson["title"]) == {"ko", "en"}


def test_the_outline_tells_the_questions_around_the_course_beside_its_units(capsys: pytest.CaptureFixture[str]) -> None:
    outline = json.loads(run(capsys, "outline", "--json")[1])
    for key, name in (("opening", "before-the-course"), ("closing", "after-the-course")):
        assert outline[key]["id"] == name
        assert (outline[key]["questions"], outline[key]["kinds"]) == (8, {"attitude": 2, "choice": 8})
    lines = run(capsys, "outline", "--language", "en")[1].splitlines()
    assert lines[0].startswith("before-the-course: ")
    assert lines[-1].startswith("after-the-course: ")


def test_the_outline_of_a_course_without_them_says_so(capsys: pytest.CaptureFixture[str], course_folder: Path) -> None:
    outline = json.loads(run(capsys, "outline", "--json", "--course", str(course_folder))[1])
    assert (outline["opening"], outline["closing"]) == (None, None)


@pytest.mark.parametrize(("language", "word"), [("ko", "분"), ("en", "min")])
def test_the_outline_speaks_both_languages(capsys: pytest.CaptureFixture[str], language: str, word: str) -> None:
    status, out, _err = run(capsys, "outline", "--language", language)
    assert status == 0
    assert word in out
    assert all(lesson in out for lesson in LESSONS)
