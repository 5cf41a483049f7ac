"""Opening a lesson in a terminal, and taking one whole."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from card_answers import wrong_answer
from hands import HANDS
from lesson_walk import Walk
from page_reading import TODAY, Page
from program_start import Start, kept_in, start_program

from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.paths import shipped
from safeclass.session.progress import LessonProgress


def begin(
    start: Start, course: Course, lesson: Lesson, *arguments: str, language: str = "ko", way: str = "digits", **more: Any
) -> Walk:
    """Open a lesson in a terminal; its first card is then in front, or about to be."""
    program = start("learn", lesson.lesson, "--language", language, "--today", TODAY.isoformat(), *arguments, **more)
    page = Page(program, course, language)
    walk = Walk(page, HANDS[way](page), lesson)
    program.wait_for("1366")
    if lesson.note is not None:
        program.wait_for(page.word("Before you start"))
        walk.hand.pick(0)
    return walk


def answer_wrongly(walk: Walk) -> None:
    """Answer the question in front, and see what there is to think of again."""
    walk.answer(wrong_answer(walk.twin.card))
    walk.program.wait_for(walk.page.word("Another look"))


def is_kept(walk: Walk, home: Path) -> bool:
    """Whether everything answered is on the disk."""
    return kept_in(home)[walk.twin.lesson.lesson] == walk.twin.progress


def take_lesson(name: str, language: str, way: str, home: Path) -> tuple[LessonProgress, LessonProgress]:
    """Take a lesson to its end in a terminal: what is kept of it on the disk, and what should be."""
    course = Course(shipped())
    lesson, faults = course.lesson(name)
    assert lesson is not None, faults
    walk = begin(partial(start_program, home), course, lesson, language=language, way=way)
    with walk.program as program:
        walk.to_the_end()
        program.kill()
    return kept_in(home)[lesson.lesson], walk.twin.progress
