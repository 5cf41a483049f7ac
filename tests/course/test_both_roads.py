"""What is read on the straight road and what is read with care is the same: the same lessons, and the same faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile import WITH_CARE
from mutations import PLAYABLE, SHAPE, Mutation

from safeclass.course.course import Course
from safeclass.course.fault import Fault
from safeclass.course.lesson import Lesson
from safeclass.course.straight import is_straight
from safeclass.paths import shipped

IN_LESSONS = [mutation for mutation in SHAPE + PLAYABLE if mutation.file.startswith("lessons/")]


def read(folder: Path, file: str, more: str = "") -> tuple[Lesson | None, list[Fault]]:
    path = folder / file
    words = path.read_text(encoding="utf-8") + more
    assert more == "" or not is_straight(words)
    path.write_text(words, encoding="utf-8")
    return Course(folder).lesson(path.stem)


@pytest.mark.parametrize("lesson", Course(shipped()).lesson_ids)
def test_a_good_lesson_is_the_same_on_both_roads(lesson: str, tmp_path: Path) -> None:
    for path in shipped().rglob("*.yaml"):
        copy = tmp_path / path.relative_to(shipped())
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    file = f"lessons/{lesson}.yaml"
    assert is_straight((tmp_path / file).read_text(encoding="utf-8")), "nothing in it has to be read with care"
    assert read(tmp_path, file) == read(tmp_path, file, WITH_CARE)


@pytest.mark.parametrize("mutation", IN_LESSONS, ids=[mutation.name for mutation in IN_LESSONS])
def test_a_fault_is_told_alike_on_both_roads(mutation: Mutation, course_folder: Path) -> None:
    mutation.breaks(course_folder)
    assert read(course_folder, mutation.file) == read(course_folder, mutation.file, WITH_CARE)


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ('a: "b & c, d! **e** f&g"', True),
        ('a: "\\"b\\" \\n"', True),
        ("a: ! b", False),
        ("a: !!str b", False),
        ("[!b c]", False),
        ("!b c", False),
        ("- &b c", False),
        ("{&b c: d}", False),
        ("&b c", False),
        ('a: "\\x1b"', False),
        ('a: "e\\\n  f"', False),
        ('a: "\\u0301"', False),
    ],
)
def test_what_is_to_be_read_with_care(words: str, is_so: bool) -> None:
    assert is_straight(words) is is_so
