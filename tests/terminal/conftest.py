"""What the tests in a terminal share: the program, started with a home of its own, and the course it comes with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from card_answers import first_with
from lesson_start import answer_wrongly, begin
from lesson_walk import Walk
from program_start import Start, start_program
from pty_program import PtyProgram

from safeclass.course.course import Course
from safeclass.course.picking import Choice
from safeclass.paths import shipped


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of settings and progress; it does not exist yet."""
    return tmp_path / "home"


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Starts the program in a terminal; every one that was started is ended."""
    started: list[PtyProgram] = []

    def start_one(*arguments: str, **more: Any) -> PtyProgram:
        started.append(start_program(home, *arguments, **more))
        return started[-1]

    yield start_one
    for program in started:
        program.close()


@pytest.fixture(scope="session")
def course() -> Course:
    """The course that comes with the program."""
    return Course(shipped())


@pytest.fixture
def answered(start: Start, course: Course) -> Walk:
    """A question with its first answer, whose feedback is on the screen."""
    lesson, card = first_with(course, Choice)
    walk = begin(start, course, lesson)
    walk.skip_to(card)
    answer_wrongly(walk)
    return walk
