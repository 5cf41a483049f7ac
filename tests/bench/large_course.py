"""Courses of any size, made of one lesson that is shipped: what a start costs must not depend on how many there are."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from safeclass.course.course import Course
from safeclass.paths import shipped

LESSONS_OF_A_UNIT = 20


def write_course(folder: Path, lessons: int) -> Path:
    """A copy of the shipped course in which one lesson stands under so many names; the folder."""
    shutil.copytree(shipped(), folder, ignore=shutil.ignore_patterns("lessons", "course.yaml"))
    (folder / "lessons").mkdir()
    original = shipped() / "lessons" / f"{most_lived_in(Course(shipped()))}.yaml"
    words = original.read_text(encoding="utf-8")
    names = [f"lesson-{number:03}" for number in range(lessons)]
    for name in names:
        (folder / "lessons" / f"{name}.yaml").write_text(
            re.sub(r"(?m)^lesson: .*$", f"lesson: {name}", words, count=1), encoding="utf-8"
        )
    units = [names[start : start + LESSONS_OF_A_UNIT] for start in range(0, lessons, LESSONS_OF_A_UNIT)]
    lines = ["course: large", 'title: {ko: "큰 과정", en: "A large course"}', "languages: {ko: 한국어, en: English}", "units:"]
    for number, unit in enumerate(units, 1):
        lines += [
            f"  - unit: unit-{number}",
            f'    title: {{ko: "단원 {number}", en: "Unit {number}"}}',
            f"    lessons: [{', '.join(unit)}]",
        ]
    (folder / "course.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def most_lived_in(course: Course) -> str:
    """The lesson with the most cards: what is measured in it holds for the others."""
    return max(course.lesson_ids, key=lambda name: len(lesson.deck) if (lesson := course.lesson(name)[0]) else 0)
